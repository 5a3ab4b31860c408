"""What Tantivy is asked for one word of a query: its term, the parts of it, what begins so or is nearly so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import tantivy
from tantivy import Occur

from docs_store.query.passages import PREFIX_LENGTH, Needle, Wanted, typos_allowed
from docs_store.words import UNSPACED

_MOST_KNOWN: Final = 1_000
"""Beginnings of words whose articles are counted at a time."""


class TermQueries:
    """Builds the queries for single words, which depend on what one state of the index holds."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self.schema = schema
        self.searcher = searcher
        self._begun: dict[tuple[str, str], int] = {}
        """What `_count_begun` has answered: one search asks several times, at 7 ms each in a million articles."""

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return self.searcher.num_docs

    def holding(self, term: str) -> int:
        """Return how many articles hold a term in their texts."""
        return self.searcher.doc_freq("text", term)

    def unknown(self, needle: Needle) -> bool:
        """Whether one term is looked for, and no article holds it."""
        field = "pairs" if UNSPACED.match(needle[0]) else "text"
        return len(needle) == 1 and not self.searcher.doc_freq(field, needle[0])

    def many_hold(self, needle: Needle, many: int) -> bool:
        """Whether so many texts hold all of `needle` in a row, or more."""
        return len(self.searcher.search(self.phrase("text", needle), many, count=False).hits) == many

    def hold_all(self, wanted: Sequence[Wanted]) -> bool:
        """Whether an article holds all words, as they stand or as what will do too."""
        held = all_of([self.forgiving(asked) for asked in wanted])
        return bool(self.searcher.search(tantivy.Query.const_score_query(held, 0.0), 1, count=False).hits)

    def count_begun(self, term: str) -> int:
        """Return how many articles have words that begin so."""
        return self._count_begun("text", term)

    def forgiving(self, asked: Wanted) -> tantivy.Query:
        """Return what asks texts for a word, which may be unfinished or mistyped where no article holds it."""
        needle = asked.needle
        if UNSPACED.match(needle[0]) or not self.unknown(needle):
            return self.strict(asked)
        begun = self._begins("text", needle[0]) if asked.also else self.near("text", needle[0])
        if begun is None:
            return self.strict(asked)
        return any_of([begun, self.as_meant("text", asked)]) if asked.also else begun

    def strict(self, asked: Wanted) -> tantivy.Query:
        """Return what asks texts for a word as it stands."""
        needle = asked.needle
        if not UNSPACED.match(needle[0]):
            return self.as_meant("text", asked)
        if needle == (needle[0][:1],):
            return tantivy.Query.fuzzy_term_query(self.schema, "pairs", needle[0], 0, True, True)
        return self.phrase("pairs", needle)

    def forgiving_in(self, field: str, asked: Wanted) -> tantivy.Query:
        """Return what asks another field for a word, which may be unfinished or mistyped where that lacks it."""
        needle = asked.needle
        if len(needle) == 1 and not asked.also and not self.searcher.doc_freq(field, needle[0]):
            return self.near(field, asked.typed)
        return self.as_meant(field, asked)

    def as_meant(self, field: str, asked: Wanted) -> tantivy.Query:
        """Return what asks for a word, the parts of one, or what will do too."""
        return any_of([self.phrase(field, needle) for needle in (asked.needle, *asked.also)])

    def phrase(self, field: str, needle: Needle) -> tantivy.Query:
        """Return what asks for terms in a row."""
        if len(needle) == 1:
            return tantivy.Query.term_query(self.schema, field, needle[0])
        return tantivy.Query.phrase_query(self.schema, field, list(needle))

    def near(self, field: str, word: str) -> tantivy.Query:
        """Return what asks for a word that `field` lacks as the beginning of one; where there is none, as mistyped."""
        if len(word) < PREFIX_LENGTH:
            return nothing()
        begun = self._begins(field, word)
        if begun is not None or not typos_allowed(word):
            return begun or nothing()
        return tantivy.Query.fuzzy_term_query(self.schema, field, word, 1, True, False)

    def _begins(self, field: str, term: str) -> tantivy.Query | None:
        """Return what asks for the words that begin so; None where there are none."""
        return self._beginning(field, term) if self._count_begun(field, term) else None

    def _count_begun(self, field: str, term: str) -> int:
        if (field, term) not in self._begun:
            if len(self._begun) >= _MOST_KNOWN:
                self._begun.clear()
            self._begun[field, term] = count_hits(self.searcher.search(self._beginning(field, term), 1))
        return self._begun[field, term]

    def _beginning(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.fuzzy_term_query(self.schema, field, term, 0, True, True)


def count_hits(result: tantivy.SearchResult) -> int:
    """Return how many articles were found."""
    return int(getattr(result, "count", len(result.hits)))  # missing from the engine's type stubs


def nothing() -> tantivy.Query:
    """Return what nothing fulfils."""
    return tantivy.Query.empty_query()


def all_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return what asks for all of `parts`; without any, nothing fulfils it."""
    if not parts:
        return nothing()
    return parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Must, part) for part in parts])


def any_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return what asks for any of `parts`."""
    return parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
