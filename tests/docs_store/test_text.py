"""Cleaning, cutting and folding: the table of the design notes on safety, a row at a time."""

from __future__ import annotations

import unicodedata

import pytest

from docs_store.text import clean_counted, cut_at_word, fold, one_line
from docs_store.unsafe import MAX_MARKS


@pytest.mark.parametrize(
    ("dirty", "cleaned", "removed"),
    [
        ("plain text", "plain text", 0),
        ("line\r\nline\rline\x0bline\x0cline\x85line\u2028line\u2029line", "line\n" * 7 + "line", 0),
        ("tab\tstop", "tab stop", 0),
        ("\x1b[31mred", "␛[31mred", 1),
        ("bell\x07 null\x00", "bell␇ null␀", 2),
        ("\x7f \x9b31m \x9d52;c;aGk=\x9c", "\ufffd \ufffd31m \ufffd52;c;aGk=\ufffd", 4),
        ("abc\u202etxt.exe\u202c", "abc\ufffdtxt.exe\ufffd", 2),
        ("\u2066isolate\u2069 \u200emark\u200f", "\ufffdisolate\ufffd \ufffdmark\ufffd", 4),
        ("zero\u200bwidth\u2060 soft\u00adhyphen \ufeffBOM", "zerowidth softhyphen BOM", 4),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467", 0),
        ("نمی\u200cخواهم", "نمی\u200cخواهم", 0),
        ("\ud800 \ufdd0 \U0001ffff \U000e0041", "\ufffd \ufffd \ufffd \ufffd", 4),
        ("[bold]brackets[/] stay", "[bold]brackets[/] stay", 0),
        ("cafe\u0301", "café", 0),
    ],
)
def test_clean(dirty: str, cleaned: str, removed: int) -> None:
    answer = clean_counted(dirty)
    assert (answer.text, answer.removed) == (cleaned, removed)


def test_a_base_keeps_a_few_marks_and_the_rest_are_counted() -> None:
    answer = clean_counted("Z" + "\u0335" * 100 + "algo")
    assert sum(map(unicodedata.combining, answer.text)) > 0
    assert len([c for c in answer.text if unicodedata.combining(c)]) == MAX_MARKS
    assert answer.removed == 96
    assert answer.text.endswith("algo")


def test_marks_are_cut_before_they_are_composed() -> None:
    """Composing these first (NFC) would take over 20 s: whoever swaps the two steps will notice."""
    assert clean_counted("a" + "\u0301\u0323" * 200_000).removed > 399_990


def test_one_line_is_one_line_of_bounded_length() -> None:
    assert one_line("  A headline\n over   two\tlines ") == "A headline over two lines"
    assert one_line("word " * 200, 20) == "word word word word…"


def test_cutting_between_words() -> None:
    assert cut_at_word("short", 90) == "short"
    assert cut_at_word("The bridge, it was said, closed", 24) == "The bridge, it was…"
    assert cut_at_word("x" * 50, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "CAFE"),
        ("Łódź", "lodz"),
        ("ﬁne", "FINE"),
        ("Straße", "strasse"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("İzmir", "izmir"),
    ],
)
def test_folding_makes_one_of_what_readers_take_for_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)
