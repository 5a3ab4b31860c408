"""The base of everything that draws lines of runs: a scroll view that asks for one visible line at a time."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from typing import Any, ClassVar, Final

from rich.segment import Segment, Segments
from rich.style import Style as RichStyle
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from tui.bare_styles import BareStyles
from tui.display import DisplayApp
from tui.theming import Palette
from tui.typeset import Line

_CACHED_STRIPS: Final = 500
"""A few screenfuls: enough to scroll back and forth without styling a line twice."""


class LineScrollBar(ScrollBarRender):
    """A scroll bar that is a line. Textual's, a reversed column, is the brightest thing on a screen without colours."""

    @classmethod
    def render_bar(cls, *args: Any, **settings: Any) -> Segments:
        """Return the bar, a cell for each row."""
        segments = super().render_bar(*args, **settings).segments
        return Segments([_as_line(each) for each in segments], new_lines=True)


def _as_line(cell: Segment) -> Segment:
    grabbed = cell.style.meta.get("@mouse.down") == "grab" if cell.style else False
    return Segment("▐", RichStyle(meta=cell.style.meta)) if cell.style and grabbed else cell


class Painted(ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view whose lines are typeset and styled by a palette. Costs a screenful, whatever its length.

    It has no keys of its own: those of a scroll view would scroll where ours move a cursor.
    """

    palette: reactive[Palette | None] = reactive(None)
    # As Textual's, but without laying out the whole screen anew: the size on the screen does not depend on the content.
    virtual_size: reactive[Size] = reactive(Size(0, 0))

    DEFAULT_CSS: ClassVar[str] = """
    Painted { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._strips: OrderedDict[int, Strip] = OrderedDict()
        self._base = RichStyle()
        self._styles_cache = BareStyles()

    @abstractmethod
    def line(self, y: int) -> tuple[Line, tuple[str, ...]] | None:
        """Return line `y` of the whole content and the roles of its background, None beyond its end."""

    def repaint(self) -> None:
        """Forget what was drawn, and draw the visible part again."""
        self._strips.clear()
        self.refresh()

    def on_mount(self) -> None:
        """Have a scroll bar that is drawn as fast, and is quiet where there are no colours."""
        self.vertical_scrollbar._styles_cache = BareStyles()
        if isinstance(self.app, DisplayApp) and self.app.colourless:
            self.vertical_scrollbar.renderer = LineScrollBar  # type: ignore[misc]

    def watch_virtual_size(self, size: Size) -> None:
        """Let the scroll bar follow."""
        self._scroll_update(size)

    def watch_palette(self) -> None:
        """Draw in the new colours."""
        self.repaint()

    def notify_style_update(self) -> None:
        """Forget strips drawn in the old style."""
        self._strips.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Forget strips of the old width."""
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part that `crop` leaves."""
        self._base = self.rich_style  # the same for each line, and 0.1 ms to make
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return the strip at row `y` of the visible part."""
        at = self.scroll_offset.y + y
        strip = self._strips.get(at)
        if strip is None:
            strip = self._paint(at)
            self._strips[at] = strip
            if len(self._strips) > _CACHED_STRIPS:
                self._strips.popitem(last=False)
        return strip

    def _paint(self, at: int) -> Strip:
        width = self.size.width
        base = self._base
        content = self.line(at)
        if content is None or self.palette is None:
            return Strip.blank(width, base)
        runs, background = content
        if background:
            base += self.palette.style(background)
        segments = [Segment(run.text, base + self.palette.style(run.roles)) for run in runs]
        return Strip(segments).adjust_cell_length(width, base)

    def move_view(self, y: float) -> None:
        """Scroll so that line `y` is the first, at once."""
        self.scroll_to(y=y, animate=False, force=True)
