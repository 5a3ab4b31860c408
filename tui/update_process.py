"""Adding to an archive in a process of its own, so that who reads it meanwhile waits for nothing.

It is this module run as a program. Its first line of standard input is a `Task`; on standard output it tells how far it
has come and how it ended, a line of JSON each. It ends early, leaving whole articles, when its input is closed: by
whoever started it, or because that process is gone. Told to `STOP` before, it first stores what it has read. What goes
wrong is told in a line too, never as a traceback.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn, TypeAlias

import msgspec

from docs_store import DocsStoreError, IngestProgress, IngestReport, give_way, ingest, open_store
from tui.hints import told_hints

STOP: Final = b"stop\n"
"""What its input has after the task where it is to end with all that it has read."""

_APART: Final = 0.1
"""Seconds between two lines of progress."""

_REASONS: Final = 30
"""Reasons for skipping that are told, the most frequent."""

_EXAMPLES: Final = 3
"""Files or records that are named for each reason."""


class Task(msgspec.Struct, frozen=True):
    """What is to be done."""

    archive: bytes
    """Its folder, made where there is none."""
    paths: tuple[bytes, ...]
    """What to add; nothing only opens the archive for writing, which mends its index."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How far it has come."""

    files: int
    total: int
    articles: int
    """Read so far."""


class Reason(msgspec.Struct, frozen=True):
    """Why something was skipped."""

    words: str
    number: int
    examples: tuple[str, ...]


class Done(msgspec.Struct, frozen=True, tag="done"):
    """What it did, by numbers of articles, files and what was skipped."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    files_read: int = 0
    files_unchanged: int = 0
    skipped: int = 0
    reasons: tuple[Reason, ...] = ()
    """Of those skipped, the most frequent first."""
    hints: tuple[str, ...] = ()


class Stopped(msgspec.Struct, frozen=True, tag="stopped"):
    """It was told to end."""


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Why it could not go on, in a sentence for a person."""

    words: str


Told: TypeAlias = Progress | Done | Stopped | Failed


def done(report: IngestReport) -> Done:
    """Return what of a report is told: a hundred thousand skipped records are not."""
    counted = Counter(bad.reason for bad in report.skipped).most_common(_REASONS)
    examples: dict[str, list[str]] = {reason: [] for reason, _ in counted}
    for bad in report.skipped:
        if len(known := examples.get(bad.reason, [])) < _EXAMPLES:
            known.append(bad.path)
    return Done(
        report.added,
        report.changed,
        report.unchanged,
        len(report.vanished),
        report.files_read,
        report.files_unchanged,
        len(report.skipped),
        tuple(Reason(reason, number, tuple(examples[reason])) for reason, number in counted),
        told_hints(report.hints, _EXAMPLES),
    )


def main() -> None:
    """Do the task on standard input."""
    give_way()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    told: Told
    try:
        line = bytearray()
        while not line.endswith(b"\n"):
            if not (data := os.read(0, 1)):  # no more than the task: behind it may stand that it is to stop
                return  # who started it is gone
            line += data
        threading.Thread(target=_end_with_input, daemon=True).start()
        told = _added(msgspec.json.decode(line, type=Task))
    except (SystemExit, KeyboardInterrupt):
        told = Stopped()
    except DocsStoreError as error:
        told = Failed(str(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours; the traceback would be seen by nobody
        told = Failed(f"adding failed ({type(error).__name__}: {error}); what was stored stays")
    _tell(told)


def _stop(_: int, __: FrameType | None) -> NoReturn:
    """End at once: at an interrupt what was read is stored first, and somebody waits for the app to leave."""
    raise SystemExit


def _added(task: Task) -> Done:
    last = 0.0

    def report(progress: IngestProgress) -> None:
        nonlocal last
        if time.monotonic() - last >= _APART:
            last = time.monotonic()
            _tell(Progress(progress.files, progress.total or 0, progress.articles))

    with open_store(Path(os.fsdecode(task.archive)), create=True) as store:
        return done(ingest(map(os.fsdecode, task.paths), store, report=report))


def _tell(told: Told) -> None:
    try:
        sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # nobody listens any more
        os._exit(0)


def _end_with_input() -> None:
    """Interrupt the main thread when it is to stop, end it when there is no more input; be it waiting for a lock."""
    is_left = False
    while not is_left:
        is_left = not os.read(0, 2**16)
        ending = signal.SIGTERM if is_left else signal.SIGINT
        if sys.platform == "win32":
            _thread.interrupt_main(ending)
        else:
            signal.pthread_kill(threading.main_thread().ident or 0, ending)


if __name__ == "__main__":
    main()
