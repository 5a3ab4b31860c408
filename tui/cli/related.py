"""`broadsheet related ARTICLE`."""

from __future__ import annotations

import argparse
import sys

from docs_store import by_group, related_stories
from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, NOTHING
from tui.cli.naming import article_named, say_which
from tui.cli.output import summary_row, write, write_json, write_row


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("article", help="an id, a key, or words of a headline")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what to read next by group, each with its reason."""
    with open_archive(options.archive) as store:
        article = article_named(store, options.article)
        found = related_stories(store, article.id, limit=options.limit)
    say_which(article, options.article)
    if options.json:
        write_json(found)
    else:
        for group, items in by_group(found).items():
            if sys.stdout.isatty():  # a pipe gets rows alone
                write(group.value.capitalize())
            for item in items:
                write_row((*summary_row(item.article), item.reason))
    return DONE if found else NOTHING
