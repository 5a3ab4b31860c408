"""Counting what a query finds, by facet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import tantivy
from tantivy import Occur

_MONTHS: Final = 24_000
"""Different months that are counted: two thousand years."""

_FOUND: Final = {"found": {"value_count": {"field": "row"}}}


class Counted(NamedTuple):
    """How many of the articles found have each value."""

    total: int
    sources: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    entities: tuple[tuple[int, int], ...]
    """By the entity's number, twice as many as of the others: several may be names of one."""
    months: tuple[tuple[int, int], ...]
    """By the month's number (`fields.month_number`), oldest first."""


def count_by(searcher: tantivy.Searcher, asked: tantivy.Query, limit: int, names: int) -> Counted:
    """Count what is `asked` for by each facet, the `limit` most frequent values of each; 0 counts months alone.

    Of `names` there are that many instead, for several may be one entity's.
    """
    sizes = {"source_is": limit, "lang": limit, "tag_is": limit, "entity": names} if limit else {}
    wanted: dict[str, Any] = {name: {"terms": {"field": name, "size": size}} for name, size in sizes.items()}
    wanted["month"] = {"terms": {"field": "month", "size": _MONTHS}}
    answer = searcher.aggregate(asked, wanted | _FOUND)
    counts = {
        name: tuple((bucket["key"], int(bucket["doc_count"])) for bucket in answer[name]["buckets"]) for name in wanted
    }
    return Counted(
        int(answer["found"]["value"]),
        counts.get("source_is", ()),
        counts.get("lang", ()),
        counts.get("tag_is", ()),
        tuple((int(number), count) for number, count in counts.get("entity", ())),
        tuple(sorted((int(month), count) for month, count in counts["month"])),
    )


def count_naming(
    searcher: tantivy.Searcher, schema: tantivy.Schema, asked: tantivy.Query, entities: Sequence[int]
) -> int:
    """Count what is `asked` for and names any of the entities, by their numbers."""
    naming = tantivy.Query.term_set_query(schema, "entity", list(entities))
    both = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, naming)])
    return int(searcher.aggregate(both, _FOUND)["found"]["value"])
