"""Typesetting: passages to lines of named runs. Pure; knows cells, not Textual.

A *passage* is a stretch of text wrapped as one (a headline, a paragraph, a caption). A *page* is an article's passages
wrapped to a width, a line at a time. A *run* is text with the roles it plays; a palette turns roles into styles.
Positions are (passage, offset) in code points, so they survive a change of width.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from msgspec import Struct
from rich.cells import cell_len

from docs_store import Span
from tui.wrapping import wrap, wrap_parts

DEFAULT_MEASURE: Final = 72
"""Columns of running text. Bringhurst: 45 to 75 characters a line is read most easily."""

MEASURES: Final = (40, 120)
"""The narrowest and widest measure a reader may ask for."""


class Run(NamedTuple):
    """Text and the roles it plays, outermost first: ("paragraph", "person", "hit")."""

    text: str
    roles: tuple[str, ...]


Line: TypeAlias = tuple[Run, ...]


class Position(NamedTuple):
    """A place in a page: the passage and the offset in its text, -1 for the blank line before it."""

    passage: int
    offset: int


START: Final = Position(0, 0)
"""Where a page begins."""


class Mark(NamedTuple):
    """A role laid over `start..end` of a passage's text."""

    start: int
    end: int
    role: str


class Passage(Struct, frozen=True):
    """Text wrapped as one, and how it stands on the page."""

    text: str
    role: str
    block: int | None = None
    """The block of the article it shows; None for the headline, the byline and pictures' credits."""
    first: str = ""
    """What stands before its first line."""
    rest: str = ""
    """What stands before its other lines; as many cells as `first`."""
    gap: bool = True
    """A blank line before it."""
    image: int | None = None
    """The picture that stands here: set for captions, and for what stands in for a missing one."""
    margin: str = "rule"
    """The role of what stands before its lines."""
    in_parts: bool = False
    """Whether its lines break between its parts, which " · " divides, rather than inside them."""


class Page:
    """Passages wrapped to a width. Lines are made in order, as far as they are asked for.

    A line is (passage, start, end); a gap is (passage, -1, -1), before the passage's first line. Lines are therefore
    sorted, and a position is found by bisection.
    """

    def __init__(self, passages: Sequence[Passage], width: int) -> None:
        self.passages = passages
        self.width = width
        self.lines: list[tuple[int, int, int]] = []
        self._next = 0

    @property
    def complete(self) -> bool:
        """True once every passage is wrapped."""
        return self._next == len(self.passages)

    def extend(self, characters: int) -> None:
        """Wrap further passages until about `characters` more code points are on the page."""
        wrapped = 0
        while wrapped < characters and not self.complete:
            number = self._next
            passage = self.passages[number]
            if passage.gap and self.lines:
                self.lines.append((number, -1, -1))
            inner = self.width - cell_len(passage.first)
            lines = (wrap_parts if passage.in_parts else wrap)(passage.text, inner)
            self.lines += [(number, start, end) for start, end in lines]
            wrapped += len(passage.text) + 1
            self._next += 1

    def extend_lines(self, lines: int) -> None:
        """Wrap until there are so many lines, if there are."""
        while not self.complete and len(self.lines) < lines:
            self.extend(1)

    def extend_to(self, position: Position) -> None:
        """Wrap as far as `position`."""
        while not self.complete and self._next <= position.passage:
            self.extend(1)

    def line_of(self, position: Position) -> int:
        """Return the line that shows `position`, wrapping as far as it; the last line where it lies beyond the end."""
        self.extend_to(position)
        line = bisect_right(self.lines, (position.passage, position.offset, 1 << 62)) - 1
        return max(0, line)

    def position_of(self, line: int) -> Position:
        """Return the position at the start of `line`, of those wrapped so far."""
        if not self.lines:
            return START
        passage, start, _ = self.lines[min(max(line, 0), len(self.lines) - 1)]
        return Position(passage, start)

    def runs(self, line: int, marks: Sequence[Mark] = ()) -> Line:
        """Return `line` as runs; `marks` are those of its passage, in order of start, later ones on top."""
        number, start, end = self.lines[line]
        if start < 0:
            return ()
        passage = self.passages[number]
        first = line == 0 or self.lines[line - 1][0] != number or self.lines[line - 1][1] < 0
        prefix = passage.first if first else passage.rest
        before = (Run(prefix, (passage.margin,)),) if prefix else ()
        return (*before, *styled(passage.text, start, end, (passage.role,), marks))


def styled(text: str, start: int, end: int, roles: tuple[str, ...], marks: Iterable[Mark]) -> Line:
    """Return `text[start:end]` as runs: `roles`, and on top the roles of the marks that cover each stretch."""
    covering = [mark for mark in marks if mark.start < end and mark.end > start]
    if not covering:
        return (Run(text[start:end], roles),) if end > start else ()
    cuts = sorted({start, end, *(max(m.start, start) for m in covering), *(min(m.end, end) for m in covering)})
    return tuple(
        Run(text[left:right], (*roles, *(mark.role for mark in covering if mark.start <= left < mark.end)))
        for left, right in pairwise(cuts)
    )


def next_position(places: Sequence[Position], here: Position, step: int) -> int | None:
    """Return the index of the place after `here` (before it where `step` is -1), None where there is none."""
    index = bisect_right(places, here) if step > 0 else bisect_left(places, here) - 1
    return index if 0 <= index < len(places) else None


def wrapped_lines(
    text: str, width: int, roles: tuple[str, ...], marks: Iterable[Mark] = (), *, most: int = 99, indent: str = ""
) -> list[Line]:
    """Return `text` as at most `most` lines of `width` cells, an ellipsis where more was cut.

    `indent` stands before all but the first.
    """
    spans = wrap(text, width)
    if indent and len(spans) > 1:
        spans = wrap(text, width - len(indent))
    marks = list(marks)
    lines = [styled(text, start, end, roles, marks) for start, end in spans[:most]]
    if len(spans) > most and lines:
        start, end = spans[most - 1]
        kept = end if cell_len(text[start:end]) < width - len(indent) else max(start, end - 1)
        lines[-1] = (*styled(text, start, kept, roles, marks), Run("…", roles))
    return [*lines[:1], *((Run(indent, ()), *line) for line in lines[1:])] if indent else lines


def hit_marks(spans: Iterable[Span]) -> list[Mark]:
    """Return search marks for `spans`."""
    return [Mark(start, end, "hit") for start, end in spans]
