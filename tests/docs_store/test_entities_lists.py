"""Lists of names, of which those that are plainly somebody's tell what the others are."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text, language="en")]


@pytest.mark.parametrize(
    "sheet",
    [
        "Murphy, Brennan, Quenby, Stringer, Gallagher",
        "Murphy; Brennan (capt), Quenby, S Gallagher, Nolan and Lindqvist",
        # Most are names from abroad that no list has, as teams have them.
        "Dudek, Varnesky, Gallagher, Quenhold, Traore, Maggeld, Osknes, Riisfold, Nunez, Stringer",
    ],
)
def test_a_team_sheet_is_of_persons(sheet: str) -> None:
    listed = [
        name for part in sheet.replace(" (capt)", "").replace(";", ",").split(", ") for name in part.split(" and ")
    ]
    assert named(f"The team that was chosen is: {sheet}.") == [(name, PERSON) for name in listed]


def test_who_comes_on_is_of_the_list_and_where_a_player_is_from_is_not() -> None:
    text = "It was Murphy, Brennan (Quenby 72), Gallagher, Nolan (Osklund), Lindqvist and Dempsey."
    found = named(text)
    assert ("Quenby", PERSON) in found
    assert "Osklund" not in dict(found)
    assert [name for name, _ in found if name != "Quenby"] == [
        "Murphy",
        "Brennan",
        "Gallagher",
        "Nolan",
        "Lindqvist",
        "Dempsey",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It was told by Odile Varga, Tom Tarrow, Quenby and Varnolt.",
            ["Odile Varga", "Tom Tarrow", "Quenby", "Varnolt"],
        ),
        ("Dido, Odile Varga and Tom Tarrow sang.", ["Dido", "Odile Varga", "Tom Tarrow"]),
        ("Additionally, Odile Varga and Tom Tarrow sang.", ["Odile Varga", "Tom Tarrow"]),
    ],
)
def test_persons_pull_the_rest_of_their_list_along(text: str, names: list[str]) -> None:
    assert named(text) == [(name, PERSON) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "They make Lamps, Piers, Boats, Ships and Oars there.",
        "He saw Gallagher, Hendricks, Osklund, Boeing, Novotny and Toyota.",
    ],
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert not [name for name, kind in named(text) if kind is PERSON]
