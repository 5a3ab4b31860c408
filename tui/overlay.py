"""A picture that lies over cells: the terminal draws it where they are blank, and text drawn there wipes it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

MARK: Final = "\N{NO-BREAK SPACE}"
"""What the cells under a picture hold: blank, and told from the blanks of whatever may come to lie over it."""


class Overlay(Struct, frozen=True):
    """A picture and the cells it covers."""

    x: int
    y: int
    columns: int
    lines: int
    codes: str
    """What draws it from the cursor on."""

    @property
    def placed(self) -> str:
        """What draws it in its place, the cursor left where it is."""
        return f"\x1b7\x1b[{self.y + 1};{self.x + 1}H{self.codes}\x1b8"

    def is_bare(self, lines: Sequence[Sequence[tuple[str, object]]]) -> bool:
        """Tell whether nothing lies over it: all of its cells hold `MARK`."""
        rows = lines[self.y : self.y + self.lines]
        return len(rows) == self.lines and all(
            len(row) >= self.x + self.columns and all(text == MARK for text, _ in row[self.x : self.x + self.columns])
            for row in rows
        )

    def is_touched(self, changed: dict[int, list[tuple[int, int]]]) -> bool:
        """Tell whether one of its cells is drawn: `changed` has, by line, the stretches that are."""
        return any(
            start < self.x + self.columns and end > self.x
            for y in range(self.y, self.y + self.lines)
            for start, end in changed.get(y, ())
        )
