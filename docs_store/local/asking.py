"""From a query to what Tantivy is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise, product
from typing import Final, NamedTuple, TypeAlias

import tantivy
from rapidfuzz.distance import OSA
from tantivy import FieldType, Occur

from docs_store.completing import ENTITY_KINDS
from docs_store.doubting import RARER
from docs_store.local.fields import BEGIN, END, Analysis, in_pairs
from docs_store.model import EntityKind
from docs_store.needles import completed, expects_all, in_two, may_be_joined_with, needles
from docs_store.passages import PREFIX_LENGTH, UNSPACED, Needle, Wanted, typos_allowed
from docs_store.query import Clause, Condition, Dated, Field, Flagged, Match, Query, Term, only, plain

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

_WHOLE: Final = 6
"""Letters from which on a word may be whole, and mistyped, though others begin with it."""

_TWO: Final = 2
"""Terms of two words."""

_MOST_KNOWN: Final = 200
"""Queries whose words are known at a time: those of some keys."""

EntityNumbers: TypeAlias = Callable[[str, EntityKind | None, bool], Sequence[int]]
"""Name, kind and whether it is whole → the numbers of the entities meant."""


Spellings: TypeAlias = Callable[[str], Sequence[str]]
"""A word, folded → the words that it may be a misspelling of, the likest first."""


class AllWords(NamedTuple):
    """What asks for articles that hold all the words of a query."""

    held: tantivy.Query
    """Not ranked by their headlines: for counting."""
    ranked: tantivy.Query
    together: tantivy.Query | None
    """Of these the ones that hold them within a few words; None in scripts without spaces."""


class Asking:
    """Builds queries for one state of the index."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        analyse: Analysis,
        entities: EntityNumbers,
        spellings: Spellings,
        known: dict[Query, tuple[Wanted, ...]],
    ) -> None:
        """`known` keeps what `needles` has answered for this state of the index: one search asks several times."""
        self._schema = schema
        self._searcher = searcher
        self._analyse = analyse
        self._entities = entities
        self._spellings = spellings
        self._known_needles = known

    def any_word(self, query: Query) -> tantivy.Query:
        """Return what asks for articles that fulfil the filters and hold any of the words, which rank them."""
        parts = self._filters(query)
        wanted = self._wanted(query)
        if wanted:
            ranked = [part for asked in wanted for part in self._weighed_parts(asked)]
            parts.append((Occur.Must, _any_of(ranked)))
        return _all_of_parts(parts)

    def all_words(self, query: Query) -> AllWords | None:
        """Return what asks for those that hold all the words; None unless these are a few."""
        wanted = self._wanted(query)
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
        close = tantivy.Query.const_score_query(_any_of(rows) if len(rows) > 1 else rows[0], 0.0)
        return AllWords(held, ranked, tantivy.Query.boolean_query([*parts, (Occur.Must, close)]))

    def _ways(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Needle, ...]]:
        """Yield the rows that are asked for together: of each word itself, then, for a few, what will do too."""
        either = [dict.fromkeys((self._known(asked), *asked.also[:1])) for asked in wanted]
        return islice(product(*either), _WAYS)

    def _close(self, row: Sequence[str | tuple[int, str]]) -> tantivy.Query:
        return tantivy.Query.phrase_query(self._schema, "text", list(row), _SLOP)

    def whole(self, query: Query) -> tantivy.Query:
        """Return what asks for articles that fulfil the filters and hold all the words, however many."""
        return _all_of_parts(
            [*self._filters(query), *((Occur.Must, self._needle(each, True)) for each in self._wanted(query))]
        )

    def is_level(self, query: Query) -> bool:
        """Tell whether all that is found scores alike: one word is asked for, and it is unfinished or mistyped."""
        wanted = self._wanted(query)
        if len(wanted) != 1 or UNSPACED.match(wanted[0].needle[0]) or wanted[0].also:
            return False
        if not self._unknown(wanted[0].needle):
            return False
        return not any(Query((clause,)).terms for clause in query.filters)

    def _filters(self, query: Query) -> list[tuple[Occur, tantivy.Query]]:
        return [(Occur.Must, self._weighed(clause)) for clause in query.filters]

    def _wanted(self, query: Query) -> Sequence[Wanted]:
        """Return the words asked for, without letters that begin too much, unless there is nothing else."""
        wanted = self.needles(plain(query.words))
        worded = [
            each for each in wanted if len(each.typed) >= PREFIX_LENGTH or each.also or not self._unknown(each.needle)
        ]
        return worded or wanted

    def needles(self, query: Query) -> tuple[Wanted, ...]:
        """Return what a text must hold, words that no article holds with what they may be a misspelling of.

        So, too, where no article holds all words, one that few hold, if what it is like completes them.
        """
        if (known := self._known_needles.get(query)) is None:
            if len(self._known_needles) >= _MOST_KNOWN:
                self._known_needles.clear()
            wanted = self._joined(tuple(map(self._respelled, map(self._held, needles(query, self._analyse)))))
            known = wanted if query.filters else completed(wanted, self._hold_all, self._usual)
            self._known_needles[query] = known
        return known

    def _held(self, asked: Wanted) -> Wanted:
        """Leave out the phrases that would do too and that no text has: of two letters few are initials."""
        also = tuple(needle for needle in asked.also if len(needle) == 1 or self._is_held(needle))
        return asked._replace(also=also) if also != asked.also else asked

    def _is_held(self, needle: Needle) -> bool:
        return self._many_hold(needle, 1)

    def _many_hold(self, needle: Needle, many: int) -> bool:
        return len(self._searcher.search(self._phrase("text", needle), many, count=False).hits) == many

    def _joined(self, wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
        """Let what two words make together do for each of them: "semiconductor" for "semi conductor"."""
        also: list[tuple[Needle, ...]] = [asked.also for asked in wanted]
        for at, (one, other) in enumerate(pairwise(wanted if expects_all(len(wanted)) else ())):
            if not may_be_joined_with(one.typed, other.typed):
                continue
            terms = [token.term for token in self._analyse(one.typed + other.typed)]
            if len(terms) == 1 and not UNSPACED.match(terms[0]) and self._holding(terms[0]):
                also[at : at + 2] = [(*each, (terms[0],)) for each in also[at : at + 2]]
        return tuple(asked._replace(also=more) for asked, more in zip(wanted, also, strict=True))

    def _in_two(self, typed: str) -> tuple[Needle, ...]:
        """Return the two words, one after the other in some text, that one without a space between may be."""
        needles = (tuple(token.term for word in way for token in self._analyse(word)) for way in in_two(typed))
        return tuple(needle for needle in needles if len(needle) == _TWO and self._is_held(needle))[:1]

    def _respelled(self, asked: Wanted) -> Wanted:
        if UNSPACED.match(asked.needle[0]) or not self._unknown(asked.needle) or not typos_allowed(asked.typed):
            return asked
        begun = self._count_begun(asked.needle[0])
        if begun and len(asked.typed) < _WHOLE:  # it is unfinished
            return asked
        terms = self._meant(asked.typed)
        if sum(map(self._holding, terms)) < begun:
            return asked
        return asked._replace(also=(*(self._in_two(asked.typed) if not begun else ()), *((term,) for term in terms)))

    def _usual(self, asked: Wanted) -> Iterator[Needle]:
        """Yield the terms that one is likely a slip of, or the two that it may be, and that far more articles hold."""
        many = self._holding(asked.needle[0])
        if many and many * RARER <= self._searcher.num_docs and typos_allowed(asked.typed):
            yield from ((term,) for term in self._meant(asked.typed) if self._holding(term) >= RARER * many)
            yield from (two for two in self._in_two(asked.typed) if self._many_hold(two, RARER * many))

    def _hold_all(self, wanted: Sequence[Wanted]) -> bool:
        """Whether an article holds all words, as they stand or as what will do too."""
        held = _all_of([self._needle(asked, True) for asked in wanted])
        return bool(self._searcher.search(tantivy.Query.const_score_query(held, 0.0), 1, count=False).hits)

    def _meant(self, typed: str) -> tuple[str, ...]:
        """Return the terms of the words that one is very likely meant for, the likeliest first."""
        terms = dict.fromkeys(token.term for word in self._spellings(typed) for token in self._analyse(word))
        return tuple(term for term in terms if self._holding(term))

    def _holding(self, term: str) -> int:
        return self._searcher.doc_freq("text", term)

    def _count_begun(self, term: str) -> int:
        """Return how many articles have words that begin so."""
        begun = self._begins(term)
        return int(getattr(self._searcher.search(begun, 1), "count", 1)) if begun else 0

    def _known(self, asked: Wanted) -> Needle:
        return asked.also[0] if asked.also and self._unknown(asked.needle) else asked.needle

    def _begins(self, term: str, field: str = "text") -> tantivy.Query | None:
        """Return what asks for the words that begin so; None where there are none."""
        begun = tantivy.Query.fuzzy_term_query(self._schema, field, term, 0, True, True)
        return begun if self._searcher.search(begun, 1, count=False).hits else None

    def _unknown(self, needle: Needle) -> bool:
        field = "pairs" if UNSPACED.match(needle[0]) else "text"
        return len(needle) == 1 and not self._searcher.doc_freq(field, needle[0])

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
        forgive = term.match is Match.WORD
        wanted = self.needles(only(term)) if forgive else needles(only(term), self._analyse)
        return _all_of(
            [self._needle(each, forgive) if field is None else self._in(field, each, forgive) for each in wanted]
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
        is_whole = bool(self._searcher.doc_freq(field, last))
        unfinished = tantivy.Query.term_query(self._schema, field, last) if is_whole else self._near(field, last)
        held = _all_of([*(tantivy.Query.term_query(self._schema, field, word) for word in others), unfinished])
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
        return _nothing()

    def _in(self, field: str, wanted: Wanted, forgive: bool) -> tantivy.Query:
        needle = wanted.needle
        if forgive and len(needle) == 1 and not wanted.also and not self._searcher.doc_freq(field, needle[0]):
            return self._near(field, wanted.typed)
        return self._as_meant(field, wanted)

    # ------------------------------------------------------------------ ranking

    def _weighed_parts(self, asked: Wanted) -> list[tantivy.Query]:
        """Return what a text must hold to match a word, and what lets it rank higher: the same in the headline."""
        needle = asked.needle
        parts = [self._needle(asked, True)]
        if asked.also and self._unknown(asked.needle):
            parts = [tantivy.Query.boost_query(parts[0], _GUESSED)]
        if not UNSPACED.match(needle[0]) and (asked.also or not self._unknown(needle)):
            parts.append(tantivy.Query.boost_query(self._as_meant("title", asked), TITLE_BOOST))
        return [tantivy.Query.boost_query(part, asked.times) if asked.times > 1 else part for part in parts]

    def _needle(self, asked: Wanted, forgive: bool) -> tantivy.Query:
        needle = asked.needle
        if UNSPACED.match(needle[0]):
            if needle == (needle[0][:1],):
                return tantivy.Query.fuzzy_term_query(self._schema, "pairs", needle[0], 0, True, True)
            return self._phrase("pairs", needle)
        if forgive and self._unknown(needle):
            begun = self._begins(needle[0]) if asked.also else self._near("text", needle[0])
            if begun is not None:
                return _any_of([begun, self._as_meant("text", asked)]) if asked.also else begun
        return self._as_meant("text", asked)

    def _as_meant(self, field: str, asked: Wanted) -> tantivy.Query:
        """Look for a word, the parts of one, or what will do too."""
        parts = [self._phrase(field, needle) for needle in (asked.needle, *asked.also)]
        return _any_of(parts) if len(parts) > 1 else parts[0]

    def _phrase(self, field: str, needle: Needle) -> tantivy.Query:
        if len(needle) == 1:
            return tantivy.Query.term_query(self._schema, field, needle[0])
        return tantivy.Query.phrase_query(self._schema, field, list(needle))

    def _near(self, field: str, word: str) -> tantivy.Query:
        """Look for a word that no article holds as the beginning of one; where there is none, as one mistyped."""
        if len(word) < PREFIX_LENGTH:
            return _nothing()
        begun = self._begins(word, field)
        if begun is not None or not typos_allowed(word):
            return begun or _nothing()
        return tantivy.Query.fuzzy_term_query(self._schema, field, word, 1, True, False)


def _nothing() -> tantivy.Query:
    return tantivy.Query.empty_query()


def _all_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    if not parts:
        return _nothing()
    return parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(Occur.Must, part) for part in parts])


def _all_of_parts(parts: Sequence[tuple[Occur, tantivy.Query]]) -> tantivy.Query:
    return tantivy.Query.boolean_query(parts) if parts else tantivy.Query.all_query()


def _any_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
