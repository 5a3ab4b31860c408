"""Ranking what the engine finds: the best first, and of equals the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import tantivy

from docs_store.local.term_queries import count_hits

Recency: TypeAlias = Callable[[Iterable[int]], Mapping[int, tuple[int, str]]]
"""Rows → what equals are ordered by, for each: its age and id; those that are gone are left out."""

_MOST_TIES: Final = 4_000
"""Hits of one score that are put in order; where there are more, which of them come first is the index's choice."""


class Scored(NamedTuple):
    """A document found: the article's row, and how well it matches."""

    row: int
    score: float


class Found(NamedTuple):
    """The best documents and how many match in all."""

    hits: tuple[Scored, ...]
    total: int


def best(
    searcher: tantivy.Searcher, query: tantivy.Query, limit: int, recency: Recency, *, newest: bool = False
) -> Found:
    """Return the `limit` best for `query`, or its `newest`, and how many match."""
    order = "time" if newest else None
    fetch = limit + 16
    while True:
        result = searcher.search(query, fetch, order_by_field=order)
        hits = result.hits
        # All that tie with the last one asked for must be here, or the order among them would be the index's.
        if len(hits) < fetch or hits[limit - 1][0] > hits[-1][0] or fetch > _MOST_TIES:
            break
        fetch *= 8
    addresses = [address for _, address in hits]
    times = [int(time or 0) for time in searcher.fast_field_values("time", addresses)]
    scores = [0.0 if newest else score for score, _ in hits]
    ranked = sorted(zip(scores, times, rows_of(searcher, result), strict=True), key=lambda hit: (-hit[0], -hit[1]))
    # Where score and time are equal too the id decides, and it stands in the records.
    last = limit
    while last < len(ranked) and ranked[last][:2] == ranked[limit - 1][:2]:
        last += 1
    known = recency(row for _, _, row in ranked[:last])
    scored = [Scored(row, score) for score, _, row in ranked[:last] if row in known]
    scored.sort(key=lambda hit: (-hit.score, known[hit.row]))
    return Found(tuple(scored[:limit]), count_hits(result))


def raised(hits: Iterable[Scored], by: float) -> tuple[Scored, ...]:
    """Return hits with more added to the score of each."""
    return tuple(Scored(hit.row, hit.score + by) for hit in hits)


def joined(first: Sequence[Scored], then: Iterable[Scored]) -> tuple[Scored, ...]:
    """Return the `first`, then those of the others that are not among them."""
    held = {hit.row for hit in first}
    return (*first, *(hit for hit in then if hit.row not in held))


def rows_of(searcher: tantivy.Searcher, result: tantivy.SearchResult) -> list[int]:
    """Return the rows of the articles that were found, in order."""
    found = searcher.fast_field_values("row", [address for _, address in result.hits])
    return [int(row) for row in found if row is not None]  # every document has one
