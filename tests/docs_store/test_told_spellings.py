"""What a search says of words that might be spelled otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store import open_store
from tests.contract.articles import made


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many(
            [
                *(made(f"{at}", f"Ferry {at}", "The ferry and a dredger sail.", source="Post") for at in range(30)),
                made("told", "A note", "The ferry sails.", source="Courier"),
                made("slip", "Another note", "The dregder sails."),
            ]
        )
    return tmp_path / "archive"


@pytest.mark.parametrize("typed", ["ferry source:courier", "^ferry !source:post", "ferry", "ferries source:courier"])
def test_another_ending_is_not_offered_nor_what_is_rare_only_where_it_was_sought(archive: Path, typed: str) -> None:
    """It offered "ferrys", which has the stem of "ferry", where a filter left few."""
    with open_store(archive, read_only=True) as store:
        assert store.search(typed, limit=5).notes == ()


def test_the_likelier_word_is_offered_for_what_few_texts_have(archive: Path) -> None:
    with open_store(archive, read_only=True) as store:
        assert store.search("dregder", limit=5).notes == ("did you mean dredger? 30 texts have that",)


@pytest.mark.parametrize("typed", ["зеленский", "Ёлка", "їжак", "российский ferry"])
def test_a_letter_that_the_index_keeps_and_comparing_does_not_is_searched_for(archive: Path, typed: str) -> None:
    """In comparing, й is и; the index has й. The search failed where it found little."""
    with open_store(archive, read_only=True) as store:
        assert store.search(typed, limit=5).notes == ()
    with open_store(archive) as store:
        store.put_many([made("both", "Российский зеленский", "Ёлка, їжак.")])
        assert store.search(typed, limit=5).hits[0].article.key == "both"
