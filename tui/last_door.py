"""The last door: whatever still slips through to a drawn line is made harmless there.

Textual filters nothing: ESC, CSI, OSC and bidi controls in a widget's content reach the terminal unchanged. Everything
from a store is cleaned twice before; this catches what is not from a store (what was typed, a file's name, an error).
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


class LastDoor(LineFilter):
    """Replaces controls in drawn text, one cell for one cell's worth of nothing."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return `segments` with nothing in them that could act on a terminal."""
        if not any(_UNSAFE.search(segment.text) for segment in segments):
            return segments
        return [
            segment if segment.control or not _UNSAFE.search(segment.text)
            else Segment(_UNSAFE.sub("", segment.text), segment.style)
            for segment in segments
        ]  # fmt: skip
