"""The entries of a live blog: each has its moment, which stands at the head of it, and may have a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docs_store.model import BlockKind
from docs_store.reading.byline_words import DATE_WORDS
from docs_store.reading.dates import find_dates
from docs_store.reading.html.flow import Piece

_LONGEST: Final = 40
"""Code points of a moment."""
_FEW: Final = 2
"""Entries of which a live blog has at least as many."""
_CLOCK = re.compile(
    r"(?i)(?<![\d.:])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?(?![\d.:])(?: ?[ap]\.?m\b\.?)?(?: ?(?:uhr|h)\b)?"
)
_ZONE = re.compile(r"\b[A-Z]{2,4}\b")


def find_entries(pieces: Sequence[Piece], kept: Sequence[int]) -> dict[int, str]:
    """Return the headings of the entries of a live blog, by where they stand: the moment, and what is said behind it.

    `kept` are the places of the text. Of an entry without a heading it is the moment alone; "" where a moment stands
    that is told with its heading.
    """
    known = set(kept)
    texts = [at for at, piece in enumerate(pieces) if piece.text] if kept else []
    found: dict[int, str] = {}
    for place, at in enumerate(texts[:-1]):
        if not (kept[0] <= texts[place + 1] <= kept[-1] + 1) or not is_moment(pieces[at].text):
            continue
        before, after, later = texts[place - 1] if place else at, texts[place + 1], [*texts, -1][place + 2]
        moment = pieces[at].text
        if pieces[after].kind is BlockKind.HEADING and later in known:
            found |= {after: f"{moment} {pieces[after].text}", at: ""}
        elif pieces[before].kind is BlockKind.HEADING and before > kept[0] and before not in found and after in known:
            found |= {before: f"{moment} {pieces[before].text}", at: ""}
        elif after in known and pieces[after].kind is not BlockKind.HEADING:
            found[at] = moment
    return found if sum(map(bool, found.values())) >= _FEW else {}


def is_moment(text: str) -> bool:
    """Tell whether a line says nothing but when: a time of day, and maybe the day."""
    clock = _CLOCK.search(text) if len(text) <= _LONGEST else None
    if clock is None:
        return False
    rest = text[: clock.start()] + " " + text[clock.end() :]
    for _, start, end in reversed(list(find_dates(rest))):
        rest = f"{rest[:start]} {rest[end:]}"
    return not any(map(str.isalnum, DATE_WORDS.sub(" ", _ZONE.sub(" ", rest))))
