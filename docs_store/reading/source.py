"""From a path to bytes, and from bytes to text: what is refused here never reaches a reader."""

from __future__ import annotations

import io
import os
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import BinaryIO, Final

from docs_store.errors import DocumentError
from docs_store.reading.limits import begin_another
from docs_store.reading.streams import STANDARD_INPUT, Allowance, allowance_of, rejoined

SIZE_LIMIT: Final = 64 * 2**20
"""Bytes of a file that is read whole, and of one line of a file that is read by lines."""

HEAD: Final = 64 * 2**10
"""Bytes looked at to tell what a file is."""

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),  # before utf-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What ISO-2022-JP goes over into Japanese with, and back from it.
_JAPANESE: Final = (b"\x1b$B", b"\x1b$@")
_LATIN: Final = (b"\x1b(B", b"\x1b(J")
# Text has a NUL in every second byte where it is UTF-16 in a script of small code points, and none elsewhere.
_NUL_SHARE: Final = 0.6
_SHORTEST_WIDE: Final = 128
"""Bytes, from which on what means something in UTF-16 does so by no chance."""
_COMMON: Final = " \n\u3000\u3001\u3002\uff0c"
"""What every text has some of: it tells which order of its bytes is the right one."""
_LETTERS: Final = 0.5
"""Share of letters in text, in any script."""
# A damaged UTF-8 file still shows itself by far more whole sequences than broken ones; a legacy file has next to none.
_WHOLE_PER_BROKEN: Final = 4
_LEADS: Final = bytes(range(0xC2, 0xF5))
"""What the sequences of UTF-8 begin with."""
# Bytes given to charset-normalizer: it tries many encodings, and a sample tells as much as 64 MiB.
_CHARSET_SAMPLE: Final = 256 * 2**10
_WESTERN: Final = frozenset({"Danish", "Dutch", "English", "Finnish", "French", "German", "Indonesian", "Italian",
                             "Norwegian", "Portuguese", "Spanish", "Swedish"})  # fmt: skip
_CODES: Final = {"Polish": "pl", "Czech": "cs", "Hungarian": "hu", "Romanian": "ro", "Turkish": "tr"}
_UNICODE: Final = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
# NUL, and controls no text has but where it was damaged; ESC, BEL, BS and FF do occur in captured text.
_BINARY: Final = bytes(range(0x07)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20))
_BINARY_SHARE: Final = 0.02


@dataclass(frozen=True)
class Source:
    """An open file at its beginning. `name` is what the user called it, for messages."""

    name: str
    head: bytes
    """Its first `HEAD` bytes, all there are where it is shorter."""
    stream: BinaryIO
    """Able to seek where `seekable()` returned it; else it is to be read from its beginning to its end."""
    member: str = ""
    """Its name within the file it is in; "" for a file of its own."""
    allowance: Allowance = field(default_factory=lambda: allowance_of("-"), compare=False)

    @cached_property
    def text_head(self) -> str:
        """Its head as text, in the encoding it shows, else UTF-8; what is broken is replaced."""
        return self.head.decode(encoding_of(self.head) or "utf-8", "replace").lstrip("\ufeff")

    def within(self, member: str, stream: BinaryIO) -> Source:
        """Return the file `member` within this one, `stream` being at its beginning."""
        return _opened(f"{self.name}!{member}", stream, self.allowance, member)

    def holding(self, stream: BinaryIO) -> Source:
        """Return this file with what `stream`, which is at its beginning, makes of it: the file uncompressed."""
        return _opened(self.name, stream, self.allowance, self.member)

    def check(self) -> None:
        """Raise `DocumentError` where there is nothing in it, or nothing that can be read."""
        if not self.head:
            self.stream.read(1)  # damaged at its first byte, it says so
        if len(self.head) < HEAD and not self.head.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
            raise self.error("empty")

    def seekable(self) -> Source:
        """Return this file with a stream that can be gone through to and fro, in memory where it is no file on disk.

        Raises `DocumentError` where it cannot and is larger than `SIZE_LIMIT`.
        """
        if self.stream.seekable():
            return self
        return replace(self, stream=io.BytesIO(self.read()))

    def error(self, reason: str) -> DocumentError:
        """Return the error that says why this file is not read."""
        return DocumentError(self.name, reason)

    def read(self) -> bytes:
        """Return everything. Raises `DocumentError` past `SIZE_LIMIT`."""
        try:
            data = self.stream.read(SIZE_LIMIT + 1)
            self.stream.read(1)  # tells where what was read is not all, because the file is damaged
        except OSError as error:
            raise self.error(_os_reason(error)) from error
        if len(data) > SIZE_LIMIT:
            raise self.error(f"larger than {SIZE_LIMIT >> 20} MiB; split it, or make it JSON Lines")
        begin_another(len(data))
        return data

    def read_text(self) -> str:
        """Return everything as text. Raises `DocumentError` where it is too large, or is no text."""
        return decode(self.read(), self.name)

    def lines(self) -> Iterator[bytes | None]:
        """Yield line after line with its end; None in place of a line past `SIZE_LIMIT`."""
        try:
            while line := self.stream.readline(SIZE_LIMIT + 1):
                if len(line) <= SIZE_LIMIT:
                    yield line
                    continue
                while line and not line.endswith(b"\n"):
                    line = self.stream.readline(SIZE_LIMIT)
                yield None
        except OSError as error:
            raise self.error(_os_reason(error)) from error


