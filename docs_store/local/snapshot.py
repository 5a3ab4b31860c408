"""All headlines in one file beside the records, as the finder holds them: a million are loaded in half a second.

The file is derived and may be deleted. It tells the change of the records up to which it goes; what came later is
taken from them. One that is damaged or of another version is not used.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final, Literal, NamedTuple
from zlib import crc32

from docs_store.local.postings import Postings, laid_out

_STEM: Final = "headlines-"
FILE: Final = f"{_STEM}2"
"""The number is raised where the format or how headlines are made uniform changes."""

_HEADER: Final = struct.Struct("<QQQQQI")
"""The change, how many headlines, how many words, how many places of words, how many bytes the words take, and the
checksum of what follows: the rows, eight bytes each, where the places of each word begin and end and the places, four
bytes each, the words, and the headlines."""

_ROW: Final = 8
_PLACE: Final = 4
_PIECE: Final = 4 * 2**20
"""Bytes of headlines taken apart at a time."""


class Snapshot(NamedTuple):
    """The headlines up to a change of the records, oldest first."""

    change: int
    rows: array[int]
    """The row of each in the records."""
    words: list[str]
    """Every word of the headlines, once."""
    postings: Postings
    """Which headlines have each of them."""
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


def write(
    folder: Path,
    change: int,
    rows: array[int],
    words: Mapping[str, Sequence[int]],
    headlines: Iterable[bytes],
) -> None:
    """Write the headlines of the archive in `folder`; a disk that takes no more is left as it was.

    `words` gives the places of the headlines that have each of them, ascending; `headlines` are lines, some at a time.
    """
    starts, places = laid_out(words.values())
    vocabulary = "\n".join(words).encode()
    content = [*map(_bytes, (rows, starts, places)), vocabulary, b"\n".join(headlines)]
    checksum = 0
    for each in content:
        checksum = crc32(each, checksum)
    part = folder / f"{FILE}.part"
    try:
        with part.open("wb") as file:
            file.write(_HEADER.pack(change, len(rows), len(words), len(places), len(vocabulary), checksum))
            file.writelines(content)
        part.replace(folder / FILE)
        for outdated in set(folder.glob(f"{_STEM}*")) - {folder / FILE}:
            outdated.unlink()
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read(folder: Path) -> Snapshot | None:
    """Return the headlines in `folder`, None where there are none that can be used."""
    try:
        data = (folder / FILE).read_bytes()
        change, headlines, words, places, worded, checksum = _HEADER.unpack_from(data)
    except (OSError, struct.error):
        return None
    content = memoryview(data)[_HEADER.size :]
    if crc32(content) != checksum:
        return None
    lengths = (headlines * _ROW, (words + 1) * _PLACE, places * _PLACE, worded)
    ends = list(accumulate(lengths, initial=0))
    parts = [content[start:end] for start, end in pairwise(ends)]
    postings = Postings(_array("I", parts[1]), _array("I", parts[2]))
    vocabulary = str(parts[3], "utf-8").split("\n")
    return Snapshot(change, _array("q", parts[0]), vocabulary, postings, data, _HEADER.size + ends[-1])


def _bytes(numbers: array[int]) -> bytes:
    return _little(array(numbers.typecode, numbers)).tobytes()


def _array(typecode: Literal["I", "q"], data: memoryview) -> array[int]:
    numbers = array(typecode)
    numbers.frombytes(data)
    return _little(numbers)


def _little(numbers: array[int]) -> array[int]:
    """Turn numbers from the machine's byte order to little-endian, or back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


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
