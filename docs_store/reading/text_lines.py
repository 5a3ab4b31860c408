"""A file of any size as lines of text, for formats that hold many documents."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from docs_store.model import Skipped
from docs_store.reading.reader import Reading
from docs_store.reading.source import SIZE_LIMIT, Source, encoding_of, legacy_encoding


def text_lines(source: Source, reading: Reading) -> Iterator[str]:
    """Yield line after line with its end, NULs left out; one past `SIZE_LIMIT` is reported."""
    encoding = encoding_of(source.head)
    if encoding in (None, "utf-8-sig"):
        yield from _byte_lines(source, reading)
        return
    text = io.TextIOWrapper(source.stream, encoding, "replace", newline="")
    try:
        while line := text.readline(SIZE_LIMIT):
            yield line.replace("\0", "")
    finally:
        text.detach()  # the stream is its owner's to close


def _byte_lines(source: Source, reading: Reading) -> Iterator[str]:
    is_unicode, legacy = _encodings(source.head)
    for number, line in enumerate(source.lines(), 1):
        if line is None:
            reading.report(Skipped(f"{source.name}:{number}", f"a line longer than {SIZE_LIMIT >> 20} MiB"))
            continue
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:  # tables and corpora are put together from many hands: each line for itself
            text = line.decode("utf-8" if is_unicode else legacy, "replace")
        yield text.replace("\0", "")


def _encodings(head: bytes) -> tuple[bool, str]:
    """Tell from the beginning of a file whether it is UTF-8, and in which encoding lines are that are not."""
    if head.isascii():
        return False, "cp1252"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # its last character may be cut
    except UnicodeDecodeError:
        return False, legacy_encoding(head)
    return True, "utf-8"
