"""Lists of an archive's entities in which each stands once, however many names it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from docs_store.entities.names_like import names_like
from docs_store.entities.spellings import Name, keys
from docs_store.model import EntityCount, EntityKind
from docs_store.text import fold

UNITED: Final = 1_000
"""Names of a list that are united with their other spellings, at most: each costs a quarter of a millisecond."""

LOOKED_AT: Final = 50_000
"""Names, the most frequent, among which those of some kinds, or those like what is typed, are looked for."""

_GATHERED: Final = 200
"""Names looked up, of those that may be frequent by all their spellings together."""

_SHARE: Final = 8
"""The part of an entity's articles that have a spelling, from which on it is looked at."""

_WEAK: Final = ("slip ", "short ")
"""Keys that few of the names that share one are united by."""


Key: TypeAlias = tuple[str, EntityKind]
"""A name and its kind."""


class Entity(NamedTuple):
    """An entity, by all its names."""

    kind: EntityKind
    names: tuple[Name, ...]
    """First the one to show; () where no article names it."""
    articles: int
    """Articles that name it by any of them."""

    @property
    def key(self) -> Key:
        """What tells it from others: the name to show and the kind."""
        return self.names[0].name if self.names else "", self.kind

    @property
    def shown(self) -> EntityCount:
        """The entity under the name to show."""
        return EntityCount(self.names[0].name, self.kind, self.articles)


Unite: TypeAlias = Callable[[Sequence[Key]], Sequence[Entity]]
"""Names → the entity that each stands for."""


def counted(names: Sequence[Key], unite: Unite) -> tuple[EntityCount, ...]:
    """Return how many articles name the entity that each name stands for; 0 where no article has just that name."""
    return tuple(
        EntityCount(name, kind, entity.articles if fold(name) in {fold(each.name) for each in entity.names} else 0)
        for (name, kind), entity in zip(names, unite(names), strict=True)
    )


def first_entities(named: Sequence[EntityCount], unite: Unite, limit: int) -> list[Entity]:
    """Return at most `limit` entities for which names stand, each once, in their order.

    Only the first `UNITED` names are looked up. Each of the others stands for itself, unless it is a name of those.
    """
    found: list[Entity] = []
    taken: set[Key] = set()
    at = 0
    while at < len(named) and len(found) < limit:
        if at < UNITED:
            chunk = named[at : min(at + limit - len(found), UNITED)]
            new = [each for each in chunk if _key(each) not in taken]
            entities = [entity for entity in unite([(each.name, each.kind) for each in new]) if entity.names]
        else:
            chunk = named[at:]
            alone = (each for each in chunk if _key(each) not in taken)
            entities = [Entity(each.kind, (Name(each.name, each.articles),), each.articles) for each in alone]
        at += len(chunk)
        for entity in entities:
            own = {(fold(each.name), entity.kind) for each in entity.names}
            if own.isdisjoint(taken):
                found.append(entity)
                taken |= own
    return found[:limit]


def ranked(entities: Iterable[EntityCount]) -> tuple[EntityCount, ...]:
    """Return entities by their articles, most first, then by name and kind."""
    return tuple(sorted(entities, key=lambda each: (-each.articles, fold(each.name), each.kind)))


def listed(
    named: Sequence[EntityCount],
    unite: Unite,
    limit: int,
    like: str,
    rest: Callable[[int, int], Iterable[EntityCount]] = lambda _least, _below: (),
    called: Sequence[Entity] = (),
) -> tuple[EntityCount, ...]:
    """Return the first entities of names that stand most frequent first; of those like what is typed, the likest.

    Those that are `called` so stand before what is only like it.

    `rest` gives names in so many articles and more, and fewer than so many, most frequent first; it is asked where the
    list is full: some may be frequent enough by all their spellings.
    """
    if like:
        like_it = first_entities(names_like(like, named, 2 * limit), unite, limit)
        return tuple(dict.fromkeys(entity.shown for entity in (*called, *like_it)))[:limit]
    found = first_entities(named, unite, limit)
    if limit and len(found) == limit <= UNITED - _GATHERED:
        least = min(entity.articles for entity in found)
        whole = [entity.shown for entity in found] + gathered(rest(-(-least // _SHARE), least), least)
        found = first_entities(whole, unite, len(whole))
    return ranked(entity.shown for entity in found)[:limit]


def gathered(named: Iterable[EntityCount], least: int) -> list[EntityCount]:
    """Return those of the names, most frequent first, that may be in `least` articles by all their spellings.

    One of each such entity, the most frequent, at most `_GATHERED`.
    """
    counts: dict[tuple[str, EntityKind], int] = defaultdict(int)
    first: dict[tuple[str, EntityKind], EntityCount] = {}
    for each in named:
        for key in keys(each.name, each.kind):
            if key.startswith(_WEAK):
                continue
            # Of people of one family name those whose names begin alike.
            group = (f"{key} {each.name[0]}" if each.kind is EntityKind.PERSON else key, each.kind)
            counts[group] += each.articles
            first.setdefault(group, each)
    groups = sorted((group for group, count in counts.items() if count >= least), key=lambda each: -counts[each])
    return list(dict.fromkeys(first[group] for group in groups))[:_GATHERED]


def _key(each: EntityCount) -> Key:
    return fold(each.name), each.kind
