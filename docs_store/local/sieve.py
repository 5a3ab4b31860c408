"""Telling a query's words in a text without taking all of the text apart: a list of answers needs no more.

A stem shares all but its last two letters with each of its words (Snowball's English: "happy" → "happi", "dying" →
"die"), so only words that begin so are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from docs_store.local.fields import Analysis
from docs_store.query.passages import Wanted
from docs_store.words import Analyse, Token


def sieve(wanted: Sequence[Wanted], analysis: Analysis) -> Analyse:
    """Return what gives the tokens of a text that `wanted` may match, in order: all of them where there are phrases."""
    needles = [needle for asked in wanted for needle in (asked.needle, *asked.also)]
    if any(len(needle) > 1 for needle in needles):
        return analysis
    beginnings = sorted({re.escape(term[: max(1, len(term) - 2)]) for (term,) in needles if term.isascii()})
    begun = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(beginnings) or '(?!)'})[a-z0-9]*", re.ASCII | re.IGNORECASE)
    term = _terms(analysis)

    def sifted(text: str) -> Sequence[Token]:
        if not text.isascii():
            return analysis(text)
        return [Token(term(match[0]), *match.span()) for match in begun.finditer(text)]

    return sifted


@lru_cache(maxsize=1)
def _terms(analysis: Analysis) -> Callable[[str], str]:
    """Return what gives a word's term, "" where it has none; the words of newspapers repeat."""

    @lru_cache(maxsize=20_000)
    def term(word: str) -> str:
        return next((token.term for token in analysis(word)), "")

    return term
