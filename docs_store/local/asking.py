"""From a query to what Tantivy is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import Final, NamedTuple, TypeAlias

import tantivy
from tantivy import FieldType, Occur

from docs_store.edits import OSA
from docs_store.local.fields import BEGIN, END, Analysis, in_pairs
from docs_store.local.term_queries import TermQueries, all_of, any_of, nothing
from docs_store.model import EntityKind
from docs_store.query.completing import ENTITY_KINDS
from docs_store.query.model import Clause, Condition, Dated, Field, Flagged, Match, Query, Term, only
from docs_store.query.needles import expects_all, needles
from docs_store.query.passages import Needle, Wanted
from docs_store.query.rewriting import Rewriting
from docs_store.words import UNSPACED

TITLE_BOOST: Final = 0.3
"""Weight of the headline on its own, beside the text that holds it too."""

_SLOP: Final = 8
"""Words that may stand between those of a query for them to be together."""

_WAYS: Final = 4
"""Rows of words that are asked for together, where for some of them others will do."""

_MOST_VALUES: Final = 20_000
"""Authors or tags of the articles that hold some words, among which those that hold all of them are looked for."""

_GUESSED: Final = 0.5
"""Weight of a word that is looked for in place of the one typed."""

EntityNumbers: TypeAlias = Callable[[str, EntityKind | None, bool], Sequence[int]]
"""Name, kind and whether it is whole → the numbers of the entities meant."""


class AllWords(NamedTuple):
    """What asks for articles that hold all the words of a query."""

    held: tantivy.Query
    """Not ranked by their headlines: for counting."""
    ranked: tantivy.Query
    together: tantivy.Query | None
    """Of these the ones that hold them within a few words; None in scripts without spaces."""


class Asking:
    """Builds queries for one state of the index."""

    def __init__(self, terms: TermQueries, rewriting: Rewriting, analyse: Analysis, entities: EntityNumbers) -> None:
        self._rewriting = rewriting
        self._terms = terms
        self._schema = terms.schema
        self._searcher = terms.searcher
        self._analyse = analyse
        self._entities = entities

    def any_word(self, query: Query) -> tantivy.Query:
        """Return what asks for articles that fulfil the filters and hold any of the words, which rank them."""
        parts = self._filters(query)
        wanted = self._rewriting.words(query)
        if wanted:
            ranked = [part for asked in wanted for part in self._weighed_parts(asked)]
            parts.append((Occur.Must, any_of(ranked)))
        return _all_of_parts(parts)

    def all_words(self, query: Query) -> AllWords | None:
        """Return what asks for those that hold all the words; None unless these are a few."""
        wanted = self._rewriting.words(query)
        if not expects_all(len(wanted)):
            return None
        weighed = [self._weighed_parts(asked) for asked in wanted]
        parts = [*self._filters(query), *((Occur.Must, held) for held, *_ in weighed)]
        held = tantivy.Query.boolean_query(parts)
        parts += [(Occur.Should, bonus) for _, *more in weighed for bonus in more]
        ranked = tantivy.Query.boolean_query(parts)
        if any(UNSPACED.match(asked.needle[0]) for asked in wanted):
            return AllWords(held, ranked, None)
        rows = [self._close([term for needle in way for term in needle]) for way in self._ways(wanted)]
        close = tantivy.Query.const_score_query(any_of(rows), 0.0)
        return AllWords(held, ranked, tantivy.Query.boolean_query([*parts, (Occur.Must, close)]))

    def _ways(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Needle, ...]]:
        """Yield the rows that are asked for together: of each word itself, then, for a few, what will do too."""
        unknown = self._terms.unknown
        known = [asked.also[0] if asked.also and unknown(asked.needle) else asked.needle for asked in wanted]
        either = [dict.fromkeys((needle, *asked.also[:1])) for needle, asked in zip(known, wanted, strict=True)]
        return islice(product(*either), _WAYS)

    def _close(self, row: Sequence[str | tuple[int, str]]) -> tantivy.Query:
        return tantivy.Query.phrase_query(self._schema, "text", list(row), _SLOP)

    def whole(self, query: Query) -> tantivy.Query:
        """Return what asks for articles that fulfil the filters and hold all the words, however many."""
        held = [(Occur.Must, self._terms.forgiving(asked)) for asked in self._rewriting.words(query)]
        return _all_of_parts([*self._filters(query), *held])

    def is_level(self, query: Query) -> bool:
        """Tell whether all that is found scores alike: one word is asked for, and it is unfinished or mistyped."""
        wanted = self._rewriting.words(query)
        if len(wanted) != 1 or UNSPACED.match(wanted[0].needle[0]) or wanted[0].also:
            return False
        if not self._terms.unknown(wanted[0].needle):
            return False
        return not any(Query((clause,)).terms for clause in query.filters)

    def _filters(self, query: Query) -> list[tuple[Occur, tantivy.Query]]:
        return [(Occur.Must, self._weighed(clause)) for clause in query.filters]

    def filtered(self, clauses: Sequence[Clause]) -> tantivy.Query:
        """Return what an article must fulfil."""
        return _all_of_parts([(Occur.Must, self._clause(clause)) for clause in clauses])

    def _weighed(self, clause: Clause) -> tantivy.Query:
        """Let what is asked of the text rank; a source, a date or an entity only lets in."""
        part = self._clause(clause)
        return part if Query((clause,)).terms else tantivy.Query.const_score_query(part, 0.0)

    def _clause(self, clause: Clause) -> tantivy.Query:
        return any_of([self._condition(condition) for condition in clause])

    def _condition(self, condition: Condition) -> tantivy.Query:
        match condition:
            case Dated():
                part = self._dated(condition)
            case Flagged():
                part = tantivy.Query.term_query(self._schema, "flag", str(condition.flag))
            case Term():
                part = self._term(condition)
        if condition.negated:
            return tantivy.Query.boolean_query([(Occur.Must, tantivy.Query.all_query()), (Occur.MustNot, part)])
        return part

    def _dated(self, dated: Dated) -> tantivy.Query:
        return tantivy.Query.range_query(
            self._schema,
            "saved" if dated.saved else "day",
            FieldType.Integer,
            dated.first.toordinal() if dated.first else None,
            dated.last.toordinal() if dated.last else None,
        )

    # ------------------------------------------------------------------ terms

    def _term(self, term: Term) -> tantivy.Query:
        match term.field:
            case Field.ENTITY | Field.PERSON | Field.PLACE | Field.ORG:
                whole = term.match in (Match.EXACT, Match.PHRASE)
                numbers = list(self._entities(term.text, ENTITY_KINDS[term.field], whole))
                return tantivy.Query.term_set_query(self._schema, "entity", numbers) if numbers else nothing()
            case Field.LANG:
                return tantivy.Query.term_query(self._schema, "lang", term.text.lower())
            case Field.AUTHOR | Field.SOURCE | Field.TAG:
                return self._named(term)
            case _:
                return self._worded(term)

    def _worded(self, term: Term) -> tantivy.Query:
        if term.match in (Match.PREFIX, Match.SUFFIX):
            return self._anchored(term)
        field = str(term.field) if term.field in (Field.TITLE, Field.CAPTION) else None
        terms = self._terms
        if term.match is Match.WORD:
            wanted = self._rewriting.needles(only(term))
            return all_of([terms.forgiving_in(field, each) if field else terms.forgiving(each) for each in wanted])
        wanted = needles(only(term), self._analyse)
        return all_of([terms.as_meant(field, each) if field else terms.strict(each) for each in wanted])

    def _anchored(self, term: Term) -> tantivy.Query:
        """Tie a word to the headline's beginning, where it may be unfinished, or to its end."""
        words = [token.term for token in self._analyse(term.text)]
        if not words:
            return nothing()
        if term.match is Match.SUFFIX:
            return tantivy.Query.phrase_query(self._schema, "title", [*words, END])
        whole = tantivy.Query.phrase_query(self._schema, "title", [BEGIN, *words])
        typed = self._analyse.names(term.text)
        unfinished = tantivy.Query.phrase_prefix_query(self._schema, "title", [BEGIN, *typed])
        return any_of([whole, unfinished])

    def _named(self, term: Term) -> tantivy.Query:
        """Look for the words of a name; the last may be unfinished, and one that is nowhere may be mistyped."""
        field, words = str(term.field), self._analyse.names(term.text)
        if not words:
            return nothing()
        if term.match is not Match.WORD:
            return self._terms.phrase(field, tuple(words))
        *others, last = words
        is_whole = bool(self._searcher.doc_freq(field, last))
        unfinished = tantivy.Query.term_query(self._schema, field, last) if is_whole else self._terms.near(field, last)
        held = all_of([*(tantivy.Query.term_query(self._schema, field, word) for word in others), unfinished])
        return self._in_one_value(field, others, last, held, is_whole=is_whole) if others else held

    def _in_one_value(
        self, field: str, others: Sequence[str], last: str, held: tantivy.Query, *, is_whole: bool
    ) -> tantivy.Query:
        """Of what is `held` leave what has all the words in one of its values: one of its tags, of its authors."""
        facet = {"values": {"terms": {"field": f"{field}_is", "size": _MOST_VALUES}}}
        found = self._searcher.aggregate(held, facet)["values"]
        if found["sum_other_doc_count"]:  # so many values that nothing tells them apart in good time
            return held
        values = {str(bucket["key"]): self._analyse.names(in_pairs(str(bucket["key"]))) for bucket in found["buckets"]}
        likely = {value: words for value, words in values.items() if set(others) <= set(words)}
        ways: tuple[Callable[[str], bool], ...] = (
            (lambda word: word == last,)
            if is_whole
            else (lambda word: word.startswith(last), lambda word: OSA.distance(last, word, score_cutoff=1) <= 1)
        )
        for is_meant in ways:
            if meant := [value for value, words in likely.items() if any(map(is_meant, words))]:
                return tantivy.Query.term_set_query(self._schema, f"{field}_is", meant)
        return nothing()

    # ------------------------------------------------------------------ ranking

    def _weighed_parts(self, asked: Wanted) -> list[tantivy.Query]:
        """Return what a text must hold to match a word, and what lets it rank higher: the same in the headline."""
        needle = asked.needle
        parts = [self._terms.forgiving(asked)]
        if asked.also and self._terms.unknown(asked.needle):
            parts = [tantivy.Query.boost_query(parts[0], _GUESSED)]
        if not UNSPACED.match(needle[0]) and (asked.also or not self._terms.unknown(needle)):
            parts.append(tantivy.Query.boost_query(self._terms.as_meant("title", asked), TITLE_BOOST))
        return [tantivy.Query.boost_query(part, asked.times) if asked.times > 1 else part for part in parts]


def _all_of_parts(parts: Sequence[tuple[Occur, tantivy.Query]]) -> tantivy.Query:
    return tantivy.Query.boolean_query(parts) if parts else tantivy.Query.all_query()
