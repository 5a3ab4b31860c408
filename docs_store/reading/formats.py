"""Which reader reads a file: told from its first bytes, never from its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from docs_store.model import Skipped
from docs_store.reading.json import looks_like_json, read_json
from docs_store.reading.raw import RawDocument
from docs_store.reading.source import Source, encoding_of, is_binary, open_source
from docs_store.reading.text import read_text

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
_MARKUP: Final = (
    (re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE), "HTML pages"),
    (re.compile(r"<\?xml|<rss[\s>]|<feed[\s>]", re.IGNORECASE), "XML files and feeds"),
)
_COMMENT = re.compile(r"\s*(?:<!--(?:[^-]|-(?!->)){0,5000}-->\s*){0,20}")


def read_documents(name: str, report: Callable[[Skipped], None]) -> Iterator[RawDocument]:
    """Yield the documents in the file at path `name` ("-" is standard input), passing bad records to `report`.

    Raises `DocumentError` where the file as a whole cannot be read.
    """
    with open_source(name) as source:
        for magic, what in _MAGIC:
            if source.head.startswith(magic):
                raise _unread(source, what)
        if is_binary(source.head):
            raise source.error("binary, not text")
        head = source.head.decode(encoding_of(source.head) or "utf-8", "replace").lstrip("\ufeff")
        begin = _COMMENT.match(head)
        for pattern, what in _MARKUP:
            if begin and pattern.match(head, begin.end()):
                raise _unread(source, what)
        as_utf8 = head.encode("utf-8", "replace")
        if looks_like_json(as_utf8):
            yield from read_json(source, as_utf8, report)
        else:
            yield read_text(source.read_text())


def _unread(source: Source, what: str) -> Exception:
    return source.error(f"{what} are not read yet")
