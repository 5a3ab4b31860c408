"""`broadsheet check`."""

from __future__ import annotations

import argparse
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from docs_store import Finding, StoreVersion, open_store
from tui.cli.archives import archive_path
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, WRONG
from tui.cli.output import write, write_json
from tui.wording import counted


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--all", action="store_true", help="read every article and compare it with its checksum: slow")
    parser.add_argument(
        "--repair",
        action="store_true",
        help="mend what is found: build the index anew, count again; with --all damaged articles are removed, "
        "and adding their files again brings them back",
    )
    answer_arguments(parser, limit=False)
    parser.epilog = "exit codes: 0 all is well or mended, 1 something is wrong, 2 it cannot be checked"


def run(options: argparse.Namespace) -> int:
    """Look the archive over; tell what is wrong and what would mend it, or mend it and tell what is left."""
    place = archive_path(options.archive)
    with _waiting(options):
        articles, found = _look(place, thorough=options.all, repairs=options.repair)
        is_wrong = any(finding.is_fault for finding in found)
        left = _repaired(place, thorough=options.all) if is_wrong and options.repair else found
    mended = [finding for finding in found if finding.is_fault and finding not in left]
    if options.json:
        write_json({"articles": articles, "all": options.all, "mended": mended, "findings": left})
    else:
        _tell(articles, mended, left, options)
    return WRONG if any(finding.is_fault for finding in left) else DONE


def _look(place: Path, *, thorough: bool, repairs: bool) -> tuple[int, tuple[Finding, ...]]:
    """Return how many articles there are, and what is wrong."""
    try:
        with open_store(place, read_only=True) as store:
            return store.count(), store.check(thorough=thorough)
    except StoreVersion:
        if not repairs:
            raise
    with open_store(place) as store:  # which brings it up to date
        return store.count(), store.check(thorough=thorough)


def _repaired(place: Path, *, thorough: bool) -> tuple[Finding, ...]:
    """Mend what can be mended; return what is left. To open it for writing builds the index anew where it must be."""
    with open_store(place) as store:
        if thorough or store.check(thorough=False):
            store.repair()
        return store.check(thorough=thorough)


def _waiting(options: argparse.Namespace) -> AbstractContextManager[object]:
    if options.json or not sys.stderr.isatty() or not (options.all or options.repair):
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status("looking over the archive")


def _tell(articles: int, mended: list[Finding], left: tuple[Finding, ...], options: argparse.Namespace) -> None:
    for finding in mended:
        write(f"mended: {finding.problem} ({finding.remedy})")
    for finding in left:
        write(f"{'wrong' if finding.is_fault else 'passing'}: {finding.problem} ({finding.remedy})")
    many = counted(articles, "article")
    wrong = sum(finding.is_fault for finding in left)
    if wrong:
        remedy = "what is left needs the remedy named" if options.repair else "--repair mends what can be mended"
        write(f"{many}; {counted(wrong, 'thing')} wrong; {remedy}")
    elif left:
        write(f"{many}; all is well as far as can be told while another process writes")
    elif options.all:
        write(f"{many}; all is well: each is what was stored, and the index agrees")
    else:
        write(f"{many}; all is well: counts and index agree (--all reads every article)")
