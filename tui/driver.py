"""Textual's terminal driver for POSIX, made steady against what the other end of a line may send.

The stock driver dies of one byte that is not UTF-8, and reads on at full speed after a disconnect. This one replaces
such bytes and ends the app at the end of input; sizes of the window are kept within what a screen can be. What is
written waits in a thread (`outlet.py`), so that a line that takes nothing stops nobody.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
from asyncio import AbstractEventLoop, Future
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final, TextIO

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import ScreenError
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste
from textual.widgets import Input

from tui.asking import ATTRIBUTES, Answers
from tui.escapes import ESC, parted
from tui.outlet import Outlet
from tui.pasting import Pastes

_CHUNK: Final = 4_096
"""Bytes read at a time, as Textual does."""

_TICK: Final = 0.1
"""Seconds between two looks whether the app has ended, and whether a lone Esc was a key."""

_WITHIN: Final = 0.01
"""Seconds in which the rest of a code follows whose Esc a read has cut off."""

COLUMNS: Final = (20, 500)
LINES: Final = (5, 200)
"""The sizes a window is taken to have, whatever it claims: one of 65,535 columns would stop the app."""


class SteadyDriver(LinuxDriver):
    """`LinuxDriver` with input that cannot kill it."""

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, lines = super()._get_terminal_size()
        return min(max(columns, COLUMNS[0]), COLUMNS[1]), min(max(lines, LINES[0]), LINES[1])

    _answers: Answers | None = None
    _esc = ""
    """An Esc that may be the beginning of a code, or of alt and a key."""

    _outlet: Outlet | None = None
    """None where the terminal is left to others."""

    on_ready: Callable[[], None] | None = None
    """Called in the app's loop when the terminal shows all that it was told, after it `is_behind`."""

    _begin_again: Callable[[], None]

    @property
    def is_behind(self) -> bool:
        """Whether what is written now would be seen too late."""
        return self._outlet is not None and self._outlet.is_behind

    def write(self, data: str) -> None:
        """Write to the terminal, at some time; nothing once it is left to others."""
        if self._outlet is not None:
            self._outlet.write(data)

    def ask(self, codes: str) -> Future[str]:
        """Ask the terminal; return what will be its answers, one after the other."""
        self._answers = self._answers or Answers()
        future = self._answers.expected()
        self.write(codes + ATTRIBUTES)
        return future

    def start_application_mode(self) -> None:
        """Begin."""
        loop = asyncio.get_running_loop()
        if self._file is None:
            raise AssertionError("unreachable: a terminal is asked for before")
        self._outlet = Outlet(self._file.fileno(), _encoding(self._file), partial(_call_in, loop, self._ready))
        self._begin_again = partial(_call_in, loop, self._restart)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """End, once the terminal has got what it is to get."""
        super().close()
        if self._outlet is not None:
            self._outlet.close()
            self._outlet = None

    def stop_job(self) -> None:
        """Leave the terminal to the shell, and stop with all that runs in the same job (`uv run`, say).

        In this order: else the shell has the terminal as soon as the others have stopped, while this still sets it.
        """
        self.suspend_application_mode()
        self._must_signal_resume = True
        handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        try:
            os.kill(0, signal.SIGTSTP)
        finally:
            signal.signal(signal.SIGTSTP, handler)

    def _ready(self) -> None:
        if self.on_ready is not None:
            self.on_ready()

    def _sigcont_application(self, *args: object) -> None:
        """Go on after a stop that nobody was told of (SIGSTOP), as after one that was."""
        if self._outlet is None:
            super()._sigcont_application(*args)
        else:  # not here, where anything may be half done
            self._begin_again()

    def _restart(self) -> None:
        """Set the terminal's modes again: a shell may have had it."""
        with suppress(OSError):
            if self._outlet is not None and os.tcgetpgrp(self.fileno) == os.getpgrp():
                self.suspend_application_mode()
                self._must_signal_resume = True
                self.resume_application_mode()

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:  # EIO: the terminal is gone
            return b""

    def _take(self, parser: XTermParser, part: str | Paste) -> None:
        if isinstance(part, Paste):
            self.process_message(part)
        else:
            self._feed(parser, self._answers.taken(part) if self._answers else part)

    def _feed(self, parser: XTermParser, text: str) -> None:
        text, self._esc = self._esc + text, ""
        if text.endswith(ESC):  # what comes behind it tells what it is
            text, self._esc = text[:-1], ESC
        for part in parted(text, in_box=self._is_in_box):
            if part == ESC:
                self.process_message(Key("escape", ESC))
            else:
                for event in parser.feed(part):
                    self.process_message(event)

    def _end_esc(self) -> None:
        """Take Esc for a key, where nothing has come behind it."""
        if self._esc:
            self._esc = ""
            self.process_message(Key("escape", ESC))

    @property
    def _is_in_box(self) -> bool:
        with suppress(ScreenError):
            return isinstance(self._app.focused, Input)
        return False

    def run_input_thread(self) -> None:
        """Turn input into events until the app ends, or the input does."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder(_encoding(sys.__stdin__))("replace").decode
        pastes = Pastes()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_TICK):
                    data = self._read()
                    if data.endswith(b"\x1b") and selector.select(_WITHIN):
                        data += self._read()
                    if not data:
                        self._app.call_later(self._app.exit)
                        break
                    for part in pastes.parted(decode(data)):
                        self._take(parser, part)
                else:
                    for part in pastes.given_up():
                        self._take(parser, part)
                    if self._answers:
                        self._feed(parser, self._answers.released())
                    self._end_esc()
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass  # input ended inside a sequence


def _encoding(stream: TextIO | None) -> str:
    """Return what a terminal speaks, by the locale."""
    return stream.encoding if stream else "utf-8"


def _call_in(loop: AbstractEventLoop, call: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # it has ended
        loop.call_soon_threadsafe(call)
