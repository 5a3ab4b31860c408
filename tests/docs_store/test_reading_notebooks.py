"""Jupyter notebooks become articles: what is written and the code, not what the code gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs_store import Article, BlockKind, DocumentError, read_articles

FERRIES = "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain."


def cell(kind: str, *lines: str, **fields: object) -> dict[str, object]:
    return {"cell_type": kind, "metadata": {}, "source": list(lines), **fields}


CELLS = [
    cell("markdown", "# Ferry strike in figures\n", "\n", f"{FERRIES}\n"),
    cell("code", "crossings = 12\n", "print(crossings)", outputs=[{"output_type": "stream", "text": ["twelve\n"]}]),
    cell("raw", "\\newpage"),
    cell("markdown", "## Crews\n", "\n", "They want rest, see [the page](https://courier.example/ferry)."),
]
NOTEBOOK = json.dumps({"cells": CELLS, "metadata": {"authors": [{"name": "Ada Quill"}]}, "nbformat": 4})


def read(path: Path, content: str) -> Article:
    path.write_text(content)
    (article,) = read_articles(path, annotate=False)
    return article


@pytest.mark.parametrize("name", ["ferry.ipynb", "ferry.json"])
def test_what_is_written_and_the_code_are_the_text(tmp_path: Path, name: str) -> None:
    article = read(tmp_path / name, NOTEBOOK)
    assert (article.title, article.authors) == ("Ferry strike in figures", ("Ada Quill",))
    assert article.body.startswith(FERRIES)
    assert "crossings = 12" in article.body
    assert "twelve" not in article.body
    assert "newpage" not in article.body
    assert [block.text for block in article.blocks if block.kind is BlockKind.HEADING] == ["Crews"]
    assert [link.url for link in article.links] == ["https://courier.example/ferry"]


def test_the_third_format_keeps_cells_in_worksheets(tmp_path: Path) -> None:
    sheet = {"cells": [cell("heading", "Crews", level=2), {"cell_type": "code", "input": "1 + 1"}, CELLS[0]]}
    content = {"metadata": {"name": "", "title": "Ferries"}, "nbformat": 3, "worksheets": [sheet]}
    article = read(tmp_path / "ferry.ipynb", json.dumps(content))
    assert article.title == "Ferries"
    assert [block.text for block in article.blocks][:2] == ["Crews", "1 + 1"]


def test_without_a_heading_it_is_called_as_its_file(tmp_path: Path) -> None:
    assert read(tmp_path / "ferries.ipynb", json.dumps({"cells": [cell("markdown", FERRIES)]})).title == "ferries"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(NOTEBOOK[:-9], "a damaged notebook"), (json.dumps({"cells": [cell("raw", "x"), 3, None]}), "no text in it")],
)
def test_what_has_no_text_or_is_cut_short_says_so(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read(tmp_path / "ferry.ipynb", content)
