"""Whom and what the articles of a `MemoryStore` name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from docs_store.corrections.rules import Corrections
from docs_store.entities.listing import Entity, Key, counted, first_entities, listed, ranked
from docs_store.entities.spellings import Name, agreed, calls, keys, united
from docs_store.model import Article, EntityCount, EntityKind
from docs_store.store import Kinds
from docs_store.text import fold


def entity_keys(article: Article) -> frozenset[Key]:
    """Return the folded names of those the article names."""
    return frozenset((fold(mention.name), mention.kind) for mention in article.mentions)


class Names:
    """The names of some articles, and the entities that they stand for, as they were when this was made."""

    def __init__(self, articles: Sequence[Article], corrections: Corrections) -> None:
        self._articles = articles
        self._corrections = corrections
        self._written = _as_written(articles)
        self._counts = Counter(key for article in articles for key in entity_keys(article))
        self._known: dict[Key, Entity] = {}

    def __len__(self) -> int:
        return len(self._counts)

    def articles_with(self, name: str, kind: EntityKind) -> int:
        """Return how many articles have just this name."""
        return self._counts[fold(name), kind]

    def entities(self, names: Iterable[Key]) -> list[Entity]:
        """Return the entity that each name stands for."""
        return [self._known.get(each) or self._known.setdefault(each, self._entity(*each)) for each in names]

    def _entity(self, name: str, kind: EntityKind) -> Entity:
        found = agreed(name, lambda each: self._united(each, kind))
        own = {(fold(each.name), kind) for each in found}
        naming = sum(not own.isdisjoint(entity_keys(article)) for article in self._articles)
        return Entity(kind, found, naming)

    def _united(self, name: str, kind: EntityKind) -> tuple[Name, ...]:
        sought = keys(name, kind)
        names = [
            Name(written, self._counts[folded, of_kind])
            for (folded, of_kind), written in self._written.items()
            if of_kind is kind and not sought.isdisjoint(keys(written, kind))
        ]
        return united(name, names, kind, apart=self._corrections.apart, attests=self._attests)

    def _attests(self, name: Name, acronym: str) -> bool:
        return any(calls(article, name.name, acronym) for article in self._articles)

    def counts(self, names: Sequence[Key]) -> tuple[EntityCount, ...]:
        """Return how many articles name the entity of each name."""
        return counted(names, self.entities)

    def top(self, limit: int, kinds: Kinds, like: str) -> tuple[EntityCount, ...]:
        """Return the entities that most articles name, of some kinds, or those whose name is most like `like`."""
        named = [each for each in self._named(self._counts) if kinds is None or each.kind in kinds]
        return listed(named, self.entities, limit, like, partial(_between, named))

    def having(self, kind: EntityKind | None, holds: Callable[[str], bool]) -> tuple[EntityCount, ...]:
        """Return the entities of a kind, or of any, with a name that `holds`."""
        named = [each for each in self._named(self._counts) if kind in (None, each.kind) and holds(each.name)]
        return listed(named, self.entities, len(named), "")

    def named_by(self, articles: Iterable[Article], limit: int, kinds: Kinds) -> tuple[EntityCount, ...]:
        """Return the entities of some kinds that most of some `articles` name, and how many do."""
        naming = [entity_keys(article) for article in articles]
        counts = Counter(key for keys in naming for key in keys)
        found = []
        named = [each for each in self._named(counts) if kinds is None or each.kind in kinds]
        for entity in first_entities(named, self.entities, limit):
            own = {(fold(each.name), entity.kind) for each in entity.names}
            number = sum(not own.isdisjoint(keys) for keys in naming)
            found.append(EntityCount(entity.shown.name, entity.kind, number))
        return ranked(found)

    def _named(self, counts: Counter[Key]) -> tuple[EntityCount, ...]:
        return ranked(EntityCount(self._written[key], key[1], number) for key, number in counts.items())

    def spelled(self, name: str, kind: EntityKind | None) -> frozenset[str]:
        """Return the folded names that a query for an entity finds."""
        kinds = EntityKind if kind is None else (kind,)
        found = self.entities((name, of_kind) for of_kind in kinds)
        return frozenset(fold(each.name) for entity in found for each in entity.names)


def _between(named: Iterable[EntityCount], least: int, below: int) -> list[EntityCount]:
    return [each for each in named if least <= each.articles < below]


def _as_written(articles: Iterable[Article]) -> dict[Key, str]:
    """Return the names as they were first written, by what they are without case and accents."""
    names: dict[Key, str] = {}
    for article in articles:
        for mention in article.mentions:
            names.setdefault((fold(mention.name), mention.kind), mention.name)
    return names
