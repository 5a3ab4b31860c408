"""Storing what is read some at a time, and what a run leaves behind: shared by adding files and importing exports."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from docs_store.ledger import FileSeen, Run, Skipped, Stored
from docs_store.model import Article
from docs_store.store import Store
from docs_store.text import clean

MOST_REASONS: Final = 100
"""Reasons noted of one file, and kept of a run; the rest are counted."""

_BATCH_ARTICLES: Final = 4_000
"""Articles stored in one transaction: enough that commits, of records and index, are a small part."""

_FIRST_ARTICLES: Final = 500
"""Articles in the first, each next one taking twice as many: nothing is stored while the first is read."""

_BATCH_TEXT: Final = 16 * 2**20
"""Code points of text in one transaction, which bounds the memory of a run over long articles."""

_BATCH_SECONDS: Final = 5.0
"""After which what has been read is stored, however little: a run that is killed loses no more."""

_FIRST_SECONDS: Final = 1.0
"""After which the first is, and each next one after twice as many: somebody waits to see it."""


class Batch:
    """Articles read and not yet stored, and notes on their files, which are stored with the last of them."""

    def __init__(self, store: Store) -> None:
        self.articles = 0
        """How many were added, stored or not."""
        self.stored = Stored(0, 0, 0)
        self.again: set[str] = set()
        """Files that are to be read again."""
        self.missing: frozenset[str] = frozenset()
        """Files that are gone."""
        self._store = store
        self._held: list[Article] = []
        self._enough = min(_FIRST_ARTICLES, _BATCH_ARTICLES)
        self._seconds = min(_FIRST_SECONDS, _BATCH_SECONDS)
        self._notes: list[FileSeen] = []
        self._text = 0
        self._stored_at = time.monotonic()

    def add(self, article: Article) -> None:
        """Take an article; store all that is held where that is enough."""
        self.articles += 1
        self._held.append(article)
        self._text += sum([len(block.text) for block in article.blocks])
        is_due = time.monotonic() - self._stored_at >= self._seconds
        if len(self._held) >= self._enough or self._text >= _BATCH_TEXT or is_due:
            self.flush()

    def note(self, file: FileSeen) -> None:
        """Take a note on a file, to be in the transaction of its last articles: killed before, it is read again."""
        self._notes.append(replace(file, mtime_ns=-1) if file.path in self.again and file.size >= 0 else file)

    def flush(self) -> None:
        """Store all that is held."""
        if not (self._held or self._notes):
            return
        now, before = self._store.put_many(self._held, self._notes, missing=self.missing), self.stored
        self.stored = Stored(
            before.added + now.added,
            before.changed + now.changed,
            before.unchanged + now.unchanged,
            before.outdone + now.outdone,
            before.editions + now.editions,
        )
        self.again |= now.again
        self._enough = min(2 * self._enough, _BATCH_ARTICLES)
        self._seconds = min(2 * self._seconds, _BATCH_SECONDS)
        self._held, self._notes, self._text, self._stored_at = [], [], 0, time.monotonic()


def run_of(
    stored: Stored,
    skipped: Iterable[Skipped],
    seconds: float,
    *,
    removed: int = 0,
    vanished: int = 0,
    files_read: int = 1,
    files_unchanged: int = 0,
) -> Run:
    """Return what the archive remembers of a run."""
    return Run(
        dt.datetime.now(dt.UTC).replace(microsecond=0),
        round(seconds, 3),
        stored.added,
        stored.changed,
        stored.unchanged,
        removed,
        vanished,
        files_read,
        files_unchanged,
        tuple(Counter(clean(bad.reason) for bad in skipped).most_common(MOST_REASONS)),
    )
