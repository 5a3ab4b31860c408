"""Which way of drawing pictures a terminal has, and how large its cells are.

textual-image (LGPL) was tried for this and is not used: it asks the terminal when it is imported, writes to it past the
frames of ours that tell what has changed (`frames.py`), and decodes in the app's own process.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio import Future
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from msgspec import Struct

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

LARGEST: Final = (1600, 1200)
"""Pixels of a picture, across and down, where a terminal draws all of them."""

_LARGEST_CELL: Final = 200
"""Pixels above which what a terminal tells of its cells is not believed."""

_IDS: Final = 256
"""Colours by which kitty's pictures are told apart."""

_KITTYS: Final = ("kitty", "ghostty")

_PLACEHOLDERS_SINCE: Final = (0, 28)
"""The version of kitty that first drew pictures as they are drawn here."""

_DRAWS_SIXELS: Final = "4"
"""The attribute, in a terminal's answer what it is, of one that draws sixels."""

_VERSION: Final = "\x1b[>q"
"""The question for a terminal's name and version (XTVERSION; see xterm's "ctlseqs" for this and the others)."""

_LIMITS: Final = "\x1b[?1;1;0S\x1b[?2;4;0S\x1b[16t"
"""The questions for the colours and the pixels that a sixel picture may have (XTSMGRAPHICS), whatever
size the window has now, and those of a cell."""

_ATTRIBUTES: Final = re.compile(r"\x1b\[\?([\d;]+)c")
_KITTY_VERSION: Final = re.compile(r"\x1bP>\|kitty\((\d+)\.(\d+)")
_CELL: Final = re.compile(r"\x1b\[6;(\d+);(\d+)t")
_REGISTERS: Final = re.compile(r"\x1b\[\?1;0;(\d+)S")
_SIZE: Final = re.compile(r"\x1b\[\?2;0;(\d+);(\d+)S")

_PATIENCE: Final = 0.2
"""Seconds a picture waits for an answer: few lines are slower."""

Ask: TypeAlias = Callable[[str], Future[str]]
"""Asks the terminal; what will be the answers."""

_MULTIPLEXERS: Final = ("tmux", "screen")
"""What passes no pictures on, unless it is told to."""


class Canvas(Struct, frozen=True):
    """How pictures are drawn here."""

    way: Way = Way.BLOCKS
    cell: tuple[int, int] = CELL
    """Pixels of a cell, across and down."""
    colours: int = 256
    """Colours of a picture in sixels."""
    limit: tuple[int, int] = LARGEST
    """Pixels of a picture, across and down, at most."""

    is_in_tmux: bool = False
    """Whether tmux is to pass on what kitty is told."""

    @property
    def largest(self) -> tuple[int, int]:
        """Pixels worth keeping of a picture: what a large window can show."""
        return (500, 400) if self.way is Way.BLOCKS else LARGEST


class Survey:
    """What is known of a terminal: what the environment says, and what it answers when the first picture is opened."""

    def __init__(self, wish: str, ask: Ask | None, environ: Mapping[str, str] = os.environ) -> None:
        """Prepare to look; `ask` is None where there is no terminal, or none that can be asked."""
        self._wish = wish
        self._ask = ask
        self._environ = environ
        self._answers: dict[str, Future[str]] = {}

    async def canvas(self, colours: int) -> Canvas:
        """Return how pictures are drawn in a terminal of so many colours for text.

        It is asked once, and not waited for longer than a moment: a late answer is heeded at the next picture.
        """
        told = ""
        if self._wish == AUTO and not _is_multiplexer(self._environ):
            told = await self._told(_VERSION if _is_kitty(self._environ) else "")
        way = way_of(self._wish, colours, told, self._environ)
        if way is not Way.SIXEL:
            return Canvas(way, cell_size() or CELL, is_in_tmux="TMUX" in self._environ)
        limits = await self._told(_LIMITS)
        cell, registers, size = _CELL.search(limits), _REGISTERS.search(limits), _SIZE.search(limits)
        return Canvas(
            way,
            cell_size() or (_cell(int(cell[2]), int(cell[1])) if cell else None) or CELL,
            min(max(int(registers[1]), 2), 256) if registers else 256,
            (max(int(size[1]), 100), max(int(size[2]), 100)) if size else LARGEST,
        )

    async def _told(self, question: str) -> str:
        if self._ask is None:
            return ""
        if question not in self._answers:
            self._answers[question] = self._ask(question)
        done, _ = await asyncio.wait({self._answers[question]}, timeout=_PATIENCE)
        return done.pop().result() if done else ""


def way_of(wish: str, colours: int, told: str, environ: Mapping[str, str]) -> Way:
    """Return the way of drawing: what is wished for, else (`auto`) what terminal it is.

    `colours` is how many it has for text, `told` what it answered: kitty its version, others whether they draw sixels.
    """
    if wish != AUTO:
        return Way(wish) if wish != Way.KITTY or colours >= _IDS else Way.BLOCKS
    if _is_multiplexer(environ):
        return Way.BLOCKS
    version = _KITTY_VERSION.search(told)
    is_old = version is not None and (int(version[1]), int(version[2])) < _PLACEHOLDERS_SINCE
    if _is_kitty(environ) and not is_old and colours >= _IDS:
        return Way.KITTY
    attributes = _ATTRIBUTES.search(told)
    return Way.SIXEL if attributes and _DRAWS_SIXELS in attributes[1].split(";")[1:] else Way.BLOCKS


def _is_kitty(environ: Mapping[str, str]) -> bool:
    names = (environ.get("TERM", "").removeprefix("xterm-"), environ.get("TERM_PROGRAM", ""))
    return "KITTY_WINDOW_ID" in environ or any(name in _KITTYS for name in names)


def _is_multiplexer(environ: Mapping[str, str]) -> bool:
    return "TMUX" in environ or environ.get("TERM", "").startswith(_MULTIPLEXERS)


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
    return _cell(width // columns, height // lines)


def _cell(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if all(0 < side <= _LARGEST_CELL for side in (width, height)) else None
