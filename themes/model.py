"""What a theme is: colours by what they are for, and styles by the part that text plays."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final

ANSI_COLOURS: Final = (
    "ansi_default",
    *(
        f"ansi_{bright}{name}"
        for bright in ("", "bright_")
        for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
    ),
)
"""The terminal's own colours: what they look like is the terminal's affair."""

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def is_colour(text: str) -> bool:
    """Return whether `text` is #rgb, #rrggbb or the name of one of the terminal's own colours."""
    return text in ANSI_COLOURS or _HEX.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Style:
    """How a part of the text looks. A colour of "" leaves what is below.

    Only what terminals can be trusted with: strike-through and blinking are missing on too many.
    """

    foreground: str = ""
    background: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    underline2: bool = False
    """A double underline; terminals that lack it draw a single one or none."""
    reverse: bool = False

    @property
    def attributes(self) -> frozenset[str]:
        """What is left of the style where there is no colour: the names of its other traits."""
        return frozenset(field.name for field in fields(self) if getattr(self, field.name) is True)


@dataclass(frozen=True, slots=True)
class Theme:
    """A whole look. Every colour is #rgb, #rrggbb or one of `ANSI_COLOURS`."""

    name: str
    description: str
    dark: bool

    background: str
    """Behind the article."""
    surface: str
    """Behind the lists at its sides."""
    panel: str
    """Behind bars: the search box, the tabs, the status line."""
    foreground: str
    muted: str
    """What is read second: snippets, dates, counts."""
    accent: str
    border: str
    border_focus: str
    selection_background: str
    """Behind the chosen row, whose text keeps its own colours."""
    selection_foreground: str
    hit_background: str
    """Behind what was searched for."""
    hit_foreground: str
    current_hit_background: str
    """Behind the one hit that the reader is at."""
    current_hit_foreground: str
    error: str
    warning: str

    headline: Style
    standfirst: Style
    byline: Style
    heading: Style
    caption: Style
    credit: Style
    quote: Style

    person: Style
    organisation: Style
    place: Style
    event: Style
    other: Style

    def __post_init__(self) -> None:
        seen: dict[frozenset[str], str] = {}
        for kind in ENTITIES:
            traits = getattr(self, kind).attributes
            if not traits:
                raise ValueError(f"{kind} is told by colour alone; give it bold, italic or underline")
            if traits in seen:
                shared = " ".join(sorted(traits))
                raise ValueError(f"{seen[traits]} and {kind} are both {shared}; without colour they look the same")
            seen[traits] = kind

    @property
    def ansi(self) -> bool:
        """Whether it is made of the terminal's own colours, which must then reach the terminal as they are."""
        return self.background.startswith("ansi_")


COLOURS: Final = tuple(
    field.name for field in fields(Theme) if field.type == "str" and field.name not in ("name", "description")
)
"""The keys of a theme file's [colours]."""

STYLES: Final = ("headline", "standfirst", "byline", "heading", "caption", "credit", "quote")
"""The keys of a theme file's [styles]."""

ENTITIES: Final = ("person", "organisation", "place", "event", "other")
"""The keys of a theme file's [entities]: the kinds of entity that `docs_store` tells apart."""
