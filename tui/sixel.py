"""Sixel graphics: a picture as the text that terminals of DEC's VT340 kind draw.

Bands of six lines are drawn one below the other, each a colour after the other; a character is six pixels, one above
the other. See DEC's "VT330/VT340 Programmer Reference Manual", volume 2, chapter 14.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from tui.pictures import FEWER_GREYS, is_grey

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

BYTES: Final = 300_000
"""Bytes sent for a picture at most: 2.4 seconds of a line of 1 Mbit/s."""

COLOURS: Final = 256
"""Colours a picture has at most, as many as terminals keep."""

_FEW: Final = 64
"""Colours that are tried before a picture is made smaller."""

_BAND: Final = 6

_SAMPLED: Final = 8
"""Of so many bands one is drawn, to see how large the whole will be."""

_START: Final = "\x1bP0;1;0q"
"""What is not drawn stays as it is (P2 = 1)."""

_END: Final = "\x1b\\"

_OFFSET: Final = bytes((value + 63) % 256 for value in range(256))
"""By the six bits of a character, the character."""

_REPEATED: Final = re.compile(rb"(.)\1{3,}", re.DOTALL)
"""From four on, "!4x" is no longer than "xxxx"."""


def encoded(picture: Picture, most: int = BYTES, colours: int = COLOURS) -> tuple[str, tuple[int, int]]:
    """Return what draws `picture` at the cursor, in `most` bytes, and its pixels across and down.

    What is larger is drawn in fewer colours, and then smaller.
    """
    from PIL import Image

    codes, size = _coded(picture, colours, most)
    for fewer in FEWER_GREYS if is_grey(picture) else (_FEW,):
        if not codes and colours > fewer:
            colours = fewer
            codes, size = _coded(picture, colours, most)
    scaled = picture
    while not codes:
        share = min((most / size) ** 0.5, 1.0) * 0.98
        pixels = (max(round(scaled.width * share), 1), max(round(scaled.height * share), 1))
        scaled = picture.resize(pixels, Image.Resampling.LANCZOS)
        codes, size = _coded(scaled, colours, most)
    return codes, scaled.size


def _coded(picture: Picture, colours: int, most: int) -> tuple[str, int]:
    """Return what draws a picture, and its size; "" and the size it would have, about, where that is too large."""
    from PIL import Image

    few = picture.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette, pixels, width = few.getpalette("RGB") or [], few.tobytes(), few.width
    names = []
    for number in sorted(set(pixels)):
        red, green, blue = (round(level * 100 / 255) for level in palette[3 * number : 3 * number + 3])
        names.append(f"#{number};2;{red};{green};{blue}")
    head = f'{_START}"1;1;{width};{few.height}{"".join(names)}'
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    tops = range(0, len(rows), _BAND)
    bands = {top: _band(rows[top : top + _BAND]) for top in tops[_SAMPLED // 2 :: _SAMPLED]}
    size = len(head) + sum(map(len, bands.values())) * len(tops) // max(len(bands), 1)
    if size > 1.1 * most and few.size != (1, 1):
        return "", size
    body = b"-".join(bands.get(top) or _band(rows[top : top + _BAND]) for top in tops)
    codes = f"{head}{body.decode()}{_END}"
    return codes if len(codes) <= most or few.size == (1, 1) else "", len(codes)


def _band(rows: Sequence[bytes]) -> bytes:
    """Return six lines: a pass from left to right draws colours that do not overlap, "$" begins another."""
    waiting = sorted(_spans(rows))
    passes = []
    while waiting:
        at, parts, left = 0, [], []
        for span in waiting:
            first, after, colour = span
            if first < at:
                left.append(span)
                continue
            gap = b"?" * (first - at)
            parts.append(b"#%d%b" % (colour, _REPEATED.sub(_repeat, gap + _drawn(rows, colour, first, after))))
            at = after
        passes.append(b"".join(parts))
        waiting = left
    return b"$".join(passes)


def _spans(rows: Sequence[bytes]) -> Iterator[tuple[int, int, int]]:
    """Yield the colours of a band: the first column of each, the one after its last, and its number."""
    for colour in set(b"".join(rows)):
        has = [row for row in rows if colour in row]
        yield min(row.find(colour) for row in has), max(row.rfind(colour) for row in has) + 1, colour


def _drawn(rows: Sequence[bytes], colour: int, first: int, after: int) -> bytes:
    bits = 0
    for number, row in enumerate(rows):
        part = row[first:after]
        if colour in part:
            bits |= int.from_bytes(part.translate(_mask(colour, number)), "little")
    return bits.to_bytes(after - first, "little").translate(_OFFSET)


@cache
def _mask(colour: int, number: int) -> bytes:
    """Return the table that turns `colour` into the bit of line `number`, and others into none."""
    return bytes(colour) + bytes([1 << number]) + bytes(255 - colour)


def _repeat(found: re.Match[bytes]) -> bytes:
    return b"!%d%b" % (len(found[0]), found[1])
