"""The registry: every kind of file that is read, told from its content and not from its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from docs_store.addresses import without_tracking
from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.reading import (
    asciidoc,
    beside,
    docbook,
    enex,
    europresse,
    factiva,
    factiva_display,
    fb2,
    feed,
    html,
    jats,
    joplin,
    json,
    latex,
    lexisnexis,
    mail,
    markdown,
    mediawiki,
    news_xml,
    nexis,
    notebook,
    org,
    pdf,
    proquest,
    references,
    rst,
    scanned,
    sgml,
    table,
    tararchive,
    tei,
    text,
    unread,
    warc,
    webarchive,
    ziparchive,
)
from docs_store.reading.compressed import is_compressed, uncompressed
from docs_store.reading.limits import begin_another
from docs_store.reading.office import rtf
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Format, Reading
from docs_store.reading.source import Source, open_source

FORMATS: Final = (
    # The first that matches reads the file. Readers import their heavy parsers where they use them.
    Format("ZIP and tar archives", ziparchive.matches, ziparchive.read),
    Format("", tararchive.matches, tararchive.read),
    Format("web archives", warc.matches, warc.read),
    Format("", webarchive.matches, webarchive.read),  # web pages, as Safari saves them
    Format("PDF", pdf.matches, pdf.read),
    Format("", beside.matches, beside.read),
    Format("word processors", rtf.matches, rtf.read),  # DOCX and ODT are zip archives
    Format("e-books", fb2.matches, fb2.read),  # EPUB is a zip archive
    Format("feeds", feed.matches, feed.read),
    Format("Evernote", enex.matches, enex.read),
    Format("NITF and NewsML", news_xml.matches, news_xml.read),
    Format("MediaWiki", mediawiki.matches, mediawiki.read),
    Format("JATS", jats.matches, jats.read),
    Format("DocBook", docbook.matches, docbook.read),
    Format("ALTO and PAGE", scanned.matches, scanned.read),
    Format("TEI", tei.matches, tei.read),
    Format("SGML of news corpora", sgml.matches, sgml.read, is_heavy=False),
    Format("", references.matches, references.read),
    Format("", factiva_display.matches, factiva_display.read),
    Format("Europresse", europresse.matches, europresse.read),
    Format("web pages", html.matches, html.read),
    Format("", unread.matches, unread.read),
    Format("LexisNexis", lexisnexis.matches, lexisnexis.read, is_heavy=False),
    Format("Factiva", factiva.matches, factiva.read, is_heavy=False),
    Format("Nexis Uni", nexis.matches, nexis.read, is_heavy=False),
    Format("ProQuest", proquest.matches, proquest.read, is_heavy=False),
    Format("mail", mail.matches, mail.read),
    Format("Jupyter notebooks", notebook.matches, notebook.read),
    Format("JSON and JSON Lines", json.matches, json.read, is_heavy=False),
    Format("", beside.is_dress, beside.read),
    Format("Org", org.matches, org.read),
    Format("LaTeX", latex.matches, latex.read),
    Format("reStructuredText", rst.matches, rst.read),
    Format("AsciiDoc", asciidoc.matches, asciidoc.read),
    Format("", joplin.matches, joplin.read),  # Markdown, and what Joplin notes of it
    Format("Markdown", markdown.matches, markdown.read, is_heavy=False),
    Format("CSV and TSV", table.matches, table.read, is_heavy=False),
    Format("scraped plain text", lambda _: True, text.read, is_heavy=False),
)


def read_documents(
    name: str,
    report: Callable[[Skipped], None],
    columns: Mapping[str, str] | None = None,
    repeated: Callable[[], Set[str]] = frozenset,
) -> Iterator[RawDocument]:
    """Yield the documents in the file at path `name` ("-" is standard input), passing bad records to `report`.

    `columns` names the columns that hold an article's parts, `repeated` returns the lines that many of the files
    beside it share. Raises `DocumentError` where the file as a whole cannot be read.
    """

    def report_alive(skipped: Skipped) -> None:
        begin_another()
        report(skipped)

    with open_source(name) as source:
        yield from read_source(source, Reading(report_alive, read_source, columns or {}, repeated))


def is_heavy(name: str) -> bool:
    """Tell whether the file at path `name` had better be read in a process that can be killed."""
    try:
        with open_source(name) as source:
            return is_compressed(source) or _format_of(source).is_heavy
    except DocumentError:  # reading it will say so
        return False


def format_name(source: Source) -> str:
    """Return the name of a file's format, as README's table has it; "" for those that have none there."""
    return _format_of(source).name


def is_scraped_text(source: Source) -> bool:
    """Tell whether a file is read as scraped plain text."""
    return _format_of(source).read is text.read


def read_source(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the documents in an open file, by the reader that fits it."""
    source = uncompressed(source)
    source.check()
    return _told_apart(_format_of(source).read(source, reading))


def _format_of(source: Source) -> Format:
    return next(each for each in FORMATS if each.matches(source))


def _told_apart(documents: Iterable[RawDocument]) -> Iterator[RawDocument]:
    """Yield the documents, those marked whose id or URL an earlier, different one of the file has.

    Those without id or URL are numbered. Documents of a file within have been told apart when it was read; what two
    such files hold of one URL is told apart by the text, which is what must not be lost of it.
    """
    contents: dict[int, int] = {}  # the hash of the content by that of the key: a few dozen bytes a record
    ordinal = 0
    for raw in documents:
        ordinal += not raw.is_inner
        begin_another(sum(len(block.text) for block in raw.blocks))
        if raw.member and (raw.identifier or raw.variant or not raw.url):
            yield raw
            continue
        url = without_tracking(raw.url)
        raw = raw if url == raw.url else replace(raw, url=url)
        key = raw.identifier or url
        told: object = [block.text for block in raw.blocks] if raw.member else raw
        content = hash(repr(told) if raw.member else raw) if key else 0
        is_first = not key or contents.setdefault(hash(key), content) == content
        if key and is_first:
            yield raw
        elif key:
            yield replace(raw, variant=blake2b(repr(told).encode(), digest_size=8).hexdigest())
        else:
            yield replace(raw, ordinal=ordinal)
