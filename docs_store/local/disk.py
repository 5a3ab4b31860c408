"""Telling a full disk from the other reasons why an archive cannot be written: the remedy is another."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_LITTLE: Final = 256 * 2**10
"""Bytes with which no archive can be opened; SQLite calls a disk that has no more an I/O error, too."""


def why_not_written(error: Exception, folder: Path, remedy: str) -> str:
    """Return why `folder` could not be written, and what helps: `remedy`, where the disk is not full."""
    if is_full(error, folder):
        return "the disk is full; make room on it, or name a folder on another"
    reason = (isinstance(error, OSError) and error.strerror) or error
    return f"{reason}; {remedy}"


def is_full(error: Exception, folder: Path) -> bool:
    """Tell whether `error` was raised for want of room. Engines say no more than that they could not write."""
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno in _FULL
    with suppress(OSError):
        return (
            getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or shutil.disk_usage(folder).free < _LITTLE
        )
    return False
