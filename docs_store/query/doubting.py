"""Which headlines are doubted: they have a word only mistyped, though articles have it just as it was typed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Final, TypeVar

from docs_store.query.matching import Answer

Key = TypeVar("Key", bound=Hashable)

DOUBT: Final = 0.3
"""What the score of a doubted answer is multiplied by: the best of them then stands below the least of the others."""

_BESIDE: Final = 10
"""How many times as many headlines may have what is like a word as articles have the word itself. Beyond, it is more
likely a slip that somebody else made too."""


RARER: Final = 5
"""How many times as many articles have the word of a headline as have the one typed, from which on that is taken for a
slip of theirs too: where no article has all that was typed together, and the headline has."""


def doubted(
    answers: Mapping[Key, Answer],
    holding: Callable[[str], int],
    stem: Callable[[str], str],
    together: Callable[[], bool],
) -> frozenset[Key]:
    """Return which answers are doubted.

    `holding` tells how many articles have a word, `stem` what a word is but for its ending: "markets" in place of
    "market" is no slip. Both are asked for words that answers have mistyped, no others. `together` tells whether an
    article has all the words as they were typed.
    """
    mistyping: dict[str, dict[str, list[Key]]] = {}
    for key, found in answers.items():
        for word, term in found.mistyped:
            mistyping.setdefault(word, {}).setdefault(term, []).append(key)
    found_doubted: set[Key] = set()
    for word, terms in mistyping.items():
        if not (articles := holding(word)):
            continue
        own = stem(word)
        slips = {term: keys for term, keys in terms.items() if not term or stem(term) != own}
        keys = [key for each in slips.values() for key in each]
        usual = max((holding(term) for term in slips if term), default=0)
        if len(keys) <= _BESIDE * articles and (usual < RARER * articles or together()):
            found_doubted.update(keys)
    return frozenset(found_doubted)
