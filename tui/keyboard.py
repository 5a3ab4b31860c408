"""The app at its keyboard: what is typed goes where it is meant, however fast it comes (`type_ahead.py` tells how)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from tui.command import BOXES, OPENING
from tui.type_ahead import Line, Turn, TypeAhead, again

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen

_LONGEST_WAIT: Final = 2.0
"""Seconds that keys wait for what Enter opens where nothing is being opened: a bound on what no one has thought of."""

_LONGEST_TURN: Final = 1.0
"""Seconds that a key waits for the one before it, whatever became of that."""

_TICK: Final = 0.01
"""Seconds between two looks whether a screen that was asked for has come."""


class KeyboardApp(App[None]):
    """An app whose keys keep their order, and wait for what Enter opens on the reading screen."""

    reading: ReadingScreen

    def __init__(self, *, driver_class: type[Driver] | None) -> None:
        """Prepare; `driver_class` is as `App` takes it."""
        super().__init__(driver_class=driver_class)
        self.ahead = TypeAhead()
        self._sent: WeakKeyDictionary[Key | Paste, Widget] = WeakKeyDictionary()  # where keys went
        self._waiting: Timer | None = None
        self._line = Line()
        self._watching_line: Timer | None = None

    async def on_event(self, event: Event) -> None:
        """Let what is typed after Enter wait for what that opens; all else goes where the focus is by now."""
        if not isinstance(event, (Key, Paste)):
            await super().on_event(event)
            return
        if not self._line.holds(event):
            await self._type(event)
        elif self._watching_line is None:
            self._watching_line = self.set_timer(_LONGEST_TURN, self._end_turn)

    async def _type(self, event: Key | Paste) -> None:
        if self.ahead.gives_up(event):
            await self._pass_on_kept()
        if not self.ahead.keeps(event):
            await self._pass_on(event)

    async def on_turn(self, turn: Turn) -> None:
        """Let the next key go, where the one before has opened what it opens."""
        if not self._line.is_due(turn):
            return
        if self.screen is self.reading and self.reading.is_asking:  # another screen is to come
            self.set_timer(_TICK, partial(self.on_turn, turn))
        elif self.screen is not turn.screen:  # another screen has come, and gets its focus
            self.screen.post_message(self._line.follow(self.screen))
        else:
            await self._end_turn()

    async def _end_turn(self) -> None:
        if self._watching_line is not None:
            self._watching_line.stop()
            self._watching_line = None
        self._line.end()
        while (typed := self._line.next()) is not None:
            await self._type(typed)
        if self._line.is_waiting:
            self._watching_line = self.set_timer(_LONGEST_TURN, self._end_turn)

    async def _pass_on(self, event: Key | Paste) -> None:
        box = self.focused
        if event.is_forwarded and isinstance(box, Input) and self._sent.get(event, box) is not box:
            event = again(event, anew=True)  # typed before the focus came to the box: it came to the pane that was left
        is_back = event.is_forwarded  # from the widget that had the focus when it was typed
        if isinstance(event, Key) and event.key == "enter" and self.screen is self.reading:
            if is_back and self.reading.scope in BOXES:
                self.take_enter()
            elif not is_back and self.reading.scope in OPENING:
                self.ahead.press(event)
                self._watch_waiting()
        if not is_back:
            target = self._sent[event] = box or self.screen
            screen = self.screen
        if isinstance(event, Key):
            self.ahead.act(event)
        await super().on_event(event)
        if not is_back and event.is_forwarded:
            target.post_message(self._line.follow(screen))
        if self.ahead.is_left(event) and (is_back or self.screen is not self.reading):  # there was nothing to open
            self.ahead.take()
            self.pass_on_typed()

    def take_enter(self) -> None:
        """Let what is typed from here on wait: Enter is acted on, or a list asked for. `pass_on_typed` is to follow."""
        self.ahead.take()
        self._watch_waiting()

    def pass_on_typed(self, *, is_opened: bool = False) -> None:
        """Pass on what was typed after Enter: what that opens is there, or never comes; or an article `is_opened`."""
        if self.ahead.begin_release(is_opened=is_opened):
            self.call_later(self._pass_on_released)

    async def _pass_on_released(self) -> None:
        if self.ahead.is_releasing:
            await self._pass_on_kept()

    async def _pass_on_kept(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        for event in self.ahead.release():
            await self.on_event(event)  # another Enter among them lets the rest wait again

    def _watch_waiting(self) -> None:
        """Let no key wait for ever, whatever became of Enter."""
        if self._waiting is None:
            self._waiting = self.set_timer(_LONGEST_WAIT, self._end_waiting)

    async def _end_waiting(self) -> None:
        self._waiting = None
        if self.ahead.waits and self.reading.is_opening:
            self._watch_waiting()
        elif self.ahead.waits:
            await self._pass_on_kept()
