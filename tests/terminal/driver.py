"""A real pseudo-terminal with a program in it, and a terminal emulator (pyte) as the judge of what it draws."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyte

PATIENCE: Final = 30.0
"""Seconds to wait for a state before a test gives up: a bound on a hang, not a measure of speed."""


SETTLED: Final = 0.2 if sys.platform == "linux" else 0.4
"""Seconds of silence after which a screen counts as settled: longer than any pause the program makes by itself, for an
Esc, or until the cursor rests. Where it can be told, only those count in which the program has nothing to do."""

_IDLE: Final = 0.05
"""The share of those seconds for which a program that has nothing to do may run: it looks for keys now and then."""

_NOT_INHERITED: Final = ("NO_COLOR", "COLORTERM", "LINES", "COLUMNS")


class Terminal:
    """A program on a pty. `raw` is every byte it wrote."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        env: Mapping[str, str] | None = None,
        emulator: type[pyte.Screen] = pyte.Screen,
    ) -> None:
        self.columns, self.lines = columns, lines
        self.screen = emulator(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.came = 0.0
        """When the last of them came, `time.perf_counter`."""
        self._master, slave = pty.openpty()
        self._set_size(columns, lines)
        environment = {key: value for key, value in os.environ.items() if key not in _NOT_INHERITED}
        environment |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        environment |= env or {}
        self.process = subprocess.Popen(
            argv,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            # No thread of ours holds a lock here; without a controlling terminal no resize would be told.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.close(slave)

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def resize(self, columns: int, lines: int) -> None:
        self.columns, self.lines = columns, lines
        self._set_size(columns, lines)
        self.screen.resize(lines, columns)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def send(self, keys: str | bytes) -> None:
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds: float) -> int:
        """Read what comes within `seconds`, returning at the first silence after something came; return the bytes."""
        got = 0
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            came = self._take(min(left, 0.02) if got else left)
            if not came:
                if got or came is None:
                    break
                continue
            got += came
        return got

    def _take(self, seconds: float) -> int | None:
        """Read once; return the bytes, 0 where none come within `seconds`, None where the program has left."""
        if not select.select([self._master], [], [], seconds)[0]:
            return 0
        try:
            data = os.read(self._master, 1 << 16)
            while data[-1:] > b"\x7f" and select.select([self._master], [], [], 0.05)[0]:
                data += os.read(self._master, 1 << 16)  # what a character is joined of comes to the emulator at once
        except OSError:  # the program has closed the terminal
            return None
        self.came = time.perf_counter()
        self.raw += data
        self._stream.feed(data)
        return len(data) or None

    def arrival(self, sign: str, *, patience: float = PATIENCE) -> float:
        """Return when the bytes came (`time.perf_counter`) with which the screen shows `sign`."""
        deadline = time.monotonic() + patience
        while sign not in self.text():
            if self._take(0.2) is None or time.monotonic() > deadline:
                raise AssertionError(f"never came: {sign!r}; the screen was:\n{self.text()}")
        return self.came

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, seen: str | Callable[[str], bool], *, patience: float = PATIENCE) -> str:
        """Read until the screen shows `seen`; return the screen's text."""
        holds = seen if callable(seen) else lambda text: str(seen) in text
        deadline = time.monotonic() + patience
        while not holds(self.text()):
            if time.monotonic() > deadline or (self.process.poll() is not None and not self.read(0.2)):
                raise AssertionError(f"never came: {seen!r}; the screen was:\n{self.text()}")
            self.read(0.2)
        return self.text()

    def rest(self, quiet: float) -> None:
        """Read until nothing comes for `quiet` seconds, whatever the program is about."""
        while self.read(quiet):
            pass

    def settle(self, quiet: float = SETTLED) -> None:
        """Read until nothing comes for `quiet` seconds, and the program has nothing to do."""
        deadline = time.monotonic() + 4 * PATIENCE
        worked = self._worked()
        while True:
            came, before = self.read(quiet), worked
            worked = self._worked()
            if not came and worked - before <= _IDLE * quiet:
                return
            assert time.monotonic() < deadline, f"it has something to do without end:\n{self.text()}"

    def _worked(self) -> float:
        """Return for how many seconds the program has run so far, or waited for a processor; 0 where nothing tells."""
        seconds = 0.0
        for thread in Path(f"/proc/{self.process.pid}/task").glob("*/schedstat"):
            with suppress(OSError):  # it has ended
                seconds += sum(map(int, thread.read_text().split()[:2])) / 1e9
        return seconds

    def finish(self) -> int:
        """Wait for the program to end; return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"it goes on:\n{self.text()}"
            self.read(0.1)
        self.read(0.1)
        return self.process.returncode

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)
