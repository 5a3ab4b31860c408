"""Find names in a document: rules and the gazetteer propose (`grammar`, `context`), the document decides (`vote`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from docs_store.entities import names
from docs_store.entities.context import evidence
from docs_store.entities.gazetteer import Gazetteer, load
from docs_store.entities.grammar import parse
from docs_store.entities.runs import find_runs
from docs_store.entities.vote import Candidate, Definition, Vote
from docs_store.entities.words import CERTAIN, Piece
from docs_store.model import EntityKind, EntityMention

_IN_BRACKETS: Final = re.compile(r" ?\(([A-Z][A-Za-z&.-]{1,9})\)")


def find_names(texts: Mapping[int | None, str], *, witness: str = "") -> list[EntityMention]:
    """Return the names in English `texts`, in order, each with its text's key as `block`.

    The texts are one document. `witness` (its title) takes part in the vote, and no mention of it is returned.
    """
    gazetteer = load()
    candidates: list[Candidate] = []
    definitions: list[Definition] = []
    for block, text in texts.items():
        _propose(block, text, gazetteer, candidates, definitions)
    asked = len(candidates)
    if not asked:
        return []
    if witness:
        _propose(None, witness, gazetteer, candidates, definitions)
    return Vote(candidates, definitions).mentions(candidates[:asked])


def _propose(
    block: int | None, text: str, gazetteer: Gazetteer, candidates: list[Candidate], definitions: list[Definition]
) -> None:
    for run in find_runs(text):
        for piece in parse(run.text, run.opens or run.headline):
            start, end = run.start + piece.start, run.start + piece.end
            after = text[end : end + 2]
            if after in ("'s", "’s") and f"{piece.name}'s" in gazetteer.organisations:
                end += 2  # "McDonald's"
                name = gazetteer.organisations[f"{piece.name}'s"]
                piece = Piece(piece.start, piece.end + 2, EntityKind.ORGANISATION, CERTAIN, name, names.key(name))
            silent = run.headline or (run.opens and piece.common and piece.start == 0)
            context = evidence(text, start, end, gazetteer) if piece.weight < CERTAIN and not silent else ()
            candidates.append(Candidate(block, start, end, piece, context, silent))
            bracket = _IN_BRACKETS.match(text, end) if after == " (" else None
            if bracket and len(piece.name) > len(bracket[1]):
                acronym = bracket[1]
                if names.initials(text[start:end]) == acronym.replace(".", "").upper():
                    definitions.append(Definition(acronym, piece.name))
