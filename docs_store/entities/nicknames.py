"""Persons with a nickname inside their names: "Odile "Dolly" Varga" is one name, of Odile Varga."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities.candidates import Candidate
from docs_store.entities.gazetteer import Gazetteer
from docs_store.entities.names import key, plain
from docs_store.entities.words import CERTAIN, Piece
from docs_store.model import EntityKind

_NICKNAME: Final = r"(?:the )?[A-Z][\w’' -]{0,20}"
_BETWEEN: Final = re.compile(rf" (?:\"{_NICKNAME}\"|“{_NICKNAME}”) (?P<family>[^\W\d_][\w’'-]+)")
_BEFORE: Final = re.compile(r"(?P<given>[^\W\d_a-z][\w’'-]+)(?: (?:[A-Z]\.|[^\W\d_a-z][\w’'-]+))?$")
_NEAR: Final = 40
"""Code points before a nickname where the name's beginning is looked for."""


def with_nicknames(block: int | None, text: str, candidates: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Return the candidates of `text`, in order, those of persons with nicknames as one each."""
    if '"' not in text and "“" not in text:  # most texts; the expression looks at each word
        return candidates
    found = []
    for match in _BETWEEN.finditer(text):
        family = match["family"]
        near = max(0, match.start() - _NEAR)
        first = _BEFORE.search(text[near : match.start()])
        if first is None or plain(first["given"]) not in gazetteer.given or not family[0].isupper():
            continue
        if plain(family) in gazetteer.surnames or not gazetteer.is_word(family.lower()):
            start = near + first.start()
            name = f"{first[0]} {family}"
            piece = Piece(0, match.end() - start, EntityKind.PERSON, CERTAIN, name, key(name))
            found.append(Candidate(block, start, match.end(), piece, (), silent=False))
    if not found:
        return candidates
    kept = (each for each in candidates if not any(new.start < each.end and each.start < new.end for new in found))
    return sorted([*kept, *found], key=lambda each: each.start)
