"""A line of a scraped page, and what can be told of it alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docs_store.reading.boilerplate import Furniture, furniture
from docs_store.reading.byline_forms import Byline
from docs_store.reading.bylines import announces_author, read_byline
from docs_store.reading.credited import Credited
from docs_store.reading.credits import split_credit
from docs_store.reading.makers import Strength
from docs_store.reading.press_labels import is_press_label, without_press_label
from docs_store.reading.press_words import CAPTION_LABEL

PROSE: Final = 200
"""Width from which a line without a credit is a paragraph of the text and nothing else."""
_LONGEST_LOOKED_AT: Final = 1_200
"""Width past which nothing but a paragraph is expected."""

_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]")
_SLUG = re.compile(
    r"""(?x)^(?:
    \d{8}[\s_-]\S.{2,90}                                   # 20240116 Some Agency Words 001
    |[\w()%+-]+(?:[\s][\w()%+-]+){0,6}\.(?:jpe?g|png|webp|gif|avif|tiff?|heic)   # IMG_1234.jpg
    |(?:IMG|DSC|DSCF|PXL|MVIMG|WhatsApp\sImage|Screenshot|Bildschirmfoto)[\s_-]?\d.{0,40}
    |(?![\d-]+$)[a-z0-9]+(?:[_-][A-Za-z0-9]+){3,}                  # no ISBN
    )$"""
)
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s?[♦■●□◆▪])?$")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[”’»)\]]?[.!?…][\"”’»)]*\s+[\"“„«(]?[^\W\d_a-zß-ÿ]")
_WINDOW = re.compile(r"[^\s|] [^\s|]+ (?:[|–—-]|::|·|») (?![^\W\d_]+ ?[:/])[^|:/©]{2,40}$")


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
    is_moment: bool = False
    """Whether it is the time of day that an entry of a live blog begins with."""

    @property
    def is_prose(self) -> bool:
        """Long, and nothing of the page's or a picture's."""
        return self.width >= PROSE and self.furniture is None and self.credited.strength < Strength.FAIR

    @property
    def is_credit(self) -> bool:
        """A credit on a line of its own."""
        return self.credited.strength >= Strength.FAIR and not self.credited.caption


def is_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def is_several(text: str) -> bool:
    """Tell whether another sentence begins within `text`."""
    return _STOP_INSIDE.search(text) is not None


def is_window_title(text: str) -> bool:
    """Tell whether the first line of a page is its window's title: "The well of Osk runs dry | Reuters"."""
    return _WINDOW.search(text) is not None


def read_line(text: str) -> Line:
    """Return what can be told of `text` alone."""
    width = len(text) if text.isascii() else len(text) + len(_WIDE.findall(text[:_LONGEST_LOOKED_AT]))
    if width > _LONGEST_LOOKED_AT:
        return Line(text, width, Credited(text))
    if is_press_label(text):
        return Line(text, width, Credited(text), (Furniture.BUTTON, ""))
    slug = bool(_SLUG.match(text))
    label = CAPTION_LABEL.match(text)
    if label and len(text) > label.end():
        return Line(text, width, split_credit(text[label.end() :]))
    byline = None if slug else read_byline(without_press_label(text))
    own = None if slug or byline else furniture(text)
    return Line(
        text,
        width,
        Credited(text) if slug or byline or own else split_credit(text),
        own,
        byline,
        announces_author(text),
        slug,
    )
