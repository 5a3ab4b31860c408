"""The lines on the pages of a PDF file: where they stand, how large they are, and which only repeat on every page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from pypdf import PageObject

_Matrix: TypeAlias = Sequence[float]

_EDGE: Final = 2
"""Lines at the top and at the bottom of a page that may be running ones."""
_SPACES = re.compile(r"\s+")
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"(?i)^\W*(?:page|seite|p\.|s\.|página|pagina|str\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `x` and `y` are where it begins, from the left and from the bottom of its page."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool


def lines_of(page: PageObject) -> list[Line]:
    """Return the lines of a page in the order in which it draws them, which is nearly always that of reading."""
    gatherer = _Gatherer()
    page.extract_text(visitor_text=gatherer.take)
    gatherer.end_line()
    return gatherer.lines


class _Gatherer:
    """Puts lines together from what pypdf comes across: pieces of text in one font, with where they begin."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._first: tuple[float, float] | None = None
        self._sizes: Counter[tuple[float, bool]] = Counter()

    def take(self, text: str, outer: _Matrix, inner: _Matrix, font: object, size: float) -> None:
        """Take a piece of text; a line feed in it ends a line."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self.end_line()
            if not part.strip():
                self._parts.append(part)
                continue
            if self._first is None:
                self._first = _place(outer, inner)
            scale = math.hypot(inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3])
            height = size * scale
            self._sizes[round(height, 1) if math.isfinite(height) else 0.0, _is_bold(font)] += len(part)
            self._parts.append(part)

    def end_line(self) -> None:
        """Keep the line that has been put together."""
        text = _SPACES.sub(" ", "".join(self._parts)).strip()
        if text and self._first is not None:
            (((size, is_bold), _),) = self._sizes.most_common(1)
            self.lines.append(Line(text, *self._first, size, is_bold))
        self._parts, self._first = [], None
        self._sizes.clear()


def _place(outer: _Matrix, inner: _Matrix) -> tuple[float, float]:
    x, y = inner[4], inner[5]
    return x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]


def _is_bold(font: object) -> bool:
    name = font.get("/BaseFont", "") if isinstance(font, dict) else ""
    return any(word in str(name).lower() for word in ("bold", "black", "heavy", "demi"))


def without_running_lines(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without page numbers and what stands above or below the text of half of them; and that."""
    edges = [set(_edges(page)) for page in pages]
    counts = Counter(key for page in edges for key in {_key(line) for line in page})
    running = {key for key, count in counts.items() if count > 1 and count * 2 >= len(pages)}
    left_out: dict[str, None] = {}
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        here = {line for line in edge if _key(line) in running or _PAGE_NUMBER.match(line.text)}
        left_out.update(dict.fromkeys(line.text for line in page if line in here))
        kept.append([line for line in page if line not in here])
    return kept, list(left_out)


def _edges(page: Sequence[Line]) -> Iterator[Line]:
    by_height = sorted(page, key=lambda line: line.y)
    yield from by_height[:_EDGE]
    yield from by_height[-_EDGE:]


def _key(line: Line) -> tuple[str, float]:
    """Return a line's text without what changes from page to page, and its size: the headline may be repeated small."""
    return _NUMBERS.sub("#", line.text), line.size
