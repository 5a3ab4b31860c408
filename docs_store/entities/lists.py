"""Names in a list are of one kind: "Merck, Varnolt and Pfizer" are three companies."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from docs_store.entities.vote import Candidate
from docs_store.entities.words import CERTAIN
from docs_store.model import EntityKind

_BETWEEN: Final = {" and ": 1.5, " or ": 1.5, ", and ": 0.75, ", ": 0.75}
"""What stands between the names of a list, and how much the kind of one speaks for the kind of the next."""
_WIDEST: Final = max(map(len, _BETWEEN))
_JOINED: Final = 1.5
"""What a place needs: after a comma it says where somebody or something is, or ends a clause."""


def in_lists(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates of `text`, in order, each that is not certain with the kinds of its certain neighbours."""
    answer = list(candidates)
    for at, (one, other) in enumerate(pairwise(candidates)):
        if other.start - one.end > _WIDEST:
            continue
        weight = _BETWEEN.get(text[one.end : other.start])
        if weight is None:
            continue
        if one.piece.weight >= CERTAIN > other.piece.weight:
            answer[at + 1] = _like(answer[at + 1], one.piece.kind, weight)
        elif other.piece.weight >= CERTAIN > one.piece.weight:
            answer[at] = _like(answer[at], other.piece.kind, weight)
    return answer


def _like(candidate: Candidate, kind: EntityKind | None, weight: float) -> Candidate:
    if kind is None or (kind is EntityKind.PLACE and (weight < _JOINED or " " in candidate.piece.name)):
        return candidate
    return candidate._replace(context=(*candidate.context, (kind, weight)))
