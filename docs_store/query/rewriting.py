"""What the words of a query may mean in the texts there are: respelled, joined, taken apart, or as they were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Protocol, TypeAlias

from docs_store.query.doubting import RARER
from docs_store.query.model import Query, plain
from docs_store.query.needles import completed, expects_all, in_two, may_be_joined_with, needles
from docs_store.query.passages import PREFIX_LENGTH, Needle, Wanted, typos_allowed
from docs_store.words import UNSPACED, Analyse

_WHOLE: Final = 6
"""Letters from which on a word may be whole, and mistyped, though others begin with it."""

_TWO: Final = 2
"""Terms of two words."""

_MOST_KNOWN: Final = 200
"""Queries whose words are known at a time: those of some keys."""

Spellings: TypeAlias = Callable[[str], Sequence[str]]
"""A word, folded → the words that it may be a misspelling of, the likest first."""


class Terms(Protocol):
    """What the articles of a store hold."""

    @property
    def articles(self) -> int:
        """How many there are."""

    def holding(self, term: str) -> int:
        """Return how many articles hold a term in their texts."""

    def unknown(self, needle: Needle) -> bool:
        """Whether one term is looked for, and no article holds it."""

    def count_begun(self, term: str) -> int:
        """Return how many articles have words that begin so."""

    def many_hold(self, needle: Needle, many: int) -> bool:
        """Whether so many texts hold all of `needle` in a row, or more."""

    def hold_all(self, wanted: Sequence[Wanted]) -> bool:
        """Whether an article holds all words, as they stand or as what will do too."""


class Rewriting:
    """Tells what words are looked for, in what a store holds at one moment."""

    def __init__(self, terms: Terms, analyse: Analyse, spellings: Spellings) -> None:
        self._terms = terms
        self._analyse = analyse
        self._spellings = spellings
        self._known: dict[Query, tuple[Wanted, ...]] = {}
        """What `needles` has answered: one search asks several times."""

    def words(self, query: Query) -> Sequence[Wanted]:
        """Return the words asked for, without letters that begin too much, unless there is nothing else."""
        wanted = self.needles(plain(query.words))
        unknown = self._terms.unknown
        worded = [each for each in wanted if len(each.typed) >= PREFIX_LENGTH or each.also or not unknown(each.needle)]
        return worded or wanted

    def needles(self, query: Query) -> tuple[Wanted, ...]:
        """Return what a text must hold, words that no article holds with what they may be a misspelling of.

        So, too, where no article holds all words, one that few hold, if what it is like completes them.
        """
        if (known := self._known.get(query)) is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            wanted = self._joined(tuple(map(self._respelled, map(self._held, needles(query, self._analyse)))))
            known = wanted if query.filters else completed(wanted, self._terms.hold_all, self._usual)
            self._known[query] = known
        return known

    def _held(self, asked: Wanted) -> Wanted:
        """Leave out the phrases that would do too and that no text has: of two letters few are initials."""
        also = tuple(needle for needle in asked.also if len(needle) == 1 or self._terms.many_hold(needle, 1))
        return asked._replace(also=also) if also != asked.also else asked

    def _respelled(self, asked: Wanted) -> Wanted:
        if UNSPACED.match(asked.needle[0]) or not self._terms.unknown(asked.needle) or not typos_allowed(asked.typed):
            return asked
        begun = self._terms.count_begun(asked.needle[0])
        if begun and len(asked.typed) < _WHOLE:  # it is unfinished
            return asked
        terms = self._meant(asked.typed)
        if sum(map(self._terms.holding, terms)) < begun:
            return asked
        return asked._replace(also=(*(self._in_two(asked.typed) if not begun else ()), *((term,) for term in terms)))

    def _joined(self, wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
        """Let what two words make together do for each of them: "semiconductor" for "semi conductor"."""
        also: list[tuple[Needle, ...]] = [asked.also for asked in wanted]
        for at, (one, other) in enumerate(pairwise(wanted if expects_all(len(wanted)) else ())):
            if not may_be_joined_with(one.typed, other.typed):
                continue
            terms = [token.term for token in self._analyse(one.typed + other.typed)]
            if len(terms) == 1 and not UNSPACED.match(terms[0]) and self._terms.holding(terms[0]):
                also[at : at + 2] = [(*each, (terms[0],)) for each in also[at : at + 2]]
        return tuple(asked._replace(also=more) for asked, more in zip(wanted, also, strict=True))

    def _in_two(self, typed: str) -> tuple[Needle, ...]:
        """Return the two words, one after the other in some text, that one without a space between may be."""
        needles = (tuple(token.term for word in way for token in self._analyse(word)) for way in in_two(typed))
        return tuple(each for each in needles if len(each) == _TWO and self._terms.many_hold(each, 1))[:1]

    def _usual(self, asked: Wanted) -> Iterator[Needle]:
        """Yield the terms that one is likely a slip of, or the two that it may be, and that far more articles hold."""
        many = self._terms.holding(asked.needle[0])
        if many and many * RARER <= self._terms.articles and typos_allowed(asked.typed):
            yield from ((term,) for term in self._meant(asked.typed) if self._terms.holding(term) >= RARER * many)
            yield from (two for two in self._in_two(asked.typed) if self._terms.many_hold(two, RARER * many))

    def _meant(self, typed: str) -> tuple[str, ...]:
        """Return the terms of the words that one is very likely meant for, the likeliest first."""
        terms = dict.fromkeys(token.term for word in self._spellings(typed) for token in self._analyse(word))
        return tuple(term for term in terms if self._terms.holding(term))
