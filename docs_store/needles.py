"""From a query to what a text must hold to match it, in the terms of a store's own analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from docs_store.passages import Analyse, Needle, Token, Wanted
from docs_store.query import Query
from docs_store.stopwords import STOPWORDS
from docs_store.text import fold

_LONG_RUN: Final = 8
"""Characters of an unspaced run up to which it is one name to be found whole; a longer one is a sentence."""

_FEW_WORDS: Final = (2, 6)
"""Words of a query that an article is expected to hold all of; a longer one is a sentence."""

ALL_WORDS: Final = 1_000.0
"""Added to the score of an article that holds them all: more than words alone ever score."""

ENOUGH: Final = 100
"""Articles with all the words from which on those with only some are no answer."""


def expects_all(words: int) -> bool:
    """Whether an article is expected to hold all of so many words."""
    return _FEW_WORDS[0] <= words <= _FEW_WORDS[1]


def needles(query: Query, analyse: Analyse) -> tuple[Wanted, ...]:
    """Return what a text must hold to match each part of the query, each once, in the order typed.

    Words without a subject of their own are left out where there are others.
    """
    full: dict[Needle, Wanted] = {}
    empty: dict[Needle, Wanted] = {}
    for term in query.terms:
        tokens = analyse(term.text)
        for run in [tokens] if term.phrase else _runs(tokens):
            if not run:
                continue
            typed = fold(term.text[run[0].start : run[-1].end])
            into = empty if typed in STOPWORDS else full
            whole = term.phrase or len(run) < _LONG_RUN
            for part in [run] if whole else [[token] for token in run]:
                needle = tuple(token.term for token in part)
                times = into[needle].times + 1 if needle in into else 1
                into[needle] = Wanted(needle, times, typed if whole else needle[0])
    return tuple((full or empty).values())


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Overlapping tokens are the pairs of one unspaced run; other tokens stand alone."""
    run: list[Token] = []
    for token in tokens:
        if run and token.start >= run[-1].end:
            yield run
            run = []
        run.append(token)
    if run:
        yield run
