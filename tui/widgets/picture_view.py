"""A picture: in half blocks, two pixels a cell, or as the terminal's own protocol draws it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final, cast

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.filter import ANSIToTruecolor, LineFilter
from textual.strip import Strip
from textual.widget import Widget

from tui import kitty, sixel
from tui.graphics import Canvas, Way
from tui.overlay import MARK, Overlay
from tui.pictures import Rgb, cells_of, fitted, scaled, size_in_cells

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from tui.app import BroadsheetApp

_SYSTEMS: Final = {
    "standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.STANDARD,
}  # fmt: skip
"""Rich's names of what terminals can show."""

_SETTLED: Final = 0.15
"""Seconds after which a window that is being resized is taken to have its size: a picture is hundreds of kilobytes."""


class PictureView(Widget):
    """A picture as large as the widget allows, in the middle of it."""

    DEFAULT_CSS: ClassVar[str] = "PictureView { width: 100%; height: 1fr; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._canvas = Canvas()
        self._rows: list[list[Rgb]] = []
        """The pixels of half blocks."""
        self._cells: tuple[int, int] = (0, 0)
        """Columns and lines of a picture that the terminal has, or draws over cells."""
        self._wanted: tuple[Picture, tuple[int, int], int] | None = None
        self._drawn: tuple[str, tuple[int, int]] = ("", (0, 0))
        """The last picture in sixels and its pixels; `_wanted` tells what that is of, in what size and colours."""
        self._kept: Picture | None = None
        """The picture that kitty has, or had last."""
        self._number = os.getpid() % len(kitty.IDS)
        """The number, among kitty's ids, of the picture that the terminal has or had last: another for each, so that
        its cells differ and are drawn. Programs in the terminal beside this one begin elsewhere."""

    def show(self, picture: Picture | None, canvas: Canvas | None = None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self._canvas = canvas or self._canvas
        self._fit()

    @property
    def is_drawn(self) -> bool:
        """True where a picture is to be seen."""
        return bool(self._rows or self._cells[0])

    def on_mount(self) -> None:
        """Have the picture sent again after the program was stopped for a while (ctrl+z)."""
        self.app.app_resume_signal.subscribe(self, self._renew)

    def _renew(self, _: object) -> None:
        self._kept = None  # a terminal forgets what it keeps for a screen that is left
        self._fit()

    def on_resize(self) -> None:
        """Fit the picture to the new size."""
        self._fit(_SETTLED)

    def on_unmount(self) -> None:
        """Leave nothing in the terminal's memory."""
        self._take_away()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what lines are filtered by: the colour that is a picture's id stays what it is."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

    def _fit(self, after: float = 0.0) -> None:
        self._rows = []
        if self._picture is None:
            self._take_away()
        elif self.size.width and self.size.height:
            if self._canvas.way is Way.BLOCKS:
                system = self.app.console.color_system
                colours = ColorSystem.TRUECOLOR if system is None else _SYSTEMS[system]
                self._rows = fitted(self._picture, self.size.width, self.size.height, colours)
            else:
                if self._canvas.way is Way.SIXEL:  # its cells are no longer where they were
                    self._take_away()
                self._send(self._picture, after)
        self.refresh()

    @work(group="send", exclusive=True)
    async def _send(self, picture: Picture, after: float) -> None:
        """Encode the picture beside the app, and have the terminal keep it, or draw it."""
        if after:
            await asyncio.sleep(after)
        room, cell = self.size, self._canvas.cell
        if self._canvas.way is Way.KITTY:
            most = len(kitty.NUMBERS)
            pixels, cells = size_in_cells(picture, min(room.width, most), min(room.height, most), cell)
            if cells == self._cells and picture is self._kept:
                return  # as large as it is
            png = await asyncio.to_thread(lambda: kitty.encoded(scaled(picture, pixels)))
            if picture is not self._picture:
                return
            self._take_away()
            self._kept = picture
            self._number = (self._number + 1) % len(kitty.IDS)
            self._tell_kitty(kitty.transmission(png, kitty.IDS[self._number], *cells))
        else:
            pixels, _ = size_in_cells(picture, *room, cell, self._canvas.limit)
            wanted = picture, pixels, self._canvas.colours
            if wanted != self._wanted:
                self._drawn = await asyncio.to_thread(lambda: sixel.encoded(scaled(picture, pixels), colours=wanted[2]))
                self._wanted = wanted
            if picture is not self._picture or room != self.size:
                return
            codes, pixels = self._drawn
            cells = cells_of(pixels, cell)
            left, top = self.content_region.offset
            x, y = left + (room.width - cells[0]) // 2, top + (room.height - cells[1]) // 2
            self._app.lay_over(Overlay(x, y, *cells, codes))
        self._cells = cells
        self.refresh()

    def _take_away(self) -> None:
        if not self._cells[0]:
            return
        self._cells = (0, 0)
        if self._canvas.way is Way.KITTY:
            self._tell_kitty(kitty.deletion(kitty.IDS[self._number]))
        else:
            self._app.lay_over(None)

    def _tell_kitty(self, codes: str) -> None:
        self._app.tell_terminal(kitty.through_tmux(codes) if self._canvas.is_in_tmux else codes)

    @property
    def _app(self) -> BroadsheetApp:
        return cast("BroadsheetApp", self.app)

    def render_line(self, y: int) -> Strip:
        """Return the strip of a line."""
        base = self.rich_style
        width = self.size.width
        lines = self._cells[1] or (len(self._rows) + 1) // 2
        line = y - (self.size.height - lines) // 2
        if not 0 <= line < lines:
            return Strip.blank(width, base)
        cells = self._placeholders(line, base) if self._cells[1] else self._blocks(line, base)
        columns = self._cells[0] or len(cells)
        return Strip([Segment(" " * ((width - columns) // 2), base), *cells]).adjust_cell_length(width, base)

    def _placeholders(self, line: int, base: Style) -> list[Segment]:
        if self._canvas.way is Way.SIXEL:
            return [Segment(MARK * self._cells[0], base)]
        style = base + Style(color=Color.from_ansi(kitty.IDS[self._number]))
        return [Segment(kitty.placeholder(line, column), style) for column in range(self._cells[0])]

    def _blocks(self, line: int, base: Style) -> list[Segment]:
        """Return the cells of a line: an upper half block is the pixel above, its background the one below."""
        upper = self._rows[2 * line]
        below = self._rows[2 * line + 1] if 2 * line + 1 < len(self._rows) else [None] * len(upper)
        return [Segment("▀", base + _style(*pair)) for pair in zip(upper, below, strict=True)]


@lru_cache(4_096)
def _style(upper: Rgb, lower: Rgb | None) -> Style:
    return Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower) if lower else None)
