"""Frames, in which a process that reads files sends what it reads: a length of four bytes, then a `Frame` as JSON."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import IO, Final, TypeAlias

import msgspec

from docs_store.ledger import Skipped
from docs_store.model import Article

_LENGTH: Final = 4
"""Bytes that tell a frame's length."""

_AHEAD: Final = 12 * 2**20
"""Bytes of frames held for the one that stores: what readers do while a batch is written."""

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
    named: bool = False
    """Whether the names in the articles have been looked for."""


_ENCODER: Final = msgspec.json.Encoder()
_DECODER: Final = msgspec.json.Decoder(Frame)


def encode_frame(frame: Frame) -> bytes:
    """Return the frame as it is sent: as JSON, for MessagePack turns times into UTC, and with that their days."""
    return _ENCODER.encode(frame)


def decode_frame(data: bytes) -> Frame:
    """Return the frame that `encode_frame` made, to the last offset. Raises `msgspec.MsgspecError` where it is none."""
    return _DECODER.decode(data)


def write_frame(frame: Frame, out: IO[bytes]) -> None:
    """Send a frame."""
    data = encode_frame(frame)
    out.write(len(data).to_bytes(_LENGTH, "big"))
    out.write(data)
    out.flush()


def next_frame(stream: IO[bytes]) -> bytes:
    """Return the next frame, b"" where there is none, or none that is whole."""
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return b""
    data = stream.read(int.from_bytes(length, "big"))
    return data if len(data) == int.from_bytes(length, "big") else b""


class HeldFrames:
    """Frames between the thread that takes them and the one that stores: as many as fill `_AHEAD`, one at least.

    So readers go on while a batch is stored, for which a pipe, of some hundred articles, is too short.
    """

    def __init__(self) -> None:
        self._frames: deque[bytes] = deque()
        self._bytes = 0
        self._is_closed = False
        self._changed = threading.Condition()

    def take(self, stream: IO[bytes]) -> None:
        """Hold the frames of a stream as they come, and b"" at its end, until nobody wants more."""
        try:
            while (frame := next_frame(stream)) and self._put(frame):
                pass
        finally:
            self._put(b"")

    def _put(self, frame: bytes) -> bool:
        """Hold a frame when there is room; False where nobody wants more."""
        with self._changed:
            self._changed.wait_for(lambda: self._bytes < _AHEAD or self._is_closed)
            self._frames.append(frame)
            self._bytes += len(frame)
            self._changed.notify_all()
            return not self._is_closed

    def get(self) -> bytes:
        """Return the next frame when it is there, b"" for no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._frames)
            frame = self._frames.popleft()
            self._bytes -= len(frame)
            self._changed.notify_all()
            return frame

    def close(self) -> None:
        """Let nobody wait for room."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
