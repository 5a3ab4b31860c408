"""Words one slip of the keys away: what a word that no text has may be meant for, though no headline has it."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from docs_store.edits import OSA
from docs_store.query.matching import mistyping

_WORDY: Final = 5
_LONG: Final = 10
"""Letters from which on a word with one wrong letter, or two, is likelier than another word: "stop" is not "stol", and
"stations" are no "citations"."""

_LONGEST: Final = 20
"""Letters up to which what is one slip away is tried: of longer words it takes long."""

_MEANT: Final = 3
"""Words that one is taken for."""

_RARER: Final = 10
"""How many times as many texts have the likeliest word as have one that is not offered beside it: their slip."""


def slips_allowed(word: str) -> int:
    """Return how many wrong letters make a word of this length another one, likelier than a word of its own."""
    return 0 if len(word) < _WORDY or not word.isalpha() else 1 if len(word) < _LONG else 2


def slips(word: str) -> Iterable[str]:
    """Return what one letter left out, put in, replaced or swapped with the next makes of a word, but for its first."""
    letters = string.ascii_lowercase if word.isascii() else ""
    made = dict[str, None]()
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        made |= dict.fromkeys(head + letter + tail for letter in dict.fromkeys((head[-1], *letters)))
        if tail:
            made |= dict.fromkeys((head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]))
            made |= dict.fromkeys(head + letter + tail[1:] for letter in letters)
    made.pop(word, None)
    return made


class Slips:
    """Tells what words are meant for; see `likeliest`."""

    def __init__(
        self, spellings: Callable[[str], Sequence[str]], holding: Callable[[str], int], stem: Callable[[str], str]
    ) -> None:
        """`spellings` tells which words of headlines a word may be a misspelling of.

        `holding` tells how many texts hold a word, `stem` what it is without its ending.
        """
        self._spellings = spellings
        self.holding = holding
        self.stem = stem
        self._known: dict[str, Sequence[str]] = {}
        """What was answered: one search asks several times."""

    def meant(self, word: str) -> Sequence[str]:
        """Return the words that `word`, folded, is very likely meant for, those that most texts hold first."""
        if word not in self._known:
            self._known[word] = likeliest(word, self._spellings(word), self.holding, self.stem)
        return self._known[word]


def likeliest(
    word: str, known: Iterable[str], holding: Callable[[str], int], stem: Callable[[str], str]
) -> Sequence[str]:
    """Return the words that `word`, folded, is very likely meant for, those that most texts hold first.

    These are among `known`, words that it may be a misspelling of, and what is one slip away, with its ending and
    without: an ending may have made a word that is none ("neede"). `holding` tells how many texts hold a word, `stem`
    what it is without its ending. Another ending is no misspelling, and who has one word has the other: "ferrys".
    """
    own = stem(word)
    known = dict.fromkeys(other for other in known if stem(other) != own)
    candidates = dict.fromkeys(known)
    if _WORDY <= len(word) <= _LONGEST and word.isalpha():
        near = (other for other in slips(word) if 0 < OSA.distance(own, stem(other), score_cutoff=1) <= 1)
        candidates |= dict.fromkeys(near)
    texts = {other: many for other in candidates if (many := holding(other))}
    worth = {other: mistyping(word, other) for other in texts}
    best = max(worth.values(), default=0.0)
    likely = sorted(
        (other for other in texts if worth[other] >= best),
        key=lambda other: (-texts[other], other not in known, abs(len(other) - len(word)), other),
    )
    one_each: dict[str, str] = {}
    for other in likely:
        if texts[other] * _RARER > texts[likely[0]]:
            one_each.setdefault(stem(other), next((word for word in known if stem(word) == stem(other)), other))
    return [*one_each.values()][:_MEANT]
