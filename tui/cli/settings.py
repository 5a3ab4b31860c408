"""The configuration and the themes, as every verb needs them; without a word where they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.exits import CommandError
from tui.config import Config, ConfigError, load_config, nearest
from tui.places import config_file, themes_folder

if TYPE_CHECKING:
    from themes import Themes


def configuration() -> Config:
    """Return the configuration, its errors as failures."""
    try:
        return load_config(config_file())
    except ConfigError as error:
        raise CommandError(f"{error} (see: broadsheet config check)") from error


def require_theme(name: str) -> tuple[Themes, tuple[str, ...]]:
    """Return the themes there are, and what is wrong with others; fail unless `name` is one of them, or ""."""
    from themes import Themes, user_themes

    own, problems = user_themes(themes_folder())
    themes = Themes(own)
    if name and name not in themes:
        raise CommandError(f"there is no theme {name!r}{nearest(name, themes)}")
    return themes, tuple(map(str, problems))
