"""Finding: what is asked of records, index and headlines together, and the page of hits made of their answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from docs_store.answers import SearchPage
from docs_store.corrections.rules import Corrections
from docs_store.errors import StoreError
from docs_store.interrupts import Interrupts
from docs_store.local.feedback import ANSWERS, SENTENCE
from docs_store.local.headlines import CANDIDATES, COUNTED, Headlines
from docs_store.local.index_reader import IndexReader
from docs_store.local.ranking import Scored
from docs_store.local.records import Records
from docs_store.local.sieve import sieve
from docs_store.local.spelled import Spelled
from docs_store.local.twins_last import LOOKED_THROUGH, twins_last, with_twins
from docs_store.local.values import Values
from docs_store.model import Article, ArticleSummary, EntityMention, SearchHit, Span
from docs_store.query.doubting import DOUBT, doubted
from docs_store.query.headlines import HeadlineQuery, headline_queries
from docs_store.query.matching import Answer, Kind
from docs_store.query.mentioned import Keys, asked_for, naming_passage, with_mentions
from docs_store.query.model import Clause, Query
from docs_store.query.parsing import parse
from docs_store.query.passages import Wanted, best_passage, locate, spans
from docs_store.words import Analyse

_TAIL: Final = 20
"""Candidates at the end of a scan that tell whether it went far enough."""

_SNIPPET_READ: Final = 200_000
"""Code points of an article that are looked through for its snippet: the hits of most are near the beginning."""

_AS_TYPED: Final = 150
"""How many are looked at closely of more headlines than `CANDIDATES` that hold the words as typed."""

_FILTERED_CANDIDATES: Final = 20_000
"""Answers among which those that fulfil a filter are looked for: about 30 ms of work."""

_ARRIVED: Final = 10_000
"""Articles written last that are looked through for what is new to a query: some 10 ms."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Finder:
    """Answers queries. `open_index` returns what reads the index, up to the last batch stored."""

    def __init__(
        self,
        folder: Path,
        records: Records,
        spelled: Spelled,
        interrupts: Interrupts,
        open_index: Callable[[], IndexReader],
        corrections: Callable[[], Corrections],
    ) -> None:
        self.headlines = Headlines(folder, records, interrupts)
        self.values = Values(records, spelled, interrupts, open_index)
        self._named = spelled.numbers_meant
        self._keys = spelled.keys_meant
        self._records = records
        self._interrupts = interrupts
        self._open_index = open_index
        self._corrections = corrections

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline."""
        query = parse(text)
        ways, filters = headline_queries(query)
        with self._interrupts.query():
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
        scan = self.headlines.scan_loosely if loosely else self.headlines.scan
        scans = [scan(way.asked, candidates) for way in ways]
        rows = list(dict.fromkeys(row for scan in scans for row in scan.rows))
        if filters:
            allowed = self._open_index().fulfilling(filters, rows, self._named)
            rows = [row for row in rows if row in allowed][: max(CANDIDATES, limit)]
        elif all(scan.literal > candidates for scan in scans):
            rows = rows[: max(_AS_TYPED, limit)]
        self._interrupts.check()
        summaries = self._records.summaries(rows)
        answers = {row: _best_answer(ways, summary.title) for row, summary in summaries.items()}
        self._interrupts.check()
        kind = min((found.kind for found in answers.values() if found), default=Kind.GOOD)
        if kind is not Kind.GOOD and not loosely:
            return SearchPage()  # the second scan finds these too, and what it finds is better
        good = [(row, found) for row, found in answers.items() if found and found.kind is kind]
        slips = self._doubted(ways, dict(good))
        good = [(row, replace(found, score=found.score * DOUBT) if row in slips else found) for row, found in good]
        good.sort(
            key=lambda pair: (pair[0] in slips, -pair[1].score, -summaries[pair[0]].sort_time, summaries[pair[0]].id)
        )
        hits = self._naming(
            filters, {row: SearchHit(summaries[row], found.score, found.marks) for row, found in good[:limit]}
        )
        # The scan gives what stands together before what is scattered: once its last candidates are worse than what is
        # shown, nothing was missed.
        last = [answers.get(row) for row in rows[-_TAIL:]]
        more = any(scan.possible > candidates for scan in scans)
        missed = more and any(found and found.kind is kind for found in last)
        literal = max(scan.literal for scan in scans)
        plain_words = len(ways) == 1 and not filters and not ways[0].terms
        if plain_words and literal > candidates:
            return SearchPage(hits, max(literal, len(good)), literal >= COUNTED)
        return SearchPage(hits, len(good), missed, doubted=len(slips))

    def _doubted(self, ways: Sequence[HeadlineQuery], answers: Mapping[int, Answer]) -> frozenset[int]:
        """Return the rows of headlines that have a word only mistyped, though texts have it."""
        if not any(found.mistyped for found in answers.values()):
            return frozenset()
        try:
            index = self._open_index()
            together = cache(lambda: any(index.holds_together(way.asked.words) for way in ways))
            return doubted(answers, index.count_of, index.analyse.stem, together)
        except StoreError:  # headlines are found without the index
            return frozenset()

    def _filtered(self, query: Query, limit: int) -> SearchPage:
        """Return the newest articles that fulfil a query without words for headlines."""
        found = self._open_index().search(query, limit, self._records.recency, self._named)
        summaries = self._records.summaries(hit.row for hit in found.hits)
        hits = {hit.row: SearchHit(summaries[hit.row], hit.score) for hit in found.hits if hit.row in summaries}
        return SearchPage(self._naming(query.filters, hits), found.total, notes=query.notes)

    def _naming(self, filters: Sequence[Clause], hits: Mapping[int, SearchHit]) -> tuple[SearchHit, ...]:
        """Return the hits, by row, with the passages that name whom the filters ask for."""
        asked = asked_for(filters, self._keys)
        if not asked:  # as nearly every key
            return tuple(hits.values())
        articles = self._articles(hits)
        found = []
        for row, hit in hits.items():
            self._interrupts.check()
            snippet, marks = naming_passage(articles[row], asked) if row in articles else ("", ())
            found.append(replace(hit, snippet=snippet, snippet_marks=marks))
        return tuple(found)

    def _articles(self, rows: Iterable[int]) -> dict[int, Article]:
        """Return the articles of `rows` as people have corrected them."""
        said = self._corrections()
        return {row: said.apply(article) for row, article in self._records.articles(rows).items()}

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        query = parse(text)
        with self._interrupts.query():
            records = self._records
            if not query:
                return self._newest(limit, query.notes)
            index = self._open_index()
            wanted = index.needles(query)
            doubtful = with_twins(wanted, self.headlines) if len(wanted) < SENTENCE else ()
            looked_at = max(limit, LOOKED_THROUGH) if doubtful else max(limit, ANSWERS)
            found = index.search(query, looked_at, self._records.recency, self._named)
            self._interrupts.check()
            total = found.total
            if doubtful:
                articles = records.articles(hit.row for hit in found.hits)
                hits_in_order = twins_last(doubtful, found.hits, articles, index.analyse, self._interrupts.check)
                found = found._replace(hits=hits_in_order)
            if len(wanted) >= SENTENCE:
                known = records.articles(hit.row for hit in found.hits[:ANSWERS])
                answers = [(known[hit.row], hit.score) for hit in found.hits[:ANSWERS] if hit.row in known]
                found = index.search_again(query, answers, limit, self._records.recency, self._named)
                self._interrupts.check()
            hits = self._hits(query, wanted, found.hits[:limit], index)
            notes = (*query.notes, *index.spelling_notes(wanted, total), *self._late())
            return SearchPage(hits, total, notes=notes)

    def arrived(self, text: str, since: int, *, limit: int) -> SearchPage:
        """Find what was written after the change `since` and has all that `text` asks for, newest first."""
        query = parse(text)
        with self._interrupts.query():
            rows = self._records.written_since(since, _ARRIVED + 1)
            if not rows:
                return SearchPage()
            index = self._open_index()
            looked_at = rows[:_ARRIVED]
            found = index.holding_all(query, looked_at, max(1, limit), self._records.recency, self._named)
            hits = self._hits(query, index.needles(query), found.hits[:limit], index)
            return SearchPage(hits, found.total, truncated=len(rows) > _ARRIVED, notes=query.notes)

    def _hits(
        self, query: Query, wanted: Sequence[Wanted], best: Sequence[Scored], index: IndexReader
    ) -> tuple[SearchHit, ...]:
        summaries = self._records.summaries(hit.row for hit in best)
        asked = asked_for(query.filters, self._keys)
        rows = [hit.row for hit in best]
        articles = self._articles(rows) if asked else self._records.articles(rows)  # corrections change no text
        analyse = sieve(wanted, index.analyse)
        hits = []
        for hit in best:
            self._interrupts.check()
            if hit.row in summaries:
                article = articles.get(hit.row)
                hits.append(_hit(wanted, asked, summaries[hit.row], article, hit.score, analyse, index.unknown))
        return tuple(hits)

    def _late(self) -> tuple[str, ...]:
        """Say what the index does not find yet: somebody is storing, or was when the disk was full."""
        waiting = self._records.waiting()
        return (f"not searched yet, as stored last: {waiting:,} article{'s' * (waiting != 1)}",) if waiting else ()

    def _newest(self, limit: int, notes: tuple[str, ...]) -> SearchPage:
        newest = self._records.newest(limit)
        return SearchPage(tuple(SearchHit(summary, 0.0) for summary in newest), self._records.count(), notes=notes)

    def locate(
        self, text: str, passages: Sequence[str], mentions: Sequence[EntityMention] = ()
    ) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        with self._interrupts.query():
            index = self._open_index()
            query = parse(text)
            wanted = index.needles(query)
            sound = [_SURROGATE.sub("\ufffd", passage) for passage in passages]  # the engine takes no others
            hits = locate(wanted, sound, sieve(wanted, index.analyse))
            hits = with_mentions(hits, sound, mentions, asked_for(query.filters, self._keys))
            self._interrupts.check()
            return tuple(spans(found) for found in hits)


def _hit(
    wanted: Sequence[Wanted],
    asked: Sequence[Keys],
    summary: ArticleSummary,
    article: Article | None,
    score: float,
    analyse: Analyse,
    unknown: Callable[[Wanted], bool],
) -> SearchHit:
    texts: list[str] = []
    room = _SNIPPET_READ
    for block in article.blocks if article else ():
        if room <= 0:
            break
        texts.append(block.text[:room])
        room -= len(block.text)
    title, *blocks = locate(wanted, [summary.title, *texts], analyse, forgive=unknown)
    hits = with_mentions(blocks, texts, article.mentions if article else (), asked)
    snippet, marks = best_passage(texts, hits)
    return SearchHit(summary, score, spans(title), snippet, marks)


def _best_answer(ways: Sequence[HeadlineQuery], title: str) -> Answer | None:
    found = [answered for way in ways if (answered := way.answer(title))]
    return max(found, key=lambda each: (-each.kind, each.score)) if found else None
