"""Reading files in processes of their own, ahead of the one that stores: on two cores ingest takes half the time.

A reader is this module run as a program, so that a caller's own `__main__` is neither imported nor asked for. It is
told its task on its standard input (through another pipe where it is to read ours), and answers with frames on its
standard output: a length of four bytes, then a `Frame` as MessagePack. A file on which a reader dies is skipped with
that reason, and another reads the rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from types import TracebackType
from typing import IO, Final, Self, TypeAlias

import msgspec

from docs_store.errors import DocumentError, NotAnArticle
from docs_store.model import Article, Skipped
from docs_store.reading import read_among
from docs_store.reading.limits import TOO_LARGE, begin_another, end_out_of_memory, limit_this_process, why_ended
from docs_store.reading.neighbours import Neighbours
from docs_store.text import path_label

_FRAME_ARTICLES: Final = 200
_FRAME_TEXT: Final = 2**20
"""Articles, and code points of text, after which a frame is sent."""

_FRAME_SECONDS: Final = 0.5
"""After which a frame is sent, however small: nobody has to wait for it, and it is safe from what comes next."""

_FRAMES_AHEAD: Final = 8
"""Frames held for the one that stores: what readers do while a batch is written."""

_MOST_READERS: Final = 3
"""Readers that one storing process can keep up with."""

_INPUT: Final = b"-"
"""The name of standard input among the paths."""

_LENGTH: Final = 4
"""Bytes that tell a frame's length."""

Read: TypeAlias = Article | Skipped
"""What comes out of a file: its articles, and what of it was skipped."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Part of what one file gave; its last one has `ended`."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    ended: bool = False
    error: str = ""
    """Why the file as a whole could not be read."""
    beside: bool = False
    """Whether that is because nobody would expect an article in it."""
    again: bool = False
    """Whether it might be read another time: the system refused it, not its content."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What a reader process is to do."""

    paths: tuple[bytes, ...]
    annotate: bool
    columns: dict[bytes, dict[str, str]]
    """By path, for those that have a mapping."""
    looks_around: bool = True
    """Whether each file's neighbours tell which of its lines are the page's."""
    importer: str = ""
    """The program that has exported the paths, "" where they are files like any."""

    def after_first(self) -> _Task:
        """Return what is left when its first file is done."""
        return replace(self, paths=self.paths[1:])


def default_jobs() -> int:
    """Return how many readers to use where nobody says: one core is left for storing; 0 where there is but one."""
    return min(_MOST_READERS, (os.cpu_count() or 1) - 1)


