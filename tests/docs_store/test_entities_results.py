"""Sides in lists of results, fixtures and standings are organisations, by whatever city they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store import EntityKind, find_entities, read_articles
from docs_store.entities import annotate

TEAM, PLACE, PERSON = EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PERSON
HEAD = "Results of the soccer league\n"


def kinds(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text)]


def teams(text: str) -> list[str]:
    return [name for name, kind in kinds(text) if kind is TEAM]


@pytest.mark.parametrize(
    ("lines", "sides"),
    [
        ("Oslo 2 Cardiff 1\nVarnolt 0 Bergen 3", ["Oslo", "Cardiff", "Varnolt", "Bergen"]),
        ("Oslo 2 (Osk 14th, 20th) Cardiff 1 (Varga 9th)\nBergen 3 Varnolt 0", ["Oslo", "Cardiff", "Bergen", "Varnolt"]),
        ("Oslo - Cardiff 2:1\nVarnolt – Bergen 0:3 (0:1)", ["Oslo", "Cardiff", "Varnolt", "Bergen"]),
        ("Oslo 2-1 Cardiff\nVarnolt 0-3 Bergen", ["Oslo", "Cardiff", "Varnolt", "Bergen"]),
        ("Oslo v Cardiff\nVarnolt vs Bergen", ["Oslo", "Cardiff", "Varnolt", "Bergen"]),
        ("1. Oslo 3 2 1 0 7\n2. Varnolt 3 2 0 1 6\n3. Bergen 3 1 0 2 3", ["Oslo", "Varnolt", "Bergen"]),
        ("OSLO 72 53 .576 -\nVARNOLT 64 64 .500 9\nBERGEN 44 82 .349 28", ["OSLO", "VARNOLT", "BERGEN"]),
        ("In Selwyn: Varnolt (Norway) 2 Cardiff 0\nBergen 1 Oslo 1", ["Varnolt", "Cardiff", "Bergen", "Oslo"]),
        ("Queen of the Lamps 2 Oslo 1\nCardiff 2 Bergen 2", ["Queen of the Lamps", "Oslo", "Cardiff", "Bergen"]),
    ],
)
def test_sides_of_lists(lines: str, sides: list[str]) -> None:
    assert teams(HEAD + lines + "\n") == sides


@pytest.mark.parametrize(
    "text",
    [
        "Oslo 12 Cardiff 14\nBergen 3 London 17\n",  # of the weather
        "Ballots cast\nOslo - Cardiff 2:10\nBergen - London 3:40\n",
        "Obligations of the third division and its colleagues\n1. Oslo 3 2 1\n2. Cardiff 3 2 0\n3. Bergen 3 1 0\n",
        "Fahrplan, Tabelle 3\nOslo - Cardiff 2:10\nBergen - London 3:40\n",
        HEAD + "Oslo 2 Cardiff 1\n",  # one line is no list
        HEAD + "Osk 12 14 15\nVarga 11 12 19\nTarrow 9 9 9\nOslo 9 8 7\n",  # bowlers
        HEAD + "Oslo 12.5 pct Cardiff 14 pct\nBergen 3 pct London 17 pct\n",
    ],
)
def test_other_lists(text: str) -> None:
    assert not teams(text)


def test_countries_stay_places() -> None:
    text = HEAD + "Oslo 2 Cardiff 1\nBergen 2 London 2\nNorway 1 Denmark 0\n"
    assert [name for name, kind in kinds(text) if kind is PLACE] == ["Norway", "Denmark"]


def test_lines_that_are_paragraphs_each(tmp_path: Path) -> None:
    lines = ("Results of the soccer league", "Oslo 2 Cardiff 1", "Bergen 2 Varnolt 0", "Odile Varga scored twice.")
    path = tmp_path / "results.html"
    path.write_text(
        f"<html lang=en><body><article>{''.join(f'<p>{line}</p>' for line in lines)}</article></body></html>"
    )
    (article,) = read_articles(path)
    found = {(each.name, each.kind) for each in annotate(article).mentions}
    assert found == {
        ("Oslo", TEAM),
        ("Cardiff", TEAM),
        ("Bergen", TEAM),
        ("Varnolt", TEAM),
        ("Odile Varga", PERSON),
    }


def test_elsewhere_in_the_text_the_city_is_a_place() -> None:
    assert ("Oslo", PLACE) in kinds(HEAD + "Oslo 2 Cardiff 1\nBergen 2 London 2\nIt rained in Oslo.\n")


@pytest.mark.parametrize("name", ["Shuzo Matsukawa", "Mats Ovesholm", "Odile Varga"])
def test_who_takes_part_in_a_line_that_looks_like_a_headline(name: str) -> None:
    assert kinds(f"{name} (Norway) vs. Karl Tarrow (Denmark)\n") == [
        (name, PERSON),
        ("Norway", PLACE),
        ("Karl Tarrow", PERSON),
        ("Denmark", PLACE),
    ]


def test_a_rating_is_no_score() -> None:
    sport = (
        " The coach praised his striker and both defenders after the match of the season, and the squad and its goal."
    )
    text = "Norway 8.62 points, then Wales 8.61 points and Denmark 8.54." + sport
    assert {kind for _, kind in kinds(text)} == {PLACE}


@pytest.mark.parametrize("place", ["Bremen", "Yemen"])
def test_possessives_of_places_that_end_as_men_do(place: str) -> None:
    assert kinds(f"They met {place}'s Jens Tarrow there.") == [(place, PLACE), ("Jens Tarrow", PERSON)]
