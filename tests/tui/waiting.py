"""Waiting for a state, never for a time."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from threading import get_native_id
from time import monotonic, process_time
from typing import Final

from textual._context import active_app
from textual.pilot import Pilot

_TURNS: Final = 1_500
"""Turns of 10 ms before a test gives up: a bound on a hang."""


async def until(pilot: Pilot[None], holds: Callable[[], object], told: str = "") -> None:
    """Let the app run until `holds()`."""
    await come(holds, told)
    await pilot.pause()


async def come(holds: Callable[[], object], told: str = "") -> None:
    """Let the event loop run until `holds()`."""
    for _ in range(_TURNS):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"never came: {told or holds}")


_LOOK: Final = 0.005
"""Seconds between two looks whether an app is idle; Textual's own takes 0.02, of which a key needs three."""

_IDLE: Final = _LOOK / 20
"""Seconds of work in that time that are as good as none."""


async def idle(min_sleep: float = _LOOK, max_sleep: float = 1.0) -> None:
    """Wait until the app has nothing to do: what Textual's `wait_for_idle` is for, which a pilot calls at every key.

    That one looks at the time the process has worked alone. Where other programs have the processors, this is little
    though there is much to do; so here no other thread may be about to run, this one must come back in time, and what
    is to be drawn must have been drawn.
    """
    begun = now = monotonic()
    while now - begun < max_sleep:
        worked, slept = process_time(), monotonic()
        await asyncio.sleep(_LOOK)
        now = monotonic()
        is_idle = process_time() - worked < _IDLE and now - slept < 2 * _LOOK
        if is_idle and now - begun > min_sleep and not _is_to_draw() and not _works_beside():
            break


def _is_to_draw() -> bool:
    app = active_app.get()
    screen = app.screen if app._screen_stack else None
    return screen is not None and bool(screen._layout_required or screen._dirty_widgets or screen._callbacks)


def _works_beside() -> bool:
    """Whether another thread of ours runs, or would if it could."""
    if sys.platform != "linux":
        return False
    others = (thread for thread in Path("/proc/self/task").iterdir() if thread.name != str(get_native_id()))
    return any(_state(thread) in ("R", "D") for thread in others)


def _state(thread: Path) -> str:
    try:
        return (thread / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:  # it has ended
        return ""
