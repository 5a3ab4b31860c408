"""A store in memory: simple, correct, and shipped. Tests and small programs use it; nothing is kept when it closes."""

from __future__ import annotations

import math
import re
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Final, NamedTuple, Self

from docs_store.answers import Completion, Facets, Related, Relation, SearchPage
from docs_store.completing import ENTITY_KINDS, unfinished
from docs_store.corrections.model import Correction
from docs_store.corrections.rules import Corrections
from docs_store.door import clean_article
from docs_store.doubting import DOUBT, RARER, doubted
from docs_store.editions import EDITION, in_time, stories
from docs_store.errors import StoreError
from docs_store.filtering import fulfils
from docs_store.headline_query import HeadlineQuery, headline_queries
from docs_store.interrupts import Interrupts
from docs_store.ledger import FileSeen, Finding, Run, Stored, StoreStats
from docs_store.matching import Answer, Kind, mistyping
from docs_store.memory_names import Names, entity_keys
from docs_store.model import Article, ArticleSummary, EntityCount, EntityKind, SearchHit, Span
from docs_store.needles import ALL_WORDS, ENOUGH, completed, expects_all, needles
from docs_store.notes import linked_notes, meant
from docs_store.pages import MOST, Page, edition_id, joined, taken, without
from docs_store.passages import Hit, Token, Wanted, best_passage, locate, spans, words
from docs_store.query import Clause, Field, Query, parse, plain
from docs_store.relations import Common, are_few, are_few_for_headlines, is_telling, relation
from docs_store.store import RUNS, Kinds
from docs_store.text import fold

_K1: Final = 1.2
_B: Final = 0.75
"""BM25's usual constants (Robertson and Zaragoza, 2009)."""

_SOURCES: Final = 20
"""How many sources the statistics name."""

_SIMILAR_TERMS: Final = 25
"""Words of an article that ask for the like."""

_IES = re.compile(r"(?<=[a-z]{2})ies$")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|s)$")


class _Entry(NamedTuple):
    stored: Article
    article: Article
    """As corrected."""
    terms: Counter[str]


