"""Countries and cities that play are organisations in reports of team sport, and places elsewhere."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

TEAM, PLACE = EntityKind.ORGANISATION, EntityKind.PLACE
SPORT = (
    " The coach praised his striker and both defenders after the match, the best game of the season, and said that the"
    " squad was in good shape for the next goal."
)


def kinds(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text) if each.kind in (TEAM, PLACE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway beat Wales in Oslo.", [("Norway", TEAM), ("Wales", TEAM), ("Oslo", PLACE)]),
        ("The Norway captain was hurt.", [("Norway", TEAM)]),
        ("They won 3-1 against Norway, who had come from Oslo.", [("Norway", TEAM), ("Oslo", PLACE)]),
        ("It ended Norway 3, Wales 1.", [("Norway", TEAM), ("Wales", TEAM)]),
        ("Quillby Town beat Wales.", [("Quillby Town", TEAM), ("Wales", TEAM)]),
        ("Boston scored first, and then Boston slept.", [("Boston", TEAM)] * 2),
        ("Norway beat Wales, and Denmark's hopes fell.", [("Norway", TEAM), ("Wales", TEAM), ("Denmark", TEAM)]),
        (
            "Boston's Tom Osk beat Dallas, and Karl Osk led Utah with 9.",
            [("Boston", TEAM), ("Dallas", TEAM), ("Utah", TEAM)],
        ),
        (
            "The Utah Jazz won, and Dallas (5-3) slept. Then the Jazz left.",
            [("Utah Jazz", TEAM), ("Dallas", TEAM), ("Jazz", TEAM)],
        ),
        ("They lost to Norway, and Osk has 30 caps for Wales.", [("Norway", TEAM), ("Wales", TEAM)]),
        ("He praised Norway's victory and went to Wales.", [("Norway", TEAM), ("Wales", PLACE)]),
        ("They beat Norway's Ola Osk.", [("Norway", PLACE)]),
        (
            "The Utah Pilots won. Osk had 26 for Boston. It was said that Utah slept.",
            [("Utah Pilots", TEAM), ("Boston", TEAM), ("Utah", TEAM)],
        ),
        ("Manchester City lost, and then City slept.", [("Manchester City", TEAM), ("City", TEAM)]),
        # Where people are from, and where things are.
        ("Norway beat Wales, said Denmark's Odile Varga.", [("Norway", TEAM), ("Wales", TEAM), ("Denmark", PLACE)]),
        ("Norway beat Wales (Cardiff).", [("Norway", TEAM), ("Wales", TEAM), ("Cardiff", PLACE)]),
        ("Norway beat them in Cardiff, Wales.", [("Norway", TEAM), ("Cardiff", PLACE), ("Wales", PLACE)]),
        ("He is an Oslo-born man and lives near Boston.", [("Oslo", PLACE), ("Boston", PLACE)]),
        (
            "OSLO, Norway (AP) _ Wales beat Denmark.",
            [("OSLO", PLACE), ("Norway", PLACE), ("AP", TEAM), ("Wales", TEAM), ("Denmark", TEAM)],
        ),
        ("They talked of Norway.", [("Norway", PLACE)]),
        # Clubs, by what they begin or end with, and cities by the clubs that are at home there.
        ("Brankholm BSC lost, and Eintracht Quillby won.", [("Brankholm BSC", TEAM), ("Eintracht Quillby", TEAM)]),
        ("They lost at home to Rowing Oslo.", [("Rowing Oslo", TEAM)]),
        ("He moved on loan from Cardiff.", [("Cardiff", TEAM)]),
        ("After a draw at Cardiff they slept in Oslo.", [("Cardiff", TEAM), ("Oslo", PLACE)]),
        ("Dallas led 1-0.", [("Dallas", TEAM)]),
        ("It was late in Norway's second innings.", [("Norway", TEAM)]),
        ("It was late in Norway's second winter.", [("Norway", PLACE)]),
        ("They meet in a Test against Norway. Wales will resume.", [("Norway", TEAM), ("Wales", TEAM)]),
        ("The Hurricanes won, and Carolina slept.", [("Hurricanes", TEAM), ("Carolina", TEAM)]),
    ],
)
def test_sides_in_a_report_of_sport(text: str, found: list[tuple[str, EntityKind]]) -> None:
    assert kinds(text + SPORT) == found


def test_elsewhere_countries_stay_places() -> None:
    text = "Norway beat Wales in the talks, and the Norway captain of industry lost. Denmark won the contract."
    assert {kind for _, kind in kinds(text)} == {PLACE}


def test_the_country_and_the_team_are_two_entities_of_one_name() -> None:
    found = find_entities("Norway beat Wales in Norway." + SPORT)
    assert [(each.name, each.kind) for each in found] == [("Norway", TEAM), ("Wales", TEAM), ("Norway", PLACE)]


def test_teams_called_by_words_of_the_language() -> None:
    text = "Norway beat the Heat. The Kings slept, and the Kings Road burned; magic and jazz too." + SPORT
    assert kinds(text) == [("Norway", TEAM), ("Heat", TEAM), ("Kings", TEAM), ("Kings Road", PLACE)]


@pytest.mark.parametrize("team", ["Texas Longhorns", "Boston River Tigers", "Varnolt Falcons"])
def test_teams_called_as_others_are(team: str) -> None:
    assert kinds(f"They play for the {team} there.") == [(team, TEAM)]


@pytest.mark.parametrize("name", ["American Tigers", "Oskish Blues", "Varga Tigers"])
def test_what_is_called_as_teams_are(name: str) -> None:
    assert (name, TEAM) not in kinds(f"They saw the {name} there.")


def test_elsewhere_they_are_words() -> None:
    assert kinds("Norway felt the Heat. The Kings slept in Oslo.") == [("Norway", PLACE), ("Oslo", PLACE)]
