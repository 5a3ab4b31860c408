"""What a text is about, and which of the lines around it speak of that: its headline does, a menu does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_STEM: Final = 6
"""Letters of a word that its forms have in common: "bridge", "bridges"."""
_WORD = re.compile(r"[^\W\d_\u3040-\u9fff\uac00-\ud7ff]{4,}|\d{2,}")
"""A word with something to say, or a number, in scripts that have spaces."""
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7ff]{2,}")
_LONGEST: Final = 20_000
"""Code points of a line that are looked at."""
_LEAST: Final = ((2, 0.4), (3, 0.3))
"""Words in common with a text, and the share of the line's own that they are, which are no chance."""


class Told(NamedTuple):
    """How much of a line a text tells of."""

    words: int
    """The line's words that the text has."""
    share: float
    """What share of the line's words that is, 0 to 1."""

    @property
    def tells(self) -> bool:
        """Whether that is no chance."""
        return any(self.words >= words and self.share >= share for words, share in _LEAST)


def topic(lines: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words in `lines`, and the pairs of letters where no spaces part words."""
    return frozenset(stem for line in lines for stem in _stems(line[:_LONGEST].casefold()))


def told_of(line: str, about: frozenset[str]) -> Told:
    """Return how much of what a line says a topic has."""
    stems = topic((line,))
    words = len(stems & about)
    return Told(words, words / len(stems) if stems else 0.0)


def _stems(line: str) -> Iterator[str]:
    yield from (word[:_STEM] for word in _WORD.findall(line))
    if not line.isascii():
        yield from (run[at : at + 2] for run in _WIDE.findall(line) for at in range(len(run) - 1))
