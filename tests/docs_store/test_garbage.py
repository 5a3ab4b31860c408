"""Garbage is collected seldom while articles pass through, and as before afterwards."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs_store import IngestProgress, MemoryStore, ingest
from docs_store.ingestion.garbage import seldom_collected


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_is_collected_as_before_afterwards_whatever_happens_within() -> None:
    gc.set_threshold(500, 7, 9)
    with pytest.raises(KeyError), seldom_collected():
        assert gc.get_threshold()[0] > 10_000
        raise KeyError
    assert gc.get_threshold() == (500, 7, 9)


def test_who_collects_more_seldom_or_not_at_all_is_left_alone() -> None:
    for threshold in (0, 10_000_000):
        gc.set_threshold(threshold, 7, 9)
        with seldom_collected():
            assert gc.get_threshold() == (threshold, 7, 9)


def test_adding_collects_seldom(tmp_path: Path) -> None:
    gc.set_threshold(500, 7, 9)
    (tmp_path / "a.json").write_text(json.dumps({"title": "A quay", "text": "The quay was closed on Monday."}))
    seen: list[int] = []

    def report(_: IngestProgress) -> None:
        seen.append(gc.get_threshold()[0])

    ingest([tmp_path], MemoryStore(), report=report)
    assert min(seen) > 10_000
    assert gc.get_threshold() == (500, 7, 9)
