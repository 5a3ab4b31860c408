"""Acronyms that a text defines, and the names that their letters show whole."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[mention.start : mention.end], mention.kind) for mention in find_entities(text)]


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("General Understanding on Lamps and Oil", "GULO"),
        ("Potters' Guild Assembly", "PGA"),
        ("Selwyn and Northern Railway", "SNR"),
        ("Harbour Anti-Smuggling Agency", "Hasa"),
        ("Board of Wrecks and Salvage", "BWS"),
    ],
)
def test_letters_in_brackets_show_the_whole_name(name: str, acronym: str) -> None:
    found = find_entities(f"It was told by the {name} ({acronym}) and the papers. Then {acronym} said more.")
    assert [(each.name, each.kind) for each in found] == [(name, ORGANISATION)] * 3


def test_what_a_body_owns_is_no_part_of_its_name() -> None:
    text = "The Oskish Potters' Guild's (OPG) board met. Then the OPG left."
    assert [(each.name, each.kind) for each in find_entities(text)] == [("Oskish Potters' Guild", ORGANISATION)] * 3


def test_an_acronym_between_commas() -> None:
    text = "The Harbour Pilots Association, HAPA, met. Then HAPA left."
    assert [(each.name, each.kind) for each in find_entities(text)] == [
        ("Harbour Pilots Association", ORGANISATION)
    ] * 3


@pytest.mark.parametrize(
    "text",
    [
        "It uses the Global Lantern System (GLS) at night.",
        "It uses the System for Lanterns (SL) at night.",
        "It was said. Great Lamps (made here) burn.",
        "The gross lamp product (GLP) rose.",
        "A board of united lamps (BUL) met. Then the BUL left.",
        "The medium-term lamp plan (MTLP) failed.",
    ],
)
def test_things_are_no_bodies(text: str) -> None:
    assert named(text) == []


def test_somebody_is_no_body() -> None:
    assert (PERSON in {kind for _, kind in named("It was Odile Marie Varga (OMV) who sang.")}) is True


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Lantern Commission met. Then the Commission left.", "Lantern Commission", "Commission"),
        ("The Bank of Selwyn met. The Bank's head left.", "Bank of Selwyn", "Bank"),
        ("The Lantern Museum burned. They saw the Museum.", "Lantern Museum", "Museum"),
    ],
)
def test_a_body_is_called_by_its_head(text: str, name: str, short: str) -> None:
    found = find_entities(text, language="en")
    assert [(text[each.start : each.end], each.name, each.kind) for each in found] == [
        (name, name, ORGANISATION),
        (short, name, ORGANISATION),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Lantern Commission met with the Harbour Commission. Then the Commission left.",
        "The Lantern Commission met. Then the commission left.",
        "The Lantern Commission met. Then a Commission left.",
        "The Lantern Commission met. He lathe Commissioned.",
    ],
)
def test_what_may_be_another_s_head_is_none(text: str) -> None:
    assert not any(text[each.start : each.end] == "Commission" for each in find_entities(text, language="en"))


def test_a_head_before_more_of_a_name_is_not_the_body() -> None:
    text = "The Lantern Court met. It went to the Court of Appeals and the Court Theatre."
    names = [text[each.start : each.end] for each in find_entities(text, language="en")]
    assert names == ["Lantern Court", "Court of Appeals", "Court Theatre"]


def test_letters_that_say_something_are_a_body_s() -> None:
    text = "Then HPL said so. The LMK denied it."
    found = [(text[each.start : each.end], each.kind) for each in find_entities(text, language="en")]
    assert found == [("HPL", EntityKind.ORGANISATION), ("LMK", EntityKind.ORGANISATION)]
