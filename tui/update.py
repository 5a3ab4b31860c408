"""Adding to an archive while it is read: the awaitable face of `update_process`."""

from __future__ import annotations

import asyncio
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from docs_store import StoreError
from tui.child import ended, started
from tui.update_process import STOP, Done, Failed, Progress, Stopped, Task, Told

_LONGEST: Final = 2**20
"""Bytes of a line that the process tells."""

_PATIENCE: Final = 2.0
"""Seconds for it to end when told to; killed, it leaves whole articles just so."""


class Update:
    """Adding paths to an archive, once."""

    def __init__(self, archive: Path, paths: Sequence[Path], on_progress: Callable[[Progress], None]) -> None:
        """Prepare to add `paths` to the archive in a folder; `on_progress` is called in the caller's event loop."""
        self._task = Task(os.fsencode(archive), tuple(map(os.fsencode, paths)))
        self._on_progress = on_progress
        self._process: Process | None = None
        self._is_stopped = False
        self._running: asyncio.Task[Done | None] | None = None

    async def run(self) -> Done | None:
        """Add what is new or changed; return what was done, None where it was stopped. Raises `StoreError`.

        Cancelled, it ends its process before it ends; `close` waits for that, however often it is cancelled meanwhile.
        """
        self._running = asyncio.create_task(self._run())
        try:
            return await asyncio.shield(self._running)
        except asyncio.CancelledError:
            self._running.cancel()
            await asyncio.wait({self._running})
            raise

    async def _run(self) -> Done | None:
        try:
            process = await started("tui.update_process", stdin=PIPE, limit=_LONGEST)
        except OSError as error:
            raise StoreError(f"no process can be started to add articles: {error.strerror}") from error
        self._process = process
        try:
            if self._is_stopped:
                return None
            return await self._listen(process)
        finally:
            await ended(process, _PATIENCE)

    async def _listen(self, process: Process) -> Done | None:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("unreachable: both are pipes")
        process.stdin.write(msgspec.json.encode(self._task) + b"\n")
        with suppress(ConnectionError):  # it is gone already, which is told below
            await process.stdin.drain()
        decoder = msgspec.json.Decoder(Told)
        async for line in process.stdout:
            try:
                told = decoder.decode(line)
            except msgspec.MsgspecError:  # cut off in the middle, or no word of ours
                break
            match told:
                case Progress() as progress:
                    self._on_progress(progress)
                case Done() as done:
                    return done
                case Stopped():
                    return None
                case Failed(words):
                    raise StoreError(words)
        if self._is_stopped:
            return None
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _PATIENCE)
        raise StoreError(f"adding was cut short: its process {_why(process.returncode)}; what was stored stays")

    def stop(self) -> None:
        """Let it end once what it has read is stored."""
        if not self._is_stopped and self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(STOP)
        self._is_stopped = True

    async def close(self) -> None:
        """End it, what was stored stays, and wait until its process is gone."""
        self._is_stopped = True
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        if self._running is not None:
            await asyncio.wait({self._running})


def _why(code: int | None) -> str:
    if code is None:
        return "tells what cannot be understood"
    if code >= 0:
        return f"ended with exit code {code}"
    name = signal.strsignal(-code) or f"signal {-code}"
    return f"was ended by the system ({name}{', perhaps for want of memory' if code == -signal.SIGKILL else ''})"
