"""What a store answers: frozen values like an article's. The first list of a start does without them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from docs_store.model import ArticleSummary, EntityCount, SearchHit


class Relation(StrEnum):
    """How a related article stands to the one it is related to."""

    LINKED = "linked"
    SAME_STORY = "same story"
    EARLIER_OR_LATER = "earlier and later in this story"
    SAME_PEOPLE = "same people"
    SIMILAR = "similar"

    @property
    def of_story(self) -> bool:
        """Whether the two tell of one story."""
        return self in (Relation.SAME_STORY, Relation.EARLIER_OR_LATER)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best answers, in a stable order: score, then date (newest first), then id."""

    hits: tuple[SearchHit, ...] = ()
    total: int = 0
    """How many articles match in all."""
    truncated: bool = False
    """True where `total` is a lower bound."""
    notes: tuple[str, ...] = ()
    """What of the query was not read as it was typed, for a person."""
    doubted: int = 0
    """How many of `total`, the last ones, have a word only mistyped, though articles have it as it was typed."""


@dataclass(frozen=True, slots=True)
class Related:
    """An article worth reading next, and why."""

    article: ArticleSummary
    reason: str
    score: float
    group: Relation = Relation.SIMILAR
    of_story: bool = False
    """Whether it seems to tell of the same story, whatever its group: what is linked may."""
    likeness: float = 0.0
    """Of the words, seen from the article it is related to, which is 1 itself; 0 where it was not compared."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What a query finds, counted: each facet's most frequent values first."""

    total: int
    """How many articles match."""
    sources: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    entities: tuple[EntityCount, ...]
    """`articles` counts those that match."""
    months: tuple[tuple[dt.date, int], ...]
    """By the month's first day, oldest first; months without any are left out, and so are undated articles."""

    @property
    def undated(self) -> int:
        """How many of them have no date."""
        return max(0, self.total - sum(articles for _, articles in self.months))


@dataclass(frozen=True, slots=True)
class Completion:
    """How the last part of a query can go on."""

    query: str
    """The whole query, completed."""
    value: str
    """What the last part would ask for, as it is shown."""
    articles: int | None
    """How many have this value; None for the name of a field."""


@dataclass(frozen=True, slots=True)
class Original:
    """The text of an article's file, cleaned and otherwise as it is, as far as it was read."""

    text: str
    line: int
    """The number of its first line in the file, from 1: of a file of records, where the article's own begins."""
    goes_on: bool
    """Whether the file has more after it."""
    size: int
    """Bytes of the whole file."""
