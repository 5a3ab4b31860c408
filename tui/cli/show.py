"""`broadsheet show ARTICLE`."""

from __future__ import annotations

import argparse
import shutil

from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE
from tui.cli.naming import article_named
from tui.cli.output import write, write_json
from tui.passages import as_text
from tui.typeset import DEFAULT_MEASURE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("article", help="an id, a key, or words of a headline")
    answer_arguments(parser, limit=False)


def run(options: argparse.Namespace) -> int:
    """Print the article, wrapped to the terminal but never wider than is read easily."""
    with open_archive(options.archive) as store:
        article = article_named(store, options.article)
    if options.json:
        write_json(article)
    else:
        write(as_text(article, min(DEFAULT_MEASURE, shutil.get_terminal_size().columns)))
    return DONE
