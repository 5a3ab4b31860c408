"""Only what differs goes to the terminal: the last frame is remembered, and the next one told by its changed cells.

Textual sends the whole screen whenever anything is laid out anew, 6 to 30 KB for a key in the finder, and each stretch
with its whole style. Over a slow line that is felt. This sends the changed cells, moving the cursor where that is
shorter, and of a style what differs from the one before: as curses does (Arnold, "Screen Updating and Cursor Movement
Optimization", 1980).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple, TypeAlias, cast

from rich.cells import cell_len, split_graphemes
from rich.color import ColorSystem
from rich.console import Console, RenderableType
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.overlay import Overlay
from tui.pens import NO_PEN, Pen, colourless, pen_of

_BRIDGED: Final = 3
"""Unchanged cells between two changes up to which sending them again is shorter than moving the cursor."""

_PENS: Final = 8_192
"""Styles whose codes are kept: a picture has thousands that nothing else will have."""

_UNKNOWN: Final = ("", None)
"""A cell of which nobody knows what it shows."""

_COVERED: Final = ("\0", None)
"""The cell after the first of a wide character."""

_EVEN: Final = re.compile("[ -~\xa0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc]*")
"""Characters of one cell each, told at once: Latin, Greek and Cyrillic letters, dashes and quotes, lines and blocks."""

_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
"""Two letters that are one character together."""

PLACEHOLDER: Final = "\U0010eeee"
"""The character in whose cells kitty shows a picture; two accents tell the line and the column of its part."""

Cell: TypeAlias = tuple[str, Style | None]


class _Stretch(NamedTuple):
    """New content of one line."""

    y: int
    x: int
    cells: list[Cell]
    sure: bool
    """Whether all terminals take its characters for as wide as they are taken here."""


class Frames:
    """What the terminal shows, as far as it was told."""

    def __init__(self, *, colourless: bool = False) -> None:
        """Prepare for a blank screen; `colourless` leaves out every colour, and a bright background is reversed."""
        self._colourless = colourless
        self._lines: list[list[Cell]] = []
        self._unsure: set[int] = set()
        """Lines with a character that is wider or narrower in some terminals: it may cover what follows it."""
        self._pens: dict[Style | None, Pen] = {}
        self._color_system: ColorSystem | None = None
        self._overlay: Overlay | None = None
        self._is_overlaid = False
        """Whether the overlay's picture stands on the screen."""

    def lay(self, overlay: Overlay | None) -> None:
        """Have a picture drawn over cells, once these are to be drawn and blank; with None, the last one wiped out."""
        if self._overlay is not None and self._is_overlaid:
            place = slice(self._overlay.x, self._overlay.x + self._overlay.columns)
            for line in self._lines[self._overlay.y : self._overlay.y + self._overlay.lines]:
                line[place] = [_UNKNOWN] * len(line[place])
        self._overlay = overlay
        self._is_overlaid = False

    def forget(self) -> None:
        """Take nothing for granted: the terminal was resized, or somebody else has written on it."""
        self._lines = []
        self._unsure = set()
        self._is_overlaid = False

    def change(self, update: RenderableType | None, *, is_late: bool = False) -> RenderableType | None:
        """Return what tells the terminal no more than what `update` changes; nothing where that comes too late."""
        if isinstance(update, (LayoutUpdate, ChopsUpdate)):
            return None if is_late else cast("RenderableType", _Change(self, update))
        if update is not None:
            self.forget()
        return update

    def encoded(self, update: LayoutUpdate | ChopsUpdate, color_system: ColorSystem) -> str:
        """Return what changes the terminal's screen to what `update` holds."""
        if color_system != self._color_system:
            self._pens, self._color_system = {}, color_system
        changed: dict[int, list[tuple[int, int]]] = {}
        for y, stretches in groupby(_stretches(update), attrgetter("y")):
            changed.setdefault(y, []).extend(self._changed(y, list(stretches)))
        picture = self._overlaid(changed)
        out: list[str] = []
        pen = NO_PEN
        for y, places in changed.items():
            at = -1
            for start, end in places:
                out.append(f"\x1b[{start - at}C" if 0 <= at < start else f"\x1b[{y + 1};{start + 1}H")
                at = end
                while at < len(self._lines[y]) and self._lines[y][at] == _COVERED:
                    at += 1  # a wide character has moved the cursor past its second cell
                pen = self._draw(self._lines[y][start:end], start, pen, out)
        out += [pen.to(NO_PEN), picture]
        return "".join(out)

    def _overlaid(self, changed: dict[int, list[tuple[int, int]]]) -> str:
        """Return what draws the overlay where it is to be drawn; where not, add to `changed` what draws over it."""
        overlay = self._overlay
        if overlay is None:
            return ""
        stood, self._is_overlaid = self._is_overlaid, overlay.is_bare(self._lines)
        if self._is_overlaid:
            return "" if stood and not overlay.is_touched(changed) else overlay.placed
        if stood:
            for y in range(overlay.y, overlay.y + overlay.lines):
                places = [*changed.get(y, ()), (overlay.x, overlay.x + overlay.columns)]
                changed[y] = [(min(start for start, _ in places), max(end for _, end in places))]
        return ""

    def _changed(self, y: int, stretches: Sequence[_Stretch]) -> list[tuple[int, int]]:
        """Take in the new content of a line; return where it is to be drawn."""
        line = self._line(y, stretches[-1].x + len(stretches[-1].cells))
        found: list[tuple[int, int]] = []
        for x, cells, sure in (stretch[1:] for stretch in stretches):
            before = line[x : x + len(cells)]
            if before == cells:
                continue
            line[x : x + len(cells)] = cells
            found += _differing(before, cells, x)
            if not sure:
                self._unsure.add(y)
        if not found or y not in self._unsure:
            return found
        if all(text and (text == "\0" or _is_sure(text)) for text, _ in line):
            self._unsure.discard(y)
        return [(found[0][0], len(line))]

    def _line(self, y: int, width: int) -> list[Cell]:
        while len(self._lines) <= y:
            self._lines.append([])
        line = self._lines[y]
        if len(line) < width:
            line.extend([_UNKNOWN] * (width - len(line)))
        return line

    def _draw(self, cells: Sequence[Cell], x: int, pen: Pen, out: list[str]) -> Pen:
        """Append what draws `cells` from column `x` on with `pen` in hand; return the pen then in hand."""
        for at, (text, style) in enumerate(cells, x + 1):
            if text == "\0":
                continue
            if not text:
                out.append(f"\x1b[{at + 1}G")
                continue
            wanted = self._pen(style)
            if wanted is not pen:
                out.append(pen.to(wanted))
                pen = wanted
            if text.isascii() or _is_sure(text):
                out.append(text)
            else:  # on a blank ground, and the cursor then where it is taken to be, whatever the terminal thinks
                width = cell_len(text)
                out.append(f"{' ' * width}\x1b[{at}G{text}\x1b[{at + width}G")
        return pen

    def _pen(self, style: Style | None) -> Pen:
        pen = self._pens.get(style)
        if pen is None:
            if len(self._pens) >= _PENS:
                self._pens.clear()
            shown = colourless(style) if self._colourless else style
            pen = self._pens[style] = pen_of(shown, self._color_system or ColorSystem.TRUECOLOR)
        return pen


