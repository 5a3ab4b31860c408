"""Who is named with a nationality, as a judge, or as a peer."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

PERSON = EntityKind.PERSON


def persons(text: str) -> list[tuple[str, str]]:
    found = find_entities(text, language="en")
    return [(text[each.start : each.end], each.name) for each in found if each.kind is PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Dutchman Piet Quenby left.", "Piet Quenby"),
        ("Slovakian Daniela Varga won.", "Daniela Varga"),
        ("She beat German Marlene Quenby there.", "Marlene Quenby"),
        ("It was Scot Andy Quenby who won.", "Andy Quenby"),
        ("Frenchwoman Odile Quenby and others left.", "Odile Quenby"),
        ("It was Christian Peter Hansen who won.", "Christian Peter Hansen"),
        ("It was told by Roman Varga.", "Roman Varga"),
        ("It was told by Major-Gen Odile Varga.", "Odile Varga"),
        ("It was told by president and CEO Odile Varga.", "Odile Varga"),
        ("It was told by the secretary for Economic Affairs Odile Varga.", "Odile Varga"),
        ("It was told by Daniel arap Varga.", "Daniel arap Varga"),
        ("It was told by Prime Minister Datuk Seri Ibrahim Varga.", "Ibrahim Varga"),
        ("Then Senator Hill left.", "Hill"),
        ("It was told by Commissioner Odile Varga QC.", "Odile Varga"),
        ("Midfielder Odile Varga left.", "Odile Varga"),
        # Who is addressed by a word that companies have in their names, and a peer who is called like a place.
        ("It was told by Mr Cable at noon.", "Cable"),
        ("It was told by Lord Hamilton at noon.", "Lord Hamilton"),
        ("It was told by the Minister for Rehabilitation Osmund Varga.", "Osmund Varga"),
    ],
)
def test_what_country_somebody_is_of_is_no_part_of_the_name(text: str, name: str) -> None:
    assert persons(text) == [(name, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was ruled by Mr Justice Quenby at noon.", "Quenby"),
        ("It was ruled by Mrs Justice Varga at noon.", "Varga"),
        ("It was ruled by Lord Justice May at noon.", "May"),
        ("It was ruled by Lady Justice Quenby at noon.", "Quenby"),
        ("It was ruled by Lord Chief Justice Quenby.", "Quenby"),
        ("It was told to Mrs May at noon.", "May"),
        ("It was told by Dame Odile Quenby.", "Odile Quenby"),
        ("It was told by Lord Tom Quenby.", "Tom Quenby"),
        ("It was led by Lord Quenby in May.", "Lord Quenby"),
        ("It was led by Lady Quenby.", "Lady Quenby"),
        ("It was led by Baroness Quenby.", "Baroness Quenby"),
    ],
)
def test_judges_and_peers(text: str, name: str) -> None:
    assert persons(text) == [(name, name)]


def test_a_peer_is_who_has_the_name_in_full() -> None:
    text = "It was led by Lord Quenby. Harry Quenby said so, and Quenby left."
    assert {name for _, name in persons(text)} == {"Harry Quenby"}
    text = "It was led by Lord Quenby. Later Quenby left."
    assert {name for _, name in persons(text)} == {"Lord Quenby"}


def test_a_particle_before_a_name_is_part_of_it() -> None:
    text = "He met Odile van Osk and Osmund bin Varga. Then van Osk left. Some of bin Varga's men spoke of bin Varga."
    assert persons(text)[2:] == [("van Osk", "Odile van Osk")] + [("bin Varga", "Osmund bin Varga")] * 2
    assert persons("He met Odile van Osk. The van Quillby drove was red.") == [("Odile van Osk", "Odile van Osk")]


def test_the_lord_and_his_house_are_nobody() -> None:
    assert persons("The Lord gave. Good Lord, the House of Lords. He went to Lord's.") == []