@contextmanager
def open_source(name: str) -> Iterator[Source]:
    """Open the file at path `name`, "-" for standard input. Never waits for a FIFO.

    Raises `DocumentError` where it cannot be opened, or is no regular file.
    """
    if name == "-":
        yield _forward("-", sys.stdin.buffer, Allowance("-", STANDARD_INPUT))
        return
    try:
        # Without O_NONBLOCK the open of a FIFO that nobody writes never returns, and a check before it can be outrun.
        handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise DocumentError(name, _os_reason(error)) from error
    except ValueError as error:  # a NUL in the path
        raise DocumentError(name, "not a file name") from error
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise DocumentError(name, "a folder, not a file" if stat.S_ISDIR(mode) else "not a regular file")
    with open(handle, "rb") as stream:  # noqa: PTH123 - a descriptor, not a path
        allowance = allowance_of(name, os.fstat(handle).st_size)
        try:
            source = _opened(name, stream, allowance)
        except OSError as error:
            raise DocumentError(name, _os_reason(error)) from error
        yield source


def encoding_of(head: bytes) -> str | None:
    """Return the encoding that the beginning of a file shows, else None.

    That is Unicode by its mark or its NULs, and the Japanese of mail by its escapes, all of which bytes UTF-8 has too.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    sample = head[: len(head) & ~1][:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    least = len(sample) // 2 * _NUL_SHARE
    if max(even, odd) > max(1, least) and min(even, odd) <= max(even, odd) // 20:
        return "utf-16-be" if even > odd else "utf-16-le"
    if b"\0" in sample and (wide := _wide_encoding(sample)):
        return wide
    if head.isascii() and any(into in head for into in _JAPANESE) and any(back in head for back in _LATIN):
        return "iso2022_jp_ext"
    return None


def _wide_encoding(sample: bytes) -> str | None:
    """Return in which order of bytes a sample is UTF-16 in a script of large code points, None where it is none.

    There the NULs are those of spaces, signs and line ends; what is binary has controls, or code points that mean
    nothing, within a few.
    """
    if len(sample) < _SHORTEST_WIDE:
        return None
    texts = {encoding: sample.decode(encoding, "ignore") for encoding in ("utf-16-le", "utf-16-be")}
    read = [encoding for encoding, text in texts.items() if len(text) >= len(sample) // 2 - 1 and _is_written(text)]
    common = {encoding: sum(map(texts[encoding].count, _COMMON)) for encoding in read}
    return max((encoding for encoding in read if common[encoding]), key=lambda encoding: common[encoding], default=None)


def _is_written(text: str) -> bool:
    """Tell whether a text is letters for the most part, and nothing in it that nobody writes."""
    if sum(map(str.isalpha, text)) < len(text) * _LETTERS:
        return False
    return all(each in "\t\n\r\ufeff" or unicodedata.category(each) not in ("Cc", "Cn", "Co", "Cs") for each in text)


def is_binary(head: bytes) -> bool:
    """Return whether the beginning of a file is no text in any encoding.

    A mailbox or a list of records may hold a few NULs, where a program broke off: in UTF-8 else, it is text.
    """
    if encoding_of(head) is not None:
        return False
    if len(head) - len(head.translate(None, _BINARY)) > len(head) * _BINARY_SHARE:
        return True
    return b"\0" in head and as_utf8(head) is None


def decode(data: bytes, name: str, legacy: Callable[[bytes], str] | None = None) -> str:
    """Return `data` as text: Unicode by its mark, its NULs or its validity, else the likeliest legacy encoding.

    `legacy` decodes what is not Unicode, where it is known from the rest of a file. Raises `DocumentError` for the file
    `name` where it is no text.
    """
    encoding = encoding_of(data[:HEAD])
    if encoding is not None:
        return data.decode(encoding, "replace")
    if is_binary(data[:HEAD]):
        raise DocumentError(name, "binary, not text")
    text = as_utf8(data)
    if text is not None:
        return text
    return legacy(data) if legacy else data.decode(legacy_encoding(data), "replace")


def as_utf8(data: bytes) -> str | None:
    """Return `data` as UTF-8, be it damaged, else None."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sequences = len(data) - len(data.translate(None, _LEADS))
    return text if sequences - broken >= _WHOLE_PER_BROKEN * broken else None


def legacy_encoding(data: bytes) -> str:
    """Return the likeliest encoding of text that is not Unicode."""
    from charset_normalizer import from_bytes

    from docs_store.reading.latin import latin_encoding  # which files in Unicode do without

    matches = from_bytes(data[:_CHARSET_SAMPLE], cp_exclusion=_UNICODE, enable_fallback=False)
    best = matches.best()
    # Windows-1252 is the commonest legacy encoding, and nearly every byte means something in it. Where all accents of
    # a French text are letters of the Baltic too, a Baltic encoding looks a little better.
    if best is None or (best.language in _WESTERN and any(each.encoding == "cp1252" for each in matches)):
        guess = "cp1252"
    else:
        guess = best.encoding
    return latin_encoding(data, guess, _CODES.get(best.language, "") if best else "")


def _opened(name: str, stream: BinaryIO, allowance: Allowance, member: str = "") -> Source:
    """Return `stream`, at its beginning, as the file `name`."""
    if not stream.seekable():
        return _forward(name, stream, allowance, member)
    head = stream.read(HEAD)
    if head is None:  # a regular file that would have to be waited for, as some of /proc are
        raise DocumentError(name, "it has no data to read now")
    stream.seek(0)
    return Source(name, head, stream, member, allowance)


def _forward(name: str, stream: BinaryIO, allowance: Allowance, member: str = "") -> Source:
    head = b""
    try:
        while len(head) < HEAD and (data := stream.read(HEAD - len(head))):
            head += data
    except DocumentError:  # it comes again when all before it has been read
        pass
    return Source(name, head, rejoined(head, stream), member, allowance)


def _os_reason(error: OSError) -> str:
    """Return the system's own words ("Permission denied")."""
    return (error.strerror or type(error).__name__).lower()
