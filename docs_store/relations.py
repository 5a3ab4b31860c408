"""Why one article is worth reading after another: the group it belongs to, and the reason in a person's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from docs_store.model import UNDATED, ArticleSummary, EntityCount, EntityKind, Relation

_DAY: Final = 86_400

_SAME_TIME: Final = 3 * _DAY
"""Seconds between two reports of one event."""

_SAME_STORY: Final = 0.35
"""Likeness of words of two reports of one event."""

_STORY_TIME: Final = 60 * _DAY
_STORY: Final = 0.2
"""Seconds between, and likeness of, two articles of one story that goes on, where names are shared as well."""

_RARE: Final = 0.02
_FEW: Final = 5
"""Share of the archive, and number of articles, up to which sharing one entity is a reason by itself."""

_NAMED: Final = 3
"""Names, words or tags that a reason holds."""

_WEEK, _MONTH = 7, 30
_MANY: Final = 2
"""How many weeks, or months, are told as such: less is told in the smaller unit."""


class Common(NamedTuple):
    """What two articles have in common."""

    likeness: float
    """Of their words; 1 is the article itself."""
    entities: tuple[EntityCount, ...] = ()
    """Most telling first; `articles` are those of the whole archive."""
    words: Sequence[str] = ()
    """Most telling first."""
    tags: Sequence[str] = ()


def is_telling(entities: Sequence[EntityCount], articles: int) -> bool:
    """Whether sharing these says why, in an archive of so many articles: several, or one that few name."""
    return len(entities) > 1 or any(entity.articles <= max(_FEW, articles * _RARE) for entity in entities)


def relation(one: ArticleSummary, other: ArticleSummary, common: Common) -> tuple[Relation, str]:
    """Return how `other` stands to `one`, and the reason to read it; `common.entities` are telling ones."""
    names = [entity.name for entity in common.entities]
    telling = _listed(names or common.words)
    apart = other.sort_time - one.sort_time if UNDATED not in (one.sort_time, other.sort_time) else None
    if apart is not None and abs(apart) <= _SAME_TIME and common.likeness >= _SAME_STORY:
        return Relation.SAME_STORY, f"same story: {telling}" if telling else "same story"
    if apart is not None and abs(apart) <= _STORY_TIME and common.likeness >= _STORY and names:
        return Relation.EARLIER_OR_LATER, f"{_apart(apart)}: {telling}"
    if names:
        people = any(entity.kind in (EntityKind.PERSON, EntityKind.ORGANISATION) for entity in common.entities)
        return Relation.SAME_PEOPLE if people else Relation.SIMILAR, f"{len(names)} shared: {telling}"
    if common.tags:
        return Relation.SIMILAR, f"same tags: {_listed(common.tags)}"
    return Relation.SIMILAR, f"similar words: {telling}" if telling else "similar words"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:_NAMED])


def _apart(seconds: int) -> str:
    """Return "5 days earlier", "3 weeks later", "the same day"."""
    days = round(abs(seconds) / _DAY)
    for unit, length in (("month", _MONTH), ("week", _WEEK), ("day", 1)):
        if (number := days // length) >= (_MANY if length > 1 else 1):
            return f"{number} {unit}{'s' * (number > 1)} {'later' if seconds > 0 else 'earlier'}"
    return "the same day"
