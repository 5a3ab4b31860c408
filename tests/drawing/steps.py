"""What a reader does, by chance: keys, typed text, the mouse, pastes, resizes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

from tui.commands.every import COMMANDS

SIZES: Final = ((80, 24), (120, 40), (200, 50), (20, 5), (40, 12), (71, 20), (72, 24), (119, 30), (33, 7), (150, 15))

_CODES: Final = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z",
    "backspace": "\x7f", "space": " ", "f1": "\x1bOP", "f2": "\x1bOQ", "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C",
    "slash": "/", "question_mark": "?", "plus": "+", "minus": "-", "equals_sign": "=", "colon": ":",
    "left_square_bracket": "[", "right_square_bracket": "]", "vertical_line": "|",
}  # fmt: skip
"""What terminals send for keys that are no character."""

_TYPED: Final = (
    "harbour", "bridge", "hrabour", "ferry crews", "港", "橋の調査", "محمد", "👩‍👩‍👧", "❤️", "source:",
    "after:2024", "person:\"ada",
    "!strike", "\"harbour bridge\"", "title:", "is:", "tag:",
    "x", "zzzz", "the", "é", "strike |", "lang:ja", "has:images",
)  # fmt: skip


class Step(NamedTuple):
    """One thing a reader does."""

    sent: str = ""
    size: tuple[int, int] | None = None
    """What the window is resized to."""
    pause: float = 0.03
    """Seconds of silence to wait for before the next one; 0 types ahead."""

    @property
    def holds_button(self) -> bool:
        """Whether a button of the mouse is down after it."""
        return self.sent.startswith("\x1b[<0;") and self.sent.endswith("M")

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]}" if self.size else repr(self.sent)


def code(key: str) -> str:
    """Return what a terminal sends for a key by Textual's name of it."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return _CODES.get(key, key)


_KEYS: Final = sorted({key for command in COMMANDS for key in command.keys} - {"q", "ctrl+q", "ctrl+l"})
_MOVES: Final = (
    "enter",
    "escape",
    "tab",
    "down",
    "up",
    "j",
    "k",
    "n",
    "1",
    "2",
    "3",
    "pagedown",
    "l",
    "f",
    "backspace",
)


def steps_of(seed: int, number: int, count: int) -> tuple[tuple[int, int], list[Step]]:
    """Return the size to begin with, and the steps of sequence `number`: the same at every run."""
    chance = Random(f"{seed} {number}")
    size = chance.choice(SIZES[:5])
    steps: list[Step] = []
    now = size
    while len(steps) < count:
        for step in _some(chance, now):
            now = step.size or now
            steps.append(step)
    return size, steps[:count]


def _some(chance: Random, size: tuple[int, int]) -> Iterator[Step]:
    kind = chance.random()
    if kind < 0.3:
        yield _key(chance, _MOVES)
    elif kind < 0.62:
        yield _key(chance, _KEYS)
    elif kind < 0.72:
        for letter in chance.choice(_TYPED):
            yield Step(letter, pause=chance.choice((0, 0, 0.03)))
    elif kind < 0.86:
        yield from _mouse(chance, size)
    elif kind < 0.89:
        yield Step(f"\x1b[200~{chance.choice(_TYPED)}\x1b[201~")
    elif kind < 0.95:
        yield Step(size=chance.choice(SIZES), pause=0.1)
    else:
        yield Step(pause=0.3)  # a preview comes after a rest


def _key(chance: Random, keys: tuple[str, ...] | list[str]) -> Step:
    sent = code(chance.choice(keys))
    # A lone Esc is a key only where nothing follows it for a moment.
    return Step(sent, pause=0.2) if sent == "\x1b" else Step(sent, pause=chance.choice((0, 0.03, 0.03)))


def _mouse(chance: Random, size: tuple[int, int]) -> Iterator[Step]:
    x, y = chance.randint(1, size[0]), chance.randint(1, size[1])
    match chance.randrange(5):
        case 0 | 1:
            for _ in range(chance.choice((1, 1, 2, 3))):
                yield Step(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")
        case 2:
            for _ in range(chance.randint(1, 8)):
                yield Step(f"\x1b[<{chance.choice((64, 65, 65))};{x};{y}M", pause=0)
        case 3:
            yield Step(f"\x1b[<35;{x};{y}M")
        case _:
            to_x, to_y = chance.randint(1, size[0]), chance.randint(1, size[1])
            yield Step(f"\x1b[<0;{x};{y}M\x1b[<32;{(x + to_x) // 2};{(y + to_y) // 2}M\x1b[<32;{to_x};{to_y}M")
            yield Step(f"\x1b[<0;{to_x};{to_y}m")
