"""Tar archives, as they come: from the beginning to the end, with nothing written anywhere."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Final, Self

from docs_store.reading.members import Members
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.streams import unpacked

_BLOCK: Final = tarfile.BLOCKSIZE
_LONGEST_HEADER: Final = 2**20
"""Bytes of the names and numbers that a header holds where they are too long for its fields; read whole."""
_HEADERS: Final = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_ERRORS: Final = (tarfile.TarError, ValueError, IndexError, OverflowError, RecursionError)
"""What tarfile raises where a header is no header, or tells of another one that does, and so on."""


def matches(source: Source) -> bool:
    """Tell whether a file is a tar archive: its first header has the right checksum."""
    try:
        return bool(tarfile.TarInfo.frombuf(source.head[:_BLOCK], "utf-8", "replace").name)
    except _ERRORS:
        return False


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the documents in the files in a tar archive.

    Raises `DocumentError` where it is cut short or damaged, when all before that has been read.
    """
    yield from reading.members(_members(source, Members(source, reading)))


def _members(source: Source, members: Members) -> Iterator[Source]:
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Header, errors="replace") as archive:
            while info := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # else it keeps every header
                if info.isdir() or not members.wants(info.name):
                    continue
                if info.issym() or info.islnk():
                    members.refuse(info.name, "a link")
                elif not info.isreg() or info.issparse():
                    members.refuse(info.name, "not a regular file")
                elif info.size and (stream := archive.extractfile(info)):
                    yield source.within(
                        info.name, unpacked(stream, source.name, source.allowance, (tarfile.ReadError,))
                    )
    except _ERRORS as error:
        raise source.error("damaged or cut short") from error


class _Header(tarfile.TarInfo):
    """A header that is not a gigabyte long, and that is not taken for the end where it is damaged."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf.strip(b"\0"):
                raise tarfile.ReadError("no header") from error
            raise  # zeros, or nothing: the end
        if header.type in _HEADERS and header.size > _LONGEST_HEADER:
            raise tarfile.ReadError("a header of more than a mebibyte")
        return header
