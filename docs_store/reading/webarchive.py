"""Web pages as Safari saves them (.webarchive): a property list that holds the page, where it was and its encoding.

The list of what is where stands at its end. Of a file cut short, which has none, the page is found by what it begins
with; where it was and in which encoding are told by itself alone.
"""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath
from typing import Final

from docs_store.reading.html import read_page
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_MAGIC: Final = b"bplist00"
_MAIN: Final = "WebMainResource"
_DATA: Final = re.compile(rb"\x4f(?:\x10(.)|\x11(..)|\x12(.{4})|\x13(.{8}))(?=[ \t\r\n]{0,99}<[!?A-Za-z])", re.DOTALL)
"""Before the bytes of a page: that there are bytes, and how many."""
_PAGES: Final = ("text/html", "application/xhtml+xml")


def matches(source: Source) -> bool:
    """Tell whether a file is a page as Safari saves it."""
    is_called = PurePath(source.member or source.name).suffix.lower() == ".webarchive"
    return source.head.startswith(_MAGIC) and (_MAIN.encode() in source.head or is_called)


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article of the page.

    Raises `DocumentError` where the file holds no page, or is damaged, when a page that is whole in it has been read.
    """
    import plistlib

    data = source.read()
    try:
        held = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
    # A damaged list makes the library's own code stumble.
    except (plistlib.InvalidFileException, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError,
            TypeError, ValueError, struct.error) as error:  # fmt: skip
        if whole := _still_whole(data):
            yield read_page(whole, "")
        raise source.error("a damaged web archive of Safari's") from error
    main = held.get(_MAIN) if isinstance(held, Mapping) else None
    page = main.get("WebResourceData") if isinstance(main, Mapping) else None
    if not (isinstance(main, Mapping) and isinstance(page, bytes)):
        raise source.error("a web archive of Safari's without a page")
    url = main.get("WebResourceURL")
    url = url if isinstance(url, str) and url.startswith(("http://", "https://")) else ""
    if main.get("WebResourceMIMEType") in _PAGES:
        yield read_page(_decoded(page, main.get("WebResourceTextEncodingName")), url)
        return
    for raw in reading.read(source.holding(BytesIO(page)), replace(reading, depth=reading.depth + 1)):
        yield replace(raw, url=raw.url or url)


def _still_whole(data: bytes) -> bytes:
    """Return the page in an archive that is cut short, b"" where it is cut itself: the largest of all in it."""
    pages = ((int.from_bytes(found[found.lastindex or 0]), found.end()) for found in _DATA.finditer(data))
    size, begin = max(pages, default=(0, 0))
    return data[begin : begin + size] if begin + size <= len(data) else b""


def _decoded(page: bytes, encoding: object) -> str | bytes:
    """Return the page in the encoding that Safari has read it in; as it is where that is none."""
    with suppress(LookupError, UnicodeDecodeError, ValueError):
        return page.decode(codecs.lookup(encoding).name) if isinstance(encoding, str) and encoding else page
    return page
