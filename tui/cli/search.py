"""`broadsheet search WORDS…`."""

from __future__ import annotations

import argparse

from tui.cli.common import answer, answer_arguments, open_archive


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("words", nargs="+", help='plain words, or "a phrase" in quotation marks')
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the articles found, best first, each with its best passage."""
    with open_archive(options.archive) as store:
        return answer(store.search(" ".join(options.words), limit=options.limit), as_json=options.json)
