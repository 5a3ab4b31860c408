"""The error tree. Every message names the thing and the remedy.

DocsStoreError
├── DocumentError          a file cannot be read into articles (path, reason)
│   └── NotAnArticle       nobody would expect it to: a picture, a font, a style sheet
├── RecogniserMissing      names are to be found by what is not installed
├── QueryError             a query asks for what cannot be asked
└── StoreError             what a store raises
    ├── StoreNotFound      nothing is stored there
    ├── StoreLocked        another process is writing
    ├── StoreReadOnly      a write to a store opened for reading
    ├── StoreDamaged       a record is not what was stored, or the files are not an archive
    ├── StoreVersion       the archive was written by a newer Broadsheet
    ├── CorrectionsError   entities.toml, or a watchlist it names, is not right
    └── Interrupted        `interrupt()` stopped the query
"""

from __future__ import annotations


class DocsStoreError(Exception):
    """The root: everything `docs_store` raises on purpose."""


class DocumentError(DocsStoreError):
    """A document cannot be read into articles.

    `path` is the file as it was named, `reason` a sentence for a person, without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NotAnArticle(DocumentError):
    """A file is of a kind that lies beside articles and holds none. In a folder it is passed over."""


class RecogniserMissing(DocsStoreError):
    """The recogniser asked for is not installed, or not for the language."""


class QueryError(DocsStoreError):
    """A query cannot be answered as asked."""


class StoreError(DocsStoreError):
    """The root of what a store raises."""


class StoreNotFound(StoreError):
    """There is no store at the location."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreReadOnly(StoreError):
    """The store was opened for reading."""


class StoreDamaged(StoreError):
    """What is on disk is not what was stored."""


class StoreVersion(StoreError):
    """The store's schema is newer than this program."""


class CorrectionsError(StoreError):
    """What people wrote to correct entities cannot be read or kept."""


class Interrupted(StoreError):
    """The running query was stopped by `Store.interrupt()`."""
