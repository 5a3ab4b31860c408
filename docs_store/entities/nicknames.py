"""Persons with a nickname inside their names: "Odile "Dolly" Varga" is one name, of Odile Varga."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docs_store.entities.gazetteer import Gazetteer
from docs_store.entities.names import key, plain
from docs_store.entities.vote import Candidate
from docs_store.entities.words import CERTAIN, Piece
from docs_store.model import EntityKind

_WORD: Final = r"[^\W\d_][\w’'-]+"
_NICKNAME: Final = r"(?:the )?[A-Z][\w’' -]{0,20}"
_NICKNAMED: Final = re.compile(
    rf"\b(?P<first>{_WORD}(?: (?:[A-Z]\.|{_WORD}))?) (?:\"{_NICKNAME}\"|“{_NICKNAME}”) (?P<family>{_WORD})"
)


def with_nicknames(
    block: int | None, text: str, candidates: Sequence[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """Return the candidates of `text`, in order, those of persons with nicknames as one each."""
    found = []
    for match in _NICKNAMED.finditer(text) if '"' in text or "“" in text else ():
        first, family = match["first"], match["family"]
        start = match.start()
        if not first.split(" ")[0][0].isupper():  # "says Odile"
            first = first.split(" ")[-1]
            start = match.end("first") - len(first)
        somebody = plain(first.split(" ")[0]) in gazetteer.given and first[0].isupper() and family[0].isupper()
        if somebody and (plain(family) in gazetteer.surnames or not gazetteer.is_word(family.lower())):
            name = f"{first} {family}"
            piece = Piece(0, match.end() - start, EntityKind.PERSON, CERTAIN, name, key(name))
            found.append(Candidate(block, start, match.end(), piece, (), silent=False))
    if not found:
        return list(candidates)
    kept = (each for each in candidates if not any(new.start < each.end and each.start < new.end for new in found))
    return sorted([*kept, *found], key=lambda each: each.start)
