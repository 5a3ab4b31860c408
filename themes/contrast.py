"""How well a theme's text stands out from what is behind it.

Contrast as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from 1 to 21; its success criterion
1.4.3 asks 4.5 of text, 1.4.6 asks 7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from msgspec import Struct

from themes.model import ENTITIES, STYLES, Theme

Rgb: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""

ENOUGH: Final = 4.5
"""What WCAG 2.2 asks of text at level AA."""

BACKGROUNDS: Final = ("background", "surface", "panel", "selection_background")
"""Where text may stand."""

_PLAIN: Final = ("foreground", "muted", "accent", "error", "warning")

_MARKS: Final = ("selection", "hit", "current_hit")


class WeakPair(Struct, frozen=True):
    """Text that is hard to read: the key of its colour, what it stands on, and their contrast."""

    text: str
    ground: str
    contrast: float

    def __str__(self) -> str:
        return f"{self.text} on {self.ground} has a contrast of {self.contrast:.1f}"


def weak_pairs(
    theme: Theme, least: float = ENOUGH, seen_as: Callable[[str], Rgb | None] | None = None
) -> tuple[WeakPair, ...]:
    """Return every pair of text and ground that the application draws, and whose contrast is under `least`.

    `seen_as` says what a colour looks like (a terminal of 256 colours draws the nearest it has); None leaves the pairs
    of that colour out, as the terminal's own colours are by default.
    """
    look = seen_as or rgb
    pairs = []
    for text, text_colour, ground, ground_colour in _pairs(theme):
        front, back = look(text_colour), look(ground_colour)
        if front is None or back is None:
            continue
        if (found := contrast(front, back)) < least:
            pairs.append(WeakPair(text, ground, found))
    return tuple(pairs)


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21, whichever of them is the text."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def rgb(colour: str) -> Rgb | None:
    """Return what a theme's #rgb or #rrggbb looks like, None for the terminal's own colours."""
    if not colour.startswith("#"):
        return None
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _pairs(theme: Theme) -> Iterator[tuple[str, str, str, str]]:
    """Yield the name and the colour of each text, then of each ground it is drawn on."""
    texts = [(name, getattr(theme, name), "") for name in _PLAIN]
    for name in (*STYLES, *ENTITIES):
        style = getattr(theme, name)
        front, back = style.foreground or theme.foreground, style.background
        texts.append((name, back, front) if style.reverse else (name, front, back))
    for name, front, own_ground in texts:
        if own_ground:
            yield name, front, f"{name}.background", own_ground
            continue
        for ground in BACKGROUNDS:
            yield name, front or getattr(theme, ground), ground, getattr(theme, ground)
    for mark in _MARKS:
        back_key = f"{mark}_background"
        yield f"{mark}_foreground", getattr(theme, f"{mark}_foreground"), back_key, getattr(theme, back_key)


def _luminance(colour: Rgb) -> float:
    """Return the relative luminance, 0 to 1, of an sRGB colour (WCAG 2.2, #dfn-relative-luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
