"""Lets readers read files that are damaged and hostile, made from our own: each gives articles, or one clear error.

usage: python -m tests.fuzz [READER …] [--inputs N] [--seed S] [--first N] [--keep DIR]

An input is made by chance from the seed, the reader's name and its number: the same at every run. Any other exception
than `DocumentError`, and a document that costs more than it may, is a failure; it is told with the command that repeats
it, and the exit code is 1. With --keep the files that failed are put in DIR.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from tests.fuzz.driver import Tally, fuzz, input_of
from tests.fuzz.samples import all_parts, targets

_TOLD: Final = 20
"""Failures of one reader that are told; the rest are counted."""


def main(arguments: list[str] | None = None) -> int:
    """Fuzz; return the exit code."""
    known = targets()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"any of: {', '.join(known)}")
    parser.add_argument("--inputs", type=int, default=1_000, metavar="N", help="files for each reader (1000)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="what all chance comes from (0)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first file (0)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where to put the files that failed")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.readers if name not in known]:
        parser.error(f"no reader is called {unknown[0]}")
    others = all_parts(known.values())
    total = Tally()
    for name in options.readers or known:
        begun = time.monotonic()
        tally = fuzz(known[name], options.seed, range(options.first, options.first + options.inputs), others)
        print(_row(name, tally, time.monotonic() - begun), flush=True)
        for failure in tally.failures[:_TOLD]:
            print(f"  {failure.why.rstrip()}".replace("\n", "\n  "))
            print(f"  again: python -m tests.fuzz {name} --seed {options.seed} --first {failure.number} --inputs 1")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                file, content = input_of(known[name], options.seed, failure.number, others)
                (options.keep / f"{name}-{options.seed}-{failure.number}-{file}").write_bytes(content)
        total.add(tally)
    counts = f"{total.inputs:,} inputs, {total.articles:,} articles, {total.refused:,} refused"
    print(f"{counts}, {len(total.failures):,} failures")
    return 1 if total.failures else 0


def _row(name: str, tally: Tally, seconds: float) -> str:
    rate = tally.inputs / max(seconds, 0.001)
    slowest = f"slowest {tally.slowest:.2f} s (number {tally.slowest_number})"
    counts = f"{tally.inputs:>9,} inputs {tally.articles:>9,} articles {tally.refused:>9,} refused"
    return f"{name:18} {counts} {rate:>7,.0f}/s  {slowest}  {len(tally.failures):,} failures"


if __name__ == "__main__":
    sys.exit(main())
