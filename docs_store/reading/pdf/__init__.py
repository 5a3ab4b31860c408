"""PDF files: one article each, its paragraphs put together again from the lines on the pages."""

from __future__ import annotations

import datetime as dt
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.reading.bylines import read_byline
from docs_store.reading.dates import date_in_text
from docs_store.reading.limits import begin_another
from docs_store.reading.pdf.lines import Line, lines_of, without_running_lines
from docs_store.reading.pdf.paragraphs import Paragraph, headline, paragraphs
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder
from docs_store.text import fold

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES: Final = 500
_PAGE: Final = 2**19
"""Bytes that a page counts as where it comes to time; they are compressed, and pypdf is slow."""
_FRONT: Final = 6
"""Paragraphs among which the byline is looked for."""
_PROLOGUE: Final = 1024
"""Bytes in which a PDF file says that it is one, as its readers accept it."""
_MADE_BY_PROGRAM: Final = re.compile(
    r"(?i)^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|unbenannt.*|sans titre.*|document\s?\d*|"
    r"\(?(?:unspecified|anonymous|none|null|unknown|title|author)\)?|(?:admin\w*|user|owner|root|windows.*|pc)\d*|"
    r".*\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|ps|html?|txt|xlsx?|pptx?)|[\W\d_]*)$"
)


def matches(source: Source) -> bool:
    """Tell whether a file is a PDF file."""
    return b"%PDF-" in source.head[:_PROLOGUE] and not source.text_head.lstrip().startswith(("<", "{", "["))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article in a PDF file. Raises `DocumentError` where it is damaged, encrypted or without text."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, DeprecationError, FileNotDecryptedError, PyPdfError

    # What it tells of damage must not reach a screen, and of a hostile file that is most of the work.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    source = source.seekable()
    try:
        reader = PdfReader(source.stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise source.error("encrypted")
        pages = list(_pages(reader))
        if len(reader.pages) > _MOST_PAGES:
            reading.report(Skipped(source.name, f"pages after its first {_MOST_PAGES} are left out"))
        given = _given(reader)
    except (DependencyError, FileNotDecryptedError) as error:
        raise source.error("encrypted") from error
    # pypdf stumbles over damaged files in its own code too.
    except (PyPdfError, DeprecationError, ArithmeticError, AssertionError, AttributeError, LookupError,
            NotImplementedError, RecursionError, TypeError, ValueError, OSError, EOFError, struct.error,
            zlib.error) as error:  # fmt: skip
        raise source.error("a damaged PDF file") from error
    if not any(line.text for page in pages for line in page):
        raise source.error("no text in it (a scan?)")
    yield _document(pages, given)


def _pages(reader: PdfReader) -> Iterator[list[Line]]:
    begin_another(min(len(reader.pages), _MOST_PAGES) * _PAGE)
    for page in islice(reader.pages, _MOST_PAGES):
        yield lines_of(page)


@dataclass(frozen=True, slots=True)
class _Given:
    """What the file says of itself, where it is no program that says it."""

    title: str = ""
    author: str = ""
    created: dt.datetime | None = None


def _given(reader: PdfReader) -> _Given:
    told = reader.metadata
    if told is None:
        return _Given()
    try:
        created = told.creation_date
    except ValueError:  # no date, whatever it is
        created = None
    return _Given(_sane(told.title), _sane(told.author), created)


def _sane(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    return "" if _MADE_BY_PROGRAM.match(text) else text


def _document(pages: list[list[Line]], given: _Given) -> RawDocument:
    kept, running = without_running_lines(pages)
    found = paragraphs(kept if any(kept) else pages)
    at = headline(found)
    title = given.title
    if at is not None and (fold(title) in fold(found[at].text) or not _is_on(title, found)):
        title = found[at].text
    authors, published = [given.author] if given.author else [], ""
    story = StoryBuilder()
    for number, paragraph in enumerate(found):
        if fold(paragraph.text) == fold(title) and paragraph.page == found[0].page:
            continue
        byline = read_byline(paragraph.text) if number < _FRONT else None
        if byline is not None:
            authors = authors or list(byline.authors)
            published = published or byline.published
        else:
            story.add(paragraph.kind, paragraph.text)
    dates = [date for line in running if (date := date_in_text(line))]
    return RawDocument(
        title=title,
        blocks=tuple(story.blocks),
        authors=tuple(authors),
        published=published or (dates[0].isoformat() if dates else given.created),
    )


def _is_on(title: str, found: list[Paragraph]) -> bool:
    """Tell whether the first page says `title`."""
    page = " ".join(each.text for each in found if each.page == found[0].page)
    return fold(title) in fold(page)
