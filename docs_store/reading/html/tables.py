"""Tables of data on a page, a line a row; tables that only set out a page are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.images import IMAGES, read_image
from docs_store.reading.html.page import squeezed
from docs_store.reading.html.pictures import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CELLS: Final = ("td", "th")
_NO_DATA: Final = ("table", "form", "ul", "ol", "blockquote", "h1", "h2", "h3", "figure", "article", "iframe")
"""What stands in the cells of a table that sets out a page."""
_PARAGRAPHS: Final = ("p", "div")
_LONGEST: Final = 200
"""Code points of a cell; a longer one is text."""
_MEAN: Final = 60
"""Code points that the cells of a table have at most, taken together."""
_FEW: Final = 2
"""Cells of a row, and rows of a table."""
_SHARE: Final = 0.6
"""Share of the rows that have several cells, and as many as most."""
_LINKED: Final = 0.7
"""Share of a table's text that is links, from which it is a menu."""
_MOST_CELLS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, or what stands over all of them."""

    text: str
    links: tuple[tuple[str, str], ...] = ()


def read_rows(table: HtmlElement) -> list[Row]:
    """Return the rows of a table of data, their cells joined by " | "; none where the table is no such."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants(*_NO_DATA), None) is not None:
        return []
    if any(read_image(each) is not None for each in table.iterdescendants(*IMAGES)):
        return []
    rows = [list(row.iterchildren(*_CELLS)) for row in table.iterdescendants("tr")]
    if sum(map(len, rows)) > _MOST_CELLS or any(_is_text(cell) for row in rows for cell in row):
        return []
    texts = [[text_of(cell) for cell in row] for row in rows]
    if not _is_data([list(filter(None, row)) for row in texts], [_width(row) for row in rows]):
        return []
    found = [Row(text_of(each)) for each in table.iterchildren("caption")]
    found += [Row(" | ".join(filter(None, line)), tuple(_links(row))) for line, row in zip(texts, rows, strict=True)]
    found = [row for row in found if row.text]
    linked = sum(len(label) for row in found for label, _ in row.links)
    return found if linked <= _LINKED * sum(len(row.text) for row in found) else []


def _is_data(rows: list[list[str]], widths: list[int]) -> bool:
    """Tell whether rows of cells are data: several in most rows, as many in each, all short."""
    filled = [(row, width) for row, width in zip(rows, widths, strict=True) if row]
    several = [row for row, _ in filled if len(row) >= _FEW]
    cells = [cell for row in rows for cell in row]
    if len(several) < max(_FEW, len(filled) * _SHARE) or max(map(len, cells)) > _LONGEST:
        return False
    _, alike = Counter(width for _, width in filled).most_common(1)[0]
    return alike >= len(filled) * _SHARE and sum(map(len, cells)) <= _MEAN * len(cells)


def _is_text(cell: HtmlElement) -> bool:
    """Tell whether a cell holds more than one paragraph."""
    return sum(bool(squeezed(each.text_content())) for each in cell.iterchildren(*_PARAGRAPHS)) > 1


def _width(row: list[HtmlElement]) -> int:
    """Return how many columns a row spans."""
    return sum(int(span) if (span := cell.get("colspan") or "1").isdecimal() and len(span) < 4 else 1 for cell in row)


def _links(row: list[HtmlElement]) -> Iterator[tuple[str, str]]:
    for cell in row:
        for link in cell.iterdescendants("a"):
            label, url = squeezed(link.text_content()), (link.get("href") or "").strip()
            if label and url and not url.startswith(("#", "javascript:")):
                yield label, url
