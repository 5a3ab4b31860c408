"""What stands in braces in LaTeX."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 5_000
"""Code points of an argument; what is longer is read in its place."""
SPACE = re.compile(r"[ \t]*\n?[ \t]*")
"""What may stand before an argument."""
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


class Braces:
    """Which braces of a text belong together, found in one pass: looked for each time, hostile ones take for ever."""

    def __init__(self, text: str) -> None:
        """Go through `text`."""
        self._text = text
        self._ends: dict[int, int] = {}
        opened: list[int] = []
        for found in _BRACE.finditer(text):
            if found[0] == "{":
                opened.append(found.start())
            elif found[0] == "}" and opened:
                self._ends[opened.pop()] = found.start()

    def argument(self, at: int) -> tuple[str, int]:
        """Return what stands in braces from a place on, and where it ends; "" where nothing does, or too much."""
        found = SPACE.match(self._text, at)
        at = found.end() if found else at
        end = self._ends.get(at, -1)
        return (self._text[at + 1 : end], end + 1) if 0 <= end <= at + LONGEST else ("", at)
