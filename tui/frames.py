"""Only what differs goes to the terminal: the last frame is remembered, and the next one told by its changed cells.

Textual sends the whole screen whenever anything is laid out anew, 6 to 30 KB for a key in the finder, and each stretch
with its whole style. Over a slow line that is felt. This sends the changed cells, moving the cursor where that is
shorter, and of a style what differs from the one before: as curses does (Arnold, "Screen Updating and Cursor Movement
Optimization", 1980).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias, cast

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

_BRIDGED: Final = 5
"""Unchanged cells between two changes up to which sending them again is shorter than moving the cursor."""

_BRIGHT: Final = 3 * 128
"""Red, green and blue together, above which a background counts as bright."""

_PENS: Final = 8_192
"""Styles whose codes are kept: a picture has thousands that nothing else will have."""

_UNKNOWN: Final = ("", None)
"""A cell of which nobody knows what it shows."""

_COVERED: Final = ("\0", None)
"""The cell after the first of a wide character."""

Cell: TypeAlias = tuple[str, Style | None]


class _Stretch(NamedTuple):
    """New content of one line."""

    y: int
    x: int
    cells: list[Cell]
    even: bool
    """Whether each character takes one cell. Terminals differ on the others, so their lines are sent whole."""


class Frames:
    """What the terminal shows, as far as it was told."""

    def __init__(self, *, colourless: bool = False) -> None:
        """Prepare for a blank screen; `colourless` leaves out every colour, and a bright background is reversed."""
        self._colourless = colourless
        self._lines: list[list[Cell]] = []
        self._uneven: set[int] = set()
        self._pens: dict[Style | None, _Pen] = {}
        self._color_system: ColorSystem | None = None

    def forget(self) -> None:
        """Take nothing for granted: the terminal was resized, or somebody else has written on it."""
        self._lines = []
        self._uneven = set()

    def change(self, update: RenderableType | None) -> RenderableType | None:
        """Return what tells the terminal no more than what `update` changes."""
        if isinstance(update, (LayoutUpdate, ChopsUpdate)):
            return cast("RenderableType", _Change(self, update))
        if update is not None:
            self.forget()
        return update

    def encoded(self, update: LayoutUpdate | ChopsUpdate, color_system: ColorSystem) -> str:
        """Return what changes the terminal's screen to what `update` holds."""
        if color_system != self._color_system:
            self._pens, self._color_system = {}, color_system
        out: list[str] = []
        pen = _NO_PEN
        for stretch in _stretches(update):
            line = self._line(stretch.y, stretch.x + len(stretch.cells))
            first = stretch.x
            before = line[first : first + len(stretch.cells)]
            if before == stretch.cells:
                continue
            line[first : first + len(stretch.cells)] = stretch.cells
            if stretch.even and stretch.y not in self._uneven:
                changed = _changed(before, stretch.cells)
            else:
                changed = [(0, len(stretch.cells))]
                self._uneven.add(stretch.y)
            for start, end in changed:
                out.append(f"\x1b[{stretch.y + 1};{first + start + 1}H")
                pen = self._draw(stretch.cells[start:end], pen, out)
        out.append(pen.to(_NO_PEN))
        return "".join(out)

    def _line(self, y: int, width: int) -> list[Cell]:
        while len(self._lines) <= y:
            self._lines.append([])
        line = self._lines[y]
        if len(line) < width:
            line.extend([_UNKNOWN] * (width - len(line)))
        return line

    def _draw(self, cells: Sequence[Cell], pen: _Pen, out: list[str]) -> _Pen:
        """Append what draws `cells` with `pen` in hand; return the pen then in hand."""
        for text, style in cells:
            if text == "\0":
                continue
            wanted = self._pen(style)
            if wanted is not pen:
                out.append(pen.to(wanted))
                pen = wanted
            out.append(text)
        return pen

    def _pen(self, style: Style | None) -> _Pen:
        pen = self._pens.get(style)
        if pen is None:
            if len(self._pens) >= _PENS:
                self._pens.clear()
            shown = _colourless(style) if self._colourless else style
            pen = self._pens[style] = _pen_of(shown, self._color_system or ColorSystem.TRUECOLOR)
        return pen


class _Change(CompositorUpdate):
    """An update that is encoded when it is written, and not before: what is not written has not been told."""

    def __init__(self, frames: Frames, update: LayoutUpdate | ChopsUpdate) -> None:
        self._frames = frames
        self._update = update

    def render_segments(self, console: Console) -> str:
        return self._frames.encoded(self._update, console._color_system or ColorSystem.TRUECOLOR)


class _Pen(NamedTuple):
    """A style as the codes that switch it on."""

    attributes: tuple[str, ...]
    foreground: str
    background: str

    def to(self, other: _Pen) -> str:
        """Return what changes this style into `other`."""
        if self == other:
            return ""
        if other == _NO_PEN:
            return "\x1b[0m"
        codes: list[str] = []
        if set(self.attributes) <= set(other.attributes):
            codes += [code for code in other.attributes if code not in self.attributes]
            if self.foreground != other.foreground:
                codes.append(other.foreground or "39")
            if self.background != other.background:
                codes.append(other.background or "49")
        else:
            codes = ["0", *other.attributes, *filter(None, (other.foreground, other.background))]
        return f"\x1b[{';'.join(codes)}m"


_NO_PEN: Final = _Pen((), "", "")


def _pen_of(style: Style | None, color_system: ColorSystem) -> _Pen:
    if style is None:
        return _NO_PEN
    bare = style.without_color
    attributes = tuple(filter(None, Strip.render_ansi(bare, color_system).split(";")))
    color, background = style.color, style.bgcolor
    return _Pen(
        attributes,
        ";".join(color.downgrade(color_system).get_ansi_codes()) if color else "",
        ";".join(background.downgrade(color_system).get_ansi_codes(foreground=False)) if background else "",
    )


def _colourless(style: Style | None) -> Style | None:
    if style is None:
        return None
    background = style.bgcolor
    is_bright = background is not None and sum(background.get_truecolor()) > _BRIGHT
    return style.without_color + Style(reverse=True) if is_bright else style.without_color


def _stretches(update: LayoutUpdate | ChopsUpdate) -> Iterator[_Stretch]:
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            cells, even = _cells(segment for strip in strips for segment in strip)
            yield _Stretch(y, update.region.x, cells, even)
        return
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > last or end <= first:
                continue
            cells, even = _cells(strip if end <= last else strip.crop(0, last - x))
            yield _Stretch(y, x, cells, even)


def _cells(segments: Iterable[Segment]) -> tuple[list[Cell], bool]:
    """Return a cell for each column, and whether each character takes one."""
    cells: list[Cell] = []
    even = True
    for text, style, control in segments:
        if control or not text:
            continue
        if text.isascii() or cell_len(text) == len(text) == _plain_cells(text):
            cells += [(character, style) for character in text]
            continue
        even = False
        cells.append((text, style))
        cells += [_COVERED] * (cell_len(text) - 1)
    return cells, even


def _plain_cells(text: str) -> int:
    """Return how many characters take one cell by themselves."""
    return sum(cell_len(character) == 1 for character in text)


def _changed(before: Sequence[Cell], after: Sequence[Cell]) -> list[tuple[int, int]]:
    """Return the stretches of cells that differ, those with little between them as one."""
    found: list[tuple[int, int]] = []
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if found and at - found[-1][1] <= _BRIDGED:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found
