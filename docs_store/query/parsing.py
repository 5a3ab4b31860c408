"""What the user typed → a query: one language for the finder's box, the command line and saved searches.

Plain words · "a phrase" · 'exact ^prefix suffix$ !not and a | b as fzf users type them · field:value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz

from docs_store.errors import QueryError
from docs_store.query.model import (
    DATE_FIELDS,
    FIELD_NAMES,
    FLAGS,
    Clause,
    Condition,
    Dated,
    Fault,
    Field,
    Flag,
    Flagged,
    Match,
    Query,
    Term,
)
from docs_store.query.periods import is_in_figures, parse_period
from docs_store.text import clean, one_line

MAX_LENGTH: Final = 2_000
"""Code points of a query that are read; a pasted paragraph fits."""

MAX_WORDS: Final = 64
"""Words of a query that count. A query of 100,000 words took 1.7 s; the longest judged ones have about 60."""

# A word or a quoted stretch, what stands before it, and a quote that may be left open. Linear: each part is told from
# the next by its first character.
_PART = re.compile(r'(?P<not>!*)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<plain>\||[^\s"|]*))')
_MINUS = re.compile(r"-[^\W\d_]")
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_QUOTED: Final = 40
"""Code points of a query that a note repeats."""

_LONGEST_DATE: Final = 5
"""Words of a date, and of two with ".." between: "last march..3 weeks ago"."""

_SHORT_NAME: Final = 2
"""Letters before a colon that nobody means as a field."""
_LIKE_A_FIELD: Final = 75.0
"""Per cent of likeness from which an unknown name before a colon is taken for a field's, mistyped."""


def parse(text: str, today: dt.date | None = None) -> Query:
    """Return the query that `text` asks. Any string parses; what is over `MAX_LENGTH` or `MAX_WORDS` is not read.

    What cannot be read as it stands does the most sensible thing instead, and is noted in `Query.faults`. `today` is
    what "yesterday" counts from (default: the day it is here).
    """
    return _Parser(clean(text[:MAX_LENGTH]).translate(_QUOTES), today or dt.date.today()).query()  # noqa: DTZ011


def check_query(text: str) -> Query:
    """Like `parse`, but raise `QueryError` at the first fault, with a caret under it."""
    query = parse(text)
    if query.faults:
        fault = query.faults[0]
        line = " ".join(clean(text[:MAX_LENGTH]).splitlines())
        raise QueryError(f"{fault.problem}\n  {line}\n  {' ' * fault.start}{'^' * max(1, fault.end - fault.start)}")
    return query


