"""In how many articles the index has a word, and how rare that makes it."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Final

import tantivy

from docs_store.local.fields import BEGIN, Analysis
from docs_store.local.term_queries import count_hits
from docs_store.words import UNSPACED

_RARE: Final = 0.02
_COUNTED: Final = 1_000
"""Share of the articles, and number, up to which those that hold a term are counted one by one where it matters."""


class TermCounts:
    """Counts the articles that hold a term, for one state of the index."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher, analyse: Analysis) -> None:
        self._schema = schema
        self._searcher = searcher
        self._analyse = analyse

    def about(self, term: str) -> int:
        """Return about how many articles hold a term: the engine counts those with it that have changed since, too."""
        return math.ceil(self._searcher.doc_freq(field_of(term), term) * self._live)

    def holding(self, term: str) -> int:
        """Return how many articles hold a term; about how many, where it is no rare one."""
        about = self.about(term)
        is_rare = about <= max(_COUNTED, self._searcher.num_docs * _RARE)
        return count(self._searcher, self.query(term)) if is_rare and self._live < 1 else about

    def of_word(self, word: str) -> int:
        """Return how many articles hold a word."""
        return sum(self.holding(token.term) for token in self._analyse(word)[:1])

    def rarity(self, holding: int) -> float:
        """Return how rare a term is that so many articles hold, 0.0 where only one does."""
        return math.log(1 + (self._searcher.num_docs - holding + 0.5) / (holding + 0.5)) if holding > 1 else 0.0

    def query(self, term: str) -> tantivy.Query:
        """Return what asks texts for a term."""
        return tantivy.Query.term_query(self._schema, field_of(term), term)

    @cached_property
    def _live(self) -> float:
        """The share of the articles that the engine counts by their words which are not deleted or replaced."""
        return self._searcher.num_docs / max(1, self._searcher.num_docs, self._searcher.doc_freq("title", BEGIN))


def field_of(term: str) -> str:
    """Return the field that has a term of texts."""
    return "pairs" if UNSPACED.match(term) else "text"


def count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """Return how many articles fulfil a query."""
    return count_hits(searcher.search(tantivy.Query.const_score_query(query, 0.0), 1))
