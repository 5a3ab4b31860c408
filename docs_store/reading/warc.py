"""Web archives (WARC, ARC before it): the articles among the pages that a crawler or a browser kept; streamed.

A WACZ file is a zip archive with WARC files in it, and is read as one. WET files are WARC with the text of each page.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.reading.html import read_article
from docs_store.reading.limits import begin_another
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import SIZE_LIMIT, Source, decode
from docs_store.reading.text import read_text

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_BEGIN = re.compile(
    rb"WARC/\d\.\d+\s*$|(?P<arc>[a-z]{2,10}:\S{1,4000} [\d.:A-Fa-f]{1,45} \d{8,14} \S{1,200} \d{1,12}\s*$)"
)
_LONGEST_LINE: Final = 2**16
_CHUNK: Final = 2**16
_KEPT: Final = frozenset(("response", "resource", "conversion"))
_LEAST_PROSE: Final = 200
"""Code points of paragraphs, from which the text of a page is an article's."""
_LEAST_PARAGRAPH: Final = 80
_DAMAGED: Final = "damaged or cut short"
_TEXTS = re.compile(r"(?i)\s*text/plain")
_PAGES = re.compile(r"(?i)\s*(?:text/html|application/xhtml\+xml)")


def matches(source: Source) -> bool:
    """Tell whether a file is a web archive."""
    return source.head.startswith((b"WARC/", b"filedesc:"))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles in a web archive, each known by its address; what is bad, or gives none, is reported."""
    pages, has_some = 0, False
    for record in _records(source, reading):
        begin_another()
        if record.rec_type not in _KEPT or not _is_page(record):
            continue
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        place = f"{source.name}!{url}"
        pages += 1
        try:
            page = _article(record, _content(record, source, place), url)
        except DocumentError as error:
            reading.bad_member(place, error)
            continue
        if page is not None:
            has_some = True
            yield page
    if not has_some:
        told = f"none of its {pages:,} pages is an article" if pages > 1 else "its page is no article"
        reading.report(Skipped(source.name, told if pages else "no web page in it"))


def _article(record: ArcWarcRecord, content: bytes, url: str) -> RawDocument | None:
    """Return the article in a page, or in the text that was made of one; None where there is none."""
    if record.rec_type != "conversion":
        return read_article(content, url)
    raw = read_text(decode(content, url))
    prose = sum(len(block.text) for block in raw.blocks if len(block.text) >= _LEAST_PARAGRAPH)
    return replace(raw, url=url) if prose >= _LEAST_PROSE else None


def _records(source: Source, reading: Reading) -> Iterator[ArcWarcRecord]:
    """Yield the records; where one is broken, go on with the next line that begins one."""
    from warcio.bufferedreaders import BufferedReader
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    logging.getLogger("warcio").addHandler(logging.NullHandler())  # what it tells of damage must not reach a screen
    stream, loader = BufferedReader(source.stream), ArcWarcRecordLoader()
    was_lost = False
    while line := stream.readline(_LONGEST_LINE):
        begin = _BEGIN.match(line)
        if begin is None:
            if line.strip() and not was_lost:
                reading.report(Skipped(source.name, "a broken record"))
                was_lost = True
            continue
        was_lost = False
        try:
            record = loader.parse_record_stream(stream, line, "arc" if begin["arc"] else "warc")
        except (
            ArchiveLoadFailed,
            StatusAndHeadersParserException,
            EOFError,
            AttributeError,
            OverflowError,
            ValueError,
        ):
            record = None
        if record is None or record.length is None:  # without a length nobody knows where it ends
            reading.report(Skipped(source.name, "a broken record"))
            was_lost = True
            continue
        yield record
        while record.raw_stream.read(_CHUNK):
            pass


def _is_page(record: ArcWarcRecord) -> bool:
    """Tell whether a record holds a page that was there."""
    if record.rec_type == "conversion":
        return bool(_TEXTS.match(record.content_type or ""))
    if record.http_headers is None:
        return record.rec_type == "resource" and bool(_PAGES.match(record.content_type or ""))
    is_whole = record.http_headers.get_statuscode() == "200"
    return is_whole and bool(_PAGES.match(record.http_headers.get_header("Content-Type") or ""))


def _content(record: ArcWarcRecord, source: Source, place: str) -> bytes:
    """Return a record's page as the server meant it. Raises `DocumentError` where it is too large or damaged."""
    from warcio.bufferedreaders import ChunkedDataReader

    headers, stream = record.http_headers, record.raw_stream
    if headers is not None and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    data: bytes = stream.read(SIZE_LIMIT + 1)
    if record.raw_stream.limit and len(data) <= SIZE_LIMIT:
        raise DocumentError(place, _DAMAGED)
    encoding = (headers.get_header("Content-Encoding") or "").strip().lower() if headers is not None else ""
    data = _decoded(data, encoding, place)
    source.allowance.take(len(data))
    if len(data) > SIZE_LIMIT:
        raise DocumentError(place, f"larger than {SIZE_LIMIT >> 20} MiB")
    return data


def _decoded(data: bytes, encoding: str, place: str) -> bytes:
    """Return `data` as it was before it was compressed to be sent. Many crawlers undo that and leave the header.

    Raises `DocumentError` where it is damaged, or nothing is left of it.
    """
    import brotli

    is_page = data.lstrip().startswith(b"<")
    try:
        if encoding in ("gzip", "x-gzip") and data.startswith(b"\x1f\x8b"):
            stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
            found, is_whole = stream.decompress(data, SIZE_LIMIT + 1), stream.eof
        elif encoding == "deflate" and not is_page:
            stream = zlib.decompressobj(zlib.MAX_WBITS if data[:1] == b"\x78" else -zlib.MAX_WBITS)
            found, is_whole = stream.decompress(data, SIZE_LIMIT + 1), stream.eof
        elif encoding == "br" and not is_page:
            brotlied = brotli.Decompressor()
            found = bytes(brotlied.process(data, output_buffer_limit=SIZE_LIMIT + 1))
            is_whole = brotlied.is_finished()
        else:
            return data
    except (zlib.error, brotli.error) as error:
        raise DocumentError(place, _DAMAGED) from error
    if not found and not is_whole:
        raise DocumentError(place, _DAMAGED)
    return found
