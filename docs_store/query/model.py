"""What is asked, as a value: clauses of words, dates and flags. It knows no engine: each store analyses the words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias


class Field(StrEnum):
    """Which part of an article a value is looked for in."""

    TITLE = "title"
    TEXT = "text"
    CAPTION = "caption"
    AUTHOR = "author"
    SOURCE = "source"
    ENTITY = "entity"
    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    TAG = "tag"
    LANG = "lang"


class Flag(StrEnum):
    """What is asked with `has:` and `is:`."""

    IMAGES = "images"
    CAPTIONS = "captions"
    LINKS = "links"
    ENTITIES = "entities"
    DATED = "dated"
    UNDATED = "undated"
    UNTITLED = "untitled"
    TEXT = "text"
    STARRED = "starred"
    READ = "read"
    UNREAD = "unread"
    """A word for not `READ`, whether anybody says so or not."""


FLAGS: Final = {
    "has": (Flag.IMAGES, Flag.CAPTIONS, Flag.LINKS, Flag.ENTITIES, Flag.TEXT),
    "is": (Flag.STARRED, Flag.READ, Flag.UNREAD, Flag.DATED, Flag.UNDATED, Flag.UNTITLED),
}
"""The values of the two fields of flags. Untitled is an article whose title was made from its text."""

DATE_FIELDS: Final = ("before", "after", "on", "saved")
FIELD_NAMES: Final = (*map(str, Field), *DATE_FIELDS, *FLAGS)
"""Every name that may stand before a colon."""


class Match(StrEnum):
    """How a term must match."""

    WORD = "word"
    PHRASE = "phrase"
    """Its words follow each other."""
    EXACT = "exact"
    """No typo is forgiven, no word completed."""
    PREFIX = "prefix"
    """The headline begins with it."""
    SUFFIX = "suffix"
    """The headline ends with it."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words asked for."""

    text: str
    match: Match = Match.WORD
    field: Field | None = None
    """None where headline and text are meant."""
    negated: bool = False

    @property
    def phrase(self) -> bool:
        """Whether its words must follow each other."""
        return self.match is Match.PHRASE


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch of days by the best date known, both included; None where it is open."""

    first: dt.date | None
    last: dt.date | None
    negated: bool = False
    saved: bool = False
    """Whether the day on which it was saved is meant."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A yes or no about an article."""

    flag: Flag
    negated: bool = False


Condition: TypeAlias = Term | Dated | Flagged
Clause: TypeAlias = tuple[Condition, ...]
"""Conditions of which one must hold."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read as it was typed: where, and what is wrong and what would be right."""

    start: int
    end: int
    problem: str


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: clauses that must all hold. Without any it asks for the newest."""

    clauses: tuple[Clause, ...] = ()
    faults: tuple[Fault, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What headline or text must hold, in the order typed: what a hit marks."""
        return tuple(
            condition
            for clause in self.clauses
            for condition in clause
            if isinstance(condition, Term)
            and not condition.negated
            and condition.field in (None, Field.TITLE, Field.TEXT, Field.CAPTION)
        )

    @property
    def words(self) -> tuple[Term, ...]:
        """The plain words and phrases: what a headline is looked for by, and what ranks texts."""
        return tuple(clause[0] for clause in self.clauses if _is_plain(clause))  # type: ignore[misc]

    @property
    def filters(self) -> tuple[Clause, ...]:
        """The clauses that are no plain words: what an article must fulfil besides."""
        return tuple(clause for clause in self.clauses if not _is_plain(clause))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was not read as it was typed, for a person."""
        return tuple(fault.problem for fault in self.faults)


def _is_plain(clause: Clause) -> bool:
    if len(clause) != 1 or not isinstance(clause[0], Term):
        return False
    term = clause[0]
    return term.field is None and not term.negated and term.match is Match.WORD


def only(term: Term) -> Query:
    """Return a query for `term` alone, wherever it was to be looked for."""
    return Query(((replace(term, field=None, negated=False),),))


def plain(terms: tuple[Term, ...]) -> Query:
    """Return a query for `terms` as plain words, however they were asked for."""
    return Query(tuple((replace(term, match=Match.WORD, field=None, negated=False),) for term in terms))
