"""The values that fields have: of what a query finds, counted, and of the archive, to complete a query with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from docs_store.answers import Completion, Facets
from docs_store.entities.listing import first_entities, ranked
from docs_store.interrupts import Interrupts
from docs_store.local.fields import first_of
from docs_store.local.index_reader import IndexReader
from docs_store.local.records import Records
from docs_store.local.spelled import Spelled
from docs_store.model import EntityCount
from docs_store.query.completing import ENTITY_KINDS, unfinished
from docs_store.query.model import Field, Query
from docs_store.query.parsing import parse
from docs_store.store import Kinds
from docs_store.text import one_line

_OFTEN: Final = 2
_OF_KINDS: Final = 12
"""Times as many names as entities are counted, for an entity may have several; more where only some kinds are asked."""

_LANGUAGES: Final = 200
"""Languages offered: more than are written in newspapers."""


class Values:
    """Counts values and completes queries. `open_index` returns what reads the index, up to the last batch stored."""

    def __init__(
        self, records: Records, spelled: Spelled, interrupts: Interrupts, open_index: Callable[[], IndexReader]
    ) -> None:
        self._records = records
        self._spelled = spelled
        self._interrupts = interrupts
        self._open_index = open_index

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds by source, language, tag, entity of some kinds, and month."""
        query = parse(text)
        with self._interrupts.query():
            names = limit * (_OFTEN if kinds is None else _OF_KINDS)
            counted = self._open_index().count_by(query, self._spelled.numbers_meant, limit, names)
            return Facets(
                counted.total,
                _one_line_values(counted.sources),
                _one_line_values(counted.languages),
                _one_line_values(counted.tags),
                self._named(query, counted.entities, limit, kinds),
                tuple((first_of(month), count) for month, count in counted.months),
            )

    def _named(
        self, query: Query, counted: Sequence[tuple[int, int]], limit: int, kinds: Kinds
    ) -> tuple[EntityCount, ...]:
        """Return the entities of some kinds that what is found names, each once, given how often it has each name."""
        counts = dict(counted)
        names = self._records.entities(counts)
        listed = [names[each] for each in counts if each in names and (kinds is None or names[each].kind in kinds)]
        entities = first_entities(listed, self._spelled.entities, limit)
        groups = [[each.number for each in entity.names] for entity in entities]
        several = [group for group in groups if len(group) > 1]
        united = self._open_index().count_naming(query, self._spelled.numbers_meant, several) if several else []
        counts |= {group[0]: count for group, count in zip(several, united, strict=True)}
        return ranked(
            replace(entity.shown, articles=counts[group[0]])
            for entity, group in zip(entities, groups, strict=True)
            if group[0] in counts
        )

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of `text` can go on."""
        begun = unfinished(text)
        if begun.field is None:
            return begun.names()
        with self._interrupts.query():
            called = self._called(begun.field, begun.value)
            return begun.completions(self._begun(begun.field, begun.value, limit), limit, called)

    def _called(self, field: Field, typed: str) -> list[tuple[str, int]]:
        if field not in ENTITY_KINDS:
            return []
        shown = (entity.shown for entity in self._spelled.called(typed, ENTITY_KINDS[field]).meant)
        return [(each.name, each.articles) for each in shown]

    def _begun(self, field: Field, typed: str, limit: int) -> list[tuple[str, int]]:
        match field:
            case Field.AUTHOR | Field.SOURCE | Field.TAG:
                return self._open_index().values(str(field), typed, limit)
            case Field.LANG:
                return self._open_index().languages(_LANGUAGES)
            case Field.ENTITY | Field.PERSON | Field.PLACE | Field.ORG:
                kind = ENTITY_KINDS[field]
                if not typed.strip():
                    found = self._spelled.top(limit, {kind} if kind else None)
                else:
                    named = self._records.entities_with(typed, kind, 2 * limit, whole=False)
                    found = self._spelled.united([entity for _, entity in named], limit)
                return [(entity.name, entity.articles) for entity in found]
            case _:
                return []


def _one_line_values(values: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((one_line(value), count) for value, count in values)
