"""Which pieces of a page are its article.

trafilatura says which text is the article's; the page's own elements say what kind each stretch of it is, and where
the pictures stand. The two are brought together by their letters: a piece is kept where trafilatura's text has it.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.flow import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONG: Final = 30
"""Letters by which a stretch is known wherever it stands; a wide letter counts for three."""
_LEAST_FOUND: Final = 0.6
"""Share of trafilatura's text that must be found in the page's elements, else its own lines are taken."""
_MOST_ELEMENTS: Final = 60_000
"""Elements of a page that trafilatura is given: its time grows faster than they do."""

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Body:
    """The article within a page."""

    kept: tuple[int, ...] = ()
    """Which of the page's pieces are its text, in reading order."""
    lines: tuple[str, ...] = ()
    """Its text where the page's elements do not hold it."""


def letters(text: str) -> str:
    """Return the letters and digits of `text`, folded: what one text has in common however it is set."""
    return _NO_LETTER.sub("", text).lower()


def find_body(tree: HtmlElement, pieces: list[Piece]) -> Body:
    """Return which of `pieces` are the article's text."""
    lines = _article_lines(tree)
    kept, found = _aligned(pieces, lines)
    total = sum(len(letters(line)) for line in lines)
    if total and found < total * _LEAST_FOUND:
        return Body(lines=tuple(lines))
    return Body(tuple(kept))


def _article_lines(tree: HtmlElement) -> list[str]:
    """Return the lines that trafilatura takes for the article's text."""
    from trafilatura import bare_extraction

    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs each page it finds nothing in
    document = bare_extraction(tree, include_comments=False)
    text = document.text if document is not None and not isinstance(document, dict) else None
    return [line for line in (text or "").split("\n") if line.strip()]


def _aligned(pieces: list[Piece], lines: list[str]) -> tuple[list[int], int]:
    """Return the pieces whose letters stand in `lines`, and how many letters these are.

    Long pieces are found wherever they stand; a short one only between its neighbours, where it cannot be a stray
    word that the text happens to have.
    """
    whole = "".join(map(letters, lines))
    spelled = [letters(piece.text) for piece in pieces]
    places: dict[int, tuple[int, int]] = {}
    taken: set[str] = set()
    for at, word in enumerate(spelled):
        if _weight(word) >= _LONG and word not in taken and (start := whole.find(word)) >= 0:
            places[at] = (start, start + len(word))
            taken.add(word)
    kept, end, waiting = [], 0, list[int]()
    for at, word in enumerate(spelled):
        if at not in places:
            if word:
                waiting.append(at)
            continue
        start = places[at][0]
        kept.extend(_between(waiting, spelled, whole[end:start] if end <= start else ""))
        waiting = []
        kept.append(at)
        end = places[at][1]
    kept.extend(_between(waiting, spelled, whole[end:]))
    return kept, sum(len(spelled[at]) for at in kept)


def _between(waiting: list[int], spelled: list[str], gap: str) -> list[int]:
    """Return which `waiting` pieces stand in `gap`, the letters between two that are known, in its order."""
    found, begin = [], 0
    for at in waiting:
        start = gap.find(spelled[at], begin)
        if start == begin or (start >= 0 and _weight(spelled[at]) >= _LONG // 3):
            found.append(at)
            begin = start + len(spelled[at])
    return found


def _weight(word: str) -> int:
    return len(word) if word.isascii() else sum(3 if letter > "\u2e80" else 1 for letter in word)
