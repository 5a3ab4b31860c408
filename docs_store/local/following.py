"""The index follows the records in a thread of its own, so that the next batch is read and stored meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class Follower:
    """Does one piece of work at a time. What fails is raised by whoever settles next."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="index")
        self._lock = threading.Lock()
        self._pending: Future[None] | None = None

    def follow(self, work: Callable[[], None]) -> None:
        """Do `work` once what is under way is done."""
        self.settle()
        with self._lock:
            self._pending = self._pool.submit(work)

    def settle(self) -> None:
        """Wait for what is under way; raise what it raised, once."""
        with self._lock:
            pending = self._pending
        if pending is None:
            return
        try:
            pending.result()
        finally:
            with self._lock:
                if self._pending is pending:
                    self._pending = None

    def close(self) -> None:
        """Wait, and let go of the thread. Raises what the last work raised."""
        try:
            self.settle()
        finally:
            self._pool.shutdown()
