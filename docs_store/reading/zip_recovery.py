"""Zip archives cut short or damaged: their list of files, which is at their end, made anew from what is still whole."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final

from docs_store.reading.limits import begin_another
from docs_store.reading.streams import Allowance

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from docs_store.reading.source import Source

MAGIC: Final = b"PK\x03\x04"
"""What the header before each file of an archive begins with."""

NO_LIST: Final = b"PK\x05\x06"
"""What an archive without files begins with: the end of its list."""

_HEADER: Final = struct.Struct("<4s5H3L2H")
_ENCRYPTED: Final = 0x1
_SIZES_BEHIND: Final = 0x8
_IN_UTF8: Final = 0x800
_DEFLATED: Final = 8
_ELSEWHERE: Final = 2**32 - 1
"""The size of what is longer than a header can tell."""
_CHUNK: Final = 2**16
_DESCRIPTOR: Final = 64
"""Bytes after a file's data within which the next header begins."""


def recovered(source: Source) -> ZipFile:
    """Return the archive in `source` as one of the files that are whole in it, from its beginning to its first gap.

    Raises `DocumentError` where they swell too much.
    """
    from zipfile import ZipFile

    archive = ZipFile(BytesIO(NO_LIST + bytes(18)))
    for info in _whole_files(source.stream, Allowance(source.name, source.allowance.left)):
        archive.filelist.append(info)
        archive.NameToInfo[info.filename] = info
    archive.fp = source.stream
    return archive


def _whole_files(stream: IO[bytes], allowance: Allowance) -> Iterator[ZipInfo]:
    from zipfile import ZipInfo

    end = stream.seek(0, 2)
    at = stream.seek(0)
    while len(header := stream.read(_HEADER.size)) == _HEADER.size and header.startswith(MAGIC):
        _, _, flags, method, _, _, check, packed, size, name_size, extra_size = _HEADER.unpack(header)
        name = stream.read(name_size).decode("utf-8" if flags & _IN_UTF8 else "cp437", "replace")
        info = ZipInfo(name)
        info.header_offset, info.flag_bits, info.compress_type = at, flags, method
        begin = stream.seek(extra_size, 1)
        if flags & _ENCRYPTED:
            return
        if flags & _SIZES_BEHIND or packed == _ELSEWHERE:
            told = _looked_through(stream, allowance) if method == _DEFLATED else None
            if told is None:
                return
            info.CRC, info.compress_size, info.file_size = told
        else:
            info.CRC, info.compress_size, info.file_size = check, packed, size
        after = begin + info.compress_size
        if after > end:
            return
        yield info
        begin_another(info.compress_size)
        stream.seek(after)
        at = stream.seek(after + max(0, stream.read(_DESCRIPTOR).find(MAGIC)))


def _looked_through(stream: IO[bytes], allowance: Allowance) -> tuple[int, int, int] | None:
    """Return the checksum and both sizes of the deflated data that come next, None where they are not whole."""
    begin, inflate, packed = stream.tell(), zlib.decompressobj(-zlib.MAX_WBITS), b""
    check = size = 0
    try:
        while not inflate.eof and (packed := packed or stream.read(_CHUNK)):
            data = inflate.decompress(packed, _CHUNK)
            packed = inflate.unconsumed_tail
            check, size = zlib.crc32(data, check), size + len(data)
            allowance.take(len(data))
    except zlib.error:
        return None
    return (check, stream.tell() - len(inflate.unused_data) - begin, size) if inflate.eof else None
