"""`broadsheet report`."""

from __future__ import annotations

import argparse

from docs_store import Run, Skipped
from tui.cli.archives import open_archive
from tui.cli.common import answer_arguments, write, write_json, write_row, write_skipped
from tui.cli.exits import DONE, NOTHING


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("-v", "--verbose", action="store_true", help="name every file and record that is skipped")
    parser.add_argument("--runs", action="store_true", help="list the last runs, a line each")
    answer_arguments(parser, limit=False)


def run(options: argparse.Namespace) -> int:
    """Tell what the last run did, and what of the archive's files is not stored, and why."""
    with open_archive(options.archive) as store:
        runs = store.runs()
        skipped = [bad for file in store.files() for bad in file.skipped]
    if options.json:
        write_json({"runs": runs, "skipped": skipped})
    elif options.runs:
        for each in runs:
            write_row(_row(each))
    elif runs:
        _tell(runs[0], skipped, verbose=options.verbose)
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
    write_skipped(skipped, verbose=verbose)
