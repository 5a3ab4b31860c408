"""Textual's compositor, asked only for the widgets that are to be seen where something is drawn anew.

Textual renders every widget whose surroundings touch what has changed: each key in the finder would render the article
and the side panel too, a third of a frame's time, and the containers behind them. It leans on private names, as
`frames.py` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual._compositor import Compositor
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.article_view import ArticleView


class LeanCompositor(Compositor):
    """Renders what overlaps the region that is drawn, and knows the places of an article."""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return the widget at a cell and the place in its text, by which the mouse selects.

        Textual reads the place from the style of the cell; so told, each cell would differ when a text is scrolled.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        if isinstance(widget, ArticleView) and widget in self.visible_widgets:
            left, top = self.visible_widgets[widget][0].offset + widget.gutter.top_left
            offset = widget.place_at(x - left, y - top)
        return widget, offset

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        every = self.visible_widgets
        self._visible_widgets = _not_hidden(every, crop or self.size.region)
        try:
            return list(super()._get_renders(crop))
        finally:
            self._visible_widgets = every


def _not_hidden(placed: Mapping[Widget, tuple[Region, Region]], where: Region) -> dict[Widget, tuple[Region, Region]]:
    """Return the widgets of which something within `where` is not behind others; those in front come first."""
    covered = dict.fromkeys(where.line_range, 0)  # a bit for each column
    seen = {}
    for widget, (region, clip) in placed.items():
        shown = region.intersection(clip).intersection(where)
        columns = ((1 << shown.width) - 1) << shown.x
        if any(columns & ~covered[y] for y in shown.line_range):
            seen[widget] = region, clip
            for y in shown.line_range:
                covered[y] |= columns
    return seen
