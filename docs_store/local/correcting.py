"""Bringing mentions and index up to date with corrections of entities: of the articles that they concern alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from docs_store.corrections.rules import Changed, Corrections
from docs_store.local.index_reader import IndexReader
from docs_store.local.records import Records
from docs_store.local.writing import Writer
from docs_store.model import Article

_BATCH: Final = 1_000
"""Articles read at a time."""


class Applied(NamedTuple):
    """What applying corrections did."""

    articles: int
    """How many changed."""
    change: int
    """The change's number."""


def apply(
    corrections: Corrections, records: Records, index: Callable[[], IndexReader], writer: Writer
) -> Applied | None:
    """Let the mentions in the records show `corrections`; None where they did already.

    It happens whole or not at all. The index has to follow: what changed is in the outbox.
    """
    before = records.applied()
    if before == corrections:
        writer.corrections = corrections
        return None
    changed = corrections.changed_from(before) if before is not None else None
    rows = _concerned(changed, records, index) if changed is not None else None
    batches = _batches(sorted(rows) if rows is not None else records.all_rows(), records)
    return Applied(*writer.correct(corrections, before, changed.keys if changed is not None else (), batches))


def _concerned(changed: Changed, records: Records, index: Callable[[], IndexReader]) -> set[int] | None:
    """Return the rows of all articles that may change, and of others; None where only a look at them tells."""
    rows = records.rows_known_by(changed.keys)
    for spelling in sorted(changed.spellings):
        holding = index().holding(spelling)
        if holding is None:
            return None
        rows |= holding
    return rows


def _batches(rows: Sequence[int], records: Records) -> Iterator[Mapping[int, Article]]:
    for at in range(0, len(rows), _BATCH):
        articles = records.articles(rows[at : at + _BATCH])
        yield {row: articles[row] for row in sorted(articles)}
