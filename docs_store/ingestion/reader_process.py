"""A process that reads files for another one, or finds the names in what such a process has read.

It is this module run as a program, so that a caller's own `__main__` is neither imported nor asked for. A reader is
told its task on its standard input (through another pipe where it is to read ours), and answers with frames on its
standard output. Run with `NAMES`, it takes a reader's frames on its standard input, and passes them on with the names
found.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from docs_store.errors import DocumentError, NotAnArticle
from docs_store.ingestion.frames import Frame, Read, decode_frame, next_frame, write_frame
from docs_store.ingestion.garbage import Sweeper
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.processes import give_way
from docs_store.reading import read_among
from docs_store.reading.limits import TOO_DEEP, TOO_LARGE, begin_another, end_out_of_memory, limit_this_process
from docs_store.reading.neighbours import Neighbours
from docs_store.text import path_label

NAMES: Final = "names"
"""The argument by which the process finds names."""

_FRAME_ARTICLES: Final = 200
_FRAME_TEXT: Final = 2**20
"""Articles, and code points of text, after which a frame is sent."""

_FRAME_SECONDS: Final = 0.5
"""After which a frame is sent, however small: nobody has to wait for it, and it is safe from what comes next."""

_INT: Final = 4
"""Bytes of an `int` of C."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a reader process is to do."""

    paths: tuple[bytes, ...]
    annotate: bool
    columns: dict[bytes, dict[str, str]]
    """By path, for those that have a mapping."""
    looks_around: bool = True
    """Whether each file's neighbours tell which of its lines are the page's."""
    importer: str = ""
    """The program that has exported the paths, "" where they are files like any."""
    has_namer: bool = False
    """Whether another process finds the names in what this one reads; it helps where that one is behind."""

    def after_first(self) -> Task:
        """Return what is left when its first file is done."""
        return replace(self, paths=self.paths[1:])


def read_here(
    path: str, *, annotate: bool, columns: Mapping[str, str] | None = None, neighbours: Neighbours | None = None
) -> Iterator[Read]:
    """Yield what is in the file at `path`, read in this process, under its label. Raises `DocumentError`."""
    skipped: list[Skipped] = []
    try:
        for article in read_among(path, neighbours, annotate=annotate, on_skip=skipped.append, columns=columns):
            label = path_label(article.path)
            yield article if label == article.path else replace(article, path=label)
    except RecursionError as error:  # in a library's code, which took a hostile file for one like any
        raise DocumentError(path, TOO_DEEP) from error
    yield from (replace(bad, path=path_label(bad.path)) for bad in skipped)


def _frames_of(path: str, task: Task, neighbours: Neighbours | None) -> Iterator[Frame]:
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
            text += sum([len(block.text) for block in read.blocks])
            is_due = time.monotonic() - begun >= _FRAME_SECONDS
            if len(articles) >= _FRAME_ARTICLES or text >= _FRAME_TEXT or is_due:
                yield Frame(tuple(articles), tuple(skipped))
                articles, skipped, text, begun = [], [], 0, time.monotonic()
    except DocumentError as failed:
        error, beside, again = failed.reason, isinstance(failed, NotAnArticle), isinstance(failed.__cause__, OSError)
    except MemoryError:
        error = TOO_LARGE
    except RecursionError:
        error = TOO_DEEP
    yield Frame(tuple(articles), tuple(skipped), True, error, beside, again)


def _read(path: str, task: Task, neighbours: Neighbours | None) -> Iterator[Read]:
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
        file = failed.path.removeprefix(path).strip("!/")
        is_within = failed.path != path and bool(file)
        error = DocumentError(path, f"{file}: {failed.reason}") if is_within else failed
    yield from (Skipped(path_label(bad.path), bad.reason) for bad in skipped)
    if error is not None:
        raise error


def main() -> None:
    """Read the files of the task on standard input, or find the names in another's frames, and write frames."""
    give_way()  # the one that stores holds up all, and people wait for what else runs
    try:
        _find_names() if sys.argv[1:] == [NAMES] else _read_files()
    except MemoryError:
        end_out_of_memory()
    except BrokenPipeError:  # nobody wants to know any more
        pass
    os._exit(0)  # nothing is left to do


def _read_files() -> None:
    with os.fdopen(int(sys.argv[1]), "rb") if len(sys.argv) > 1 else sys.stdin.buffer as told:
        task = msgspec.msgpack.decode(told.read(), type=Task)
    neighbours = Neighbours() if task.looks_around else None
    sweeper = Sweeper()
    limit_this_process()
    for path in task.paths:
        begin_another()
        for frame in _frames_of(os.fsdecode(path), task, neighbours):
            helps = task.has_namer and is_behind(sys.stdout.fileno())
            write_frame(_named(frame) if helps else frame, sys.stdout.buffer)
            sweeper.sweep()


def is_behind(pipe: int) -> bool:
    """Tell whether who reads a pipe has not taken all that was sent; False where the system does not tell."""
    if sys.platform == "win32":
        return False
    import fcntl
    import termios

    try:
        return any(fcntl.ioctl(pipe, termios.FIONREAD, bytes(_INT)))
    except OSError:
        return False


def _find_names() -> None:
    sweeper = Sweeper()
    limit_this_process()
    while data := next_frame(sys.stdin.buffer):
        frame = decode_frame(data)
        write_frame(frame if frame.named else _named(frame), sys.stdout.buffer)
        sweeper.sweep()


def _named(frame: Frame) -> Frame:
    """Return the frame with the names in its articles; one that takes too long is skipped with that reason."""
    from docs_store.entities import annotate

    articles, skipped = list[Article](), list(frame.skipped)
    for article in frame.articles:
        begin_another(sum(len(block.text) for block in article.blocks))
        try:
            articles.append(annotate(article))
        except DocumentError as error:
            skipped.append(Skipped(article.path, error.reason))
    return replace(frame, articles=tuple(articles), skipped=tuple(skipped), named=True)


if __name__ == "__main__":
    main()
