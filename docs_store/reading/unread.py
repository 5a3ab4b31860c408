"""Kinds of files that are known and not read, so that the reason can name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import HEAD, Source, is_binary

_MAGIC: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "documents of old Word, Excel and PowerPoint"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archives"),
    (b"Rar!\x1a\x07", "RAR archives"),
    (b"SQLite format 3\x00", "SQLite databases"),
)
_XML = re.compile(r"<\?xml", re.IGNORECASE)
_ROOT = re.compile(r"\s*<(?P<name>[A-Za-z][\w.-]{0,40}(?::[\w.-]{1,40})?)(?:\s[^<>]{0,5000})?>")
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
            return f"{what} are not read"
    if is_binary(source.head):
        return "binary, not text"
    begin = _COMMENT.match(source.text_head)
    if begin and (_XML.match(source.text_head, begin.end()) or _is_tree(source)):
        return "XML files of this kind are not read"
    return ""


def _is_tree(source: Source) -> bool:
    """Tell whether a file is XML that does not say so: it names its namespaces, or ends as it begins."""
    root = _ROOT.match(source.text_head)
    if root is None:
        return False
    return " xmlns" in root[0] or (len(source.head) < HEAD and source.text_head.rstrip().endswith(f"</{root['name']}>"))
