"""Titles of works, which look like somebody or some place: "the novel Quill Street", "his film Odile Varga"."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities.lexicon import words
from docs_store.entities.words import Piece
from docs_store.model import EntityKind

WORKS: Final = words(
    "film movie novel album book musical sitcom comedy thriller sequel prequel biopic opera song "
    "memoir autobiography bestseller best-seller drama documentary ballet soap films novels albums songs musicals"
)
"""What stands before the title of a work; "series" and "play" stand before teams as well."""
_MADE: Final = re.compile(
    r" (?:and [A-Z]|(?:(?:ha[sd]|never|once|first|later|co-)[ ]?)?(?:wrote|written|made|directed|produced|published|"
    r"recorded|released|starred|planned|wanted|penned|shot|loved|read|sang|sings|gave|won|bought|wants|writes|makes)\b)"
)
"""What shows that the name is of who made it: "the book Odile Varga wrote"."""
_OPEN: Final = frozenset("\"“‘'")
_CLOSE: Final = frozenset("\"”’',")


def is_work(text: str, end: int, piece: Piece, before: str) -> bool:
    """Tell whether the piece, up to `text[end]`, is or begins the title of a work; `before` is the word before it."""
    if before not in WORKS or piece.kind is EntityKind.EVENT:
        return False
    return piece.kind is not EntityKind.PERSON or not _MADE.match(text, end)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell "Quill Street" between quotation marks: what has to be called so is no street."""
    return text[start - 1 : start] in _OPEN and text[end : end + 1] in _CLOSE
