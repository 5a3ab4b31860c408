"""One writer at a time: a lock file that the system lets go of however the process ends, and who holds it."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

from filelock import FileLock, Timeout

from docs_store.errors import StoreError, StoreLocked
from docs_store.local.disk import why_not_written
from docs_store.text import one_line


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
            self._lock.acquire(timeout=0)
            self._holder.write_text(f"process {os.getpid()} on {socket.gethostname()}\n", encoding="utf-8")
        except Timeout as error:
            raise StoreLocked(
                f"{self._folder}: {self._held_by()} is writing to this archive; wait until it is done, "
                "or open the archive for reading only"
            ) from error
        except OSError as error:
            self._lock.release()
            why = why_not_written(error, self._folder, "open the archive for reading only")
            raise StoreError(f"{self._folder}: cannot be written: {why}") from error

    def _held_by(self) -> str:
        with contextlib.suppress(OSError):
            return one_line(self._holder.read_text(encoding="utf-8", errors="replace"), 200) or "another process"
        return "another process"

    def release(self) -> None:
        """Let go of the lock; a second call is a no-op."""
        self._lock.release()
