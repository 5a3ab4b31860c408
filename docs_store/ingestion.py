"""Files → articles → store, in batches: what is new, changed or gone, and a report of all that was skipped."""

from __future__ import annotations

import datetime as dt
import os
import stat
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from docs_store.errors import DocumentError, NotAnArticle, StoreDamaged
from docs_store.model import Article, FileSeen, Run, Skipped
from docs_store.read_ahead import Read, ReadAhead, default_jobs, read_here
from docs_store.reading.columns import ASK_FOR_MAP, check_columns
from docs_store.reading.neighbours import Neighbours
from docs_store.store import Store
from docs_store.text import clean, path_label
from docs_store.walking import STANDARD_INPUT, Walk

_BATCH_ARTICLES: Final = 4_000
"""Articles stored in one transaction: enough that commits, of records and index, are a small part."""

_BATCH_TEXT: Final = 16 * 2**20
"""Code points of text in one transaction, which bounds the memory of a run over long articles."""

_REPORT_EVERY: Final = 100
"""Articles of one file between two reports of progress."""

_MOST_REASONS: Final = 100
"""Reasons noted of one file; the rest are counted."""

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


def ingest(
    paths: Iterable[str | os.PathLike[str]],
    store: Store,
    *,
    report: Callable[[IngestProgress], None] | None = None,
    prune: bool = False,
    annotate: bool = True,
    jobs: int | None = None,
    columns: Mapping[str, str] | None = None,
) -> IngestReport:
    """Bring the articles in `paths` (files, folders, "-" for standard input) into `store`.

    Files whose size and time are as noted are not read again. One bad file, or one bad record, is skipped with its
    reason and the run goes on. `prune` removes the articles of files and records that are gone. `report` may raise to
    cancel: what has been stored stays whole, and a later run completes it. `jobs` processes read while this one stores;
    0 reads here; where it is not given, it is settled by the cores and by how much there is to read. `columns` names
    the columns or fields that hold an article's parts ({"title": "headline"}): with it, files that are named themselves
    are read again, and those in folders that were skipped for want of it. Raises `StoreError` where storing fails, and
    `ValueError` where `columns` names no part of an article.
    """
    run = _Run(
        store,
        report or (lambda _: None),
        prune=prune,
        annotate=annotate,
        jobs=jobs,
        columns=check_columns(columns or {}),
    )
    return run.over([os.fspath(path) for path in paths])


class _File(NamedTuple):
    """A file to read, as it was when it was looked at."""

    path: str
    label: str
    """How the store knows it; "" for standard input."""
    size: int
    mtime_ns: int


