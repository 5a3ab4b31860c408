"""What may be a name where it stands in a document, and what a document says its acronyms mean."""

from __future__ import annotations

from typing import NamedTuple

from docs_store.entities.cues import Evidence
from docs_store.entities.words import Piece


class Candidate(NamedTuple):
    """A piece of a run where it stands in the document."""

    block: int | None
    start: int
    end: int
    piece: Piece
    context: Evidence
    silent: bool
    """Its capital says nothing (a headline, a common word that opens a sentence): it may be marked, but has no vote."""


class Definition(NamedTuple):
    """An acronym in brackets after a name: "World Health Organization (WHO)"."""

    acronym: str
    name: str
