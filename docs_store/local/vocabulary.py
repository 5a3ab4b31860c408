"""The words of all headlines, a tenth as many as headlines, and which of them a mistyped word may be."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from string import ascii_lowercase
from typing import Final

from frizbee import Haystacks, Pattern
from rapidfuzz import process

from docs_store.edits import OSA
from docs_store.local.patterns import THREADS, WORD_LIMIT, literal, matcher
from docs_store.query.matching import TYPO_PREFIX, mistyping
from docs_store.query.passages import typos_allowed
from docs_store.query.slips import slips_allowed

_SPELLINGS: Final = 3
"""Words that one unknown word is taken for."""

_LOOKED_AT: Final = 10_000
"""Words with the letters of a mistyped one that are compared with it."""


class Vocabulary:
    """Words, folded, each once. Not for several threads at a time."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._known: dict[str, int] = {}
        """The place of each word among the others: its number."""
        self._stacks = Haystacks()
        self._lines = ""
        self._starts = array("I")
        """The words, a line before each, and where each begins; once they are asked for."""
        self._misspelt: dict[str, list[str]] = {}
        """What `misspelt` has answered, until there are more words."""

    def add(self, words: Iterable[str]) -> None:
        """Take in words."""
        self._misspelt.clear()
        self._lines = ""
        new = list(dict.fromkeys(word for word in words if word not in self._known))
        self._known.update(zip(new, range(len(self._words), len(self._words) + len(new)), strict=True))
        self._words += new
        self._stacks.extend(new)

    def has(self, words: Iterable[str]) -> bool:
        """Tell whether all of `words` are known."""
        return all(word in self._known for word in words)

    def numbers(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of known words."""
        return [self._known[word] for word in words]

    def holds(self, parts: Iterable[str]) -> bool:
        """Tell whether each of `parts` is part of some word: within a millisecond, where headlines take 25."""
        self._lay_out()
        return all(part in self._lines for part in parts)

    def having(self, part: str, most: int) -> tuple[list[int], list[int]] | None:
        """Return the numbers of the words that begin with `part`, and of those that have it further on.

        None where there are more than `most` in all.
        """
        self._lay_out()
        lines, starts = self._lines, self._starts
        begun, within = list[int](), list[int]()
        at = lines.find(part)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            (begun if starts[number] == at else within).append(number)
            if len(begun) + len(within) > most:
                return None
            at = lines.find(part, starts[number + 1]) if number + 1 < len(starts) else -1
        return begun, within

    def _lay_out(self) -> None:
        if not self._lines:
            self._lines = "".join(f"\n{word}" for word in self._words)
            self._starts = array("I", accumulate((len(word) + 1 for word in self._words[:-1]), initial=1))

    def like(self, needle: str, *, only_unknown: bool) -> list[str]:
        """Return `needle` and the words most like it; only itself where a word holds it and `only_unknown`."""
        typos = typos_allowed(needle)
        if not typos or (only_unknown and matcher([literal(needle)], 1).match_list(self._stacks)):
            return [needle]
        alike = matcher([Pattern(needle, max_typos=typos)], _LOOKED_AT).match_list_parallel(self._stacks, THREADS)
        words = [word for word in (self._words[match.index] for match in alike) if needle not in word]
        likest = dict.fromkeys(words[at] for at in _likest(needle, words, typos))
        if not likest and len(needle) >= TYPO_PREFIX:  # it may be the beginning of a word
            for length in (len(needle), len(needle) + 1):
                likest |= dict.fromkeys(words[at] for at in _likest(needle, [word[:length] for word in words], typos))
        return [needle, *islice(likest, _SPELLINGS)]

    def misspelt(self, word: str) -> list[str]:
        """Return the words that `word`, folded, is very likely a misspelling of, the likest first."""
        typos = slips_allowed(word)
        if not typos or len(word) > WORD_LIMIT:
            return []
        if word not in self._misspelt:  # one search asks several times
            alike = [longer for letter in ascii_lowercase if (longer := word + letter) in self._known]
            alike += self.like(word, only_unknown=False)[1:]
            found = [other for other in alike if OSA.distance(word, other, score_cutoff=typos) <= typos]
            self._misspelt[word] = [each for each in found if mistyping(word, each) >= mistyping(word, found[0])]
        return self._misspelt[word]


def _likest(needle: str, words: Sequence[str], typos: int) -> list[int]:
    """Return which of `words` differ from `needle` by no more typos, the likest first."""
    found = process.extract(needle, words, scorer=OSA.distance, score_cutoff=typos, limit=_SPELLINGS)
    return [at for _, _, at in found]