def read_here(
    path: str, *, annotate: bool, columns: Mapping[str, str] | None = None, neighbours: Neighbours | None = None
) -> Iterator[Read]:
    """Yield what is in the file at `path`, read in this process, under its label. Raises `DocumentError`."""
    skipped: list[Skipped] = []
    for article in read_among(path, neighbours, annotate=annotate, on_skip=skipped.append, columns=columns):
        label = path_label(article.path)
        yield article if label == article.path else replace(article, path=label)
    yield from (replace(bad, path=path_label(bad.path)) for bad in skipped)


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
        """Start `jobs` readers (1 or more); each has every so-manieth file.

        `columns` gives the mapping of each path that has one. The paths are exports of the program `importer` where it
        is given; else, where a reader `looks_around`, each file's neighbours tell which of its lines are the page's.
        """
        shares = (tuple(map(os.fsencode, paths[first::jobs])) for first in range(min(jobs, len(paths))))
        mapped = {os.fsencode(path): dict(columns) for path, columns in (columns or {}).items()}
        looks_around = looks_around and not importer
        task = _Task((), annotate, mapped, looks_around=looks_around, importer=importer)
        self._readers = [_Reader(replace(task, paths=share)) for share in shares]
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
    """One process, and a thread that takes its frames as they come, as many as may wait."""

    def __init__(self, task: _Task) -> None:
        self._task = task
        self._decoder = msgspec.msgpack.Decoder(Frame)
        self._start()

    def _start(self) -> None:
        package = str(Path(__file__).resolve().parents[1])
        known = os.environ.get("PYTHONPATH")
        self._stopped = False
        self._frames: Queue[bytes] = Queue(_FRAMES_AHEAD)
        given, told = os.pipe() if _INPUT in self._task.paths else (None, None)
        handed = () if given is None else (given,)
        self._process = subprocess.Popen(  # noqa: S603 - this module itself
            [sys.executable, "-P", "-m", "docs_store.read_ahead", *map(str, handed)],
            stdin=None if handed else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a warning must not land on the screen of an app
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (package, known)))},
            pass_fds=handed,
            start_new_session=True,  # ctrl-C is for the one that stores
        )
        if given is not None:
            os.close(given)
        self._told = self._process.stdin if told is None else os.fdopen(told, "wb")
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    def _take(self) -> None:
        """Tell the process its task, and queue its frames; b"" at the end."""
        if self._told is None or self._process.stdout is None:
            raise AssertionError("unreachable: both are pipes")
        with suppress(OSError):
            self._told.write(msgspec.msgpack.encode(self._task))
            self._told.close()
        while frame := _next_frame(self._process.stdout):
            self._frames.put(frame)
            if self._stopped:
                break
        self._frames.put(b"")

    def frames(self, path: str) -> Iterator[Frame]:
        """Yield the frames of `path`, the first of the paths left."""
        has_begun = False
        while data := self._frames.get():
            frame = self._decoder.decode(data)
            has_begun = True
            if frame.ended:
                self._task = self._task.after_first()
            yield frame
            if frame.ended:
                return
        self.stop()
        if (
            self._task.looks_around and not has_begun and path != "-"
        ):  # it may be another file of the folder that is deadly to look at
            self._task = replace(self._task, looks_around=False)
            self._start()
            yield from self.frames(path)
            return
        self._task = self._task.after_first()
        reason = why_ended(self._process.returncode)
        if self._task.paths:
            self._start()
        raise DocumentError(path, reason)

    def stop(self) -> None:
        self._stopped = True
        self._process.kill()
        while self._thread.is_alive():  # it may be waiting to put a frame
            with suppress(Exception):
                self._frames.get_nowait()
            self._thread.join(0.01)
        self._process.wait()
        for pipe in (self._told, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _next_frame(stream: IO[bytes]) -> bytes:
    """Return the next frame, b"" where there is none, or none that is whole."""
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return b""
    data = stream.read(int.from_bytes(length, "big"))
    return data if len(data) == int.from_bytes(length, "big") else b""


# ---------------------------------------------------------------------------------------------- in the reader


def _frames_of(path: str, task: _Task, neighbours: Neighbours | None) -> Iterator[Frame]:
    articles: list[Article] = []
    skipped: list[Skipped] = []
    text, begun = 0, time.monotonic()
    error, beside, again = "", False, False
    try:
        for read in _read(path, task, neighbours):
            if isinstance(read, Skipped):
                skipped.append(read)
                continue
            articles.append(read)
            text += sum(len(block.text) for block in read.blocks)
            is_due = time.monotonic() - begun >= _FRAME_SECONDS
            if len(articles) >= _FRAME_ARTICLES or text >= _FRAME_TEXT or is_due:
                yield Frame(tuple(articles), tuple(skipped))
                articles, skipped, text, begun = [], [], 0, time.monotonic()
    except DocumentError as failed:
        error, beside, again = failed.reason, isinstance(failed, NotAnArticle), isinstance(failed.__cause__, OSError)
    except MemoryError:
        error = TOO_LARGE
    yield Frame(tuple(articles), tuple(skipped), True, error, beside, again)


def _read(path: str, task: _Task, neighbours: Neighbours | None) -> Iterator[Read]:
    if not task.importer:
        columns = task.columns.get(os.fsencode(path))
        yield from read_here(path, annotate=task.annotate, columns=columns, neighbours=neighbours)
        return
    from docs_store.importing import read_import

    skipped: list[Skipped] = []
    error: DocumentError | None = None
    try:
        yield from read_import(task.importer, path, annotate=task.annotate, on_skip=skipped.append)
    except DocumentError as failed:
        error = failed
    yield from (Skipped(path_label(bad.path), bad.reason) for bad in skipped)
    if error is not None:
        raise error


def main() -> None:
    """Read the files of the task on standard input; write what is in them."""
    encoder, out = msgspec.msgpack.Encoder(), sys.stdout.buffer
    with os.fdopen(int(sys.argv[1]), "rb") if len(sys.argv) > 1 else sys.stdin.buffer as told:
        task = msgspec.msgpack.decode(told.read(), type=_Task)
    neighbours = Neighbours() if task.looks_around else None
    limit_this_process()
    try:
        for path in task.paths:
            begin_another()
            for frame in _frames_of(os.fsdecode(path), task, neighbours):
                data = encoder.encode(frame)
                out.write(len(data).to_bytes(_LENGTH, "big"))
                out.write(data)
                out.flush()
    except MemoryError:
        end_out_of_memory()
    except BrokenPipeError:  # nobody wants to know any more
        pass
    os._exit(0)  # nothing is left to do


if __name__ == "__main__":
    main()