class MemoryStore:
    """See `docs_store.store.Store` for what each method promises."""

    def __init__(self) -> None:
        # Replaced whole at each change, so that a query of another thread goes on with what it began with.
        self._entries: dict[str, _Entry] = {}
        self._stories: dict[str, frozenset[str]] = {}
        self._files: dict[str, FileSeen] = {}
        self._held: frozenset[tuple[str, str]] = frozenset()  # (path, id) of files beside `Article.path`
        self._pages: dict[str, str] = {}  # the page of each edition that has an id of its own
        self._runs: tuple[Run, ...] = ()
        self._corrections = Corrections()
        self._names_of: tuple[dict[str, _Entry], Corrections, Names] | None = None
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
        newest = sorted(map(self._summary, self._articles()), key=_recency)
        return iter(newest if newest_first else newest[::-1])

    def count(self) -> int:
        """Return how many articles are stored."""
        return len(self._open())

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline."""
        query = parse(text)
        ways, filters = headline_queries(query)
        with self._interrupts.query():
            page = self._find(ways, filters, limit) if ways else self._listed(query, limit)
        return replace(page, notes=query.notes)

    def _find(self, ways: Sequence[HeadlineQuery], filters: Sequence[Clause], limit: int) -> SearchPage:
        answers: dict[str, Answer] = {}
        for article in self._articles():
            self._interrupts.check()
            found = [answer for way in ways if (answer := way.answer(article.title))]
            if found and fulfils(article, filters, _analyse, self._unknown, self._names().meant):
                answers[article.id] = max(found, key=lambda each: (-each.kind, each.score))
        best = min((found.kind for found in answers.values()), default=Kind.GOOD)
        good = {article_id: found for article_id, found in answers.items() if found.kind is best}
        slips = doubted(good, self._holding, _stem, lambda: any(self._together(way.asked.words) for way in ways))
        entries = self._open()
        hits = (
            SearchHit(
                self._summary(entries[article_id].article),
                found.score * (DOUBT if article_id in slips else 1),
                found.marks,
            )
            for article_id, found in good.items()
        )
        return replace(_page(hits, limit), doubted=len(slips))

    def _holding(self, word: str) -> int:
        """Return how many articles hold a word."""
        return sum(_stem(word) in entry.terms for entry in self._open().values())

    def _together(self, typed: Sequence[str]) -> bool:
        """Whether an article holds all words."""
        terms = {token.term for word in typed for token in _analyse(word)}
        return any(terms <= entry.terms.keys() for entry in self._open().values())

    def _listed(self, query: Query, limit: int) -> SearchPage:
        """Return the newest articles that fulfil a query."""
        holds = partial(fulfils, analyse=_analyse, forgive=self._unknown, meant=self._names().meant)
        found = (article for article in self._articles() if holds(article, query.clauses))
        return _page((SearchHit(self._summary(article), 0.0) for article in found), limit)

    def _unknown(self, wanted: Wanted) -> bool:
        """Whether no article holds the word, so that what is like it is looked for."""
        return len(wanted.needle) == 1 and not any(wanted.needle[0] in entry.terms for entry in self._open().values())

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        query = parse(text)
        wanted = self._wanted(query)
        with self._interrupts.query():
            page = self._search(query, wanted, limit) if wanted else self._listed(query, limit)
        return replace(page, notes=query.notes)

    def _wanted(self, query: Query) -> tuple[Wanted, ...]:
        """Return what a text must hold, for one slip of many what is like it."""
        wanted = needles(query, _analyse)
        if query.filters or not expects_all(len(wanted)):
            return wanted
        holding = Counter(term for entry in self._open().values() for term in entry.terms)

        def hold_all(asked: Sequence[Wanted]) -> bool:
            each = [{each.needle[0], *each.also} for each in asked]
            return any(all(terms & entry.terms.keys() for terms in each) for entry in self._open().values())

        def usual(asked: Wanted) -> list[str]:
            many = holding[asked.needle[0]]
            alike = (term for term in holding if many and holding[term] >= RARER * many)
            return sorted(
                term for term in alike if mistyping(asked.typed, term) and abs(len(term) - len(asked.typed)) < 2
            )

        return completed(wanted, hold_all, usual)

    def _search(self, query: Query, wanted: Sequence[Wanted], limit: int) -> SearchPage:
        entries = self._open()
        meant = self._names().meant
        expected = len(needles(plain(query.words), _analyse))
        all_of_them = expected if expects_all(expected) else 0
        vocabulary = {term for entry in entries.values() for term in entry.terms}
        unknown = {asked for asked in wanted if len(asked.needle) == 1 and asked.needle[0] not in vocabulary}
        begun = {term for asked in wanted for term in (asked.needle[0], *asked.also)}
        found: dict[str, tuple[tuple[Hit, ...], ...]] = {}
        with_all = 0  # narrowed or not
        for article_id, entry in entries.items():
            self._interrupts.check()
            if unknown or not query.words or any(term in entry.terms for term in begun):
                hits = locate(wanted, _passages(entry.article), _analyse, forgive=unknown.__contains__)
                ranked = any(hits) or not query.words
                with_all += bool(all_of_them) and _needles_of(hits) >= all_of_them
                if ranked and fulfils(entry.article, query.filters, _analyse, unknown.__contains__, meant):
                    found[article_id] = hits
        average = sum(entry.terms.total() for entry in entries.values()) / max(1, len(entries))
        holding = Counter(needle for hits in found.values() for needle in {hit.needle for part in hits for hit in part})
        rows: list[SearchHit] = []
        for article_id, hits in found.items():
            _, article, terms = entries[article_id]
            length = terms.total() / average
            score = 0.0
            for needle, count in Counter(hit.needle for part in hits for hit in part).items():
                saturated = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length))
                score += _idf(len(entries), holding[needle]) * saturated * wanted[needle].times
            if all_of_them and _needles_of(hits) >= all_of_them:
                score += ALL_WORDS
            title, *blocks = hits
            snippet, marks = best_passage([block.text for block in article.blocks], blocks)
            rows.append(SearchHit(self._summary(article), round(score, 6), spans(title), snippet, marks))
        whole = [row for row in rows if row.score >= ALL_WORDS]
        return _page(whole if whole and with_all >= ENOUGH else rows, limit)

    def moment(self) -> int:
        """Return a number that grows with each change."""
        return self._moment

    def arrived(self, text: str, since: int, *, limit: int) -> SearchPage:
        """Find what came since and has all that `text` asks for."""
        query = parse(text)
        wanted = self._wanted(query)
        holds = partial(fulfils, analyse=_analyse, forgive=self._unknown, meant=self._names().meant)
        rows = []
        for article in self._articles():
            self._interrupts.check()
            if self._moments[article.id] <= since or not holds(article, query.filters):
                continue
            hits = locate(wanted, _passages(article), _analyse, forgive=self._unknown)
            if _needles_of(hits) == len(wanted):
                title, *blocks = hits
                snippet, marks = best_passage([block.text for block in article.blocks], blocks)
                rows.append(SearchHit(self._summary(article), 0.0, spans(title), snippet, marks))
        return _page(rows, limit)

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds by source, language, tag, entity of some kinds, and month."""
        entries = self._open()
        found = [entries[hit.article.id].article for hit in self.search(text, limit=len(entries)).hits]
        months = Counter(date.replace(day=1) for article in found if (date := article.summary.date))
        return Facets(
            len(found),
            _most((article.source for article in found if article.source), limit),
            _most((article.language for article in found if article.language), limit),
            _most((tag for article in found for tag in dict.fromkeys(article.tags)), limit),
            self._names().named_by(found, limit, kinds),
            tuple(sorted(months.items())),
        )

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of `text` can go on."""
        begun = unfinished(text)
        if begun.field is None:
            return begun.names()
        typed = [token.term for token in words(begun.value)]
        if begun.field in ENTITY_KINDS:
            kind = ENTITY_KINDS[begun.field]
            names = self._names().having(kind, partial(_begins, typed))
            called = [entity.shown for entity in self._names().called(begun.value, kind).meant]
            found, first = ([(each.name, each.articles) for each in some] for some in (names, called))
            return begun.completions(found, limit, first)
        values = Counter(
            value for article in self._articles() for value in _values(article, begun.field) if _begins(typed, value)
        )
        return begun.completions(values.items(), limit)

    def locate(self, text: str, passages: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        self._open()
        found = locate(self._wanted(parse(text)), passages, _analyse)
        return tuple(spans(hits) for hits in found)

    def related(self, article_id: str, *, limit: int) -> tuple[Related, ...]:
        """Return what to read next: what is linked by URL or title, then what shares the rarest words."""
        entry = self._open().get(article_id)
        with self._interrupts.query():
            return self._related(entry)[:limit] if entry else ()

    def _related(self, entry: _Entry) -> tuple[Related, ...]:
        entries = self._open()
        article = entry.article
        found: dict[str, Related] = {}
        editions = [entries[other].article for other in self._stories.get(article.id, ()) if other != article.id]
        for other in sorted(editions, key=lambda each: _recency(each.summary)):
            found[other.id] = Related(
                self._summary(other), EDITION, 3.0 - len(found) / 1000, Relation.SAME_STORY, of_story=True
            )
        names = linked_notes(article)
        notes = meant(names, article.path, (each.article.path for each in entries.values())) if names else {}
        for link in article.links:
            note = notes.get(link.title) if not link.url else None
            for other in self._articles():
                same = (link.url and link.url == other.url) or fold(link.title) == fold(other.title)
                same = other.path == note if note else same
                if same and other.id != article.id and other.id not in found:
                    found[other.id] = Related(
                        self._summary(other), f"linked: {link.kind}", 2.0 - len(found) / 1000, Relation.LINKED
                    )
        holding = Counter(term for each in entries.values() for term in each.terms)
        weights = {
            term: count * _idf(len(entries), holding[term]) for term, count in entry.terms.items() if holding[term] > 1
        }
        telling = sorted(weights, key=lambda term: (-weights[term], term))[:_SIMILAR_TERMS]
        whole = sum(weights[term] for term in telling)
        authors = {fold(author) for author in article.authors}  # who wrote it is not what it is about
        named = {(m.name, m.kind): (fold(m.name), m.kind) for m in article.mentions if fold(m.name) not in authors}
        counts = {key: EntityCount(*each, self._names().articles_with(*each)) for each, key in named.items()}
        alike: list[Related] = []
        for _, other, terms in entries.values():
            self._interrupts.check()
            common = [term for term in telling if term in terms]
            if common and other.id != article.id and not (other.id in found and found[other.id].of_story):
                likeness = sum(weights[term] for term in common) / whole
                theirs = entity_keys(other)
                shared = [entity for key, entity in counts.items() if key in theirs]
                shared.sort(key=lambda entity: (entity.articles, entity.name))
                entities = shared if is_telling(shared, len(entries)) else []
                tags = [tag for tag in dict.fromkeys(article.tags) if tag in other.tags]
                few = [term for term in common if not term.isdigit() and are_few(holding[term], len(entries))]
                of_headline = any(
                    are_few_for_headlines(holding[token.term], len(entries))
                    for token in (*_analyse(article.title), *_analyse(other.title))
                    if token.term in common
                )
                in_common = Common(len(entries), likeness, entities, common, tags, len(few), of_headline)
                group, reason = relation(article.summary, other.summary, in_common)
                if other.id in found:
                    found[other.id] = replace(found[other.id], of_story=group.of_story, likeness=likeness)
                else:
                    alike.append(
                        Related(
                            self._summary(other), reason, likeness, group, of_story=group.of_story, likeness=likeness
                        )
                    )
        alike.sort(key=lambda row: (-row.score, *_recency(row.article)))
        return (*found.values(), *alike)

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

    def articles_naming(self, name: str, kind: EntityKind | None = None, *, limit: int) -> SearchPage:
        """Return the articles that name the entity, newest first."""
        folded = fold(name)
        return _page(
            (
                SearchHit(self._summary(article), 0.0)
                for article in self._articles()
                if any(other == folded and kind in (None, of_kind) for other, of_kind in entity_keys(article))
            ),
            limit,
        )

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
                before = self._page(entries, self._pages.get(article.id, article.id), article.path)
                result = taken(before, article, self._lost(before, missing))
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
            self._files = self._files | {file.path: file for file in noted}
            self._files |= {
                path: replace(file, mtime_ns=-1)
                for path in again
                if (file := self._files.get(path)) is not None and file.size >= 0
            }
        return Stored(added, changed, unchanged, outdone, editions, again)

    def _page(self, entries: Mapping[str, _Entry], page_id: str, path: str | None = None) -> Page:
        """Return a page; of a crowded one what concerns the file `path`, where there is one."""
        ids = [page_id, *sorted(each for each, page in self._pages.items() if page == page_id)]
        is_crowded = len(ids) >= MOST
        if is_crowded and path is not None:
            ids = [page_id, edition_id(page_id, path)]
        editions = [entries[each].stored for each in ids if each in entries]
        holders = {at: each for at, each in self._held if each in ids}
        return Page(page_id, tuple(editions), holders, is_crowded)

    def _lost(self, page: Page, missing: Collection[str]) -> list[str]:
        """Return the editions that their files hold no more."""
        gone = {path for path, note in self._files.items() if page.id in note.gone}
        return [each.id for each in page.editions if each.path in gone or each.path in missing]

    def _turn(self, entries: dict[str, _Entry], before: Page, after: Page) -> None:
        """Put what became of a page into `entries`."""
        old = {each.id: each for each in before.editions}
        new = {each.id: each for each in after.editions}
        for each in old.keys() - new.keys():
            del entries[each]
        for each, article in new.items():
            if old.get(each) != article:
                terms = Counter(token.term for passage in _passages(article) for token in _analyse(passage))
                entries[each] = _Entry(article, self._corrections.apply(article), terms)
        if len(old) > 1 or len(new) > 1:
            self._pages = {each: page for each, page in self._pages.items() if each not in old}
            self._pages |= {each: after.id for each in new if each != after.id}
        if before.holders != after.holders:
            self._held = frozenset(each for each in self._held if each[1] not in old).union(after.holders.items())

    def _take(self, entries: dict[str, _Entry]) -> None:
        pages = map(joined, (self._page(entries, each) for each in dict.fromkeys(self._pages.values())))
        self._stories = stories((entry.stored for entry in entries.values()), filter(None, pages))
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
            for page_id in {self._pages.get(each, each) for each in there}:
                page = self._page(entries, page_id)
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
            return self._correct(replace(self._corrections, steps=(*self._corrections.steps, correction)))

    def undo_correction(self) -> tuple[Correction, int] | None:
        """Take the last correction back."""
        with self._lock:
            if not self._corrections.steps:
                return None
            *rest, last = self._corrections.steps
            return last, self._correct(replace(self._corrections, steps=tuple(rest)))

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
        files = self._files
        return iter([files[path] for path in sorted(files)])

    def ids_of_file(self, path: str) -> frozenset[str]:
        """Return the ids of the articles read from `path`."""
        own = {article.id for article in self._articles() if article.path == path}
        return frozenset(own.union(held for at, held in self._held if at == path))

    def files_of(self, ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the files that articles were read from."""
        entries, held = self._open(), self._held
        known = {each: {entries[each].stored.path} - {""} for each in ids if each in entries}
        for path, article_id in held:
            if article_id in known:
                known[article_id].add(path)
        return {article_id: frozenset(paths) for article_id, paths in known.items()}

    def pages_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the pages of editions that have an id of their own."""
        self._open()
        return {each: page for each in ids if (page := self._pages.get(each))}

    def release(self, path: str, ids: Iterable[str]) -> None:
        """Note that the file no longer holds these."""
        with self._lock:
            self._open()
            self._held -= {(path, article_id) for article_id in ids}

    def forget_files(self, paths: Iterable[str]) -> None:
        """Drop the notes on files."""
        dropped = frozenset(paths)
        with self._lock:
            self._open()
            self._files = {path: file for path, file in self._files.items() if path not in dropped}
            self._held = frozenset(each for each in self._held if each[0] not in dropped)

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
            len(self._files),
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
        self._files = {}

    def _open(self) -> dict[str, _Entry]:
        if self._closed:
            raise StoreError("the store in memory was closed; make another")
        return self._entries

    def _articles(self) -> list[Article]:
        return [entry.article for entry in self._open().values()]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


def _analyse(text: str) -> list[Token]:
    """Return the words of `text`, without the commonest English endings: a stemmer's better half."""
    return [Token(_ENDING.sub("", _IES.sub("y", token.term)), token.start, token.end) for token in words(text)]


