"""`broadsheet report`."""

from __future__ import annotations

import argparse
from collections import Counter

from docs_store import Run, Skipped
from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, NOTHING
from tui.cli.output import write, write_hints, write_json, write_row, write_skipped


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("-v", "--verbose", action="store_true", help="name every file and record that is skipped")
    parser.add_argument("--runs", action="store_true", help="list the last runs, a line each")
    answer_arguments(parser, limit=False)


def run(options: argparse.Namespace) -> int:
    """Tell what the last run did, and what of the archive's files is not stored, and why."""
    with open_archive(options.archive) as store:
        runs = store.runs()
        stored = 0 if runs else store.count()
        told = [bad for file in store.files() for bad in file.skipped]
    skipped, hints = [bad for bad in told if not bad.is_hint], [bad for bad in told if bad.is_hint]
    if options.json:
        write_json({"runs": runs, "skipped": skipped, "hints": hints})
    elif options.runs:
        for each in runs:
            write_row(_row(each))
    elif runs:
        _tell(runs[0], skipped, verbose=options.verbose)
        write_hints(hints)
    elif stored:  # a run is noted when it has come to its end
        write(f"{stored:,} articles; no run has come to its end yet: broadsheet add PATH goes on where one broke off")
    else:
        write("nothing was ever added to this archive; add something with: broadsheet add PATH")
    return DONE if runs else NOTHING


def _row(run: Run) -> tuple[str, ...]:
    skipped = sum(number for _, number in run.skipped)
    counts = {"added": run.added, "changed": run.changed, "removed": run.removed, "skipped": skipped}
    return run.finished.isoformat(), f"{run.seconds:.1f} s", *(f"{number} {word}" for word, number in counts.items())


def _tell(run: Run, skipped: list[Skipped], *, verbose: bool) -> None:
    write(f"last run {run.finished.astimezone():%Y-%m-%d %H:%M}, {run.seconds:,.1f} s")
    write(f"{run.added:,} added, {run.changed:,} changed, {run.unchanged:,} the same, {run.removed:,} removed")
    write(f"{run.files_read:,} files read, {run.files_unchanged:,} unchanged since the run before")
    if run.vanished and not run.removed:
        write(f"{run.vanished:,} no longer in their files; they stay stored (broadsheet add --prune removes them)")
    # What an import or standard input brought is no file of the archive's.
    if alone := Counter(dict(run.skipped)) - Counter(bad.reason for bad in skipped):
        write(f"{alone.total():,} skipped in that run alone:")
        for reason, number in alone.most_common():
            write(f"  {number:,}  {reason}")
    earlier = len(skipped) - (Counter(dict(run.skipped)) & Counter(bad.reason for bad in skipped)).total()
    write_skipped(skipped, verbose=verbose, earlier=earlier)
