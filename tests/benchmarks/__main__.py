"""Measures, each beside a named peer in the same run, told as ratios: the machines are shared and noisy.

usage: python -m tests.benchmarks [--sizes N …] [--records FILE.jsonl] [--keep DIR] [--json FILE] [TASK …]

  start   from starting the program to its list of the newest articles, on a pty; peer: a bare Textual app
  keys    from a key in the finder to the settled screen, on a pty; peer: fzf (of BROADSHEET_FZF, a folder, or the PATH)
  ingest  articles a second, with and without entities; peer: the same texts into one SQLite FTS5 table
  search  words of headlines, best first with snippets; peers: that FTS5 table, Xapian (the engine of notmuch and of
          recoll) up to 100,000 articles, and ripgrep for one word
  sizes   resident memory, and the index beside the text
  find    known items by two words, one mistyped
  read    articles a second from each format; peer: what the format's own library takes for the bare text
  entity  the page of one name, in an archive with ten names an article; peer: the same lists from plain SQLite tables

Without records, archives are generated: the same at every run. With --keep they stay in DIR for the next run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from docs_store import ingest, open_store
from tests.benchmarks import engines, names, reading, terminals
from tests.benchmarks.archives import fill, write_jsonl
from tests.benchmarks.rows import HEAD, Row

_TASKS = ("start", "keys", "ingest", "search", "sizes", "find", "read", "entity")
_WORDS = ("harbour", "minis", "storm w", "brdige", "oil")


def main() -> None:
    """Run the tasks and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", choices=[[], *_TASKS])
    parser.add_argument("--records", type=Path, help="a JSONL file of articles in place of the generated ones")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 1_000, 20_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--words", nargs="+", default=_WORDS)
    parser.add_argument("--keep", type=Path, help="where archives stay")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows: list[Row] = []
    print(HEAD)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        for size in options.sizes:
            here = folder / str(size)
            here.mkdir(parents=True, exist_ok=True)
            for row in _measured(options.tasks or _TASKS, here, size, options):
                rows.append(row)
                print(row, flush=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"\n{machine}")
    if options.json:
        options.json.write_text(json.dumps({"machine": machine, "rows": [asdict(row) for row in rows]}, indent=2))


def _measured(tasks: Sequence[str], here: Path, size: int, options: argparse.Namespace) -> list[Row]:
    alone = names.pages(here, size) if "entity" in tasks else []  # they have archives of their own
    alone += reading.read(size) if "read" in tasks else []
    tasks = [task for task in _TASKS if task in tasks and task not in ("entity", "read")]
    if not tasks:
        return alone
    env = {f"XDG_{name}_HOME": str(here / name.lower()) for name in ("STATE", "DATA", "CONFIG")}
    env["COLORTERM"] = "truecolor"
    archive, records, fts5 = here / "archive", here / "records.jsonl", here / "fts5.db"
    if options.records and not records.exists():
        with options.records.open(encoding="utf-8") as source, records.open("w", encoding="utf-8") as out:
            out.writelines(islice(source, size))
    if not archive.exists():
        with open_store(archive, create=True) as store:
            if records.exists():
                ingest([records], store)
            else:
                fill(store, size)
    if "ingest" in tasks and not records.exists():
        write_jsonl(records, size)
    with open_store(archive, read_only=True) as store:
        count = store.count()
        if "search" in tasks and not fts5.exists():
            engines.into_fts5(((each.title, each.body) for each in engines.whole(store)), fts5)
    run: dict[str, Callable[[], list[Row]]] = {
        "start": lambda: terminals.first_list(archive, count, options.rounds, env),
        "keys": lambda: terminals.keys(archive, count, options.words, env, here / "titles.txt"),
        "ingest": lambda: engines.ingested(records, count, here),
        "search": lambda: engines.searched(archive, count, fts5, records),
        "sizes": lambda: engines.sizes(archive, count),
        "find": lambda: engines.found(archive, count),
    }
    return [row for task in tasks for row in run[task]()] + alone


if __name__ == "__main__":
    main()
