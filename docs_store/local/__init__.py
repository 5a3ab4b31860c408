"""The embedded store: one directory on disk. The engines (sqlite3, tantivy, frizbee) are imported here alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

RECORDS_FILE: Final = "articles.sqlite"
"""Its presence makes a directory an archive."""


def is_archive(folder: Path) -> bool:
    """Whether `folder` is an archive."""
    return (folder / RECORDS_FILE).exists()
