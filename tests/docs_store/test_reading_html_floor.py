"""How well whole pages are read: our own, in the styles of the world's press, against what a person reads there.

The floors are what was reached; who lowers one says why in the change.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docs_store.model import Article
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise

DATA = Path(__file__).parent.parent / "data" / "html"
GOLD: dict[str, dict[str, Any]] = json.loads((DATA / "gold.json").read_text(encoding="utf-8"))


@cache
def found(name: str) -> Article:
    return normalise(read_page((DATA / name).read_bytes()), path="")


def f1(gold: list[Any], read: list[Any]) -> float:
    right = sum(each in gold for each in read)
    return 2 * right / (len(gold) + len(read)) if gold or read else 1.0


def score(what: str, gold: dict[str, Any], article: Article) -> float:
    if what == "captions":
        return f1(gold[what], [[image.caption, image.credit] for image in article.images])
    if what == "blocks":
        return f1(gold[what], [[block.kind.value, block.text] for block in article.blocks])
    if what == "published":
        return float(article.published == dt.datetime.fromisoformat(gold[what]))
    if what == "authors":
        return float(list(article.authors) == gold[what])
    return float(getattr(article, what) == gold[what])


@pytest.mark.parametrize(
    ("what", "floor"),
    [
        ("title", 1.0),
        ("published", 1.0),
        ("authors", 1.0),
        ("source", 1.0),
        ("url", 1.0),
        ("captions", 0.97),
        ("blocks", 0.97),
    ],
)
def test_pages_are_read_as_well_as_they_were(what: str, floor: float) -> None:
    scores = {name: score(what, gold, found(name)) for name, gold in GOLD.items()}
    worse = [name for name, reached in scores.items() if reached < 1]
    assert sum(scores.values()) / len(scores) >= floor, f"worse: {worse}"


def test_there_are_pages_of_many_styles() -> None:
    assert len(GOLD) >= 12
    assert {path.name for path in DATA.glob("*.html")} >= GOLD.keys()
