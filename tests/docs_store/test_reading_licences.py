"""Licences and libraries in the credits of pictures, and captions that number their picture."""

from __future__ import annotations

import pytest

from docs_store.model import BlockKind
from docs_store.reading.credits import split_credit
from docs_store.reading.makers import Strength
from docs_store.reading.text import read_text
from tests.docs_store.prose import PROSE

FERRY = "The ferry at its pier."


@pytest.mark.parametrize(
    ("after", "credit"),
    [
        ("Photo by Ana Lima, CC BY 2.0", "Ana Lima, CC BY 2.0"),
        ("Foto: Ana Lima/Flickr/CC BY-SA 2.0", "Ana Lima/Flickr, CC BY-SA 2.0"),
        ("Bild: CC-BY-SA 2.0 Ana Lima", "Ana Lima, CC-BY-SA 2.0"),
        ("CC BY-NC 4.0 Ana Lima", "Ana Lima, CC BY-NC 4.0"),
        ("Ana Lima, CC BY-SA 4.0, via Wikimedia Commons", "Ana Lima, CC BY-SA 4.0 via Wikimedia Commons"),
        ("By Ana Lima - Own work, CC BY-SA 4.0", "Ana Lima, Own work, CC BY-SA 4.0"),
        ("Photo: Ana Lima, licensed under CC BY 2.0", "Ana Lima, licensed under CC BY 2.0"),
        ("Photo by Ana Lima on Unsplash", "Ana Lima on Unsplash"),
        ("CC BY 2.0", "CC BY 2.0"),
        ("Creative Commons", "Creative Commons"),
        ("Gemeinfrei", "Gemeinfrei"),
        ("(CC0)", "CC0"),
        ("(public domain)", "public domain"),
        ("iStock", "iStock"),
        ("/ ANA LIMA", "ANA LIMA"),
        ("(이미지 제공-오스크)", "오스크"),
        ("Map: Ana Lima", "Ana Lima"),
        ("Unsplash/Representational image", "Unsplash/Representational image"),
    ],
)
def test_what_licenses_or_lends_a_picture_is_in_its_credit(after: str, credit: str) -> None:
    found = split_credit(f"{FERRY} {after}")
    assert (found.caption, found.credit) == (FERRY, credit)
    assert found.strength >= Strength.FAIR


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ana Lima, CC BY-SA 4.0, via Wikimedia Commons", "Ana Lima, CC BY-SA 4.0 via Wikimedia Commons"),
        ("Image by Ana Lima from Pixabay", "Ana Lima from Pixabay"),
        ("Ana Lima (CC BY 2.0)", "Ana Lima, CC BY 2.0"),
        ("CC BY 2.0", "CC BY 2.0"),
        ("Unsplash/Representational image", "Unsplash/Representational image"),
    ],
)
def test_such_a_credit_may_stand_alone(line: str, credit: str) -> None:
    found = split_credit(line)
    assert (found.caption, found.credit) == ("", credit)
    assert found.strength >= Strength.FAIR


@pytest.mark.parametrize(
    "line",
    [
        "The measurements are released under CC BY 4.0.",
        "All our texts stand under a Creative Commons licence.",
        "She put the picture of the ferry on Flickr",
        "The archive of Osk put its pictures on Wikimedia Commons.",
        "These songs are in the public domain",
        "Its licence is called CC BY.",
        "The songs, long in the public domain, are sung on the ferry.",
    ],
)
def test_a_licence_that_a_sentence_tells_of_is_no_credit(line: str) -> None:
    found = split_credit(line)
    assert (found.caption, found.strength) == (line, Strength.NONE)


@pytest.mark.parametrize("times", [100, 10_000])
def test_a_line_of_nothing_but_libraries_is_read(times: int) -> None:
    line = "The ferry" + " on Flickr" * times
    assert split_credit(line).caption == line


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Figure 1: The depth of the wells since the spring", True),
        ("Abb. 2: Die Tiefe der Brunnen seit dem Frühjahr", True),
        ("(Figure 3: The wells as they were measured)", True),
        ("[그림 1] 골짜기의 우물", True),
        ("图1 山谷里的水井", True),
        ("Figure 1 shows the depth of the wells.", False),
        ("In a Monday, Oct. 3, 2011 photo, the engineers measure a well.", True),
        ("The engineers measure a well at the upper farms, October 3, 2011.", True),
        ("The share of dry wells was 12 percent (9 percent, June 30, 2015).", False),
    ],
)
def test_numbers_and_days_of_pictures(line: str, *, is_caption: bool) -> None:
    raw = read_text("\n\n".join(("Water gets dear", "By Nora Quill", *PROSE[:2], line, PROSE[2])))
    assert [image.caption for image in raw.images] == ([line] if is_caption else [])
    assert line in [block.text for block in raw.blocks]
    assert (line in [block.text for block in raw.blocks if block.kind is BlockKind.CAPTION]) is is_caption
