"""An article's file as it is, for a reader who wants to see what the article was made from."""

from __future__ import annotations

import os
from typing import Final

from docs_store.answers import Original
from docs_store.errors import DocumentError
from docs_store.model import Article
from docs_store.reading.place import BEGINNING, place_of
from docs_store.reading.source import decode, encoding_of, open_source
from docs_store.text import clean

_SHOWN: Final = 2**20
"""Bytes read: some two hundred pages."""

_MOST_LINES: Final = 20_000
"""Lines kept of them: a file of nothing but line ends is no reason to lay out a million."""

_TAB: Final = 4
"""Columns between two tab stops."""


def read_original(article: Article) -> Original:
    """Return the text of the file `article` was read from: at most a MiB, whatever its size, in bounded time.

    It begins with the file; of a file of many records (JSON, a feed, a mailbox, a table) with the article's own, where
    that is found in the first 256 MiB. Raises `DocumentError` where there is no file, it cannot be opened, or it is no
    text (an archive, a PDF).
    """
    if not article.file:
        raise DocumentError(article.key, "imported, or read from standard input: there is no file")
    with open_source(article.path) as source:
        source.check()
        in_bytes = encoding_of(source.head) in (None, "utf-8-sig")  # there a line ends at a byte 0x0A
        try:
            start, number = place_of(source, article) if in_bytes else BEGINNING
            source.stream.seek(start)
            data = source.stream.read(_SHOWN)
            size = os.fstat(source.stream.fileno()).st_size
        except OSError as error:
            raise source.error((error.strerror or "cannot be read").lower()) from error
    goes_on = start + len(data) < size
    if goes_on and in_bytes:
        data = data[: data.rfind(b"\n") + 1] or data
    lines = clean(decode(data, article.path).lstrip("\ufeff").expandtabs(_TAB)).split("\n")
    return Original("\n".join(lines[:_MOST_LINES]), number, goes_on or len(lines) > _MOST_LINES, size)
