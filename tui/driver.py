"""Textual's terminal driver for POSIX, made steady against what the other end of a line may send.

The stock driver dies of one byte that is not UTF-8, and reads on at full speed after a disconnect. This one replaces
such bytes and ends the app at the end of input; sizes of the window are kept within what a screen can be.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from typing import Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_CHUNK: Final = 4_096
"""Bytes read at a time, as Textual does."""

_TICK: Final = 0.1
"""Seconds between two looks whether the app has ended, and whether a lone Esc was a key."""

COLUMNS: Final = (20, 500)
LINES: Final = (5, 200)
"""The sizes a window is taken to have, whatever it claims: one of 65,535 columns would stop the app."""


class SteadyDriver(LinuxDriver):
    """`LinuxDriver` with input that cannot kill it."""

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, lines = super()._get_terminal_size()
        return min(max(columns, COLUMNS[0]), COLUMNS[1]), min(max(lines, LINES[0]), LINES[1])

    def write(self, data: str) -> None:
        """Hand `data` to the thread that writes; once the terminal is gone nobody takes it, and waiting would hang."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().write(data)

    def run_input_thread(self) -> None:
        """Turn input into events until the app ends, or the input does."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_TICK):
                    try:
                        data = os.read(self.fileno, _CHUNK)
                    except OSError:  # EIO: the terminal is gone
                        data = b""
                    if not data:
                        self._app.call_later(self._app.exit)
                        break
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass  # input ended inside a sequence
