"""What goes to the terminal, in a thread of its own: nobody waits for a line that is slow, or that takes nothing.

Of a line that is behind it is known that it is: what would be seen too late need not be drawn at all.
"""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable
from threading import Condition, Thread
from typing import Final

from tui.alike import errors_for

_BEHIND: Final = 0.1
"""Seconds after which what has not been written is late."""

_CHUNK: Final = 4_096
"""Bytes written at a time."""

_PATIENCE: Final = 5.0
"""Seconds in which a terminal takes `_CHUNK` bytes, else it takes nothing any more."""


class Outlet:
    """Writes to a terminal, in order. One that is gone takes everything."""

    def __init__(self, fileno: int, encoding: str, on_ready: Callable[[], None]) -> None:
        """Begin. `on_ready` is called in another thread when all is written of what was found to be late."""
        self._fileno = fileno
        self._encoding = encoding
        self._errors = errors_for(encoding)
        self._on_ready = on_ready
        self._changed = Condition()
        self._texts: list[str] = []
        self._since: float | None = None
        """When what is being written came, `time.monotonic`; None where all is written."""
        self._moved = time.monotonic()
        """When the terminal last took something."""
        self._is_awaited = False
        self._is_closed = False
        self._thread = Thread(target=self._run, name="outlet", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Write, at some time."""
        with self._changed:
            self._texts.append(text)
            if self._since is None:
                self._since = time.monotonic()
            self._changed.notify_all()

    @property
    def is_behind(self) -> bool:
        """Whether what is written now would come late; where it would, `on_ready` follows."""
        with self._changed:
            is_behind = self._since is not None and time.monotonic() - self._since > _BEHIND
            self._is_awaited = self._is_awaited or is_behind
            return is_behind

    def close(self) -> None:
        """Wait until all is written, or the terminal takes nothing any more."""
        with self._changed:
            self._is_closed = True
            self._moved = time.monotonic()
            self._changed.notify_all()
        while self._thread.is_alive() and time.monotonic() - self._moved < _PATIENCE:
            self._thread.join(_BEHIND)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._texts or self._is_closed)
                if not self._texts:
                    return
                text = "".join(self._texts)
                self._texts.clear()
            self._put(text.encode(self._encoding, self._errors))
            with self._changed:
                self._since = time.monotonic() if self._texts else None
                is_ready = self._is_awaited and self._since is None
                self._is_awaited = self._is_awaited and not is_ready
            if is_ready:
                self._on_ready()

    def _put(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._fileno, data[:_CHUNK]) :]
            except BlockingIOError:  # another program on this terminal has made it so
                select.select((), (self._fileno,), ())
            except OSError:  # the terminal is gone
                return
            self._moved = time.monotonic()
