"""Keys in the order in which they were typed, and those typed after Enter kept until what it opens is there.

So are those typed after a key that lists something else, as the archive's names: they are meant for its rows.

A key travels from the app to the widget that has the focus, and back up to the app where that has no use for it, which
is where commands begin. So Enter is known here twice: when it is pressed, and when it is acted on. A key that comes
meanwhile would overtake the one before where that moves the focus: it stands in line until that has come to its end.
"""

from __future__ import annotations

from bisect import insort
from enum import Enum, auto
from math import inf
from time import monotonic
from typing import Final, TypeAlias

from textual.events import Key, Paste
from textual.message import Message
from textual.screen import Screen

Typed: TypeAlias = Key | Paste

_AT_ONCE: Final = frozenset({"ctrl+q", "ctrl+l", "ctrl+z"})
"""Keys that wait for nothing: to leave, for good or for a while, and to draw anew."""

_PATIENCE: Final = 0.5
"""Seconds after Enter from which on Esc waits no more: sooner, it was typed ahead like other keys."""


def again(typed: Typed, *, anew: bool = False) -> Typed:
    """Return the same once more, to be passed on: it has gone as far as this one, or `anew` nowhere."""
    copy = Key(typed.key, typed.character) if isinstance(typed, Key) else Paste(typed.text)
    copy.time = typed.time
    if typed.is_forwarded and not anew:
        copy._set_forwarded()
    return copy


class Turn(Message):
    """Goes the way of a key right behind it: where it comes back to the app, all that the key does there is done."""

    def __init__(self, screen: Screen[object]) -> None:
        """`screen` is the one on top when the key went."""
        super().__init__()
        self.screen = screen


class Line:
    """What was typed while the key before it is on its way."""

    def __init__(self) -> None:
        self._turn: Turn | None = None
        self._typed: list[Typed] = []

    def follow(self, screen: Screen[object]) -> Turn:
        """Return what is to follow a key; until it `ends`, others stand in line."""
        self._turn = Turn(screen)
        return self._turn

    def holds(self, typed: Typed) -> bool:
        """Let what was typed stand in line, where there is one; False where it need not."""
        if self._turn is None or typed.is_forwarded or (isinstance(typed, Key) and typed.key in _AT_ONCE):
            return False
        insort(self._typed, typed, key=lambda each: each.time)
        return True

    @property
    def is_waiting(self) -> bool:
        """True where something stands in line."""
        return bool(self._typed)

    def is_due(self, turn: Turn) -> bool:
        """Whether `turn` follows the last key that went."""
        return turn is self._turn

    def end(self) -> None:
        """Let the next go."""
        self._turn = None

    def next(self) -> Typed | None:
        """Take the next out of the line; None where there is none, or it may not go yet."""
        return self._typed.pop(0) if self._typed and self._turn is None else None


class _Phase(Enum):
    IDLE = auto()
    PRESSED = auto()  # Enter is on its way
    TAKEN = auto()  # Enter was acted on, and something is to be opened
    OPENING = auto()  # an article is being opened


class TypeAhead:
    """What was typed after Enter, where it has to wait."""

    def __init__(self) -> None:
        self._phase = _Phase.IDLE
        self._enter = -inf
        self._since = -inf
        self._is_releasing = False
        self._kept: list[Typed] = []
        self._last = ""
        """The key that is acted on."""
        self._held = ""
        """The key that goes on while it is held, though what it opens is not there yet; "" for none."""

    def act(self, key: Key) -> None:
        """Note the key that is acted on."""
        self._last = key.key

    def press(self, enter: Key) -> None:
        """Wait from here on: Enter was pressed where it opens something."""
        if self._phase is _Phase.IDLE:
            self._phase, self._enter, self._since = _Phase.PRESSED, enter.time, monotonic()

    def take(self) -> None:
        """Note that Enter is acted on."""
        if self._phase is _Phase.IDLE:
            self._enter, self._since = -inf, monotonic()
        if self._phase in (_Phase.IDLE, _Phase.PRESSED):
            self._phase = _Phase.TAKEN

    def open(self, *, goes_on: bool = False) -> None:
        """Note that an article is being opened, where that is what is waited for.

        `goes_on`: the same key again does not wait for it, but steps past it. Held, it would lag behind the finger.
        """
        if self._phase is _Phase.TAKEN:
            self._phase = _Phase.OPENING
            self._held = self._last if goes_on else ""

    @property
    def waits(self) -> bool:
        """True where something is waited for."""
        return self._phase is not _Phase.IDLE

    @property
    def is_opening(self) -> bool:
        """True where an article is waited for."""
        return self._phase is _Phase.OPENING

    def is_left(self, typed: Typed) -> bool:
        """Whether this is the Enter that was pressed, and nothing has come of it yet."""
        return self._phase is _Phase.PRESSED and typed.time == self._enter

    def gives_up(self, typed: Typed) -> bool:
        """Whether this is Esc, pressed by one who has waited: one that comes right behind Enter waits like others."""
        if not self.waits or not isinstance(typed, Key) or typed.key != "escape" or typed.is_forwarded:
            return False
        return min(typed.time - self._enter, monotonic() - self._since) > _PATIENCE

    def keeps(self, typed: Typed) -> bool:
        """Keep what was typed, where it has to wait; False where it has not: it was typed before Enter, or is that."""
        if not self.waits or typed.time <= self._enter:
            return False
        if isinstance(typed, Key) and (typed.key in _AT_ONCE or (typed.key == self._held and not self._kept)):
            return False
        self._kept.append(again(typed))
        return True

    def begin_release(self, *, is_opened: bool = False) -> bool:
        """Return whether what was kept is to be released now: `release` is to follow, once.

        That an article `is_opened` releases what waits for one: it may be another, that Enter did not ask for.
        """
        waits = self.is_opening if is_opened else self._phase in (_Phase.TAKEN, _Phase.OPENING)
        if not waits or self._is_releasing:
            return False
        self._is_releasing = True
        return True

    @property
    def is_releasing(self) -> bool:
        """True from `begin_release` to `release`."""
        return self._is_releasing

    def release(self) -> list[Typed]:
        """Wait no more; return what was kept, in the order in which it was typed."""
        kept, self._kept = sorted(self._kept, key=lambda typed: typed.time), []
        self._phase, self._is_releasing, self._held = _Phase.IDLE, False, ""
        return kept
