"""Which headlines have which words: an inverted index in memory, beside the scans that forgive.

A scan for letters that few headlines have goes through all of them, 15 to 25 ms a million; here they are those of the
words that have the letters. Both find the same, in the same order.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain


class Postings:
    """The places of the headlines that have a word, by the word's number. Not for several threads at a time."""

    def __init__(self, starts: array[int] | None = None, places: array[int] | None = None) -> None:
        """Take what a snapshot holds: the places of all words one after the other, and where each begins and ends."""
        self._starts = starts or array("I", [0])
        self._places = places or array("I")
        self._later: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, place: int, words: Iterable[int]) -> None:
        """Take in a headline: `place` is after all others, `words` are numbers."""
        for word in words:
            self._later[word].append(place)

    def count(self, words: Iterable[int]) -> int:
        """Return how many headlines have each of the words, all in all."""
        return sum(map(len, self._of(words)))

    def having(self, words: Iterable[int]) -> set[int]:
        """Return the places of the headlines that have any of the words."""
        return set(chain.from_iterable(self._of(words)))

    def _of(self, words: Iterable[int]) -> Iterator[Sequence[int]]:
        starts, stored = self._starts, len(self._starts) - 1
        for word in words:
            if word < stored:
                yield self._places[starts[word] : starts[word + 1]]
            if word in self._later:
                yield self._later[word]


def ranked(begun: Sequence[set[int]], within: Sequence[set[int]]) -> list[int]:
    """Return the places that have all of some letters, those where most of them begin words first, then the newest.

    `begun` and `within` give, for each of the letters, where they begin a word and where they stand within one.
    """
    common = set.intersection(*(one | other for one, other in zip(begun, within, strict=True)))
    begins = Counter(chain.from_iterable(begun))
    grouped: list[list[int]] = [[] for _ in range(len(begun) + 1)]
    for place in common:
        grouped[begins.get(place, 0)].append(place)
    return [place for group in reversed(grouped) for place in sorted(group, reverse=True)]


def laid_out(places: Iterable[Sequence[int]]) -> tuple[array[int], array[int]]:
    """Return what `Postings` takes: where the places of each word begin and end, and all of them in a row."""
    starts, row = array("I", [0]), array("I")
    for each in places:
        row.extend(each)
        starts.append(len(row))
    return starts, row
