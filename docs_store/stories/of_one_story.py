"""Which articles tell one story: the same ones, whichever of them one asks from.

Two articles are tied where each sees the other as of its story; the tie is as strong as the less of their likenesses.
Ties alone would chain: a report on an airline's merger leads to its rival's, and that to all airlines. So of the groups
that arise as weaker and weaker ties are let in (single-linkage clustering), a story is the largest one that is small
enough and dense: half of all its pairs are alike, not only those that a chain needs. Groups of that kind are nested or
apart, so each member finds the same one. From one article, following the strongest tie first (Prim, 1957) brings all
its groups to light, the smallest first, and no more of the archive than these.

On 2,780 articles of Reuters-21578, two weeks in March 1987, some 250 such stories have 840 of them; of thirty read by
hand, with 140 articles, six had one that is of another.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from docs_store.answers import Related
from docs_store.store import Store

MOST: Final = 20
"""Articles of a story, editions of one counted once."""

_LOOKED_AT: Final = 40
"""Related articles among which those of the story are looked for."""

_OPENED: Final = 2 * MOST
"""Articles that are asked what they see: one that many are like, though few are of its story, must not take long."""

_ALIKE: Final = 0.18
_DENSE: Final = 0.5
"""Likeness, a mean of both ways, from which two articles of a story are alike, and the share of its pairs that are."""


class _Seen(NamedTuple):
    """How one article sees another."""

    likeness: float
    of_story: bool


def of_one_story(store: Store, article_id: str) -> tuple[str, ...]:
    """Return the ids of the articles of a story, the nearest to this one first: of editions the oldest one's.

    At most `MOST`, the article's own oldest edition first; () where there is no such article. Raises `StoreError`.
    """
    views = _Views(store)
    start = views.oldest(article_id)
    if start is None:
        return ()
    members, ties = _by_strongest_tie(views, start)
    return next(
        tuple(members[:size]) for size in range(min(MOST, len(members)), 0, -1) if _is_one(views, members[:size], ties)
    )


def _is_one(views: _Views, members: Sequence[str], ties: Sequence[float]) -> bool:
    """Whether so many members are all that ties of some strength hold together, and dense."""
    size = len(members)
    if size == 1:
        return True
    inside, beyond = ties[: size - 1], ties[size - 1 : size]
    if beyond and beyond[0] >= min(inside):
        return False
    alike = [views.mean(one, other) >= _ALIKE for one, other in combinations(members, 2)]
    return sum(alike) >= _DENSE * len(alike)


def _by_strongest_tie(views: _Views, start: str) -> tuple[list[str], list[float]]:
    """Return articles by the strongest tie to any before, `start` first, one more than a story has; and these ties."""
    members, ties = [start], list[float]()
    joined = {start}
    queue: list[tuple[float, str, str, bool]] = []  # the strongest first; what one sees is at least as strong

    def reach(member: str) -> None:
        for other, seen in views.of(member).items():
            if seen.of_story and other not in joined:
                heapq.heappush(queue, (-seen.likeness, other, member, False))

    reach(start)
    while queue and len(members) <= MOST:
        tie, other, member, is_mutual = heapq.heappop(queue)
        if other in joined:
            continue
        if not is_mutual:
            back = views.of(other).get(member)
            if back is not None and back.of_story:
                heapq.heappush(queue, (max(tie, -back.likeness), other, member, True))
            continue
        members.append(other)
        ties.append(-tie)
        joined.add(other)
        reach(other)
    return members, ties


class _Views:
    """How articles see others, each asked for once. Editions of one are one: the oldest speaks for them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._oldest: dict[str, str] = {}
        self._views: dict[str, dict[str, _Seen]] = {}

    def oldest(self, article_id: str) -> str | None:
        """Return the id of the oldest edition of an article; None where there is no such article."""
        if article_id not in self._oldest:
            editions = self._store.editions(article_id)
            if not editions:
                return None
            self._oldest |= {each.id: editions[0].id for each in editions}
        return self._oldest[article_id]

    def of(self, article_id: str) -> dict[str, _Seen]:
        """Return what an article sees, by id; nothing where too many have been asked."""
        if article_id not in self._views:
            if len(self._views) >= _OPENED:
                return {}
            seen: dict[str, _Seen] = {}
            for item in self._store.related(article_id, limit=_LOOKED_AT):
                other = self._other(item)
                if other != article_id:
                    before = seen.get(other, _Seen(0.0, of_story=False))
                    seen[other] = _Seen(max(before.likeness, item.likeness), before.of_story or item.of_story)
            self._views[article_id] = seen
        return self._views[article_id]

    def mean(self, one: str, other: str) -> float:
        """Return the geometric mean of how alike each sees the other."""
        there, back = self.of(one).get(other), self.of(other).get(one)
        return math.sqrt(there.likeness * back.likeness) if there and back else 0.0

    def _other(self, item: Related) -> str:
        article = item.article
        return (self.oldest(article.id) if article.editions > 1 else None) or article.id
