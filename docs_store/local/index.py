"""The full-text index, in Tantivy: derived from the records, and rebuilt from them at any time."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Concatenate, Final, NamedTuple, ParamSpec, TypeAlias, TypeVar

import tantivy
from tantivy import Occur

from docs_store.local.asking import AllWords, Asking, EntityNumbers
from docs_store.local.change import Change
from docs_store.local.counting import Counted, count_by, count_naming
from docs_store.local.feedback import TERMS, WEIGHT, term_weights
from docs_store.local.fields import BEGIN, WORD_LIMIT, Analysis, document, schema, text_of
from docs_store.local.index_files import IndexFiles
from docs_store.local.likeness import Sought, asking_terms
from docs_store.local.rewriting import Rewriting, Spellings
from docs_store.local.slips import likeliest
from docs_store.local.term_queries import TermQueries, count_hits
from docs_store.model import Article, EntityKind
from docs_store.query.model import Clause, Field, Match, Query, Term
from docs_store.query.needles import ALL_WORDS, ENOUGH
from docs_store.query.passages import Wanted
from docs_store.words import UNSPACED

P = ParamSpec("P")
T = TypeVar("T")

Recency: TypeAlias = Callable[[Iterable[int]], Mapping[int, tuple[int, str]]]
"""Rows → what equals are ordered by, for each: its age and id; those that are gone are left out."""

_HEAP: Final = 64 * 2**20
"""Bytes of new documents held before they are written out; a batch fits."""

_SIMILAR_TAGS: Final = 20
_SIMILAR_TAG: Final = 2.0
"""Tags of an article that ask for the like, and how much each: as a word that stands e times in the text."""

_SIMILAR_TEXT: Final = 30_000
"""Code points of an article in which common words are looked for."""

_ALL_ROWS: Final = 100_000
"""Articles up to which those that fulfil a filter are simply listed (30 ms); of more, only candidates are asked for."""

TOGETHER: Final = 20.0
"""Added where the words stand within a few words: more than words alone ever score."""

_RARE: Final = 0.02
_COUNTED: Final = 1_000
"""Share of the articles, and number, up to which those that hold a term are counted one by one where it matters."""

_MOST_TIES: Final = 4_000
"""Hits of one score that are put in order; where there are more, which of them come first is the index's choice."""


class Scored(NamedTuple):
    """A document found: the article's row, and how well it matches."""

    row: int
    score: float


class Similar(NamedTuple):
    """Articles like another, best first, and the terms that were looked for."""

    hits: tuple[Scored, ...]
    terms: Mapping[str, Sought]


class Found(NamedTuple):
    """The best documents and how many match in all."""

    hits: tuple[Scored, ...]
    total: int


