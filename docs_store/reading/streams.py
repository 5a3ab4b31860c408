"""Streams that can only be read on: what comes out of a container, within bounds, and what was looked at beforehand."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO, BinaryIO, Final, cast

from docs_store.errors import DocumentError
from docs_store.reading.limits import begin_another

RATIO: Final = 100
"""How many times its own size may come out of a file; text and pages seldom pass 20."""

_SLACK: Final = 64 * 2**20
"""Bytes that may come out of any file, however small."""

STANDARD_INPUT: Final = 2**40
"""Bytes that may come out of standard input, whose size nobody knows beforehand."""

_STRETCH: Final = 64 * 2**20
"""Bytes on the way through a member that are given as much time as a document: the allowance bounds them, not time."""

_BUFFER: Final = 64 * 2**10


@dataclass(slots=True)
class Allowance:
    """What may still come out of the containers in one file, however deep they lie in each other."""

    name: str
    left: int

    def take(self, size: int) -> None:
        """Account for `size` bytes that have come out. Raises `DocumentError` where that is too much."""
        self.left -= size
        if self.left < 0:
            raise DocumentError(self.name, f"swells to more than {RATIO} times its size")


def allowance_of(name: str, size: int = 0) -> Allowance:
    """Return what may come out of the file `name` of `size` bytes."""
    return Allowance(name, size * RATIO + _SLACK)


def unpacked(stream: IO[bytes], name: str, allowance: Allowance, errors: tuple[type[Exception], ...]) -> BinaryIO:
    """Return what comes out of `stream`, which unpacks: `errors` of it say that the file `name` is damaged.

    All that is whole is read before a `DocumentError` tells of the damage, or that it swells too much.
    """
    return cast("BinaryIO", _Unpacked(stream, name, allowance, errors))


def rejoined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """Return `head`, which was read ahead of the stream `rest`, and then the rest.

    Where the rest turns out to be damaged, a read returns the fewer bytes before it, and the next read tells.
    """
    return _Forthcoming(_Rejoined(head, rest), _BUFFER)


class _Unpacked(io.RawIOBase):
    """See `unpacked`. A raw stream: each read is one of what it wraps, so that none is lost to an error after it."""

    def __init__(self, stream: IO[bytes], name: str, allowance: Allowance, errors: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._stream = stream
        self._name = name
        self._allowance = allowance
        self._errors: tuple[type[Exception], ...] = (OSError, EOFError, *errors)
        self._failure: DocumentError | None = None
        self._stretch = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # io calls it with a memoryview
        if self._failure is not None:
            raise self._failure
        self._stretch += len(buffer)
        if self._stretch > _STRETCH:
            begin_another()
            self._stretch = 0
        try:
            data: bytes = self._stream.read1(len(buffer))  # type: ignore[attr-defined]  # all that unpack have it
            self._allowance.take(len(data))
        except DocumentError as error:
            self._failure = error
            raise
        except self._errors as error:
            self._failure = DocumentError(self._name, "damaged or cut short")
            raise self._failure from error
        buffer[: len(data)] = data
        return len(data)


class _Forthcoming(io.BufferedReader):
    """See `rejoined`: a `BufferedReader` drops what it has read where what it reads next raises."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            return super().read(size)
        parts: list[bytes] = []
        while size:
            try:
                data = self.read1(size)
            except DocumentError:
                if not parts:
                    raise
                break
            if not data:
                break
            parts.append(data)
            size -= len(data)
        return parts[0] if len(parts) == 1 else b"".join(parts)


class _Rejoined(io.RawIOBase):
    """See `rejoined`."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # io calls it with a memoryview
        size = len(buffer)
        data = self._head[:size] or self._rest.read(size)
        self._head = self._head[size:]
        buffer[: len(data)] = data
        return len(data)
