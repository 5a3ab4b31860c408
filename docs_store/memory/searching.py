"""Searching a store in memory: every article is looked at, which is what the engines' answers are measured by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Final

from docs_store.answers import Completion, Facets, SearchPage
from docs_store.interrupts import Interrupts
from docs_store.memory.entries import Entry, analyse, idf, page_of, passages, stem
from docs_store.memory.filtering import Filter
from docs_store.memory.names import Names
from docs_store.memory.terms import EntryTerms
from docs_store.model import Article, ArticleSummary, EntityMention, SearchHit, Span
from docs_store.query.completing import ENTITY_KINDS, unfinished
from docs_store.query.doubting import DOUBT, doubted
from docs_store.query.headlines import HeadlineQuery, headline_queries
from docs_store.query.matching import Answer, Kind
from docs_store.query.mentioned import Keys, asked_for, naming_passage, with_mentions
from docs_store.query.model import Clause, Field, Query
from docs_store.query.needles import ALL_WORDS, ENOUGH, expects_all
from docs_store.query.parsing import parse
from docs_store.query.passages import Hit, Wanted, best_passage, locate, spans
from docs_store.query.rewriting import Rewriting
from docs_store.query.slips import Slips
from docs_store.query.spelling_notes import spelling_notes
from docs_store.store import Kinds
from docs_store.words import words

_K1: Final = 1.2
_B: Final = 0.75
"""BM25's usual constants (Robertson and Zaragoza, 2009)."""


