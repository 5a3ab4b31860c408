"""What corrections make of an article's mentions. Pure: what the recognisers found is read anew, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from msgspec import Struct

from docs_store.corrections.model import Action, Added, Correction, Watched
from docs_store.model import Article, EntityKind, EntityMention
from docs_store.text import fold

if TYPE_CHECKING:  # most archives have no added names, and open the faster
    from docs_store.corrections.spelled import Spellings

Key: TypeAlias = tuple[str, str]
"""Folded name and kind: what makes two mentions one entity. For an added name its very spelling, and "" as the kind."""

_MEANING: Final = frozenset(Action) - {Action.ADD, Action.APART}
"""Actions that say what a name means where a recogniser found it."""

_Named: TypeAlias = tuple[str, EntityKind]
"""The name and kind of an entity."""


class Corrected(NamedTuple):
    """An article as it is shown, and the keys by which corrections know it: whoever changes one finds it by them."""

    article: Article
    keys: frozenset[Key]


class Changed(NamedTuple):
    """What two sets of corrections see differently. Articles that have none of it are the same under both."""

    keys: frozenset[Key]
    spellings: frozenset[str]
    """Added names, for which texts have to be searched."""


class _Rules(NamedTuple):
    """Corrections put together: what each key means in the end, None where it is no entity."""

    meanings: Mapping[Key, _Named | None]
    added: Mapping[str, Added]
    spellings: Spellings | None


class Corrections(Struct, frozen=True, dict=True):
    """All corrections of an archive. Each holds of what the ones before it made."""

    steps: tuple[Correction, ...] = ()
    watched: tuple[Watched, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.steps or self.watched)

    def apply(self, article: Article) -> Article:
        """Return `article` with its mentions corrected; the same object where nothing concerns it."""
        return self.corrected(article).article

    def corrected(self, article: Article) -> Corrected:
        """Return `article` with its mentions corrected, and the keys by which corrections know it."""
        if not self:
            return Corrected(article, frozenset())
        named = [(mention, (fold(mention.name), mention.kind)) for mention in article.mentions]
        keys: set[Key] = {key for _, key in named if key in self._domain}
        rules = self._usual
        if (keys or rules.added) and (holding := frozenset(split for split in self._splits if _holds(split, article))):
            rules = self._with(holding)
        mentions: list[EntityMention] = []
        for mention, key in named:
            meant = rules.meanings.get(key, (mention.name, mention.kind))
            if meant is not None:
                same = meant == (mention.name, mention.kind)
                mentions.append(mention if same else replace(mention, name=meant[0], kind=meant[1]))
        if rules.spellings is not None:
            from docs_store.corrections.spelled import with_added

            mentions, found = with_added(article.blocks, mentions, rules.spellings)
            keys.update((spelling, "") for spelling in found)
        corrected = tuple(mentions)
        unchanged = corrected == article.mentions
        return Corrected(article if unchanged else replace(article, mentions=corrected), frozenset(keys))

    def meaning(self, name: str, kind: EntityKind) -> tuple[str, EntityKind] | None:
        """Return the name and kind that they gave to what is called so; None where they say nothing, or it is none.

        What holds in some articles only is no meaning of the name.
        """
        return self._usual.meanings.get((fold(name), kind))

    def changed_from(self, before: Corrections) -> Changed:
        """Return what `before` saw differently."""
        if self == before:
            return Changed(frozenset(), frozenset())
        keys: Set[Key] = self._domain | before._domain
        spellings: Set[str] = self._usual.added.keys() | before._usual.added.keys()
        if not (self._splits or before._splits):  # what those do, only the article tells: all names are looked at
            now, then = self._usual, before._usual
            unknown: _Named = ("", EntityKind.OTHER)
            keys = {key for key in keys if now.meanings.get(key, unknown) != then.meanings.get(key, unknown)}
            spellings = {name for name in spellings if now.added.get(name) != then.added.get(name)}
        return Changed(frozenset({*keys, *((name, "") for name in spellings)}), frozenset(spellings))

    @cached_property
    def _domain(self) -> frozenset[Key]:
        """The keys of all entities that are corrected somewhere."""
        return frozenset(key for step in self.steps if step.action in _MEANING for key in _keys(step))

    @cached_property
    def apart(self) -> frozenset[str]:
        """The folded names that stand for themselves alone: those said to, and those that were split."""
        said = {fold(step.name) for step in self.steps if step.action in (Action.APART, Action.SPLIT)}
        return frozenset(said | {fold(step.to) for step in self.steps if step.action is Action.SPLIT})

    @cached_property
    def _splits(self) -> tuple[Correction, ...]:
        return tuple(step for step in self.steps if step.action is Action.SPLIT)

    @cached_property
    def _usual(self) -> _Rules:
        return self._with(frozenset())

    def _with(self, splits: frozenset[Correction]) -> _Rules:
        """Put the corrections together, last first: each leads to what the later ones make of where it leads.

        Of the splits, those of articles that they do not hold of are left out.
        """
        meanings: dict[Key, _Named | None] = {}
        added: dict[str, Added] = {}
        for step in reversed(self.steps):
            if step.action is Action.APART or (step.action is Action.SPLIT and step not in splits):
                continue
            if step.action is Action.ADD:
                added.setdefault(step.name, _added(step.name, step.kind, meanings))
                continue
            for key in _keys(step):
                led = _leads(step, EntityKind(key[1]))
                meanings[key] = meanings.get((fold(led[0]), led[1]), led) if led else None
        for name in self.watched:
            added.setdefault(name.name, _added(name.name, name.kind, meanings))
        return _Rules(meanings, added, _spellings(added))


def _keys(step: Correction) -> list[Key]:
    folded = fold(step.name)
    kinds = EntityKind if step.kind is None or step.action is Action.KIND else (step.kind,)
    return [(folded, kind) for kind in kinds]


def _leads(step: Correction, kind: EntityKind) -> _Named | None:
    """Return what a step makes of the entity it names, where that is of `kind`."""
    match step.action:
        case Action.IGNORE:
            return None
        case Action.KIND:
            return step.name, step.kind or kind
        case _:
            return step.to, step.to_kind or kind


def _added(name: str, kind: EntityKind | None, meanings: Mapping[Key, _Named | None]) -> Added:
    plain = name, kind or EntityKind.OTHER
    meant = meanings.get((fold(name), plain[1]), plain)
    return Added(*(meant or plain), marked=meant is not None, firm=kind is not None)


def _spellings(added: Mapping[str, Added]) -> Spellings | None:
    if not added:
        return None
    from docs_store.corrections.spelled import Spellings

    return Spellings(added)


def _holds(split: Correction, article: Article) -> bool:
    """Whether `split` holds of `article`: it has that id, or all those words."""
    if split.within == article.id:
        return True
    from docs_store.words import words

    sought = {token.term for token in words(split.within)}
    if not sought:
        return False
    for text in (article.title, *(block.text for block in article.blocks)):
        sought.difference_update(token.term for token in words(text))
        if not sought:
            return True
    return False
