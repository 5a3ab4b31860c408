"""`broadsheet add PATH…`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from docs_store import IngestProgress, IngestReport, Store, ingest, open_store
from tui.cli.common import configuration, write, write_json
from tui.cli.exits import DONE, FAILED, NOTHING, CommandError
from tui.places import archive_of, state_file
from tui.state import load_state

_MOST_JOBS: Final = 64


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--archive", metavar="DIR", help="the archive, made where there is none")
    parser.add_argument("--prune", action="store_true", help="remove articles whose files have vanished")
    parser.add_argument(
        "-j", "--jobs", type=_jobs, metavar="N", help="processes that read; 0 reads in the one that stores"
    )
    parser.add_argument("--json", action="store_true", help="report in JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every file that was skipped")


def run(options: argparse.Namespace) -> int:
    """Add; report what was added and what was skipped, and why."""
    paths = [Path(path) for path in options.paths]
    for path in paths:
        if str(path) != "-" and not path.exists():
            raise CommandError(f"{path}: no such file or folder")
    with open_store(_archive(options.archive, paths), create=True) as store:
        if sys.stderr.isatty() and not options.json:
            report = _with_progress(store, paths, prune=options.prune, jobs=options.jobs)
        else:
            report = ingest(paths, store, prune=options.prune, jobs=options.jobs)
    if options.json:
        write_json(report)
    else:
        _tell(report, verbose=options.verbose)
    if report.added or report.changed or report.unchanged or report.removed or report.files_unchanged:
        return DONE
    return FAILED if report.skipped else NOTHING


def _jobs(text: str) -> int:
    number = int(text)
    if not 0 <= number <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{number} is not between 0 and {_MOST_JOBS}")
    return number


def _archive(named: str | None, paths: list[Path]) -> Path:
    name = named or configuration().archive or load_state(state_file()).last_archive
    if name:
        return Path(name).expanduser()
    return archive_of(paths[0])


def _with_progress(store: Store, paths: list[Path], *, prune: bool, jobs: int | None) -> IngestReport:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn(),
               TextColumn("{task.fields[articles]:,} articles"))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, articles=0)

        def report(progress: IngestProgress) -> None:
            bar.update(task, completed=progress.files, total=progress.total, articles=progress.articles)

        return ingest(paths, store, report=report, prune=prune, jobs=jobs)


def _tell(report: IngestReport, *, verbose: bool) -> None:
    counts = f"{report.added:,} added, {report.changed:,} changed, {report.removed:,} removed"
    write(f"{counts}; {report.files_read:,} files read, {report.files_unchanged:,} unchanged since last time")
    if report.passed_over:
        write(f"{report.passed_over:,} pictures, style sheets and the like passed over")
    if report.vanished and not report.removed:
        write(f"{len(report.vanished):,} no longer in their files; they stay stored (--prune removes them)")
    if not report.skipped:
        return
    write(f"{len(report.skipped):,} skipped:")
    if verbose:
        for skipped in report.skipped:
            write(f"  {skipped.path}: {skipped.reason}")
    else:
        for reason, number in Counter(skipped.reason for skipped in report.skipped).most_common():
            write(f"  {number:,}  {reason}")
        write("  (-v names the files)")
