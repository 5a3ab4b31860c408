"""Textual's drawing of a widget's lines, short for those that have nothing around them.

For each line Textual asks what border, outline, padding, hatching and tint there are, a third of what a list costs to
draw. It leans on private names, as `compositor.py` does.
"""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class BareStyles(StylesCache):
    """Takes a widget's own lines as they are where nothing surrounds or covers them.

    It keeps none: the widget does, and each line knows itself as filtered.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the lines of a widget that `crop` leaves."""
        styles = widget.styles
        if styles.gutter or styles.outline or styles.tint.a or styles.has_rule("hatch") or widget.opacity != 1.0:
            return super().render_widget(widget, crop)
        base, background = widget.background_colors
        width = widget.content_region.width  # which the widget itself may not have been told yet, when all is resized
        below = self.get_inner_outer(base, background)[0].rich_style
        strips = [widget.render_line(y).adjust_cell_length(width, below) for y in crop.line_range]
        for line_filter in widget.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, widget.region.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
