"""What the full-text index answers, in one state of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from typing import Concatenate, Final, NamedTuple, ParamSpec, TypeVar

import tantivy
from tantivy import Occur

from docs_store.errors import StoreDamaged
from docs_store.local.asking import AllWords, Asking, EntityNumbers
from docs_store.local.counting import Counted, count_by, count_naming
from docs_store.local.feedback import TERMS, WEIGHT, term_weights
from docs_store.local.fields import WORD_LIMIT, Analysis, text_of
from docs_store.local.likeness import Sought, asking_terms
from docs_store.local.ranking import Found, Recency, Scored, best, joined, raised, rows_of
from docs_store.local.term_counts import TermCounts, count
from docs_store.local.term_queries import TermQueries, count_hits
from docs_store.model import Article, EntityKind
from docs_store.query.model import Clause, Field, Match, Query, Term
from docs_store.query.needles import ALL_WORDS, ENOUGH
from docs_store.query.passages import Wanted
from docs_store.query.rewriting import Rewriting, Spellings
from docs_store.query.slips import Slips
from docs_store.query.spelling_notes import spelling_notes
from docs_store.words import UNSPACED

P = ParamSpec("P")
T = TypeVar("T")

_SIMILAR_TAGS: Final = 20
_SIMILAR_TAG: Final = 2.0
"""Tags of an article that ask for the like, and how much each: as a word that stands e times in the text."""

_SIMILAR_TEXT: Final = 30_000
"""Code points of an article in which common words are looked for."""

_ALL_ROWS: Final = 100_000
"""Articles up to which those that fulfil a filter are simply listed (30 ms); of more, only candidates are asked for."""

TOGETHER: Final = 20.0
"""Added where the words stand within a few words: more than words alone ever score."""


class Similar(NamedTuple):
    """Articles like another, best first, and the terms that were looked for."""

    hits: tuple[Scored, ...]
    terms: Mapping[str, Sought]


def _guarded(method: Callable[Concatenate[IndexReader, P], T]) -> Callable[Concatenate[IndexReader, P], T]:
    """Let a method raise `StoreDamaged` where the engine cannot read its files: it raises `ValueError`, or panics."""

    @wraps(method)
    def guarded(self: IndexReader, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except ValueError as error:
            raise self._distrusted() from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # Rust's panics are no `Exception`, and have no other name
                raise
            raise self._distrusted() from error

    return guarded


class IndexReader:
    """What the index holds at one moment. Any thread may ask; who asks goes on with that, whatever is stored since."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        analyse: Analysis,
        spellings: Spellings,
        distrusted: Callable[[], StoreDamaged],
    ) -> None:
        """Read through `searcher`.

        `spellings` tells what a word that no article holds may be a misspelling of, `distrusted` what to raise where
        the engine gives no answer.
        """
        self.analyse = analyse
        self._schema = schema
        self._searcher = searcher
        self._distrusted = distrusted
        self._terms = TermQueries(schema, searcher)
        self._counts = TermCounts(schema, searcher, analyse)
        self._slips = Slips(spellings, self._counts.of_word, analyse.stem)
        self._rewriting = Rewriting(self._terms, analyse, self._slips.meant)

    def count(self) -> int:
        """Return how many articles are indexed."""
        return self._searcher.num_docs

    @_guarded
    def search(self, query: Query, limit: int, recency: Recency, entities: EntityNumbers) -> Found:
        """Return the `limit` best for `query` and how many match; the newest where nothing in it ranks.

        `recency` gives what equals are ordered by, for each row: the age and the id.
        """
        asking = self._asking(entities)
        strict = asking.all_words(query)
        if strict is None:
            newest = not query.terms or asking.is_level(query)
            return best(self._searcher, asking.any_word(query), limit, recency, newest=newest)
        whole = self._whole(strict, limit, recency)
        if self._are_enough(asking, query, whole.total):
            return whole
        if limit < whole.total:  # those that have only some words are told from all of these
            whole = self._whole(strict, ENOUGH, recency)
        some = best(self._searcher, asking.any_word(query), limit + len(whole.hits), recency)
        return Found(joined(whole.hits, some.hits)[:limit], some.total)

    @_guarded
    def holding_all(
        self, query: Query, rows: Sequence[int], limit: int, recency: Recency, entities: EntityNumbers
    ) -> Found:
        """Return which of `rows` have all that is asked for, the newest first."""
        asked = self._asking(entities).whole(query)
        candidates = tantivy.Query.term_set_query(self._schema, "row", list(rows))
        both = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, candidates)])
        return best(self._searcher, both, limit, recency, newest=True)

    def _whole(self, strict: AllWords, limit: int, recency: Recency) -> Found:
        """Return the best that hold all words, those that have them together first, and how many there are in all."""
        near: tuple[Scored, ...] = ()
        if strict.together is not None:
            near = raised(best(self._searcher, strict.together, limit, recency).hits, ALL_WORDS + TOGETHER)
            if len(near) == limit:  # what is together is looked at for all that hold the words: the rest is counted
                return Found(near, count(self._searcher, strict.held))
        whole = best(self._searcher, strict.ranked, limit, recency)
        return Found(joined(near, raised(whole.hits, ALL_WORDS))[:limit], whole.total)

    def _answering(self, query: Query, entities: EntityNumbers) -> tantivy.Query:
        """Return what asks for all that `search` finds."""
        asking = self._asking(entities)
        strict = asking.all_words(query)
        if strict is not None and self._are_enough(asking, query, count(self._searcher, strict.held)):
            return strict.held
        return asking.any_word(query)

    def _are_enough(self, asking: Asking, query: Query, whole: int) -> bool:
        """Tell whether the articles with all words, so many, are the answer.

        What narrows a query does not bring back those with some words: it leaves less, never more.
        """
        if whole >= ENOUGH or not (whole and query.filters):
            return whole >= ENOUGH
        unfiltered = asking.all_words(replace(query, clauses=tuple((term,) for term in query.words)))
        return unfiltered is not None and count(self._searcher, unfiltered.held) >= ENOUGH

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
        counts = self._counts
        rarity = {term: counts.rarity(counts.about(term)) for term in telling}
        weights = {term: weight * rarity[term] for term, weight in telling.items() if rarity[term]}
        terms = sorted(weights, key=lambda term: (-weights[term], term))[:TERMS]
        shares = {term: WEIGHT * weights[term] / weights[terms[0]] for term in terms}
        asked = [(Occur.Must, self._asking(entities).any_word(query))]
        asked += [(Occur.Should, tantivy.Query.boost_query(counts.query(each), shares[each])) for each in terms]
        return best(self._searcher, tantivy.Query.boolean_query(asked), limit, recency)

    @_guarded
    def needles(self, query: Query) -> tuple[Wanted, ...]:
        """Return what a text must hold to match each part of the query."""
        return self._rewriting.needles(query)

    @_guarded
    def count_of(self, word: str) -> int:
        """Return how many articles hold a word."""
        return self._counts.of_word(word)

    @_guarded
    def spelling_notes(self, wanted: Sequence[Wanted], total: int) -> tuple[str, ...]:
        """Say which words were looked for otherwise than typed, and, where `total` is small, which might be meant."""
        return tuple(spelling_notes(wanted, total, self._slips, self._terms))

    @_guarded
    def holds_together(self, words: Iterable[str]) -> bool:
        """Tell whether an article holds all of these words."""
        terms = dict.fromkeys(token.term for word in words for token in self.analyse(word))
        asked = tantivy.Query.boolean_query([(Occur.Must, self._counts.query(term)) for term in terms])
        return bool(self._searcher.search(asked, 1, count=False).hits)

    @_guarded
    def unknown(self, wanted: Wanted) -> bool:
        """Whether no article holds the word, so that what is like it was looked for."""
        return self._terms.unknown(wanted.needle)

    @_guarded
    def fulfilling(self, clauses: Sequence[Clause], rows: Sequence[int], entities: EntityNumbers) -> frozenset[int]:
        """Return which of `rows` fulfil all clauses. Others that do may be among them."""
        asked = self._asking(entities).filtered(clauses)
        searcher = self._searcher
        if count_hits(searcher.search(asked, 1)) > _ALL_ROWS:
            candidates = tantivy.Query.term_set_query(self._schema, "row", list(rows))
            asked = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, candidates)])
        return frozenset(rows_of(searcher, searcher.search(asked, _ALL_ROWS, count=False)))

    @_guarded
    def holding(self, spelling: str) -> frozenset[int] | None:
        """Return the rows of articles whose text has `spelling`, and others like it; None where that is not indexed."""
        if not self.analyse(spelling) or any(len(word) > WORD_LIMIT for word in spelling.split()):
            return None
        term = Term(spelling, Match.PHRASE, Field.TEXT)
        asked = self._asking(_no_entities).filtered([(term,)])
        searcher = self._searcher
        return frozenset(rows_of(searcher, searcher.search(asked, max(1, searcher.num_docs), count=False)))

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
        return Asking(self._terms, self._rewriting, self.analyse, entities)

    @_guarded
    def similar(self, article: Article, limit: int) -> Similar:
        """Return the articles whose words and tags are most like this one's, itself among them."""
        terms = asking_terms(article, self.analyse, self._counts.about, self._counts.rarity)
        parts = [tantivy.Query.boost_query(self._counts.query(term), each.asks) for term, each in terms.items()]
        parts += [
            tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, "tag_is", tag), _SIMILAR_TAG)
            for tag in dict.fromkeys(article.tags[:_SIMILAR_TAGS])
        ]
        searcher = self._searcher
        result = searcher.search(
            tantivy.Query.boolean_query([(Occur.Should, part) for part in parts]), limit, count=False
        )
        rows = rows_of(searcher, result)
        return Similar(tuple(Scored(row, score) for row, (score, _) in zip(rows, result.hits, strict=True)), terms)

    @_guarded
    def holding_term(self, term: str) -> int:
        """Return how many articles hold a term; about how many, where it is no rare one."""
        return self._counts.holding(term)

    @_guarded
    def terms_of(self, article: Article) -> frozenset[str]:
        """Return the terms of the article's beginning."""
        return self.analyse.terms(text_of(article)[:_SIMILAR_TEXT])

    @_guarded
    def with_title_like(self, title: str, limit: int) -> tuple[int, ...]:
        """Return the rows whose headlines share most words with `title`."""
        searcher = self._searcher
        terms = {token.term for token in self.analyse(title) if not UNSPACED.match(token.term)}
        parts = [(Occur.Should, tantivy.Query.term_query(self._schema, "title", term)) for term in sorted(terms)]
        result = searcher.search(tantivy.Query.boolean_query(parts), limit, count=False)
        return tuple(rows_of(searcher, result))


def _no_entities(name: str, kind: EntityKind | None, whole: bool) -> Sequence[int]:  # noqa: ARG001
    return ()


def _begins(words: Sequence[str], value: Sequence[str]) -> bool:
    return all(any(word.startswith(begun) for word in value) for begun in words)
