"""Zip archives: as folders, their files read one by one and never put on disk by their names."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING, BinaryIO, Final

from docs_store.errors import DocumentError
from docs_store.reading.members import Members
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import SIZE_LIMIT, Source
from docs_store.reading.streams import unpacked

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_MAGIC: Final = b"PK\x03\x04"
_EMPTY: Final = b"PK\x05\x06"
_HEADER: Final = struct.Struct("<4s5H3L2H")
_ENCRYPTED: Final = 0x1
_IN_UTF8: Final = 0x800
_DEFLATED: Final = 8
_CHUNK: Final = 2**16
_DESCRIPTOR: Final = 64
"""Bytes after a file's data within which the next header begins."""
_WEB_ARCHIVE: Final = "datapackage.json"
_OFFICE: Final = {
    "ppt/presentation.xml": "PowerPoint files",
    "META-INF/manifest.xml": "OpenDocument files",
    "META-INF/MANIFEST.MF": "Java programs",
}


def matches(source: Source) -> bool:
    """Tell whether a file is a zip archive, or begins as one."""
    return source.head.startswith((_MAGIC, _EMPTY))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the documents in the files in a zip archive.

    Raises `DocumentError` where it is cut short or damaged, when what is still whole in it has been read.
    """
    from zipfile import BadZipFile, ZipFile

    from docs_store.reading import epub
    from docs_store.reading.office import docx, odt, workbook

    source = source.seekable()
    try:
        archive = ZipFile(source.stream)
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, OSError, struct.error):
        source.stream.seek(0)
        yield from reading.members(_still_whole(source, Members(source, reading)))
        raise source.error("damaged or cut short: its list of files is missing") from None
    with archive:
        if epub.CONTAINER in archive.NameToInfo:
            yield from epub.read_book(archive, source, reading)
            return
        files = files_of(archive)
        if files and all(info.flag_bits & _ENCRYPTED for info in files):
            raise source.error("encrypted")
        if docx.DOCUMENT in archive.NameToInfo:
            yield from docx.read(archive, source, reading)
            return
        if odt.is_document(archive, source):
            yield from odt.read(archive, source, reading)
            return
        if workbook.WORKBOOK in archive.NameToInfo:
            yield from workbook.read(archive, source, reading)
            return
        if odt.is_document(archive, source, workbook.SHEETS_TYPE):
            yield from workbook.read_sheets(archive, source, reading)
            return
        office = next((kind for name, kind in _OFFICE.items() if name in archive.NameToInfo), "")
        if office:
            raise source.error(f"{office} are not read")
        if _WEB_ARCHIVE in archive.NameToInfo:  # WACZ: beside the pages it has only lists of them
            files = [info for info in files if info.filename.startswith("archive/")] or files
        members = Members(source, reading, (info.filename for info in files))
        yield from reading.members(_members(archive, files, source, members))


def files_of(archive: ZipFile) -> list[ZipInfo]:
    """Return the files that an archive lists; what has no name is none, and zipfile stumbles over it."""
    return [info for info in archive.infolist() if info.filename and not info.is_dir()]


def open_member(archive: ZipFile, info: ZipInfo, source: Source) -> BinaryIO:
    """Return what the file `info` in `source` holds. Raises `DocumentError` where it is not to be had."""
    from lzma import LZMAError
    from zipfile import BadZipFile

    name = f"{source.name}!{info.filename}"
    if info.flag_bits & _ENCRYPTED:
        raise DocumentError(name, "encrypted")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise DocumentError(name, "a link")
    try:
        stream = archive.open(info)
    except NotImplementedError as error:
        raise DocumentError(name, "compressed in a way that is not read") from error
    except (BadZipFile, RuntimeError, ValueError, OSError, struct.error) as error:
        raise DocumentError(name, "damaged or cut short") from error
    return unpacked(stream, name, source.allowance, (BadZipFile, zlib.error, LZMAError, ValueError))


def _members(archive: ZipFile, files: list[ZipInfo], source: Source, members: Members) -> Iterator[Source]:
    for info in files:
        if not info.file_size or not members.wants(info.filename):
            continue
        try:
            stream = open_member(archive, info, source)
        except DocumentError as error:
            members.refuse(info.filename, error.reason)
            continue
        yield source.within(info.filename, stream)


def _still_whole(source: Source, members: Members) -> Iterator[Source]:
    """Yield the files of an archive without its list, each found by the header before it, as long as they are whole."""
    stream = source.stream
    while len(header := stream.read(_HEADER.size)) == _HEADER.size and header.startswith(_MAGIC):
        _, _, flags, method, _, _, _, packed, _, name_size, extra_size = _HEADER.unpack(header)
        name = stream.read(name_size).decode("utf-8" if flags & _IN_UTF8 else "cp437", "replace")
        stream.seek(extra_size, 1)
        if flags & _ENCRYPTED or (method != _DEFLATED and not packed):
            return
        content = _inflated(stream, source) if method == _DEFLATED else _stored(stream, packed)
        if content is None:
            return
        after = stream.tell()
        if not name.endswith("/") and members.wants(name):
            yield source.within(name, content)
        stream.seek(after)
        stream.seek(after + max(0, stream.read(_DESCRIPTOR).find(_MAGIC)))


def _stored(stream: IO[bytes], size: int) -> BinaryIO | None:
    """Return the `size` bytes that come next, None where there are fewer, or too many to hold."""
    content = stream.read(min(size, SIZE_LIMIT))
    return BytesIO(content) if len(content) == size else None


def _inflated(stream: IO[bytes], source: Source) -> BinaryIO | None:
    """Return the deflated data that come next, None where they are not whole, or too many to hold."""
    content, inflate = BytesIO(), zlib.decompressobj(-zlib.MAX_WBITS)
    packed = b""
    try:
        while not inflate.eof and content.tell() <= SIZE_LIMIT and (packed := packed or stream.read(_CHUNK)):
            data = inflate.decompress(packed, _CHUNK)
            packed = inflate.unconsumed_tail
            source.allowance.take(content.write(data))
    except zlib.error:
        return None
    stream.seek(-len(inflate.unused_data), 1)
    content.seek(0)
    return content if inflate.eof else None
