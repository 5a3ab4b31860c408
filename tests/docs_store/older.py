"""Archives as earlier versions of the program left them, which today's has to bring up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from docs_store.local import schema

_OURS = (
    "SELECT name FROM sqlite_master"
    " WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'entity_name*' AND name <> 'migration'"
)


def make_older(archive: Path, version: int) -> None:
    """Let the first `version` migrations make an archive, and hold of what it holds what they have room for."""
    place = archive / "articles.sqlite"
    today = place.rename(archive / "today.sqlite")
    with (
        closing(sqlite3.connect(place, isolation_level=None)) as connection,
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:version])
        schema.migrate(connection, 0)
        connection.execute("ATTACH ? AS today", (str(today),))
        for (table,) in connection.execute(_OURS).fetchall():
            columns = ", ".join(name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
        connection.execute("INSERT INTO entity_name (entity_name) VALUES ('rebuild')")
    today.unlink()
