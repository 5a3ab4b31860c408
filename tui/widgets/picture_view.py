"""A picture in half blocks, two pixels a cell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.pictures import Rgb, fitted

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


_SYSTEMS: Final = {
    "standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.STANDARD,
}  # fmt: skip
"""Rich's names of what terminals can show."""


class PictureView(Widget):
    """A picture as large as the widget allows, in the middle of it."""

    DEFAULT_CSS: ClassVar[str] = "PictureView { width: 100%; height: 1fr; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._rows: list[list[Rgb]] = []

    def show(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self._fit()

    def on_resize(self) -> None:
        """Fit the picture to the new size."""
        self._fit()

    def _fit(self) -> None:
        self._rows = []
        if self._picture is not None and self.size.width and self.size.height:
            system = self.app.console.color_system
            colours = ColorSystem.TRUECOLOR if system is None else _SYSTEMS[system]
            self._rows = fitted(self._picture, self.size.width, self.size.height, colours)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the strip: an upper half block is the pixel above, its background the one below."""
        base = self.rich_style
        width = self.size.width
        top = 2 * (y - (self.size.height - (len(self._rows) + 1) // 2) // 2)
        if not 0 <= top < len(self._rows):
            return Strip.blank(width, base)
        upper = self._rows[top]
        below = self._rows[top + 1] if top + 1 < len(self._rows) else [None] * len(upper)
        left = (width - len(upper)) // 2
        cells = [Segment("▀", base + _style(*pair)) for pair in zip(upper, below, strict=True)]
        return Strip([Segment(" " * left, base), *cells]).adjust_cell_length(width, base)


@lru_cache(4_096)
def _style(upper: Rgb, lower: Rgb | None) -> Style:
    return Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower) if lower else None)
