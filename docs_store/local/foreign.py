"""Reading the SQLite database of another program, which may be running: never written, never waited for."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import quote

from docs_store.errors import DocumentError

_LARGEST_VALUE: Final = 64 * 2**20
"""Bytes of a text in it, as of a file that is read whole."""

_STEPS: Final = 1_000_000
_MOST_STEPS: Final = 2_000
"""Steps of SQLite's machine, and how many times so many, between one row and the next: some 20 seconds. What looks like
a table in a hostile file may be a view that never ends."""


_BROKEN: Final = (sqlite3.Error, OverflowError, UnicodeDecodeError)
"""What a damaged database raises; even names of columns may be no text."""


class ForeignDatabase:
    """A database of another program, read as it is on disk."""

    def __init__(self, path: Path) -> None:
        """Open it. Raises `DocumentError` where it is no database that can be read."""
        self._path = path
        self._waited = 0
        with ExitStack() as stack:
            try:
                self._connection = self._open(stack)
                self.tables = {
                    name: frozenset(row["name"] for row in self._columns(name))
                    for (name,) in self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                }
            except (*_BROKEN, OSError) as error:
                raise self._error(error) from error
            self._held = stack.pop_all()

    tables: Mapping[str, frozenset[str]]
    """The names of its tables, and of the columns of each."""

    def _open(self, stack: ExitStack) -> sqlite3.Connection:
        beside = [self._path.with_name(self._path.name + end) for end in ("-wal", "-journal")]
        unfinished = [file for file in beside if file.exists() and file.stat().st_size]
        path, mode = self._path, "ro&immutable=1"  # takes no lock: the program may hold one
        if unfinished:  # part of the truth is in the other file, and taking it in writes
            copy = stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-"))
            for file in (self._path, *unfinished):
                shutil.copyfile(file, Path(copy, file.name))
            path, mode = Path(copy, self._path.name), "rw"
        connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True)
        stack.callback(connection.close)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA writable_schema = ON")  # reads one cut short, as far as it goes; nothing is written
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        connection.row_factory = sqlite3.Row
        connection.set_progress_handler(self._is_endless, _STEPS)
        return connection

    def _is_endless(self) -> bool:
        self._waited += 1
        return self._waited > _MOST_STEPS

    def _columns(self, table: str) -> list[sqlite3.Row]:
        return self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()

    def rows(self, statement: str, parameters: tuple[object, ...] = ()) -> Iterator[Mapping[str, Any]]:
        """Yield the rows that `statement` selects, by column in lower case. Raises `DocumentError` where that fails."""
        self._waited = 0
        try:
            for row in self._connection.execute(statement, parameters):
                # SQLite knows columns in any case, and names them as the database declares them.
                yield {name.lower(): row[name] for name in row.keys()}  # noqa: SIM118 - iterating a row gives values
                self._waited = 0
        except _BROKEN as error:
            raise self._error(error, "a SQLite database that cannot be read to its end") from error

    def _error(self, error: Exception, what: str = "no SQLite database that can be read") -> DocumentError:
        return DocumentError(str(self._path), f"{what} ({error})")

    def close(self) -> None:
        """Close it, and drop the copy there may be."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()
