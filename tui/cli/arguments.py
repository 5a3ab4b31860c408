"""What several verbs take: options, and numbers within their bounds."""

from __future__ import annotations

import argparse
from typing import Final

_MOST_JOBS: Final = 64

LIMIT: Final = 20
MOST: Final = 1_000_000
"""Answers printed unless told otherwise, and at most."""


def archive_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--archive`."""
    parser.add_argument("--archive", metavar="DIR", help="the archive, or a folder that was opened before")


def answer_arguments(parser: argparse.ArgumentParser, *, limit: bool = True) -> None:
    """Add what every verb that answers takes."""
    archive_argument(parser)
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    if limit:
        parser.add_argument("-l", "--limit", type=positive, default=LIMIT, metavar="N", help="how many (default 20)")


def positive(text: str) -> int:
    """Return the number that an argument is; argparse tells what is wrong with it."""
    return _number(text, 1, MOST)


def jobs(text: str) -> int:
    """Return how many processes an argument asks for."""
    return _number(text, 0, _MOST_JOBS)


def _number(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} to {most:,}")
    return int(text)
