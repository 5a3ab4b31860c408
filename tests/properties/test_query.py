"""What holds of the query language, whatever is typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs_store import QueryError
from docs_store.query.completing import unfinished
from docs_store.query.model import FIELD_NAMES, Dated, Query, Term
from docs_store.query.parsing import MAX_LENGTH, MAX_WORDS, check_query, parse
from docs_store.text import clean

TODAY = dt.date(2031, 5, 14)
_PIECES = st.sampled_from(
    [*(f"{name}:" for name in FIELD_NAMES),
     "!", "|", "^", "$", "'", '"', "“", " ", "\n", "\t", ":", "-", "*", "\\", "[", "(",
     "\x1b", "\u202e", "\ud800", "字", "harbour", "2024-01", "last march", "9999999", "images", "é", "\u0301"]
)  # fmt: skip
_TYPED = st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=20).map("".join)


@settings(max_examples=2_000)
@given(_TYPED)
def test_any_string_parses_to_clean_conditions(text: str) -> None:
    query = parse(text, TODAY)
    for clause in query.clauses:
        assert clause
        for condition in clause:
            if isinstance(condition, Term):
                assert clean(condition.text) == condition.text
                assert condition.text == " ".join(condition.text.split())
                assert any(character.isalnum() for character in condition.text)
                assert '"' not in condition.text
            elif isinstance(condition, Dated) and condition.first and condition.last:
                assert condition.first <= condition.last
    for fault in query.faults:
        assert 0 <= fault.start < fault.end <= MAX_LENGTH
        assert fault.problem


@given(_TYPED)
def test_a_query_is_strictly_right_where_it_has_no_faults(text: str) -> None:
    query = parse(text)
    if query.faults:
        with pytest.raises(QueryError):
            check_query(text)
    else:
        assert check_query(text) == query


@given(_TYPED)
def test_words_and_filters_are_all_there_is(text: str) -> None:
    query = parse(text, TODAY)
    assert len(query.words) + len(query.filters) == len(query.clauses)


@given(st.lists(st.text("abc ", max_size=9), max_size=200))
def test_words_are_capped(parts: list[str]) -> None:
    query = parse(" ".join(f'"{part}" {part}' for part in parts))
    assert sum(len(term.text.split()) for term in query.terms) <= MAX_WORDS
    assert sum(len(term.text) for term in query.terms) <= MAX_LENGTH


@given(_TYPED)
def test_what_is_completed_begins_as_it_was_typed(text: str) -> None:
    begun = unfinished(text)
    assert text.startswith(begun.before)
    for completion in begun.names():
        assert completion.query.startswith(begun.before)


def test_long_queries_are_cut() -> None:
    assert len(parse("word " * 100_000).terms) == MAX_WORDS
    assert len(parse("x" * 100_000).terms[0].text) == MAX_LENGTH
    assert parse("|" * 100_000).clauses == parse("!" * 100_000).clauses == ()
    assert parse("") == Query()
