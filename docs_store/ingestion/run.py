"""Files → articles → store, in batches: what is new, changed or gone, and a report of all that was skipped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from docs_store.errors import DocumentError, NotAnArticle
from docs_store.ingestion.batching import MOST_REASONS, Batch, run_of
from docs_store.ingestion.bounded import can_hand_over_input, may_cost_much
from docs_store.ingestion.due import Due, Noted, named_paths, unreadable
from docs_store.ingestion.emptied import emptied
from docs_store.ingestion.frames import Read
from docs_store.ingestion.garbage import seldom_collected
from docs_store.ingestion.read_ahead import ReadAhead, default_jobs
from docs_store.ingestion.reader_process import read_here
from docs_store.ingestion.vanishing import Lost
from docs_store.ingestion.walking import STANDARD_INPUT, Walk
from docs_store.ledger import FileSeen, Skipped
from docs_store.model import Article
from docs_store.reading.columns import check_columns
from docs_store.reading.neighbours import Neighbours
from docs_store.store import Store
from docs_store.text import clean, path_label

_REPORT_EVERY: Final = 100
"""Articles of one file between two reports of progress."""

_ROUNDS: Final = 10
"""How often in a run files are read again because of what others hold: nearly always once is enough."""

_MUCH: Final = 4 * 2**20
_MANY: Final = 1_000
"""Bytes, or files, from which on reading in other processes pays for starting them (0.2 s)."""


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far a run has come."""

    files: int
    """Files done, unchanged ones too."""
    total: int | None
    """Files there are; None where not known yet."""
    articles: int
    """Articles read so far."""
    current: str
    """The file being read."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a run did. `added`, `changed` and `unchanged` count articles of the files that were read."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    """Articles removed because their file, or their record in it, is gone."""
    vanished: tuple[str, ...] = ()
    """Files that are gone, and `file#key` for records gone from a file that was read; removed only by `prune`."""
    skipped: tuple[Skipped, ...] = ()
    files_read: int = 0
    files_unchanged: int = 0
    """Files not read again, because size and time are as noted."""
    passed_over: int = 0
    """Files that lie beside articles and hold none: pictures, fonts, style sheets. One named by hand is skipped."""
    seconds: float = 0.0
    hints: tuple[Skipped, ...] = ()
    """On files that are stored, but perhaps not as they were meant: most of a table's columns say nothing."""
    outdone: int = 0
    """Of the unchanged articles, those of which another file holds a newer or fuller version, which stays."""
    kept: tuple[Skipped, ...] = ()
    """Folders that have lost so much that rather their disk is missing, for which `prune` removed nothing at all."""
    editions: int = 0
    """Of the added articles, other texts of pages that other files hold too: each stays, as an edition."""


def ingest(
    paths: Iterable[str | os.PathLike[str]],
    store: Store,
    *,
    report: Callable[[IngestProgress], None] | None = None,
    prune: bool = False,
    prune_all: bool = False,
    annotate: bool = True,
    jobs: int | None = None,
    columns: Mapping[str, str] | None = None,
) -> IngestReport:
    """Bring the articles in `paths` (files, folders, "-" for standard input) into `store`.

    Files whose size and time are as noted are not read again. One bad file, or one bad record, is skipped with its
    reason and the run goes on. `prune` removes the articles of files and records that are gone, unless a folder in
    `paths` has lost all its files, or over nine in ten of at least 20, as it does while its disk is not mounted: then
    nothing is removed, and `IngestReport.kept` says why; `prune_all` removes them then too. `report` may raise to
    cancel: what has been stored stays whole, and a later run completes it; at `KeyboardInterrupt` what has been read is
    stored first. `jobs` processes read while this one stores;
    0 reads here, where nothing bounds what a document costs; where it is not given, it is settled by the cores and by
    what there is to read. `columns` names the columns or fields that hold an article's parts ({"title": "headline"}):
    with it, files that are named themselves are read again, and those in folders that were skipped for want of it,
    unless they were read with the same. It is remembered for each file that it fits; one that lacks such a column is
    skipped. Raises `StoreError` where storing fails, and `ValueError` where `columns` names no part of an article.
    """
    run = _Run(
        store,
        report or (lambda _: None),
        prune=prune or prune_all,
        prune_all=prune_all,
        annotate=annotate,
        jobs=jobs,
        columns=check_columns(columns or {}),
    )
    with seldom_collected():
        return run.over([os.fspath(path) for path in paths])


