"""Earlier and saved searches."""

from __future__ import annotations

from tui.searches import KeptSearches, SavedSearch, Searches


def test_the_last_comes_first_and_each_once() -> None:
    searches = Searches(KeptSearches())
    for query in ("ferry", "bridge", " ferry ", ""):
        searches.record(query)
    assert searches.earlier("") == ("ferry", "bridge")
    assert searches.earlier("BRI") == ("bridge",)


def test_only_so_many_are_kept() -> None:
    searches = Searches(KeptSearches())
    for number in range(500):
        searches.record(f"query {number}")
    kept = searches.as_kept().earlier
    assert len(kept) == 200
    assert kept[0] == "query 499"


def test_what_is_new_since_it_was_last_looked_at() -> None:
    searches = Searches(KeptSearches())
    assert searches.toggle("grain treaty", 12)
    assert searches.news([("grain treaty", 15), ("never saved", 3)]) == (SavedSearch("grain treaty", 15, 3),)
    searches.looked("grain treaty", 15)
    assert searches.news([("grain treaty", 14)]) == (SavedSearch("grain treaty", 14, 0),)
    assert not searches.toggle("grain treaty", 15)
    assert searches.saved == ()


def test_they_are_kept_between_runs() -> None:
    searches = Searches(KeptSearches())
    searches.record("ferry")
    searches.toggle("bridge", 3)
    searches.last = "half typ"
    again = Searches(searches.as_kept())
    assert (again.earlier(""), again.saved, again.last) == (("ferry",), ("bridge",), "half typ")
