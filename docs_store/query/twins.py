"""English words that a stemmer takes for one, and that are two: "ferry" and "Ferris", "Harry" and "Harris".

Snowball's English makes "ferri" of both, since an "s" at the end is an ending to it and a "y" an "i". Of words with
that stem one that ends in "is" is a name, and one that ends in "y" or "ies" is not.
"""

from __future__ import annotations

from collections.abc import Iterable

_NO_ENDING = frozenset({"business", "businesses"})
"""What is made of a word, and no form of it any more: of "busy", which is far rarer, and does not hide it."""


def has_twins(word: str, stem: str) -> bool:
    """Whether other words may have the stem of `word`, folded."""
    return stem.endswith("i") and word != stem and word not in _NO_ENDING


def twins(word: str, stem: str) -> Iterable[str]:
    """Return the other words, folded, that may have the stem of `word`; only where it `has_twins`."""
    other = [f"{stem}s", *(each for each in _NO_ENDING if each.startswith(f"{stem}ness"))]
    return [f"{stem[:-1]}y", f"{stem}es"] if _is_other(word, stem) else other


def is_twin(word: str, other: str, stem: str) -> bool:
    """Whether of two words, folded, that have one stem, one is a name or the like and the other is not."""
    return has_twins(word, stem) and _is_other(word, stem) != _is_other(other, stem)


def _is_other(word: str, stem: str) -> bool:
    return word in (stem, f"{stem}s") or word in _NO_ENDING
