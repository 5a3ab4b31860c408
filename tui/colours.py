"""Colours as a terminal of 256 has them: the ones that look most alike.

Rich takes each channel by itself, which makes paper-white green and a pale blue violet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet

_FIRST: Final = 16
"""The colours before it are the terminal's own: what they look like is not known."""

_LEVELS: Final = (0, 95, 135, 175, 215, 255)
_GREYS: Final = range(8, 248, 10)

_WHITE: Final = (0.95047, 1.0, 1.08883)
"""The white of sRGB, D65."""
_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def shown(color: Color, system: ColorSystem) -> Color:
    """Return the colour of `system` that stands for `color`."""
    if system is ColorSystem.EIGHT_BIT and color.triplet is not None:
        return Color.from_ansi(_nearest(color.triplet))
    return color.downgrade(system)


@lru_cache(maxsize=1_024)
def _nearest(triplet: ColorTriplet) -> int:
    lab = _lab(triplet)
    return _FIRST + min(range(len(_palette())), key=lambda number: math.dist(lab, _palette()[number]))


@cache
def _palette() -> Sequence[tuple[float, float, float]]:
    cube = [(red, green, blue) for red in _LEVELS for green in _LEVELS for blue in _LEVELS]
    return [_lab(each) for each in (*cube, *((grey, grey, grey) for grey in _GREYS))]


def _lab(triplet: tuple[int, int, int]) -> tuple[float, float, float]:
    """Return a colour of sRGB in CIE L*a*b*, where distances are as they look."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (each / 255 for each in triplet)]
    xyz = [sum(map(math.prod, zip(row, linear, strict=True))) for row in _TO_XYZ]
    x, y, z = (_cube_root(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
