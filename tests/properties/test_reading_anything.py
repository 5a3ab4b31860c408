"""Whatever a file holds, it becomes articles or a `DocumentError`, and no paragraph is lost on the way."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article, BlockKind
from docs_store.reading import read_articles
from docs_store.reading.credits import split_credit
from docs_store.reading.dates import parse_time
from docs_store.reading.layout import paragraphs
from docs_store.text import clean

TRICKY = """Foto: Ana Lima/dpa
© X
(AP)
RELATED:
Leave a Reply
By Ana Lima
3 May 2024
* a
Read more: x
写真：共同
A dry well. (Ana Lima/AFP)
20240116 One Two 001
Author of the article:
Stand: 1.2.2024"""
LINES = st.lists(
    st.text(max_size=60) | st.sampled_from(["x", "", *TRICKY.splitlines(), "word " * 60, "[" * 50]), max_size=30
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    "id title text body date published authors url source summary tags images related x".split()  # noqa: SIM905
)


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "file"


def articles_of(path: Path, content: bytes) -> list[Article]:
    path.write_bytes(content)
    skipped: list[Skipped] = []
    try:
        articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    except DocumentError:
        return []
    for article in articles:
        assert article.title.strip()
        for block in article.blocks:
            assert (block.kind is BlockKind.CAPTION) is (block.image is not None)
            assert clean(block.text) == block.text
    assert all(item.reason for item in skipped)
    return articles


@given(content=st.binary(max_size=400))
def test_any_bytes(path: Path, content: bytes) -> None:
    articles_of(path, content)


@given(lines=LINES, gap=st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
def test_any_lines(path: Path, lines: list[str], gap: str) -> None:
    articles_of(path, gap.join(lines).encode("utf-8", "surrogatepass"))


@given(records=st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=4))
def test_any_records(path: Path, records: list[dict[str, object]]) -> None:
    articles_of(path, "\n".join(map(json.dumps, records)).encode())


@given(sentences=st.lists(st.text("abcdefgh ", min_size=210, max_size=230), min_size=2, max_size=6))
def test_paragraphs_of_a_page_are_all_in_its_body(path: Path, sentences: list[str]) -> None:
    texts = [" ".join(f"We {text} go.".split()) for text in sentences]
    (article,) = articles_of(path, "\n\n".join(texts).encode())
    assert article.body == "\n\n".join(texts)


TELLING = """Nobody was hurt.
Ada Byron, editor of the Osk Courier, died on Sunday. She was 71.
By noon the river had risen to the second step.
On 3 May 2031 the bridge was closed for good.
"No," she said.
“Read more,” said the teacher, “and write less.”
Comments were few that night.
Watch the river, they say in Lindau.
Updated plans will be shown on Tuesday.
Tags on the goats had been switched.
Advertisement for the post drew no answer.
Seen from the left, the bell is round.
The picture, taken in 1903, was lost in the flood.
Credit is hard to come by in the valley.
Related parties had lent each other four boats.
Text and tune are by the priest.
Contact was lost at noon.
Editor Max Born resigned on Monday.
Words failed him.
Dr. Clara Winter of Lindau says that the bell is cracked."""


@given(
    sentences=st.lists(st.sampled_from(TELLING.splitlines()), min_size=1, max_size=8, unique=True),
    front=st.sampled_from(((), ("The bell rings again",), ("The bell rings again", "By Nora Quill", "3 May 2031"))),
    gap=st.sampled_from(["\n", "\n\n"]),
)
def test_sentences_of_a_story_are_all_in_it(path: Path, sentences: list[str], front: tuple[str, ...], gap: str) -> None:
    (article,) = articles_of(path, gap.join((*front, *sentences)).encode())
    blocks = (block.text for block in article.blocks if block.kind is not BlockKind.CAPTION)
    told = " ".join((article.title, *blocks))  # lines that may be wrapped are joined
    assert [sentence for sentence in sentences if sentence not in told] == []


@given(text=st.text(max_size=300))
def test_layout_keeps_every_letter(text: str) -> None:
    kept = "".join("".join(paragraphs(text)).split())
    assert kept == "".join(text.split())


@given(line=st.text(max_size=300))
def test_a_credit_is_part_of_its_line(line: str) -> None:
    credited = split_credit(line)
    assert credited.caption in line
    assert credited.strength or not credited.credit


@given(value=st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.datetimes()))
def test_any_date_is_aware_or_none(value: str | float) -> None:
    moment = parse_time(value)
    assert moment is None or moment.utcoffset() is not None
