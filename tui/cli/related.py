"""`broadsheet related ARTICLE`."""

from __future__ import annotations

import argparse

from tui.cli.common import answer_arguments, article_named, open_archive, summary_row, write_json, write_rows
from tui.cli.exits import DONE, NOTHING


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("article", help="an id, a key, or words of a headline")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what to read next, each with its reason."""
    with open_archive(options.archive) as store:
        found = store.related(article_named(store, options.article).id, limit=options.limit)
    if options.json:
        write_json(found)
        return DONE if found else NOTHING
    return write_rows((*summary_row(item.article), item.reason) for item in found)
