"""From a query to what Tantivy is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import tantivy
from tantivy import FieldType, Occur

from docs_store.completing import ENTITY_KINDS
from docs_store.local.fields import BEGIN, END, Analysis
from docs_store.model import EntityKind
from docs_store.needles import needles
from docs_store.passages import UNSPACED, Needle, Wanted, typos_allowed
from docs_store.query import Clause, Condition, Dated, Field, Flagged, Match, Query, Term, only, plain

TITLE_BOOST: Final = 0.3
"""Weight of the headline on its own, beside the text that holds it too."""

_ALL_WORDS: Final = (2, 6)
"""Words of a query that an article is expected to hold all of; a longer one is a sentence."""

_ALL: Final = 1_000.0
_TOGETHER: Final = 20.0
"""Added where all words are there, and where they stand within a few words: more than words alone ever score."""

_SLOP: Final = 8
"""Words that may stand between those of a query for them to be together."""

EntityNumbers: TypeAlias = Callable[[str, EntityKind | None, bool], Sequence[int]]
"""Name, kind and whether it is whole → the numbers of the entities meant."""


class Asking:
    """Builds queries for one state of the index."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, analyse: Analysis, entities: EntityNumbers
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._analyse = analyse
        self._entities = entities

    def whole(self, query: Query) -> tantivy.Query:
        """Return what an article must fulfil and what ranks it."""
        parts = [(Occur.Must, self._weighed(clause)) for clause in query.filters]
        wanted = needles(plain(query.words), self._analyse)
        if wanted:
            parts.append((Occur.Must, self._ranked(wanted)))
        return tantivy.Query.boolean_query(parts) if parts else tantivy.Query.all_query()

    def filtered(self, clauses: Sequence[Clause]) -> tantivy.Query:
        """Return what an article must fulfil."""
        parts = [(Occur.Must, self._clause(clause)) for clause in clauses]
        return tantivy.Query.boolean_query(parts) if parts else tantivy.Query.all_query()

    def _weighed(self, clause: Clause) -> tantivy.Query:
        """Let what is asked of the text rank; a source, a date or an entity only lets in."""
        part = self._clause(clause)
        return part if Query((clause,)).terms else tantivy.Query.const_score_query(part, 0.0)

    def _clause(self, clause: Clause) -> tantivy.Query:
        parts = [self._condition(condition) for condition in clause]
        return parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])

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
            "day",
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
                return tantivy.Query.term_set_query(self._schema, "entity", numbers) if numbers else _nothing()
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
        wanted = needles(only(term), self._analyse)
        forgive = term.match is Match.WORD
        return _all_of(
            [self._needle(each.needle, forgive) if field is None else self._in(field, each, forgive) for each in wanted]
        )

    def _anchored(self, term: Term) -> tantivy.Query:
        """Tie a word to the headline's beginning, where it may be unfinished, or to its end."""
        words = [token.term for token in self._analyse(term.text)]
        if not words:
            return _nothing()
        if term.match is Match.SUFFIX:
            return tantivy.Query.phrase_query(self._schema, "title", [*words, END])
        whole = tantivy.Query.phrase_query(self._schema, "title", [BEGIN, *words])
        typed = self._analyse.names(term.text)
        unfinished = tantivy.Query.phrase_prefix_query(self._schema, "title", [BEGIN, *typed])
        return _any_of([whole, unfinished])

    def _named(self, term: Term) -> tantivy.Query:
        """Look for the words of a name; the last may be unfinished, and one that is nowhere may be mistyped."""
        field, words = str(term.field), self._analyse.names(term.text)
        if not words:
            return _nothing()
        if term.match is not Match.WORD:
            return self._phrase(field, tuple(words))
        *others, last = words
        if self._searcher.doc_freq(field, last):
            unfinished = tantivy.Query.term_query(self._schema, field, last)
        else:
            unfinished = self._near(field, last)
        return _all_of([*(tantivy.Query.term_query(self._schema, field, word) for word in others), unfinished])

    def _in(self, field: str, wanted: Wanted, forgive: bool) -> tantivy.Query:
        needle = wanted.needle
        if forgive and len(needle) == 1 and not self._searcher.doc_freq(field, needle[0]):
            return self._near(field, wanted.typed)
        return self._phrase(field, needle)

    # ------------------------------------------------------------------ ranking

    def _ranked(self, wanted: Sequence[Wanted]) -> tantivy.Query:
        """Rank by words; where there are few, those that hold all of them come first, together before apart."""
        needles_ = [self._needle(asked.needle, True) for asked in wanted]
        parts = [tantivy.Query.boost_query(part, asked.times) for part, asked in zip(needles_, wanted, strict=True)]
        fewest, most = _ALL_WORDS
        if fewest <= len(wanted) <= most:
            parts.append(tantivy.Query.const_score_query(_all_of(needles_), _ALL))
            row = [term for asked in wanted for term in asked.needle]
            if not any(UNSPACED.match(term) for term in row):
                together = tantivy.Query.phrase_query(self._schema, "text", list(row), _SLOP)
                parts.append(tantivy.Query.const_score_query(together, _TOGETHER))
        return _any_of(parts)

    def _needle(self, needle: Needle, forgive: bool) -> tantivy.Query:
        if UNSPACED.match(needle[0]):
            if needle == (needle[0][:1],):
                return tantivy.Query.fuzzy_term_query(self._schema, "pairs", needle[0], 0, True, True)
            return self._phrase("pairs", needle)
        text = self._phrase("text", needle)
        if forgive and len(needle) == 1 and not self._searcher.doc_freq("text", needle[0]):
            return self._near("text", needle[0])
        title = tantivy.Query.boost_query(self._phrase("title", needle), TITLE_BOOST)
        return _any_of([text, title])

    def _phrase(self, field: str, needle: Needle) -> tantivy.Query:
        if len(needle) == 1:
            return tantivy.Query.term_query(self._schema, field, needle[0])
        return tantivy.Query.phrase_query(self._schema, field, list(needle))

    def _near(self, field: str, word: str) -> tantivy.Query:
        """Look for a word that no article holds as the beginning of one, or as one mistyped."""
        return tantivy.Query.fuzzy_term_query(self._schema, field, word, min(1, typos_allowed(word)), True, True)


def _nothing() -> tantivy.Query:
    return tantivy.Query.empty_query()


def _all_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    if not parts:
        return _nothing()
    return parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Must, part) for part in parts])


def _any_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
