"""Reports begin with where they are from, in capitals that are nobody's initials."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PORT SELA, May 3 (Nordlicht) - Rain fell all day.", "Port Sela"),
        ("VERHANE (Nordlicht) — Rain fell all day.", "Verhane"),
        ("QUILLBY, Ore. (NP) _ Rain fell all day.", "Quillby"),
        ("TOKYO, March 20 - Rain fell all day.", "Tokyo"),
    ],
)
def test_the_city_of_a_dateline_is_a_place(text: str, name: str) -> None:
    first = find_entities(text)[0]
    assert (first.start, first.kind, first.name) == (0, EntityKind.PLACE, name)
    assert text[: first.end] == name.upper()


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Lamps fall.\nVERHANE, Norway 1996-08-22\nRain fell all day.\n", "VERHANE"),
        ("LAMPS - RAIN AT SEA.\nVERHANE, Aug 22 (Nordlicht) - Rain fell.\n", "VERHANE"),
        ("VERHANE, 22 August 1996\nRain fell.\n", "VERHANE"),
    ],
)
def test_datelines_below_a_headline_and_alone_on_their_line(text: str, city: str) -> None:
    places = [text[each.start : each.end] for each in find_entities(text) if each.kind is EntityKind.PLACE]
    assert places[0] == city


@pytest.mark.parametrize("text", ["NATO, May 3\nRain fell.\n", "DEAR ANNA, June 3, 2020\nRain fell.\n"])
def test_letters_and_people_over_a_day_are_no_cities(text: str) -> None:
    assert all(each.kind is not EntityKind.PLACE for each in find_entities(text))


@pytest.mark.parametrize(
    "text", ["SELA - Rain fell all day.", "CORRECTION - Rain fell.", "SELA RUBBER, March 20 - Prices rose again."]
)
def test_capitals_before_a_dash_alone_are_neither_place_nor_initials(text: str) -> None:
    assert find_entities(text) == ()


def test_a_body_known_by_heart_stays_one_before_a_dash() -> None:
    (found,) = find_entities("NASA - The probe was lost on Tuesday.")
    assert (found.kind, found.name) == (EntityKind.ORGANISATION, find_entities("The probe of NASA was lost.")[0].name)
