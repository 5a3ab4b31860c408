"""`broadsheet add PATH…`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from docs_store import IngestProgress, IngestReport, StoreLocked, ingest
from tui.cli.archives import archive_to_fill
from tui.cli.arguments import jobs
from tui.cli.exits import DONE, FAILED, NOTHING, CommandError
from tui.cli.interrupting import interruptible
from tui.cli.mapping import columns_argument
from tui.cli.output import complain, write, write_hints, write_json, write_skipped

_PAUSE: Final = 500
"""Milliseconds of quiet after which a change is taken for whole."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--archive", metavar="DIR", help="the archive, made where there is none")
    parser.add_argument("--prune", action="store_true", help="remove articles whose files have vanished")
    parser.add_argument(
        "--prune-all",
        action="store_true",
        help="prune even where a folder named has lost all its files, or over nine in ten of at least 20: --prune then "
        "removes nothing, as its disk may be missing",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=jobs,
        metavar="N",
        help="processes that read; 0 reads in the one that stores, without limits of time and memory",
    )
    parser.add_argument("--watch", action="store_true", help="go on, adding what changes as it changes, until ctrl+c")
    columns_argument(parser)
    parser.add_argument("--json", action="store_true", help="report in JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every file that was skipped")


def run(options: argparse.Namespace) -> int:
    """Add; report what was added and what was skipped, and why."""
    paths = [Path(path) for path in options.paths]
    for path in paths:
        if str(path) != "-" and not path.exists():
            raise CommandError(f"{path}: no such file or folder")
    if options.watch and any(str(path) == "-" for path in paths):
        raise CommandError("standard input cannot be watched; name files or folders")
    report = _add(paths, options, into=paths[0])
    if options.watch:
        _watch(paths, options, set(report.vanished))
    if report.kept:
        return FAILED
    if report.added or report.changed or report.unchanged or report.removed or report.files_unchanged:
        return DONE
    return FAILED if report.skipped else NOTHING


def _add(paths: list[Path], options: argparse.Namespace, *, into: Path, known: set[str] | None = None) -> IngestReport:
    """Add once, and report it. It goes into the archive of `into`.

    Of a change that is followed, `known` tells what is gone already: it is reported only if something was done, or more
    is gone.
    """
    with archive_to_fill(options.archive, into) as store, interruptible(store):
        add = partial(
            ingest,
            paths,
            store,
            prune=options.prune,
            prune_all=options.prune_all,
            jobs=options.jobs,
            columns=options.map,
        )
        report = _with_progress(add) if sys.stderr.isatty() and not options.json and known is None else add()
    for folder in report.kept:
        complain(f"{folder.path}: {folder.reason}")
    done = report.added or report.changed or report.removed or report.files_read
    if known is not None and not done and known.issuperset(report.vanished):
        return report
    if options.json:
        write_json(report)
    else:
        _tell(report, paths, verbose=options.verbose)
    sys.stdout.flush()
    return report


def _watch(paths: list[Path], options: argparse.Namespace, known: set[str]) -> None:
    """Follow the paths until interrupted; `known` is gone already.

    The archive is free for others between two changes.
    """
    from watchfiles import watch

    waiting: set[Path] = set()
    for changes in watch(*paths, step=_PAUSE, raise_interrupt=True):
        waiting |= {Path(path) for _, path in changes}
        # What is new is seen by looking at it alone; what vanished, by looking through the whole.
        changed = sorted(waiting) if all(path.exists() for path in waiting) else paths
        try:
            known |= set(_add(changed, options, into=paths[0], known=known).vanished)
        except StoreLocked as error:
            sys.stderr.write(f"broadsheet: {error}; it is tried again at the next change\n")
        else:
            waiting.clear()


def _with_progress(add: Callable[..., IngestReport]) -> IngestReport:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn(),
               TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f}/s"))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, articles=0, rate=0.0)
        start = time.monotonic()

        def report(progress: IngestProgress) -> None:
            rate = progress.articles / max(time.monotonic() - start, 0.1)
            bar.update(task, completed=progress.files, total=progress.total, articles=progress.articles, rate=rate)

        return add(report=report)


def _tell(report: IngestReport, paths: list[Path], *, verbose: bool) -> None:
    if not (report.files_read or report.files_unchanged or report.skipped or report.vanished):
        write(f"nothing to add: no files in {', '.join(map(str, paths))}")
        return
    counts = f"{report.added:,} added, {report.changed:,} changed, {report.removed:,} removed"
    write(f"{counts}; {report.files_read:,} files read, {report.files_unchanged:,} unchanged since last time")
    if report.passed_over:
        write(f"{report.passed_over:,} pictures, style sheets and the like passed over")
    if report.vanished and not report.removed:
        remedy = "" if report.kept else " (--prune removes them)"
        write(f"{len(report.vanished):,} no longer in their files; they stay stored{remedy}")
    if report.editions:
        write(f"{report.editions:,} with another text than a page of the same address: all stay, as editions of one")
    if report.outdone:
        write(f"{report.outdone:,} older than the same page in another file, or a part of it: that one stays")
    write_skipped(report.skipped, verbose=verbose)
    write_hints(report.hints)
