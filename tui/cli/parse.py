"""`broadsheet parse FILE`."""

from __future__ import annotations

import argparse
from dataclasses import replace

from docs_store import Skipped, clean, read_bounded
from tui.cli.exits import DONE, NOTHING
from tui.cli.mapping import columns_argument
from tui.cli.output import complain, write_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("file", help="a file of articles; - is standard input")
    columns_argument(parser)
    parser.add_argument("--json", action="store_true", help="the default, and the only form")


def run(options: argparse.Namespace) -> int:
    """Print each article of the file as JSON; records that cannot be read are named on stderr."""

    def report(skipped: Skipped) -> None:
        complain(f"{skipped.path}: {skipped.reason}")

    some = False
    for article in read_bounded(options.file, on_skip=report, columns=options.map):
        # Names of files need not be text: as text they are told.
        write_json(replace(article, key=clean(article.key), path=clean(article.path)))
        some = True
    if not some:
        complain(f"{options.file}: no article in it")
    return DONE if some else NOTHING
