"""A terminal emulator that forgets no character: pyte's, with what it gets wrong of wide and joined ones put right.

pyte drops what follows a character without a width, and leaves half of a wide one standing where the other half is
written over. Terminals also differ on how wide a family of emoji is: `Narrow` counts each code point by itself, as old
ones do, `Wide` takes what is joined for one character, as Rich does.
"""

from __future__ import annotations

from typing import Final, TypeAlias

import pyte
from rich.cells import cell_len
from wcwidth import wcwidth

_STUB: Final = ""
"""The cell after the first of a wide character."""

Cells: TypeAlias = tuple[tuple[tuple[object, ...], ...], ...]
"""The screen: lines of cells, each a character and its attributes."""


class Narrow(pyte.Screen):
    """A terminal for which each code point has a width."""

    def draw(self, data: str) -> None:
        for character in data:
            width = wcwidth(character)
            if width > 0:
                self._put(character, width)
            elif self.cursor.x:
                self._join(character)
        self.dirty.add(self.cursor.y)

    def _put(self, text: str, width: int) -> None:
        self.cursor.x = min(self.cursor.x, self.columns - width)  # the program has switched wrapping off
        line, at = self.buffer[self.cursor.y], self.cursor.x
        for end, other in ((at, at - 1), (at + width, at + width)):
            if (
                other >= 0 and end < self.columns and line[end].data == _STUB
            ):  # half of a wide character is written over
                line[other] = line[other]._replace(data=" ")
        line[at] = self.cursor.attrs._replace(data=text)
        for covered in range(at + 1, at + width):
            line[covered] = self.cursor.attrs._replace(data=_STUB)
        self.cursor.x += width

    def _join(self, character: str) -> None:
        line = self.buffer[self.cursor.y]
        at = self.cursor.x - 1
        while at and line[at].data == _STUB:
            at -= 1
        line[at] = line[at]._replace(data=line[at].data + character)

    @property
    def display(self) -> list[str]:
        """The lines, as text."""
        return ["".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)]

    def cells(self) -> Cells:
        """Return all that is seen."""
        return tuple(tuple(tuple(self.buffer[y][x]) for x in range(self.columns)) for y in range(self.lines))


class Wide(Narrow):
    """A terminal for which what is joined is one character."""

    def draw(self, data: str) -> None:
        cluster = ""
        for character in data:
            if cluster and (character.isascii() or not _is_joined(cluster, character)):
                self._put_joined(cluster)
                cluster = ""
            cluster += character
        if cluster:
            self._put_joined(cluster)
        self.dirty.add(self.cursor.y)

    def _put_joined(self, cluster: str) -> None:
        if width := cell_len(cluster):
            self._put(cluster, width)
        elif self.cursor.x:  # its letter came before
            self._join(cluster)


def _is_joined(cluster: str, character: str) -> bool:
    return cell_len(cluster + character) < cell_len(cluster) + max(cell_len(character), 1)


EMULATORS: Final[tuple[type[Narrow], ...]] = (Narrow, Wide)
