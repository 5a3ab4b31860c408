"""Pictures for the screen: decoded in a process of their own, scaled and reduced to the terminal's colours here.

This needs Pillow, an extra of the distribution. Only what the decoder wrote is read here, never a file. In half blocks,
two pixels a cell, a picture can be drawn in every terminal with colours and over every line; `graphics.py` tells what
more there is.
"""

from __future__ import annotations

import asyncio
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.color import Color, ColorSystem

from tui.child import ended, started
from tui.graphics import LARGEST
from tui.picture_decoder import PIXELS, TOO_LARGE
from tui.picture_files import NoPictureError

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


_PATIENCE: Final = 10.0
"""Seconds for the decoder, which works for half of them at most; the rest is for a busy machine."""

_NO_PILLOW: Final = "To see pictures here, install Pillow: pip install 'broadsheet[pictures]'"

_TINT: Final = 8
"""Steps of 255 by which the levels of a grey may differ."""

FEWER_GREYS: Final = (64, 16)
"""Shades in which a grey picture is drawn before it is made smaller."""

_BAYER: Final = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))

_APART: Final = {ColorSystem.EIGHT_BIT: 36, ColorSystem.STANDARD: 96}
"""How far apart the colours of a terminal are, about, in steps of 255."""

Rgb: TypeAlias = tuple[int, int, int]


async def read_picture(path: Path, largest: tuple[int, int]) -> Picture:
    """Return the picture in a file, made to fit the pixels `largest`. Raises `NoPictureError`."""
    if find_spec("PIL") is None:
        raise NoPictureError(f"{_NO_PILLOW}\nIts file is {path}")
    from PIL import Image

    try:
        picture = Image.open(BytesIO(await _decode(path, largest)), formats=("PPM",))
        picture.load()
    except OSError as error:  # no process to be had, or what it wrote is cut short
        raise NoPictureError(f"The picture cannot be decoded ({error}): {path}") from error
    return picture


async def _decode(path: Path, largest: tuple[int, int]) -> bytes:
    process = await started("tui.picture_decoder", str(path), *map(str, largest))
    try:
        data, _ = await asyncio.wait_for(process.communicate(), _PATIENCE)
    except TimeoutError as error:
        raise NoPictureError(f"The picture takes too much time to decode: {path}") from error
    finally:
        await ended(process)
    if process.returncode == TOO_LARGE:
        raise NoPictureError(f"The picture has more than {PIXELS // 1_000_000} million pixels: {path}")
    if process.returncode is not None and process.returncode < 0:  # ended by the system, at a limit
        raise NoPictureError(f"The picture takes too much time or memory to decode: {path}")
    if process.returncode:
        raise NoPictureError(f"The file is damaged, or no JPEG, PNG, GIF or WebP picture: {path}")
    return data


def fitted(picture: Picture, columns: int, lines: int, colours: ColorSystem) -> list[list[Rgb]]:
    """Return the rows of pixels of a picture that fits into cells of two pixels each, in colours a terminal has."""
    size = _size_within(picture, columns, 2 * lines)
    small = scaled(picture, size)
    if colours is not ColorSystem.TRUECOLOR:
        small = _dithered(small, colours)
    data = small.tobytes()
    pixels = list(zip(data[::3], data[1::3], data[2::3], strict=True))
    return [pixels[start : start + size[0]] for start in range(0, len(pixels), size[0])]


def size_in_cells(
    picture: Picture, columns: int, lines: int, cell: tuple[int, int], limit: tuple[int, int] = LARGEST
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the pixels, across and down, in which a picture fits into cells, and the columns and lines it takes."""
    size = _size_within(picture, min(columns * cell[0], limit[0]), min(lines * cell[1], limit[1]))
    return size, cells_of(size, cell)


def cells_of(pixels: tuple[int, int], cell: tuple[int, int]) -> tuple[int, int]:
    """Return the columns and lines that pixels take, begun ones counted."""
    return -(-pixels[0] // cell[0]), -(-pixels[1] // cell[1])


def scaled(picture: Picture, size: tuple[int, int]) -> Picture:
    """Return a picture in another size."""
    from PIL import Image

    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)


def is_grey(picture: Picture) -> bool:
    """Tell whether a picture has no colours, as scanned pages have none: letters need pixels, not shades."""
    from PIL import ImageChops

    red, green, blue = picture.split()
    return not any(
        any(ImageChops.difference(one, other).histogram()[_TINT + 1 :]) for one, other in ((red, green), (green, blue))
    )


def _size_within(picture: Picture, width: int, height: int) -> tuple[int, int]:
    share = min(width / picture.width, height / picture.height, 1.0)
    return max(round(picture.width * share), 1), max(round(picture.height * share), 1)


def _dithered(picture: Picture, colours: ColorSystem) -> Picture:
    """Return `picture` in the colours a terminal has, those between told by patterns.

    The patterns are ordered (Bayer, 1973): spread errors leave specks of far colours in pictures this coarse.
    """
    from PIL import Image, ImageChops

    apart = _APART[colours]
    rows = (bytes(_BAYER[y % 4][x % 4] * apart // 15 for x in range(picture.width)) for y in range(picture.height))
    threshold = Image.frombytes("L", picture.size, b"".join(rows))
    shifted = ImageChops.add(picture, Image.merge("RGB", (threshold,) * 3), offset=-apart // 2)
    table = Image.new("P", (1, 1))
    table.putpalette(bytes(chain.from_iterable(terminal_colours(colours))))
    return shifted.quantize(palette=table, dither=Image.Dither.NONE).convert("RGB")


@cache
def terminal_colours(system: ColorSystem) -> tuple[Rgb, ...]:
    """Return the colours of a terminal that has 256, or 16, which reach it just as they are."""
    numbers = range(16, 256) if system is ColorSystem.EIGHT_BIT else range(16)
    named = {number: Color.parse(f"color({number})").get_truecolor() for number in numbers}
    return tuple(
        (*colour,) for number, colour in named.items()
        if Color.from_triplet(colour).downgrade(system).number == number
    )  # fmt: skip
