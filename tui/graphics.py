"""Which way of drawing pictures a terminal has, and how large its cells are.

textual-image (LGPL) was tried for this and is not used: it asks the terminal when it is imported, writes to it past the
frames of ours that tell what has changed (`frames.py`), and decodes in the app's own process.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

AUTO: Final = "auto"


class Way(StrEnum):
    """A way of drawing a picture."""

    KITTY = "kitty"
    SIXEL = "sixel"
    BLOCKS = "blocks"


WISHES: Final = (AUTO, *Way)
"""What can be set: a way, or the best that the terminal is known to have."""

CELL: Final = (10, 20)
"""Pixels of a cell, across and down, where the terminal does not tell."""

_LARGEST_CELL: Final = 200
"""Pixels above which what a terminal tells of its cells is not believed."""

_IDS: Final = 256
"""Colours by which kitty's pictures are told apart."""

_KITTYS: Final = ("kitty", "ghostty")

_MULTIPLEXERS: Final = ("tmux", "screen")
"""What passes no pictures on, unless it is told to."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """How pictures are drawn here."""

    way: Way = Way.BLOCKS
    cell: tuple[int, int] = CELL
    """Pixels of a cell, across and down."""

    @property
    def largest(self) -> tuple[int, int]:
        """Pixels worth keeping of a picture: what a large window can show."""
        return (500, 400) if self.way is Way.BLOCKS else (1600, 1200)


def way_of(wish: str, colours: int, environ: Mapping[str, str] = os.environ) -> Way:
    """Return the way of drawing: what is wished for, else (`auto`) what the environment says of the terminal.

    `colours` is how many the terminal has for text.
    """
    if wish != AUTO:
        return Way(wish) if wish != Way.KITTY or colours >= _IDS else Way.BLOCKS
    term = environ.get("TERM", "")
    if "TMUX" in environ or term.startswith(_MULTIPLEXERS):
        return Way.BLOCKS
    names = (term.removeprefix("xterm-"), environ.get("TERM_PROGRAM", ""))
    if colours >= _IDS and ("KITTY_WINDOW_ID" in environ or any(name in _KITTYS for name in names)):
        return Way.KITTY
    return Way.BLOCKS


def cell_size(descriptor: int = 0) -> tuple[int, int] | None:
    """Return the pixels of a cell, across and down, as the terminal at `descriptor` has told the system, if it has."""
    if sys.platform == "win32":
        return None
    import fcntl
    import struct
    import termios

    try:
        told = fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(8))
    except OSError:
        return None
    lines, columns, width, height = struct.unpack("HHHH", told)
    if not (lines and columns):
        return None
    cell = (width // columns, height // lines)
    return cell if all(0 < side <= _LARGEST_CELL for side in cell) else None
