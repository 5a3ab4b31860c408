"""What another program has exported: a file, a folder, or a ZIP archive of one, looked at in the same way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.reading.members import MOST_MEMBERS
from docs_store.reading.source import Source, open_source
from docs_store.reading.zip_recovery import MAGIC

if TYPE_CHECKING:
    from zipfile import ZipFile


@dataclass(frozen=True)
class Export:
    """An export at hand. `names` are those of its files, "/" between folders; of a single file, its own."""

    path: Path
    report: Callable[[Skipped], None]
    """Takes each item that cannot be read."""
    names: frozenset[str] = frozenset()
    archive: ZipFile | None = None
    whole: Source | None = None
    """The ZIP archive as a file."""

    @property
    def folder(self) -> Path | None:
        """The folder that it is, None where it is a file."""
        return self.path if self.path.is_dir() else None

    def error(self, reason: str) -> DocumentError:
        """Return the error that says why it is not read."""
        return DocumentError(str(self.path), reason)

    def error_at(self, place: str, reason: str) -> DocumentError:
        """Return the error that says why an item of it is not read."""
        return DocumentError(f"{self.path}!{place}" if place else str(self.path), reason)

    def skip(self, place: str, reason: str) -> None:
        """Report an item of it."""
        error = self.error_at(place, reason)
        self.report(Skipped(error.path, error.reason))

    def named(self, *ends: str) -> list[str]:
        """Return the names that end so, in order."""
        return sorted(name for name in self.names if name.lower().endswith(ends))

    @contextmanager
    def source(self, name: str) -> Iterator[Source]:
        """Open the file `name`, one of `names`. Raises `DocumentError` where it cannot be read."""
        if self.archive is not None and self.whole is not None:
            from docs_store.reading.ziparchive import open_member

            member = open_member(self.archive, self.archive.getinfo(name), self.whole)
            yield self.whole.within(name, member)
        else:
            path = self.path / name if self.path.is_dir() else self.path
            if self.path.is_dir() and not path.resolve().is_relative_to(self.path.resolve()):
                raise DocumentError(str(path), "a link that leads out of the export")
            with open_source(str(path)) as source:
                yield source

    def text(self, name: str) -> str:
        """Return the file `name` as text. Raises `DocumentError` where it is none."""
        with self.source(name) as source:
            return source.read_text()

    def data(self, name: str) -> bytes:
        """Return what is in the file `name`. Raises `DocumentError` where it cannot be read."""
        with self.source(name) as source:
            return source.read()


@contextmanager
def open_export(path: Path, report: Callable[[Skipped], None]) -> Iterator[Export]:
    """Open the export at `path`. Raises `DocumentError` where there is none, or it cannot be read.

    Of a ZIP archive that is cut short the files that are whole are there; the error is raised when they were read.
    """
    if path.is_dir():
        yield Export(path, report, frozenset(_below(path)))
        return
    with open_source(str(path)) as whole:
        if not whole.head.startswith(MAGIC):
            yield Export(path, report, frozenset((path.name,)))
            return
        from docs_store.reading.zip_recovery import recovered
        from docs_store.reading.ziparchive import files_of, opened

        error: DocumentError | None = None
        try:
            archive = opened(whole)
        except DocumentError as damage:
            error, archive = whole.error("a ZIP archive that is damaged or cut short"), recovered(whole)
            error.__cause__ = damage
        with archive:
            names = (info.filename for info in files_of(archive))
            try:
                yield Export(path, report, frozenset(_within(names, whole.error)), archive, whole)
            except DocumentError:
                if error is None:
                    raise
        if error is not None:
            raise error


def _within(names: Iterable[str], error: Callable[[str], DocumentError]) -> Iterator[str]:
    """Yield the names that are those of an export, not what a Mac puts beside each file."""
    for count, name in enumerate(names):
        if count >= MOST_MEMBERS:
            raise error(f"more than {MOST_MEMBERS:,} files in it")
        parts = PurePosixPath(name).parts
        if "__MACOSX" not in parts and not any(part.startswith(".") for part in parts):
            yield name


def _below(folder: Path) -> Iterator[str]:
    """Yield the names of the files in a folder, links to folders left out."""
    names = (Path(where, name).relative_to(folder).as_posix() for where, _, files in os.walk(folder) for name in files)
    return _within(names, lambda reason: DocumentError(str(folder), reason))
