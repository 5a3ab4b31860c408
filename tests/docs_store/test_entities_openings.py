"""Names of common words where they open a sentence, whose capital alone says nothing there."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, str, EntityKind]]:
    return [(text[each.start : each.end], each.name, each.kind) for each in find_entities(text, language="en")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lantern Savings Bank said its shares were sold.", "Lantern Savings Bank"),
        ("Harbour Lamp Systems makes lamps.", "Harbour Lamp Systems"),
        ("Open Harbour Foundation employees left.", "Open Harbour Foundation"),
    ],
)
def test_what_ends_as_bodies_do_and_does_what_they_do(text: str, name: str) -> None:
    assert named(text) == [(name, name, ORGANISATION)]


def test_its_first_word_is_it_too() -> None:
    text = "Lantern Savings Bank said so. They sold Lantern stock. Lantern also said that it was glad."
    assert named(text) == [
        ("Lantern Savings Bank", "Lantern Savings Bank", ORGANISATION),
        ("Lantern", "Lantern Savings Bank", ORGANISATION),
        ("Lantern", "Lantern Savings Bank", ORGANISATION),
    ]


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("They sold Harbour Blue Ltd there. Harbour Blue is on a pier.", "Harbour Blue", "Harbour Blue Ltd"),
        ("They sold Harbour Blue Airlines. Harbour Blue is on a pier.", "Harbour Blue", "Harbour Blue Airlines"),
        (
            "It was told by Harbour Blue chief executive Odile Varga. Harbour Blue is late.",
            "Harbour Blue",
            "Harbour Blue",
        ),
    ],
)
def test_what_the_text_has_shown_elsewhere(text: str, name: str, full: str) -> None:
    *_, last = named(text)
    assert last == (name, full, ORGANISATION)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lantern Light fell. Harbour Work is hard.", []),
        ("Labour markets rose.", []),
        ("Former Varnolt boss Odile Varga left.", [("Varnolt", ORGANISATION), ("Odile Varga", PERSON)]),
        ("It was told by Varnolt chairman Odile Varga.", [("Varnolt", ORGANISATION), ("Odile Varga", PERSON)]),
    ],
)
def test_what_opens_a_sentence_and_is_no_name(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert [(written, kind) for written, _, kind in named(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("China opened a pier.", "China", PLACE),
        ("Congress has approved it.", "Congress", ORGANISATION),
        ("Apple said it would sell lamps.", "Apple", ORGANISATION),
        ("Cowboys coach Odile Varga was glad.", "Cowboys", ORGANISATION),
        ("Turkey said it would vote.", "Turkey", PLACE),
    ],
)
def test_known_names_that_are_words_too_and_do_what_names_do(text: str, name: str, kind: EntityKind) -> None:
    assert named(text)[0][1:] == (name, kind)


@pytest.mark.parametrize("text", ["Apple pie is a dish.", "Cowboys ride there.", "Turkey was eaten."])
def test_known_names_that_are_words_too_and_do_what_words_do(text: str) -> None:
    assert named(text) == []
