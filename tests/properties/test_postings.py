"""What is looked up by words is what a scan finds, in its order: the words save time, never an answer."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from docs_store.interrupts import Interrupts
from docs_store.local import lookup
from docs_store.local.headlines import Headlines
from docs_store.local.records import Records

_WORDS = st.text("abé7", min_size=1, max_size=4)
_TITLES = st.lists(st.lists(_WORDS, max_size=4).map(" ".join), max_size=30)
_NEEDLES = st.lists(st.text("abé7", min_size=1, max_size=3), min_size=1, max_size=3)


@given(_TITLES, _TITLES, _NEEDLES, st.sets(st.integers(1, 60)), st.booleans())
def test_words_find_what_a_scan_finds(
    before: list[str], after: list[str], needles: list[str], gone: set[int], whole: bool
) -> None:
    held = Headlines(Path(), Records.__new__(Records), Interrupts())
    rows = list(enumerate((*before, *after), 1))
    held._extend([rows[: len(before)], rows[len(before) :]])
    held._drop(gone)
    if whole and not held._lookup.vocabulary.has(needles):
        return
    looked_up = held._match_literally(needles, 10, whole=whole)
    assert held._lookup.places(needles, whole=whole) is not None
    with patch.object(lookup, "_MOST_POSTED", -1):
        assert held._lookup.places(needles, whole=whole) is None
        assert held._match_literally(needles, 10, whole=whole) == looked_up
