"""The embedded store: records, index and headlines as one, and what keeps them consistent."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from docs_store.corrections.file import Kept
from docs_store.corrections.rules import Corrections
from docs_store.errors import StoreDamaged, StoreError, StoreNotFound, StoreReadOnly
from docs_store.interrupts import Interrupts
from docs_store.local import RECORDS_FILE, is_archive, is_in_use
from docs_store.local.change import Change
from docs_store.local.indexing import Indexing
from docs_store.local.records import Records
from docs_store.model import Article, ArticleSummary, EntityCount, EntityKind, EntityMention, Span

# The engines load when they are first asked, behind the first list: it needs the records alone.
if TYPE_CHECKING:
    from docs_store.answers import Completion, Facets, Related, SearchPage
    from docs_store.corrections.model import Correction
    from docs_store.ledger import FileSeen, Finding, Run, Stored, StoreStats
    from docs_store.local.checking import Checker
    from docs_store.local.finding import Finder
    from docs_store.local.index_reader import IndexReader
    from docs_store.local.lock import WriterLock
    from docs_store.local.spelled import Spelled
    from docs_store.local.writing import Writer
    from docs_store.store import Kinds


class LocalStore:
    """A store in one directory on disk; see `docs_store.store.Store` for what each method promises."""

    def __init__(self, folder: Path, writer: Writer | None, lock: WriterLock | None) -> None:
        """Use `open`: this takes over what it has opened."""
        self._folder = folder
        self._interrupts = Interrupts()
        self._writer = writer
        self._lock = lock
        self._write_lock = threading.RLock()
        self._finder_lock = threading.Lock()
        self._closed = False
        self._kept = Kept(folder)
        self._records = Records(folder / RECORDS_FILE, self._interrupts)
        self._indexing = Indexing(folder, self._records, self._misspelt, writable=writer is not None)
        self._finder: Finder | None = None
        self._spelled: Spelled | None = None
        self._seen = self._records.clock()
        self._data_version = self._records.data_version()

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> LocalStore:
        """Open the archive in the directory `path`; see `docs_store.store.open_store`."""
        if path.exists() and not path.is_dir():
            raise StoreNotFound(f"{path}: a file, not an archive; name the archive's folder")
        if not is_archive(path) and (read_only or not create):
            raise StoreNotFound(f"{path}: no archive is here; name another folder, or make one with: broadsheet add")
        if read_only:
            return cls(path, None, None)
        if not is_archive(path) and is_in_use(path):
            raise StoreError(
                f"{path}: a folder with other files in it, and no archive; name a folder that is empty or not there yet"
            )
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path}: cannot be made ({error.strerror}); choose another folder") from error
        from docs_store.local.lock import WriterLock
        from docs_store.local.writing import Writer

        lock = WriterLock(path)
        lock.acquire()
        with ExitStack() as stack:
            stack.callback(lock.release)
            writer = Writer(path / RECORDS_FILE)
            stack.callback(writer.close)
            store = cls(path, writer, lock)
            stack.callback(store._indexing.close)
            stack.callback(store._records.close)
            writer.corrections = store._records.applied() or Corrections()
            store._indexing.catch_up(writer)
            store._apply_corrections()
            store._seen = store._records.clock()
            stack.pop_all()
        return store

    # Reading

    def get(self, article_id: str) -> Article | None:
        """Return the article, or None."""
        article = self._open_records().get(article_id)
        return self._kept.now.apply(article) if article else None

    def iter_summaries(self, newest_first: bool = True) -> Iterator[ArticleSummary]:
        """Yield every article's summary by best known date."""
        return self._open_records().iter_summaries(newest_first)

    def count(self) -> int:
        """Return how many articles are stored."""
        return self._open_records().count()

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline."""
        return self._open_finder().find(text, limit=limit)

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        return self._open_finder().search(text, limit=limit)

    def moment(self) -> int:
        """Return a number that grows with each change."""
        return self._open_records().clock().change

    def arrived(self, text: str, since: int, *, limit: int) -> SearchPage:
        """Find what came since and has all that `text` asks for."""
        return self._open_finder().arrived(text, since, limit=limit)

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds by source, language, tag, entity of some kinds, and month."""
        return self._open_finder().values.facets(text, limit=limit, kinds=kinds)

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of `text` can go on."""
        return self._open_finder().values.complete(text, limit=limit)

    def locate(
        self, text: str, passages: Sequence[str], mentions: Sequence[EntityMention] = ()
    ) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        return self._open_finder().locate(text, passages, mentions)

    def related(self, article_id: str, *, limit: int) -> tuple[Related, ...]:
        """Return what to read next, with reasons."""
        from docs_store.local.related import related

        with self._interrupts.query():
            return related(article_id, self._open_records(), self._open_index(), limit=limit)

    def editions(self, article_id: str) -> tuple[ArticleSummary, ...]:
        """Return the editions of an article, oldest first."""
        from docs_store.stories.editions import in_time  # the first list does without

        with self._interrupts.query():
            records = self._open_records()
            row = records.row_of(article_id)
            if row is None:
                return ()
            found = [*records.summaries([row]).values(), *records.editions_of(row).values()]
            return tuple(sorted(found, key=in_time))

    def entity_counts(self, names: Iterable[tuple[str, EntityKind]]) -> tuple[EntityCount, ...]:
        """Return how many articles name each entity."""
        return self._open_spelled().counts(names)

    def spellings(self, name: str, kind: EntityKind) -> tuple[EntityCount, ...]:
        """Return the names under which articles name an entity."""
        with self._interrupts.query():
            return self._open_spelled().spellings(name, kind)

    def called(self, name: str, kind: EntityKind | None = None) -> tuple[EntityCount, ...]:
        """Return the entities called so, the likeliest first."""
        with self._interrupts.query():
            return tuple(entity.shown for entity in self._open_spelled().called(name, kind).entities)

    def top_entities(self, *, limit: int, kinds: Kinds = None, like: str = "") -> tuple[EntityCount, ...]:
        """Return the entities that most articles name."""
        with self._interrupts.query():
            return self._open_spelled().top(limit, kinds, like)

    def files(self) -> Iterator[FileSeen]:
        """Yield every file noted."""
        from docs_store.local.noted import files

        return files(self._open_records())

    def ids_of_file(self, path: str) -> frozenset[str]:
        """Return the ids of the articles read from `path`."""
        from docs_store.local.noted import ids_of_file

        return ids_of_file(self._open_records(), path)

    def files_of(self, ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the files that articles were read from."""
        from docs_store.local.noted import files_of

        return files_of(self._open_records(), ids)

    def pages_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the pages of editions that have an id of their own."""
        from docs_store.local.noted import pages_of

        return pages_of(self._open_records(), ids)

    def runs(self) -> tuple[Run, ...]:
        """Return what the last runs did."""
        from docs_store.local.noted import runs

        return runs(self._open_records())

    def stats(self) -> StoreStats:
        """Return what the store holds."""
        from docs_store.local.noted import stats

        return stats(self._open_records())

    # Writing

    def put_many(
        self, articles: Iterable[Article], files: Iterable[FileSeen] = (), *, missing: Collection[str] = ()
    ) -> Stored:
        """Store articles and notes on files."""
        with self._write_lock:
            change, stored = self._open_writer().put_many(articles, files, missing)
            if change is not None:
                self._follow(change)
            return stored

    def remove(self, ids: Iterable[str]) -> int:
        """Remove articles."""
        with self._write_lock:
            change, there = self._open_writer().remove(ids)
            self._follow(change)
            return there

    def forget_files(self, paths: Iterable[str]) -> None:
        """Drop the notes on files."""
        with self._write_lock:
            self._open_writer().forget_files(paths)

    def release(self, path: str, ids: Iterable[str]) -> None:
        """Note that the file no longer holds these."""
        with self._write_lock:
            self._open_writer().release(path, ids)

    def mark(self, article_id: str, *, starred: bool | None = None, read: bool | None = None) -> Article | None:
        """Note a reader's star, and whether they have read it."""
        with self._write_lock:
            change = self._open_writer().mark(article_id, starred=starred, read=read)
            if change:
                self._follow(Change(change))
            return self.get(article_id)

    def note_run(self, run: Run) -> None:
        """Remember what a run did."""
        with self._write_lock:
            self._open_writer().note_run(run)

    # Correcting

    @property
    def corrections(self) -> Corrections:
        """What people say about names."""
        return self._kept.now

    def correct(self, correction: Correction) -> int:
        """Correct an entity everywhere."""
        with self._write_lock:
            self._open_writer()
            self._kept.add(correction)
            return self._apply_corrections()

    def undo_correction(self) -> tuple[Correction, int] | None:
        """Take the last correction back."""
        with self._write_lock:
            self._open_writer()
            dropped = self._kept.drop()
            return (dropped, self._apply_corrections()) if dropped else None

    def _apply_corrections(self) -> int:
        """Let mentions and index show the corrections; return how many articles changed.

        Killed before it is done, the next opening does it.
        """
        from docs_store.local.correcting import apply

        applied = apply(self._kept.now, self._open_records(), self._open_index, self._open_writer())
        if applied is None:
            return 0
        self._follow(Change(applied.change))
        return applied.articles

    def _follow(self, change: Change) -> None:
        """Let the index follow a change of the records."""
        self._indexing.follow(self._open_writer(), change, self._note_seen)

    def _note_seen(self) -> None:
        self._seen = self._records.clock()

    # Keeping consistent

    def refresh(self) -> bool:
        """Take in what other processes have stored since."""
        records = self._open_records()
        self._indexing.settle()
        corrected = self._writer is None and self._kept.reread()  # a writer shows what its mentions show
        version = records.data_version()
        if version == self._data_version:
            return corrected
        self._data_version = version
        seen = records.clock()
        if seen == self._seen:
            return corrected
        self._seen = seen
        self._indexing.reload()
        return True

    def check(self, *, thorough: bool = True) -> tuple[Finding, ...]:
        """Return what is inconsistent."""
        return self._checker().check(thorough=thorough)

    def repair(self) -> tuple[Finding, ...]:
        """Mend what `check()` finds."""
        with self._write_lock:
            writer = self._open_writer()
            findings = self._checker().repair(writer)
            if findings:
                self._indexing.rebuild(writer)
            return findings

    def _checker(self) -> Checker:
        from docs_store.local.checking import Checker

        records = self._open_records()
        try:
            index = self._indexing.index()
        except StoreDamaged:
            index = None
        return Checker(records, index, self._other_writer)

    def _other_writer(self) -> str:
        from docs_store.local.lock import WriterLock

        return "" if self._lock else WriterLock(self._folder).holder()

    def interrupt(self) -> None:
        """Stop the running query."""
        self._interrupts.stop(self._records.interrupt)

    def close(self) -> None:
        """Release everything."""
        with self._write_lock:
            if self._closed:
                return
            finder = self._open_finder() if self._writer is not None else None
            self._closed = True
            with ExitStack() as stack:
                if self._lock is not None:
                    stack.callback(self._lock.release)
                if self._writer is not None:
                    stack.callback(self._writer.close)
                stack.callback(self._indexing.close)
                stack.callback(self._records.close)
                if finder is not None:
                    stack.callback(finder.headlines.save)
                self._indexing.stop_following()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _open_records(self) -> Records:
        if self._closed:
            raise StoreError(f"{self._folder}: the archive was closed; open it again")
        return self._records

    def _open_writer(self) -> Writer:
        self._open_records()
        if self._writer is None:
            raise StoreReadOnly(f"{self._folder}: opened for reading only; open the archive for writing")
        return self._writer

    def _open_index(self) -> IndexReader:
        self._open_records()
        return self._indexing.index().reader

    def _misspelt(self, word: str) -> Sequence[str]:
        return self._open_finder().headlines.spellings(word)

    def _open_spelled(self) -> Spelled:
        from docs_store.local.spelled import Spelled

        records = self._open_records()
        self._spelled = self._spelled or Spelled(records, lambda: self._kept.now)
        return self._spelled

    def _open_finder(self) -> Finder:
        from docs_store.local.finding import Finder

        records = self._open_records()
        with self._finder_lock:
            if self._finder is None:
                self._finder = Finder(
                    self._folder,
                    records,
                    self._open_spelled(),
                    self._interrupts,
                    self._open_index,
                    lambda: self._kept.now,
                )
            return self._finder
