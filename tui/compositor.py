"""Textual's compositor, asked only for the widgets that lie where something is drawn anew.

Textual renders every widget whose surroundings touch what has changed: each key in the finder would render the article
and the side panel too, a third of a frame's time. It leans on private names, as `frames.py` does.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class LeanCompositor(Compositor):
    """Renders what overlaps the region that is drawn."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            return super()._get_renders()
        every = self.visible_widgets
        self._visible_widgets = {widget: placed for widget, placed in every.items() if crop.overlaps(placed[0])}
        try:
            return list(super()._get_renders(crop))
        finally:
            self._visible_widgets = every
