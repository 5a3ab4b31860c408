from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docs_store import find_entities
from docs_store.entities import gazetteer

FOLDER = Path(gazetteer.__file__).parent
MOST = 1_200_000
"""Bytes of all its files."""


def test_it_weighs_little_more_than_a_megabyte_in_the_package() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in files) < MOST


def test_its_licence_lies_beside_it_and_names_every_file_made() -> None:
    licence = (FOLDER / "LICENSE.md").read_text(encoding="utf-8")
    assert all(f"made/{path.name}" in licence for path in (FOLDER / "made").iterdir())
    assert "Creative Commons" in licence
    assert "UNICODE LICENSE V3" in licence


def test_importing_the_library_does_not_read_it() -> None:
    code = "import sys, docs_store; print([name for name in sys.modules if name.startswith('docs_store.entities')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_every_alias_leads_to_a_name_that_means_itself() -> None:
    tables = gazetteer.load()
    for table in (tables.places, tables.organisations):
        assert all(table.get(canonical) == canonical for canonical in table.values())


def test_common_words_and_their_inflections() -> None:
    tables = gazetteer.load()
    assert all(tables.is_word(word) for word in ("water", "meetings", "reading", "increased"))
    assert not any(tables.is_word(word) for word in ("reykjavik", "lindqvist", "s", ""))


def test_doubtful_places_are_places() -> None:
    tables = gazetteer.load()
    assert tables.doubtful_places <= tables.places.keys()


def test_other_languages_share_the_canonical_names() -> None:
    assert gazetteer.exonyms("ru").names["Россия"] == "Russia"
    assert gazetteer.exonyms("ja").names["モスクワ"] == "Moscow"
    assert gazetteer.exonyms("xx").names == {}


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("The ships left the Gulf at noon.", "Gulf", "place"),
        ("It was a wide gulf.", "", ""),
        ("They prayed at the Western Wall.", "Western Wall", "place"),
        ("He lived on Martha's Vineyard.", "Martha's Vineyard", "place"),
        ("They moved to Newcastle upon Tyne.", "Newcastle upon Tyne", "place"),
        ("Rain fell in Uttar Pradesh.", "Uttar Pradesh", "place"),
        ("She won in the Champions League.", "Champions League", "event"),
        ("He raced in the Indy 500.", "Indy 500", "event"),
        ("The RBS Six Nations began.", "Six Nations", "event"),
        ("He fought with the Islamic State of Iraq and the Levant.", "Islamic State of Iraq and the Levant",
         "organisation"),
    ],
)  # fmt: skip
def test_places_and_events_in_the_news(text: str, written: str, kind: str) -> None:
    found = {text[m.start : m.end]: m.kind.value for m in find_entities(text)}
    assert found.get(written, "") == kind
