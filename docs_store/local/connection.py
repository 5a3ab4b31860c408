"""Opening the records' database: for the one writer, for readers, and from media nobody may write to."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from docs_store.errors import StoreDamaged, StoreError
from docs_store.local import schema
from docs_store.local.disk import why_not_written
from docs_store.model import EntityKind

if TYPE_CHECKING:  # the first list does without
    from docs_store.corrections.rules import Corrections

_BUSY_SECONDS: Final = 10.0
"""How long to wait where another process recovers or switches the database; both take milliseconds."""

_CACHE_KIB: Final = 32_768


def open_writer(path: Path) -> sqlite3.Connection:
    """Open `path` for writing, made where there is none, its schema brought up to date.

    Every commit is on disk before it returns: WAL with synchronous=NORMAL lost acknowledged data in power cuts.
    """
    connection = _connect(path, "rwc")
    try:
        version = schema.version_of(connection, str(path))
        _prepared(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if version < schema.VERSION:
            connection.create_function("spelling_keys", 2, _spelling_keys, deterministic=True)
            connection.create_function("written_forms", 2, _written_forms, deterministic=True)
            schema.migrate(connection, version)
    except sqlite3.Error as error:
        connection.close()
        why = why_not_written(error, path.parent, "check the disk and its permissions")
        raise StoreError(f"{path}: cannot be opened for writing: {why}") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _spelling_keys(name: str, kind: str) -> str:
    from docs_store.entities.spellings import keys

    return json.dumps(sorted(keys(name, EntityKind(kind))))


def _written_forms(body: bytes, applied: str) -> str:
    import msgspec

    from docs_store.door import clean_article
    from docs_store.entities.written import written_forms
    from docs_store.model import Article

    try:
        article = clean_article(msgspec.json.decode(body, type=Article))
        forms = written_forms(_corrections(applied).apply(article))
    except (msgspec.MsgspecError, ValueError, IndexError):  # damaged, which `check` tells
        return "[]"
    return json.dumps([(*key, sorted(each)) for key, each in forms.items()])


@lru_cache(maxsize=1)
def _corrections(applied: str) -> Corrections:
    import msgspec

    from docs_store.corrections.rules import Corrections

    return msgspec.json.decode(applied, type=Corrections) if applied else Corrections()


class Reader:
    """A connection that never writes, and how it had to be opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self._seen = (0, 0, 0)
        self.connection = self._open()
        try:
            schema.require_current(self.connection, str(path))
        except BaseException:
            self.close()
            raise

    def _open(self) -> sqlite3.Connection:
        self._seen = (0, 0, 0)
        connection = _connect(self._path, "ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            # WAL needs two files beside the database, and this directory lets us make neither.
            connection.close()
            wal = self._path.with_name(self._path.name + "-wal")
            if wal.exists() and wal.stat().st_size:
                return self._open_copy(wal)
            # Nothing waits in a WAL, so the database file is the whole truth.
            self._seen = self._stamp()
            return _prepared(_connect(self._path, "ro&immutable=1"))
        except sqlite3.DatabaseError as error:
            connection.close()
            raise StoreDamaged(f"{self._path}: not a readable archive ({error}); restore it from a backup") from error
        return _prepared(connection)

    def _open_copy(self, wal: Path) -> sqlite3.Connection:
        """Read a copy: immutable=1 would silently leave out what waits in the WAL."""
        self._copy = tempfile.TemporaryDirectory(prefix="broadsheet-")
        try:
            for file in (self._path, wal):
                shutil.copyfile(file, Path(self._copy.name, file.name))
        except OSError as error:
            self._copy.cleanup()
            raise StoreError(
                f"{self._path}: the archive was not closed and its folder cannot be written ({error}); "
                "open it once as its owner"
            ) from error
        self._seen = self._stamp()
        return _prepared(_connect(Path(self._copy.name, self._path.name), "rw"))

    def _stamp(self) -> tuple[int, int, int]:
        wal = self._path.with_name(self._path.name + "-wal")
        state = self._path.stat()
        return (state.st_mtime_ns, state.st_size, wal.stat().st_size if wal.exists() else 0)

    def reopen_if_changed(self) -> bool:
        """Reopen where the files were written since: a copy and an immutable file do not notice by themselves."""
        if self._seen == (0, 0, 0) or self._seen == self._stamp():
            return False
        self.close()
        self.connection = self._open()
        return True

    def close(self) -> None:
        """Close the connection and drop the copy."""
        self.connection.close()
        if self._copy is not None:
            self._copy.cleanup()
            self._copy = None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open the database without reading it: what that takes shows at the first statement."""
    try:
        return sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,  # transactions are begun and ended where the code says so
            check_same_thread=False,  # every use is under a lock
        )
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error}); check that it exists and may be read") from error


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    # What a damaged or malicious database file could make SQL functions in its schema do.
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
