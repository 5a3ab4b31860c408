"""The embedded store: records, index and headlines as one, and what keeps them consistent."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from docs_store.completing import ENTITY_KINDS, unfinished
from docs_store.errors import StoreDamaged, StoreError, StoreNotFound, StoreReadOnly
from docs_store.headline_query import HeadlineQuery, headline_queries
from docs_store.interrupts import Interrupts
from docs_store.local import RECORDS_FILE, is_archive, snapshot
from docs_store.local.checking import Checker
from docs_store.local.feedback import ANSWERS, SENTENCE
from docs_store.local.fields import LAYOUT
from docs_store.local.following import Follower
from docs_store.local.headlines import CANDIDATES, COUNTED, Headlines
from docs_store.local.index import Index, Scored, remove
from docs_store.local.lock import WriterLock
from docs_store.local.records import Records
from docs_store.local.related import related
from docs_store.local.writing import Writer
from docs_store.matching import Answer, Kind
from docs_store.model import (
    Article,
    ArticleSummary,
    Completion,
    EntityCount,
    EntityKind,
    Facets,
    FileSeen,
    Finding,
    Related,
    SearchHit,
    SearchPage,
    Span,
    Stored,
    StoreStats,
)
from docs_store.needles import needles
from docs_store.passages import Wanted, best_passage, locate, spans
from docs_store.query import Clause, Field, Query, parse
from docs_store.text import one_line

_INDEX: Final = "index-"
"""The index's folder, before the number of its layout."""

_TAIL: Final = 20
"""Candidates at the end of a scan that tell whether it went far enough."""

_INDEX_BATCH: Final = 1_000
"""Articles taken into the index at a time when it catches up."""

_SNIPPET_READ: Final = 200_000
"""Code points of an article that are looked through for its snippet: the hits of most are near the beginning."""

_FILTERED_CANDIDATES: Final = 20_000
"""Answers among which those that fulfil a filter are looked for: about 30 ms of work."""

_ENTITIES_MEANT: Final = 1_000
"""Entities that one name in a query may stand for, the most frequent ones."""