def _stem(word: str) -> str:
    return next((token.term for token in _analyse(word)), word)


def _passages(article: Article) -> list[str]:
    return [article.title, *(block.text for block in article.blocks)]


def _idf(articles: int, holding: int) -> float:
    return math.log(1 + (articles - holding + 0.5) / (holding + 0.5))


def _recency(summary: ArticleSummary) -> tuple[int, str]:
    return -summary.sort_time, summary.id


def _needles_of(hits: Iterable[Iterable[Hit]]) -> int:
    return len({hit.needle for part in hits for hit in part})


def _page(hits: Iterable[SearchHit], limit: int) -> SearchPage:
    ranked = sorted(hits, key=lambda hit: (-hit.score, *_recency(hit.article)))
    return SearchPage(tuple(ranked[:limit]), len(ranked))


def _most(values: Iterable[str], limit: int) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))[:limit])


def _values(article: Article, field: Field) -> Iterable[str]:
    """Return the values of a field that completion offers, each once."""
    match field:
        case Field.AUTHOR:
            return dict.fromkeys(article.authors)
        case Field.SOURCE:
            return filter(None, [article.source])
        case Field.TAG:
            return dict.fromkeys(article.tags)
        case Field.LANG:
            return filter(None, [article.language])
        case _:
            return ()


def _begins(typed: Sequence[str], value: str) -> bool:
    held = [token.term for token in words(value)]
    return all(any(word.startswith(begun) for word in held) for begun in typed)


def _nothing() -> None:
    """Stand for an engine that would have to be stopped."""
