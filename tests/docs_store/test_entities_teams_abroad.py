"""Cities that play are organisations in German, French, Spanish and other reports of sport, and places elsewhere."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

TEAM, PLACE = EntityKind.ORGANISATION, EntityKind.PLACE
SPORT = {
    "de": " Der Trainer lobte die Mannschaft und den Stürmer.",
    "fr": " L'entraîneur était content du match et de son équipe.",
    "es": " El entrenador habló del partido y del portero.",
    "it": " L'allenatore parlò della squadra e del portiere.",
    "pt": " O treinador falou dos jogadores e do goleiro.",
    "nl": " De trainer sprak over de wedstrijd en de ploeg.",
}


def kinds(text: str, language: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Bayern gewann gegen Bremen mit 3:1.", [("Bayern", TEAM), ("Bremen", TEAM)]),
        ("de", "Leverkusen schlug Dortmund 2:0.", [("Leverkusen", TEAM), ("Dortmund", TEAM)]),
        ("de", "Sie spielten gegen Bremen, und Bremen schlief.", [("Bremen", TEAM)] * 2),
        ("de", "Bremen verlor. In Bremen schneit es.", [("Bremen", TEAM), ("Bremen", PLACE)]),
        ("de", "Bayern München schlief, und Bayern auch.", [("Bayern München", TEAM), ("Bayern", TEAM)]),
        ("de", "Die Universität Bremen schlief, wie Bremen.", [("Universität Bremen", TEAM)]),
        ("de", "Norwegen gewann gegen Schweden 2:1.", [("Norwegen", PLACE), ("Schweden", PLACE)]),
        ("fr", "Lyon bat Marseille 2-1. Il vit à Lyon.", [("Lyon", TEAM), ("Marseille", TEAM), ("Lyon", PLACE)]),
        ("es", "Barcelona ganó, y llovió en Barcelona.", [("Barcelona", TEAM), ("Barcelona", PLACE)]),
        ("it", "Napoli batte Bologna 2-0.", [("Napoli", TEAM), ("Bologna", TEAM)]),
        ("pt", "Lisboa venceu em Braga.", [("Lisboa", TEAM), ("Braga", PLACE)]),
        ("nl", "Utrecht won, en daarna tegen Groningen.", [("Utrecht", TEAM), ("Groningen", TEAM)]),
    ],
)
def test_sides_in_a_report(language: str, text: str, found: list[tuple[str, EntityKind]]) -> None:
    assert kinds(text + SPORT[language], language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Bayern ist ein Freistaat und klagt gegen Bremen.", [("Bayern", PLACE), ("Bremen", PLACE)]),
        ("de", "Er lebt in der Stadt Bremen.", [("Bremen", PLACE)]),
        ("fr", "Marseille bat monnaie.", [("Marseille", PLACE)]),
        ("es", "Barcelona ganó dinero.", [("Barcelona", PLACE)]),
        ("es", "El partido y su equipo, jugadores del mercado: Barcelona pierde empresas.", [("Barcelona", PLACE)]),
        ("fr", "Les joueurs du casino et son équipe crient. Lyon perd.", []),
        ("it", "La squadra mobile, il portiere e una partita di droga: Napoli perde.", [("Napoli", PLACE)]),
    ],
)
def test_elsewhere_they_are_places(language: str, text: str, found: list[tuple[str, EntityKind]]) -> None:
    assert kinds(text, language) == found


def test_results_abroad() -> None:
    text = "Ergebnisse der Bundesliga\nBremen - Dortmund 2:1\nLeverkusen - Varnolt 0:0\n"
    assert [name for name, kind in kinds(text, "de") if kind is TEAM] == ["Bremen", "Dortmund", "Leverkusen", "Varnolt"]
