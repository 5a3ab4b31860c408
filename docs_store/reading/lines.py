"""The lines of a scraped page, each with what can be told of it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from docs_store.reading.boilerplate import Furniture, furniture
from docs_store.reading.bylines import Byline, announces_author, people_in, read_byline
from docs_store.reading.credits import Credited, Strength, split_credit

PROSE: Final = 200
"""Width from which a line without a credit is a paragraph of the text and nothing else."""
_LONGEST_LOOKED_AT: Final = 1_200
"""Width past which nothing but a paragraph is expected."""
_DEEPEST_BYLINE: Final = 25
"""Lines from the top among which a name beside a date is the author's."""

_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]")
_SLUG = re.compile(
    r"""(?x)^(?:
    \d{8}[\s_-]\S.{2,90}                                   # 20240116 Some Agency Words 001
    |[\w()%+-]+(?:[\s][\w()%+-]+){0,6}\.(?:jpe?g|png|webp|gif|avif|tiff?|heic)   # IMG_1234.jpg
    |(?:IMG|DSC|DSCF|PXL|MVIMG|WhatsApp\sImage|Screenshot|Bildschirmfoto)[\s_-]?\d.{0,40}
    |[a-z0-9]+(?:[_-][A-Za-z0-9]+){3,}
    )$"""
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what it is by its own words."""

    text: str
    width: int
    """Columns it would take: code points, those of wide scripts twice."""
    credited: Credited
    furniture: tuple[Furniture, str] | None = None
    byline: Byline | None = None
    announces_author: bool = False
    is_slug: bool = False

    @property
    def is_prose(self) -> bool:
        """Long, and nothing of the page's or a picture's."""
        return self.width >= PROSE and self.furniture is None and self.credited.strength < Strength.FAIR

    @property
    def is_credit(self) -> bool:
        """A credit on a line of its own."""
        return self.credited.strength >= Strength.FAIR and not self.credited.caption


def read_line(text: str) -> Line:
    """Return what can be told of `text` alone."""
    width = len(text) if text.isascii() else len(text) + len(_WIDE.findall(text[:_LONGEST_LOOKED_AT]))
    if width > _LONGEST_LOOKED_AT:
        return Line(text, width, Credited(text))
    slug = bool(_SLUG.match(text))
    byline = None if slug else read_byline(text)
    return Line(
        text,
        width,
        Credited(text) if slug or byline else split_credit(text),
        None if slug or byline else furniture(text),
        byline,
        announces_author(text),
        slug,
    )


def read_lines(texts: Iterable[str]) -> list[Line]:
    """Return the lines of a page; a line of names beside the line with the date, under a headline, is a byline."""
    lines = [read_line(text) for text in texts]
    headed = False
    for at, line in enumerate(lines[:_DEEPEST_BYLINE]):
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(lines) and _is_date_line(lines[near])]
        people = people_in(line.text) if headed and beside and line.byline is None and not line.furniture else ()
        if people:
            lines[at] = replace(line, byline=Byline(people), credited=Credited(line.text))
            for near in beside:  # "Ada Byron" over "Lindau, Bavaria · 6 April 2024"
                lines[near] = replace(lines[near], byline=Byline(published=_published(lines[near])))
        headed = headed or not (line.furniture or line.byline)
    return lines


def _is_date_line(line: Line) -> bool:
    return bool(_published(line)) and not any(map(people_in, line.byline.authors if line.byline else ()))


def _published(line: Line) -> str:
    return line.byline.published if line.byline else ""
