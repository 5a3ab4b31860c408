"""What holds of cleaning, whatever the text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import unsafe
from docs_store.text import are_lines, clean, clean_counted, cut_at_word, fold, one_line
from docs_store.unsafe import MAX_MARKS

_ODD = st.sampled_from(
    "\x00\x07\x1b\x7f\x85\x90\x9b\x9d\xad\u0301\u0335\u061c\u200b\u200d\u200e\u202e\u2028\u2060\u2066\ufeff\ufffe\ud83d"
    "\t\r\n []/@=\\'\""
)
_TEXT = st.lists(st.one_of(st.text(max_size=8), _ODD), max_size=40).map("".join)
# What a terminal may act on, what reorders a line, what hides: none of it may be left.
_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff\ud800-\udfff]"
)


@given(_TEXT)
def test_nothing_is_left_that_acts_or_hides(text: str) -> None:
    assert not _ACTING.search(clean(text))


@given(_TEXT)
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean_counted(once) == type(clean_counted(once))(once, 0)


def test_what_is_passed_at_a_glance_no_step_would_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone, at the end of a word and twice: what composes with its neighbour would show."""
    passed = [letter for letter in map(chr, range(0x110000)) if unsafe.UNTOUCHED.fullmatch(letter)]
    monkeypatch.setattr(unsafe, "UNTOUCHED", re.compile("(?!)"))
    assert [
        letter for letter in passed if clean(f"e{letter}{letter} x{letter}") != f"e{letter}{letter} x{letter}"
    ] == []
    letters = map(chr, [*range(0xD800), *range(0xE000, 0x110000)])
    taken_apart = [unicodedata.normalize("NFD", letter) for letter in letters]
    assert {parts[-1] for parts in taken_apart if len(parts) > 1}.isdisjoint(passed)


@given(st.lists(_TEXT | st.text("a ’é\n"), max_size=4), st.integers(1, 12))
def test_lines_told_at_a_glance_are_as_cleaning_leaves_them(texts: list[str], limit: int) -> None:
    if are_lines(texts, limit):
        assert [one_line(text, limit) for text in texts] == texts


@given(_TEXT)
def test_no_base_carries_more_marks_than_allowed(text: str) -> None:
    run = 0
    for character in clean(text):
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        assert run <= MAX_MARKS


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_printable_ascii_is_kept_to_the_letter(text: str) -> None:
    assert clean(text) == text


@given(_TEXT, st.integers(1, 60))
def test_one_line_is_short_clean_and_of_one_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert clean(line) == line


@given(_TEXT, st.integers(8, 60))
def test_what_is_cut_is_a_beginning(text: str, limit: int) -> None:
    cut = cut_at_word(text, limit)
    assert len(cut) <= limit
    assert text.startswith(cut.removesuffix("…"))


@given(_TEXT)
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