class Searching:
    """Answers queries about articles as they are at one moment; see `docs_store.store.Store` for what is promised."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        names: Names,
        summary: Callable[[Article], ArticleSummary],
        interrupts: Interrupts,
    ) -> None:
        self._entries = entries
        self._articles = [entry.article for entry in entries.values()]
        self._names = names
        self._summary = summary
        self._interrupts = interrupts

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline."""
        query = parse(text)
        ways, filters = headline_queries(query)
        with self._interrupts.query():
            page = self._find(ways, filters, limit) if ways else self._listed(query, limit)
            return replace(page, hits=self._naming(query, page.hits), notes=query.notes)

    def _find(self, ways: Sequence[HeadlineQuery], filters: Sequence[Clause], limit: int) -> SearchPage:
        answers: dict[str, Answer] = {}
        for article in self._articles:
            self._interrupts.check()
            found = [answer for way in ways if (answer := way.answer(article.title))]
            if found and self._filter.fulfils(article, filters):
                answers[article.id] = max(found, key=lambda each: (-each.kind, each.score))
        best = min((found.kind for found in answers.values()), default=Kind.GOOD)
        good = {article_id: found for article_id, found in answers.items() if found.kind is best}
        slips = doubted(good, self._terms.of_word, stem, lambda: any(self._together(way.asked.words) for way in ways))
        entries = self._entries
        hits = (
            SearchHit(
                self._summary(entries[article_id].article),
                found.score * (DOUBT if article_id in slips else 1),
                found.marks,
            )
            for article_id, found in good.items()
        )
        return replace(page_of(hits, limit), doubted=len(slips))

    def _together(self, typed: Sequence[str]) -> bool:
        """Whether an article holds all words."""
        terms = {token.term for word in typed for token in analyse(word)}
        return any(terms <= entry.terms.keys() for entry in self._entries.values())

    def _listed(self, query: Query, limit: int) -> SearchPage:
        """Return the newest articles that fulfil a query."""
        found = (article for article in self._articles if self._filter.fulfils(article, query.clauses))
        return page_of((SearchHit(self._summary(article), 0.0) for article in found), limit)

    def _naming(self, query: Query, hits: tuple[SearchHit, ...]) -> tuple[SearchHit, ...]:
        """Return the hits with the passages that name whom the query asks for."""
        asked = asked_for(query.filters, self._names.meant)
        if not asked:
            return hits
        passages = (naming_passage(self._entries[hit.article.id].article, asked) for hit in hits)
        return tuple(
            replace(hit, snippet=snippet, snippet_marks=marks)
            for hit, (snippet, marks) in zip(hits, passages, strict=True)
        )

    @cached_property
    def _terms(self) -> EntryTerms:
        return EntryTerms(self._entries.values())

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._terms.spellings, self._terms.of_word, stem)

    @cached_property
    def _rewriting(self) -> Rewriting:
        return Rewriting(self._terms, analyse, self._slips.meant)

    @cached_property
    def _filter(self) -> Filter:
        return Filter(self._rewriting.needles, self._unknown, self._names.meant)

    def _unknown(self, wanted: Wanted) -> bool:
        """Whether no article holds the word, nor what it may be meant for, so that what is like it is looked for."""
        return self._terms.unknown(wanted.needle) and not wanted.also

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        query = parse(text)
        with self._interrupts.query():
            wanted = self._rewriting.needles(query)
            page = self._search(query, wanted, limit) if wanted else self._listed(query, limit)
            page = page if wanted else replace(page, hits=self._naming(query, page.hits))
            notes = (*query.notes, *spelling_notes(wanted, page.total, self._slips, self._terms))
        return replace(page, notes=notes)

    def _search(self, query: Query, wanted: Sequence[Wanted], limit: int) -> SearchPage:
        entries = self._entries
        expected = len(self._rewriting.words(query))
        all_of_them = expected if expects_all(expected) else 0
        unknown = set(filter(self._unknown, wanted))
        begun = {needle[0] for asked in wanted for needle in (asked.needle, *asked.also)}
        found: dict[str, tuple[tuple[Hit, ...], ...]] = {}
        with_all = 0  # narrowed or not
        for article_id, entry in entries.items():
            self._interrupts.check()
            if unknown or not query.words or any(term in entry.terms for term in begun):
                hits = locate(wanted, passages(entry.article), analyse, forgive=unknown.__contains__)
                ranked = any(hits) or not query.words
                with_all += bool(all_of_them) and _needles_of(hits) >= all_of_them
                if ranked and self._filter.fulfils(entry.article, query.filters):
                    found[article_id] = hits
        average = sum(entry.terms.total() for entry in entries.values()) / max(1, len(entries))
        holding = Counter(needle for hits in found.values() for needle in {hit.needle for part in hits for hit in part})
        asked = asked_for(query.filters, self._names.meant)
        rows: list[SearchHit] = []
        for article_id, hits in found.items():
            _, article, terms = entries[article_id]
            length = terms.total() / average
            score = 0.0
            for needle, count in Counter(hit.needle for part in hits for hit in part).items():
                saturated = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length))
                score += idf(len(entries), holding[needle]) * saturated * wanted[needle].times
            if all_of_them and _needles_of(hits) >= all_of_them:
                score += ALL_WORDS
            rows.append(self._hit(article, hits, asked, round(score, 6)))
        whole = [row for row in rows if row.score >= ALL_WORDS]
        return page_of(whole if whole and with_all >= ENOUGH else rows, limit)

    def arrived(self, text: str, since: int, moments: Mapping[str, int], *, limit: int) -> SearchPage:
        """Find what came since, by the moments of all articles, and has all that `text` asks for."""
        query = parse(text)
        wanted, asked = self._rewriting.needles(query), asked_for(query.filters, self._names.meant)
        rows = []
        for article in self._articles:
            self._interrupts.check()
            if moments[article.id] <= since or not self._filter.fulfils(article, query.filters):
                continue
            hits = locate(wanted, passages(article), analyse, forgive=self._unknown)
            if _needles_of(hits) == len(wanted):
                rows.append(self._hit(article, hits, asked, 0.0))
        return page_of(rows, limit)

    def _hit(self, article: Article, hits: Sequence[Sequence[Hit]], asked: Sequence[Keys], score: float) -> SearchHit:
        title, *blocks = hits
        texts = [block.text for block in article.blocks]
        snippet, marks = best_passage(texts, with_mentions(blocks, texts, article.mentions, asked))
        return SearchHit(self._summary(article), score, spans(title), snippet, marks)

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds by source, language, tag, entity of some kinds, and month."""
        entries = self._entries
        found = [entries[hit.article.id].article for hit in self.search(text, limit=len(entries)).hits]
        months = Counter(date.replace(day=1) for article in found if (date := article.summary.date))
        return Facets(
            len(found),
            _most((article.source for article in found if article.source), limit),
            _most((article.language for article in found if article.language), limit),
            _most((tag for article in found for tag in dict.fromkeys(article.tags)), limit),
            self._names.named_by(found, limit, kinds),
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
            names = self._names.having(kind, partial(_begins, typed))
            called = [entity.shown for entity in self._names.called(begun.value, kind).meant]
            found, first = ([(each.name, each.articles) for each in some] for some in (names, called))
            return begun.completions(found, limit, first)
        values = Counter(
            value for article in self._articles for value in _values(article, begun.field) if _begins(typed, value)
        )
        return begun.completions(values.items(), limit)

    def locate(
        self, text: str, passages: Sequence[str], mentions: Sequence[EntityMention] = ()
    ) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        query = parse(text)
        found = locate(self._rewriting.needles(query), passages, analyse)
        found = with_mentions(found, passages, mentions, asked_for(query.filters, self._names.meant))
        return tuple(spans(hits) for hits in found)


def _needles_of(hits: Iterable[Iterable[Hit]]) -> int:
    return len({hit.needle for part in hits for hit in part})


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
