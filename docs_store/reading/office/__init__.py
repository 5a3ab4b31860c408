"""Documents of word processors (DOCX, ODT, RTF): their paragraphs, and what their styles say of them.

Where styles tell headings and captions, they are believed, and nothing is left out. What was pasted without any is
read as scraped plain text is, and what a press database has exported as one of these by that database's reader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from docs_store.model import BlockKind
from docs_store.reading import factiva, factiva_display, lexisnexis, nexis, proquest, text
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.bylines import read_byline
from docs_store.reading.credits import split_credit
from docs_store.reading.figure_lines import figure_line
from docs_store.reading.front_lines import without_byline
from docs_store.reading.html.lines import BREAK, own_lines
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder

_DATABASES: Final = (nexis, lexisnexis, factiva, factiva_display, proquest)
_FRONT: Final = 6
"""Paragraphs among which the headline is looked for."""
_LONGEST_TITLE: Final = 200
_LEAST_CELLS: Final = 2
_LONGEST_CELL: Final = 200
"""Code points of a cell; a longer one is running text."""
_STYLES: Final = (
    (re.compile(r"heading \d|heading$|toc heading"), BlockKind.HEADING),
    (re.compile(r"caption|illustration|figure(?: text)?$|drawing$"), BlockKind.CAPTION),
    (re.compile(r"(?:intense |block )?quot(?:e|ations?)|block text"), BlockKind.QUOTE),
    (re.compile(r"list "), BlockKind.LIST_ITEM),
)
_TITLE: Final = "title"
_AUTHOR = re.compile(r"authors?(?: names?)?|by[ -]?lines?")
_KEYWORD_MARKS = re.compile(r"[,;]")
_LINE_ENDS = re.compile(r"[\r\n\t]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document, its line breaks kept."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    is_title: bool = False
    is_author: bool = False


def styled(words: str, style: str) -> Paragraph:
    """Return a paragraph as the name of its style has it: the names that programs give, in English, in any case."""
    style = style.strip().lower().replace("_20_", " ")
    if style == _TITLE:
        return Paragraph(words, BlockKind.HEADING, is_title=True)
    if _AUTHOR.fullmatch(style):
        return Paragraph(words, is_author=True)
    if style == "subtitle":
        return Paragraph(words, BlockKind.STANDFIRST)
    return Paragraph(words, next((kind for name, kind in _STYLES if name.match(style)), BlockKind.PARAGRAPH))


def spaced(text: str | None) -> str:
    """Return a text of XML, whose line ends are spaces: those of the document are elements."""
    return _LINE_ENDS.sub(" ", text or "")


def row_of(cells: Sequence[Sequence[str]]) -> Paragraph | None:
    """Return a row of data from the paragraphs in its cells; None where the table but sets out running text."""
    filled = [kept for cell in cells if (kept := [words for each in cell if (words := " ".join(each.split()))])]
    if len(filled) < _LEAST_CELLS or any(len(cell) > 1 or len(cell[0]) > _LONGEST_CELL for cell in filled):
        return None
    return Paragraph(" | ".join(cell[0] for cell in filled))


def documents(
    paragraphs: Sequence[Paragraph], created: dt.date | None, keywords: Iterable[str], source: Source, reading: Reading
) -> Iterator[RawDocument]:
    """Yield the articles in the paragraphs of a document, one nearly always; it was made on the day `created`.

    `keywords` are those that its properties tell, several in one perhaps. Raises `DocumentError` where there are no
    words in it.
    """
    kept = [replace(each, text=each.text.strip()) for each in paragraphs if each.text.strip()]
    if not kept:
        raise source.error("no text in it")
    marks = {BlockKind.LIST_ITEM: "• "}
    plain = "\n\n".join(f"{marks.get(each.kind, '')}{each.text}" for each in kept)
    inner = source.holding(BytesIO(plain.encode("utf-8", "replace")))
    if database := next((each for each in _DATABASES if each.matches(inner)), None):
        yield from database.read(inner, reading)
        return
    if any(each.is_author or each.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) for each in kept):
        raws: Iterable[RawDocument] = (_shaped(kept),)
    else:
        raws = text.read(inner, reading)
    tags = tuple(part.strip() for each in keywords for part in _KEYWORD_MARKS.split(each) if part.strip())
    for raw in raws:
        yield replace(raw, guessed=created, tags=(*raw.tags, *tags))


def _shaped(paragraphs: Sequence[Paragraph]) -> RawDocument:
    """Return the article in paragraphs of which styles tell what they are."""
    others = [each for each in paragraphs if not each.is_author]
    authors = [name for each in paragraphs if each.is_author and others for name in _authors(each.text)]
    paragraphs = others or paragraphs
    at = _headline(paragraphs)
    story = StoryBuilder()
    for number, paragraph in enumerate(paragraphs):
        if number != at:
            _add(paragraph, story)
    built = story.build()
    front = without_byline(built.blocks)
    return RawDocument(
        title=" ".join(paragraphs[at].text.split()) if at is not None else "",
        blocks=front.blocks,
        images=built.images,
        authors=tuple(authors) or front.authors,
        source=front.source,
        published=front.published or None,
    )


def _authors(line: str) -> tuple[str, ...]:
    """Return whom a line that is styled as one of authors names."""
    words = " ".join(line.split())
    byline = read_byline(words)
    return byline.authors if byline is not None and byline.authors else tuple(split_authors(words))


def _headline(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return where the headline stands: what is styled as a title, else the heading that begins the document."""
    front = paragraphs[:_FRONT]
    at = next((at for at, each in enumerate(front) if each.is_title), None)
    if at is not None:
        return at
    if front[0].kind is BlockKind.HEADING:
        return 0
    is_short = len(front[0].text) <= _LONGEST_TITLE and front[0].text[-1] not in ".;:,"
    return 0 if is_short and len(paragraphs) > 1 and front[0].kind is BlockKind.PARAGRAPH else None


def _add(paragraph: Paragraph, story: StoryBuilder) -> None:
    words = paragraph.text
    if paragraph.kind is BlockKind.CAPTION:
        credited = split_credit(words)
        story.add_image(credited.caption or words, credited.credit if credited.caption else "")
    elif paragraph.kind is not BlockKind.PARAGRAPH:
        story.add(paragraph.kind, words)
    elif (image := figure_line(words)) is not None:
        story.add_image(image.caption, image.credit)
    else:
        for line in own_lines(words.replace("\n", BREAK)):
            story.add_text(line)
