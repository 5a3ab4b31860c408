"""`broadsheet parse FILE`."""

from __future__ import annotations

import argparse
import sys

from docs_store import Skipped, read_articles
from tui.cli.common import columns_argument, write_json
from tui.cli.exits import DONE, NOTHING


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("file", help="a file of articles; - is standard input")
    columns_argument(parser)
    parser.add_argument("--json", action="store_true", help="the default, and the only form")


def run(options: argparse.Namespace) -> int:
    """Print each article of the file as JSON; records that cannot be read are named on stderr."""

    def report(skipped: Skipped) -> None:
        sys.stderr.write(f"broadsheet: {skipped.path}: {skipped.reason}\n")

    some = False
    for article in read_articles(options.file, on_skip=report, columns=options.map):
        write_json(article)
        some = True
    return DONE if some else NOTHING
