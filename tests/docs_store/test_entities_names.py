from __future__ import annotations

import pytest

from docs_store.entities import find_entities
from docs_store.entities.bodies import Organisations
from docs_store.entities.names import People, family_name, initials, key, plain
from docs_store.entities.persons_parted import one_person_each


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


def test_a_second_given_name_makes_another_person() -> None:
    text = "Minister John Tarrow met his son, Mr John Quincy Tarrow. Lena M. Sela and Lena Sela came."
    found = [mention.name for mention in find_entities(text)]
    assert found == ["John Tarrow", "John Quincy Tarrow", "Lena M. Sela", "Lena M. Sela"]


def test_one_person_each() -> None:
    names = ("Odile Varga", "O. Varga", "Jim Tarrow", "James Tarrow", "Lena Sela", "Lena M. Sela")
    assert one_person_each(names) == {"O. Varga": "Odile Varga", "Jim Tarrow": "James Tarrow"}


@pytest.mark.parametrize(
    "names",
    [
        ("O. Varga", "Odile Varga", "Oskar Varga"),
        ("Odile Varga", "Oskar Varga"),
        ("Ludo Varga", "Ludo Varga Jr"),
        ("Martin Varga", "Marvin Varga"),
        ("O. Varga", "O. Varga"),
    ],
)
def test_two_people_of_one_family_name_stay_two(names: tuple[str, ...]) -> None:
    assert one_person_each(names) == {}


def test_initials_and_short_forms_in_a_text_go_by_the_full_name() -> None:
    text = (
        "Minister Odile Varga met reporters. O. Varga said that Jim Tarrow knew. James Tarrow denied it. Tarrow left."
    )
    found = [mention.name for mention in find_entities(text)]
    assert found == ["Odile Varga", "Odile Varga", "James Tarrow", "James Tarrow", "James Tarrow"]
