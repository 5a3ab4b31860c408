"""Finding: what is asked of records, index and headlines together, and the page of hits made of their answers."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from docs_store.answers import Completion, Facets, SearchPage
from docs_store.completing import ENTITY_KINDS, unfinished
from docs_store.doubting import DOUBT, doubted
from docs_store.entities.calling import means_namesakes
from docs_store.entities.listing import first_entities, ranked
from docs_store.errors import StoreError
from docs_store.headline_query import HeadlineQuery, headline_queries
from docs_store.interrupts import Interrupts
from docs_store.local.feedback import ANSWERS, SENTENCE
from docs_store.local.fields import first_of
from docs_store.local.headlines import CANDIDATES, COUNTED, Headlines
from docs_store.local.index import Index, Scored
from docs_store.local.records import Records
from docs_store.local.sieve import sieve
from docs_store.local.spelled import Spelled
from docs_store.matching import Answer, Kind
from docs_store.model import Article, ArticleSummary, EntityCount, EntityKind, SearchHit, Span
from docs_store.needles import in_two
from docs_store.passages import Wanted, best_passage, locate, spans
from docs_store.query import Clause, Field, Query, parse
from docs_store.store import Kinds
from docs_store.text import fold, one_line
from docs_store.twins import has_twins, is_twin, twins

_TAIL: Final = 20
"""Candidates at the end of a scan that tell whether it went far enough."""

_SNIPPET_READ: Final = 200_000
"""Code points of an article that are looked through for its snippet: the hits of most are near the beginning."""

_AS_TYPED: Final = 150
"""How many are looked at closely of more headlines than `CANDIDATES` that hold the words as typed."""

_FILTERED_CANDIDATES: Final = 20_000
"""Answers among which those that fulfil a filter are looked for: about 30 ms of work."""

_ENTITIES_MEANT: Final = 1_000
"""Entities that one name in a query may stand for, the most frequent ones."""

_OFTEN: Final = 2
_OF_KINDS: Final = 12
"""Times as many names as entities are counted, for an entity may have several; more where only some kinds are asked."""

_LANGUAGES: Final = 200
"""Languages offered: more than are written in newspapers."""

_FEW: Final = 5
_FEW_BESIDE: Final = 10
"""Articles found up to which a word may be mistyped though some have it, and how many times as many have the right one.
"""

_LOOKED_THROUGH: Final = 200
"""Best answers among which those are told that only have a word of the same stem: some 30 ms, where there are any."""

_ARRIVED: Final = 10_000
"""Articles written last that are looked through for what is new to a query: some 10 ms."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Finder:
    """Answers queries. `open_index` returns the index, up to the last batch stored."""

    def __init__(
        self, folder: Path, records: Records, spelled: Spelled, interrupts: Interrupts, open_index: Callable[[], Index]
    ) -> None:
        self.headlines = Headlines(folder, records, interrupts)
        self._spelled = spelled
        self._records = records
        self._interrupts = interrupts
        self._open_index = open_index

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
            allowed = self._open_index().fulfilling(filters, rows, self._entity_numbers)
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
        return SearchPage(hits, len(good), missed, doubted=len(slips))

    def _doubted(self, ways: Sequence[HeadlineQuery], answers: Mapping[int, Answer]) -> frozenset[int]:
        """Return the rows of headlines that have a word only mistyped, though texts have it."""
        if not any(found.mistyped for found in answers.values()):
            return frozenset()
        try:
            index = self._open_index()
            together = cache(lambda: any(index.holds_together(way.asked.words) for way in ways))
            return doubted(answers, index.count_of, index.stem, together)
        except StoreError:  # headlines are found without the index
            return frozenset()

    def _filtered(self, query: Query, limit: int) -> SearchPage:
        """Return the newest articles that fulfil a query without words for headlines."""
        found = self._open_index().search(query, limit, self._records.recency, self._entity_numbers)
        summaries = self._records.summaries(hit.row for hit in found.hits)
        hits = tuple(SearchHit(summaries[hit.row], hit.score) for hit in found.hits if hit.row in summaries)
        return SearchPage(hits, found.total, notes=query.notes)

    def _entity_numbers(self, name: str, kind: EntityKind | None, whole: bool) -> list[int]:
        """Return the numbers of those called so and of their namesakes, else of those whose name has the words."""
        if meant := self._spelled.called(name, kind).meant:
            numbers = dict.fromkeys(each.number for entity in meant for each in entity.names)
            if means_namesakes(name, kind, whole=whole):
                people = self._records.entities_with(name, EntityKind.PERSON, _ENTITIES_MEANT, whole=True)
                numbers |= dict.fromkeys(number for number, _ in people)
            return list(numbers)
        named = self._records.entities_with(name, kind, _ENTITIES_MEANT, whole=True)
        if not (named or whole):
            named = self._records.entities_with(name, kind, _ENTITIES_MEANT, whole=False)
        return [number for number, _ in named]

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first."""
        query = parse(text)
        with self._interrupts.query():
            records = self._records
            if not query:
                return self._newest(limit, query.notes)
            index = self._open_index()
            wanted = index.needles(query)
            doubtful = self._with_twins(wanted) if len(wanted) < SENTENCE else ()
            looked_at = max(limit, _LOOKED_THROUGH) if doubtful else max(limit, ANSWERS)
            found = index.search(query, looked_at, self._records.recency, self._entity_numbers)
            self._interrupts.check()
            total = found.total
            if doubtful:
                found = found._replace(hits=self._twins_last(doubtful, found.hits))
            if len(wanted) >= SENTENCE:
                known = records.articles(hit.row for hit in found.hits[:ANSWERS])
                answers = [(known[hit.row], hit.score) for hit in found.hits[:ANSWERS] if hit.row in known]
                found = index.search_again(query, answers, limit, self._records.recency, self._entity_numbers)
                self._interrupts.check()
            hits = self._hits(wanted, found.hits[:limit])
            notes = (*query.notes, *self._spelled_otherwise(wanted, total), *self._late())
            return SearchPage(hits, total, notes=notes)

    def _with_twins(self, wanted: Sequence[Wanted]) -> Sequence[Wanted]:
        """Return the words whose stem another word has too: "ferry", where headlines have "Ferris"."""
        single = [asked for asked in wanted if len(asked.needle) == 1 and has_twins(asked.typed, asked.needle[0])]
        return [asked for asked in single if self.headlines.have_any(twins(asked.typed, asked.needle[0]))]

    def _twins_last(self, doubtful: Sequence[Wanted], hits: Sequence[Scored]) -> tuple[Scored, ...]:
        """Put the articles that have a word only as its twin behind the others."""
        articles = self._records.articles(hit.row for hit in hits)
        tokens = sieve(doubtful, self._open_index().analyse)
        good, others = list[Scored](), list[Scored]()
        for hit in hits:
            self._interrupts.check()
            article = articles.get(hit.row)
            texts = [article.title, *(block.text for block in article.blocks)] if article else []
            held = {(token.term, fold(text[token.start : token.end])) for text in texts for token in tokens(text)}
            have = [
                [is_twin(asked.typed, word, term) for term, word in held if (term,) == asked.needle]
                for asked in doubtful
            ]
            (others if any(each and all(each) for each in have) else good).append(hit)
        least = good[-1].score if good else math.inf
        return (*good, *(hit._replace(score=min(least, hit.score * DOUBT)) for hit in others))

    def arrived(self, text: str, since: int, *, limit: int) -> SearchPage:
        """Find what was written after the change `since` and has all that `text` asks for, newest first."""
        query = parse(text)
        with self._interrupts.query():
            rows = self._records.written_since(since, _ARRIVED + 1)
            if not rows:
                return SearchPage()
            index = self._open_index()
            looked_at = rows[:_ARRIVED]
            found = index.holding_all(query, looked_at, max(1, limit), self._records.recency, self._entity_numbers)
            hits = self._hits(index.needles(query), found.hits[:limit])
            return SearchPage(hits, found.total, truncated=len(rows) > _ARRIVED, notes=query.notes)

    def _hits(self, wanted: Sequence[Wanted], best: Sequence[Scored]) -> tuple[SearchHit, ...]:
        summaries = self._records.summaries(hit.row for hit in best)
        articles = self._records.articles(hit.row for hit in best)
        hits = []
        for hit in best:
            self._interrupts.check()
            if hit.row in summaries:
                hits.append(self._hit(wanted, summaries[hit.row], articles.get(hit.row), hit))
        return tuple(hits)

    def _spelled_otherwise(self, wanted: Sequence[Wanted], total: int) -> Iterator[str]:
        """Say which words were looked for otherwise than typed, and, where little was found, which might be meant."""
        index = self._open_index()
        for asked in wanted:
            spellings = [*_in_two(asked, index)]
            if (len(asked.needle) > 1 and not spellings) or not (asked.also or total <= _FEW):
                continue
            spellings += index.meant(asked.typed)
            meant = next((word for word in spellings if tuple(map(index.stem, word.split())) == asked.needle), "")
            if meant:
                yield f"no text has “{asked.typed}” with the other words: looked for {meant} too"
            elif spellings and asked.also and index.unknown(asked):
                yield f"no text has “{asked.typed}”: looked for {' or '.join(spellings)}"
            elif spellings and total <= _FEW:
                many = index.count_of(spellings[0])
                if many > _FEW_BESIDE * max(total, index.count_of(asked.typed)):  # what narrows makes no slip
                    yield f"did you mean {spellings[0]}? {many:,} texts have that"

    def _late(self) -> tuple[str, ...]:
        """Say what the index does not find yet: somebody is storing, or was when the disk was full."""
        waiting = self._records.waiting()
        return (f"not searched yet, as stored last: {waiting:,} article{'s' * (waiting != 1)}",) if waiting else ()

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds by source, language, tag, entity of some kinds, and month."""
        with self._interrupts.query():
            names = limit * (_OFTEN if kinds is None else _OF_KINDS)
            counted = self._open_index().count_by(parse(text), self._entity_numbers, limit, names)
            return Facets(
                counted.total,
                _one_line_values(counted.sources),
                _one_line_values(counted.languages),
                _one_line_values(counted.tags),
                self._named(parse(text), counted.entities, limit, kinds),
                tuple((first_of(month), count) for month, count in counted.months),
            )

    def _named(
        self, query: Query, counted: Sequence[tuple[int, int]], limit: int, kinds: Kinds
    ) -> tuple[EntityCount, ...]:
        """Return the entities of some kinds that what is found names, each once, given how often it has each name."""
        counts = dict(counted)
        names = self._records.entities(counts)
        listed = [names[each] for each in counts if each in names and (kinds is None or names[each].kind in kinds)]
        entities = first_entities(listed, self._spelled.entities, limit)
        groups = [[each.number for each in entity.names] for entity in entities]
        several = [group for group in groups if len(group) > 1]
        united = self._open_index().count_naming(query, self._entity_numbers, several) if several else []
        counts |= {group[0]: count for group, count in zip(several, united, strict=True)}
        return ranked(
            replace(entity.shown, articles=counts[group[0]])
            for entity, group in zip(entities, groups, strict=True)
            if group[0] in counts
        )

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of `text` can go on."""
        begun = unfinished(text)
        if begun.field is None:
            return begun.names()
        with self._interrupts.query():
            called = self._called(begun.field, begun.value)
            return begun.completions(self._values(begun.field, begun.value, limit), limit, called)

    def _called(self, field: Field, typed: str) -> list[tuple[str, int]]:
        if field not in ENTITY_KINDS:
            return []
        shown = (entity.shown for entity in self._spelled.called(typed, ENTITY_KINDS[field]).meant)
        return [(each.name, each.articles) for each in shown]

    def _values(self, field: Field, typed: str, limit: int) -> list[tuple[str, int]]:
        match field:
            case Field.AUTHOR | Field.SOURCE | Field.TAG:
                return self._open_index().values(str(field), typed, limit)
            case Field.LANG:
                return self._open_index().languages(_LANGUAGES)
            case Field.ENTITY | Field.PERSON | Field.PLACE | Field.ORG:
                kind = ENTITY_KINDS[field]
                if not typed.strip():
                    found = self._spelled.top(limit, {kind} if kind else None)
                else:
                    named = self._records.entities_with(typed, kind, 2 * limit, whole=False)
                    found = self._spelled.united([entity for _, entity in named], limit)
                return [(entity.name, entity.articles) for entity in found]
            case _:
                return []

    def _newest(self, limit: int, notes: tuple[str, ...]) -> SearchPage:
        newest = self._records.newest(limit)
        return SearchPage(tuple(SearchHit(summary, 0.0) for summary in newest), self._records.count(), notes=notes)

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
        title, *blocks = locate(wanted, [summary.title, *texts], sieve(wanted, index.analyse), forgive=index.unknown)
        snippet, marks = best_passage(texts, blocks)
        return SearchHit(summary, hit.score, spans(title), snippet, marks)

    def locate(self, text: str, passages: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each passage that the query matched."""
        with self._interrupts.query():
            index = self._open_index()
            wanted = index.needles(parse(text))
            sound = [_SURROGATE.sub("\ufffd", passage) for passage in passages]  # the engine takes no others
            hits = locate(wanted, sound, sieve(wanted, index.analyse))
            self._interrupts.check()
            return tuple(spans(found) for found in hits)


def _best_answer(ways: Sequence[HeadlineQuery], title: str) -> Answer | None:
    found = [answered for way in ways if (answered := way.answer(title))]
    return max(found, key=lambda each: (-each.kind, each.score)) if found else None


def _in_two(asked: Wanted, index: Index) -> list[str]:
    """Return the two words that one is looked for as, as it has them."""
    looked_for = (asked.needle, *asked.also)
    return [" ".join(way) for way in in_two(asked.typed) if tuple(map(index.stem, way)) in looked_for]


def _one_line_values(values: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((one_line(value), count) for value, count in values)
