"""Which names of an archive are offered for what somebody types, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.entities.names_like import names_like, stands_for
from docs_store.model import EntityCount, EntityKind

NAMED = {
    "Odile Varga": 60, "Varga Shipping Co": 2, "Oskar Varga": 5, "Harbour Bank of Sela": 12, "Sela": 40,
    "Bank of Tarrow": 9, "Council of Piers": 3, "Association of Pier Owners": 7, "Tarrow Oil Co": 4, "Non-Apo Sela": 1,
    "Federal Piers Office": 30, "Cal Fed": 1, "U.S. Ferries": 2,
}  # fmt: skip


def offered(typed: str, limit: int = 20) -> list[str]:
    named = [EntityCount(name, EntityKind.OTHER, count) for name, count in NAMED.items()]
    named.sort(key=lambda each: -each.articles)
    return [each.name for each in names_like(typed, named, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("varga", "Odile Varga"),
        ("oskar varga", "Oskar Varga"),
        ("vraga osk", "Oskar Varga"),
        ("bank sela", "Harbour Bank of Sela"),
        ("fed", "Federal Piers Office"),
        ("apo", "Association of Pier Owners"),
        ("owners apo", "Association of Pier Owners"),
    ],
)
def test_the_name_that_is_meant_comes_first(typed: str, first: str) -> None:
    assert offered(typed)[0] == first


def test_names_with_one_word_of_several_follow_those_with_all() -> None:
    found = offered("bank tarrow")
    assert found[0] == "Bank of Tarrow"
    assert set(found[1:]) == {"Harbour Bank of Sela", "Tarrow Oil Co"}


def test_letters_alone_are_enough_only_where_no_word_is_there() -> None:
    assert "Council of Piers" not in offered("oil tarrow")
    assert offered("zzzz") == []


def test_an_acronym_stands_for_capitals_of_whole_words() -> None:
    assert stands_for("apo", "Association of Pier Owners")
    assert not stands_for("us", "U.S. Ferries")
    assert not stands_for("v", "Varga")
    assert not stands_for("vsc", "Varga Shipping")


@given(st.text(max_size=30), st.integers(0, 20))
def test_anything_can_be_typed(typed: str, limit: int) -> None:
    found = offered(typed, limit)
    assert len(found) <= limit
    assert len(set(found)) == len(found)
