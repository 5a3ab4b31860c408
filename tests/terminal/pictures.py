"""What an emulator lacks: the pictures that a program sends, taken out of what it writes before that is drawn."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from itertools import product
from typing import Final

import pyte
from PIL import Image

from tests.drawing.emulator import Narrow
from tests.terminal.driver import Terminal
from tui.frames import PLACEHOLDER
from tui.kitty import NUMBERS

_SIXEL: Final = re.compile(r"\x1bP0;1;0q\"1;1;(\d+);(\d+)([^\x1b]*)\x1b\\")
_SIXEL_PART: Final = re.compile(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])")

_BEGUN: Final = re.compile(rb"\x1b[_P]")
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


def sixel_picture(code: str) -> Image.Image:
    """Return the pixels that a sixel code draws, red, green, blue and whether it is drawn at all."""
    found = _SIXEL.fullmatch(code)
    assert found, code[:60]
    width, height = int(found[1]), int(found[2])
    canvas = Image.new("RGBA", (width, height))
    pixels = canvas.load()
    assert pixels is not None
    colours: dict[int, tuple[int, int, int, int]] = {}
    x = y = at = 0
    colour = (0, 0, 0, 0)
    while at < len(found[3]):
        part = _SIXEL_PART.match(found[3], at)
        assert part, found[3][at : at + 20]
        at = part.end()
        if part[1]:
            assert int(part[1]) < 256
            red, green, blue = (round(int(level) * 255 / 100) for level in part.group(2, 3, 4))
            colours[int(part[1])] = (red, green, blue, 255)
        elif part[5]:
            colour = colours[int(part[5])]
        elif part[9]:
            x, y = 0, y + 6 * (part[9] == "-")
        else:
            bits = ord(part[7] or part[8]) - 63
            after = x + int(part[6] or 1)
            for column, line in product(range(x, after), range(6)):
                if bits >> line & 1:
                    assert pixels[column, y + line] == (0, 0, 0, 0), "a pixel is drawn once"
                    pixels[column, y + line] = colour
            x = after
    return canvas


class Showing(Narrow):
    """A terminal that draws sixels: what is drawn over them wipes them out, cell by cell, as in xterm."""

    cell = (10, 20)

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self.painted: set[tuple[int, int]] = set()
        """Column and line of the cells that show a part of a picture."""
        self.sixels: list[str] = []
        self.asked: list[int] = []
        self.answer = ""
        """What it answers to the question what it is, if anything."""
        self.say: Callable[[str], None] = lambda _: None

    def report_device_attributes(self, mode: int = 0, **named: bool) -> None:
        if not named.get("private") and not mode:
            self.asked.append(mode)
            self.say(self.answer)

    def _put(self, text: str, width: int) -> None:
        super()._put(text, width)
        self.painted -= {(self.cursor.x - 1 - back, self.cursor.y) for back in range(width)}

    def erase_in_display(self, how: int = 0, *rest: int, **named: bool) -> None:
        super().erase_in_display(how, *rest, **named)
        self.painted.clear()

    def sixel(self, code: str) -> None:
        self.sixels.append(code)
        found = _SIXEL.fullmatch(code)
        assert found, code[:60]
        columns, lines = (-(-int(found[at + 1]) // self.cell[at]) for at in (0, 1))
        x, y = self.cursor.x, self.cursor.y
        assert x + columns <= self.columns
        assert y + lines < self.lines, "it would scroll the screen"
        self.painted |= set(product(range(x, x + columns), range(y, y + lines)))


class Stream:
    """A stream to an emulator: pictures go to `pictures`, sixels to a screen that shows them, else nowhere."""

    def __init__(self, pictures: Pictures, inner: pyte.ByteStream, screen: pyte.Screen) -> None:
        self.pictures = pictures
        self._screen = screen
        self._inner = inner
        self._left = b""

    def feed(self, data: bytes) -> None:
        data = self._left + data
        self._left = b""
        while begun := _BEGUN.search(data):
            self._inner.feed(data[: begun.start()])
            data = data[begun.start() :]
            found = _KITTY.match(data)
            end = data.find(b"\x1b\\") + 2
            if data.startswith(b"\x1bP") and end > 1:
                if isinstance(self._screen, Showing):
                    self._screen.sixel(data[:end].decode())
                data = data[end:]
                continue
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
    terminal._stream = Stream(pictures, terminal._stream, terminal.screen)  # type: ignore[assignment]
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
