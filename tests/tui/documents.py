"""The tables of README.md, made from the code. `python -m tests.tui.documents` prints them, to be pasted."""

from __future__ import annotations

import argparse

from msgspec.structs import fields

from docs_store import IMPORTERS
from themes import Themes
from tui.__main__ import build_parser
from tui.config import SETTING_HELP, Config
from tui.query_help import QUERY_HELP
from tui.screens.help import help_rows

BAR = r"\|"
"""A bar within a cell."""


def key_table() -> str:
    """Return every key and what it does."""
    lines = ["| keys | what they do |", "|---|---|"]
    for heading, rows in help_rows():
        lines.append(f"| **{heading}** | |")
        lines += [
            f"| {' '.join(f'`{key}`' for key in keys.split()).replace('|', BAR)} | {words} |" for keys, words in rows
        ]
    return "\n".join(lines)


def verb_table() -> str:
    """Return every verb and its options."""
    lines = ["| verb | what it does | options |", "|---|---|---|"]
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            words = {choice.dest: choice.help for choice in action._choices_actions}
            for name, parser in action.choices.items():
                usage = " ".join([name, *arguments_of(parser)])
                lines.append(f"| `{usage}` | {words[name]} | {', '.join(options_of(parser))} |")
    return "\n".join(lines)


def arguments_of(parser: argparse.ArgumentParser) -> list[str]:
    """Return the arguments as a usage line names them."""
    named = []
    for action in parser._actions:
        if not action.option_strings:
            name = "/".join(action.choices) if action.choices else str(action.metavar or action.dest.upper())
            named.append({"?": f"[{name}]", "+": f"{name}…"}.get(str(action.nargs), name))
    return named


def options_of(parser: argparse.ArgumentParser) -> list[str]:
    """Return the options but those that every verb has."""
    named = [action for action in parser._actions if action.option_strings and action.dest not in ("help", "debug")]
    return [f"`{'`/`'.join(action.option_strings)}`" for action in named]


def query_table() -> str:
    """Return what can be asked."""
    rows = (f"| `{example.replace('|', BAR)}` | {words} |" for example, words in QUERY_HELP)
    return "\n".join(["| query | what it asks |", "|---|---|", *rows])


def import_table() -> str:
    """Return every program whose exports are read."""
    rows = (f"| `{each.name}` | {each.export} | {each.kept} |" for each in IMPORTERS.values())
    return "\n".join(
        ["| NAME | PATH | what is kept beside title, address, tags and the day it was saved |", "|---|---|---|", *rows]
    )


def theme_table() -> str:
    """Return every theme."""
    return "\n".join(["| theme | |", "|---|---|", *(f"| `{t.name}` | {t.description} |" for t in Themes().values())])


def setting_table() -> str:
    """Return every setting."""
    lines = ["| setting | default | |", "|---|---|---|"]
    for field in fields(Config):
        default = getattr(Config(), field.name)
        lines.append(f"| `{field.name}` | `{default!r}` | {SETTING_HELP[field.name]} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print("\n\n".join([key_table(), query_table(), verb_table(), import_table(), setting_table(), theme_table()]))
