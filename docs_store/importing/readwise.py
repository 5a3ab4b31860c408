"""Readwise and its Reader: the list of saved documents (CSV), and highlights as CSV or as Markdown, a note a document.

None of them has texts. Highlights of books are of no page on the web: they are known by title and author.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.tables import rows
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks
from docs_store.reading.markdown_heads import READWISE_ENDS, readwise_head

_SAVED: Final = ("title", "url", "saveddate")
_MARKED: Final = ("highlight", "booktitle")
_ALL: Final = 0.98
"""Share of a document from which it has been read."""
_NOTES: Final = (".md", ".markdown")

_MARKED_HEADER = re.compile(r"(?i)\ufeff?[^\n]*\bhighlight\b[^\n]*\bbook title\b")
_ITEM = re.compile(r"(?m)^(?P<within>[ \t]+)?- (?P<words>(?:(?!\n[ \t]*- |\n#)[\s\S])*)")
_NOTE: Final = "Note:"
_OTHER = re.compile(r"(?:Tags|Color|Favorite):")
_AUTHOR = re.compile(r"^\[\[|\]\]$")


def read(export: Export) -> Iterator[Told]:
    """Yield the documents. Raises `DocumentError` where there is no table, and no note."""
    tables, notes = export.named(".csv"), export.named(*_NOTES)
    if not tables and not notes:
        raise export.error("no .csv file in it, and no Markdown note")
    for name in tables:
        with export.source(name) as source:
            is_marked = _MARKED_HEADER.match(source.text_head) is not None
        yield from _marked(export, name) if is_marked else _saved(export, name)
    for name in notes:
        try:
            told = _noted(export.text(name).replace("\r\n", "\n"), name)
        except DocumentError as error:
            export.skip(name, error.reason)
            continue
        if told is None:
            export.skip(name, "no note of Readwise's")
        else:
            yield told


def _saved(export: Export, name: str) -> Iterator[Told]:
    for item in rows(export, name, _SAVED):
        progress = item.text("readingprogress")
        is_read = item.text("location").lower() == "archive" or _number(progress) >= _ALL
        yield Told(
            url=item.url("url"),
            identifier=item.identifier("id"),
            title=item.text("title"),
            marks=Marks(saved=item.moment("saveddate"), read=is_read, tags=_listed(item.text("documenttags"))),
            place=name,
        )


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"\d{1,3}(?:\.\d{1,20})?", text) else 0.0


def _listed(text: str) -> tuple[str, ...]:
    """Return a list of tags, written as Python writes one or parted by commas."""
    try:
        value = ast.literal_eval(text) if text.startswith("[") and len(text) < 10_000 else None
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        value = None
    parts = value if isinstance(value, list) else text.split(",")
    return tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())


@dataclass(slots=True)
class _Book:
    """A document of which highlights are gathered."""

    told: Told
    highlights: list[Highlight] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)


def _marked(export: Export, name: str) -> Iterator[Told]:
    """Yield the documents of a table with a highlight a row, in the order in which they come first."""
    books: dict[tuple[str, str], _Book] = {}
    for item in rows(export, name, _MARKED):
        title, author = item.text("booktitle"), item.text("bookauthor")
        told = Told(
            identifier=f"{title} ({author})" if author else title,
            title=title,
            authors=(author,) if author else (),
            marks=Marks(saved=item.moment("highlightedat")),
            place=name,
        )
        book = books.setdefault((title, author), _Book(told))
        book.highlights.append(Highlight(item.text("highlight"), item.text("note")))
        book.tags |= dict.fromkeys((*_listed(item.text("documenttags")), *_listed(item.text("tags"))))
    for book in books.values():
        marks = replace(book.told.marks, highlights=tuple(book.highlights), tags=tuple(book.tags))
        yield replace(book.told, marks=marks)


def _noted(text: str, name: str) -> Told | None:
    """Return the document that a note is on, None where it is none of Readwise's."""
    fields, below = readwise_head(text)
    if not fields:
        return None
    item = Item(fields)
    title = item.text("title") or name.rpartition("/")[2].rpartition(".")[0]
    author = _AUTHOR.sub("", item.text("author"))
    return Told(
        url=item.url("url"),
        identifier=f"{title} ({author})" if author else title,
        title=title,
        summary=item.text("summary"),
        authors=(author,) if author else (),
        marks=Marks(tags=item.names("tags"), highlights=tuple(_highlights(below))),
        place=name,
    )


def _highlights(text: str) -> Iterator[Highlight]:
    """Yield the items of a note's list, each with the note under it."""
    found: list[Highlight] = []
    for item in _ITEM.finditer(READWISE_ENDS.sub("", text)):
        words = item["words"].strip()
        if not item["within"]:
            found.append(Highlight(words))
        elif found and words.startswith(_NOTE):
            found[-1] = replace(found[-1], note=words.removeprefix(_NOTE).strip())
        elif found and not _OTHER.match(words):
            found[-1] = replace(found[-1], quote=f"{found[-1].quote}\n{words}")
    yield from found
