"""What is marked in a text: the hits of what was sought, and the place that the reader is at. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from docs_store import Span
from tui.typeset import Mark, Position


class Hits:
    """Hits in reading order, each the number of a passage and a span in it; one is at one of them, or elsewhere."""

    def __init__(self, found: Sequence[tuple[int, Span]] = ()) -> None:
        self._found = found  # as it is: a letter has 100,000 in a book, and one types on meanwhile
        self._at = -1
        self._pointed: tuple[int, Span] | None = None
        self._marked: tuple[int, list[Mark]] = (-1, [])
        """The passage whose marks were asked for last, and these: its lines are drawn one after another."""

    def __len__(self) -> int:
        return len(self._found)

    @property
    def current(self) -> int:
        """The hit one is at, from 1; 0 before the first."""
        return self._at + 1

    @property
    def place(self) -> Position | None:
        """What one is at: the hit, or what was pointed at."""
        if self._pointed is not None:
            return Position(self._pointed[0], self._pointed[1][0])
        return _place(self._found[self._at]) if self._at >= 0 else None

    def select(self, index: int) -> None:
        """Be at hit `index`, from 0."""
        self._at, self._pointed, self._marked = index, None, (-1, [])

    def point(self, place: tuple[int, Span] | None) -> None:
        """Be at another place, or at none."""
        self._at, self._pointed, self._marked = -1, place, (-1, [])

    def following(self, step: int, here: Position) -> int | None:
        """Return the next hit (the one before, where `step` is -1), from the one that one is at, else from `here`."""
        if 0 <= self._at < len(self._found):
            index = self._at + step
            return index if 0 <= index < len(self._found) else None
        before = Position(here.passage, here.offset - 1) if step > 0 else here
        bisect, back = (bisect_right, 0) if step > 0 else (bisect_left, 1)
        index = bisect(self._found, before, key=_place) - back
        return index if 0 <= index < len(self._found) else None

    def marks(self, passage: int) -> list[Mark]:
        """Return the marks of a passage."""
        if self._marked[0] != passage:
            self._marked = passage, self._marks(passage)
        return self._marked[1]

    def _marks(self, passage: int) -> list[Mark]:
        first = bisect_left(self._found, passage, key=_passage)
        last = bisect_right(self._found, passage, key=_passage)
        marks = [
            Mark(start, end, "current_hit" if number == self._at else "hit")
            for number, (_, (start, end)) in enumerate(self._found[first:last], first)
        ]
        if self._pointed is not None and self._pointed[0] == passage:
            marks.append(Mark(*self._pointed[1], "current_hit"))
        return marks


def _place(hit: tuple[int, Span]) -> Position:
    return Position(hit[0], hit[1][0])


def _passage(hit: tuple[int, Span]) -> int:
    return hit[0]
