"""Keeping the index where the records are: it follows each change, catches up with what it missed, or is built anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docs_store.errors import StoreDamaged
from docs_store.local.change import Change
from docs_store.local.following import Follower
from docs_store.local.records import Records

if TYPE_CHECKING:  # the engine loads when it is first asked
    from docs_store.local.index import Index
    from docs_store.local.writing import Writer
    from docs_store.query.rewriting import Spellings

_FOLDER: Final = "index-"
"""The index's folder, before the number of its layout."""

_BATCH: Final = 4_000
"""Articles taken into the index at a time when it catches up: each time costs a commit, and their text is in memory."""


class Indexing:
    """The index of the archive in a folder, and what it has to do with the records."""

    def __init__(self, folder: Path, records: Records, spellings: Spellings, *, writable: bool) -> None:
        self._folder = folder
        self._records = records
        self._spellings = spellings
        self._writable = writable
        self._lock = threading.Lock()
        self._follower = Follower()
        self._index: Index | None = None

    @property
    def _path(self) -> Path:
        from docs_store.local.fields import LAYOUT

        return self._folder / f"{_FOLDER}{LAYOUT}"

    def index(self) -> Index:
        """Return the index, up to the last batch; it is opened when first needed: listing and reading do without."""
        from docs_store.local.index import Index

        self.settle()
        with self._lock:
            if self._index is None:
                self._index = Index(self._path, self._spellings, writable=self._writable)
            return self._index

    def settle(self) -> None:
        """Wait until it has followed; raise what kept it from that."""
        self._follower.settle()

    def reload(self) -> None:
        """See what other processes have put in since."""
        with self._lock:
            if self._index is not None:
                self._index.reload()

    def follow(
        self,
        writer: Writer,
        change: Change,
        followed: Callable[[], None],
    ) -> None:
        """Let the index follow a change of the records, then call `followed`; who reads waits for it.

        Killed before, the next opening does it.
        """
        with suppress(StoreDamaged):  # what could not be indexed is tried again here
            self.settle()
        index = self.index()
        missed = set(writer.outbox()).difference(change.articles, change.removed)
        if missed:  # an earlier batch was stored and could not be indexed
            self._update(index, writer, sorted(missed))

        def follow() -> None:
            if change.articles or change.removed:
                index.update(change)
            writer.clear_outbox(change.number)
            followed()

        self._follower.follow(follow)

    def catch_up(self, writer: Writer) -> None:
        """Make the index hold what the records hold: finish what was cut short, rebuild what cannot be used."""
        from docs_store.local.index_files import remove

        for outdated in self._folder.glob(f"{_FOLDER}*"):
            if outdated != self._path:
                remove(outdated)
        waiting, change = writer.outbox(), self._records.clock().change
        try:
            index = self.index()
            self._update(index, writer, waiting)
            if waiting:
                writer.clear_outbox(change)
            if index.reader.count() == self._records.count():
                return
        except StoreDamaged:
            pass
        self.rebuild(writer)

    def rebuild(self, writer: Writer) -> None:
        """Build the index anew from the records."""
        from docs_store.local import snapshot
        from docs_store.local.index_files import remove

        with self._lock:
            if self._index is not None:
                self._index.close()
            self._index = None
            remove(self._path)
            snapshot.forget(self._folder)
        change = self._records.clock().change
        rows = [row for chunk in self._records.titles_since(0) for row, _ in chunk]
        self._update(self.index(), writer, rows, is_empty=True)
        writer.clear_outbox(change)

    def _update(self, index: Index, writer: Writer, rows: Sequence[int], *, is_empty: bool = False) -> None:
        for at in range(0, len(rows), _BATCH):
            batch = rows[at : at + _BATCH]
            corrected = writer.corrections.apply
            articles = {row: corrected(article) for row, article in self._records.articles(batch).items()}
            gone = [row for row in batch if row not in articles]
            mentions = self._records.mentions_of(articles)
            index.update(Change(0, articles, mentions, frozenset(articles) if is_empty else frozenset(), gone))

    def stop_following(self) -> None:
        """Wait, and let go of the thread. Raises what kept the index from following."""
        self._follower.close()

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
