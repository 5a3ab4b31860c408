"""Files compressed as they are, by gzip and its like: they are read as what they hold, however long that is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO, BinaryIO, Final, TypeAlias

from docs_store.reading.source import Source
from docs_store.reading.streams import unpacked

_Opened: TypeAlias = tuple[IO[bytes], type[Exception]]
"""The stream that uncompresses, and what it raises where the data are damaged."""


def uncompressed(source: Source) -> Source:
    """Return the file that `source` holds where it is compressed, else `source`.

    Raises `DocumentError` where it is damaged from the beginning, or compressed once more: a file can be made that
    uncompresses to itself.
    """
    opener = _opener(source)
    if opener is None:
        return source
    stream, error = opener(source.stream)
    inner = source.holding(unpacked(stream, source.name, source.allowance, (error,)))
    if is_compressed(inner):
        raise source.error("compressed more than once")
    return inner


def is_compressed(source: Source) -> bool:
    """Tell whether a file is compressed as it is."""
    return _opener(source) is not None


def _opener(source: Source) -> Callable[[BinaryIO], _Opened] | None:
    return next((opener for magic, opener in _OPENERS if magic.match(source.head)), None)


def _gzip(stream: BinaryIO) -> _Opened:
    import gzip
    import zlib

    return gzip.GzipFile(fileobj=stream), zlib.error  # type: ignore[return-value]  # typeshed has it as no IO


def _bzip2(stream: BinaryIO) -> _Opened:
    import bz2

    return bz2.BZ2File(stream), ValueError


def _xz(stream: BinaryIO) -> _Opened:
    import lzma

    return lzma.LZMAFile(stream), lzma.LZMAError


def _zstandard(stream: BinaryIO) -> _Opened:
    import sys

    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    return zstd.ZstdFile(stream), zstd.ZstdError  # type: ignore[return-value]  # typeshed has it as no IO


_OPENERS: Final = (
    (re.compile(rb"\x1f\x8b\x08"), _gzip),
    (re.compile(rb"BZh[1-9]1AY&SY"), _bzip2),
    (re.compile(rb"\xfd7zXZ\0"), _xz),
    (re.compile(rb"\x28\xb5\x2f\xfd"), _zstandard),
)
