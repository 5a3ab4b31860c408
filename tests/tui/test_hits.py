"""Hits in a text, and the one that the reader is at."""

from __future__ import annotations

from tui.hits import Hits
from tui.typeset import START, Mark, Position

FOUND = [(0, (4, 9)), (0, (20, 25)), (2, (0, 3))]


def test_the_next_is_from_the_hit_one_is_at_else_from_what_is_in_view() -> None:
    hits = Hits(FOUND)
    assert (hits.current, hits.place) == (0, None)
    assert hits.following(1, START) == 0
    assert hits.following(1, Position(0, 20)) == 1
    assert hits.following(-1, Position(0, 20)) == 0
    assert hits.following(1, Position(2, 1)) is None
    hits.select(1)
    assert (hits.current, hits.place) == (2, Position(0, 20))
    assert (hits.following(1, START), hits.following(-1, START)) == (2, 0)
    hits.select(2)
    assert hits.following(1, START) is None
    assert Hits().following(1, START) is None


def test_one_is_at_a_hit_or_elsewhere_and_that_alone_is_marked_so() -> None:
    hits = Hits(FOUND)
    hits.select(0)
    assert list(map(hits.marks, range(3))) == [
        [Mark(4, 9, "current_hit"), Mark(20, 25, "hit")],
        [],
        [Mark(0, 3, "hit")],
    ]
    hits.point((1, (7, 8)))
    assert (hits.current, hits.place) == (0, Position(1, 7))
    assert list(map(hits.marks, range(3))) == [
        [Mark(4, 9, "hit"), Mark(20, 25, "hit")],
        [Mark(7, 8, "current_hit")],
        [Mark(0, 3, "hit")],
    ]
    hits.point(None)
    assert hits.place is None
    assert len(hits) == 3
