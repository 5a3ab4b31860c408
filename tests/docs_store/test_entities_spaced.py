"""Texts whose words and signs stand apart, as corpora have them."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities
from docs_store.entities.spaced import closed, is_spaced

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Varnolt ' s chief executive left .", [("Varnolt", ORGANISATION)]),
        ("Then Varnolt 's chief executive left .", [("Varnolt", ORGANISATION)]),
        ("Odile Varga , Tom Green , 42 , and he did n't see Oslo .",
         [("Odile Varga", PERSON), ("Tom Green", PERSON), ("Oslo", PLACE)]),
        ("The Lamp Pilots Council ( LMPC ) met in Oslo .",
         [("Lamp Pilots Council", ORGANISATION), ("LMPC", ORGANISATION), ("Oslo", PLACE)]),
        ("It was told by Ali al - Varga , who left ( again ) .", [("Ali al - Varga", PERSON)]),
        ("It was a Oslo - based firm , of Norway , they said .", [("Oslo", PLACE), ("Norway", PLACE)]),
    ],
)  # fmt: skip
def test_names_stand_where_the_text_has_them(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert [(text[each.start : each.end], each.kind) for each in find_entities(text)] == names


def test_a_name_is_what_it_would_be_if_nothing_stood_apart() -> None:
    (mention,) = find_entities("It was told by Ali al - Varga , who left ( again ) .")
    assert mention.name == "Ali al-Varga"


@pytest.mark.parametrize(
    "text", ["Odile Varga, 42, left (late).", "It is – so they say – Oslo's pier.", "A list: - one - two - three", ""]
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert not is_spaced(text)
    assert closed(text) == (text, [])


def test_gaps_are_where_a_space_was() -> None:
    text = "Osk ' s pier , ( he said ) , is n ' t Quill ' s ."
    short, gaps = closed(text)
    assert short == "Osk's pier, (he said), isn't Quill's."
    assert {text[gap] for gap in gaps} == {" "}
    assert "".join(letter for at, letter in enumerate(text) if at not in gaps) == short
