"""A module of ours in a process beside the app, which is gone when nobody waits for it any more.

The app cancels what goes on when it ends, more than once: neither starting a process nor ending it may be broken off by
that, or the process stays, and its pipes.
"""

from __future__ import annotations

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Final, TypeVar

from docs_store import module_command, module_environment

T = TypeVar("T")

_LINE: Final = 2**16
"""Bytes of a line that asyncio reads at most."""


async def started(module: str, *arguments: str, stdin: int = DEVNULL, limit: int = _LINE) -> Process:
    """Return a process that runs `module`, its output in a pipe; `limit` bounds a line of it. Raises `OSError`.

    Nothing of it can land on the screen, be it a library's warning or a traceback.
    """
    starting = asyncio.create_subprocess_exec(
        *module_command(module, *arguments),
        stdin=stdin,
        stdout=PIPE,
        stderr=DEVNULL,
        env=module_environment(),
        start_new_session=True,
        limit=limit,
    )
    process, cancelled = await _unbroken(starting)
    if cancelled is not None:
        await ended(process)
        raise cancelled
    return process


async def ended(process: Process, patience: float = 0.0) -> None:
    """Wait `patience` seconds for a process to end by itself, else kill it; its input is closed, its output dropped."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        if patience:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.communicate(), patience)
    finally:
        cancelled = None
        if process.returncode is None:
            process.kill()
        while process.returncode is None:
            try:
                _, again = await _unbroken(process.communicate())
            except asyncio.CancelledError as error:  # a loop that ends cancels what was started in it, too
                again = error
            cancelled = again or cancelled
        if cancelled is not None:
            raise cancelled


async def _unbroken(doing: Coroutine[Any, Any, T]) -> tuple[T, asyncio.CancelledError | None]:
    """Do something to its end; return what came of it, and the last of the cancellations meanwhile."""
    task = asyncio.ensure_future(doing)
    cancelled = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
        except OSError:  # told below
            break
    return task.result(), cancelled
