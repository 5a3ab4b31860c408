"""What a theme is: colours by what they are for, and styles by the part that text plays."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

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


class Style(Struct, frozen=True):
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
        return frozenset(name for name in self.__struct_fields__ if getattr(self, name) is True)


class Theme(Struct, frozen=True):
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
    name for name, kind in Theme.__annotations__.items() if kind == "str" and name not in ("name", "description")
)
"""The keys of a theme file's [colours]."""

STYLES: Final = ("headline", "standfirst", "byline", "heading", "caption", "credit", "quote")
"""The keys of a theme file's [styles]."""

ENTITIES: Final = ("person", "organisation", "place", "event", "other")
"""The keys of a theme file's [entities]: the kinds of entity that `docs_store` tells apart."""
