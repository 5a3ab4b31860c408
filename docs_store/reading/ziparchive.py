"""Zip archives: as folders, their files read one by one and never put on disk by their names."""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from docs_store.errors import DocumentError
from docs_store.reading.members import Members
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.streams import unpacked
from docs_store.reading.zip_recovery import MAGIC, NO_LIST, recovered

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ENCRYPTED: Final = 0x1
_WEB_ARCHIVE: Final = "datapackage.json"
_POSTS: Final = "posts.csv"
_POST = re.compile(r"posts/\d{1,12}\.[^/]{1,300}\.html$")
_PACKAGES: Final = ("mimetype", "[Content_Types].xml")
"""What a book or an office document begins with."""
_PackageReader: TypeAlias = Callable[["ZipFile", Source, Reading], Iterator[RawDocument]]
_PAGES: Final = (".html", ".htm", ".xhtml")
_OFFICE: Final = {
    "ppt/presentation.xml": "PowerPoint files",
    "META-INF/manifest.xml": "OpenDocument files",
    "META-INF/MANIFEST.MF": "Java programs",
}


def matches(source: Source) -> bool:
    """Tell whether a file is a zip archive, or begins as one."""
    return source.head.startswith((MAGIC, NO_LIST))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the documents in the files in a zip archive, be it a book or an office document.

    Raises `DocumentError` where it is cut short or damaged, when what is still whole in it has been read.
    """
    source = source.seekable()
    try:
        archive = opened(source)
    except DocumentError as error:
        with recovered(source) as archive:
            yield from _still_whole(archive, source, reading)
        raise error from None
    with archive:
        yield from _documents(archive, source, reading)


def opened(source: Source) -> ZipFile:
    """Return the archive in a file that can be gone through. Raises `DocumentError` where its list is missing."""
    from zipfile import BadZipFile, ZipFile

    try:
        return ZipFile(source.stream)
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, OSError, struct.error) as error:
        raise source.error("damaged or cut short: its list of files is missing") from error


def _still_whole(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield what can be read of an archive that is cut short: of a book without its list of pages, each page."""
    if not any(name in _PACKAGES for name in archive.namelist()[:1]):
        yield from _documents(archive, source, reading)
        return
    package = _package_reader(archive, source)
    if package:
        with suppress(DocumentError):  # what it lacks is what it has lost
            yield from package(archive, source, reading)
            return
    pages = [info for info in files_of(archive) if info.filename.lower().endswith(_PAGES)]
    yield from reading.members(_members(archive, pages, source, Members(source, reading)))


def _documents(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    package = _package_reader(archive, source)
    if package:
        yield from package(archive, source, reading)
        return
    files = files_of(archive)
    if _WEB_ARCHIVE in archive.NameToInfo:  # WACZ: beside the pages it has only lists of them
        files = [info for info in files if info.filename.startswith("archive/")] or files
    members = Members(source, reading, (info.filename for info in files))
    yield from reading.members(_members(archive, files, source, members))


def _package_reader(archive: ZipFile, source: Source) -> _PackageReader | None:
    """Return what reads an archive that is one document, None for others. Raises `DocumentError` for one not read."""
    from docs_store.reading import epub
    from docs_store.reading.office import docx, odt, workbook

    if epub.CONTAINER in archive.NameToInfo:
        return epub.read_book
    files = files_of(archive)
    if files and all(info.flag_bits & _ENCRYPTED for info in files):
        raise source.error("encrypted")
    if docx.DOCUMENT in archive.NameToInfo:
        return docx.read
    if odt.is_document(archive, source):
        return odt.read
    if workbook.WORKBOOK in archive.NameToInfo:
        return workbook.read
    if odt.is_document(archive, source, workbook.SHEETS_TYPE):
        return workbook.read_sheets
    if _is_of_substack(archive.namelist()):
        raise source.error("an export of Substack: `import substack` brings in its posts with their titles and days")
    office = next((kind for name, kind in _OFFICE.items() if name in archive.NameToInfo), "")
    if office:
        raise source.error(f"{office} are not read")
    return None


def _is_of_substack(names: Iterable[str]) -> bool:
    """Tell whether files are a list of posts and the posts without their titles."""
    roots = [name.removesuffix(_POSTS) for name in names if name.rpartition("/")[2] == _POSTS]
    return any(_POST.match(name.removeprefix(root)) for root in roots for name in names if name.startswith(root))


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
