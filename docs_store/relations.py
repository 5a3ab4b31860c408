"""Why one article is worth reading after another: the group it belongs to, and the reason in a person's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from docs_store.answers import Related, Relation
from docs_store.model import UNDATED, ArticleSummary, EntityCount, EntityKind

_DAY: Final = 86_400

_SAME_TIME: Final = 3 * _DAY
_SAME_STORY: Final = 0.35
"""Seconds between, and likeness of words of, two reports of one event that both name somebody that few do."""

_SAME_HOURS: Final = _DAY - 1
_ALIKE: Final = 0.6
"""The same where they name nobody: what reports of every day have in common is their form."""

_STORY_TIME: Final = 60 * _DAY
_STORY: Final = 0.2
"""Seconds between, and likeness of, two articles of one story that goes on."""

_RARE: Final = 0.02
_FEW: Final = 5
"""Share of the archive, and number of articles, up to which sharing one entity is a reason by itself."""

_OF_STORIES: Final = 0.005
"""Share of the archive up to which a name belongs to few stories: above are countries, exchanges, news agencies."""

_NAMED: Final = 3
"""Names, words or tags that a reason holds."""

_WEEK, _MONTH = 7, 30
_MANY: Final = 2
"""How many weeks, or months, are told as such: less is told in the smaller unit."""


class Common(NamedTuple):
    """What two articles of an archive have in common."""

    articles: int
    """How many the archive has."""
    likeness: float
    """Of their words; 1 is the article itself."""
    entities: Sequence[EntityCount] = ()
    """Most telling first; none where they say nothing: `is_telling`."""
    words: Sequence[str] = ()
    """Most telling first."""
    tags: Sequence[str] = ()


def is_telling(entities: Sequence[EntityCount], articles: int) -> bool:
    """Whether sharing these says why, in an archive of so many articles: several, or one that few name."""
    return len(entities) > 1 or _few_name(entities, articles, _RARE)


def relation(one: ArticleSummary, other: ArticleSummary, common: Common) -> tuple[Relation, str]:
    """Return how `other` stands to `one`, and the reason to read it."""
    names = [entity.name for entity in common.entities]
    telling = _listed(names or common.words)
    group = _of_story(one, other, common)
    if group is Relation.SAME_STORY:
        return group, f"same story: {telling}" if telling else "same story"
    if group is Relation.EARLIER_OR_LATER:
        return group, f"{_apart(other.dated_time - one.dated_time)}: {telling}"
    if names:
        people = any(entity.kind in (EntityKind.PERSON, EntityKind.ORGANISATION) for entity in common.entities)
        return Relation.SAME_PEOPLE if people else Relation.SIMILAR, f"{len(names)} shared: {telling}"
    if common.tags:
        return Relation.SIMILAR, f"same tags: {_listed(common.tags)}"
    return Relation.SIMILAR, f"similar words: {telling}" if telling else "similar words"


def _of_story(one: ArticleSummary, other: ArticleSummary, common: Common) -> Relation | None:
    """Return how the two stand in one story; None where they are not of one, or nobody knows when they were written."""
    if UNDATED in (one.dated_time, other.dated_time):
        return None
    apart = abs(other.dated_time - one.dated_time)
    named = _few_name(common.entities, common.articles, _OF_STORIES)
    time, likeness = (_SAME_TIME, _SAME_STORY) if named else (_SAME_HOURS, _ALIKE)
    if apart <= time and common.likeness >= likeness:
        return Relation.SAME_STORY
    if apart <= _STORY_TIME and common.likeness >= _STORY and named:
        return Relation.EARLIER_OR_LATER
    return None


def _few_name(entities: Iterable[EntityCount], articles: int, share: float) -> bool:
    return any(entity.articles <= max(_FEW, articles * share) for entity in entities)


def by_group(related: Iterable[Related]) -> dict[Relation, tuple[Related, ...]]:
    """Return related articles by group, in their order; the group of the best one first."""
    groups: dict[Relation, list[Related]] = {}
    for item in related:
        groups.setdefault(item.group, []).append(item)
    return {group: tuple(items) for group, items in groups.items()}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:_NAMED])


def _apart(seconds: int) -> str:
    """Return "5 days earlier", "3 weeks later", "the same day"."""
    days = round(abs(seconds) / _DAY)
    for unit, length in (("month", _MONTH), ("week", _WEEK), ("day", 1)):
        if (number := days // length) >= (_MANY if length > 1 else 1):
            return f"{number} {unit}{'s' * (number > 1)} {'later' if seconds > 0 else 'earlier'}"
    return "the same day"
