"""The votes of a document: how much its mentions of a name, together, speak for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from docs_store.entities import names
from docs_store.entities.candidates import Candidate, Definition
from docs_store.entities.cues import ARTICLE, ARTICLE_AGAIN, Evidence
from docs_store.entities.gazetteer import load
from docs_store.entities.words import CERTAIN, HINT, LIKELY, ORGANISATION, PERSON, TRACE, Piece
from docs_store.model import EntityKind

ENOUGH: Final = {EntityKind.PERSON: 1.5, EntityKind.ORGANISATION: 1.5, EntityKind.PLACE: 0.6, EntityKind.EVENT: 1.5,
                 EntityKind.OTHER: 1.5}  # fmt: skip
"""Votes that a name needs to be marked. Places need fewest: what stands after "in" or "from" is little else."""
ENOUGH_OF_COMMON: Final = 2.0
"""Votes that a name made of common words needs ("Grand Slam", "Green Day")."""

_LOOKS: Final = 2
"""Mentions that count for what a name looks like, where that is not certain."""


class Tally:
    """Counts the candidates of one document. Names go by their identity, `names.key`."""

    def __init__(self, candidates: Iterable[Candidate], definitions: Iterable[Definition]) -> None:
        self._votes: dict[str, dict[EntityKind, float]] = {}
        self._leaders: dict[str, EntityKind | None] = {}
        self._own: dict[str, EntityKind] = {}
        """What a name says by itself, which breaks a tie: a parliament that somebody is in is no place for that."""
        self._heard: set[str] = set()
        self._common: set[str] = set()
        self._articled: set[str] = set()
        self._looked: dict[str, int] = {}
        self._persons: set[str] = set()
        for candidate in candidates:
            self._count(candidate)
        for definition in definitions:
            votes = self._votes.setdefault(names.key(definition.acronym), {})
            votes[ORGANISATION] = votes.get(ORGANISATION, 0.0) + CERTAIN

    def votes(self, identity: str) -> Mapping[EntityKind, float]:
        """Return how much speaks for each kind of a name that was counted."""
        return self._votes[identity]

    def is_heard(self, identity: str) -> bool:
        """Tell whether the capitals of a name say something anywhere in the document."""
        return identity in self._heard

    def is_somebody(self, identity: str) -> bool:
        """Tell whether a title, and no mere verb, has shown a name to be somebody's."""
        return identity in self._persons

    def leader(self, identity: str) -> EntityKind | None:
        """Return the kind of a name that has most votes, or None where it has not enough."""
        if identity not in self._leaders:
            votes = self._votes[identity]
            kind = next(iter(votes), None)
            if len(votes) > 1:
                own = self._own.get(identity) if identity not in self._persons else None
                kind = max(votes, key=lambda kind: (votes[kind], kind is own, kind))
            enough = kind and votes[kind] >= (ENOUGH_OF_COMMON if identity in self._common else ENOUGH[kind])
            self._leaders[identity] = kind if enough else None
        return self._leaders[identity]

    def _count(self, candidate: Candidate) -> None:
        _, _, _, piece, context, silent = candidate
        _, _, own, weight, _, identity, common = piece  # taken apart at once, which is what is cheap of a tuple
        votes = self._votes.get(identity)
        if votes is None:
            votes = self._votes[identity] = {}
        if common and weight != TRACE:
            self._common.add(identity)
        if own is not None:
            if own is not PERSON:  # of which two words that are no words are but a sign
                self._own.setdefault(identity, own)
            elif weight >= CERTAIN:
                self._persons.add(identity)
            if weight >= CERTAIN or not (silent or self._has_looked(piece)):
                votes[own] = votes.get(own, 0.0) + weight
        if silent:
            return
        self._heard.add(identity)
        if context and weight < CERTAIN:
            for kind, told in self._told_of(piece, context):
                votes[kind] = votes.get(kind, 0.0) + told

    def _told_of(self, piece: Piece, context: Evidence) -> Iterable[tuple[EntityKind, float]]:
        """Yield what the surroundings of a name count for."""
        if piece.kind is None and context == ARTICLE:
            if piece.identity in self._articled:
                context = ARTICLE_AGAIN
            self._articled.add(piece.identity)
        for kind, weight in context:
            # "Migration Watch says", "Shell says": words that nobody is called by speak for a body.
            nobody = kind is PERSON and weight > 0 and _is_nobody(piece, weight)
            yield ORGANISATION if nobody else kind, weight

    def _has_looked(self, piece: Piece) -> bool:
        """Tell whether what a name looks like counts no more: it looks so every time, and its surroundings vary.

        What is known counts always, and so do letters, before which "in" says little: "in OSK lamps".
        """
        if piece.weight > LIKELY or piece.name.isupper():
            return False
        looked = self._looked[piece.identity] = self._looked.get(piece.identity, 0) + 1
        return looked > _LOOKS


def _is_nobody(piece: Piece, weight: float) -> bool:
    """Tell words that are no name of somebody's, or a company's word or letters, which more must be said of."""
    first, _, rest = piece.name.partition(" ")
    if rest:
        return piece.common and first not in load().given
    told = weight < LIKELY if piece.common else first.isupper() and HINT <= weight < LIKELY
    return told and piece.kind is ORGANISATION
