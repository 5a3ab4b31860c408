"""Pages saved with all they show in one file (MHTML, "web archive, single file"): the page within is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from docs_store.errors import DocumentError
from docs_store.reading.html import read_page
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

if TYPE_CHECKING:
    from email.message import Message

_PAGES: Final = ("text/html", "application/xhtml+xml")
_HEADERS = re.compile(r"(?:[A-Za-z0-9-]{1,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){1,100}")
_RELATED = re.compile(r"(?im)^content-type:\s*multipart/related")
_SAVED = re.compile(r"(?im)^(?:snapshot-content-location:|from:\s*\"?<?saved by)")
_SENT = re.compile(r"(?im)^(?:to|received|message-id|delivered-to|return-path):")


def matches(source: Source) -> bool:
    """Tell whether a file is a page saved as MHTML, and no mail of the same make."""
    headers = _HEADERS.match(source.text_head.lstrip())
    if headers is None or not _RELATED.search(headers[0]):
        return False
    return bool(_SAVED.search(headers[0])) or not _SENT.search(headers[0])


def read(source: Source, _: Reading) -> Iterator[RawDocument]:
    """Yield the article of the page within. Raises `DocumentError` where there is none."""
    from email import message_from_bytes

    try:
        message = message_from_bytes(source.read().lstrip())
        page = _page(message)
    except RecursionError as error:
        raise source.error("parts within each other, too deep") from error
    if page is None:
        raise source.error("no page in it")
    data = page.get_payload(decode=True)
    url = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    try:
        yield read_page(_text(data if isinstance(data, bytes) else b"", page), str(url).strip())
    except DocumentError as error:
        raise source.error(error.reason) from error


def _page(message: Message) -> Message | None:
    """Return the part that is the page: the one named as the start, else the first that is one."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    return next((part for part in pages if start and part.get("Content-ID") == start), pages[0] if pages else None)


def _text(data: bytes, part: Message) -> bytes | str:
    """Return a page as text where its header, which goes before what the page says, names an encoding."""
    charset = part.get_content_charset()
    if charset is None:
        return data
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return data
