"""Esc, and keys that come with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.escapes import ESC, parted


@pytest.mark.parametrize(
    ("text", "in_box", "parts"),
    [
        ("\x1bf", False, [ESC, "f"]),
        ("\x1bf", True, ["\x1bf"]),  # alt and an arrow, a word further
        ("\x1b3", True, [ESC, "3"]),
        ("ab\x1b/tide\r", True, ["ab", ESC, "/tide\r"]),
        ("\x1bj\x1b*q", False, [ESC, "j", ESC, "*q"]),
        ("\x1b\r", False, [ESC, "\r"]),
        ("\x1bé", False, [ESC, "é"]),
        ("\x1b\x1bq", False, ["\x1b", ESC, "q"]),
        ("\x1b[A\x1bOP\x1b[<0;3;4M", False, ["\x1b[A\x1bOP\x1b[<0;3;4M"]),
        ("\x1bb", False, ["\x1bb"]),
        ("", False, []),
    ],
)
def test_esc_is_told_from_alt_and_from_codes(text: str, in_box: bool, parts: list[str]) -> None:
    assert list(parted(text, in_box=in_box)) == parts


@given(st.text(st.sampled_from("a\x1b[Of3\x7f~")), st.booleans())
def test_nothing_is_lost(text: str, in_box: bool) -> None:
    assert "".join(parted(text, in_box=in_box)) == text
