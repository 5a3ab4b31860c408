"""From what an export tells of an article to a document: its text read as web pages are, its marks beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.export import Export
from docs_store.marks import NO_MARKS, Marks
from docs_store.model import BlockKind
from docs_store.reading.formats import read_source
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import text_story, to_document
from docs_store.reading.story import Story

_OWN_WORDS: Final = ("wallabag can't retrieve contents", "wallabag can’t retrieve contents")
"""What programs put where they got no text."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an export tells of an article; all but its address, or its id, may be missing."""

    url: str = ""
    identifier: str = ""
    """Its id in the program, which is to know it by where it has no address."""
    title: str = ""
    html: str = ""
    """Its text, as HTML or plain."""
    fragment: str = ""
    """The file of the export that holds its text, a piece of HTML."""
    files: Sequence[str] = ()
    """Files of the export that may hold its text, documents of any format, the likeliest first."""
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: dt.datetime | str | int | None = None
    source: str = ""
    language: str = ""
    marks: Marks = NO_MARKS
    place: str = ""
    """Where in the export it stands, for messages."""


def document(told: Told, export: Export) -> RawDocument:
    """Return the document. Raises `DocumentError` where nothing tells which article it is, or its text is damaged."""
    if not (told.url or told.identifier):
        raise export.error_at(told.place, "neither an address on the web nor an id")
    html = export.text(told.fragment) if told.fragment else told.html
    if any(words in html[:500] for words in _OWN_WORDS):
        html = ""
    raw = _with(told, text_story(html, told.url) if html else Story())
    read = None if raw.blocks and html else _read_first(told, export)
    if read is None:
        return raw
    return replace(
        read,
        identifier=raw.identifier,
        url=raw.url,
        title=told.title or read.title or raw.title,
        authors=raw.authors or read.authors,
        published=raw.published or read.published,
        language=raw.language or read.language,
        source=raw.source or read.source,
        member="",
        marks=told.marks,
    )


def _read_first(told: Told, export: Export) -> RawDocument | None:
    """Return what is in the first of its files that holds text."""
    for name in told.files:
        try:
            read = _first(export, name)
        except DocumentError as error:
            export.skip(name, error.reason)
            continue
        if read is not None and any(block.kind is not BlockKind.CAPTION for block in read.blocks):
            return read
    return None


def _first(export: Export, name: str) -> RawDocument | None:
    with export.source(name) as source:
        documents: Iterator[RawDocument] = read_source(source, Reading(export.report, read_source))
        return next(documents, None)


def _with(told: Told, story: Story) -> RawDocument:
    title = told.title or told.url.partition("://")[2] or told.identifier
    record = {
        "title": title,
        "summary": told.summary,
        "url": told.url,
        "authors": list(told.authors),
        "published": told.published.isoformat() if isinstance(told.published, dt.datetime) else told.published,
        "source": told.source,
        "language": told.language,
    }
    made = to_document(record, story=story) or RawDocument(title=title, url=told.url)
    return replace(made, identifier="" if told.url else told.identifier, marks=told.marks)
