from __future__ import annotations

import pytest

from docs_store.entities.names import Organisations, People, family_name, initials, key, plain


@pytest.mark.parametrize("spelling", ["Choe Son Hui", "Choe Son-hui", "CHOE SON-HUI", "Choe  Son‐Hui"])
def test_spellings_share_a_key(spelling: str) -> None:
    assert key(spelling) == key("Choe Son Hui")


def test_plain_takes_diacritics_off() -> None:
    assert plain("Łódź Dvořák Øst") == "Lodz Dvorak Ost"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Galina Orlova", "Orlova"),
        ("Pak Chol Min", "Pak"),
        ("Pak Chol-min", "Pak"),
        ("Martin Osgood Jr.", "Osgood"),
        ("Bruce Lee", "Lee"),
        ("Lee Harrington", "Harrington"),
    ],
)
def test_family_names(name: str, family: str) -> None:
    assert family_name(name) == family


def test_initials_skip_small_words() -> None:
    assert initials("Organization for Security and Co-operation in Europe") == "OSCOE"
    assert initials("World Health Organization") == "WHO"


def test_people_are_found_by_either_part_of_their_name() -> None:
    people = People()
    people.add("Galina Orlova")
    assert people.canonical("Orlova") == "Galina Orlova"
    assert people.canonical("Galina") == "Galina Orlova"
    assert people.canonical("Petrova") is None


def test_nobody_is_chosen_among_two() -> None:
    people = People()
    people.add("Galina Orlova")
    people.add("Vera Orlova")
    assert people.canonical("Orlova") is None
    assert people.canonical("Vera") == "Vera Orlova"


def test_an_organisation_is_found_by_acronym_tail_and_first_word() -> None:
    bodies = Organisations()
    bodies.add("Ridgemont Harbour Board")
    bodies.define("RHB", "Ridgemont Harbour Board")
    assert {bodies.canonical(short) for short in ("RHB", "Harbour Board", "Ridgemont")} == {"Ridgemont Harbour Board"}
    bodies.add("Ridgemont Ferry Company")
    assert bodies.canonical("Ridgemont") is None
