"""Headlines looked up by their words, where these tell what a scan of all headlines would, and faster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from docs_store.local.postings import Postings, ranked
from docs_store.local.vocabulary import Vocabulary

_MOST_WORDS: Final = 2_000
_MOST_POSTED: Final = 30_000
"""Words with the letters sought, and headlines of these, up to which they are looked up: beyond, a scan costs less."""


class Lookup:
    """The words of all headlines, and which have them. Not for several threads at a time."""

    def __init__(self, words: Iterable[str] = (), postings: Postings | None = None) -> None:
        """Take what a snapshot holds."""
        self.vocabulary = Vocabulary()
        self.vocabulary.add(words)
        self._postings = postings or Postings()

    def add(self, headlines: Iterable[str], first: int) -> None:
        """Take in headlines, folded, whose places begin with `first`."""
        words = [dict.fromkeys(headline.split()) for headline in headlines]
        self.vocabulary.add(chain.from_iterable(words))
        for place, each in enumerate(words, first):
            self._postings.add(place, self.vocabulary.numbers(each))

    def places(self, needles: Sequence[str], *, whole: bool) -> list[int] | None:
        """Return where headlines hold `needles`, best first; None where words alone do not tell it, or not fast."""
        begun, within = list[set[int]](), list[set[int]]()
        for needle in needles:
            if not needle or " " in needle:
                return None
            known, having = self.vocabulary, self._postings.having
            words = (known.numbers([needle]), []) if whole else known.having(needle, _MOST_WORDS)
            if words is None or self._postings.count(chain.from_iterable(words)) > _MOST_POSTED:
                return None
            begun.append(having(words[0]))
            within.append(having(words[1]))
        return ranked(begun, within)
