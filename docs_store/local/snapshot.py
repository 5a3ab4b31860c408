"""All headlines in one file beside the records, as the finder holds them: a million are loaded in a third of a second.

The file is derived and may be deleted. It tells the change of the records up to which it goes; what came later is
taken from them. One that is damaged or of another version is not used.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

FILE: Final = "headlines-1"
"""The number is raised where the format or how headlines are made uniform changes."""

_HEADER: Final = struct.Struct("<QQQI")
"""The change, how many headlines, how many bytes their words take, and the checksum of what follows: the rows, eight
bytes each, the words, and the headlines."""

_ROW: Final = 8
_PIECE: Final = 4 * 2**20
"""Bytes of headlines taken apart at a time."""


class Snapshot(NamedTuple):
    """The headlines up to a change of the records, oldest first."""

    change: int
    rows: array[int]
    """The row of each in the records."""
    words: list[str]
    """Every word of the headlines, once."""
    data: bytes
    """The file; from `start` on the headlines, a line each, in UTF-8."""
    start: int

    def pieces(self) -> Iterator[list[str]]:
        """Yield all headlines, some at a time."""
        at = self.start
        while at < len(self.data):
            end = self.data.find(b"\n", at + _PIECE)
            end = end if end >= 0 else len(self.data)
            yield str(self.data[at:end], "utf-8").split("\n")
            at = end + 1


def write(folder: Path, change: int, rows: array[int], words: Iterable[str], pieces: Sequence[Sequence[str]]) -> None:
    """Write the headlines of the archive in `folder`; a disk that takes no more is left as it was."""
    held = rows
    if sys.byteorder == "big":
        held = array("q", rows)
        held.byteswap()
    vocabulary = "\n".join(words).encode()
    body = held.tobytes() + vocabulary + "\n".join("\n".join(piece) for piece in pieces if piece).encode()
    part = folder / f"{FILE}.part"
    try:
        with part.open("wb") as file:
            file.write(_HEADER.pack(change, len(rows), len(vocabulary), crc32(body)))
            file.write(body)
        part.replace(folder / FILE)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read(folder: Path) -> Snapshot | None:
    """Return the headlines in `folder`, None where there are none that can be used."""
    try:
        data = (folder / FILE).read_bytes()
        change, count, worded, checksum = _HEADER.unpack_from(data)
    except (OSError, struct.error):
        return None
    rowed = _HEADER.size + count * _ROW
    start = rowed + worded
    if crc32(memoryview(data)[_HEADER.size :]) != checksum:
        return None
    rows = array("q", data[_HEADER.size : rowed])
    if sys.byteorder == "big":
        rows.byteswap()
    return Snapshot(change, rows, str(data[rowed:start], "utf-8").split("\n"), data, start)


def change_of(folder: Path) -> int | None:
    """Return the change up to which the headlines in `folder` go, None where there are none."""
    try:
        with (folder / FILE).open("rb") as file:
            return int(_HEADER.unpack(file.read(_HEADER.size))[0])
    except (OSError, struct.error):
        return None


def forget(folder: Path) -> None:
    """Delete the headlines in `folder`."""
    (folder / FILE).unlink(missing_ok=True)
