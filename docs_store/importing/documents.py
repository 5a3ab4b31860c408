"""From what an export tells of an article to a document: its text read as web pages are, its marks beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
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
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: dt.datetime | str | int | None = None
    source: str = ""
    language: str = ""
    marks: Marks = NO_MARKS


def document(told: Told) -> RawDocument | None:
    """Return the document, None where nothing tells which article it is."""
    if not (told.url or told.identifier):
        return None
    html = "" if any(words in told.html[:500] for words in _OWN_WORDS) else told.html
    return _with(told, text_story(html, told.url) if html else Story())


def with_files(told: Told, export: Export, names: Iterable[str]) -> RawDocument | None:
    """Return the document with the text of the first of the files `names` that holds some."""
    plain = document(told)
    if plain is None:
        return None
    for name in names:
        try:
            read = _first(export, name)
        except DocumentError as error:
            export.skip(name, error.reason)
            continue
        if read is not None and any(block.kind is not BlockKind.CAPTION for block in read.blocks):
            return replace(
                read,
                identifier=plain.identifier,
                url=plain.url,
                title=told.title or read.title or plain.title,
                authors=plain.authors or read.authors,
                published=plain.published or read.published,
                language=plain.language or read.language,
                source=plain.source or read.source,
                member="",
                marks=told.marks,
            )
    return plain


def _first(export: Export, name: str) -> RawDocument | None:
    with export.source(name) as source:
        documents: Iterator[RawDocument] = read_source(source, Reading(export.report, read_source))
        return next(documents, None)


def _with(told: Told, story: Story) -> RawDocument | None:
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
    made = to_document(record, story=story)
    return replace(made, identifier="" if told.url else told.identifier, marks=told.marks) if made else None
