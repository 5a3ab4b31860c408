"""Which articles there are depends on what the files hold: not on the order in which they are read, or how often."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs_store import Article, MemoryStore, Store, ingest, open_store
from docs_store.model import Block, BlockKind
from docs_store.stories.differing import Text, adds

Make: TypeAlias = Callable[[Path], Store]

SENTENCES = (
    "The ferry Halcyon Reach ran on to the Cutter Rocks off Port Selwyn on Wednesday with 214 passengers.",
    "The ferry Halcyon Reach ran on to the Cutter Rocks off Port Selwyn on Wednesday with 221 passengers.",
    "The ferry Halcyon Reach has run on the Sela Bank near Port Selwyn on Wednesday with some 214 passengers aboard.",
    "Nobody was hurt.",
    "The harbour board said that the passengers would be brought ashore before noon.",
    "The harbour board said the passengers were brought ashore before noon by a tug.",
    "Two people were treated for burns in the hospital, its director Ida Brandt said.",
    "Sign up for our letter.",
    "An inquiry into the lamp of Varn lighthouse opens on Friday.",
    "An inquiry into the lamp of Varn ligh…",
)
TEXT = st.lists(st.sampled_from(SENTENCES), max_size=6).map("\n\n".join)
DATE = st.sampled_from(["", "2031-05-14T09:00:00Z", "2031-05-14T19:00:00Z"])
RECORD = st.fixed_dictionaries({"text": TEXT, "date": DATE, "title": st.sampled_from(["Aground", "Ashore"])})
FILES = 3
CHANGES = st.lists(st.tuples(st.integers(0, FILES - 1), RECORD), max_size=6)


def _write(folder: Path, number: int, record: dict[str, str], time: int) -> Path:
    path = folder / f"{number}.jsonl"
    path.write_text(json.dumps({"url": "https://courier.example/ferry", **record}) + "\n", "utf-8")
    os.utime(path, (time, time))
    return path


def _articles(store: Store) -> dict[str, Article | None]:
    return {summary.id: store.get(summary.id) for summary in store.iter_summaries()}


def _check(make: Make, records: Sequence[dict[str, str]], changes: Sequence[tuple[int, dict[str, str]]]) -> None:
    """Read all files, change some and read those, then all again; and those files at once, in two orders."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "files"
        folder.mkdir()
        with make(Path(place) / "archive") as store:
            last = dict(enumerate(records))
            for time, (number, record) in enumerate([*last.items(), *changes]):
                last[number] = record
                ingest([_write(folder, number, record, 10**9 + time)], store, annotate=False)
            found = _articles(store)
            for number in (*last, 0):
                ingest([_write(folder, number, last[number], 2 * 10**9 + number)], store, annotate=False, jobs=0)
            assert _articles(store) == found
            assert store.count() == len(found)
            assert store.check() == ()
        paths = [folder / f"{number}.jsonl" for number in last]
        for order in permutations(paths):
            with MemoryStore() as anew:
                for path in order:
                    ingest([path], anew, annotate=False)
                assert _articles(anew) == found


@given(st.lists(RECORD, min_size=FILES, max_size=FILES), CHANGES)
@settings(max_examples=150)
def test_any_order_of_reading_gives_the_same_articles(
    records: list[dict[str, str]], changes: list[tuple[int, dict[str, str]]]
) -> None:
    _check(lambda _: MemoryStore(), records, changes)


@given(st.lists(RECORD, min_size=FILES, max_size=FILES), CHANGES)
@settings(max_examples=10)
def test_on_disk_too(records: list[dict[str, str]], changes: list[tuple[int, dict[str, str]]]) -> None:
    _check(lambda folder: open_store(folder, create=True), records, changes)


def _made(paragraphs: list[str]) -> Text:
    return Text(Article("x", "x", "x", tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs if text)))


@given(st.lists(st.text(max_size=80), max_size=5), st.lists(st.text(max_size=80), max_size=5))
def test_a_text_adds_nothing_to_itself_and_what_goes_on_from_it(one: list[str], more: list[str]) -> None:
    assert not adds(_made(one), _made(one))
    assert not adds(_made(one), _made([*one, *more]))


@pytest.mark.parametrize("number", range(len(SENTENCES) - 1))
def test_what_is_cut_short_adds_nothing(number: int) -> None:
    text = SENTENCES[number]
    for at in range(len(text)):
        assert not adds(_made([text[:at]]), _made([*SENTENCES]))
