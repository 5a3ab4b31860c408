"""The embedded store: one directory on disk. The engines (sqlite3, tantivy, frizbee) are imported here alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

RECORDS_FILE: Final = "articles.sqlite"
"""Its presence makes a directory an archive."""


_OWN: Final = (RECORDS_FILE, "index-", "headlines-", "writer")
"""How the names of an archive's files begin."""

_WRITTEN: Final = "entities.toml"
"""What people may put into the folder of an archive before it is one."""


def is_archive(folder: Path) -> bool:
    """Whether `folder` is an archive."""
    return (folder / RECORDS_FILE).exists()


def is_of_archive(name: str) -> bool:
    """Whether a file of that name in the folder of an archive is made by it."""
    return name.startswith(_OWN)


def is_in_use(folder: Path) -> bool:
    """Whether a folder that is no archive has files of somebody's in it, among which an archive would be lost."""
    names = [path.name for path in folder.iterdir() if not path.name.startswith(".")] if folder.exists() else []
    return _WRITTEN not in names and not all(map(is_of_archive, names))
