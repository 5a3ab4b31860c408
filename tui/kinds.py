"""Which kinds of names are marked and listed: the reader's choice, kept between two runs. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from docs_store import EntityKind


class KindWords(NamedTuple):
    """What a kind is called, and the key that switches it."""

    heading: str
    plural: str
    key: str


KIND_WORDS: Final = {
    EntityKind.PERSON: KindWords("People", "people", "5"),
    EntityKind.ORGANISATION: KindWords("Organisations", "organisations", "6"),
    EntityKind.PLACE: KindWords("Places", "places", "7"),
    EntityKind.EVENT: KindWords("Events", "events", "8"),
    EntityKind.OTHER: KindWords("Other names", "other names", "9"),
}
"""In the order in which they are listed; the keys follow those of the side panel's tabs."""

ALL_KEY: Final = "0"
"""The key that brings all kinds back."""


class Kinds:
    """The kinds that are off. Whoever marks or lists names asks here."""

    def __init__(self, off: Iterable[str] = ()) -> None:
        """Begin with what was kept; what is no kind is forgotten."""
        kept = frozenset(off)
        self._off = frozenset(kind for kind in EntityKind if kind in kept)

    def __contains__(self, kind: EntityKind) -> bool:
        return kind not in self._off

    @property
    def asked(self) -> frozenset[EntityKind] | None:
        """What a store is asked for: the kinds that are on, None where all are."""
        return frozenset(EntityKind) - self._off if self._off else None

    @property
    def off_words(self) -> str:
        """Which are off, in words: "people, places off"; "" where none is."""
        off = [words.plural for kind, words in KIND_WORDS.items() if kind in self._off]
        if len(off) == len(KIND_WORDS):
            return "all names off"
        return f"{', '.join(off)} off" if off else ""

    def switch(self, kind: EntityKind | None) -> str:
        """Switch a kind off, or on again; None switches all on. Return what holds now, in words."""
        self._off = frozenset() if kind is None else self._off ^ {kind}
        return f"{self.off_words}, here and in lists · {ALL_KEY} shows all" if self._off else "all names on"

    def as_kept(self) -> tuple[str, ...]:
        """Return what the state file keeps."""
        return tuple(kind.value for kind in EntityKind if kind in self._off)
