"""From a query to what a text must hold to match it, in the terms of a store's own analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from docs_store.query.model import Match, Query
from docs_store.query.passages import Needle, Wanted
from docs_store.stopwords import STOPWORDS
from docs_store.text import fold
from docs_store.words import UNSPACED, Analyse, Token, is_one_word, may_be_joined

_LONG_RUN: Final = 8
"""Characters of an unspaced run up to which it is one name to be found whole; a longer one is a sentence."""

_FEW_WORDS: Final = (2, 6)
"""Words of a query that an article is expected to hold all of; a longer one is a sentence."""

_INITIALS: Final = 2
"""Letters of a word that may be initials, written with full stops elsewhere."""

_WORD: Final = 3
"""Letters from which on one of two words may be written together with the other, as in "whitehouse"."""

_OTHER_WORDS: Final = STOPWORDS | {"us", "am"}
"""What initials without their full stops are not: words."""

ALL_WORDS: Final = 1_000.0
"""Added to the score of an article that holds them all: more than words alone ever score."""

ENOUGH: Final = 100
"""Articles with all the words from which on those with only some are no answer."""


def expects_all(words: int) -> bool:
    """Whether an article is expected to hold all of so many words."""
    return _FEW_WORDS[0] <= words <= _FEW_WORDS[1]


def may_be_joined_with(one: str, other: str) -> bool:
    """Whether two words may be written as one: "semi conductor"."""
    return min(len(one), len(other)) >= _WORD and one.isalpha() and other.isalpha()


def in_two(word: str) -> Iterator[tuple[str, str]]:
    """Yield the two words that one of letters alone may be without the space between: "white", "house"."""
    if word.isalpha():
        yield from ((word[:at], word[at:]) for at in range(_WORD, len(word) - _WORD + 1))


def completed(
    wanted: tuple[Wanted, ...],
    hold_all: Callable[[Sequence[Wanted]], bool],
    usual: Callable[[Wanted], Iterable[Needle]],
) -> tuple[Wanted, ...]:
    """Return the words, but for one what it was likely meant for, where articles hold all words only so.

    `hold_all` tells whether an article holds all of some, `usual` which terms, or two in a row, far more articles hold
    than one of them, and may be meant by it. What was typed will do too.
    """
    plain = all(len(asked.needle) == 1 and not UNSPACED.match(asked.needle[0]) for asked in wanted)
    if not (plain and expects_all(len(wanted))) or hold_all(wanted):
        return wanted
    for at, asked in enumerate(wanted):
        for needle in usual(asked):
            others = (*wanted[:at], asked._replace(needle=needle, also=(asked.needle,)), *wanted[at + 1 :])
            if hold_all(others):
                return others
    return wanted


def needles(query: Query, analyse: Analyse) -> tuple[Wanted, ...]:
    """Return what a text must hold to match each part of the query, each once, in the order typed.

    Words without a subject of their own are left out where there are others. What is typed as one word is to be found
    as one ("AT&T"), but for a sentence, whose words are so many signs.
    """
    few = len(query.terms) <= _FEW_WORDS[1]
    full: dict[Needle, Wanted] = {}
    empty: dict[Needle, Wanted] = {}
    for term in query.terms:
        tokens = analyse(term.text)
        for run in [tokens] if term.phrase else _runs(term.text if few else "", tokens):
            if not run:
                continue
            typed = fold(term.text[run[0].start : run[-1].end])
            into = empty if typed in STOPWORDS else full
            whole = term.phrase or len(run) < _LONG_RUN
            in_parts = whole and term.match is Match.WORD and run[0].end < run[-1].start
            also = _joined(term.text, run, analyse) if in_parts else ()
            if len(run) == 1 and term.match is Match.WORD and few:
                also = _spaced(run[0], term.text, analyse)
            for part in [run] if whole else [[token] for token in run]:
                needle = tuple(token.term for token in part)
                times = into[needle].times + 1 if needle in into else 1
                into[needle] = Wanted(needle, times, typed if whole else needle[0], also)
    return tuple((full or empty).values())


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Take together the pairs of an unspaced run, which overlap, and the parts of what is one word in `text`."""
    run: list[Token] = []
    for token in tokens:
        if run and token.start >= run[-1].end and not is_one_word(text, run[-1], token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _joined(text: str, run: Sequence[Token], analyse: Analyse) -> tuple[Needle, ...]:
    """Return the term of a word without what stands between its parts; none for "U.S.", which would be "us"."""
    parts = [text[token.start : token.end] for token in run]
    letters = "".join(parts)
    terms = analyse(letters)
    is_other = fold(letters) in _OTHER_WORDS or not may_be_joined(parts)
    return ((terms[0].term,),) if len(terms) == 1 and not is_other else ()


def _spaced(token: Token, text: str, analyse: Analyse) -> tuple[Needle, ...]:
    """Return the letters of two, each with a full stop: "U.K." for "UK"."""
    letters = text[token.start : token.end]
    if len(letters) != _INITIALS or not (letters.isascii() and letters.isalpha()) or fold(letters) in STOPWORDS:
        return ()
    return (tuple(each.term for letter in letters for each in analyse(letter)),)
