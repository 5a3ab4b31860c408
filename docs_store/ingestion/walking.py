"""Which files a run looks at: those named, and those below the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from docs_store.ledger import Skipped
from docs_store.local import is_archive
from docs_store.reading.members import page_folders
from docs_store.text import path_label

STANDARD_INPUT: Final = "-"


class Walk:
    """Goes through folders in order of name, past hidden files, archives, links to folders and the parts of pages."""

    def __init__(self, skipped: list[Skipped]) -> None:
        """Add what cannot be gone through to `skipped`."""
        self._skipped = skipped
        self.roots: list[str] = []
        """The folders gone through, as absolute paths."""
        self._unread: list[str] = []

    def files(self, path: str) -> Iterator[str]:
        """Yield the absolute paths of the files at `path`."""
        if path == STANDARD_INPUT:
            yield path
            return
        path = os.path.abspath(path)  # noqa: PTH100 - Path.absolute() keeps ".."
        if not Path(path).is_dir():
            yield path
            return
        self.roots.append(path)
        yield from self._below(path)

    def _below(self, folder: str) -> Iterator[str]:
        folders = [folder]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(folder) as entries:
                    found = sorted((entry for entry in entries if not _is_hidden(entry)), key=_name)
                    pages = page_folders(entry.name for entry in found)
                    below = [
                        entry.path for entry in found if entry.is_dir(follow_symlinks=False) and entry.name not in pages
                    ]
                    files = [entry.path for entry in found if not _leads_to_folder(entry)]
                    if is_archive(Path(folder)):
                        continue
            except OSError as error:
                self._unread.append(folder)
                self._skipped.append(Skipped(path_label(folder), f"the folder cannot be read: {error.strerror}"))
                continue
            yield from files
            folders += reversed(below)

    def covers(self, path: str) -> bool:
        """Whether a file at `path` would have been seen."""
        return is_below(path, self.roots) and not is_below(path, self._unread)


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is hidden; a Maildir's folders begin with a dot and are not."""
    return entry.name.startswith(".") and not os.path.isdir(os.path.join(entry.path, "cur"))  # noqa: PTH112, PTH118


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: the file it is will be skipped with its reason
        return False


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def is_below(path: str, folders: Iterable[str]) -> bool:
    """Whether `path` is in one of `folders`, however deep."""
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
