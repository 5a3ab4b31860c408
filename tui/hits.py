"""What is marked in a text: the hits of what was sought, and the place that the reader is at. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from docs_store import Span
from tui.typeset import Mark, Position, next_position


class Hits:
    """Hits in reading order, each the number of a passage and a span in it; one is at one of them, or elsewhere."""

    def __init__(self, found: Sequence[tuple[int, Span]] = ()) -> None:
        self._found = tuple(found)
        self._places = [Position(passage, start) for passage, (start, _) in found]
        self._at = -1
        self._pointed: tuple[int, Span] | None = None

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
        return self._places[self._at] if self._at >= 0 else None

    def select(self, index: int) -> None:
        """Be at hit `index`, from 0."""
        self._at, self._pointed = index, None

    def point(self, place: tuple[int, Span] | None) -> None:
        """Be at another place, or at none."""
        self._at, self._pointed = -1, place

    def following(self, step: int, here: Position) -> int | None:
        """Return the next hit (the one before, where `step` is -1), from the one that one is at, else from `here`."""
        if 0 <= self._at < len(self._found):
            index = self._at + step
            return index if 0 <= index < len(self._found) else None
        before = Position(here.passage, here.offset - 1) if step > 0 else here
        return next_position(self._places, before, step)

    def marks(self, passages: int) -> list[list[Mark]]:
        """Return the marks of each of so many passages."""
        marks: list[list[Mark]] = [[] for _ in range(passages)]
        for number, (passage, (start, end)) in enumerate(self._found):
            marks[passage].append(Mark(start, end, "current_hit" if number == self._at else "hit"))
        if self._pointed is not None:
            passage, (start, end) = self._pointed
            marks[passage].append(Mark(start, end, "current_hit"))
        return marks
