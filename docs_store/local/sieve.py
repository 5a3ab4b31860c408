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
    # In lower case, and with nothing before its letters, `re` leaps to where one of them stands.
    begun = re.compile(rf"(?:{'|'.join(beginnings) or '(?!)'})[a-z0-9]*")
    term = _terms(analysis)

    def sifted(text: str) -> Sequence[Token]:
        if not text.isascii():
            return analysis(text)
        text = text.lower()
        return [
            Token(term(found[0]), *found.span())
            for found in begun.finditer(text)
            if not (found.start() and text[found.start() - 1].isalnum())
        ]

    return sifted


@lru_cache(maxsize=1)
def _terms(analysis: Analysis) -> Callable[[str], str]:
    """Return what gives a word's term, "" where it has none; the words of newspapers repeat."""

    @lru_cache(maxsize=20_000)
    def term(word: str) -> str:
        return next((token.term for token in analysis(word)), "")

    return term
