"""Why one article is worth reading after another: the group it belongs to, and the reason in a person's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from docs_store.answers import Related, Relation
from docs_store.model import UNDATED, ArticleSummary, EntityCount, EntityKind

_DAY: Final = 86_400

_SAME_TIME: Final = 3 * _DAY
_ALIKE: Final = 0.22
_RARE_WORDS: Final = 3
"""Seconds between, likeness of, and words that few have in, two reports of one event that name nobody few name."""

_STORY_TIME: Final = 60 * _DAY
_STORY: Final = 0.15
_RARE_WORDS_NAMED: Final = 2
"""The same of two articles that do, in a story that goes on."""

_RARE: Final = 0.02
_FEW: Final = 5
"""Share of the archive, and number of articles, up to which sharing one entity is a reason by itself."""

_OF_STORIES: Final = 0.005
_OF_HEADLINES: Final = 0.01
"""Share of the archive up to which a name, or a word, belongs to few stories: above are countries, exchanges, news
agencies, and words that belong to a form. Of headlines, whose words are chosen, twice as many."""

_EVERYWHERE: Final = 0.25
_SMALL: Final = 20
"""Share of the archive, and number of articles, from which on sharing a name tells nothing: that of the agency which
signs what it writes."""

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
    """Most telling first; none where they say nothing: `telling`."""
    words: Sequence[str] = ()
    """Most telling first."""
    tags: Sequence[str] = ()
    rare_words: int = 0
    """How many of the words few articles have: `are_few`."""
    of_headline: bool = False
    """Whether one of them, that few have, is of either's headline: `are_few_for_headlines`."""


def are_few(having: int, articles: int) -> bool:
    """Whether a word that so many have belongs to few stories, in an archive of so many articles."""
    return having <= max(_FEW, articles * _OF_STORIES)


def are_few_for_headlines(having: int, articles: int) -> bool:
    """Whether a headline's word that so many articles have tells what it is about."""
    return having <= max(_FEW, articles * _OF_HEADLINES)


def may_be_of_story(one: ArticleSummary, other: ArticleSummary, common: Common) -> bool:
    """Whether two articles may be of one story, by what is known without comparing their texts."""
    if UNDATED in (one.dated_time, other.dated_time):
        return False
    apart = abs(other.dated_time - one.dated_time)
    if _few_name(common.entities, common.articles, _OF_STORIES):
        return apart <= _STORY_TIME and common.likeness >= _STORY
    return apart <= _SAME_TIME and common.likeness >= _ALIKE


def telling(entities: Iterable[EntityCount], articles: int) -> tuple[EntityCount, ...]:
    """Return which of these say why who shares them is related, in an archive of so many articles.

    These are several that not every article names, or one that few name.
    """
    some = tuple(entity for entity in entities if entity.articles <= max(_SMALL, articles * _EVERYWHERE))
    return some if len(some) > 1 or _few_name(some, articles, _RARE) else ()


def relation(one: ArticleSummary, other: ArticleSummary, common: Common) -> tuple[Relation, str]:
    """Return how `other` stands to `one`, and the reason to read it."""
    names = [entity.name for entity in common.entities]
    shared = _listed(names or common.words)
    group = _of_story(one, other, common)
    if group is Relation.SAME_STORY:
        return group, f"same story: {shared}" if shared else "same story"
    if group is Relation.EARLIER_OR_LATER:
        return group, f"{_apart(other.dated_time - one.dated_time)}: {shared}"
    if names:
        people = any(entity.kind in (EntityKind.PERSON, EntityKind.ORGANISATION) for entity in common.entities)
        return Relation.SAME_PEOPLE if people else Relation.SIMILAR, f"{len(names)} shared: {shared}"
    if common.tags:
        return Relation.SIMILAR, f"same tags: {_listed(common.tags)}"
    return Relation.SIMILAR, f"similar words: {shared}" if shared else "similar words"


def _of_story(one: ArticleSummary, other: ArticleSummary, common: Common) -> Relation | None:
    """Return how the two stand in one story; None where they are not of one, or nobody knows when they were written."""
    named = _few_name(common.entities, common.articles, _OF_STORIES)
    least = _RARE_WORDS_NAMED if named else _RARE_WORDS
    if not (may_be_of_story(one, other, common) and common.of_headline and common.rare_words >= least):
        return None
    is_near = abs(other.dated_time - one.dated_time) <= _SAME_TIME
    return Relation.SAME_STORY if is_near else Relation.EARLIER_OR_LATER


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
