"""One writer at a time: a lock file that the system lets go of however the process ends, and who holds it."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from docs_store.errors import StoreError, StoreLocked
from docs_store.local.disk import why_not_written
from docs_store.text import one_line

_LOOKED_AT: Final = 0.2
"""Seconds to wait for the lock: who looks whether it is held has it for a moment."""


class WriterLock:
    """The lock of one archive, held from `acquire` to `release`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "writer.lock", thread_local=False)
        # Beside the lock: some systems let nobody read a file that is locked.
        self._holder = folder / "writer"

    def acquire(self) -> None:
        """Take the lock. Raises `StoreLocked`, naming the holder, where another process or store has it."""
        try:
            self._lock.acquire(timeout=_LOOKED_AT)
            self._holder.write_text(f"process {os.getpid()} on {socket.gethostname()}\n", encoding="utf-8")
        except Timeout as error:
            raise StoreLocked(
                f"{self._folder}: {self._held_by()} is writing to this archive; wait until it is done, "
                "or open the archive for reading only"
            ) from error
        except OSError as error:
            self._lock.release()
            why = why_not_written(error, self._folder, "make its folder writable; it can still be read")
            raise StoreError(f"{self._folder}: cannot be written: {why}") from error

    def holder(self) -> str:
        """Return who has the lock, "" where nobody has it or it cannot be told."""
        return self._held_by() if self._is_held() else ""

    def _is_held(self) -> bool:
        if sys.platform == "win32":
            try:
                with self._lock.acquire(timeout=0):
                    return False
            except Timeout:
                return True
            except OSError:
                return False
        import fcntl

        with contextlib.suppress(OSError), Path(self._lock.lock_file).open("rb") as file:  # who may only read may look
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def _held_by(self) -> str:
        with contextlib.suppress(OSError):
            return one_line(self._holder.read_text(encoding="utf-8", errors="replace"), 200) or "another process"
        return "another process"

    def release(self) -> None:
        """Let go of the lock; a second call is a no-op."""
        self._lock.release()
