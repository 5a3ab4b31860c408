"""The index's folder on disk: how it is opened, and what is said, and noted, where it cannot be read or written."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import tantivy

from docs_store.errors import StoreDamaged, StoreError
from docs_store.local.disk import is_full, why_not_written
from docs_store.local.fields import register


class IndexFiles:
    """The folder of an index. Close it when done."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._links: tempfile.TemporaryDirectory[str] | None = None

    def opened(self, schema: tantivy.Schema, *, writable: bool) -> tuple[tantivy.Index, tantivy.Searcher]:
        """Return the index, made where it is `writable` and not there. Raises `StoreDamaged` or `StoreError`."""
        try:
            if writable:
                self._path.mkdir(exist_ok=True)
            if writable and self._distrusted.exists():
                raise FileNotFoundError("found damaged when it was last asked")
            index = self._open(schema, writable)
            return index, index.searcher()
        except (ValueError, OSError) as error:
            self.close()
            is_unwritten = writable and is_full(error, self._path.parent)
            raise (self.unwritten(error) if is_unwritten else self._damaged()) from error

    def _open(self, schema: tantivy.Schema, writable: bool) -> tantivy.Index:
        if not writable and not tantivy.Index.exists(str(self._path)):
            raise FileNotFoundError("no index")
        try:
            return _configured(tantivy.Index(schema, path=str(self._path)))
        except (ValueError, OSError):
            if writable:
                raise
        # Tantivy takes a lock file even to read. Where the directory may not be written, links to its files may.
        self._links = tempfile.TemporaryDirectory(prefix="broadsheet-")
        self._link()
        return _configured(tantivy.Index(schema, path=self._links.name))

    def _link(self) -> None:
        if self._links is None:
            return
        for file in self._path.iterdir():
            link = Path(self._links.name, file.name)
            if not file.name.startswith(".") and not link.is_symlink():  # the others concern its writer
                link.symlink_to(file.absolute())

    def reloaded(self, index: tantivy.Index) -> tantivy.Searcher:
        """Return what searches all that has been committed by now. Raises `StoreDamaged`."""
        try:
            self._link()
            index.reload()
            return index.searcher()
        except (ValueError, OSError) as error:
            raise self._damaged() from error

    def share(self) -> None:
        """Let read the list of segments who may read the folder: Tantivy makes it for its owner alone."""
        allowed = self._path.stat().st_mode & 0o666
        for name in ("meta.json", ".managed.json"):
            (self._path / name).chmod(allowed)

    @property
    def _distrusted(self) -> Path:
        """The file that stands in an index which was found damaged: it is built anew when next opened for writing."""
        return self._path / ".damaged"

    def distrusted(self) -> StoreDamaged:
        """Return the error of an index that gave no answer, and note that it is to be built anew."""
        with suppress(OSError):  # who may only read can only say so
            self._distrusted.touch()
        return self._damaged()

    def _damaged(self) -> StoreDamaged:
        return StoreDamaged(
            f"{self._path}: the search index is damaged or missing; it is rebuilt when the archive is next opened for "
            "writing, for example with: broadsheet add"
        )

    def unwritten(self, error: Exception) -> StoreError:
        """Return the error of an index that could not be written, damaged where the disk is not merely full."""
        why = why_not_written(error, self._path.parent, "check the disk")
        kind = StoreError if is_full(error, self._path.parent) else StoreDamaged
        return kind(
            f"{self._path}: the search index could not be written: {why}. No article is lost: the index follows when "
            "the archive is next opened for writing, for example with: broadsheet add"
        )

    def close(self) -> None:
        """Drop the links to its files, where there are any."""
        if self._links is not None:
            self._links.cleanup()
            self._links = None


def _configured(index: tantivy.Index) -> tantivy.Index:
    register(index)
    index.config_reader("manual")  # the other policy wakes a thread twice a second
    return index


def remove(path: Path) -> None:
    """Remove the index at `path`, if one is there."""
    if path.exists():
        shutil.rmtree(path)
