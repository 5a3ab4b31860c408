"""What files no longer hold: told, removed by `prune`, or kept for the sake of other files that hold it too."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from docs_store.batching import Batch
from docs_store.errors import StoreDamaged
from docs_store.ledger import FileSeen
from docs_store.store import Store


class Lost:
    """The articles of a run's files that are gone from these, by file. Settled when all files have been read.

    An article may have moved into a file that is read later, and another file may hold it under the same id.
    """

    def __init__(self, store: Store, batch: Batch) -> None:
        """Begin with nothing lost. `batch` is stored before anything is judged."""
        self._store = store
        self._batch = batch
        self._notes: dict[str, FileSeen] = {}
        """Files that are there and hold articles no more."""
        self._ids: dict[str, frozenset[str]] = {}
        self._new: set[str] = set()
        """Files of which that is known since this run."""
        self._gone: frozenset[str] = frozenset()
        """Files that are gone."""
        self._held: frozenset[str] = frozenset()
        """Ids that other files hold."""

    def noted(self, note: FileSeen) -> None:
        """Take what an earlier run found gone from a file that was not read in this one."""
        if note.gone:
            self._notes[note.path], self._ids[note.path] = note, frozenset(note.gone)

    def read(self, note: FileSeen) -> None:
        """Take what is gone from a file that was read, in place of what was known of it."""
        self._notes[note.path], self._ids[note.path] = note, frozenset(note.gone)
        self._new.add(note.path)

    def gone(self, paths: Iterable[str]) -> None:
        """Take the files that are gone, with all that they held."""
        self._gone = frozenset(paths)
        self._ids |= {path: ids for path in sorted(self._gone) if (ids := self._store.ids_of_file(path))}
        self._new |= self._gone

    def to_read(self) -> list[str]:
        """Return the files that hold what was last read from one that does no more, to be read again."""
        self._batch.flush()
        wanted = frozenset[str]().union(*(self._ids.get(path, frozenset()) for path in self._new))
        held = self._holders(wanted)
        return sorted(frozenset[str]().union(*(paths for each, paths in held.items() if paths and self._is_left(each))))

    def _is_left(self, article_id: str) -> bool:
        """Whether what is stored was read from a file that no longer holds it."""
        with suppress(StoreDamaged):
            article = self._store.get(article_id)
            return article is not None and article_id in self._ids.get(article.path, frozenset())
        return True

    def told(self) -> list[str]:
        """Return what is in no file any more: the files that are gone, and `file#key` for records."""
        self._batch.flush()
        held = self._holders(frozenset[str]().union(*self._ids.values()))
        told: list[str] = []
        for path, ids in self._ids.items():
            elsewhere = {article_id for article_id in ids if held.get(article_id)}
            if elsewhere:
                self._store.release(path, elsewhere)
            lost = ids & self._store.ids_of_file(path)
            # What another holds is remembered as gone where nothing better than what was read here is stored.
            self._ids[path] = lost if path not in self._gone else lost - elsewhere
            if path not in self._gone:
                told += [f"{path}#{self._key(article_id)}" for article_id in sorted(lost - elsewhere)]
            elif lost - elsewhere:
                told.append(path)
        self._held = frozenset(article_id for article_id, paths in held.items() if paths)
        return told

    def files_kept(self) -> frozenset[str]:
        """Return the files that are gone and whose articles are stored; after `told`."""
        return frozenset(path for path in self._gone if self._ids.get(path))

    def remove(self) -> int:
        """Remove what is in no file any more; return how many there were. After `told`."""
        lost = frozenset[str]().union(*self._ids.values()) - self._held
        self._ids = {path: ids - lost for path, ids in self._ids.items()}
        return self._store.remove(lost) if lost else 0

    def note(self) -> None:
        """Note what is gone from the files that are there, and still stored, so that a later run can remove it."""
        for path, note in self._notes.items():
            gone = tuple(sorted(self._ids[path]))
            if gone != note.gone:
                self._batch.note(replace(note, gone=gone))

    def _holders(self, ids: frozenset[str]) -> dict[str, frozenset[str]]:
        """Return, by id, the files that hold it as far as is known."""
        likely = {
            article_id: {path for path in paths if article_id not in self._ids.get(path, frozenset())}
            for article_id, paths in (self._store.files_of(ids) if ids else {}).items()
        }
        asked = set[str]().union(*likely.values()) - self._gone
        known = {note.path for note in self._store.files() if note.path in asked} if asked else set()
        return {article_id: frozenset(paths & known) for article_id, paths in likely.items()}

    def _key(self, article_id: str) -> str:
        with suppress(StoreDamaged):
            article = self._store.get(article_id)
            return article.key if article else article_id
        return article_id
