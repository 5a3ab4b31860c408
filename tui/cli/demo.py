"""`broadsheet demo`."""

from __future__ import annotations

import argparse

from tui.cli.open import read
from tui.demo import demo_folder


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--theme", metavar="NAME", help="colour theme: broadsheet themes lists them")


def run(options: argparse.Namespace) -> int:
    """Open the demo archive."""
    return read(str(demo_folder()), theme=options.theme or "", name="the demo archive")
