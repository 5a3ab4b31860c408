"""A file of any size as lines of text, for formats that hold many documents."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress

from docs_store.ledger import Skipped
from docs_store.reading.legacy import HIGH, Legacy
from docs_store.reading.reader import Reading
from docs_store.reading.source import SIZE_LIMIT, Source, as_utf8, encoding_of


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
        with suppress(ValueError):  # closed already, where reading was given up
            text.detach()  # the stream is its owner's to close


def _byte_lines(source: Source, reading: Reading) -> Iterator[str]:
    legacy = Legacy(source.head)
    for number, line in enumerate(source.lines(), 1):
        if line is None:
            reading.report(Skipped(f"{source.name}:{number}", f"a line longer than {SIZE_LIMIT >> 20} MiB"))
            continue
        # Tables and corpora are put together from many hands: each line is in an encoding for itself.
        text = as_utf8(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)
        yield (legacy.decode(line) if text is None else text).replace("\0", "")


def head_lines(source: Source) -> list[str]:
    """Return the lines of a file's head as `text_lines` yields them, without their ends; the last one may be cut."""
    text = source.text_head
    if "\ufffd" in text and encoding_of(source.head) in (None, "utf-8-sig"):
        legacy = Legacy(source.head)
        lines = source.head.removeprefix(codecs.BOM_UTF8).split(b"\n")
        text = "\n".join(legacy.decode(line) if (held := as_utf8(line)) is None else held for line in lines)
    return text.replace("\0", "").split("\n")


def is_utf8(head: bytes) -> bool:
    """Tell whether the beginning of a file is UTF-8; its last character may be cut."""
    return as_utf8(head.rstrip(HIGH)) is not None
