"""Kinds of files that are known and not read, so that the reason can name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source, is_binary

_MAGIC: Final = (
    (b"%PDF-", "PDF files"),
    (b"PK\x03\x04", "zip archives, e-books and office documents"),
    (b"\x1f\x8b", "gzip files"),
    (b"BZh", "bzip2 files"),
    (b"\xfd7zXZ\x00", "xz files"),
    (b"\x28\xb5\x2f\xfd", "zstandard files"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office documents"),
    (b"{\\rtf", "rich text files"),
    (b"\x89PNG\r\n\x1a\n", "pictures"),
    (b"\xff\xd8\xff", "pictures"),
    (b"GIF8", "pictures"),
    (b"SQLite format 3\x00", "SQLite databases"),
    (b"WARC/", "web archives"),
)
_MARKUP: Final = ((re.compile(r"<\?xml", re.IGNORECASE), "XML files of this kind"),)
_COMMENT = re.compile(r"\s*(?:<!--(?:[^-]|-(?!->)){0,5000}-->\s*){0,20}")


def matches(source: Source) -> bool:
    """Tell whether nothing here reads it."""
    return bool(_reason(source))


def read(source: Source, _: Reading) -> Iterator[RawDocument]:
    """Raise the `DocumentError` that says what it is."""
    raise source.error(_reason(source))


def _reason(source: Source) -> str:
    for magic, what in _MAGIC:
        if source.head.startswith(magic):
            return f"{what} are not read yet"
    if is_binary(source.head):
        return "binary, not text"
    begin = _COMMENT.match(source.text_head)
    for pattern, what in _MARKUP:
        if begin and pattern.match(source.text_head, begin.end()):
            return f"{what} are not read yet"
    return ""