class _Parser:
    def __init__(self, text: str, today: dt.date) -> None:
        self._text = text
        self._today = today
        self._words_left = MAX_WORDS
        self._faults: list[Fault] = []

    def query(self) -> Query:
        clauses: list[Clause] = []
        joins = False
        field = ""  # of "tag:a|b", for "b"
        typed = list(parts(self._text))
        at = 0
        while at < len(typed):
            part = typed[at]
            at += 1
            if part[0] == "|":
                joins = bool(clauses)
                field = field if self._is_inside_a_word(part) else ""
                continue
            field = part["field"] or (field if joins and field.lower() in FIELD_NAMES else "")
            more = self._rest_of_date(typed, at)
            condition = self._condition(part, " ".join(following[0] for following in typed[at : at + more]), field)
            at += more
            if condition is None:
                continue
            if joins:
                clauses[-1] += (condition,)
            else:
                clauses.append((condition,))
            joins = False
            if not self._words_left:
                break
        if self._text.strip() and not clauses and not self._faults:
            at = len(self._text) - len(self._text.lstrip())
            what = f"“{one_line(self._text, _QUOTED)}” has no letters or digits that could be looked for"
            self._faults.append(Fault(at, len(self._text.rstrip()), what))
        return Query(tuple(clauses), tuple(self._faults))

    def _is_inside_a_word(self, bar: re.Match[str]) -> bool:
        before, after = self._text[: bar.start()][-1:], self._text[bar.end() :][:1]
        return bool(before.strip() and after.strip())

    def _rest_of_date(self, typed: Sequence[re.Match[str]], at: int) -> int:
        """Return how many of the words from `at` on belong to the date that stands before them without quotation marks.

        "after:last march coffee" has one, "on:1987 may" none: what is in figures alone is whole.
        """
        field, value = (typed[at - 1]["field"] or "").lower(), typed[at - 1]["plain"]
        if field not in DATE_FIELDS or not value or is_in_figures(value) or (".." in value and self._is_date(value)):
            return 0
        held = [value]
        longest = 0
        for following in typed[at : at + _LONGEST_DATE - 1]:
            if following["not"] or following["field"] or not following["plain"]:
                break
            held.append(following["plain"])
            if self._is_date(" ".join(held)):
                longest = len(held) - 1
        return longest

    def _is_date(self, value: str) -> bool:
        return bool(self._between(value) if ".." in value else parse_period(value, self._today))

    def _condition(self, part: re.Match[str], more: str, field: str) -> Condition | None:
        negated = len(part["not"]) % 2 == 1
        field = field.lower()
        value = part["quoted"] if part["quoted"] is not None else part["plain"]
        value = f"{value} {more}" if more else value
        quoted = bool(part["closed"])
        if not field and not part["not"] and _MINUS.match(part["plain"] or ""):  # as search engines on the web have it
            negated, value = True, value[1:]
            self._fault(part, f"-{value} leaves it out; write !{value}")
        if part["quoted"] is not None and not quoted:  # until then its words are asked for, the last perhaps unfinished
            self._fault(part, 'a quotation mark is not closed: add " at the end')
        if field and field not in FIELD_NAMES:
            self._unknown(part, field, value)
            # Not a field: the words on both sides of the colon are meant ("Re: harbour").
            value = f"{part['field']}:{value}"
            field = ""
        if field in DATE_FIELDS:
            return self._dated(part, field, value, negated)
        if field in FLAGS:
            return self._flagged(part, field, value, negated)
        if field:
            return self._fielded(part, Field(field), value, quoted, negated)
        return self._term(value, quoted, None, negated)

    def _term(self, value: str, quoted: bool, field: Field | None, negated: bool) -> Term | None:
        match = Match.WORD
        if not quoted and field in (None, Field.TITLE):
            match, value = _operator(value)
        words = value.split()[: self._words_left]
        if not any(map(_has_letters, words)):
            return None
        self._words_left -= len(words)
        if quoted and len(words) > 1:
            match = Match.PHRASE
        elif quoted and match is Match.WORD:
            match = Match.EXACT
        return Term(" ".join(words), match, field, negated)

    def _fielded(self, part: re.Match[str], field: Field, value: str, quoted: bool, negated: bool) -> Term | None:
        term = self._term(value, quoted, field, negated)
        if term is None:
            self._fault(part, f"{field}: has no value yet")
        return term

    def _dated(self, part: re.Match[str], field: str, value: str, negated: bool) -> Dated | None:
        is_saved = field == "saved"
        if field in ("on", "saved") and ".." in value and (between := self._between(value)):
            return replace(between, negated=negated, saved=is_saved)
        period = parse_period(value, self._today)
        if period is None and ".." in value and self._between("..".join(reversed(value.split("..", 1)))):
            self._fault(part, f"{field}: the range ends before it begins")
            return None
        if period is None:
            asked = f"“{value}” is no date" if value.strip() else "a date is missing"
            self._fault(part, f"{field}: {asked}; write 1987, 2024-01, 2024-01-16 or {field}:last march")
            return None
        if field in ("on", "saved"):
            return Dated(period.first, period.last, negated, is_saved)
        if field == "after":
            return Dated(period.first, None, negated)
        if period.first == dt.date.min:
            return None
        return Dated(None, period.first - dt.timedelta(days=1), negated)

    def _between(self, value: str) -> Dated | None:
        """Read "1987..1989", either end of which may be left open."""
        ends = [end.strip() for end in value.split("..", 1)]
        first, last = (parse_period(end, self._today) if end else None for end in ends)
        if any(end and period is None for end, period in zip(ends, (first, last), strict=True)):
            return None
        if not (first or last) or (first and last and first.first > last.last):
            return None
        return Dated(first.first if first else None, last.last if last else None)

    def _flagged(self, part: re.Match[str], field: str, value: str, negated: bool) -> Flagged | None:
        typed = value.strip().lower()
        matching = [flag for flag in FLAGS[field] if flag == typed or flag == f"{typed}s"]
        if not matching:
            self._fault(part, f"{field}: knows {', '.join(FLAGS[field])}")
            return None
        if matching[0] is Flag.UNREAD:
            return Flagged(Flag.READ, not negated)
        return Flagged(matching[0], negated)

    def _unknown(self, part: re.Match[str], field: str, value: str) -> None:
        likeness, nearest = max((fuzz.ratio(field, name), name) for name in FIELD_NAMES)
        if likeness >= _LIKE_A_FIELD:
            self._fault(part, f"there is no field {field}: — did you mean {nearest}: ?")
        elif len(field) > _SHORT_NAME and value and not value.startswith("/"):  # not "Re:thinking", not "https://…"
            self._fault(part, f'there is no field {field}: — "{part[0].replace(chr(34), "")}" looks for the words')

    def _fault(self, part: re.Match[str], problem: str) -> None:
        self._faults.append(Fault(part.start(), part.end(), problem))


def _operator(value: str) -> tuple[Match, str]:
    if len(value) > 1 and value[0] == "'":
        return Match.EXACT, value[1:]
    if len(value) > 1 and value[0] == "^":
        return Match.PREFIX, value[1:]
    if len(value) > 1 and value[-1] == "$":
        return Match.SUFFIX, value[:-1]
    return Match.WORD, value


def _has_letters(word: str) -> bool:
    return any(character.isalnum() for character in word)


def parts(text: str) -> Iterator[re.Match[str]]:
    """Yield the parts of a query as it is typed: `not` (its `!`), `field`, and `plain`, or `quoted` and `closed`."""
    return (match for match in _PART.finditer(text) if match[0])
