"""The connection that reads the records: statements in, rows out, whoever writes meanwhile."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from docs_store.errors import Interrupted, StoreDamaged
from docs_store.interrupts import Interrupts
from docs_store.local.connection import Reader

Row: TypeAlias = tuple[Any, ...]
"""A row as SQLite gives it; what its columns are, the statement says."""


class Clock(NamedTuple):
    """How far the records have gone, and how far the index has followed."""

    change: int
    indexed: int


class Rows:
    """The rows of the records as a reader sees them. Any thread may call; each call sees the latest commit."""

    def __init__(self, path: Path, interrupts: Interrupts) -> None:
        self.path = path
        self._reader = Reader(path)
        self._lock = threading.RLock()
        self._interrupts = interrupts

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Run one statement and return all its rows."""
        while True:
            with self._lock:
                self._reader.reopen_if_changed()
                try:
                    return self._reader.connection.execute(sql, parameters).fetchall()
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                        raise StoreDamaged(f"{self.path}: cannot be read ({error}); check the disk") from error
                    if self._interrupts.stopped:
                        raise Interrupted("the query was stopped") from error
                    # It was meant for the query of another thread, on the same connection.
                except sqlite3.DatabaseError as error:
                    raise StoreDamaged(
                        f"{self.path}: damaged ({error}); restore it from a backup, or add the files anew"
                    ) from error

    def interrupt(self) -> None:
        """Stop the running statement, from any thread."""
        self._reader.connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._reader.close()

    def data_version(self) -> int:
        """Return a number that differs where another connection has committed since it was last asked for."""
        with self._lock:
            return -1 if self._reader.reopen_if_changed() else int(self.rows("PRAGMA data_version")[0][0])

    def clock(self) -> Clock:
        """Return the clock."""
        return Clock(*self.rows("SELECT change, indexed FROM clock")[0])

    def waiting(self) -> int:
        """Return how many articles the index does not hold yet as they are stored."""
        return int(self.rows("SELECT count(*) FROM outbox")[0][0])

    def for_rows(self, select: str, rows: Iterable[int]) -> list[Row]:
        """Return what `select` finds of these rows."""
        statement = f"{select} WHERE row IN (SELECT value FROM json_each(?))"  # noqa: S608 - statements of our own
        return self.rows(statement, (json.dumps(list(rows)),))
