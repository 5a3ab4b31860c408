"""What else in the text tells the kind of a name that is somebody's, a place's or a company's as well."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text, language="en")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was told by stockbrokers Kleinhold Quenby, among others.", [("Kleinhold Quenby", ORGANISATION)]),
        ("It was sold by auctioneers James Varga at noon.", [("James Varga", ORGANISATION)]),
        ("It was told by insurer Odile Varga at noon.", [("Odile Varga", ORGANISATION)]),
        ("It was told by brokers Quenold Cooper, who left.", [("Quenold Cooper", ORGANISATION)]),
        ("The developers James Varga and Tom Tarrow left.", [("James Varga", PERSON), ("Tom Tarrow", PERSON)]),
        ("The publisher James Varga left.", [("James Varga", PERSON)]),
        ("The shop is the supermarket Quenold now.", [("Quenold", ORGANISATION)]),
        # What it does is no part of its name where a sentence begins with it either.
        (
            "Carmaker Quenold said so. Jeweller Tarrold left.",
            [("Quenold", ORGANISATION), ("Tarrold", ORGANISATION)],
        ),
        ("Broadcaster Odile Varga left.", [("Odile Varga", PERSON)]),
        ("Brewer Street is long.", [("Brewer Street", PLACE)]),
        ("Then AB Osklund and PT Varnum Osk left.", [("AB Osklund", ORGANISATION), ("PT Varnum Osk", ORGANISATION)]),
    ],
)
def test_a_firm_by_what_it_does(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


def test_one_of_many_mountains_is_a_place_and_nobody() -> None:
    text = "It is a Rocky Mountain resort of a Canary Island bank."
    assert [(each.name, each.kind) for each in find_entities(text)] == [
        ("Rocky Mountains", PLACE),
        ("Canary Islands", PLACE),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Yukio Honda denied it. It was late, Honda said.", [PERSON, PERSON]),
        ("Honda fell. Yukio Honda denied it. It was late, Honda said.", [ORGANISATION, PERSON, ORGANISATION]),
        ("Yukio Honda denied it. Honda shares fell. It was late, Honda said.", [PERSON, ORGANISATION, ORGANISATION]),
        ("Yukio Honda denied it, and left for a day at Honda.", [PERSON, ORGANISATION]),
    ],
)
def test_a_family_name_that_is_a_company_too(text: str, kinds: list[EntityKind]) -> None:
    assert [kind for _, kind in named(text)] == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is a personal lamp recorder (PLR). Many PLRs are dear, and the PLR unit is heavy.", []),
        ("The price of lamps (PLRK) rose. They asked PLRK.", [("PLRK", ORGANISATION), ("PLRK", ORGANISATION)]),
    ],
)
def test_letters_that_stand_for_common_words_are_no_name(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


def test_a_company_that_is_written_in_one_word_or_two() -> None:
    *_, last = find_entities("Quen Haven Land Co Ltd is late. Later Quenhaven Land left.")
    assert (last.name, last.kind) == ("Quen Haven Land Co Ltd", ORGANISATION)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was told by Quenold Robotics.", [("Quenold Robotics", ORGANISATION)]),
        ("Shares in Varga Coal rose.", [("Varga Coal", ORGANISATION)]),
        ("According to Lamp Research it fell.", [("Lamp Research", ORGANISATION)]),
        ("They spoke of Risk Management there.", []),
        ("The US Quenold Research Center left.", [("US", PLACE), ("Quenold Research Center", ORGANISATION)]),
        ("It was debated in Parliament at noon.", [("Parliament", ORGANISATION)]),
        ("By Odile Varga and Tom Quenby\n\nIt rained.", [("Odile Varga", PERSON), ("Tom Quenby", PERSON)]),
        ("He is of Conway, Washington, and she of Varnold, Virginia.", [
            ("Conway", PLACE), ("Washington", PLACE), ("Varnold", PLACE), ("Virginia", PLACE),
        ]),
        ("The book is George Quenos's.", [("George Quenos", PERSON)]),
    ],
)  # fmt: skip
def test_of_what_kind_a_name_is(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text", ["Ask any Brit there.", "He won an Oscar there.", "It was her second Emmy for a film."]
)
def test_peoples_and_prizes_that_are_called_as_somebody_are_nobody(text: str) -> None:
    assert named(text) == []


def test_a_given_name_is_somebody_s_who_is_called_as_a_prize_is() -> None:
    assert named("It was told by Oscar Varga. Then Oscar left.") == [("Oscar Varga", PERSON), ("Oscar", PERSON)]


def test_a_leader_is_named_by_the_family_name() -> None:
    assert named("The lamps were of Gorbachev, people say.") == [("Gorbachev", PERSON)]


def test_a_given_name_alone_is_somebody_s() -> None:
    assert named("The lamps were of Olga, people say.") == [("Olga", PERSON)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He won a Grand Slam at last.", ["Grand Slam"]),
        ("It was told at COP47 at noon.", ["COP47"]),
        ("She was a Quenby winner, and had a Varnold nomination.", ["Quenby", "Varnold"]),
        ("It won the Quenby Novel of the Year Award.", ["Quenby Novel of the Year Award"]),
        ("It is the player of the year.", []),
    ],
)
def test_prizes_and_conferences_are_events(text: str, names: list[str]) -> None:
    assert named(text) == [(name, EntityKind.EVENT) for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "Varga Institute for Near East Policy",
        "Campaign for Our Ports",
        "Campaign for Better Piers",
        "Banc of Osklund",
    ],
)
def test_names_go_on_after_for_and_of(name: str) -> None:
    assert named(f"It was told by the {name} on Monday.") == [(name, ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Start-up companies Quenold and Varnolt left.", [("Quenold", ORGANISATION), ("Varnolt", ORGANISATION)]),
        ("It is made by firms such as Quenold now.", [("Quenold", ORGANISATION)]),
        ("It is made by firms like Quenold now.", [("Quenold", ORGANISATION)]),
        ("It was sung by artists such as Quenold now.", [("Quenold", PERSON)]),
        ("It was seen in towns like Quenold now.", [("Quenold", PLACE)]),
        ("The survey was conducted by Quenold now.", [("Quenold", ORGANISATION)]),
        ("such as Quenold", []),
    ],
)
def test_what_a_name_is_an_example_of(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


def test_who_took_a_picture_and_for_whom_are_two() -> None:
    text = "The mayor left (Odile Varga/Selwyn Press). He works for Varnum/Osk Corp."
    assert named(text) == [("Odile Varga", PERSON), ("Selwyn Press", ORGANISATION), ("Varnum/Osk Corp.", ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They met the Lantern Freedom Party of Quenold Varnolt today.",
            [("Lantern Freedom Party", ORGANISATION), ("Quenold Varnolt", PERSON)],
        ),
        ("They met the Lantern Party of Norway today.", [("Lantern Party of Norway", ORGANISATION)]),
        ("Then ministers met. Ministers of the QVP left.", [("QVP", ORGANISATION)]),
        ("They asked the QVP and Lantern Party.", [("QVP", ORGANISATION), ("Lantern Party", ORGANISATION)]),
    ],
)
def test_a_party_is_not_its_leader_s_nor_another_s(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize("name", ["Varnolt Canada", "Lamp Affairs Canada", "Lantern UK", "Toyota Canada"])
def test_a_body_s_branch_in_a_country(name: str) -> None:
    assert named(f"They asked {name} and left.") == [(name, ORGANISATION)]


def test_a_country_as_it_was_is_no_body() -> None:
    text = "They left for Colonial Canada and asked Middle Canada."
    assert ORGANISATION not in {kind for _, kind in named(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then they met Quenold Cooper there.", "Quenold Cooper"),
        ("Goal-kickers Tom Tarrow left.", "Tom Tarrow"),
        ("Lampwoman Odile Varga left.", "Odile Varga"),
        ("They met the Quenold Lama today.", "Quenold Lama"),
    ],
)
def test_unusual_names_and_trades(text: str, name: str) -> None:
    assert named(text) == [(name, PERSON)]


def test_a_corner_is_nobody() -> None:
    assert named("He stood at Quenold Corner.") == [("Quenold Corner", PLACE)]
