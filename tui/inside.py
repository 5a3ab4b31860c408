"""Finding inside a text: case and accents of Latin letters are ignored, and a hit is looked for when it is asked for.

A letter has 160,000 hits in a book, of which a screen shows some: that they are so many is counted, without objects.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, TypeAlias, overload

from docs_store import Span
from tui.typeset import Passage

Hit: TypeAlias = tuple[int, Span]
"""The number of a passage, and a span in it."""

_ACCENTED: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")

_KEPT: Final = 64
"""Passages whose spans are kept: more than a screen shows."""


class Inside:
    """Passages as they are searched: made once, and asked at every key."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._texts = [_folded(passage.text) for passage in passages]

    def find(self, needle: str) -> Sequence[Hit]:
        """Return where `needle` stands, in reading order."""
        needle = _folded(needle.strip())
        return _Found(self._texts, needle) if needle else ()


class _Found(Sequence[Hit]):
    """Hits, none of which is there before it is asked for."""

    def __init__(self, texts: Sequence[str], needle: str) -> None:
        counts = ((number, text.count(needle)) for number, text in enumerate(texts))
        some = [(number, count) for number, count in counts if count]
        self._passages = [number for number, _ in some]
        self._before = list(accumulate((count for _, count in some), initial=0))
        """How many hits are in those before each of them, and how many there are."""
        self._spans = lru_cache(_KEPT)(lambda number: _spans(texts[number], needle))

    def __len__(self) -> int:
        return self._before[-1]

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        place = bisect_right(self._before, index) - 1
        return self._passages[place], self._spans(self._passages[place])[index - self._before[place]]

    def __iter__(self) -> Iterator[Hit]:
        for number in self._passages:
            for span in self._spans(number):
                yield number, span


def _spans(text: str, needle: str) -> list[Span]:
    spans = []
    at = text.find(needle)
    while at >= 0:
        spans.append((at, at + len(needle)))
        at = text.find(needle, at + len(needle))
    return spans


def _folded(text: str) -> str:
    """Return as many characters in small letters, without the accents of Latin ones."""
    if not (text.isascii() or unicodedata.is_normalized("NFD", text)):
        text = _ACCENTED.sub(lambda letter: _base(letter[0]), text)
    return text.lower().replace("ς", "σ")  # lower() ends words with the one, and knows not yet that a word goes on


@lru_cache(1_024)
def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
