"""The organisations known by heart: the file, and what its names do in sentences, the ambiguous ones above all."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from docs_store import find_entities
from docs_store.entities import gazetteer
from docs_store.entities import lexicon as lex

LINES = (Path(gazetteer.__file__).parent / "own" / "organisations.txt").read_text("utf-8").splitlines()
ROWS = [line.split("|") for line in LINES if not line.startswith("#")]


def found(text: str) -> dict[str, tuple[str, str]]:
    """Return what is found in `text`: as written → kind and canonical name."""
    return {text[m.start : m.end]: (m.kind.value, m.name) for m in find_entities(text)}


def test_each_name_stands_once() -> None:
    counted = Counter(name for row in ROWS for name in row)
    assert {name for name, times in counted.items() if times > 1} == set()
    assert all(name == name.strip() and name for name in counted)


def test_lines_under_a_heading_are_in_the_order_of_the_alphabet() -> None:
    ordered = False
    for one, other in pairwise(LINES):
        if one.startswith("#"):
            ordered = one.startswith("## ")
        elif ordered and not other.startswith("#"):
            assert one.partition("|")[0].casefold() < other.partition("|")[0].casefold()


def test_what_is_said_in_capitals_and_stands_for_nobody_is_no_organisation() -> None:
    added = {name for row in ROWS for name in row} & lex.NO_ACRONYMS
    assert added <= {"IS"}


@pytest.mark.parametrize(
    "name", ["Ford", "Chase", "Morgan", "Phillips", "Boston", "Amazon", "Penn", "Roche", "Macmillan", "Kiss", "Queen"]
)
def test_people_s_and_places_names_are_no_organisations_by_themselves(name: str) -> None:
    assert name not in gazetteer.load().organisations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A president is no maker of cars, and the maker is found by its long name.
        ("President Ford was late. Ford said so.", {"Ford": ("person", "Ford")}),
        ("A plant of Ford Motor Co. closed.", {"Ford Motor Co.": ("organisation", "Ford Motor")}),
        # A party is called many things, in one word that is a common word too; opening a sentence that tells nothing.
        ("Then the Tories left.", {"Tories": ("organisation", "Conservative Party")}),
        ("They asked the Lib Dems.", {"Lib Dems": ("organisation", "Liberal Democrats")}),
        ("It was the Labour leader who came.", {"Labour": ("organisation", "Labour Party")}),
        ("Conservative estimates were higher. Labour is dear.", {}),
        ("He rose in the Commons.", {"Commons": ("organisation", "House of Commons")}),
        # Fruit, and who sells computers.
        ("Apple pie is sweet, and so is the apple.", {}),
        ("The makers met at Apple.", {"Apple": ("organisation", "Apple")}),
        # A lake keeps its name, and a person one that a company has too.
        ("They sailed on Lake Garda.", {"Lake Garda": ("place", "Lake Garda")}),
        ("A farmer, Ulla Santander, wept.", {"Ulla Santander": ("person", "Ulla Santander")}),
        # Acronyms, in the two ways that the press writes them, and long names with connectors.
        ("The Gatt talks ended.", {"Gatt": ("organisation", "General Agreement on Tariffs and Trade")}),
        (
            "It was the General Agreement on Tariffs and Trade again.",
            {"General Agreement on Tariffs and Trade": ("organisation", "General Agreement on Tariffs and Trade")},
        ),
        ("Even Wada agreed.", {"Wada": ("organisation", "World Anti-Doping Agency")}),
        # Firms that are called like people.
        ("A deal with Curtis Brown was signed.", {"Curtis Brown": ("organisation", "Curtis Brown")}),
        ("The books of Harper Collins sold.", {"Harper Collins": ("organisation", "HarperCollins")}),
        ("He bought Ginnie Mae bonds.", {"Ginnie Mae": ("organisation", "Ginnie Mae")}),
        # Bands.
        ("They heard Green Day there.", {"Green Day": ("organisation", "Green Day")}),
    ],
)  # fmt: skip
def test_known_organisations_in_sentences(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_bank_and_its_holding_company_stay_two() -> None:
    tables = gazetteer.load().organisations
    assert tables.get("Sumitomo Bank") != tables["Sumitomo"]
    assert tables.get("Wells Fargo Bank") != tables["Wells Fargo"]
    assert tables["Time Warner"] != tables["AOL"]


def test_the_sections_that_the_program_reads_hold_what_they_say() -> None:
    assert {"IBM", "Anheuser-Busch", "Morgan Grenfell", "TF1", "Arsenal"} & gazetteer.companies() == {
        "IBM", "Anheuser-Busch", "Morgan Grenfell",
    }  # fmt: skip
    federal = gazetteer.federal_bodies()
    assert "General Accounting Office" in federal
    assert "Trades Union Congress" not in federal


def test_a_known_body_keeps_its_name_beside_one_that_has_a_longer() -> None:
    text = "He left Harvard. She taught at Harvard Medical School. The House met, and the Committee of the House wept."
    assert {written: name for written, (_, name) in found(text).items()} == {
        "Harvard": "Harvard",
        "Harvard Medical School": "Harvard Medical School",
        "House": "House",
        "Committee of the House": "Committee of the House",
    }
    assert found("Alcan Aluminium Ltd rose. Alcan said so.")["Alcan"][1] == "Alcan Aluminium Ltd"
