"""An article's file as it is, for a reader who wants to see what the article was made from."""

from __future__ import annotations

import json
import os
from typing import Final

from docs_store.errors import DocumentError
from docs_store.model import Article, Original
from docs_store.reading.source import Source, decode, encoding_of, open_source
from docs_store.text import clean, one_line

_SHOWN: Final = 2**20
"""Bytes read: some two hundred pages."""

_MOST_LINES: Final = 20_000
"""Lines kept of them: a file of nothing but line ends is no reason to lay out a million."""

_SEARCHED: Final = 256 * 2**20
"""Bytes of JSON Lines in which the article's record is looked for: under half a second."""

_LONGEST: Final = 16 * 2**20
"""Bytes of a line that is looked at."""

_TAB: Final = 4
"""Columns between two tab stops."""

_BEGINNING: Final = (0, 1)


def read_original(article: Article) -> Original:
    """Return the text of the file `article` was read from: at most a MiB, whatever its size, in bounded time.

    It begins with the file, of JSON Lines with the article's record where that is found in the first 256 MiB. Raises
    `DocumentError` where there is no file, it cannot be opened, or it is no text (an archive, a PDF).
    """
    if not article.path:
        raise DocumentError(article.key, "imported, or read from standard input: there is no file")
    with open_source(article.path) as source:
        source.check()
        in_bytes = encoding_of(source.head) in (None, "utf-8-sig")  # there a line ends at a byte 0x0A
        try:
            start, number = _record(source, article) if in_bytes else _BEGINNING
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


def _record(source: Source, article: Article) -> tuple[int, int]:
    """Return the byte where the article's record begins, and the number of its line; the file's beginning else."""
    if not source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _BEGINNING
    wanted = article.title if article.key.startswith(article.path) else article.key
    spelled = {json.dumps(wanted, ensure_ascii=plain)[1:-1].encode("utf-8", "replace") for plain in (True, False)}
    start, number = _BEGINNING
    while start < _SEARCHED and (line := source.stream.readline(_LONGEST)):
        if any(spelling in line for spelling in spelled) and _holds(line, wanted):
            return start, number
        if not line.endswith(b"\n"):
            break
        start, number = start + len(line), number + 1
    return _BEGINNING


def _holds(line: bytes, wanted: str) -> bool:
    """Tell whether a line is a record that has `wanted` as one of its values."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    values = record.values() if isinstance(record, dict) else ()
    return any(one_line(str(value)) == wanted for value in values if isinstance(value, (str, int)))