_LANGUAGES: Final = 200
"""Languages offered: more than are written in newspapers."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class LocalStore:
    """A store in one directory on disk; see `docs_store.store.Store` for what each method promises."""

    def __init__(self, folder: Path, writer: Writer | None, lock: WriterLock | None) -> None:
        """Use `open`: this takes over what it has opened."""
        self._folder = folder
        self._interrupts = Interrupts()
        self._writer = writer
        self._lock = lock
        self._write_lock = threading.RLock()
        self._index_lock = threading.Lock()
        self._closed = False
        self._index: Index | None = None
        self._follower = Follower()
        self._records = Records(folder / RECORDS_FILE, self._interrupts)
        self._headlines = Headlines(folder, self._records, self._interrupts)
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
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path}: cannot be made ({error.strerror}); choose another folder") from error
        lock = WriterLock(path)
        lock.acquire()
        writer: Writer | None = None
        try:
            writer = Writer(path / RECORDS_FILE)
            store = cls(path, writer, lock)
            store._catch_up()
            store._seen = store._records.clock()
        except BaseException:
            if writer is not None:
                writer.close()
            lock.release()
            raise
        return store

    # Reading

    def get(self, article_id: str) -> Article | None:
        """Return the article, or None."""
        return self._open_records().get(article_id)

    def iter_summaries(self, newest_first: bool = True) -> Iterator[ArticleSummary]:
        """Yield every article's summary by best known date."""
        return self._open_records().iter_summaries(newest_first)

    def count(self) -> int:
        """Return how many articles are stored."""
        return self._open_records().count()

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline."""
        query = parse(text)
        ways, filters = headline_queries(query)
        with self._interrupts.query():
            self._open_records()
            if not query:
                return self._newest(limit, query.notes)
            if not ways:
                return self._filtered(query, limit)
            page = self._find(ways, filters, limit, loosely=False)
            page = page if page.hits else self._find(ways, filters, limit, loosely=True)
            return replace(page, notes=query.notes)

    def _find(
        self, ways: Sequence[HeadlineQuery], filters: Sequence[Clause], limit: int, *, loosely: bool
    ) -> SearchPage:
        # The best of very many answers need not fulfil the filters: then more are looked at.
        candidates = max(_FILTERED_CANDIDATES if filters else CANDIDATES, limit)
        scan = self._headlines.scan_loosely if loosely else self._headlines.scan
        scans = [scan(way.asked, candidates) for way in ways]
        rows = list(dict.fromkeys(row for scan in scans for row in scan.rows))
        if filters:
            allowed = self._open_index().fulfilling(filters, rows, self._entity_numbers)
            rows = [row for row in rows if row in allowed][: max(CANDIDATES, limit)]
        self._interrupts.check()
        summaries = self._records.summaries(rows)
        answers = {row: _best_answer(ways, summary.title) for row, summary in summaries.items()}
        self._interrupts.check()
        kind = min((found.kind for found in answers.values() if found), default=Kind.GOOD)
        if kind is not Kind.GOOD and not loosely:
            return SearchPage()  # the second scan finds these too, and what it finds is better
        good = [(row, found) for row, found in answers.items() if found and found.kind is kind]
        good.sort(key=lambda pair: (-pair[1].score, -summaries[pair[0]].sort_time, summaries[pair[0]].id))
        hits = tuple(SearchHit(summaries[row], found.score, found.marks) for row, found in good[:limit])
        # The scan gives what stands together before what is scattered: once its last candidates are worse than what is
        # shown, nothing was missed.
        last = [answers.get(row) for row in rows[-_TAIL:]]
        more = any(scan.possible > candidates for scan in scans)
        missed = more and any(found and found.kind is kind for found in last)
        literal = max(scan.literal for scan in scans)
        plain_words = len(ways) == 1 and not filters and not ways[0].terms
        if plain_words and literal > candidates:
            return SearchPage(hits, max(literal, len(good)), literal >= COUNTED)
        return SearchPage(hits, len(good), missed)

    def _filtered(self, query: Query, limit: int) -> SearchPage:
        """Return the newest articles that fulfil a query without words for headlines."""
        found = self._open_index().search(query, limit, self._recency, self._entity_numbers)
        summaries = self._records.summaries(hit.row for hit in found.hits)
        hits = tuple(SearchHit(summaries[hit.row], hit.score) for hit in found.hits if hit.row in summaries)
        return SearchPage(hits, found.total, notes=query.notes)

    def _entity_numbers(self, name: str, kind: EntityKind | None, whole: bool) -> list[int]:
        return [number for number, _ in self._records.entities_named(name, kind, _ENTITIES_MEANT, whole=whole)]

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        query = parse(text)
        with self._interrupts.query():
            records = self._open_records()
            if not query:
                return self._newest(limit, query.notes)
            index = self._open_index()
            found = index.search(query, max(limit, ANSWERS), self._recency, self._entity_numbers)
            self._interrupts.check()
            wanted = needles(query, index.analyse)
            total = found.total
            if len(wanted) >= SENTENCE:
                known = records.articles(hit.row for hit in found.hits[:ANSWERS])
                answers = [(known[hit.row], hit.score) for hit in found.hits[:ANSWERS] if hit.row in known]
                found = index.search_again(query, answers, limit, self._recency, self._entity_numbers)
                self._interrupts.check()
            best = found.hits[:limit]
            summaries = records.summaries(hit.row for hit in best)
            articles = records.articles(hit.row for hit in best)
            hits = []
            for hit in best:
                self._interrupts.check()
                if hit.row in summaries:
                    hits.append(self._hit(wanted, summaries[hit.row], articles.get(hit.row), hit))
            return SearchPage(tuple(hits), total, notes=query.notes)

    def facets(self, text: str, *, limit: int) -> Facets:
        """Count what `text` finds by source, language, tag, entity and month."""
        with self._interrupts.query():
            records = self._open_records()
            counted = self._open_index().count_by(parse(text), self._entity_numbers, limit)
            names = records.entities(number for number, _ in counted.entities)
            return Facets(
                counted.total,
                _one_line_values(counted.sources),
                _one_line_values(counted.languages),
                _one_line_values(counted.tags),
                tuple(
                    EntityCount(names[number].name, names[number].kind, count)
                    for number, count in counted.entities
                    if number in names
                ),
                tuple((dt.date(month // 12, month % 12 + 1, 1), count) for month, count in counted.months),
            )

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of `text` can go on."""
        begun = unfinished(text)
        if begun.field is None:
            return begun.names()
        with self._interrupts.query():
            self._open_records()
            return begun.completions(self._values(begun.field, begun.value, limit), limit)

    def _values(self, field: Field, typed: str, limit: int) -> list[tuple[str, int]]:
        match field:
            case Field.AUTHOR | Field.SOURCE | Field.TAG:
                return self._open_index().values(str(field), typed, limit)
            case Field.LANG:
                return self._open_index().languages(_LANGUAGES)
            case Field.ENTITY | Field.PERSON | Field.PLACE | Field.ORG:
                kind = ENTITY_KINDS[field]
                if not typed.strip():
                    return [(top.name, top.articles) for top in self._records.top_entities(limit, kind)]
                found = self._records.entities_named(typed, kind, limit, whole=False)
                return [(entity.name, entity.articles) for _, entity in found]
            case _:
                return []

    def _newest(self, limit: int, notes: tuple[str, ...]) -> SearchPage:
        newest = self._records.newest(limit)
        return SearchPage(tuple(SearchHit(summary, 0.0) for summary in newest), self._records.count(), notes=notes)

    def _recency(self, rows: Iterable[int]) -> Mapping[int, tuple[int, str]]:
        return {row: (-summary.sort_time, summary.id) for row, summary in self._records.summaries(rows).items()}

    def _hit(
        self, wanted: Sequence[Wanted], summary: ArticleSummary, article: Article | None, hit: Scored
    ) -> SearchHit:
        texts: list[str] = []
        room = _SNIPPET_READ
        for block in article.blocks if article else ():
            if room <= 0:
                break
            texts.append(block.text[:room])
            room -= len(block.text)
        index = self._open_index()
        title, *blocks = locate(wanted, [summary.title, *texts], index.analyse, forgive=index.unknown)
        snippet, marks = best_passage(texts, blocks)
        return SearchHit(summary, hit.score, spans(title), snippet, marks)

    def locate(self, text: str, passages: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        self._open_records()
        with self._interrupts.query():
            analyse = self._open_index().analyse
            sound = [_SURROGATE.sub("\ufffd", passage) for passage in passages]  # the engine takes no others
            hits = locate(needles(parse(text), analyse), sound, analyse)
            self._interrupts.check()
            return tuple(spans(found) for found in hits)

    def related(self, article_id: str, *, limit: int) -> tuple[Related, ...]:
        """Return what to read next, with reasons."""
        with self._interrupts.query():
            return related(article_id, self._open_records(), self._open_index(), limit=limit)

    def entity_counts(self, names: Iterable[tuple[str, EntityKind]]) -> tuple[EntityCount, ...]:
        """Return how many articles name each entity."""
        return self._open_records().entity_counts(list(names))

    def articles_naming(self, name: str, kind: EntityKind | None = None, *, limit: int) -> SearchPage:
        """Return the articles that name the entity, newest first."""
        with self._interrupts.query():
            summaries, total = self._open_records().naming(name, kind, limit)
            return SearchPage(tuple(SearchHit(summary, 0.0) for summary in summaries), total)

    def top_entities(self, *, limit: int) -> tuple[EntityCount, ...]:
        """Return the entities that most articles name."""
        return self._open_records().top_entities(limit, None)

    def files(self) -> Iterator[FileSeen]:
        """Yield every file noted."""
        return self._open_records().files()

    def ids_of_file(self, path: str) -> frozenset[str]:
        """Return the ids of the articles read from `path`."""
        return self._open_records().ids_of_file(path)

    def stats(self) -> StoreStats:
        """Return what the store holds."""
        return self._open_records().stats()

    # Writing

    def put_many(self, articles: Iterable[Article], files: Iterable[FileSeen] = ()) -> Stored:
        """Store articles and notes on files."""
        with self._write_lock:
            written = self._open_writer().put_many(articles, files)
            self._follow(written.articles, written.mentions, (), written.change)
            return written.stored

    def remove(self, ids: Iterable[str]) -> int:
        """Remove articles."""
        with self._write_lock:
            rows, change = self._open_writer().remove(ids)
            self._follow({}, {}, rows, change)
            return len(rows)

    def forget_files(self, paths: Iterable[str]) -> None:
        """Drop the notes on files."""
        with self._write_lock:
            self._open_writer().forget_files(paths)

    def _follow(
        self,
        stored: Mapping[int, Article],
        mentions: Mapping[int, Collection[int]],
        removed: Sequence[int],
        change: int,
    ) -> None:
        """Let the index follow the records; who reads waits for it. Killed before, the next opening does it."""
        with suppress(StoreDamaged):  # what could not be indexed is tried again here
            self._follower.settle()
        index, writer = self._open_index(), self._open_writer()
        missed = set(writer.outbox()).difference(stored, removed)
        if missed:  # an earlier batch was stored and could not be indexed
            self._update(index, sorted(missed))

        def follow() -> None:
            if stored or removed:
                index.update(stored, mentions, removed)
            writer.clear_outbox(change)
            self._seen = self._records.clock()

        self._follower.follow(follow)

    def _catch_up(self) -> None:
        """Make the index hold what the records hold: finish what was cut short, rebuild what cannot be used."""
        for outdated in self._folder.glob(f"{_INDEX}*"):
            if outdated != self._index_path:
                remove(outdated)
        waiting, change = self._open_writer().outbox(), self._records.clock().change
        try:
            index = self._open_index()
            self._update(index, waiting)
            if waiting:
                self._open_writer().clear_outbox(change)
            if index.count() == self._records.count():
                return
        except StoreDamaged:
            pass
        self._rebuild()

    def _rebuild(self) -> None:
        """Build the index anew from the records."""
        with self._write_lock:
            with self._index_lock:
                if self._index is not None:
                    self._index.close()
                self._index = None
                remove(self._index_path)
                snapshot.forget(self._folder)
            change = self._records.clock().change
            rows = [row for chunk in self._records.titles_since(0) for row, _ in chunk]
            self._update(self._open_index(), rows)
            self._open_writer().clear_outbox(change)

    def _update(self, index: Index, rows: Sequence[int]) -> None:
        for at in range(0, len(rows), _INDEX_BATCH):
            batch = rows[at : at + _INDEX_BATCH]
            articles = self._records.articles(batch)
            gone = [row for row in batch if row not in articles]
            index.update(articles, self._records.mentions_of(articles), gone)

    # Keeping consistent

    def refresh(self) -> bool:
        """Take in what other processes have stored since."""
        records = self._open_records()
        self._follower.settle()
        version = records.data_version()
        if version == self._data_version:
            return False
        self._data_version = version
        seen = records.clock()
        if seen == self._seen:
            return False
        self._seen = seen
        with self._index_lock:
            if self._index is not None:
                self._index.reload()
        return True

    def check(self) -> tuple[Finding, ...]:
        """Return what is inconsistent."""
        return self._checker().check()

    def repair(self) -> tuple[Finding, ...]:
        """Mend what `check()` finds."""
        with self._write_lock:
            findings = self._checker().repair(self._open_writer())
            if findings:
                self._rebuild()
            return findings

    def _checker(self) -> Checker:
        try:
            return Checker(self._open_records(), self._open_index())
        except StoreDamaged:
            return Checker(self._open_records(), None)

    def interrupt(self) -> None:
        """Stop the running query."""
        self._interrupts.stop(self._records.interrupt)

    def close(self) -> None:
        """Release everything."""
        with self._write_lock:
            if self._closed:
                return
            self._closed = True
            with ExitStack() as stack:
                if self._lock is not None:
                    stack.callback(self._lock.release)
                if self._writer is not None:
                    stack.callback(self._writer.close)
                if self._index is not None:
                    stack.callback(self._index.close)
                stack.callback(self._records.close)
                if self._writer is not None:
                    stack.callback(self._headlines.save)
                self._follower.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    @property
    def _index_path(self) -> Path:
        return self._folder / f"{_INDEX}{LAYOUT}"

    def _open_records(self) -> Records:
        if self._closed:
            raise StoreError(f"{self._folder}: the archive was closed; open it again")
        return self._records

    def _open_writer(self) -> Writer:
        self._open_records()
        if self._writer is None:
            raise StoreReadOnly(f"{self._folder}: opened for reading only; open the archive for writing")
        return self._writer

    def _open_index(self) -> Index:
        """Return the index, up to the last batch; it is opened when first needed: listing and reading do without."""
        self._open_records()
        self._follower.settle()
        with self._index_lock:
            if self._index is None:
                if self._writer is not None:
                    self._index_path.mkdir(exist_ok=True)
                self._index = Index(self._index_path, writable=self._writer is not None)
            return self._index


def _best_answer(ways: Sequence[HeadlineQuery], title: str) -> Answer | None:
    found = [answered for way in ways if (answered := way.answer(title))]
    return max(found, key=lambda each: (-each.kind, each.score)) if found else None


def _one_line_values(values: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((one_line(value), count) for value, count in values)
