"""What the articles of a store in memory hold, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from docs_store.edits import OSA
from docs_store.memory.entries import Entry, analyse, passages, stem
from docs_store.query.matching import mistyping
from docs_store.query.passages import Needle, Wanted
from docs_store.query.slips import slips_allowed
from docs_store.words import words


class EntryTerms:
    """See `docs_store.query.rewriting.Terms` for what each method promises."""

    def __init__(self, entries: Collection[Entry]) -> None:
        self._entries = entries
        self._counts = Counter(term for entry in entries for term in entry.terms)
        self._of_headlines = {token.term for entry in entries for token in words(entry.article.title)}

    @property
    def articles(self) -> int:
        """How many there are."""
        return len(self._entries)

    def holding(self, term: str) -> int:
        """Return how many articles hold a term."""
        return self._counts[term]

    def of_word(self, word: str) -> int:
        """Return how many articles hold a word."""
        return self.holding(stem(word))

    def unknown(self, needle: Needle) -> bool:
        """Whether one term is looked for, and no article holds it."""
        return len(needle) == 1 and not self.holding(needle[0])

    def count_begun(self, term: str) -> int:
        """Return how many articles have words that begin so."""
        return sum(any(other.startswith(term) for other in entry.terms) for entry in self._entries)

    def many_hold(self, needle: Needle, many: int) -> bool:
        """Whether so many texts hold all of `needle` in a row, or more."""
        return sum(_has(entry, needle) for entry in self._entries) >= many

    def hold_all(self, wanted: Sequence[Wanted]) -> bool:
        """Whether an article holds all words, as they stand or as what will do too."""
        ways = [[asked.needle, *asked.also, *self._begun(asked)] for asked in wanted]
        return any(all(any(_has(entry, needle) for needle in way) for way in ways) for entry in self._entries)

    def _begun(self, asked: Wanted) -> list[Needle]:
        """Return the terms that begin as a word that no article holds."""
        known = self._counts if self.unknown(asked.needle) else ()
        return [(term,) for term in known if term.startswith(asked.needle[0])]

    def spellings(self, word: str) -> list[str]:
        """Return the words of headlines that `word`, folded, is very likely a misspelling of."""
        typos = slips_allowed(word)
        near = (other for other in self._of_headlines if 0 < OSA.distance(word, other, score_cutoff=typos) <= typos)
        likeness = {other: mistyping(word, other) for other in near}
        return sorted(other for other, like in likeness.items() if like >= max(likeness.values()))


def _has(entry: Entry, needle: Needle) -> bool:
    if len(needle) == 1:
        return needle[0] in entry.terms
    if not entry.terms.keys() >= set(needle):
        return False
    rows = ([token.term for token in analyse(passage)] for passage in passages(entry.article))
    return any(tuple(row[at : at + len(needle)]) == needle for row in rows for at in range(len(row)))
