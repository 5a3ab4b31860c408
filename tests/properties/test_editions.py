"""A sketch depends on a text's words alone: not on its marks, its case, or the way its words were found."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from docs_store.model import Block, BlockKind
from docs_store.stories.editions import sketch

_WORDS = st.lists(st.text("abcdefgXYZ0189éßłяع東", min_size=1, max_size=6), min_size=1, max_size=150)
_MARKS = re.compile(r"[^\w]|_")


def _sketch(text: str) -> tuple[int, ...]:
    return sketch([Block(BlockKind.PARAGRAPH, text)])


@given(
    _WORDS,
    st.lists(st.sampled_from([" ", ", ", ".\n", "_", "\x00", "\u00a0", "’", " – ", "…", "（", "؟", "。"]), min_size=1),
)
def test_marks_and_case_change_nothing(words: list[str], marks: list[str]) -> None:
    marked = "".join(word + marks[at % len(marks)] for at, word in enumerate(words))
    assert _sketch(marked) == _sketch(" ".join(words).lower())


@given(st.text(min_size=1, max_size=2_000).filter(str.strip))
def test_a_sketch_is_at_most_eight_ascending_numbers_of_32_bits(text: str) -> None:
    numbers = _sketch(text)
    assert len(numbers) <= 8
    assert list(numbers) == sorted(set(numbers))
    assert all(0 <= number < 2**32 for number in numbers)
    assert not numbers or len(_MARKS.sub(" ", text)) >= 35