@dataclass(slots=True)
class _Run:
    """One run: what it has read and not yet stored, and what it will report."""

    store: Store
    report: Callable[[IngestProgress], None]
    prune: bool
    prune_all: bool
    annotate: bool
    jobs: int | None
    columns: Mapping[str, str]
    batch: Batch = field(init=False)
    lost: Lost = field(init=False)
    done: int = 0
    total: int = 0
    removed: int = 0
    files_read: int = 0
    files_unchanged: int = 0
    passed_over: int = 0
    named: frozenset[str] = frozenset()
    """What the user named, as it was named made absolute."""
    unread: set[str] = field(default_factory=set)
    """Files and folders that could not be looked at in this run."""
    vanished: list[str] = field(default_factory=list)
    kept: tuple[Skipped, ...] = ()
    skipped: list[Skipped] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.batch = Batch(self.store)
        self.lost = Lost(self.store, self.batch)

    def over(self, paths: Sequence[str]) -> IngestReport:
        start = time.perf_counter()
        self.named = named_paths(paths)
        folders: list[Skipped] = []
        walk = Walk(folders)
        files = list(dict.fromkeys(file for path in paths for file in walk.files(path)))
        self.total = len(files)
        for bad in folders:
            self._unreadable(unreadable(bad))
        noted = Noted(self.store.files(), self.named, self.columns)
        todo = [found for file in files if (found := self._due(file, noted))]
        seen = {path_label(file) for file in files}
        if todo:  # what has only moved takes the place of what it was
            self.lost.gone(self._gone(noted, seen, walk))
        try:
            with ExitStack() as stack:
                read = self._reader(todo, stack)
                for file in todo:
                    self._file(file, read)
                    self.done += 1
        except KeyboardInterrupt:
            self.batch.flush()  # what was read whole is kept
            raise
        self.batch.flush()
        self._settle(noted, seen, walk)
        self.report(IngestProgress(self.done, self.total, self.batch.articles, ""))
        report = self._reported(time.perf_counter() - start)
        self.store.note_run(
            run_of(
                self.batch.stored,
                (*report.skipped, *report.kept),
                report.seconds,
                removed=report.removed,
                vanished=len(report.vanished),
                files_read=report.files_read,
                files_unchanged=report.files_unchanged,
            )
        )
        return report

    def _reported(self, seconds: float) -> IngestReport:
        stored = self.batch.stored
        return IngestReport(
            stored.added,
            stored.changed,
            stored.unchanged,
            self.removed,
            tuple(self.vanished),
            tuple(bad for bad in self.skipped if not bad.is_hint),
            self.files_read,
            self.files_unchanged,
            self.passed_over,
            seconds,
            tuple(bad for bad in self.skipped if bad.is_hint),
            stored.outdone,
            self.kept,
            stored.editions,
        )

    def _due(self, path: str, noted: Noted) -> Due | None:
        """Return the file where it has to be read; else count it, and tell again what of it is not stored."""
        found = noted.look(path)
        if isinstance(found, Due):
            return found
        self.done += 1
        if found.size < 0:
            self._unreadable(found)
        else:
            self.files_unchanged += 1
            self.lost.noted(found)
            self.skipped += found.skipped
        return None

    def _unreadable(self, note: FileSeen) -> None:
        self.unread.add(note.path)
        self.skipped += note.skipped
        self.batch.note(note)

    def _reader(self, files: Sequence[Due], stack: ExitStack) -> Callable[[Due], Iterator[Read]]:
        """Return what reads the next file: this process, or others where there is much to read, or what may hang."""
        here = partial(self._here, Neighbours())
        much = sum(file.size for file in files) >= _MUCH or len(files) >= _MANY
        paths = [file.path for file in files]
        jobs = (default_jobs() if much else 0) if self.jobs is None else self.jobs
        if STANDARD_INPUT in paths and not can_hand_over_input():
            return here
        if self.jobs is None and jobs < 1 and any(map(may_cost_much, paths)):
            jobs = 1
        if jobs < 1 or not paths:
            return here
        columns = {file.path: file.columns for file in files if file.columns}
        ahead = stack.enter_context(ReadAhead(paths, jobs, annotate=self.annotate, columns=columns))
        return lambda file: ahead.read(file.path)

    def _file(self, file: Due, read: Callable[[Due], Iterator[Read]]) -> None:
        self.report(IngestProgress(self.done, self.total, self.batch.articles, file.label))
        before = self.lost.held_by(file.label) if file.label else set()
        bad = self._read(file, read, before)
        if bad is None or not file.label:
            return
        note = file.seen(bad, before)
        self.lost.read(note)
        self.batch.note(note)

    def _read(self, file: Due, read: Callable[[Due], Iterator[Read]], before: set[str]) -> tuple[Skipped, ...] | None:
        """Read one file, taking what is still in it out of `before`; return what was skipped, None to try it again."""
        bad: list[Skipped] = []
        name = file.label or file.path
        self.files_read += 1
        articles = self.batch.articles
        try:
            for found in read(file):
                if isinstance(found, Skipped):
                    bad.append(found)
                    continue
                before.discard(found.id)
                self._add(found, file.label)
            if self.batch.articles == articles and all(each.is_hint for each in bad):
                bad.append(Skipped(name, "no article in it"))
        except NotAnArticle as error:
            if file.path in self.named:
                bad.append(Skipped(name, error.reason))
            self.passed_over += file.path not in self.named
        except DocumentError as error:
            if isinstance(error.__cause__, OSError):  # permissions change without a trace in the file's time
                refused = Skipped(name, error.reason)
                if file.label:
                    self._unreadable(unreadable(refused))
                else:  # of standard input nothing is noted
                    self.skipped.append(refused)
                return None
            bad.append(Skipped(name, error.reason))
            before.clear()  # nobody can say what is in it
        if len(bad) > MOST_REASONS:
            bad[MOST_REASONS:] = [Skipped(name, f"{len(bad) - MOST_REASONS} more records")]
        self.skipped += bad
        return tuple(Skipped(clean(each.path), clean(each.reason), each.is_hint) for each in bad)

    def _add(self, article: Article, label: str) -> None:
        self.batch.add(article)
        if self.batch.articles % _REPORT_EVERY == 0:
            self.report(IngestProgress(self.done, self.total, self.batch.articles, label))

    def _settle(self, noted: Noted, seen: set[str], walk: Walk) -> None:
        """Report what is gone, or remove it; what other files hold stays. Forget the files that held nothing else."""
        gone = self._gone(noted, seen, walk)
        self.lost.gone(gone)
        self._again(self.lost.to_read(), noted)
        self.vanished += self.lost.told()
        kept = self.lost.files_kept()
        if self.prune and not self.prune_all:
            self.kept = emptied(walk.roots, kept, seen)
        if self.prune and not self.kept:
            self.removed += self.lost.remove()
            kept = frozenset()
        for path in kept & noted.unread:
            self.batch.note(FileSeen(path, -1, 0))  # that it could not be looked at is no longer to be told
        self.lost.note()
        self.batch.flush()
        absent = noted.unread.intersection(self._within(noted, seen, walk))
        forgotten = [path for path in (*gone, *absent) if path not in kept | self.unread]
        if forgotten:
            self.store.forget_files(forgotten)

    def _within(self, noted: Noted, seen: set[str], walk: Walk) -> list[str]:
        """Return the noted files that would have been seen, had they been where they were."""
        return [path for path in noted.paths if path not in seen and (walk.covers(path) or path in self.named)]

    def _gone(self, noted: Noted, seen: set[str], walk: Walk) -> list[str]:
        return [path for path in self._within(noted, seen, walk) if not os.path.lexists(path)]

    def _again(self, paths: Iterable[str], noted: Noted) -> None:
        """Read files again, and those that hold what was in a text that is kept no longer, until there are none.

        In no other process: they were read before, and are few. Those beyond `_ROUNDS` are read in the next run.
        """
        for _ in range(_ROUNDS):
            self.batch.flush()
            again = self.batch.again.union(paths)
            self.batch.again.clear()
            if not again:
                return
            for path in sorted(again):
                due = noted.anew(path)
                if due:
                    self._file(due, partial(self._here, Neighbours()))
            paths = ()

    def _here(self, neighbours: Neighbours, file: Due) -> Iterator[Read]:
        return read_here(file.path, annotate=self.annotate, columns=file.columns, neighbours=neighbours)
