"""The legacy encodings of a file that is read line by line: a guess costs more than a hundred lines do."""

from __future__ import annotations

from typing import Final

from docs_store.reading.source import HEAD, as_utf8, legacy_encoding

HIGH: Final = bytes(range(0x80, 0x100))

_LIKELIEST: Final = "cp1252"
_LEAST_TELLING: Final = 40
"""Bytes past ASCII from which an encoding can be guessed; with fewer, Windows-1252 is the likeliest."""
_MOST_GUESSES: Final = 16
"""In one file: that many encodings are in no archive, and more guesses would only cost time."""


class Legacy:
    """Decodes those lines of one file that are not UTF-8: by the encodings of its other lines, else by a guess."""

    def __init__(self, head: bytes) -> None:
        """`head` is the beginning of the file."""
        self._telling = _broken_lines(head)
        self._known: list[str] = []
        self._guesses = 0

    def decode(self, line: bytes) -> str:
        """Return `line`, which is not UTF-8, as text."""
        if not self._known:
            if not _tells_enough(self._telling):
                self._telling += line[:HEAD]
            if not _tells_enough(self._telling):
                return line.decode(_LIKELIEST, "replace")
            self._known.append(legacy_encoding(self._telling))
        for encoding in self._known:
            try:
                return line.decode(encoding)
            except UnicodeDecodeError:
                pass
        if self._guesses >= _MOST_GUESSES or not _tells_enough(line):
            return line.decode(self._known[0], "replace")
        self._guesses += 1
        encoding = legacy_encoding(line)
        if encoding not in self._known:
            self._known.append(encoding)
        return line.decode(encoding, "replace")


def line_encoding(head: bytes) -> str:
    """Return the likeliest encoding of a file's lines that are not UTF-8, by those at its beginning."""
    broken = _broken_lines(head)
    return legacy_encoding(broken) if _tells_enough(broken) else _LIKELIEST


def _broken_lines(head: bytes) -> bytes:
    return b"".join(line for line in head.splitlines(keepends=True) if as_utf8(line) is None)


def _tells_enough(data: bytes) -> bool:
    return len(data) - len(data.translate(None, HIGH)) >= _LEAST_TELLING
