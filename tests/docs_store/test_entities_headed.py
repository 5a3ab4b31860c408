"""Bodies by the word that says what they are, where more stands around them: an office, somebody, a place, an owner."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text, language="en")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Common words that open a sentence are a name before an office.
        (
            "House Lamps Committee Chairman Odile Varga told them so.",
            [("House Lamps Committee", ORGANISATION), ("Odile Varga", PERSON)],
        ),
        (
            "It was told by Deputy Central Bank Governor Odile Varga.",
            [("Central Bank", ORGANISATION), ("Odile Varga", PERSON)],
        ),
        ("Lamp Ministry sources told them so.", [("Lamp Ministry", ORGANISATION)]),
        ("It was told by US Treasury sources.", [("US Treasury", ORGANISATION)]),
        ("It was told by Chief Financial Officer Odile Varga.", [("Odile Varga", PERSON)]),
        (
            "In a speech to the Foreign Policy Centre Mr Varga told them so.",
            [("Foreign Policy Centre", ORGANISATION), ("Varga", PERSON)],
        ),
        # A body that is known by heart, and who told it so.
        (
            "In a filing with the Securities and Exchange Commission Robertson told them so.",
            [("Securities and Exchange Commission", ORGANISATION), ("Robertson", PERSON)],
        ),
        (
            "It was told by ruling Oskish Lamp Party Deputy Raul Varga.",
            [("Oskish Lamp Party", ORGANISATION), ("Raul Varga", PERSON)],
        ),
        (
            "It was told by Tory Edward Varnum there.",
            [("Tory", ORGANISATION), ("Edward Varnum", PERSON)],
        ),
        ("It was told by Merrill Lynch Interosking INx there.", [("Merrill Lynch", ORGANISATION)]),
        ("It was told by General Motors Europe at noon.", [("General Motors Europe", ORGANISATION)]),
        (
            "It was told by Commerce Department Under-Secretary Odile Varga.",
            [("Commerce Department", ORGANISATION), ("Odile Varga", PERSON)],
        ),
    ],
)
def test_a_body_before_an_office_or_somebody(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "name",
    [
        "OVT Stockbrokers",
        "Oskham Sdn",
        "Oskham College Berlin",
        "Alzheimer's Society",
        "Fireman's Fund",
        "St Thomas' Hospital",
        "Lamplighters' Union",
        "National Lampmen's Association",
        "Quenby Co-operative Bank",
        "First Lamps Management",
        "Oxford Internet Institute",
        "Mobile Lamps Forum",
        "Senate Lamps Subcommittee",
        "Department for Media, Culture and Sport",
        "Oskish Office of Industry, Trade and Labour",
        "US Congress",
        "Department for Lamp Affairs",
        "Oskish Network for Lamp Conservation",
        "Centre for Research on Lamps and Clean Air",
        "Oskish Academy of Film and Television",
        "Oskish Society for the Prevention of Lamps",
        "Varnum Unified School District",
        "State Railway of Norway",
        "Varnolt Music",
        "Oskish Lamp Affiliation",
    ],
)
def test_a_body_s_whole_name(name: str) -> None:
    assert named(f"It was told by the {name} at noon.") == [(name, ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was told to France's Club Varnolt at noon.", [("France", PLACE)]),
        (
            "It was told to Australia's Institute of Lamps.",
            [("Australia", PLACE), ("Institute of Lamps", ORGANISATION)],
        ),
        (
            "It was told by the Department of Lamps, Congress and Sport.",
            [("Department of Lamps", ORGANISATION), ("Congress", ORGANISATION)],
        ),
        ("It was in the party town Van Osk at noon.", [("Van Osk", PLACE)]),
        ("It was told by Odile Varga of Oskwick at noon.", [("Odile Varga", PERSON), ("Oskwick", PLACE)]),
        ("They play World of Oskwick and Call of Quenholm.", []),
        ("The Bishop of Osk told them so.", [("Osk", PLACE)]),
        (
            "He plays in the Osk Lamp League for FC Varnum.",
            [("Osk Lamp League", ORGANISATION), ("FC Varnum", ORGANISATION)],
        ),
        # What "&" and commas part: persons, and firms of which each has its own "&".
        (
            "It was sung by Odile Varga & Tom Green, Mary Brown at noon.",
            [("Odile Varga", PERSON), ("Tom Green", PERSON), ("Mary Brown", PERSON)],
        ),
        (
            "They own Keel & Varga, Osk & Tarrow there.",
            [("Keel & Varga", ORGANISATION), ("Osk & Tarrow", ORGANISATION)],
        ),
        ("It was read in the Varnum Star-Telegram.", [("Varnum Star-Telegram", ORGANISATION)]),
        ("It was read in the Sun-Sentinel.", [("Sun-Sentinel", ORGANISATION)]),
        ("They signed a Credit Agreement with Credit Varnolt.", [("Credit Varnolt", ORGANISATION)]),
        ("It was lit in Northern Quenia.", [("Northern Quenia", PLACE)]),
        ("The New Covid rules came on Monday.", []),
        ("Tusk traders came later.", []),
        ("It was seen on a New QuenThread.", []),
        ("It was in Varnum's Road at noon.", [("Varnum's Road", PLACE)]),
        (
            "An agreement of QUENBY LAMP BANK with VARNOLT SYSTEMS, INC., of Oslo.",
            [("QUENBY LAMP BANK", ORGANISATION), ("VARNOLT SYSTEMS, INC", ORGANISATION), ("Oslo", PLACE)],
        ),
        ("It was told by the Irish FA.", [("FA", ORGANISATION)]),
        ("It was flown by the Fourteenth Air Force.", [("Fourteenth Air Force", ORGANISATION)]),
    ],
)
def test_whose_and_where_it_is(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was told by analysts at OVT Quenholm there.", [("OVT Quenholm", ORGANISATION)]),
        ("The frigate OVT Quenholm left.", []),
        ("It is a new Varnolt XLR at noon.", []),
        ("They saw the Odile Varga DVD at noon.", [("Odile Varga", PERSON)]),
        ("They hold Class B shares of it.", []),
        ("It was told by Odile Varga, Chief Operating Officer of it.", [("Odile Varga", PERSON)]),
        ("It was told by Odile Varga of the Economist Intelligence Unit.", [("Odile Varga", PERSON)]),
    ],
)
def test_letters_and_offices_are_nobody_s_name(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names
