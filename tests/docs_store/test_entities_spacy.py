"""The real spaCy with a real pipeline, where they are installed: see tests/requirements-spacy.txt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs_store import find_entities
from docs_store.entities import spacy

pytestmark = [
    pytest.mark.skipif("en" not in spacy.installed(), reason="no English pipeline of spaCy's is installed"),
    # thinc and its kin, at import time.
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]

TEXT = """\
Foreign Minister Galina Orlova flew to Norway on Monday.

PARIS WAITS FOR ORLOVA

Officials of Microsoft said President Galina Orlova's brother was in Paris."""


def names(text: str, recogniser: str) -> set[tuple[str, str]]:
    return {(text[m.start : m.end], m.kind.value) for m in find_entities(text, recogniser=recogniser)}


@pytest.mark.parametrize("recogniser", ["spacy", "best"])
def test_titles_and_possessives_stay_outside(recogniser: str) -> None:
    found = names(TEXT, recogniser)
    assert found >= {("Galina Orlova", "person"), ("Norway", "place"), ("Paris", "place")}
    assert not {text for text, _ in found if text.endswith("'s") or "President" in text}


def test_the_installed_pipelines_are_told_by_language() -> None:
    (first, *_) = spacy.installed()["en"]
    pipeline = spacy.pipeline("en")
    assert pipeline is not None
    assert pipeline.name.startswith(f"{first} ")
    assert spacy.pipeline("xx") is None


@settings(max_examples=60)
@given(st.text(), st.sampled_from(("spacy", "best")))
def test_mentions_are_sorted_spans_apart_from_each_other(text: str, recogniser: str) -> None:
    end = 0
    for mention in find_entities(text, recogniser=recogniser):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.name.strip()
        end = mention.end


@pytest.mark.parametrize("text", ["Oslo " * 5_000, "x" * 12_000, "\ud800 Oslo", "OSLO ß\nIN OSLO"])
def test_long_and_odd_texts_are_read_to_their_end(text: str) -> None:
    assert all(mention.end <= len(text) for mention in find_entities(text, recogniser="spacy"))
