"""Waiting for a state, never for a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

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
