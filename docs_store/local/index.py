"""The full-text index, in Tantivy: derived from the records, and rebuilt from them at any time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

import tantivy

from docs_store.local.change import Change
from docs_store.local.fields import Analysis, document, schema
from docs_store.local.index_files import IndexFiles
from docs_store.local.index_reader import IndexReader
from docs_store.query.rewriting import Spellings

_HEAP: Final = 64 * 2**20
"""Bytes of new documents held before they are written out; a batch fits."""


class Index:
    """The index in one directory. The caller lets only one write."""

    def __init__(self, path: Path, spellings: Spellings, *, writable: bool) -> None:
        """Open the index at `path`. Raises `StoreDamaged` where there is none, or it is not readable.

        `spellings` tells what a word that no article holds may be a misspelling of.
        """
        self._files = IndexFiles(path)
        self._schema = schema()
        self._writer: tantivy.IndexWriter | None = None
        self._lock = threading.Lock()
        self._analyse = Analysis()
        self._spellings = spellings
        self._index, searcher = self._files.opened(self._schema, writable=writable)
        self.reader = self._reading(searcher)
        """What is asked: the index as it was last loaded."""

    def reload(self) -> None:
        """See what has been committed since. Raises `StoreDamaged`."""
        self.reader = self._reading(self._files.reloaded(self._index))

    def _reading(self, searcher: tantivy.Searcher) -> IndexReader:
        return IndexReader(self._schema, searcher, self._analyse, self._spellings, self._files.distrusted)

    def close(self) -> None:
        """Let go of the files, once merges that run have ended; what was not committed is dropped."""
        with self._lock:
            if self._writer is not None:
                self._writer.wait_merging_threads()
            self._writer = None
        self._files.close()

    def update(self, change: Change) -> None:
        """Put the articles written in place of what their rows held; drop those removed; commit and reload.

        Raises `StoreError` where the disk is full, `StoreDamaged` where the index cannot be written for another reason.
        """
        try:
            with self._lock:
                writer = self._writer or self._index.writer(_HEAP, 1)
                self._writer = writer
                for row in (*change.removed, *change.articles.keys() - change.added):
                    writer.delete_documents_by_term("row", row)
                for row, article in change.articles.items():
                    writer.add_document(document(row, article, change.mentions.get(row, ())))
                writer.commit()
                self._files.share()
            self.reload()
        except (ValueError, OSError) as error:
            with self._lock:
                self._writer = None
            raise self._files.unwritten(error) from error
