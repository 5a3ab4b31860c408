"""What files no longer hold: told, removed by `prune`, or kept for the sake of other files that hold it too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from docs_store.errors import StoreDamaged
from docs_store.ingestion.batching import Batch
from docs_store.ledger import FileSeen
from docs_store.model import is_file
from docs_store.store import Store


class Lost:
    """The articles of a run's files that are gone from these, by file. Settled when all files have been read.

    An article may have moved into a file that is read later, and another file may hold it under the same id. It may be
    an edition of a page, with an id of its own that can change until then: what is lost is known by the id that its
    file gave it.
    """

    def __init__(self, store: Store, batch: Batch) -> None:
        """Begin with nothing lost. `batch` is stored before anything is judged."""
        self._store = store
        self._batch = batch
        self._notes: dict[str, FileSeen] = {}
        """Files that are there and hold articles no more."""
        self._given: dict[str, frozenset[str]] = {}
        """By file, the ids under which it gave what it holds no more."""
        self._new: set[str] = set()
        """Files of which that is known since this run."""
        self._gone: frozenset[str] = frozenset()
        """Files that are gone."""
        self._ids: dict[str, dict[str, str]] = {}
        """By file, the ids under which that is stored, with those under which it was given; of what is nowhere else."""
        self._held: frozenset[str] = frozenset()
        """Ids that other files hold."""

    def held_by(self, path: str) -> set[str]:
        """Return the ids under which a file gave what is stored of it."""
        return {*self._stored(path).values()}

    def noted(self, note: FileSeen) -> None:
        """Take what an earlier run found gone from a file that was not read in this one."""
        if note.gone:
            self._notes[note.path], self._given[note.path] = note, frozenset(note.gone)

    def read(self, note: FileSeen) -> None:
        """Take what is gone from a file that was read, in place of what was known of it."""
        self._notes[note.path], self._given[note.path] = note, frozenset(note.gone)
        self._new.add(note.path)

    def gone(self, paths: Iterable[str]) -> None:
        """Take the files that are gone, with all that they held: before others are read, and as it is afterwards."""
        before, self._gone = self._gone, frozenset(paths)
        self._batch.missing = self._gone
        for path in before - self._gone:  # it came back
            self._given.pop(path, None)
        self._given |= {path: frozenset(ids) for path in sorted(self._gone - before) if (ids := self.held_by(path))}
        self._new = (self._new - before) | self._gone

    def to_read(self) -> list[str]:
        """Return the files that hold what was last read from one that does no more, to be read again."""
        self._batch.flush()
        lost = {path: self._lost(path) for path in self._new}
        held = self._holders({article_id: given for ids in lost.values() for article_id, given in ids.items()})
        left = {article_id: paths for article_id, paths in held.items() if paths and self._is_left(article_id, lost)}
        return sorted(filter(is_file, frozenset[str]().union(*left.values())))

    def _is_left(self, article_id: str, lost: Mapping[str, Mapping[str, str]]) -> bool:
        """Whether what is stored was read from a file that no longer holds it."""
        with suppress(StoreDamaged):
            article = self._store.get(article_id)
            return article is not None and article_id in lost.get(article.path, {})
        return True

    def told(self) -> list[str]:
        """Return what is in no file any more: the files that are gone, and `file#key` for records."""
        self._batch.flush()
        lost = {path: self._lost(path) for path in self._given}
        held = self._holders({article_id: given for ids in lost.values() for article_id, given in ids.items()})
        told: list[str] = []
        for path, ids in lost.items():
            elsewhere = {article_id for article_id in ids if held.get(article_id)}
            if elsewhere:
                self._store.release(path, elsewhere)
            stored = self._stored(path)
            here = {article_id: given for article_id, given in ids.items() if article_id in stored}
            nowhere = here.keys() - elsewhere
            # What another holds is remembered as gone where nothing better than what was read here is stored.
            self._ids[path] = here if path not in self._gone else {each: here[each] for each in nowhere}
            if path not in self._gone:
                told += [f"{path}#{self._key(article_id)}" for article_id in sorted(nowhere)]
            elif nowhere:
                told.append(path)
        self._held = frozenset(article_id for article_id, paths in held.items() if paths)
        return told

    def files_kept(self) -> frozenset[str]:
        """Return the files that are gone and whose articles are stored; after `told`."""
        return frozenset(path for path in self._gone if self._ids.get(path))

    def remove(self) -> int:
        """Remove what is in no file any more; return how many there were. After `told`."""
        lost = frozenset[str]().union(*self._ids.values()) - self._held
        self._ids = {
            path: {article_id: given for article_id, given in ids.items() if article_id not in lost}
            for path, ids in self._ids.items()
        }
        for article_id in lost:
            self._pass_on(article_id, lost)
        return self._store.remove(lost) if lost else 0

    def _pass_on(self, article_id: str, lost: Collection[str]) -> None:
        """Mark what has the same text and stays as a reader has marked an article that goes: its file was renamed."""
        with suppress(StoreDamaged):
            article = self._store.get(article_id)
            own = article.marks.own if article else ()
            for edition in self._store.editions(article_id) if article and own else ():
                other = self._store.get(edition.id) if edition.id not in lost else None
                if article and other and other.body == article.body and not other.marks.own:
                    starred = article.marks.starred if "starred" in own else None
                    read = article.marks.read if "read" in own else None
                    self._store.mark(other.id, starred=starred, read=read)

    def note(self) -> None:
        """Note what is gone from the files that are there, and still stored, so that a later run can remove it."""
        for path, note in self._notes.items():
            gone = tuple(sorted({*self._ids[path].values()}))
            if gone != note.gone:
                self._batch.note(replace(note, gone=gone))

    def _stored(self, path: str) -> dict[str, str]:
        """Return the ids under which what a file holds is stored, each with the one that it gave."""
        ids = self._store.ids_of_file(path)
        return dict(zip(ids, ids, strict=True)) | self._store.pages_of(ids)

    def _lost(self, path: str) -> dict[str, str]:
        """Return the ids under which is stored what a file holds no more, each with the one that it gave."""
        given = self._given.get(path)
        return {each: by for each, by in self._stored(path).items() if by in given} if given else {}

    def _holders(self, ids: Mapping[str, str]) -> dict[str, frozenset[str]]:
        """Return, by id, which files and imports hold it as far as is known; `ids` come with those that they give."""
        likely = {
            article_id: {path for path in paths if ids[article_id] not in self._given.get(path, frozenset())}
            for article_id, paths in (self._store.files_of(ids) if ids else {}).items()
        }
        asked = set[str]().union(*likely.values()) - self._gone
        known = {path for path in asked if not is_file(path)}
        if asked != known:
            known |= {note.path for note in self._store.files() if note.path in asked}
        return {article_id: frozenset(paths & known) for article_id, paths in likely.items()}

    def _key(self, article_id: str) -> str:
        with suppress(StoreDamaged):
            article = self._store.get(article_id)
            return article.key if article else article_id
        return article_id
