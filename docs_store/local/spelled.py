"""The entities of the archive by all their names, united when they are asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from docs_store.corrections.rules import Corrections
from docs_store.entities.calling import Book, Called, called, means_namesakes
from docs_store.entities.listing import LOOKED_AT, Entity, Key, counted, first_entities, listed, ranked
from docs_store.entities.spellings import MOST, Name, agreed, keys, united
from docs_store.entities.written import acronym_forms
from docs_store.local.records import Records
from docs_store.local.rows import Row
from docs_store.model import EntityCount, EntityKind
from docs_store.store import Kinds
from docs_store.text import fold, one_line

_REMEMBERED: Final = 1_000
"""Entities remembered until the archive changes: a page asks for the same one three times."""

_MEANT: Final = 1_000
"""Entities that one name in a query may stand for, the most frequent ones."""

_OFTEN: Final = 8
"""Times as many names as are listed, among which there usually are as many of the kinds that are asked for."""

_ALIKE: Final = """
SELECT asked.value, name, articles, number FROM json_each(?) AS asked CROSS JOIN entity ON number IN
(SELECT bearer.number FROM alike JOIN entity AS bearer ON bearer.number = alike.entity
WHERE alike.key = asked.value AND bearer.kind = ? AND bearer.articles > 0 LIMIT ?)"""

_BY_SUM: Final = 8_000
"""Names looked at for entities that are frequent by all their spellings together: a quarter of a second."""

_BETWEEN: Final = """
SELECT name, kind, articles FROM entity WHERE articles >= ? AND articles < ?
ORDER BY articles DESC, folded, kind LIMIT ?"""

_NAMED: Final = """
SELECT name, kind, articles FROM
(SELECT name, kind, articles, folded FROM entity WHERE articles > 0 ORDER BY articles DESC, folded, kind LIMIT ?)
WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY articles DESC, folded, kind LIMIT ?"""

_FORMS: Final = 20
"""Names for which most articles write a form, that are looked at."""

_WRITTEN: Final = """
SELECT name, kind, written.articles FROM written JOIN entity ON number = entity
WHERE written.folded = ? AND written.articles > 0 AND entity.articles > 0
ORDER BY written.articles DESC, entity.folded, kind LIMIT ?"""

_ATTESTED: Final = """
SELECT coalesce(sum(articles), 0) FROM written WHERE folded IN (SELECT value FROM json_each(?)) AND entity = ?"""

_BESIDE: Final = """
SELECT count(DISTINCT row) FROM mention AS other WHERE entity IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = ? AND row = other.row)"""
"""Articles that name any of some entities, and not another one."""


class Spelled:
    """Looks entities up. `corrections` gives what people say about names now. Any thread may call."""

    def __init__(self, records: Records, corrections: Callable[[], Corrections]) -> None:
        self._records = records
        self._corrections = corrections
        self._change = -1
        self._seen = corrections()
        self._known: dict[Key, Entity] = {}
        self._called: dict[tuple[str, EntityKind | None], Called] = {}
        self._frequent: tuple[int, list[EntityCount]] = -1, []

    def spellings(self, name: str, kind: EntityKind) -> tuple[EntityCount, ...]:
        """Return the names of an entity, the one to show first; () where there is none."""
        (entity,) = self.entities([(name, kind)])
        return tuple(EntityCount(each.name, kind, each.articles) for each in entity.names)

    def counts(self, names: Iterable[Key]) -> tuple[EntityCount, ...]:
        """Return how many articles name the entity of each name."""
        return counted(list(names), self.entities)

    def top(self, limit: int, kinds: Kinds = None, like: str = "") -> tuple[EntityCount, ...]:
        """Return the entities that most articles name, of some kinds, or those whose name is most like `like`."""
        named = self._most_frequent(kinds) if like else self._named(2 * limit, kinds)
        so_called = [each for each in self.called(like).entities if kinds is None or each.kind in kinds] if like else ()
        return listed(named, self.entities, limit, like, partial(self._between, kinds), so_called)

    def _between(self, kinds: Kinds, least: int, below: int) -> list[EntityCount]:
        """Return names in so many articles and more, and fewer than so many, most frequent first, of some kinds."""
        rows = self._records.rows(_BETWEEN, (least, below, _BY_SUM))
        named = (EntityCount(one_line(name), EntityKind(kind), articles) for name, kind, articles in rows)
        return [each for each in named if kinds is None or each.kind in kinds]

    def _most_frequent(self, kinds: Kinds) -> list[EntityCount]:
        """Return the `LOOKED_AT` most frequent names, remembered until the archive changes: one types among them."""
        change = self._records.clock().change
        if self._frequent[0] != change:
            self._frequent = change, self._named(LOOKED_AT, None)
        return [each for each in self._frequent[1] if kinds is None or each.kind in kinds]

    def united(self, named: Sequence[EntityCount], limit: int) -> tuple[EntityCount, ...]:
        """Return the entities for which names stand, each once."""
        return ranked(entity.shown for entity in first_entities(named, self.entities, limit))

    def entities(self, names: Sequence[Key]) -> list[Entity]:
        """Return the entity that each name stands for: however many they are, the archive is asked once a kind."""
        self._forget_what_changed()
        known = self._known
        for kind in EntityKind:
            new = list(dict.fromkeys(name for name, of_kind in names if of_kind is kind and (name, kind) not in known))
            near = self._alike(new, kind)
            for name in new:
                known[name, kind] = self._entity(name, kind, near)
        return [known[each] for each in names]

    def called(self, name: str, kind: EntityKind | None = None) -> Called:
        """Return the entities of a kind, or of any, that are called so."""
        self._forget_what_changed()
        known = self._called  # another thread may begin anew meanwhile
        asked = name, kind
        if asked not in known:
            said = self._corrections()
            book = Book(self.entities, self._near, said.apart, self._attests, said.meaning, self._written)
            known[asked] = called(name, [kind] if kind else list(EntityKind), book)
        return known[asked]

    def numbers_meant(self, name: str, kind: EntityKind | None, whole: bool) -> list[int]:
        """Return the numbers of those called so and of their namesakes, else of those whose name has the words."""
        if meant := self.called(name, kind).meant:
            numbers = dict.fromkeys(each.number for entity in meant for each in entity.names)
            if means_namesakes(name, kind, whole=whole):
                people = self._records.entities_with(name, EntityKind.PERSON, _MEANT, whole=True)
                numbers |= dict.fromkeys(number for number, _ in people)
            return list(numbers)
        named = self._records.entities_with(name, kind, _MEANT, whole=True)
        if not (named or whole):
            named = self._records.entities_with(name, kind, _MEANT, whole=False)
        return [number for number, _ in named]

    def keys_meant(self, name: str, kind: EntityKind | None, whole: bool) -> frozenset[Key]:
        """Return the folded names of all those whose numbers are meant, and their kinds."""
        meant = self._records.entities(self.numbers_meant(name, kind, whole))
        return frozenset((fold(each.name), each.kind) for each in meant.values())

    def _forget_what_changed(self) -> None:
        change, said = self._records.clock().change, self._corrections()
        full = len(self._known) >= _REMEMBERED or len(self._called) >= _REMEMBERED
        if change != self._change or said is not self._seen or full:
            self._change, self._seen, self._known, self._called = change, said, {}, {}

    def _written(self, form: str) -> dict[Key, int]:
        rows = self._records.rows(_WRITTEN, (form, _FORMS))
        return {(one_line(name), EntityKind(kind)): articles for name, kind, articles in rows}

    def _near(self, name: str, kind: EntityKind) -> Collection[Name]:
        return self._alike([name], kind)[name]

    def _entity(self, name: str, kind: EntityKind, near: Mapping[str, Collection[Name]]) -> Entity:
        def look(asked: str) -> tuple[Name, ...]:
            names = near[asked] if asked in near else self._alike([asked], kind)[asked]
            return united(asked, list(names), kind, apart=self._corrections().apart, attests=self._attests)

        found = agreed(name, look)
        return Entity(kind, found, self._articles(found))

    def _articles(self, names: Sequence[Name]) -> int:
        """Return how many articles have any of the names: what has several of them counts once."""
        if not names:
            return 0
        most = max(names, key=lambda each: each.articles)
        others = [each.number for each in names if each is not most]
        beside = self._records.rows(_BESIDE, (json.dumps(others), most.number))[0][0] if others else 0
        return most.articles + int(beside)

    def _alike(self, names: Sequence[str], kind: EntityKind) -> dict[str, Collection[Name]]:
        """Return, for each of `names`, those that share a key with it, `MOST` for each key."""
        keys_of = {name: keys(name, kind) for name in names}
        asked = sorted(frozenset().union(*keys_of.values()))
        rows = self._records.rows(_ALIKE, (json.dumps(asked), str(kind), MOST)) if asked else []
        by_key: defaultdict[str, list[Name]] = defaultdict(list)
        by_number: dict[int, Name] = {}
        for key, name, articles, number in rows:
            if number not in by_number:
                by_number[number] = Name(one_line(name), articles, number)
            by_key[key].append(by_number[number])
        return {
            name: {each.number: each for key in of_name for each in by_key[key]}.values()
            for name, of_name in keys_of.items()
        }

    def _attests(self, name: Name, acronym: str) -> int:
        return int(self._records.rows(_ATTESTED, (json.dumps(acronym_forms(acronym)), name.number))[0][0])

    def _named(self, limit: int, kinds: Kinds) -> list[EntityCount]:
        """Return names that most articles have; of some kinds those among the `LOOKED_AT` most frequent."""
        among = [limit] if kinds is None else [_OFTEN * limit, LOOKED_AT]
        wanted = json.dumps(sorted(EntityKind if kinds is None else kinds))
        rows: list[Row] = []
        for looked_at in among:
            rows = self._records.rows(_NAMED, (looked_at, wanted, limit))
            if len(rows) >= limit:
                break
        return [EntityCount(one_line(name), EntityKind(kind), articles) for name, kind, articles in rows]
