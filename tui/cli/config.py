"""`broadsheet config path|show|check`."""

from __future__ import annotations

import argparse

from tui.cli.exits import DONE, CommandError
from tui.cli.output import write
from tui.cli.settings import configuration, require_theme
from tui.config import ConfigError, as_toml, load_config
from tui.places import config_file


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("what", choices=["path", "show", "check"], help="where it is, what holds now, is it right")


def run(options: argparse.Namespace) -> int:
    """Tell of the configuration."""
    path = config_file()
    if options.what == "path":
        write(str(path))
    elif options.what == "show":
        config = configuration()
        require_theme(config.theme)
        write(as_toml(config).rstrip())
    else:
        try:
            config = load_config(path)
        except ConfigError as error:
            raise CommandError(str(error)) from error
        require_theme(config.theme)
        write(f"{path}: {'all is well' if path.exists() else 'no file, every setting has its default'}")
    return DONE
