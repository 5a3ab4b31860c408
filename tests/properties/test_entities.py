from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import find_entities

LANGUAGES = st.sampled_from(("en", "", "de", "fr", "ru", "ja", "ko", "ar", "he", "el", "xx", "en-GB"))
_PIECES = """
President |Vladimir |Kim |Jong-un |Moscow|Bank of |and |the |The |U.S. |A |A.|I |'s |, D.C.|, | (WHO)|. |Mr. |al-|de |
|World Health Organization|Ş|ŉ|ß|İ|東京|Россия|-|’|"|United |\u00a0|Москве|북한은|of """
PIECES = st.sampled_from(_PIECES.split("|"))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS, LANGUAGES)
def test_mentions_are_sorted_spans_apart_from_each_other(text: str, language: str) -> None:
    end = 0
    for mention in find_entities(text, language=language):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.name.strip()
        assert mention.block is None
        end = mention.end


@given(TEXTS, LANGUAGES)
def test_the_same_text_has_the_same_mentions(text: str, language: str) -> None:
    assert find_entities(text, language=language) == find_entities(text, language=language)


@given(TEXTS)
def test_one_name_has_one_kind(text: str) -> None:
    kinds: dict[str, str] = {}
    for mention in find_entities(text):
        assert kinds.setdefault(mention.name, mention.kind) == mention.kind


@pytest.mark.parametrize(
    "unit", ["A ", "A.", "A-", "A'", "Aa of ", "A of the ", "al-A ", "U.S. ", "Kim ", "北", "Москва ", '"A" ', "A (A) "]
)
def test_a_megabyte_of_anything_is_read_to_its_end(unit: str) -> None:
    # Were any of it quadratic, this would take hours: a million runs, or one run of a million words.
    text = unit * (1_000_000 // len(unit))
    assert all(mention.end <= len(text) for mention in find_entities(text))


@pytest.mark.parametrize("language", ["de", "fr"])
@pytest.mark.parametrize("unit", ["A’", "A-", "A ", "Der ", "Le ", "A.", "Herr A "])
def test_so_it_is_in_other_languages(unit: str, language: str) -> None:
    # Each apostrophe may begin a name, and each began to look through to the end of the text.
    text = f"A & A GmbH. {unit * (200_000 // len(unit))}, Präsident, président."
    assert all(mention.end <= len(text) for mention in find_entities(text, language=language))


def test_bodies_of_one_head_are_told_apart_in_any_number() -> None:
    # Each "the Ministry" looked through all ministries before it.
    text = "The Ministry of Lamps wrote to the Ministry of Boats. The Ministry said so. " * 4_000
    assert find_entities(text)
