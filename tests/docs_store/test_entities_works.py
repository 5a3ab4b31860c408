"""Titles of works, which look like somebody or some place."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text, language="en")]


@pytest.mark.parametrize(
    "text",
    [
        "It is said in her novel Quill Street.",
        "He sang it on the album Norway.",
        "The latest film Odile Varga, of last year, won.",
        "The musical Tom Tarrow has been late.",
        "They heard “Quill Street” there.",
        "They heard “Odile” there.",
    ],
)
def test_a_title_is_no_name(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It is the book Odile Varga wrote.", "Odile Varga", PERSON),
        ("It is the film Odile Varga has directed.", "Odile Varga", PERSON),
        ("They live in “Norway”, it says.", "Norway", PLACE),
        ("They live in Quill Street, it says.", "Quill Street", PLACE),
        ("The filming of it began in Norway.", "Norway", PLACE),
    ],
)
def test_who_made_it_and_where_are_names(text: str, name: str, kind: EntityKind) -> None:
    assert named(text) == [(name, kind)]