@dataclass(slots=True)
class _Run:
    """One run: what it has read and not yet stored, and what it will report."""

    store: Store
    report: Callable[[IngestProgress], None]
    prune: bool
    annotate: bool
    jobs: int | None
    columns: Mapping[str, str]
    batch: list[Article] = field(default_factory=list)
    batch_text: int = 0
    notes: list[FileSeen] = field(default_factory=list)
    done: int = 0
    total: int = 0
    articles: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    files_read: int = 0
    files_unchanged: int = 0
    passed_over: int = 0
    named: frozenset[str] = frozenset()
    """What the user named, as it was named made absolute."""
    vanished: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def over(self, paths: Sequence[str]) -> IngestReport:
        start = time.perf_counter()
        walk = Walk(self.skipped)
        self.named = frozenset(map(os.path.abspath, paths))
        files = list(dict.fromkeys(file for path in paths for file in walk.files(path)))
        self.total = len(files)
        noted = {note.path: note for note in self.store.files()}
        todo = [found for file in files if (found := self._to_read(file, noted.get(path_label(file))))]
        with ExitStack() as stack:
            read = self._reader(todo, stack)
            for file in todo:
                self._file(file, read)
                self.done += 1
        self._flush()
        self._gone_files(noted, {path_label(file) for file in files}, walk)
        self.report(IngestProgress(self.done, self.total, self.articles, ""))
        report = self._reported(time.perf_counter() - start)
        self.store.note_run(_run_of(report))
        return report

    def _reported(self, seconds: float) -> IngestReport:
        return IngestReport(
            self.added,
            self.changed,
            self.unchanged,
            self.removed,
            tuple(self.vanished),
            tuple(self.skipped),
            self.files_read,
            self.files_unchanged,
            self.passed_over,
            seconds,
        )

    def _to_read(self, path: str, noted: FileSeen | None) -> _File | None:
        """Return the file where it has to be read: new, changed, or one that a mapping is given for or may mend."""
        label = path_label(path)
        if path == STANDARD_INPUT:
            return _File(path, "", 0, 0)
        self.done += 1
        try:
            state = Path(path).stat()
        except OSError as error:
            self._skip(label, f"cannot be read: {error.strerror}")
            return None
        if not stat.S_ISREG(state.st_mode):  # opening a pipe would wait forever
            self._skip(label, "not a regular file")
            return None
        again = self.columns and (
            path in self.named or (noted and any(ASK_FOR_MAP in bad.reason for bad in noted.skipped))
        )
        if noted and not again and (noted.size, noted.mtime_ns) == (state.st_size, state.st_mtime_ns):
            self.files_unchanged += 1
            self.skipped += noted.skipped
            return None
        self.done -= 1
        return _File(path, label, state.st_size, state.st_mtime_ns)

    def _reader(self, files: Sequence[_File], stack: ExitStack) -> Callable[[str], Iterator[Read]]:
        """Return what reads the next file: this process, or others where there is much to read, or what may hang."""
        here = partial(read_here, annotate=self.annotate, columns=self.columns, neighbours=Neighbours())
        much = sum(file.size for file in files) >= _MUCH or len(files) >= _MANY
        from docs_store.reading.formats import is_heavy

        paths = [file.path for file in files]
        jobs = (default_jobs() if much else 0) if self.jobs is None else self.jobs
        if STANDARD_INPUT in paths:  # not to be looked into: what is read of it is gone
            return here
        if self.jobs is None and jobs < 1 and any(map(is_heavy, paths)):
            jobs = 1
        if jobs < 1 or not paths:
            return here
        return stack.enter_context(ReadAhead(paths, jobs, annotate=self.annotate, columns=self.columns)).read

    def _file(self, file: _File, read: Callable[[str], Iterator[Read]]) -> None:
        self.report(IngestProgress(self.done, self.total, self.articles, file.label))
        before = set(self.store.ids_of_file(file.label)) if file.label else set()
        bad = self._read(file, read, before)
        if bad is None or not file.label:
            return
        if before:
            self._gone_records(file.label, before)
        # In the transaction of the file's last articles: killed before it, the file is read again.
        self.notes.append(FileSeen(file.label, file.size, file.mtime_ns, bad))

    def _read(self, file: _File, read: Callable[[str], Iterator[Read]], before: set[str]) -> tuple[Skipped, ...] | None:
        """Read one file, taking what is still in it out of `before`; return what was skipped, None to try it again."""
        bad: list[Skipped] = []
        label = file.label
        self.files_read += 1
        try:
            for found in read(file.path):
                if isinstance(found, Skipped):
                    bad.append(found)
                    continue
                before.discard(found.id)
                self._add(found, label)
        except NotAnArticle as error:
            if file.path in self.named:
                bad.append(Skipped(label or file.path, error.reason))
            self.passed_over += file.path not in self.named
        except DocumentError as error:
            if isinstance(error.__cause__, OSError):  # permissions change without a trace in the file's time
                self._skip(label or file.path, error.reason)
                return None
            bad.append(Skipped(label or file.path, error.reason))
            before.clear()  # nobody can say what is in it
        if len(bad) > _MOST_REASONS:
            bad[_MOST_REASONS:] = [Skipped(label or file.path, f"{len(bad) - _MOST_REASONS} more records")]
        self.skipped += bad
        return tuple(Skipped(clean(each.path), clean(each.reason)) for each in bad)

    def _skip(self, label: str, reason: str) -> None:
        self.skipped.append(Skipped(label, reason))

    def _add(self, article: Article, label: str) -> None:
        self.batch.append(article)
        self.batch_text += sum(len(block.text) for block in article.blocks)
        self.articles += 1
        if self.articles % _REPORT_EVERY == 0:
            self.report(IngestProgress(self.done, self.total, self.articles, label))
        if len(self.batch) >= _BATCH_ARTICLES or self.batch_text >= _BATCH_TEXT:
            self._flush()

    def _flush(self) -> None:
        if self.batch or self.notes:
            stored = self.store.put_many(self.batch, self.notes)
            self.added += stored.added
            self.changed += stored.changed
            self.unchanged += stored.unchanged
        self.batch, self.notes, self.batch_text = [], [], 0

    def _gone_records(self, label: str, gone: set[str]) -> None:
        for article_id in sorted(gone):
            key = article_id
            with suppress(StoreDamaged):
                article = self.store.get(article_id)
                key = article.key if article else article_id
            self.vanished.append(f"{label}#{key}")
        if self.prune:
            self._flush()  # a record may have moved into another file, under the same id
            self.removed += self.store.remove(gone & self.store.ids_of_file(label))

    def _gone_files(self, noted: Iterable[str], seen: set[str], walk: Walk) -> None:
        gone = [path for path in noted if path not in seen and walk.covers(path) and not os.path.lexists(path)]
        self.vanished += gone
        if self.prune and gone:
            for path in gone:
                self.removed += self.store.remove(self.store.ids_of_file(path))
            self.store.forget_files(gone)


def _run_of(report: IngestReport) -> Run:
    """Return what the archive remembers of a run."""
    return Run(
        dt.datetime.now(dt.UTC).replace(microsecond=0),
        round(report.seconds, 3),
        report.added,
        report.changed,
        report.unchanged,
        report.removed,
        len(report.vanished),
        report.files_read,
        report.files_unchanged,
        tuple(Counter(clean(skipped.reason) for skipped in report.skipped).most_common(_MOST_REASONS)),
    )