class _Change(CompositorUpdate):
    """An update that is encoded when it is written, and not before: what is not written has not been told."""

    def __init__(self, frames: Frames, update: LayoutUpdate | ChopsUpdate) -> None:
        self._frames = frames
        self._update = update

    def render_segments(self, console: Console) -> str:
        return self._frames.encoded(self._update, console._color_system or ColorSystem.TRUECOLOR)


def _stretches(update: LayoutUpdate | ChopsUpdate) -> Iterator[_Stretch]:
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                cells, sure = _cells(strip)
                yield _Stretch(y, x, cells, sure)
                x += len(cells)
        return
    for y, first, last in update.spans:
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is None or x > last or end <= first:
                continue
            cells, sure = _cells(chop if end <= last else chop.crop(0, last - x))
            yield _Stretch(y, x, cells, sure)


def _cells(strip: Strip) -> tuple[list[Cell], bool]:
    """Return a cell for each column, and whether all terminals take the characters for as wide."""
    cells: list[Cell] = []
    sure = True
    for text, style, control in strip:
        if control or not text:
            continue
        if text.isascii() or _EVEN.fullmatch(text):
            cells += [(character, style) for character in text]
            continue
        for start, end, width in split_graphemes(text)[0]:
            character = text[start:end]
            if cells and _FLAG.fullmatch(cells[-1][0] + character):
                cells[-1:] = [(cells[-1][0] + character, style), _COVERED]
            elif width:
                cells += [(character, style), *[_COVERED] * (width - 1)]
                sure = sure and _is_sure(character)
            elif cells and cells[-1] != _COVERED:  # an accent whose letter is of another style
                cells[-1] = (cells[-1][0] + character, cells[-1][1])
                sure = False
    if len(cells) < strip.cell_length:  # cut before what makes a character wide, Rich leaves out its second half
        cells[:0] = [(" ", cells[0][1] if cells else None)] * (strip.cell_length - len(cells))
    return cells, sure


@lru_cache(4_096)
def _is_sure(character: str) -> bool:
    """Return whether all terminals take a character for as wide: no emoji, and nothing that is put together."""
    if character[0] == PLACEHOLDER:
        return True
    if len(character) != 1 or "\U0001f000" <= character < "\U00020000":
        return False
    return cell_len(character) == 1 or character >= "\u2e80"


def _differing(before: Sequence[Cell], after: Sequence[Cell], x: int) -> list[tuple[int, int]]:
    """Return the stretches of cells from column `x` on that differ, those with little between them as one."""
    found: list[tuple[int, int]] = []
    for at, (old, new) in enumerate(zip(before, after, strict=True), x):
        if old == new:
            continue
        if found and at - found[-1][1] <= _BRIDGED:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found