def _guarded(method: Callable[Concatenate[Index, P], T]) -> Callable[Concatenate[Index, P], T]:
    """Let a method raise `StoreDamaged` where the engine cannot read its files: it raises `ValueError`, or panics."""

    @wraps(method)
    def guarded(self: Index, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except ValueError as error:
            raise self._files.distrusted() from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # Rust's panics are no `Exception`, and have no other name
                raise
            raise self._files.distrusted() from error

    return guarded


class Index:
    """The index in one directory. Any thread may read; the caller lets only one write."""

    def __init__(self, path: Path, spellings: Spellings, *, writable: bool) -> None:
        """Open the index at `path`. Raises `StoreDamaged` where there is none, or it is not readable.

        `spellings` tells what a word that no article holds may be a misspelling of.
        """
        self._files = IndexFiles(path)
        self._schema = schema()
        self._writer: tantivy.IndexWriter | None = None
        self._lock = threading.Lock()
        self.analyse = Analysis()
        self._spellings = spellings
        self._meant: dict[str, Sequence[str]] = {}
        """What `meant` has answered, until there are more texts."""
        self._live_share: float | None = None
        """What `_live` is, until then too."""
        self._index, self._searcher = self._files.opened(self._schema, writable=writable)
        self._rewriting = self._made_rewriting()

    def reload(self) -> None:
        """See what has been committed since."""
        self._searcher = self._files.reloaded(self._index)
        self._live_share = None
        self._meant = {}
        self._rewriting = self._made_rewriting()  # who is asking goes on with that of what was there

    def count(self) -> int:
        """Return how many articles are indexed."""
        return self._searcher.num_docs

    def close(self) -> None:
        """Let go of the files, once merges that run have ended; what was not committed is dropped."""
        with self._lock:
            if self._writer is not None:
                self._writer.wait_merging_threads()
            self._writer = None
        self._files.close()

    # Writing

    def update(self, change: Change) -> None:
        """Put the articles written in place of what their rows held; drop those removed; commit and reload.

        Raises `StoreError` where the disk is full, `StoreDamaged` where the index cannot be written for another reason.
        """
        try:
            with self._lock:
                writer = self._writer or self._index.writer(_HEAP, 1)
                self._writer = writer
                for row in (*change.removed, *change.articles.keys() - change.added):
                    writer.delete_documents_by_term("row", row)
                for row, article in change.articles.items():
                    writer.add_document(document(row, article, change.mentions.get(row, ())))
                writer.commit()
                self._files.share()
            self.reload()
        except (ValueError, OSError) as error:
            with self._lock:
                self._writer = None
            raise self._files.unwritten(error) from error

    # Searching

    @_guarded
    def search(
        self,
        query: Query,
        limit: int,
        recency: Recency,
        entities: EntityNumbers,
    ) -> Found:
        """Return the `limit` best for `query` and how many match; the newest where nothing in it ranks.

        `recency` gives what equals are ordered by, for each row: the age and the id.
        """
        asking = self._asking(entities)
        strict = asking.all_words(query)
        if strict is None:
            newest = not query.terms or asking.is_level(query)
            return self._best(asking.any_word(query), limit, recency, newest=newest)
        whole = self._whole(strict, limit, recency)
        if self._are_enough(asking, query, whole.total):
            return whole
        if limit < whole.total:  # those that have only some words are told from all of these
            whole = self._whole(strict, ENOUGH, recency)
        some = self._best(asking.any_word(query), limit + len(whole.hits), recency, newest=False)
        return Found(_joined(whole.hits, some.hits)[:limit], some.total)

    @_guarded
    def holding_all(
        self,
        query: Query,
        rows: Sequence[int],
        limit: int,
        recency: Recency,
        entities: EntityNumbers,
    ) -> Found:
        """Return which of `rows` have all that is asked for, the newest first."""
        asked = self._asking(entities).whole(query)
        candidates = tantivy.Query.term_set_query(self._schema, "row", list(rows))
        both = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, candidates)])
        return self._best(both, limit, recency, newest=True)

    def _whole(self, strict: AllWords, limit: int, recency: Recency) -> Found:
        """Return the best that hold all words, those that have them together first, and how many there are in all."""
        near: tuple[Scored, ...] = ()
        if strict.together is not None:
            near = _raised(self._best(strict.together, limit, recency, newest=False).hits, ALL_WORDS + TOGETHER)
            if len(near) == limit:  # what is together is looked at for all that hold the words: the rest is counted
                return Found(near, self._count(strict.held))
        whole = self._best(strict.ranked, limit, recency, newest=False)
        return Found(_joined(near, _raised(whole.hits, ALL_WORDS))[:limit], whole.total)

    def _count(self, query: tantivy.Query) -> int:
        return count_hits(self._searcher.search(tantivy.Query.const_score_query(query, 0.0), 1))

    def _answering(self, query: Query, entities: EntityNumbers) -> tantivy.Query:
        """Return what asks for all that `search` finds."""
        asking = self._asking(entities)
        strict = asking.all_words(query)
        if strict is not None and self._are_enough(asking, query, self._count(strict.held)):
            return strict.held
        return asking.any_word(query)

    def _are_enough(self, asking: Asking, query: Query, whole: int) -> bool:
        """Tell whether the articles with all words, so many, are the answer.

        What narrows a query does not bring back those with some words: it leaves less, never more.
        """
        if whole >= ENOUGH or not (whole and query.filters):
            return whole >= ENOUGH
        unfiltered = asking.all_words(replace(query, clauses=tuple((term,) for term in query.words)))
        return unfiltered is not None and self._count(unfiltered.held) >= ENOUGH

    @_guarded
    def search_again(
        self,
        query: Query,
        answers: Iterable[tuple[Article, float]],
        limit: int,
        recency: Recency,
        entities: EntityNumbers,
    ) -> Found:
        """Search for `query` and for what its best `answers` (with their scores) are about."""
        telling = term_weights(((text_of(article), score) for article, score in answers), self.analyse)
        weights = {term: weight * idf for term, weight in telling.items() if (idf := self._idf(term))}
        terms = sorted(weights, key=lambda term: (-weights[term], term))[:TERMS]
        asked = [(Occur.Must, self._asking(entities).any_word(query))]
        asked += [
            (Occur.Should, tantivy.Query.boost_query(self._term(term), WEIGHT * weights[term] / weights[terms[0]]))
            for term in terms
        ]
        return self._best(tantivy.Query.boolean_query(asked), limit, recency, newest=False)

    @_guarded
    def needles(self, query: Query) -> tuple[Wanted, ...]:
        """Return what a text must hold to match each part of the query."""
        return self._rewriting.needles(query)

    @_guarded
    def count_of(self, word: str) -> int:
        """Return how many articles hold a word."""
        return sum(self.holding_term(token.term) for token in self.analyse(word)[:1])

    @_guarded
    def meant(self, word: str) -> Sequence[str]:
        """Return the words that `word`, folded, is very likely a misspelling of, those that most texts hold first."""
        known = self._meant  # of this state of the index, whatever is reloaded meanwhile
        if word not in known:  # one search asks several times
            known[word] = likeliest(word, self._spellings(word), self.count_of, self.stem)
        return known[word]

    @_guarded
    def holds_together(self, words: Iterable[str]) -> bool:
        """Tell whether an article holds all of these words."""
        terms = dict.fromkeys(token.term for word in words for token in self.analyse(word))
        asked = tantivy.Query.boolean_query([(Occur.Must, self._term(term)) for term in terms])
        return bool(self._searcher.search(asked, 1, count=False).hits)

    def stem(self, word: str) -> str:
        """Return a word as the index has it, without its ending; as it is where the index has none."""
        return next((token.term for token in self.analyse(word)), word)

    @_guarded
    def unknown(self, wanted: Wanted) -> bool:
        """Whether no article holds the word, so that what is like it was looked for."""
        return len(wanted.needle) == 1 and not self._searcher.doc_freq("text", wanted.needle[0])

    @_guarded
    def fulfilling(self, clauses: Sequence[Clause], rows: Sequence[int], entities: EntityNumbers) -> frozenset[int]:
        """Return which of `rows` fulfil all clauses. Others that do may be among them."""
        asked = self._asking(entities).filtered(clauses)
        searcher = self._searcher
        if count_hits(searcher.search(asked, 1)) > _ALL_ROWS:
            candidates = tantivy.Query.term_set_query(self._schema, "row", list(rows))
            asked = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, candidates)])
        return frozenset(_rows(searcher, searcher.search(asked, _ALL_ROWS, count=False)))

    @_guarded
    def holding(self, spelling: str) -> frozenset[int] | None:
        """Return the rows of articles whose text has `spelling`, and others like it; None where that is not indexed."""
        if not self.analyse(spelling) or any(len(word) > WORD_LIMIT for word in spelling.split()):
            return None
        term = Term(spelling, Match.PHRASE, Field.TEXT)
        asked = self._asking(_no_entities).filtered([(term,)])
        searcher = self._searcher
        return frozenset(_rows(searcher, searcher.search(asked, max(1, searcher.num_docs), count=False)))

    @_guarded
    def count_by(self, query: Query, entities: EntityNumbers, limit: int, names: int) -> Counted:
        """Count what `query` finds by each facet, the `limit` most frequent values of each; 0 counts months alone.

        Of `names` there are that many instead.
        """
        return count_by(self._searcher, self._answering(query, entities), limit, names)

    @_guarded
    def count_naming(self, query: Query, entities: EntityNumbers, groups: Sequence[Sequence[int]]) -> list[int]:
        """Return how many of what `query` finds name any entity of each group, by their numbers."""
        asked = self._answering(query, entities)
        return [count_naming(self._searcher, self._schema, asked, group) for group in groups]

    @_guarded
    def values(self, field: str, typed: str, limit: int) -> list[tuple[str, int]]:
        """Return the values of a field of names with a word that begins as each word typed, most frequent first."""
        words = self.analyse.names(typed)
        query = tantivy.Query.all_query()
        if words:
            parts = [tantivy.Query.phrase_prefix_query(self._schema, field, [word]) for word in words]
            query = tantivy.Query.boolean_query([(Occur.Must, part) for part in parts])
        # An article found may have other values too: its other authors.
        facet = {"values": {"terms": {"field": f"{field}_is", "size": limit * 4}}}
        buckets = self._searcher.aggregate(query, facet)["values"]["buckets"]
        found = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
        return [(value, count) for value, count in found if _begins(words, self.analyse.names(value))][:limit]

    @_guarded
    def languages(self, limit: int) -> list[tuple[str, int]]:
        """Return the languages there are, most frequent first."""
        facet = {"values": {"terms": {"field": "lang", "size": limit}}}
        buckets = self._searcher.aggregate(tantivy.Query.all_query(), facet)["values"]["buckets"]
        return [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]

    def _asking(self, entities: EntityNumbers) -> Asking:
        return Asking(self._rewriting, self.analyse, entities)

    def _made_rewriting(self) -> Rewriting:
        return Rewriting(TermQueries(self._schema, self._searcher), self.analyse, self.meant)

    def _best(
        self,
        query: tantivy.Query,
        limit: int,
        recency: Recency,
        *,
        newest: bool,
    ) -> Found:
        searcher = self._searcher
        order = "time" if newest else None
        fetch = limit + 16
        while True:
            result = searcher.search(query, fetch, order_by_field=order)
            hits = result.hits
            # All that tie with the last one asked for must be here, or the order among them would be the index's.
            if len(hits) < fetch or hits[limit - 1][0] > hits[-1][0] or fetch > _MOST_TIES:
                break
            fetch *= 8
        addresses = [address for _, address in hits]
        times = [int(time or 0) for time in searcher.fast_field_values("time", addresses)]
        scores = [0.0 if newest else score for score, _ in hits]
        ranked = sorted(zip(scores, times, _rows(searcher, result), strict=True), key=lambda hit: (-hit[0], -hit[1]))
        # Where score and time are equal too the id decides, and it stands in the records.
        last = limit
        while last < len(ranked) and ranked[last][:2] == ranked[limit - 1][:2]:
            last += 1
        known = recency(row for _, _, row in ranked[:last])
        scored = [Scored(row, score) for score, _, row in ranked[:last] if row in known]
        scored.sort(key=lambda hit: (-hit.score, known[hit.row]))
        return Found(tuple(scored[:limit]), count_hits(result))

    @_guarded
    def similar(self, article: Article, limit: int) -> Similar:
        """Return the articles whose words and tags are most like this one's, itself among them."""
        terms = asking_terms(article, self.analyse, self._holding, self._rarity)
        parts = [tantivy.Query.boost_query(self._term(term), each.asks) for term, each in terms.items()]
        parts += [
            tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, "tag_is", tag), _SIMILAR_TAG)
            for tag in dict.fromkeys(article.tags[:_SIMILAR_TAGS])
        ]
        searcher = self._searcher
        result = searcher.search(
            tantivy.Query.boolean_query([(Occur.Should, part) for part in parts]), limit, count=False
        )
        rows = _rows(searcher, result)
        return Similar(tuple(Scored(row, score) for row, (score, _) in zip(rows, result.hits, strict=True)), terms)

    @_guarded
    def terms_of(self, article: Article) -> frozenset[str]:
        """Return the terms of the article's beginning."""
        return self.analyse.terms(text_of(article)[:_SIMILAR_TEXT])

    @_guarded
    def holding_term(self, term: str) -> int:
        """Return how many articles hold a term; about how many, where it is no rare one."""
        about = self._holding(term)
        is_rare = about <= max(_COUNTED, self._searcher.num_docs * _RARE)
        return self._count(self._term(term)) if is_rare and self._live < 1 else about

    def _holding(self, term: str) -> int:
        """Return about how many articles hold a term: the engine counts those with it that have changed since, too."""
        return math.ceil(self._searcher.doc_freq("pairs" if UNSPACED.match(term) else "text", term) * self._live)

    @property
    def _live(self) -> float:
        """The share of the articles that the engine counts by their words which are not deleted or replaced."""
        if self._live_share is None:
            searcher = self._searcher
            self._live_share = searcher.num_docs / max(1, searcher.num_docs, searcher.doc_freq("title", BEGIN))
        return self._live_share

    def _idf(self, term: str) -> float:
        """Return how rare a term is, 0.0 where only one article holds it."""
        return self._rarity(self._holding(term))

    def _rarity(self, holding: int) -> float:
        """Return how rare a term is that so many articles hold, 0.0 where only one does."""
        return math.log(1 + (self._searcher.num_docs - holding + 0.5) / (holding + 0.5)) if holding > 1 else 0.0

    def _term(self, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "pairs" if UNSPACED.match(term) else "text", term)

    @_guarded
    def with_title_like(self, title: str, limit: int) -> tuple[int, ...]:
        """Return the rows whose headlines share most words with `title`."""
        searcher = self._searcher
        terms = {token.term for token in self.analyse(title) if not UNSPACED.match(token.term)}
        parts = [(Occur.Should, tantivy.Query.term_query(self._schema, "title", term)) for term in sorted(terms)]
        result = searcher.search(tantivy.Query.boolean_query(parts), limit, count=False)
        return tuple(_rows(searcher, result))


def _raised(hits: Iterable[Scored], by: float) -> tuple[Scored, ...]:
    return tuple(Scored(hit.row, hit.score + by) for hit in hits)


def _joined(first: Sequence[Scored], then: Iterable[Scored]) -> tuple[Scored, ...]:
    held = {hit.row for hit in first}
    return (*first, *(hit for hit in then if hit.row not in held))


def _no_entities(name: str, kind: EntityKind | None, whole: bool) -> Sequence[int]:  # noqa: ARG001
    return ()


def _rows(searcher: tantivy.Searcher, result: tantivy.SearchResult) -> list[int]:
    found = searcher.fast_field_values("row", [address for _, address in result.hits])
    return [int(row) for row in found if row is not None]  # every document has one


def _begins(words: Sequence[str], value: Sequence[str]) -> bool:
    return all(any(word.startswith(begun) for word in value) for begun in words)
