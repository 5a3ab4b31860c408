"""`broadsheet import NAME PATH`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from docs_store import IMPORTERS, DocumentError, ImportReport, Store, import_articles
from tui.cli.archives import archive_to_fill
from tui.cli.exits import DONE, FAILED, NOTHING, CommandError
from tui.cli.interrupting import interruptible
from tui.cli.output import write, write_json, write_skipped
from tui.config import nearest
from tui.wording import counted


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "names, and what PATH is:\n" + "\n".join(
        f"  {each.name:<11} {each.export}" for each in IMPORTERS.values()
    )
    parser.add_argument("name", metavar="NAME", help="the program that the export comes from")
    parser.add_argument("path", metavar="PATH", help="the file or folder it has exported")
    parser.add_argument("--archive", metavar="DIR", help="the archive, made where there is none")
    parser.add_argument("--json", action="store_true", help="report in JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="name everything that was skipped")


def run(options: argparse.Namespace) -> int:
    """Import; report what was added, what has no text, and what was skipped, and why."""
    name, path = options.name.lower(), Path(options.path).expanduser()
    if name not in IMPORTERS:
        near = nearest(name, IMPORTERS, else_all=False)
        raise CommandError(f"nothing is imported from {options.name!r}{near}; known are {', '.join(IMPORTERS)}")
    if not path.exists():
        raise CommandError(f"{path}: no such file or folder")
    with archive_to_fill(options.archive, path) as store, interruptible(store):
        before = store.count()
        try:
            report = _imported(name, path, store, shows_progress=sys.stderr.isatty() and not options.json)
        except DocumentError as error:
            if new := store.count() - before:
                raise CommandError(f"{error}; stored before that: {counted(new, 'new article')}") from error
            raise CommandError(f"{error}; what is read of {name}: {IMPORTERS[name].export}") from error
    if options.json:
        write_json(report)
    else:
        _tell(report, verbose=options.verbose)
    if report.added or report.changed or report.unchanged:
        return DONE
    return FAILED if report.skipped else NOTHING


def _imported(name: str, path: Path, store: Store, *, shows_progress: bool) -> ImportReport:
    if not shows_progress:
        return import_articles(name, path, store)
    from rich.console import Console

    with Console(stderr=True).status(f"reading what {name} exported") as status:
        return import_articles(
            name, path, store, report=lambda count: status.update(f"reading what {name} exported: {count:,} articles")
        )


def _tell(report: ImportReport, *, verbose: bool) -> None:
    write(f"{report.added:,} added, {report.changed:,} changed, {report.unchanged:,} unchanged")
    if report.without_text:
        write(f"{report.without_text:,} without text: only title and address (to list them: !has:text)")
    write_skipped(report.skipped, verbose=verbose)
