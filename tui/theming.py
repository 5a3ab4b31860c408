"""From a theme to what Textual and Rich draw with."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Final

from rich.color import Color as RichColor
from rich.style import Style as RichStyle
from textual.theme import Theme as TextualTheme

from themes import Style, Styles, Theme

DEFAULT_THEME: Final = "ink"


class Palette:
    """The styles of a theme, by the roles text plays."""

    def __init__(self, theme: Theme) -> None:
        colours, styles = theme.colours, theme.styles
        muted = Style(foreground=colours.muted)
        self._styles: dict[str, Style] = {
            "paragraph": Style(),
            "rule": Style(foreground=colours.accent),
            "notice": Style(foreground=colours.foreground),
            "row_title": Style(),
            "snippet": muted,
            "muted": muted,
            "group": Style(foreground=colours.accent, bold=True),
            "reason": Style(italic=True),
            "key": Style(foreground=colours.accent, bold=True),
            "status": Style(foreground=colours.foreground),
            "warning": Style(foreground=colours.warning),
            "error": Style(foreground=colours.error, bold=True),
            "tab": muted,
            "tab_current": Style(foreground=colours.foreground, bold=True, underline=True),
            "cursor": Style(foreground=colours.accent, bold=True),
            "selected": styles.selection,
            "selected_unfocused": Style(),
        } | {field.name: getattr(styles, field.name) for field in fields(Styles)}
        self.style = cache(self._style)  # a handful of combinations, asked for on every line

    def _style(self, roles: tuple[str, ...]) -> RichStyle:
        """Return the style of text that plays `roles`, outermost first."""
        style = RichStyle()
        for role in roles:
            style += rich_style(self._styles[role])
        return style


def rich_style(style: Style) -> RichStyle:
    """Return a theme's style as Rich draws it. None leaves what is below."""
    return RichStyle(
        color=_rich_color(style.foreground),
        bgcolor=_rich_color(style.background),
        bold=style.bold or None,
        dim=style.dim or None,
        italic=style.italic or None,
        underline=style.underline or None,
        underline2=style.underline2 or None,
        reverse=style.reverse or None,
    )


def _rich_color(name: str) -> RichColor | None:
    if not name:
        return None
    # Rich calls the terminal's own colours "blue" or "default", themes and Textual "ansi_blue".
    return RichColor.parse(name.removeprefix("ansi_"))


def textual_theme(theme: Theme) -> TextualTheme:
    """Return a theme as Textual's widgets use it."""
    colours = theme.colours
    return TextualTheme(
        name=theme.name,
        primary=colours.accent,
        accent=colours.accent,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        error=colours.error,
        warning=colours.warning,
        dark=theme.dark,
        ansi=theme.ansi,
        variables={
            "ansi-background": colours.background,
            "ansi-foreground": colours.foreground,
            "text-muted": colours.muted,
            "border": colours.border,
            "input-cursor-background": colours.background if theme.ansi else colours.accent,
            "input-cursor-foreground": colours.foreground if theme.ansi else colours.background,
            "input-cursor-text-style": "reverse" if theme.ansi else "none",
            "scrollbar": colours.border,
            "scrollbar-hover": colours.accent,
            "scrollbar-active": colours.accent,
            "scrollbar-background": colours.surface,
            "scrollbar-background-hover": colours.surface,
            "scrollbar-background-active": colours.surface,
            "scrollbar-corner-color": colours.surface,
        },
    )
