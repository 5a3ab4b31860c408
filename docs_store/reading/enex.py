"""Evernote's exports (ENEX): each note an article, with its address, its tags and the day on which it was saved."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from docs_store.ledger import Skipped
from docs_store.marks import Marks
from docs_store.reading.dates import parse_time
from docs_store.reading.front_lines import without_byline
from docs_store.reading.html import read_fragment
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.xml_stream import elements, root_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT: Final = "en-export"
_NOTE: Final = re.compile(r"<en-note\b[^>]{0,2000}>(.*?)(?:</en-note\s*>|\Z)", re.DOTALL)
_UNSEEN = re.compile(r"<en-crypt\b[^>]{0,2000}>.*?</en-crypt>|</?en-(?:media|todo)\b[^>]{0,5000}>", re.DOTALL)
_FILE = re.compile(rb"""<data\s+encoding\s*=\s*["']base64["'][^<>]{0,100}>""")
_FILE_ENDS: Final = b"</data>"
_LONGEST_MARK: Final = 200
_CHUNK: Final = 2**16


def matches(source: Source) -> bool:
    """Tell whether a file is an export of Evernote's notes."""
    return root_name(source) == _ROOT


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the notes. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    some = False
    attached: Counter[str] = Counter()
    light = replace(source, stream=cast("BinaryIO", _WithoutFiles(source.stream)))
    for note in elements(light, reading, ("note",)):
        some = True
        attached.update(kind for kind in map(_said, note.iter("{*}mime")) if kind and not kind.startswith("image/"))
        raw = _document(note)
        if raw is None:
            reading.report(Skipped(f"{source.name}:{note.sourceline}", "a note without title or text"))
        else:
            yield raw
    if not some:
        raise source.error("an export of Evernote's without notes")
    if attached:
        told = ", ".join(f"{count} × {kind}" for kind, count in attached.most_common(5))
        reading.report(Skipped(source.name, f"files attached to notes are not read: {told}", is_hint=True))


def _document(note: _Element) -> RawDocument | None:
    title, url = _first(note, "title"), _first(note, "source-url")
    url = url if url.startswith(("http://", "https://")) else ""
    content = "".join(found.text or "" for found in note.iter("{*}content"))
    inner = _NOTE.search(content)
    story = read_fragment(_UNSEEN.sub("", inner[1] if inner else content), url)
    if not (title or story.blocks):
        return None
    made = parse_time(_first(note, "created"))
    raw = RawDocument(
        title=title,
        blocks=story.blocks,
        images=story.images,
        url=url,
        marks=Marks(saved=made, tags=tuple(filter(None, map(_said, note.iter("{*}tag"))))),
    )
    if not url:  # the author of a note is who has the account: of a clip it says nothing
        return raw
    front = without_byline(story.blocks)
    return replace(
        raw, blocks=front.blocks, authors=front.authors, source=front.source, published=front.published or None
    )


def _first(note: _Element, name: str) -> str:
    return next(filter(None, map(_said, note.iter(f"{{*}}{name}"))), "")


def _said(element: _Element) -> str:
    return " ".join((element.text or "").split())


class _WithoutFiles(io.RawIOBase):
    """A stream without what is between the marks of attached files: they may be a hundred times the text."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._held = b""
        self._is_in_file = False

    def read(self, _: int = -1, /) -> bytes:
        """Return the next stretch of text; b"" at the end."""
        while True:
            data = self._stream.read(_CHUNK)
            self._held += data
            kept = b"".join(self._kept(is_end=not data))
            if kept or not data:
                return kept

    def _kept(self, *, is_end: bool) -> Iterator[bytes]:
        """Yield what can be told of what is held; what may be the beginning of a mark is held on to."""
        while True:
            if self._is_in_file:
                end = self._held.find(_FILE_ENDS)
                self._held = self._held[end if end >= 0 else -len(_FILE_ENDS) :]
                if end < 0:
                    return
                self._is_in_file = False
            mark = _FILE.search(self._held)
            if mark is None:
                cut = len(self._held) if is_end else max(0, self._held.rfind(b"<", -_LONGEST_MARK))
                cut = len(self._held) if not is_end and b"<" not in self._held[-_LONGEST_MARK:] else cut
                yield self._held[:cut]
                self._held = self._held[cut:]
                return
            yield self._held[: mark.end()]
            self._held, self._is_in_file = self._held[mark.end() :], True
