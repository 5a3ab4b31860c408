"""Which files have to be read: new ones, changed ones, and those that can be read now as they could not before."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docs_store.ingestion.walking import STANDARD_INPUT
from docs_store.ledger import FileSeen, Skipped
from docs_store.reading.columns import ASK_FOR_MAP, NOT_AS_MAPPED
from docs_store.text import path_label


@dataclass(frozen=True, slots=True)
class Due:
    """A file to read, as it was when it was looked at."""

    path: str
    label: str
    """How the store knows it; "" for standard input."""
    size: int
    mtime_ns: int
    columns: Mapping[str, str]
    """Which column holds which part of an article, as the user says now, or said before."""
    columns_before: tuple[tuple[str, str], ...] = ()

    def seen(self, skipped: tuple[Skipped, ...], gone: Iterable[str] = ()) -> FileSeen:
        """Return the note of it, once it was read and these articles were no longer in it.

        A mapping that did not fit is not remembered in place of another.
        """
        misfits = any(NOT_AS_MAPPED in bad.reason for bad in skipped)
        columns = self.columns_before if misfits else tuple(self.columns.items())
        return FileSeen(self.label, self.size, self.mtime_ns, skipped, columns, tuple(sorted(gone)))


class Noted:
    """The files noted in a store, which tell what need not be read again."""

    def __init__(self, files: Iterable[FileSeen], named: frozenset[str], columns: Mapping[str, str]) -> None:
        """Take the notes, the paths that the user named, and the mapping they gave."""
        self._notes = {note.path: note for note in files}
        self._named = named
        self._columns = dict(columns)

    @property
    def paths(self) -> Iterable[str]:
        """What is noted: files, and folders that could not be looked at."""
        return self._notes

    @property
    def unread(self) -> frozenset[str]:
        """The files and folders that could not be looked at."""
        return frozenset(path for path, note in self._notes.items() if note.size < 0)

    def look(self, path: str) -> Due | FileSeen:
        """Return the file where it has to be read, else the note of it: an old one, or that it cannot be looked at."""
        if path == STANDARD_INPUT:
            return Due(path, "", 0, 0, self._columns)
        label = path_label(path)
        note = self._notes.get(label)
        try:
            state = Path(path).stat()
        except OSError as error:
            return unreadable(Skipped(label, f"cannot be read: {error.strerror}"), note)
        if not stat.S_ISREG(state.st_mode):  # opening a pipe would wait forever
            return unreadable(Skipped(label, "not a regular file"), note)
        if note and (note.size, note.mtime_ns) == (state.st_size, state.st_mtime_ns) and not self._again(path, note):
            return note
        before = note.columns if note else ()
        return Due(path, label, state.st_size, state.st_mtime_ns, self._columns or dict(before), before)

    def anew(self, path: str) -> Due | None:
        """Return a file to be read whether it changed or not; None where it cannot be looked at now."""
        try:
            state = Path(path).stat()
        except OSError:
            return None
        note = self._notes.get(path)
        before = note.columns if note else tuple(self._columns.items())
        is_file = stat.S_ISREG(state.st_mode)
        return Due(path, path, state.st_size, state.st_mtime_ns, dict(before), before) if is_file else None

    def _again(self, path: str, note: FileSeen) -> bool:
        """Tell whether a file that did not change is read again: for another mapping, or without one that misfitted."""
        reasons = [bad.reason for bad in note.skipped]
        if any(NOT_AS_MAPPED in reason for reason in reasons):
            return True
        if not self._columns or dict(note.columns) == self._columns:
            return False
        return path in self._named or any(ASK_FOR_MAP in reason for reason in reasons)


def unreadable(bad: Skipped, before: FileSeen | None = None) -> FileSeen:
    """Return the note of a file or folder that cannot be looked at, so that it is tried again, and told until then."""
    return FileSeen(bad.path, -1, 0, (bad,), before.columns if before else (), before.gone if before else ())


def named_paths(paths: Iterable[str]) -> frozenset[str]:
    """Return paths as they were named, made absolute."""
    return frozenset(map(os.path.abspath, paths))
