"""Colour themes: TOML files, and the few lines that list and check them. The format is described in README.md."""

from themes.loading import ThemeError, Themes, load_theme, user_themes
from themes.model import Style, Theme

__all__ = ["Style", "Theme", "ThemeError", "Themes", "load_theme", "user_themes"]
