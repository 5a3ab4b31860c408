"""Reading files in processes of their own, ahead of the one that stores: on two cores ingest takes half the time.

A file on which a reader dies is skipped with that reason, and another reads the rest.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import IO, Final, Self

import msgspec

from docs_store.errors import DocumentError, NotAnArticle
from docs_store.ingestion.frames import Frame, HeldFrames, Read, decode_frame
from docs_store.ingestion.reader_process import NAMES, Task
from docs_store.processes import module_command, module_environment
from docs_store.reading.limits import was_killed, why_ended

_PIPE: Final = 2**20
"""Bytes of a pipe, the most that Linux allows: a frame fits, and is taken without waiting for its parts."""

_MOST_PROCESSES: Final = 3
"""Processes that one which stores can keep up with."""

_INPUT: Final = b"-"
"""The name of standard input among the paths."""


def default_jobs() -> int:
    """Return how many processes are to read where nobody says; 0 where there is but one core.

    On two, two readers and the one that stores take turns: reading costs more than storing.
    """
    cores = os.cpu_count() or 1
    return min(_MOST_PROCESSES, cores) if cores > 1 else 0


class ReadAhead:
    """Readers at work on `paths`, which are to be asked for in that order. Close it when done."""

    def __init__(
        self,
        paths: Sequence[str],
        jobs: int,
        *,
        annotate: bool,
        columns: Mapping[str, Mapping[str, str]] | None = None,
        importer: str = "",
        looks_around: bool = True,
    ) -> None:
        """Start `jobs` processes, 1 or more.

        They are readers that have every so-manieth file each; the ones beyond the files find names in what a reader has
        read. `columns` gives the mapping of each path that has one. The paths are exports of the program `importer`
        where it is given; else, where a reader `looks_around`, each file's neighbours tell which of its lines are the
        page's.
        """
        shares = (tuple(map(os.fsencode, paths[first::jobs])) for first in range(min(jobs, len(paths))))
        mapped = {os.fsencode(path): dict(columns) for path, columns in (columns or {}).items()}
        looks_around = looks_around and not importer
        namers = jobs - len(paths) if annotate else 0
        task = Task((), annotate, mapped, looks_around=looks_around, importer=importer)
        self._readers = [
            _Reader(replace(task, paths=share, annotate=annotate and number >= namers, has_namer=number < namers))
            for number, share in enumerate(shares)
        ]
        self._asked = 0

    def read(self, path: str) -> Iterator[Read]:
        """Yield what is in the next file, which is `path`. Raises `DocumentError`."""
        reader = self._readers[self._asked % len(self._readers)]
        self._asked += 1
        for frame in reader.frames(path):
            yield from frame.articles
            yield from frame.skipped
            if frame.beside:
                raise NotAnArticle(path, frame.error)
            if frame.error:
                raise DocumentError(path, frame.error) from (OSError(frame.error) if frame.again else None)

    def close(self) -> None:
        """Stop the readers."""
        for reader in self._readers:
            reader.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


class _Reader:
    """A process that reads, perhaps one that finds names after it, and a thread that takes their frames as they come.

    What a process dies on is in the file whose frames are waited for: each passes on what it gets in that order.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._start()

    def _start(self) -> None:
        given, told = os.pipe() if _INPUT in self._task.paths else (None, None)
        handed = () if given is None else (given,)
        reader = _process(*map(str, handed), stdin=None if handed else subprocess.PIPE, pass_fds=handed)
        if given is not None:
            os.close(given)
        self._processes = [reader]
        if self._task.has_namer and reader.stdout:
            self._processes.append(_process(NAMES, stdin=reader.stdout))
            reader.stdout.close()  # so that the reader learns of its end
        self._told = reader.stdin if told is None else os.fdopen(told, "wb")
        self._frames = HeldFrames()
        self._thread = threading.Thread(target=self._take, args=(self._processes[-1].stdout, self._told), daemon=True)
        self._thread.start()

    def _take(self, frames: IO[bytes], told: IO[bytes]) -> None:
        """Tell the process its task, and hold its frames; b"" at the end."""
        with suppress(OSError):
            told.write(msgspec.msgpack.encode(self._task))
            told.close()
        self._frames.take(frames)

    def frames(self, path: str) -> Iterator[Frame]:
        """Yield the frames of `path`, the first of the paths left."""
        has_begun = False
        while data := self._frames.get():
            frame = decode_frame(data)
            has_begun = True
            if frame.ended:
                self._task = self._task.after_first()
            yield frame
            if frame.ended:
                return
        self.stop()
        # It may be another file of the folder that is deadly to look at.
        if self._task.looks_around and not has_begun and path != "-":
            self._task = replace(self._task, looks_around=False)
            self._start()
            yield from self.frames(path)
            return
        self._task = self._task.after_first()
        # The one that finds names ends well when the reader dies.
        code = next((process.returncode for process in reversed(self._processes) if process.returncode), 0)
        if self._task.paths:
            self._start()
        raise DocumentError(path, why_ended(code)) from (OSError(code) if was_killed(code) else None)

    def stop(self) -> None:
        for process in self._processes:
            process.kill()
        self._frames.close()
        self._thread.join()
        for process in self._processes:
            process.wait()
        for pipe in (self._told, self._processes[-1].stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _process(*arguments: str, stdin: IO[bytes] | int | None, pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    """Start a process that reads or finds names."""
    return subprocess.Popen(  # noqa: S603 - a module of ours
        module_command("docs_store.ingestion.reader_process", *arguments),
        stdin=stdin,
        stdout=subprocess.PIPE,
        pipesize=_PIPE,
        stderr=subprocess.DEVNULL,  # a warning must not land on the screen of an app
        env=module_environment(),
        pass_fds=pass_fds,
        start_new_session=True,  # ctrl-C is for the one that stores
    )
