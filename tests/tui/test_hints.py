"""Hints: what many files share is said once."""

from __future__ import annotations

from docs_store import Skipped
from tui.hints import told_hints


def test_a_hint_on_many_files_is_one_line() -> None:
    hints = [Skipped(f"/a/{number}.txt", "lines left out", is_hint=True) for number in range(1200)]
    hints.insert(0, Skipped("/a/t.csv", "columns x and y", is_hint=True))
    assert told_hints(hints, 5) == ("/a/0.txt and 1,199 more: lines left out", "/a/t.csv: columns x and y")
    assert told_hints(hints, 1) == ("/a/0.txt and 1,199 more: lines left out",)
    assert told_hints((), 5) == ()
