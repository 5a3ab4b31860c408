"""Names known by heart that no run of capitalised words holds whole."""

from __future__ import annotations

import pytest

from docs_store import find_entities
from docs_store.entities.whole import find_whole


def found(text: str) -> dict[str, tuple[str, str]]:
    return {text[m.start : m.end]: (m.kind.value, m.name) for m in find_entities(text)}


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("They read it in USA Today over tea.", "USA Today", "USA Today"),
        ("It was shown by Channel 4 at night.", "Channel 4", "Channel 4"),
        ("It was shown by Channel Four at night.", "Channel Four", "Channel 4"),
        ("The Group of Seven met.", "Group of Seven", "Group of Seven"),
        ("A note in Lloyd’s List told of it.", "Lloyd’s List", "Lloyd's List"),
        ("An analyst at Goldman, Sachs & Co. wept.", "Goldman, Sachs & Co.", "Goldman Sachs"),
        ("A branch of Bank One Corp. closed.", "Bank One Corp.", "Bank One"),
        ("A branch of Capital One Tarrow Corp. closed.", "Capital One Tarrow Corp.", "Capital One Tarrow Corp."),
        ("He flew with Pan Am to the island.", "Pan Am", "Pan Am"),
        ("She sold it on eBay.", "eBay", "eBay"),
        ("They chose the University of California at Los Angeles.", "University of California at Los Angeles",
         "University of California, Los Angeles"),
        ("He wrote for The Mail on Sunday then.", "Mail on Sunday", "Mail on Sunday"),
        ("The Committee to Protect Journalists knew.", "Committee to Protect Journalists",
         "Committee to Protect Journalists"),
    ],
)  # fmt: skip
def test_a_name_with_a_number_a_day_a_small_word_or_an_apostrophe(text: str, written: str, name: str) -> None:
    assert found(text) == {written: ("organisation", name)}


@pytest.mark.parametrize(
    "text",
    ["It cost $3M in all.", "The Channel 42 feet deep.", "In Channel 4x it was.", "It was today, said the USA, today."],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert find_whole(text) == []


def test_the_longest_of_those_that_begin_together() -> None:
    text = "It was on Channel 4 News and on Channel 4."
    assert [text[each.start : each.end] for each in find_whole(text)] == ["Channel 4 News", "Channel 4"]


def test_a_longer_name_that_the_rules_find_goes_first() -> None:
    assert found("He taught at St. John's University for years.") == {
        "St. John's University": ("organisation", "St. John's University")
    }


def test_an_owner_is_somebody() -> None:
    assert found("It was Mr. Sainsbury's garden.") == {"Sainsbury": ("person", "Sainsbury")}
    assert found("It was sold at Sainsbury's.") == {"Sainsbury's": ("organisation", "J Sainsbury")}


def test_letters_that_a_text_gives_to_another_body_mean_that() -> None:
    text = "The Institute of Tarrow Ferries (ITF) met. Then the ITF sailed."
    assert {m.name for m in find_entities(text)} == {"Institute of Tarrow Ferries"}
    assert found("Then the ITF sailed.")["ITF"][1] == "International Tennis Federation"


@pytest.mark.parametrize(
    "name",
    ["10th Harbour Mountain Division", "9th U.S. Circuit Court of Appeals", "2nd Circuit", "6th Fleet", "Third Army",
     "24th Marine Expeditionary Unit", "43d Lantern Infantry Regiment"],
)  # fmt: skip
def test_units_and_courts_go_by_their_number(name: str) -> None:
    assert found(f"They told the {name} so.") == {name: ("organisation", name)}


@pytest.mark.parametrize(
    "text", ["The 2nd Division of the league met.", "The 3rd Army Museum is open.", "Army men ran."]
)
def test_a_number_alone_makes_no_unit(text: str) -> None:
    assert not any(written[:1].isdigit() for written in found(text))


@pytest.mark.parametrize(
    "name",
    ["Committee to Free Lamps", "National Committee to Save the Piers", "Citizens Against Lamp Waste",
     "Lantern Coalition Against Dark Harbours"],
)  # fmt: skip
def test_bodies_called_by_what_they_are_to_do(name: str) -> None:
    assert found(f"They joined the {name} today.") == {name: ("organisation", name)}


def test_where_a_committee_went_is_not_its_cause() -> None:
    assert "Committee to Norway" not in found("They took the Committee to Norway today.")
