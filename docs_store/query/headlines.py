"""A query as it is asked of headlines: the words to scan for, what must hold besides, and the filters that remain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from docs_store.query.matching import Answer, Asked, answer
from docs_store.query.model import Clause, Field, Match, Query, Term, plain
from docs_store.text import fold
from docs_store.words import words

_MOST_ALTERNATIVES: Final = 8
"""Combinations of `a | b` that are scanned for."""


@dataclass(frozen=True, slots=True)
class HeadlineQuery:
    """One way in which a headline can answer a query: one alternative of each `a | b`."""

    asked: Asked
    terms: tuple[Term, ...]

    def answer(self, title: str) -> Answer | None:
        """Return how `title` answers, None where it does not."""
        found = answer(self.asked, title)
        return found if found and all(title_holds(term, title) for term in self.terms) else None


def headline_queries(query: Query) -> tuple[tuple[HeadlineQuery, ...], tuple[Clause, ...]]:
    """Return the ways a headline can answer, and the clauses that an article must fulfil besides.

    Without words for headlines there is no way, and the clauses are all there is.
    """
    worded = [clause for clause in query.clauses if _is_worded(clause)]
    others = tuple(clause for clause in query.clauses if not _is_worded(clause))
    if not worded:
        return (), others
    ways = []
    for terms in islice(product(*worded), _MOST_ALTERNATIVES):
        chosen = tuple(term for term in terms if isinstance(term, Term))
        if (asked := Asked.of(plain(chosen))).words:
            ways.append(HeadlineQuery(asked, tuple(term for term in chosen if term.match is not Match.WORD)))
    return tuple(ways), others


def _is_worded(clause: Sequence[object]) -> bool:
    """Whether every alternative asks something of the headline, which a scan can look for."""
    return all(isinstance(term, Term) and not term.negated and term.field in (None, Field.TITLE) for term in clause)


def title_holds(term: Term, title: str) -> bool:
    """Whether `title` holds `term` in the way it was asked: to the letter, as a phrase, at its beginning or end."""
    folded, sought = fold(title), fold(term.text)
    match term.match:
        case Match.EXACT:
            return sought in folded
        case Match.PREFIX:
            return _from_first_letter(folded).startswith(_from_first_letter(sought))
        case Match.SUFFIX:
            return _to_last_letter(folded).endswith(_to_last_letter(sought))
        case Match.PHRASE:
            row = [token.term for token in words(term.text)]
            held = [token.term for token in words(title)]
            return any(held[at : at + len(row)] == row for at in range(len(held) - len(row) + 1))
        case Match.WORD:
            return True


def _from_first_letter(text: str) -> str:
    return text[next((at for at, letter in enumerate(text) if letter.isalnum()), 0) :]


def _to_last_letter(text: str) -> str:
    return text[: next((len(text) - at for at, letter in enumerate(reversed(text)) if letter.isalnum()), 0)]
