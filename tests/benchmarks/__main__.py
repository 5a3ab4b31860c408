"""Measures, each beside a named peer in the same run, told as ratios: the machines are shared and noisy.

usage: python -m tests.benchmarks [--archive FILE.jsonl | --sizes 10 1000 20000] [--json FILE] [start keys ingest]

  start   from starting the program to its first frame with the list of articles, on a pty; peer: a bare Textual app
  keys    from a key in the finder to the settled screen, key by key, on a pty; peer: a key echoed by the bare app
  ingest  articles a second, with and without entities; peer: the same texts into one SQLite FTS5 table
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from docs_store import ingest, open_store, read_articles
from tests.benchmarks.archives import write_jsonl
from tests.terminal.driver import Terminal

_QUIET = 0.3
"""Seconds of silence after which a screen counts as settled."""


@dataclass(frozen=True)
class Row:
    """One line of the table: ours, the peer's, and how many times ours the peer's is (or the other way round)."""

    what: str
    articles: int
    ours: float
    peer: float
    unit: str
    against: str

    @property
    def ratio(self) -> float:
        return self.ours / self.peer if self.peer else float("nan")


def first_frame(argv: list[str], sign: str, env: dict[str, str]) -> float:
    """Return the milliseconds from starting a program to the screen that shows `sign`."""
    start = time.perf_counter()
    with Terminal(argv, columns=120, lines=40, env=env) as terminal:
        terminal.wait_for(sign)
        return 1000 * (time.perf_counter() - start)


def settled(terminal: Terminal, key: str) -> tuple[float, int]:
    """Send a key; return the milliseconds to the last byte of what it draws, and how many bytes that was."""
    start = time.perf_counter()
    last, before = start, len(terminal.raw)
    terminal.send(key)
    while time.perf_counter() - last < _QUIET:
        if terminal.read(_QUIET):
            last = time.perf_counter()
    return 1000 * (last - start), len(terminal.raw) - before


def measure_start(archive: Path, articles: int, rounds: int, env: dict[str, str]) -> list[Row]:
    ours = [sys.executable, "-m", "tui", "open", str(archive)]
    bare = [sys.executable, "-m", "tests.benchmarks.bare"]
    pairs = [(first_frame(ours, "newest first", env), first_frame(bare, "bare frame", env)) for _ in range(rounds)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return [Row("first list on the screen", articles, mine, theirs, "ms", "bare Textual app")]


def measure_keys(archive: Path, articles: int, words: list[str], env: dict[str, str]) -> list[Row]:
    times: list[float] = []
    sizes: list[float] = []
    with Terminal([sys.executable, "-m", "tui", "open", str(archive)], columns=120, lines=40, env=env) as terminal:
        terminal.wait_for("newest first")
        settled(terminal, "z")  # loads the headlines and the index
        settled(terminal, "\x03")
        terminal.send("f")
        terminal.settle()
        for word in words:
            for key in word:
                spent, size = settled(terminal, key)
                times.append(spent)
                sizes.append(size)
            settled(terminal, "\x1b")
    echo: list[float] = []
    with Terminal([sys.executable, "-m", "tests.benchmarks.bare"], columns=120, lines=40, env=env) as terminal:
        terminal.wait_for("bare frame")
        echo = [settled(terminal, key)[0] for key in "".join(words)]
    peer = statistics.median(echo)
    return [
        Row(
            "a key to the settled screen, median",
            articles,
            statistics.median(times),
            peer,
            "ms",
            "a key echoed by Textual",
        ),
        Row("a key to the settled screen, worst", articles, max(times), max(echo), "ms", "a key echoed by Textual"),
        Row("bytes sent to the terminal a key, median", articles, statistics.median(sizes), 2_048, "B", "2 KB"),
    ]


def measure_ingest(records: Path, articles: int, folder: Path) -> list[Row]:
    def into_store(annotate: bool) -> float:
        with open_store(folder / f"store-{annotate}", create=True) as store:
            start = time.perf_counter()
            ingest([records], store, annotate=annotate)
            return articles / (time.perf_counter() - start)

    def into_fts5() -> float:
        database = sqlite3.connect(folder / "fts5.db")
        database.execute("CREATE VIRTUAL TABLE article USING fts5(title, body)")
        start = time.perf_counter()
        with database:
            rows = ((a.title, a.body) for a in read_articles(records, annotate=False))
            database.executemany("INSERT INTO article VALUES (?, ?)", rows)
        rate = articles / (time.perf_counter() - start)
        database.close()
        return rate

    peer = into_fts5()
    return [
        Row("ingest without entities", articles, into_store(False), peer, "articles/s", "read into one FTS5 table"),
        Row("ingest with entities", articles, into_store(True), peer, "articles/s", "read into one FTS5 table"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", choices=[[], "start", "keys", "ingest"])
    parser.add_argument("--records", type=Path, help="a JSONL file of articles in place of the generated ones")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 1_000, 20_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--words", nargs="+", default=["harbour", "st brea", "grand ol"])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    tasks = options.tasks or ["start", "keys", "ingest"]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        env = {"XDG_STATE_HOME": str(folder / "state"), "XDG_DATA_HOME": str(folder / "data"), "COLORTERM": "truecolor"}
        env["XDG_CONFIG_HOME"] = str(folder / "config")
        for size in options.sizes:
            here = folder / str(size)
            here.mkdir()
            records = (
                _first(options.records, here / "r.jsonl", size)
                if options.records
                else write_jsonl(here / "r.jsonl", size)
            )
            size = sum(1 for _ in records.open(encoding="utf-8"))
            archive = here / "archive"
            with open_store(archive, create=True) as store:
                ingest([records], store)
            measures: dict[str, Callable[[], list[Row]]] = {
                "start": lambda a=archive, n=size: measure_start(a, n, options.rounds, env),  # type: ignore[misc]
                "keys": lambda a=archive, n=size: measure_keys(a, n, options.words, env),  # type: ignore[misc]
                "ingest": lambda r=records, n=size, h=here: measure_ingest(r, n, h),  # type: ignore[misc]
            }
            for task in tasks:
                for row in measures[task]():
                    rows.append(row)
                    print(
                        f"{row.what:<42}{row.articles:>9,}{row.ours:>12,.1f}{row.peer:>12,.1f} {row.unit:<11}"
                        f"{row.ratio:>6.2f} x {row.against}",
                        flush=True,
                    )
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(machine)
    if options.json:
        options.json.write_text(json.dumps({"machine": machine, "rows": [asdict(row) for row in rows]}, indent=2))


def _first(records: Path, target: Path, size: int) -> Path:
    with records.open(encoding="utf-8") as source, target.open("w", encoding="utf-8") as out:
        for _, line in zip(range(size), source, strict=False):
            out.write(line)
    return target


if __name__ == "__main__":
    main()
