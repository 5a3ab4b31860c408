"""`MemoryStore`: what it holds, and what changes it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Final, Self

from docs_store.answers import Completion, Facets, Related, SearchPage
from docs_store.corrections.model import Correction
from docs_store.corrections.rules import Corrections
from docs_store.door import clean_article
from docs_store.errors import StoreError
from docs_store.interrupts import Interrupts
from docs_store.ledger import FileSeen, Finding, Run, Stored, StoreStats
from docs_store.memory.entries import Entry, analyse, passages, recency
from docs_store.memory.files import Files
from docs_store.memory.names import Names
from docs_store.memory.related import related
from docs_store.memory.searching import Searching
from docs_store.model import Article, ArticleSummary, EntityCount, EntityKind, EntityMention, Span
from docs_store.store import RUNS, Kinds
from docs_store.stories.editions import in_time, stories
from docs_store.stories.pages import Page, joined, taken, without

_SOURCES: Final = 20
"""How many sources the statistics name."""


class MemoryStore:
    """See `docs_store.store.Store` for what each method promises."""

    def __init__(self) -> None:
        # Replaced whole at each change, so that a query of another thread goes on with what it began with.
        self._entries: dict[str, Entry] = {}
        self._stories: dict[str, frozenset[str]] = {}
        self._files = Files()
        self._runs: tuple[Run, ...] = ()
        self._corrections = Corrections()
        self._names_of: tuple[dict[str, Entry], Corrections, Names] | None = None
        self._lock = threading.RLock()
        self._interrupts = Interrupts()
        self._closed = False
        self._moment = 0
        self._moments: dict[str, int] = {}  # when each article came or changed

    # Reading

    def get(self, article_id: str) -> Article | None:
        """Return the article, or None."""
        entry = self._open().get(article_id)
        return entry.article if entry else None

    def iter_summaries(self, newest_first: bool = True) -> Iterator[ArticleSummary]:
        """Yield every article's summary by best known date."""
        newest = sorted(map(self._summary, self._articles()), key=recency)
        return iter(newest if newest_first else newest[::-1])

    def count(self) -> int:
        """Return how many articles are stored."""
        return len(self._open())

    def _searching(self) -> Searching:
        return Searching(self._open(), self._names(), self._summary, self._interrupts)

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline."""
        return self._searching().find(text, limit=limit)

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        return self._searching().search(text, limit=limit)

    def arrived(self, text: str, since: int, *, limit: int) -> SearchPage:
        """Find what came since and has all that `text` asks for."""
        return self._searching().arrived(text, since, self._moments, limit=limit)

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds by source, language, tag, entity of some kinds, and month."""
        return self._searching().facets(text, limit=limit, kinds=kinds)

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of `text` can go on."""
        return self._searching().complete(text, limit=limit)

    def locate(
        self, text: str, passages: Sequence[str], mentions: Sequence[EntityMention] = ()
    ) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        return self._searching().locate(text, passages, mentions)

    def moment(self) -> int:
        """Return a number that grows with each change."""
        self._open()
        return self._moment

    def related(self, article_id: str, *, limit: int) -> tuple[Related, ...]:
        """Return what to read next: what is linked by URL or title, then what shares the rarest words."""
        with self._interrupts.query():
            return self._related(article_id)[:limit] if article_id in self._open() else ()

    def _related(self, article_id: str) -> tuple[Related, ...]:
        return related(article_id, self._open(), self._stories, self._names(), self._summary, self._interrupts)

    def editions(self, article_id: str) -> tuple[ArticleSummary, ...]:
        """Return the editions of an article, oldest first."""
        entries = self._open()
        ids = self._stories.get(article_id, {article_id} & entries.keys())
        return tuple(sorted((self._summary(entries[each].article) for each in ids), key=in_time))

    def entity_counts(self, names: Iterable[tuple[str, EntityKind]]) -> tuple[EntityCount, ...]:
        """Return how many articles name each entity."""
        return self._names().counts(list(names))

    def spellings(self, name: str, kind: EntityKind) -> tuple[EntityCount, ...]:
        """Return the names under which articles name an entity."""
        (entity,) = self._names().entities([(name, kind)])
        return tuple(EntityCount(each.name, kind, each.articles) for each in entity.names)

    def _names(self) -> Names:
        """Return the names of the articles as they are now."""
        entries, said = self._open(), self._corrections
        made = self._names_of
        if made is None or made[0] is not entries or made[1] is not said:
            self._names_of = made = entries, said, Names(self._articles(), said)
        return made[2]

    def called(self, name: str, kind: EntityKind | None = None) -> tuple[EntityCount, ...]:
        """Return the entities called so, the likeliest first."""
        return tuple(entity.shown for entity in self._names().called(name, kind).entities)

    def top_entities(self, *, limit: int, kinds: Kinds = None, like: str = "") -> tuple[EntityCount, ...]:
        """Return the entities that most articles name."""
        return self._names().top(limit, kinds, like)

    # Writing

    def put_many(
        self, articles: Iterable[Article], files: Iterable[FileSeen] = (), *, missing: Collection[str] = ()
    ) -> Stored:
        """Store articles and notes on files."""
        given = [clean_article(article) for article in articles]  # all of them can be had, or nothing is stored
        noted = list(files)
        added = changed = unchanged = outdone = editions = 0
        again: frozenset[str] = frozenset()
        with self._lock:
            entries = dict(self._open())
            for article in given:
                before = self._files.page(entries, self._files.page_of(article.id), article.path)
                result = taken(before, article, self._files.lost(before, missing))
                again = (again | result.again) - {article.path}
                after = result.page
                self._turn(entries, before, after)
                more = len(after.editions) - len(before.editions)
                if more > 0:
                    added += 1
                    editions += bool(before.editions)
                elif after.editions == before.editions:
                    unchanged += 1
                    outdone += result.is_outdone
                else:
                    changed += 1
            self._take(entries)
            self._files.note(noted, again)
        return Stored(added, changed, unchanged, outdone, editions, again)

    def _turn(self, entries: dict[str, Entry], before: Page, after: Page) -> None:
        """Put what became of a page into `entries`."""
        old = {each.id: each for each in before.editions}
        new = {each.id: each for each in after.editions}
        for each in old.keys() - new.keys():
            del entries[each]
        for each, article in new.items():
            if old.get(each) != article:
                terms = Counter(token.term for passage in passages(article) for token in analyse(passage))
                entries[each] = Entry(article, self._corrections.apply(article), terms)
        self._files.turn(before, after)

    def _take(self, entries: dict[str, Entry]) -> None:
        pages = filter(None, map(joined, self._files.pages(entries)))
        self._stories = stories((entry.stored for entry in entries.values()), pages)
        moment = self._moment + 1
        before = self._entries
        new = [each for each, entry in entries.items() if each not in before or before[each].stored != entry.stored]
        self._moments = {each: self._moments.get(each, moment) for each in entries} | dict.fromkeys(new, moment)
        self._moment = moment
        self._entries = entries

    def _summary(self, article: Article) -> ArticleSummary:
        editions = self._stories.get(article.id)
        return replace(article.summary, story=min(editions), editions=len(editions)) if editions else article.summary

    def remove(self, ids: Iterable[str]) -> int:
        """Remove articles."""
        gone = frozenset(ids)
        with self._lock:
            entries = dict(self._open())
            there = gone & entries.keys()
            for page_id in set(map(self._files.page_of, there)):
                page = self._files.page(entries, page_id)
                self._turn(entries, page, without(page, gone))
            self._take(entries)
            return len(there)

    # Correcting

    @property
    def corrections(self) -> Corrections:
        """What people say about names."""
        return self._corrections

    @corrections.setter
    def corrections(self, corrections: Corrections) -> None:
        self._correct(corrections)

    def correct(self, correction: Correction) -> int:
        """Correct an entity everywhere."""
        with self._lock:
            return self._correct(Corrections((*self._corrections.steps, correction), self._corrections.watched))

    def undo_correction(self) -> tuple[Correction, int] | None:
        """Take the last correction back."""
        with self._lock:
            if not self._corrections.steps:
                return None
            *rest, last = self._corrections.steps
            return last, self._correct(Corrections(tuple(rest), self._corrections.watched))

    def _correct(self, corrections: Corrections) -> int:
        with self._lock:
            before = self._open()
            entries = {
                article_id: entry._replace(article=corrections.apply(entry.stored))
                for article_id, entry in before.items()
            }
            self._corrections = corrections
            self._entries = entries
            return sum(entry.article != before[article_id].article for article_id, entry in entries.items())

    def files(self) -> Iterator[FileSeen]:
        """Yield every file noted."""
        self._open()
        return iter([note for _, note in sorted(self._files.seen.items())])

    def ids_of_file(self, path: str) -> frozenset[str]:
        """Return the ids of the articles read from `path`."""
        own = {article.id for article in self._articles() if article.path == path}
        return frozenset(own | self._files.held_by(path))

    def files_of(self, ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return where articles were read from."""
        entries = self._open()
        known = {each: {entries[each].stored.path} for each in ids if each in entries}
        for path, article_id in self._files.holders(known.keys()):
            known[article_id].add(path)
        return {article_id: frozenset(paths) for article_id, paths in known.items()}

    def pages_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the pages of editions that have an id of their own."""
        self._open()
        return self._files.pages_of(ids)

    def release(self, path: str, ids: Iterable[str]) -> None:
        """Note that the file no longer holds these."""
        with self._lock:
            self._open()
            self._files.release(path, ids)

    def forget_files(self, paths: Iterable[str]) -> None:
        """Drop the notes on files."""
        with self._lock:
            self._open()
            self._files.forget(frozenset(paths))

    def mark(self, article_id: str, *, starred: bool | None = None, read: bool | None = None) -> Article | None:
        """Note a reader's star, and whether they have read it."""
        with self._lock:
            entries = dict(self._open())
            moments = self._moments
            page = self._files.page(entries, self._files.page_of(article_id))
            for each in page.editions:
                if page.is_crowded and each.id != article_id:
                    continue
                marked = replace(each, marks=each.marks.set(starred=starred, read=read))
                entries[each.id] = entries[each.id]._replace(stored=marked, article=self._corrections.apply(marked))
            self._take(entries)
            self._moments = moments
            return self.get(article_id)

    def note_run(self, run: Run) -> None:
        """Remember what a run did."""
        with self._lock:
            self._open()
            self._runs = (run, *self._runs)[:RUNS]

    def runs(self) -> tuple[Run, ...]:
        """Return what the last runs did."""
        self._open()
        return self._runs

    # Keeping

    def refresh(self) -> bool:
        """Return False: nobody else stores here."""
        self._open()
        return False

    def stats(self) -> StoreStats:
        """Return what the store holds."""
        articles = self._articles()
        dates = [date for article in articles if (date := article.summary.date)]
        sources = Counter(article.source for article in articles if article.source)
        return StoreStats(
            len(articles),
            len(self._files.seen),
            sum(len(article.images) for article in articles),
            len(self._names()),
            sum(len(article.mentions) for article in articles),
            tuple(sorted(sources.items(), key=lambda entry: (-entry[1], entry[0]))[:_SOURCES]),
            min(dates, default=None),
            max(dates, default=None),
        )

    def check(self, *, thorough: bool = True) -> tuple[Finding, ...]:  # noqa: ARG002
        """Return (): there is nothing that could disagree."""
        self._open()
        return ()

    def repair(self) -> tuple[Finding, ...]:
        """Return ()."""
        return self.check()

    def interrupt(self) -> None:
        """Stop the running query."""
        self._interrupts.stop(_nothing)

    def close(self) -> None:
        """Drop everything."""
        self._closed = True
        self._entries = {}
        self._files = Files()

    def _open(self) -> dict[str, Entry]:
        if self._closed:
            raise StoreError("the store in memory was closed; make another")
        return self._entries

    def _articles(self) -> list[Article]:
        return [entry.article for entry in self._open().values()]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


def _nothing() -> None:
    """Stand for an engine that would have to be stopped."""
