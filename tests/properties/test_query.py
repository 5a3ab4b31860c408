from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docs_store.query import MAX_LENGTH, MAX_WORDS, Query, Term, parse
from docs_store.text import clean


@given(st.text(st.sampled_from('ab"“ \n\t-:*\x1b\u202e\ud800字'), max_size=60) | st.text())
def test_any_string_parses_to_clean_terms(text: str) -> None:
    for term in parse(text).terms:
        assert clean(term.text) == term.text
        assert term.text == " ".join(term.text.split())
        assert any(character.isalnum() for character in term.text)
        assert '"' not in term.text


@given(st.text())
def test_what_a_query_asks_is_asked_again_by_its_words(text: str) -> None:
    plain = parse(text).plain
    assert parse(plain).plain == plain


@given(st.lists(st.text("abc ", max_size=9), max_size=200))
def test_words_are_capped(parts: list[str]) -> None:
    query = parse(" ".join(f'"{part}" {part}' for part in parts))
    assert sum(len(term.text.split()) for term in query.terms) <= MAX_WORDS
    assert sum(len(term.text) for term in query.terms) <= MAX_LENGTH


def test_words_and_phrases() -> None:
    assert parse('ferry "port of Selwyn" crews').terms == (
        Term("ferry"),
        Term("port of Selwyn", phrase=True),
        Term("crews"),
    )
    assert parse('“two words” "one" "never closed').terms == (
        Term("two words", phrase=True),
        Term("one"),
        Term("never closed", phrase=True),
    )


def test_nothing_asked() -> None:
    assert parse("") == parse('  "" ?! ') == Query()
    assert not parse("")
    assert parse("a")


def test_long_queries_are_cut() -> None:
    assert len(parse("word " * 100_000).terms) == MAX_WORDS
    assert len(parse("x" * 100_000).plain) == MAX_LENGTH
