"""Paragraphs put together from lines: by the space between them, by indents, and by how lines end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from docs_store.model import BlockKind
from docs_store.reading.pdf.lines import Line
from docs_store.reading.story import list_item

_LONGEST_HEADING: Final = 200
_LARGER: Final = 1.12
"""How much larger than running text a heading is set, at least."""
_SAME: Final = 0.08
"""By how much the sizes in one paragraph may differ."""
_WIDE_GAP: Final = 1.35
"""Spaces between paragraphs, in lines, from which on it is one."""
_INDENT: Final = (0.5, 6.0)
"""How far the first line of a paragraph is set in, in sizes of its letters."""
_SHORT: Final = 0.75
"""Share of a usual line that the last line of a paragraph is shorter than."""
_MUCH_SHORTER: Final = 0.6
_ENDS = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text."""

    kind: BlockKind
    text: str
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a document."""

    size: float
    leading: float
    length: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Return the paragraphs and headings on the pages."""
    usual = _usual(pages)
    found: list[Paragraph] = []
    held: list[Line] = []
    begun = 0
    for number, page in enumerate(pages):
        for line in page:
            if held and _parts(held, line, usual):
                found.append(_paragraph(held, usual, begun))
                held = []
            if not held:
                begun = number
            held.append(line)
    if held:
        found.append(_paragraph(held, usual, begun))
    return found


def headline(found: Sequence[Paragraph]) -> int | None:
    """Return which of the paragraphs is the headline: the largest heading on the first page with text."""
    first = found[0].page if found else 0
    headings = [at for at, each in enumerate(found) if each.page == first and each.kind is BlockKind.HEADING]
    return max(headings, key=lambda at: (found[at].size, -at), default=None)


def _usual(pages: Sequence[Sequence[Line]]) -> _Usual:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    ((size, _),) = sizes.most_common(1)
    running = [[line for line in page if line.size == size] for page in pages]
    gaps = [above.y - below.y for page in running for above, below in pairwise(page)]
    down = [gap for gap in gaps if 0.5 * size < gap < 3 * size]
    lengths = sorted(len(line.text) for page in running for line in page)
    return _Usual(size, sorted(down)[len(down) // 2] if down else 1.2 * size, lengths[len(lengths) * 3 // 4])


def _parts(held: Sequence[Line], line: Line, usual: _Usual) -> bool:
    """Tell whether `line` begins another paragraph after the lines in `held`."""
    last = held[-1]
    if abs(line.size - last.size) > _SAME * last.size or bool(list_item(line.text)):
        return True
    has_ended = bool(_ENDS.search(last.text))
    gap = last.y - line.y
    if gap < -last.size:  # the top of another column or page
        is_last = has_ended or len(last.text) < _SHORT * usual.length
        return (is_last and not line.text[:1].islower()) or _is_heading(held, usual)
    if gap > _WIDE_GAP * max(usual.leading, last.size):
        return True
    if line.size >= _LARGER * usual.size:  # a headline may be centred
        return False
    low, high = (share * line.size for share in _INDENT)
    left = min(each.x for each in held)
    if low < line.x - left < high and abs(gap) > 0.5 * last.size and not list_item(held[0].text):
        return True
    if last.is_bold != line.is_bold and len(last.text) < _SHORT * usual.length:
        return True
    if len(last.text) < _MUCH_SHORTER * len(line.text) and not line.text[:1].islower():
        return True  # a byline, a place: the next line's first word had room there
    return has_ended and len(last.text) < _SHORT * usual.length


def _paragraph(lines: Sequence[Line], usual: _Usual, page: int) -> Paragraph:
    text = _joined(line.text for line in lines)
    if _is_heading(lines, usual):
        return Paragraph(BlockKind.HEADING, text, lines[0].size, page)
    item = list_item(text)
    return Paragraph(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, item or text, lines[0].size, page)


def _is_heading(lines: Sequence[Line], usual: _Usual) -> bool:
    if sum(len(line.text) for line in lines) > _LONGEST_HEADING:
        return False
    if lines[0].size >= _LARGER * usual.size:
        return True
    return all(line.is_bold for line in lines) and len(lines) < 3 and not re.search(r"[.,;]$", lines[-1].text)


def _joined(lines: Iterable[str]) -> str:
    """Return lines as one text; a word parted at the end of a line is put together again."""
    text = ""
    for line in lines:
        is_parted = line[:1].islower() and bool(_HYPHEN.search(text))
        text = text[:-1] + line if is_parted else f"{text} {line}"
    return text.strip()
