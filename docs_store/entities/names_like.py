"""Finding a name of the archive by what somebody types of it: as headlines are found, word by word."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from docs_store.entities.names import initials
from docs_store.model import EntityCount
from docs_store.query.matching import Asked, Kind, answer
from docs_store.words import words

_NEAR: Final = 60.0
_HOLDING: Final = 90.0
"""Per cent of likeness, of all that is typed and of one word of it, from which a name is looked at word by word."""

_ALIKE: Final = 75.0
"""Per cent from which a name is offered where none has a word of what is typed."""

_LOOKED_AT: Final = 400
"""Names that are looked at word by word: a millisecond a hundred."""

_LEAST: Final = 3
"""Letters of a word that is looked for by itself."""

_ACRONYM: Final = range(2, 9)
"""Letters of an acronym."""

_FREQUENT: Final = 0.06
"""What being in ten times as many articles is worth; a word that is only begun is worth 0.1 less than a whole one."""


class _Rank(NamedTuple):
    """How far down the list a name stands."""

    missing: int
    """Words typed that it has not."""
    worth: float
    """Negative: how well it has the others, and how often it is named."""


def names_like(typed: str, named: Sequence[EntityCount], limit: int) -> list[EntityCount]:
    """Return at most `limit` names like what is typed, the likest first, and those in many articles.

    Names with all its words come first, typos forgiven, and those it is the acronym of; then names with most of its
    words; only where there is none of these, those that share letters.
    """
    asked = list(dict.fromkeys(token.term for token in words(typed)))
    ranks = {at: rank for at in _near(typed, asked, named) if (rank := _rank(asked, named[at]))}
    for at in {at for word in asked for at in _abbreviated(word, named)}:
        rank = _Rank(len(asked) - 1, _worth(1.0, named[at]))
        ranks[at] = min(rank, ranks.get(at, rank))
    best = sorted(ranks, key=ranks.__getitem__)
    found = best or _alike(typed, named, _ALIKE, limit)
    return [named[at] for at in found[:limit]]


def may_stand_for_more(typed: str) -> bool:
    """Tell whether what is typed may be an acronym."""
    return typed.isalpha() and len(typed) in _ACRONYM


def stands_for(acronym: str, name: str) -> bool:
    """Tell whether a name of several words begins them with the letters of `acronym`."""
    if not may_stand_for_more(acronym) or name[1:2] == ".":  # "U.S. Steel" is no US
        return False
    return " " in name and initials(name) == acronym.upper()


def _abbreviated(word: str, named: Sequence[EntityCount]) -> list[int]:
    first = word[:1].upper()  # to look at it first spares most names their initials
    return [at for at, each in enumerate(named) if each.name[:1] == first and stands_for(word, each.name)]


def _near(typed: str, asked: Sequence[str], named: Sequence[EntityCount]) -> set[int]:
    single = (word for word in asked if len(word) >= _LEAST and len(asked) > 1)
    near = set(_alike(typed, named, _NEAR, _LOOKED_AT))
    return near.union(*(_alike(word, named, _HOLDING, _LOOKED_AT) for word in single))


def _alike(typed: str, named: Sequence[EntityCount], least: float, limit: int) -> list[int]:
    """Return the places of names that hold what is typed, or letters like it in so many per cent, the likest first."""
    from rapidfuzz import fuzz, process, utils

    # Of a name that is shorter than what is typed, all of it would be found in that.
    places = [at for at, each in enumerate(named) if len(each.name) >= len(typed) - 1]
    near = process.extract(
        typed,
        [named[at].name for at in places],
        scorer=fuzz.partial_ratio,
        processor=utils.default_process,
        score_cutoff=least,
        limit=limit,
    )
    return [places[at] for _, _, at in near]


def _rank(asked: Sequence[str], each: EntityCount) -> _Rank | None:
    """Return how well a name answers; None where it has none of the words."""
    whole = answer(Asked(tuple(asked)), each.name)
    if whole and whole.kind is not Kind.SCATTERED:
        return _Rank(0, _worth(whole.score, each))
    alone = (answer(Asked((word,)), each.name) for word in asked)
    parts = [found.score for found in alone if found and found.kind is Kind.GOOD]
    return _Rank(len(asked) - len(parts), _worth(sum(parts) / len(parts), each)) if parts else None


def _worth(score: float, each: EntityCount) -> float:
    return -score - _FREQUENT * math.log10(max(each.articles, 1))
