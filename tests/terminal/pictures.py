"""What an emulator lacks: the pictures that a program sends, taken out of what it writes before that is drawn."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

import pyte
from PIL import Image

from tests.terminal.driver import Terminal
from tui.frames import PLACEHOLDER
from tui.kitty import NUMBERS

_KITTY: Final = re.compile(rb"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")


@dataclass
class Kept:
    """A picture that the terminal keeps."""

    pixels: Image.Image
    columns: int
    lines: int


@dataclass
class Pictures:
    """kitty's side of its protocol, as far as it is used, and as strict as its description."""

    kept: dict[int, Kept] = field(default_factory=dict)
    deleted: list[int] = field(default_factory=list)
    sent: int = 0
    """Bytes of all codes."""
    _keys: dict[str, str] = field(default_factory=dict)
    _data: str = ""

    def kitty(self, code: bytes, controls: str, payload: str) -> None:
        self.sent += len(code)
        keys = dict(key.split("=", 1) for key in controls.split(","))
        assert keys["q"] == "2", "an answer would come as keys"
        assert len(payload) <= 4096
        if self._keys:  # of the chunks after the first
            assert set(keys) == {"m", "q"}
        elif keys["a"] == "d":
            assert keys["d"] == "I"
            assert not payload
            self.deleted.append(int(keys["i"]))
            del self.kept[int(keys["i"])]
            return
        else:
            assert (keys["a"], keys["U"], keys["f"], keys["t"]) == ("T", "1", "100", "d")
            self._keys = keys
        self._data += payload
        assert keys["m"] == "0" or not len(payload) % 4, "all chunks but the last must be whole"
        if keys["m"] == "0":
            pixels = Image.open(BytesIO(b64decode(self._data, validate=True)), formats=("PNG",)).convert("RGB")
            first = self._keys
            self.kept[int(first["i"])] = Kept(pixels, int(first["c"]), int(first["r"]))
            self._keys, self._data = {}, ""


class Stream:
    """A stream to an emulator that lets pictures go to `pictures`."""

    def __init__(self, pictures: Pictures, inner: pyte.ByteStream) -> None:
        self.pictures = pictures
        self._inner = inner
        self._left = b""

    def feed(self, data: bytes) -> None:
        data = self._left + data
        self._left = b""
        while (at := data.find(b"\x1b_")) >= 0:
            self._inner.feed(data[:at])
            data = data[at:]
            found = _KITTY.match(data)
            if not found:
                assert b"\x1b\\" not in data, data[:80]
                self._left = data
                return
            self.pictures.kitty(found[0], found[1].decode(), (found[2] or b"").decode())
            data = data[found.end() :]
        if data.endswith(b"\x1b"):
            data, self._left = data[:-1], b"\x1b"
        self._inner.feed(data)


def watched(terminal: Terminal) -> Pictures:
    """Take the pictures out of what `terminal` draws; return what it then has of them."""
    pictures = Pictures()
    terminal._stream = Stream(pictures, terminal._stream)  # type: ignore[assignment]
    return pictures


def placed(terminal: Terminal) -> set[tuple[int, int, int]]:
    """Return what parts of pictures stand on the screen: id, line and column."""
    parts = set()
    for y in range(terminal.lines):
        for x in range(terminal.columns):
            cell = terminal.screen.buffer[y][x]
            if cell.data[:1] == PLACEHOLDER:
                parts.add((_colour_number(cell.fg), NUMBERS.index(cell.data[1]), NUMBERS.index(cell.data[2])))
    return parts


def _colour_number(colour: str) -> int:
    """Return the number, of 256, of a colour that pyte has turned to six hexadecimal digits."""
    return pyte.graphics.FG_BG_256.index(colour)
