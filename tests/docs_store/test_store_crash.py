"""Killed anywhere: what was acknowledged is whole, the rest is absent. By real SIGKILLs of a real process.

`BROADSHEET_KILLS` sets how often; before a release, 1,000.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from docs_store import Article, Store, open_store
from docs_store.model import article_id
from tests.contract.articles import made

KILLS = int(os.environ.get("BROADSHEET_KILLS", "25"))

BATCH = 40

# Stores batch after batch, removing every third one again, and tells of each when it is done.
_WRITER = """
import sys
from docs_store import open_store
from tests.docs_store.test_store_crash import batch

with open_store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2]), 10_000):
        print("open", number, flush=True)
        store.put_many(batch(number))
        print("stored", number, flush=True)
        if number % 3 == 2:
            store.remove([article.id for article in batch(number - 1)])
            print("removed", number - 1, flush=True)
"""


def batch(number: int) -> list[Article]:
    return [
        made(f"{number}/{place}", f"Report {number} part {place}", f"word{number} text " * 200)
        for place in range(BATCH)
    ]


def _kill_once(archive: Path, first: int, after: float) -> list[tuple[str, int]]:
    """Run the writer, kill it `after` seconds from its first word, and return what it said."""
    child = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(archive), str(first)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert child.stdout is not None
    said = [child.stdout.readline()]
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    said += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    return [(word, int(number)) for word, number in (line.split() for line in said if line.endswith("\n"))]


def _held(store: Store, number: int) -> int:
    return sum(store.get(article_id(f"{number}/{place}")) is not None for place in range(BATCH))


def test_nothing_acknowledged_is_lost_and_nothing_is_half_stored(tmp_path: Path) -> None:
    chance = random.Random(20310504)
    archive = tmp_path / "archive"
    open_store(archive, create=True).close()
    stored: set[int] = set()
    removed: set[int] = set()
    next_number = 0
    for _ in range(KILLS):
        said = _kill_once(archive, next_number, chance.uniform(0, 0.12))
        stored |= {number for word, number in said if word == "stored"}
        removed |= {number for word, number in said if word == "removed"}
        opened = {number for word, number in said if word == "open"}
        assert opened, "the writer never began"
        next_number = max(opened) + 1
        with open_store(archive) as store:
            assert store.check() == ()
            held = {number: _held(store, number) for number in range(next_number)}
            assert set(held.values()) <= {0, BATCH}, "a batch is half stored"
            there = {number for number, many in held.items() if many}
            # A removal that was not acknowledged, be it of a batch of the run before, may have happened or not.
            unsure = {number - 1 for number in opened if number % 3 == 2} - removed
            assert stored - removed - unsure <= there
            assert not there & removed
            # What is there is found too: the index has caught up.
            latest = max(there, default=None)
            if latest is not None:
                assert store.search(f"word{latest}", limit=1).total == BATCH
                assert store.find(f"report {latest} part", limit=BATCH).total >= BATCH
            stored = there
    assert stored
