"""Kitty's graphics protocol, by Unicode placeholders: a picture is sent once, and stands where its characters do.

The characters are cells like others, so that what tells the terminal of changed cells (`frames.py`) draws, moves and
hides pictures too. kitty from 0.28 on and Ghostty know them. See "Unicode placeholders" in the protocol's description,
https://sw.kovidgoyal.net/kitty/graphics-protocol/.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from tui.frames import PLACEHOLDER
from tui.pictures import FEWER_GREYS, is_grey

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

BYTES: Final = 300_000
"""Bytes sent for a picture at most: 2.4 seconds of a line of 1 Mbit/s."""

IDS: Final = range(16, 256)
"""Ids a picture may have: colours of the 256 that none of the 16 with names stands for."""

_CHUNK: Final = 4_096
"""Characters of base64 in one code, at most: the protocol's limit."""

_MARKS: Final = """
    305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9 5ab-5ac 5af
    5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d 73f-741 743 745 747
    749-74a 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87 135d-135f 17dd 193a 1a17 1a75-1a7c
    1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc 1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc
    20e1 20e7 20e9 20f0 2cef-2cf1 2de0-2dff a66f a67c-a67d a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 aab7-aab8 aabe-aabf aac1
    fe20-fe26 10a0f 10a38 1d185-1d189 1d1aa-1d1ad 1d242-1d244
"""
"""The characters that stand for numbers, from 0 on: kitty's gen/rowcolumn-diacritics.txt, from Unicode 6.0."""


def _numbers() -> Iterator[str]:
    for stretch in _MARKS.split():
        first, _, last = stretch.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


NUMBERS: Final = tuple(_numbers())
"""The characters by number; as many columns and lines a picture may have."""


def placeholder(line: int, column: int) -> str:
    """Return what shows a picture's part at `line` and `column`, from 0, in a cell whose colour is the picture's id."""
    return PLACEHOLDER + NUMBERS[line] + NUMBERS[column]


def transmission(png: bytes, picture_id: int, columns: int, lines: int) -> str:
    """Return the codes that send a PNG, to be fitted into cells; the terminal is asked for no answer."""
    data = b64encode(png).decode()
    chunks = [data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK)]
    keys = f"a=T,U=1,q=2,f=100,t=d,i={picture_id},c={columns},r={lines},"
    codes = []
    for number, chunk in enumerate(chunks, 1):
        codes.append(f"\x1b_G{keys}m={int(number < len(chunks))};{chunk}\x1b\\")
        keys = "q=2,"
    return "".join(codes)


def deletion(picture_id: int) -> str:
    """Return the code that deletes a picture and frees its memory."""
    return f"\x1b_Ga=d,d=I,i={picture_id},q=2\x1b\\"


def through_tmux(codes: str) -> str:
    """Return what has tmux pass codes on to the terminal around it, where its `allow-passthrough` is on."""
    return "".join(f"\x1bPtmux;{_doubled(code)}\x1b\\" for code in codes.split("\x1b_")[1:])


def _doubled(code: str) -> str:
    return f"\x1b_{code}".replace("\x1b", "\x1b\x1b")


def encoded(picture: Picture, most: int = BYTES * 3 // 4 - 2_000) -> bytes:
    """Return `picture` as a PNG of `most` bytes: in all its colours, else in few, else smaller too.

    The terminal scales it: what a screen shows of a photograph is better in few colours than in few pixels.
    """
    from PIL import Image

    grey = is_grey(picture)
    png = _png(picture.convert("L") if grey else picture)
    scaled = picture
    for colours in FEWER_GREYS if grey else (256,):
        if len(png) > most:
            png = _png(scaled.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE))
    while len(png) > most:
        share = (most / len(png)) ** 0.5 * 0.97
        size = (max(round(scaled.width * share), 1), max(round(scaled.height * share), 1))
        scaled = picture.resize(size, Image.Resampling.LANCZOS)
        png = _png(scaled.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE))
    return png


def _png(picture: Picture) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=5)
    return out.getvalue()
