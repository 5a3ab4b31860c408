"""What the user typed, as a value. It knows no engine: each store analyses the terms its own way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docs_store.text import clean

MAX_LENGTH: Final = 2_000
"""Code points of a query that are read; a pasted paragraph fits."""

MAX_WORDS: Final = 64
"""Words of a query that count. A query of 100,000 words took 1.7 s; the longest judged ones have about 60."""

# A quoted stretch, or a run without spaces and quotes. A quote that is never closed runs to the end.
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: a word as typed, or the words of a phrase."""

    text: str
    phrase: bool = False
    """True where it stood in quotes: its words must follow each other."""


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. Without terms it asks for the newest."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def plain(self) -> str:
        """All that was typed, without quotes."""
        return " ".join(term.text for term in self.terms)


def parse(text: str) -> Query:
    """Return the query that `text` asks. Any string parses; what is over `MAX_LENGTH` or `MAX_WORDS` is not read."""
    terms: list[Term] = []
    words_left = MAX_WORDS
    for match in _PART.finditer(clean(text[:MAX_LENGTH]).translate(_QUOTES)):
        words = (match[1] if match[2] is None else match[2]).split()[:words_left]
        if not any(map(_has_letters, words)):
            continue
        terms.append(Term(" ".join(words), phrase=match[2] is None and len(words) > 1))
        words_left -= len(words)
        if not words_left:
            break
    return Query(tuple(terms))


def _has_letters(word: str) -> bool:
    return any(character.isalnum() for character in word)
