"""What one document may cost, where the process that reads it is there for nothing else and can be killed.

The time is the processor's: waiting for the one that stores, or for other programs, is not counted. When it is up the
system ends the process, whatever code it is in.
"""

from __future__ import annotations

import signal
import sys
from typing import Final

SECONDS: Final = 5.0
"""Of the processor's time for a document, a page of one, or the way from one to the next."""

MEMORY: Final = 2**30
"""Bytes for everything: the program, its tables, and a document of `source.SIZE_LIMIT`."""

_HAS_TIMER: Final = hasattr(signal, "setitimer")  # Windows has none


def limit_this_process() -> None:
    """Let documents from here on cost this process no more than `SECONDS` each, and `MEMORY`."""
    if _HAS_TIMER:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)
    if sys.platform == "linux":  # elsewhere RLIMIT_DATA counts other things, or nothing
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def begin_another() -> None:
    """Begin the time of another document, or page of one; nothing where the process is not limited."""
    if _HAS_TIMER and signal.getitimer(signal.ITIMER_PROF)[1]:
        signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)


def was_too_slow(exit_code: int | None) -> bool:
    """Tell whether a process that ended with `exit_code` was ended because its time was up."""
    return _HAS_TIMER and exit_code == -signal.SIGPROF
