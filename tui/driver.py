"""Textual's terminal driver for POSIX, made steady against what the other end of a line may send.

The stock driver dies of one byte that is not UTF-8, and reads on at full speed after a disconnect. This one replaces
such bytes and ends the app at the end of input; sizes of the window are kept within what a screen can be.
"""

from __future__ import annotations

import os
import selectors
from asyncio import Future
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any, Final, TextIO, cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.asking import ATTRIBUTES, Answers

_CHUNK: Final = 4_096
"""Bytes read at a time, as Textual does."""

_TICK: Final = 0.1
"""Seconds between two looks whether the app has ended, and whether a lone Esc was a key."""

COLUMNS: Final = (20, 500)
LINES: Final = (5, 200)
"""The sizes a window is taken to have, whatever it claims: one of 65,535 columns would stop the app."""


class _Forgiving:
    """A stream to a terminal; when that is gone, what is written is dropped, and nobody waits for it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write, or drop."""
        with suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Flush, or drop."""
        with suppress(OSError):
            self._stream.flush()


class SteadyDriver(LinuxDriver):
    """`LinuxDriver` with input that cannot kill it."""

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, lines = super()._get_terminal_size()
        return min(max(columns, COLUMNS[0]), COLUMNS[1]), min(max(lines, LINES[0]), LINES[1])

    _answers: Answers | None = None

    def ask(self, codes: str) -> Future[str]:
        """Ask the terminal; return what will be its answers, one after the other."""
        self._answers = self._answers or Answers()
        future = self._answers.expected()
        self.write(codes + ATTRIBUTES)
        return future

    def start_application_mode(self) -> None:
        """Begin, writing to a terminal that may go away: a write that failed would end the thread that writes."""
        self._file = cast("Any", _Forgiving(cast("TextIO", self._file)))
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Turn input into events until the app ends, or the input does."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if selector.select(_TICK):
                    try:
                        data = os.read(self.fileno, _CHUNK)
                    except OSError:  # EIO: the terminal is gone
                        data = b""
                    if not data:
                        self._app.call_later(self._app.exit)
                        break
                    text = decode(data)
                    if self._answers:
                        text = self._answers.taken(text)
                elif self._answers:
                    text = self._answers.released()
                if text:
                    for event in parser.feed(text):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass  # input ended inside a sequence
