"""`--map`: which column or field of a record holds which part of an article."""

from __future__ import annotations

import argparse
import re

from docs_store import ARTICLE_PARTS
from tui.config import nearest


def columns_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--map`."""
    parser.add_argument(
        "--map",
        type=_columns,
        default={},
        metavar="PART=COLUMN,…",
        help=f"which column or field is which ({', '.join(ARTICLE_PARTS)}), as title=headline,text=body; "
        "add remembers it for each file, and skips files that lack such a column",
    )


def _columns(text: str) -> dict[str, str]:
    columns = {}
    for pair in re.split(r",(?=\s*\w+=)", text):  # names of columns may have commas
        part, sign, column = (each.strip() for each in pair.partition("="))
        if not (sign and part and column):
            raise argparse.ArgumentTypeError(f"{pair!r} is not PART=COLUMN, as title=headline")
        if part not in ARTICLE_PARTS:
            known = dict.fromkeys(ARTICLE_PARTS)
            raise argparse.ArgumentTypeError(f"{part!r} is no part of an article{nearest(part, known)}")
        columns[part] = column
    return columns
