"""`broadsheet themes`."""

from __future__ import annotations

import argparse
from pathlib import Path

from themes import ThemeError, Themes, load_theme, user_themes
from tui.cli.exits import DONE, FAILED, CommandError
from tui.cli.output import write, write_json
from tui.places import themes_folder


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--check", metavar="FILE", help="check a theme file")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: argparse.Namespace) -> int:
    """List the themes, the reader's own too."""
    if options.check:
        try:
            theme = load_theme(Path(options.check))
        except ThemeError as error:
            raise CommandError(str(error)) from error
        write(f"{options.check}: {theme.name} is a good theme")
        return DONE
    own, problems = user_themes(themes_folder())
    found = Themes(own).values()
    if options.json:
        write_json([{"name": theme.name, "description": theme.description, "dark": theme.dark} for theme in found])
    else:
        for theme in found:
            write(f"{theme.name:<16}{theme.description}")
    for problem in problems:
        write(f"not used: {problem}")
    return FAILED if problems else DONE
