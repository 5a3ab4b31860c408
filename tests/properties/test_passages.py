from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docs_store.local.fields import Analysis
from docs_store.query.matching import Asked, Kind, answer
from docs_store.query.needles import needles
from docs_store.query.parsing import parse
from docs_store.query.passages import SNIPPET_LIMIT, Hit, best_passage, locate, spans
from docs_store.text import clean, fold
from docs_store.words import Analyse, words

_WORDS = st.sampled_from(
    ["harbour", "Harbours", "ferry", "Fähre", "bridge", "東京湾", "a", "the", "don't", "हिन्दी", "ﬁne", "İzmir"]
)
_TEXTS = st.one_of(st.lists(_WORDS, max_size=60).map(" ".join), st.text(max_size=200)).map(clean)
_LONG = st.lists(st.one_of(_WORDS, st.sampled_from([". ", "! ", "\n", "x" * 300])), max_size=200).map(" ".join)


@given(_TEXTS)
@example("東{e:\u0301")
def test_words_are_where_they_say(text: str) -> None:
    tokens = words(text)
    assert all(0 <= token.start < token.end <= len(text) and token.term for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    for token in tokens:
        stretch = text[token.start : token.end]
        assert token.term in (fold(stretch), stretch)  # unspaced scripts are compared as they are


@given(_TEXTS)
def test_the_indexs_analysis_is_where_it_says(text: str) -> None:
    tokens = Analysis()(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair)))))
def test_spans_cover_the_same_letters_apart_and_in_order(hits: list[tuple[int, int]]) -> None:
    merged = spans(hits)
    covered = {at for start, end in hits for at in range(start, end)}
    assert {at for start, end in merged for at in range(start, end)} == covered
    assert all(one[1] < other[0] for one, other in pairwise(merged))


@given(_TEXTS, st.lists(_TEXTS, max_size=3))
def test_hits_lie_in_their_passages(text: str, passages: list[str]) -> None:
    for analyse in (words, Analysis()):
        found = locate(needles(parse(text), analyse), passages, analyse)
        assert len(found) == len(passages)
        for hits, passage in zip(found, passages, strict=True):
            assert all(0 <= hit.start < hit.end <= len(passage) for hit in hits)


@given(_WORDS, _TEXTS, _TEXTS)
def test_a_word_is_found_where_it_stands(word: str, before: str, after: str) -> None:
    wanted = needles(parse(word), words)
    (hits,) = locate(wanted, [f"{before} {word} {after}"], words)
    assert any(hit.start <= len(before) + 1 < hit.end for hit in hits)


@example(["Fähre .  .  harbour Harbours"], 20)
@given(st.lists(_LONG, max_size=4), st.integers(20, 300))
def test_a_snippet_is_a_piece_of_the_text_with_its_marks_in_place(blocks: list[str], limit: int) -> None:
    wanted = needles(parse("harbour ferry 東京"), words)
    hits = locate(wanted, blocks, words)
    snippet, marks = best_passage(blocks, hits, limit=limit)
    assert len(snippet) <= limit
    assert "\n" not in snippet
    flat = [block.replace("\n", " ") for block in blocks]
    assert any(snippet.strip("…") in block for block in flat) or not snippet
    assert all(0 <= start < end <= len(snippet) for start, end in marks)
    assert bool(marks) == any(hits)
    typed = {fold(block[hit.start : hit.end]) for block, found in zip(blocks, hits, strict=True) for hit in found}
    for start, end in marks:
        marked = fold(snippet[start:end])
        assert any(marked in word or word in marked for word in typed)


def test_the_densest_passage_wins() -> None:
    far = "harbour " + "word " * 200 + "harbour "
    blocks = [far, "A ferry.", "word " * 100 + "The ferry left the harbour at noon. " + "word " * 100]
    snippet, marks = best_passage(blocks, locate(needles(parse("ferry harbour"), words), blocks, words))
    assert [snippet[start:end] for start, end in marks] == ["ferry", "harbour"]
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert len(snippet) <= SNIPPET_LIMIT


def test_without_hits_the_beginning_is_shown() -> None:
    assert best_passage(["The first block.", "Another."], [(), ()]) == ("The first block.", ())
    assert best_passage([], []) == ("", ())
    assert best_passage(["one two"], [(Hit(4, 7, 0),)]) == ("one two", ((4, 7),))


@given(_TEXTS, _TEXTS)
def test_an_answer_has_its_marks_in_the_headline(typed: str, title: str) -> None:
    found = answer(Asked.of(parse(typed)), title)
    if found is not None:
        assert 0 <= found.score <= 1.1
        assert all(0 <= start < end <= len(title) for start, end in found.marks)


@given(st.lists(_WORDS, min_size=1, max_size=6, unique=True), st.randoms())
def test_words_of_a_headline_answer_in_any_order(parts: list[str], chance: object) -> None:
    title = " ".join(parts)
    chance.shuffle(parts)  # type: ignore[attr-defined]  # a random.Random
    found = answer(Asked.of(parse(" ".join(parts))), title)
    assert found is not None
    assert found.kind is Kind.GOOD


@pytest.mark.parametrize("analyse", [words, Analysis()])
def test_one_character_of_a_script_without_spaces_is_found_in_whatever_words_it_stands(analyse: Analyse) -> None:
    passages = ["港の橋、空港。港", "no word of it"]
    hits, none = locate(needles(parse("港"), analyse), passages, analyse)
    assert [(hit.start, hit.end) for hit in hits] == [(0, 1), (5, 6), (7, 8)]
    assert none == ()
