"""Finding inside a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.hits import Hits
from tui.inside import Inside
from tui.typeset import Passage, Position


def of(*texts: str) -> list[Passage]:
    return [Passage(text, "paragraph", number) for number, text in enumerate(texts)]


def test_case_is_ignored_and_brackets_are_as_they_are() -> None:
    passages = of("[Video] The Bridge, the bridge")
    assert list(Inside(passages).find("bridge")) == [(0, (12, 18)), (0, (24, 30))]
    assert list(Inside(passages).find("[video")) == [(0, (0, 6))]
    assert not Inside(passages).find("  ")


def test_accents_of_latin_letters_are_ignored_both_ways_and_no_other_letter_changes() -> None:
    passages = of("Zwei Cafés an der Brücke", "the cafes of İzmir", "Ёлки, ГАВАНЬ", "港の橋")
    assert list(Inside(passages).find("cafes")) == [(0, (5, 10)), (1, (4, 9))]
    assert list(Inside(passages).find("CAFÉS")) == [(0, (5, 10)), (1, (4, 9))]
    assert list(Inside(passages).find("brucke")) == [(0, (18, 24))]
    assert list(Inside(passages).find("izmir")) == [(1, (13, 18))]
    assert list(Inside(passages).find("гавань")) == [(2, (6, 12))]
    assert not Inside(passages).find("елки")
    assert list(Inside(passages).find("橋")) == [(3, (2, 3))]
    greek = of("ΚΟΣΜΟΣ και κόσμος")
    assert list(Inside(greek).find("ΚΟΣ")) == [(0, (0, 3))]
    assert list(Inside(greek).find("κοσμοσ")) == [(0, (0, 6))]


@given(st.lists(st.text("ab é", max_size=12), max_size=6), st.text("abe", min_size=1, max_size=2))
def test_what_is_asked_for_one_by_one_is_what_all_are(texts: list[str], needle: str) -> None:
    found = Inside(of(*texts)).find(needle)
    every = list(found)
    assert len(found) == len(every)
    assert [found[at] for at in range(len(found))] == every
    assert found[1:3] == every[1:3]
    assert every == sorted(every)
    for number, (start, end) in every:
        assert texts[number].casefold().replace("é", "e")[start:end] == needle
    hits, listed = Hits(found), Hits(every)
    for here in (Position(0, 0), Position(1, 2), Position(5, 0)):
        assert [hits.following(step, here) for step in (1, -1)] == [listed.following(step, here) for step in (1, -1)]
    assert [hits.marks(number) for number in range(6)] == [listed.marks(number) for number in range(6)]
