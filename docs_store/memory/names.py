"""Whom and what the articles of a `MemoryStore` name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial

from docs_store.corrections.rules import Corrections
from docs_store.entities.calling import Book, Called, called, means_namesakes
from docs_store.entities.listing import Entity, Key, counted, first_entities, listed, ranked
from docs_store.entities.spellings import Name, agreed, keys, united
from docs_store.entities.written import acronym_forms, written_forms
from docs_store.model import Article, EntityCount, EntityKind
from docs_store.store import Kinds
from docs_store.text import fold
from docs_store.words import words


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
        self._called: dict[tuple[str, EntityKind | None], Called] = {}
        self._meant: dict[tuple[str, EntityKind | None, bool], frozenset[Key]] = {}
        self._book = Book(self.entities, self._near, corrections.apart, self._attests, corrections.meaning, self._forms)

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
        return united(name, self._near(name, kind), kind, apart=self._corrections.apart, attests=self._attests)

    def _forms(self, form: str) -> dict[Key, int]:
        forms = self._forms_written
        return {(self._written[key], key[1]): articles for (of, key), articles in forms.items() if of == form}

    @cached_property
    def _forms_written(self) -> Counter[tuple[str, Key]]:
        """How many articles write each form for each name."""
        found = (key for article in self._articles for key in written_forms(article).items())
        return Counter((form, key) for key, forms in found for form in forms)

    def _near(self, name: str, kind: EntityKind) -> list[Name]:
        found = {each for key in keys(name, kind) for each in self._by_key.get((key, kind), ())}
        return sorted(found, key=lambda each: each.number)

    @cached_property
    def _by_key(self) -> dict[tuple[str, EntityKind], list[Name]]:
        """The names by what their spellings share, numbered as they were first written."""
        found: dict[tuple[str, EntityKind], list[Name]] = {}
        for number, (key, written) in enumerate(self._written.items()):
            for shared in keys(written, key[1]):
                found.setdefault((shared, key[1]), []).append(Name(written, self._counts[key], number))
        return found

    def _attests(self, name: Name, acronym: str) -> int:
        key = fold(name.name), EntityKind.ORGANISATION
        return sum(self._forms_written[form, key] for form in acronym_forms(acronym))

    def counts(self, names: Sequence[Key]) -> tuple[EntityCount, ...]:
        """Return how many articles name the entity of each name."""
        return counted(names, self.entities)

    def top(self, limit: int, kinds: Kinds, like: str) -> tuple[EntityCount, ...]:
        """Return the entities that most articles name, of some kinds, or those whose name is most like `like`."""
        named = [each for each in self._named(self._counts) if kinds is None or each.kind in kinds]
        so_called = [each for each in self.called(like).entities if kinds is None or each.kind in kinds] if like else ()
        return listed(named, self.entities, limit, like, partial(_between, named), so_called)

    def called(self, name: str, kind: EntityKind | None = None) -> Called:
        """Return the entities of a kind, or of any, that are called so."""
        if (name, kind) not in self._called:
            self._called[name, kind] = called(name, [kind] if kind else list(EntityKind), self._book)
        return self._called[name, kind]

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

    def meant(self, text: str, kind: EntityKind | None, whole: bool) -> frozenset[Key]:
        """Return the folded names that a query for an entity finds: of those called so, else those with its words."""
        asked = text, kind, whole
        if asked not in self._meant:
            found = self.called(text, kind).meant
            own = frozenset((fold(each.name), entity.kind) for entity in found for each in entity.names)
            if own and means_namesakes(text, kind, whole=whole):
                own |= self._with_words(text, EntityKind.PERSON, False)
            self._meant[asked] = own or self._with_words(text, kind, False) or self._with_words(text, kind, not whole)
        return self._meant[asked]

    def _with_words(self, text: str, kind: EntityKind | None, unfinished: bool) -> frozenset[Key]:
        *sought, last = [token.term for token in words(text)] or [""]
        found = set()
        for key, written in self._written.items():
            held = {token.term for token in words(written)} if kind in (None, key[1]) and last else set()
            begun = last in held or (unfinished and any(word.startswith(last) for word in held))
            if begun and held.issuperset(sought):
                found.add(key)
        return frozenset(found)


def _between(named: Iterable[EntityCount], least: int, below: int) -> list[EntityCount]:
    return [each for each in named if least <= each.articles < below]


def _as_written(articles: Iterable[Article]) -> dict[Key, str]:
    """Return the names as they were first written, by what they are without case and accents."""
    names: dict[Key, str] = {}
    for article in articles:
        for mention in article.mentions:
            names.setdefault((fold(mention.name), mention.kind), mention.name)
    return names
