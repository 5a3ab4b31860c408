"""Exports of other programs → articles → store, in batches, with a report."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docs_store.keeping import has_text
from docs_store.model import Article, Run, Skipped, Stored
from docs_store.read_ahead import ReadAhead
from docs_store.store import Store
from docs_store.text import clean

_BATCH_ARTICLES: Final = 2_000
_BATCH_TEXT: Final = 16 * 2**20
"""Articles, and code points of text, in one transaction."""

_BATCH_SECONDS: Final = 5.0
"""After which what has been read is stored, however little."""

_REPORT_EVERY: Final = 100

_MOST_REASONS: Final = 100
"""Reasons that are remembered of a run."""


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
    run = _Run(store, report or (lambda _: None))
    place = str(Path(path).absolute())
    with ReadAhead([place], 1, annotate=annotate, importer=name) as reader:
        try:
            for found in reader.read(place):
                if isinstance(found, Skipped):
                    run.skipped.append(found)
                else:
                    run.add(found)
        finally:
            run.flush()  # what was whole before it broke off is kept
    told = run.told()
    store.note_run(_run_of(told))
    return told


def _run_of(report: ImportReport) -> Run:
    """Return what the archive remembers of an import, as of every other run."""
    reasons = Counter(clean(bad.reason) for bad in report.skipped).most_common(_MOST_REASONS)
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return Run(
        now, round(report.seconds, 3), report.added, report.changed, report.unchanged, 0, 0, 1, 0, tuple(reasons)
    )


class _Run:
    """What has been read and not yet stored, and what will be reported."""

    def __init__(self, store: Store, report: Callable[[int], None]) -> None:
        self.skipped: list[Skipped] = []
        self._start = time.perf_counter()
        self._store = store
        self._report = report
        self._batch: list[Article] = []
        self._text = self._count = self._bare = 0
        self._stored = Stored(0, 0, 0)
        self._stored_at = time.monotonic()

    def add(self, article: Article) -> None:
        self._count += 1
        self._bare += not has_text(article)
        self._batch.append(article)
        self._text += sum(len(block.text) for block in article.blocks)
        is_due = time.monotonic() - self._stored_at >= _BATCH_SECONDS
        if len(self._batch) >= _BATCH_ARTICLES or self._text >= _BATCH_TEXT or is_due:
            self.flush()
        if self._count % _REPORT_EVERY == 0:
            self._report(self._count)

    def flush(self) -> None:
        now, before = self._store.put_many(self._batch), self._stored
        self._stored = Stored(before.added + now.added, before.changed + now.changed, before.unchanged + now.unchanged)
        self._batch, self._text, self._stored_at = [], 0, time.monotonic()

    def told(self) -> ImportReport:
        stored, seconds = self._stored, time.perf_counter() - self._start
        return ImportReport(stored.added, stored.changed, stored.unchanged, self._bare, tuple(self.skipped), seconds)
