"""What one document may cost, where the process that reads it is there for nothing else and can be killed.

The time is the processor's: waiting for the one that stores, or for other programs, is not counted. When it is up, the
reader is stopped by an exception and the next document is read; code that cannot be stopped so, be it a library's in C,
is stopped with its process.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Final, NoReturn

from docs_store.errors import DocumentError

SECONDS: Final = 5.0
"""Of the processor's time for a document, a page of one, or the way from one to the next."""

_BYTES_A_SECOND: Final = 2**21
"""Of a document, for which it is given another second."""

MEMORY: Final = 2**30
"""Bytes for everything: the program, its tables, and a document of `source.SIZE_LIMIT`."""

TOO_SLOW: Final = "takes too long to read"
TOO_LARGE: Final = f"takes more than {MEMORY >> 20} MiB of memory to read"
TOO_DEEP: Final = "nested too deep"
"""Where code calls itself for what lies within, and its format has no reason of its own."""

_OUT_OF_MEMORY: Final = 3
"""The exit code of a process that has no memory left to say so."""

_HAS_TIMERS: Final = hasattr(signal, "setitimer")  # Windows has none

_FROM_OUTSIDE: Final = frozenset(
    -getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Exit codes of a process that a signal has ended which it does not get for what it does itself."""


def limit_this_process() -> None:
    """Let documents from here on cost this process no more than `SECONDS` each, and `MEMORY`."""
    if _HAS_TIMERS:
        signal.signal(signal.SIGPROF, _stop)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
        _start_timers(SECONDS)
    if sys.platform == "linux":  # elsewhere RLIMIT_DATA counts other things, or nothing
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def begin_another(size: int = 0) -> None:
    """Begin the time of another document of `size` bytes, or page of one; nothing where the process is not limited."""
    if _HAS_TIMERS and signal.getitimer(signal.ITIMER_PROF)[1]:
        _start_timers(SECONDS + size / _BYTES_A_SECOND)


def end_out_of_memory() -> NoReturn:
    """End this process, which cannot go on."""
    os._exit(_OUT_OF_MEMORY)


def was_killed(exit_code: int | None) -> bool:
    """Tell whether somebody else has ended a process: the system for want of memory, say. No file is at fault then."""
    return exit_code in _FROM_OUTSIDE


def why_ended(exit_code: int | None) -> str:
    """Return why a process that ended with `exit_code` did not read on: its time was up, or its memory, or neither."""
    if _HAS_TIMERS and exit_code == -signal.SIGVTALRM:
        return TOO_SLOW
    if was_killed(exit_code):
        return "the process that read it was killed, perhaps for want of memory; the next run reads it"
    return TOO_LARGE if exit_code == _OUT_OF_MEMORY else "the process that read it ended before its end"


def _start_timers(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * seconds, 2 * seconds)


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise DocumentError("-", TOO_SLOW)
