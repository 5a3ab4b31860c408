"""The spellings of one entity among all names of the archive, told when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from docs_store.corrections.rules import Corrections
from docs_store.entities.spellings import MOST, Name, agreed, calls, keys, united
from docs_store.local.records import Records
from docs_store.model import EntityKind

_ATTESTING: Final = 16
"""Articles in which an acronym is looked for beside the name it may stand for."""

_REMEMBERED: Final = 1_000
"""Entities remembered until the archive changes: a page asks for the same one three times."""


class Spelled:
    """Looks spellings up. `corrections` gives what people say about names now. Any thread may call."""

    def __init__(self, records: Records, corrections: Callable[[], Corrections]) -> None:
        self._records = records
        self._corrections = corrections
        self._change = -1
        self._seen = corrections()
        self._known: dict[tuple[str, EntityKind], tuple[Name, ...]] = {}

    def spellings(self, name: str, kind: EntityKind) -> tuple[Name, ...]:
        """Return the names of the entity called `name`, the one to show first; () where there is none."""
        change, said = self._records.clock().change, self._corrections()
        if change != self._change or said is not self._seen or len(self._known) >= _REMEMBERED:
            self._change, self._seen, self._known = change, said, {}
        known = self._known
        found = known.get((name, kind))
        if found is None:
            found = known[name, kind] = agreed(name, lambda each: self._united(each, kind))
        return found

    def _united(self, name: str, kind: EntityKind) -> tuple[Name, ...]:
        names = self._records.entities_alike(keys(name, kind), kind, MOST)
        return united(name, names, kind, apart=self._corrections().apart, attests=self._attests)

    def _attests(self, name: Name, acronym: str) -> bool:
        articles = self._records.articles(self._records.some_rows_of(name.number, _ATTESTING))
        return any(calls(self._corrections().apply(article), name.name, acronym) for article in articles.values())
