"""Earlier and saved searches."""

from __future__ import annotations

from tui.screens.query_rows import search_rows
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


def test_what_is_new_is_counted_from_when_it_was_last_looked_at() -> None:
    searches = Searches(KeptSearches())
    assert searches.toggle("grain treaty", 12, 7)
    assert searches.news([("grain treaty", 15, 3), ("never saved", 3, 1)]) == (SavedSearch("grain treaty", 15, 3),)
    assert searches.seen("grain treaty", 9) == 7
    searches.looked("grain treaty", 15, 8)
    assert searches.seen("grain treaty", 9) == 8
    assert searches.seen("grain treaty", 2) == 2  # the archive was made anew
    assert not searches.toggle("grain treaty", 15, 9)
    assert searches.saved == ()
    assert searches.earlier("") == ("grain treaty",)  # nothing that was saved is gone
    assert searches.seen("grain treaty", 9) == 9


def test_nothing_is_new_to_a_search_that_an_older_program_saved() -> None:
    searches = Searches(KeptSearches(saved={"grain treaty": 12}))
    assert searches.seen("grain treaty", 9) == 9
    searches.looked("never saved", 3, 4)
    assert searches.as_kept().seen == {}


def test_they_are_kept_between_runs() -> None:
    searches = Searches(KeptSearches())
    searches.record("ferry")
    searches.toggle("bridge", 3, 1)
    searches.last = "half typ"
    again = Searches(searches.as_kept())
    assert (again.earlier(""), again.saved, again.last) == (("ferry",), ("bridge",), "half typ")


def kept_of(*steps: tuple[str, int]) -> tuple[str, ...]:
    """Return the earlier queries after these stood in the box one after the other, each finding so many articles."""
    searches = Searches(KeptSearches())
    for text, articles in steps:
        searches.type(text)
        searches.answered(text, articles)
    return searches.earlier("")


def letters(text: str, articles: int = 3) -> list[tuple[str, int]]:
    return [(text[:end], articles) for end in range(1, len(text) + 1)]


def test_what_found_something_is_recorded_where_it_is_replaced() -> None:
    assert kept_of(*letters("ferry"), ("", 9)) == ("ferry",)
    assert kept_of(*letters("ferry"), ("bridge", 2)) == ("ferry",)
    assert kept_of(*letters("ferry"), ("f", 3), *letters("ox")) == ("f", "ferry")
    assert kept_of(*letters("ferry")) == ()  # it still stands there


def test_letters_taken_out_one_by_one_leave_the_whole_query() -> None:
    assert kept_of(*letters("ferry"), *reversed(letters("ferr")), ("", 9)) == ("ferry",)
    assert kept_of(*letters("ferry ox"), *reversed(letters("ferry o")[5:]), *letters("ferry by")[6:], ("", 9)) == (
        "ferry by",
        "ferry ox",
    )


def test_what_found_nothing_is_not_recorded() -> None:
    assert kept_of(*letters("fer"), ("ferx", 0), ("", 9)) == ("fer",)
    assert kept_of(("zzz", 0), ("", 9)) == ()


def test_what_is_longer_than_a_row_takes_a_second_line() -> None:
    saved = SavedSearch("person:quill before:2024-03-05 !source:courier", 19, new=3)
    rows = search_rows([saved], ["harbour", "a" * 70])
    lines = [["".join(run.text for run in line) for line in row.typeset(32)] for row in rows]
    assert lines == [
        ["Saved"],
        ["person:quill", f"{'  before:2024-03-05…':20} 19 (+3 new)"],
        ["Earlier"],
        [f"{'harbour':32}"],
        ["a" * 29, f"  {'a' * 28}… "],
    ]
