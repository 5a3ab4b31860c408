"""`broadsheet find WORDS…`."""

from __future__ import annotations

import argparse

from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.naming import asked, typed
from tui.cli.output import answer
from tui.query_help import query_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.formatter_class, parser.epilog = argparse.RawDescriptionHelpFormatter, query_table()
    parser.add_argument("words", nargs="+", help="words of a headline, in any order, typos forgiven, or as told below")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the headlines found."""
    words = typed(options.words)
    with open_archive(options.archive) as store:
        query = asked(words, store)
        page = store.find(query, limit=options.limit)
    return answer(page, as_json=options.json, remedy="; the texts too are looked through by: broadsheet search")
