"""From a theme to what Textual and Rich draw with."""

from __future__ import annotations

from functools import cache
from typing import Final

from rich.color import Color as RichColor
from rich.style import Style as RichStyle
from textual.theme import Theme as TextualTheme

from themes import Style, Theme
from themes.model import ENTITIES, STYLES

DEFAULT_THEME: Final = "ink"


class Palette:
    """The styles of a theme, by the roles text plays."""

    def __init__(self, theme: Theme) -> None:
        muted = Style(foreground=theme.muted)
        self._styles: dict[str, Style] = {
            "paragraph": Style(),
            "rule": Style(foreground=theme.accent),
            "notice": Style(foreground=theme.foreground),
            "row_title": Style(),
            "row_title_read": muted,
            "snippet": muted,
            "muted": muted,
            "group": Style(foreground=theme.accent, bold=True),
            "reason": Style(italic=True),
            "bar": Style(foreground=theme.accent),
            "key": Style(foreground=theme.accent, bold=True),
            "status": Style(foreground=theme.foreground),
            "warning": Style(foreground=theme.warning),
            "error": Style(foreground=theme.error, bold=True),
            "tab": muted,
            "tab_current": Style(foreground=theme.foreground, bold=True, underline=True),
            "cursor": Style(foreground=theme.accent, bold=True),
            "selected": Style(foreground=theme.selection_foreground, background=theme.selection_background),
            "selected_unfocused": Style(),
            "hit": Style(theme.hit_foreground, theme.hit_background, bold=True),
            "current_hit": Style(theme.current_hit_foreground, theme.current_hit_background, bold=True, underline=True),
        } | {name: getattr(theme, name) for name in (*STYLES, *ENTITIES)}
        self.style = cache(self._style)  # a handful of combinations, asked for on every line

    def _style(self, roles: tuple[str, ...]) -> RichStyle:
        """Return the style of text that plays `roles`, outermost first."""
        style = RichStyle()
        for role in roles:
            own = rich_style(self._styles[role])
            if own.italic and style.italic:
                own += RichStyle(italic=False)  # as in print: emphasis within italics is roman
            style += own
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
    return TextualTheme(
        name=theme.name,
        primary=theme.accent,
        accent=theme.accent,
        foreground=theme.foreground,
        background=theme.background,
        surface=theme.surface,
        panel=theme.panel,
        error=theme.error,
        warning=theme.warning,
        dark=theme.dark,
        ansi=theme.ansi,
        variables={
            "ansi-background": theme.background,
            "ansi-foreground": theme.foreground,
            "text-muted": theme.muted,
            "border": theme.border,
            "input-cursor-background": theme.background if theme.ansi else theme.accent,
            "input-cursor-foreground": theme.foreground if theme.ansi else theme.background,
            "input-cursor-text-style": "reverse" if theme.ansi else "none",
            "scrollbar": theme.border,
            "scrollbar-hover": theme.accent,
            "scrollbar-active": theme.accent,
            "scrollbar-background": theme.surface,
            "scrollbar-background-hover": theme.surface,
            "scrollbar-background-active": theme.surface,
            "scrollbar-corner-color": theme.surface,
        },
    )
