"""PDF files: one article each, its paragraphs put together again from the lines on the pages."""

from __future__ import annotations

import datetime as dt
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from docs_store.reading.bylines import read_byline
from docs_store.reading.dates import date_in_text
from docs_store.reading.figure_lines import figure_line
from docs_store.reading.limits import begin_another
from docs_store.reading.pdf.given import Given, given
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
_ISSUE: Final = re.compile(r"(?:[^\W\d_][\w./–-]*\s){0,4}(1[5-9]\d\d|20\d\d)")
_LONGEST_DATED: Final = 80
"""Code points of a line before the text that says of which day the page is."""


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
        told = given(reader)
    except (DependencyError, FileNotDecryptedError) as error:
        raise source.error("encrypted") from error
    # pypdf stumbles over damaged files in its own code too.
    except (PyPdfError, DeprecationError, ArithmeticError, AssertionError, AttributeError, LookupError,
            NotImplementedError, RecursionError, TypeError, ValueError, OSError, EOFError, struct.error,
            zlib.error) as error:  # fmt: skip
        raise source.error("a damaged PDF file") from error
    if not any(line.text for page in pages for line in page):
        raise source.error("no text in it (a scan?)")
    yield _document(pages, told)


def _pages(reader: PdfReader) -> Iterator[list[Line]]:
    begin_another(min(len(reader.pages), _MOST_PAGES) * _PAGE)
    for page in islice(reader.pages, _MOST_PAGES):
        yield lines_of(page)


def _document(pages: list[list[Line]], told: Given) -> RawDocument:
    kept, running = without_running_lines(pages)
    found = paragraphs(kept if any(kept) else pages)
    at = headline(found)
    title = told.title
    if at is not None and (fold(title) in fold(found[at].text) or not _is_on(title, found)):
        title = found[at].text
    authors, source, published = tuple[str, ...](), "", ""
    story = StoryBuilder()
    for number, paragraph in enumerate(found):
        if fold(paragraph.text) == fold(title) and paragraph.page == found[0].page:
            continue
        byline = read_byline(paragraph.text) if number < _FRONT else None
        if byline is not None and not (authors and byline.authors) and not (published and byline.published):
            authors, source = authors or byline.authors, source or byline.source
            published = published or byline.published
        elif not _add_caption(paragraph, story):
            story.add(paragraph.kind, paragraph.text)
    dates = [date for line in running if (date := date_in_text(line))]
    return RawDocument(
        title=title,
        blocks=tuple(story.blocks),
        images=tuple(story.images),
        authors=authors or tuple(filter(None, (told.author,))),
        source=source,
        published=published or (dates[0].isoformat() if dates else None),
        guessed=_guessed(found, running, told.created),
    )


def _add_caption(paragraph: Paragraph, story: StoryBuilder) -> bool:
    """Add a paragraph that a credit, a number or its words tell to be a picture's caption; else return False."""
    image = None if paragraph.kind is BlockKind.LIST_ITEM else figure_line(paragraph.text)
    if image is not None:
        story.add_image(image.caption, image.credit)
    return image is not None


def _guessed(found: list[Paragraph], running: list[str], created: dt.date | None) -> dt.date | None:
    """Return the day on which a file was made, which may be long after; no later than one that is printed on top."""
    front = [each.text for each in found[:_FRONT] if each.page == found[0].page]
    short = [text for text in (*running, *front) if len(text) <= _LONGEST_DATED]
    printed = next((date for text in short if (date := date_in_text(text) or _issue(text))), None)
    return min(filter(None, (printed, created)), default=None)


def _issue(text: str) -> dt.date | None:
    """Return the first day of the year that an issue is of: "Spring 1994"."""
    found = _ISSUE.fullmatch(text)
    return dt.date(int(found[1]), 1, 1) if found else None


def _is_on(title: str, found: list[Paragraph]) -> bool:
    """Tell whether the first page says `title`."""
    page = " ".join(each.text for each in found if each.page == found[0].page)
    return fold(title) in fold(page)
