"""`broadsheet annotate`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

from docs_store import AnnotationProgress, AnnotationReport, Recogniser, annotate_archive, open_store
from tui.cli.archives import archive_path
from tui.cli.arguments import answer_arguments, jobs, positive
from tui.cli.exits import DONE, NOTHING
from tui.cli.output import write, write_json
from tui.places import state_file
from tui.state import load_state


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument(
        "--recogniser",
        choices=[each.value for each in Recogniser],
        default=Recogniser.BEST.value,
        help="rules alone, spaCy alone, or the rules with spaCy as a witness (best, the default)",
    )
    parser.add_argument("-j", "--jobs", type=jobs, default=0, metavar="N", help="processes; 0 does it in this one")
    answer_arguments(parser, limit=False)
    parser.add_argument("-l", "--limit", type=positive, metavar="N", help="articles at most; a later run goes on")


def run(options: argparse.Namespace) -> int:
    """Find the archive's names anew, what was left half read first, then the newest; report what was marked."""
    recogniser = Recogniser(options.recogniser)
    begun = list(reversed(load_state(state_file()).positions))
    with open_store(archive_path(options.archive)) as store:
        mark = partial(
            annotate_archive, store, recogniser=recogniser, first=begun, limit=options.limit, jobs=options.jobs
        )
        report = _with_progress(mark) if sys.stderr.isatty() and not options.json else mark()
    if options.json:
        write_json(report)
    else:
        _tell(report)
    return DONE if report.marked or report.already else NOTHING


def _with_progress(mark: Callable[..., AnnotationReport]) -> AnnotationReport:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("finding names"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"),
               TimeRemainingColumn(), TextColumn("{task.fields[rate]:,.1f}/s"))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate=0.0)
        start = time.monotonic()

        def report(progress: AnnotationProgress) -> None:
            rate = progress.marked / max(time.monotonic() - start, 0.1)
            bar.update(task, completed=progress.done, total=progress.total, rate=rate)

        return mark(report=report)


def _tell(report: AnnotationReport) -> None:
    write(f"{report.marked:,} marked, {report.already:,} were before, {report.left:,} left; {report.seconds:,.1f} s")
    for name, number in report.recognisers:
        write(f"  {number:,}  {name}")
    if report.missing:
        write(f"{report.missing:,} stay as they were: no pipeline is installed for their language")
    if report.damaged:
        write(f"{report.damaged:,} are damaged and were passed over; add their files again, or restore a backup")
