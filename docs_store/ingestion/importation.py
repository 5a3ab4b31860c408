"""Exports of other programs → articles → store, in batches, with a report."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docs_store.ingestion.batching import Batch, run_of
from docs_store.ingestion.garbage import seldom_collected
from docs_store.ingestion.read_ahead import ReadAhead
from docs_store.ledger import Skipped
from docs_store.store import Store
from docs_store.stories.keeping import has_text

_REPORT_EVERY: Final = 100
"""Articles between two reports of progress."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    added: int = 0
    changed: int = 0
    """There before, with other marks, another text, or none."""
    unchanged: int = 0
    without_text: int = 0
    """Of which the export held only title and address, and perhaps a summary."""
    skipped: tuple[Skipped, ...] = ()
    seconds: float = 0.0


def import_articles(
    name: str,
    path: str | os.PathLike[str],
    store: Store,
    *,
    report: Callable[[int], None] | None = None,
    annotate: bool = True,
) -> ImportReport:
    """Bring what the program `name` (of `IMPORTERS`) has exported to `path` into `store`.

    An article is known by its address, as everywhere: a second time changes nothing. `report` is told now and then how
    many there are so far. What is read may hang or swell: it is read in a process that can be killed. Raises
    `DocumentError` where `path` is no such export, or is damaged past what was read before; `StoreError` where storing
    fails.
    """
    start, batch, bare = time.perf_counter(), Batch(store), 0
    skipped: list[Skipped] = []
    place = str(Path(path).absolute())
    with seldom_collected(), ReadAhead([place], 1, annotate=annotate, importer=name) as reader:
        try:
            for found in reader.read(place):
                if isinstance(found, Skipped):
                    skipped.append(found)
                    continue
                bare += not has_text(found)
                batch.add(found)
                if report and batch.articles % _REPORT_EVERY == 0:
                    report(batch.articles)
        finally:
            batch.flush()  # what was whole before it broke off is kept
    stored, seconds = batch.stored, time.perf_counter() - start
    store.note_run(run_of(stored, skipped, seconds))
    return ImportReport(stored.added, stored.changed, stored.unchanged, bare, tuple(skipped), seconds)
