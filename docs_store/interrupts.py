"""Stopping queries from another thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from docs_store.errors import Interrupted


class Interrupts:
    """Which queries run, each in its thread, and which of them have been told to stop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[int, threading.Event] = {}

    @contextmanager
    def query(self) -> Iterator[None]:
        """Mark the block as a query that `stop` stops. A query inside a query is part of it."""
        thread = threading.get_ident()
        with self._lock:
            outer = thread in self._running
            if not outer:
                self._running[thread] = threading.Event()
        try:
            yield
        finally:
            if not outer:
                with self._lock:
                    del self._running[thread]

    def stop(self, engine: Callable[[], None]) -> None:
        """Tell all running queries to stop, and call `engine` to stop what they wait for, if any runs."""
        with self._lock:
            for stopped in self._running.values():
                stopped.set()
            if self._running:
                engine()

    @property
    def stopped(self) -> bool:
        """Whether this thread's query has been told to stop."""
        query = self._running.get(threading.get_ident())
        return query is not None and query.is_set()

    def check(self) -> None:
        """Raise `Interrupted` where this thread's query has been told to stop."""
        if self.stopped:
            raise Interrupted("the query was stopped")
