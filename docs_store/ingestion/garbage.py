"""Garbage collected seldom where articles pass through by the thousand: they hold no cycles, and are costly to look at.

Looking at them took a quarter of the time of storing, and a seventh of that of finding names.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_NEW_OBJECTS: Final = 100_000
"""Objects made and still there, after which the collector looks at them (700 by default): some 2,000 articles."""

_SECONDS: Final = 0.25
"""Between two collections of a process that reads files: a parser's trees are few objects, and may be large."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let garbage be collected seldom while the block runs; not at all where it was not collected before."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _NEW_OBJECTS) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Sweeper:
    """The collector of a process of our own, which does nothing else: what its start has made stays."""

    def __init__(self) -> None:
        gc.freeze()
        gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
        self._swept_at = time.monotonic()

    def sweep(self) -> None:
        """Collect garbage where it is time to; to be called between two articles or frames."""
        if time.monotonic() - self._swept_at >= _SECONDS:
            gc.collect()
            self._swept_at = time.monotonic()
