"""Compares what the program has drawn, change by change, with what it draws when it draws everything.

usage: python -m tests.drawing [ARCHIVE …] [--sequences N] [--steps N] [--seed S] [--first N]

The real program runs on a real pty, through keys, typed text, the mouse, pastes and resizes made by chance from the
seed: the same at every run. After every few steps the screen, as a terminal emulator has it, must be what it is after
ctrl+l. A difference is looked for again, more slowly: what comes again is a fault, and so is a program that ended by
itself. Faults are told with the command that repeats them, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.drawing.archives import ARCHIVES
from tests.drawing.driver import Outcome, run
from tests.drawing.steps import steps_of


def main(arguments: list[str] | None = None) -> int:
    """Run the sequences; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="*", metavar="ARCHIVE", help=f"any of: {', '.join(ARCHIVES)}")
    parser.add_argument("--sequences", type=int, default=20, metavar="N", help="runs of the program on each (20)")
    parser.add_argument("--steps", type=int, default=60, metavar="N", help="steps of each run (60)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="what all chance comes from (0)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first run (0)")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.archives if name not in ARCHIVES]:
        parser.error(f"no archive is called {unknown[0]}")
    steps = checks = faults = unsure = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name in options.archives or ARCHIVES:
            archive = Path(folder) / name
            ARCHIVES[name](archive)
            for number in range(options.first, options.first + options.sequences):
                outcome, again = sequence(archive, options.seed, number, options.steps)
                steps += outcome.steps
                checks += outcome.checks
                if not outcome.fault:
                    continue
                faults += again
                unsure += not again
                command = f"{name} --seed {options.seed} --first {number} --sequences 1 --steps {options.steps}"
                print(f"{'FAULT' if again else 'not seen again'}: {outcome.fault}")
                print(f"  again: python -m tests.drawing {command}", flush=True)
    seconds = time.monotonic() - begun
    print(f"{steps:,} steps, {checks:,} comparisons, {faults:,} faults, {unsure:,} not seen again, {seconds:,.0f} s")
    return 1 if faults else 0


def sequence(archive: Path, seed: int, number: int, count: int) -> tuple[Outcome, bool]:
    """Run sequence `number`; where it fails, run it again, waiting longer. Return what came, and whether again."""
    size, steps = steps_of(seed, number, count)
    outcome = Outcome(0, 0)
    for quiet in (0.2, 0.7):
        before = outcome
        with tempfile.TemporaryDirectory() as folder:
            outcome = run(archive, Path(folder), size, steps, Random(f"{seed} {number} run"), quiet=quiet)
        if not outcome.fault:
            return (before if before.fault else outcome), False
    return outcome, True


if __name__ == "__main__":
    sys.exit(main())
