"""Lets readers read files that are damaged and hostile, made from our own: each gives articles, or one clear error.

usage: python -m tests.fuzz [READER …] [--inputs N] [--seed S] [--first N] [--jobs N] [--seconds S] [--keep DIR]

A million, over all readers, takes half an hour of a core (the last run is in RESULTS.md):

    nice -n 19 python -m tests.fuzz --inputs 1000000 2>progress

An input is made by chance from the seed, the reader's name and its number: the same at every run. Any other exception
than `DocumentError`, and a document that costs more than it may, is a failure; it is told with the command that repeats
it, and the exit code is 1. With --keep the files that failed are put in DIR.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from tests.fuzz.driver import Failure, Tally, fuzz, input_of, load
from tests.fuzz.samples import Target, all_parts, targets

_TOLD: Final = 20
"""Failures of one reader that are told; the rest are counted."""

_ROUNDS: Final = 10
_A_ROUND: Final = 1_000
"""Inputs of a reader from which on it has them in rounds, so that all readers have had some early."""

_USUAL: Final = 4
_SHARES: Final = {
    **dict.fromkeys(("epub", "html", "latex", "mail", "pdf", "rst", "tararchive", "text", "warc", "ziparchive"), 1),
    **dict.fromkeys(("beside", "factiva", "fb2", "mediawiki", "news_xml", "notebook", "scanned", "unread"), 12),
    **dict.fromkeys(("import-archivebox", "import-bookmarks", "import-newsboat", "import-pocket"), 12),
    **dict.fromkeys(("compressed", "import-readwise", "import-wallabag", "import-zotero", "webarchive"), 12),
}
"""How many of the inputs readers get beside `_USUAL` ones: some cost ten times as much as others."""

_HEAD: Final = "| reader | inputs | articles | refused | failures | slowest input | most growth of memory |"


def main(arguments: list[str] | None = None) -> int:
    """Fuzz; return the exit code."""
    known = targets()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"any of: {', '.join(known)}")
    parser.add_argument("--inputs", type=int, default=50_000, metavar="N", help="files over all these readers (50000)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="what all chance comes from (0)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of each one's first file (0)")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="readers that are fuzzed at a time (1)")
    parser.add_argument("--seconds", type=float, default=math.inf, metavar="S", help="begin no more when they are over")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where to put the files that failed")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.readers if name not in known]:
        parser.error(f"no reader is called {unknown[0]}")
    others = all_parts(known.values())
    tallies = {name: Tally() for name in options.readers or known}
    load(known[name] for name in tallies)
    begun = time.monotonic()
    batches = list(_batches(shares(tallies, options.inputs), options.first))

    def fuzzed(batch: tuple[str, range]) -> Tally:
        is_over = time.monotonic() - begun > options.seconds
        return Tally() if is_over else fuzz(known[batch[0]], options.seed, batch[1], others)

    pool = ThreadPoolExecutor(options.jobs)  # each starts a process and waits for it
    for (name, _), tally in zip(batches, pool.map(fuzzed, batches), strict=True):
        for failure in tally.failures[: max(0, _TOLD - len(tallies[name].failures))]:
            print(f"{name}: {failure.why.rstrip()}".replace("\n", "\n  "))
            print(
                f"  again: python -m tests.fuzz {name} --seed {options.seed} --first {failure.number} --inputs 1",
                flush=True,
            )
            if options.keep:
                _keep(options.keep, known[name], options.seed, failure, others)
        tallies[name].add(tally)
        done = sum(tally.inputs for tally in tallies.values())
        print(f"{time.monotonic() - begun:7,.0f} s {done:>9,} inputs  {name}", file=sys.stderr, flush=True)
    total = Tally()
    print(f"{_HEAD}\n|---|---:|---:|---:|---:|---:|---:|")
    for name, tally in tallies.items():
        print(_row(name, tally))
        total.add(tally)
    print(_row("**all**", total), flush=True)
    return 1 if total.failures else 0


def shares(names: Mapping[str, object], inputs: int) -> dict[str, int]:
    """Return how many of the inputs each reader gets: at least one, and together all where there are enough."""
    weights = [_SHARES.get(name, _USUAL) for name in names]
    ends = [inputs * reached // sum(weights) for reached in accumulate(weights, initial=0)]
    return {name: max(1, last - first) for name, (first, last) in zip(names, pairwise(ends), strict=True)}


def _batches(counts: Mapping[str, int], first: int) -> Iterator[tuple[str, range]]:
    """Yield which inputs to read, reader by reader, in rounds where there are many."""
    rounds = _ROUNDS if max(counts.values()) >= _A_ROUND else 1
    for number in range(rounds):
        for name, count in counts.items():
            if numbers := range(first + count * number // rounds, first + count * (number + 1) // rounds):
                yield name, numbers


def _keep(folder: Path, target: Target, seed: int, failure: Failure, others: tuple[bytes, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    file, content = input_of(target, seed, failure.number, others)
    (folder / f"{target.name}-{seed}-{failure.number}-{file}").write_bytes(content)


def _row(name: str, tally: Tally) -> str:
    slowest = f"{tally.slowest:.2f} s (number {tally.slowest_number})"
    growth = f"{tally.growth / 2**20:.0f} MiB (number {tally.growth_number})"
    counts = f"{tally.inputs:,} | {tally.articles:,} | {tally.refused:,} | {len(tally.failures):,}"
    return f"| {name} | {counts} | {slowest} | {growth} |"


if __name__ == "__main__":
    sys.exit(main())
