"""The registry: every kind of file that is read, told from its content and not from its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from docs_store.model import Skipped
from docs_store.reading import feed, html, json, markdown, news_xml, sgml, table, text, unread
from docs_store.reading.html import mhtml
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Format, Reading
from docs_store.reading.source import Source, open_source

FORMATS: Final = (
    # The first that matches reads the file. Readers import their heavy parsers where they use them.
    Format("feeds", feed.matches, feed.read),
    Format("NITF and NewsML", news_xml.matches, news_xml.read),
    Format("SGML of news corpora", sgml.matches, sgml.read),
    Format("web pages", html.matches, html.read),
    Format("web pages saved as MHTML", mhtml.matches, mhtml.read),
    Format("", unread.matches, unread.read),
    Format("JSON and JSON Lines", json.matches, json.read),
    Format("Markdown", markdown.matches, markdown.read),
    Format("CSV and TSV", table.matches, table.read),
    Format("scraped plain text", lambda _: True, text.read),
)


def read_documents(
    name: str, report: Callable[[Skipped], None], columns: Mapping[str, str] | None = None
) -> Iterator[RawDocument]:
    """Yield the documents in the file at path `name` ("-" is standard input), passing bad records to `report`.

    `columns` names the columns that hold an article's parts. Raises `DocumentError` where the file as a whole cannot
    be read.
    """
    with open_source(name) as source:
        yield from _read_source(source, Reading(report, _read_source, columns or {}))


def _read_source(source: Source, reading: Reading) -> Iterator[RawDocument]:
    chosen = next(each for each in FORMATS if each.matches(source))
    return _told_apart(chosen.read(source, reading))


def _told_apart(documents: Iterable[RawDocument]) -> Iterator[RawDocument]:
    """Yield the documents numbered, those marked whose id or URL an earlier, different one of the file has.

    Documents of a file within have been told apart when it was read.
    """
    contents: dict[int, int] = {}  # the hash of the content by that of the key: a few dozen bytes a record
    for ordinal, raw in enumerate(documents, 1):
        if raw.member:
            yield raw
            continue
        key = raw.identifier or raw.url
        content = hash(raw) if key else 0
        is_first = not key or contents.setdefault(hash(key), content) == content
        variant = "" if is_first else blake2b(repr(raw).encode(), digest_size=8).hexdigest()
        yield replace(raw, ordinal=ordinal, variant=variant)
