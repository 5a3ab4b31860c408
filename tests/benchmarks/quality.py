"""How well headlines are found: known items, each asked for by two of its words, one of them mistyped.

    python -m tests.benchmarks quality --records FILE.jsonl

A query is made as people mistype: two different words of a headline, of four letters or more, in any order; one has
one letter left out, doubled, swapped with the next, or replaced, its first letter kept. Without records the headlines
are generated.
"""

from __future__ import annotations

import random
import re
import string
import time
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, NamedTuple

from docs_store import Store

_LEAST: Final = 4
"""Letters of a word that a person would look for."""

_AMONG: Final = 10
_WORD = re.compile(r"[^\W\d_]+")


class Known(NamedTuple):
    """A query and the headline it is meant for."""

    query: str
    title: str


class Quality(NamedTuple):
    """Shares of the queries whose headline came first, and among the first ten; the median time of a query."""

    first: float
    among: float
    milliseconds: float


def known_items(titles: Iterable[str], count: int, *, seed: int = 1) -> list[Known]:
    """Return `count` queries for headlines picked from `titles`, or as many as have the words for it."""
    rng = random.Random(seed)
    pool = sorted({" ".join(title.split()) for title in titles})
    rng.shuffle(pool)
    known: list[Known] = []
    for title in pool:
        words = sorted({word.lower() for word in _WORD.findall(title) if len(word) >= _LEAST})
        if len(words) < 2:
            continue
        first, second = rng.sample(words, 2)
        typed = [mistyped(first, rng), second]
        rng.shuffle(typed)
        known.append(Known(" ".join(typed), title))
        if len(known) == count:
            break
    return known


def mistyped(word: str, rng: random.Random) -> str:
    """Return `word` with one mistake after its first letter; never the word itself."""
    while True:
        at = rng.randrange(1, len(word))
        typed = rng.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
                word[:at] + rng.choice(string.ascii_lowercase) + word[at + 1 :],
            )
        )
        if typed != word:
            return typed


def measured(store: Store, known: Sequence[Known]) -> Quality:
    """Ask `store` all of `known`."""
    first = among = 0
    spent: list[float] = []
    store.find("warm up", limit=_AMONG)
    for query, title in known:
        start = time.perf_counter()
        page = store.find(query, limit=_AMONG)
        spent.append(1000 * (time.perf_counter() - start))
        found = [" ".join(hit.article.title.split()) for hit in page.hits]
        first += found[:1] == [title]
        among += title in found
    return Quality(first / len(known), among / len(known), median(spent))
