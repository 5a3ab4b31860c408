"""E-books in FictionBook (FB2), XML that is common where books are in Russian: each chapter an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from docs_store.reading.limits import begin_another
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder
from docs_store.reading.xml_tree import all_named, name_of, parse_xml, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,200}\?>\s*)?<(?:\w{1,20}:)?FictionBook[\s>]")
_END = re.compile(rb"(?i)</(?:\w{1,20}:)?FictionBook\s*>")
_TAIL: Final = 1_000
"""Bytes at the end of a file in which its last tag stands."""
_MOST_DEEP: Final = 100
"""Sections within sections that are looked into."""
_KINDS: Final = {
    "p": BlockKind.PARAGRAPH, "v": BlockKind.PARAGRAPH, "tr": BlockKind.PARAGRAPH, "subtitle": BlockKind.HEADING,
    "text-author": BlockKind.QUOTE,
}  # fmt: skip
_QUOTED: Final = frozenset(("epigraph", "cite", "annotation"))
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_NOTES: Final = frozenset(("notes", "comments", "footnotes"))


def matches(source: Source) -> bool:
    """Tell whether a file is a FictionBook."""
    return bool(_ROOT.match(source.text_head))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the chapters of a book. Raises `DocumentError` where there is none in it."""
    data = source.read()
    book, problem = parse_xml(data)
    if not _END.search(data[-_TAIL:].replace(b"\0", b"")):  # in UTF-16 every other byte is NUL
        problem = problem or "cut short"
    if problem:
        reading.report(Skipped(source.name, f"the rest of it: {problem}"))
    bodies = [] if book is None else [each for each in book if name_of(each) == "body"]
    if book is None or not bodies:
        raise source.error("a FictionBook without text")
    about = _about(book)
    apart = [(body.get("name") or "").lower() in _NOTES for body in bodies]
    notes = _notes(body for body, is_apart in zip(bodies, apart, strict=True) if is_apart)
    for body, is_apart in zip(bodies, apart, strict=True):
        if not is_apart:
            yield from _chapters(body, about, (), notes)


def _about(book: _Element) -> RawDocument:
    """Return what all chapters share."""
    titles = [each for name in ("title-info", "publish-info", "document-info") for each in all_named(book, name)]
    told = titles[0] if titles else book
    dates = [value for each in all_named(told, "date") if (value := each.get("value") or text_of(each))]
    authors = [each for each in told if name_of(each) == "author"]
    return RawDocument(
        source=text_of(next(iter(all_named(told, "book-title")), None)),
        authors=tuple(filter(None, map(_name, authors))),
        published=dates[0] if dates else None,
        language=text_of(next(iter(all_named(told, "lang")), None)),
    )


def _name(author: _Element) -> str:
    parts = {name_of(each): text_of(each) for each in author}
    names = (parts.get(name, "") for name in ("first-name", "middle-name", "last-name"))
    return " ".join(filter(None, names)) or parts.get("nickname", "")


def _notes(bodies: Iterable[_Element]) -> dict[str, str]:
    """Return the notes by their ids, without their numbers, which are titles."""
    notes: dict[str, str] = {}
    for section in (each for body in bodies for each in all_named(body, "section")):
        parts = (text_of(each) for each in section if name_of(each) != "title")
        if name := section.get("id"):
            notes[name] = " ".join(filter(None, parts))
    return notes


def _chapters(
    section: _Element, about: RawDocument, above: tuple[str, ...], notes: dict[str, str]
) -> Iterator[RawDocument]:
    """Yield a section as a chapter; one that only holds others, as its chapters, under its name and theirs."""
    below = [each for each in section if name_of(each) == "section"]
    title = next((_title(each) for each in section if name_of(each) == "title"), "")
    own = [each for each in section if name_of(each) not in ("section", "title", "epigraph", "image", "empty-line")]
    is_body = name_of(section) == "body"
    if below and not own and len(above) < _MOST_DEEP and (is_body or any(map(_has_title, below))):
        names = above if is_body else (*above, title)
        for each in below:
            yield from _chapters(each, about, names, notes)
        return
    begin_another()
    story = StoryBuilder()
    _tell(section, story, notes)
    if story.blocks:
        yield replace(
            about,
            title=". ".join(filter(None, (*above, title))),
            blocks=tuple(story.blocks),
            images=tuple(story.images),
        )


def _title(element: _Element) -> str:
    return ". ".join(filter(None, map(text_of, all_named(element, "p")))) or text_of(element)


def _has_title(section: _Element) -> bool:
    return any(name_of(each) == "title" for each in section)


def _tell(section: _Element, story: StoryBuilder, notes: dict[str, str]) -> None:
    """Put what is in a section into `story`, titles of sections within are headings.

    Notes stand after what calls them first, and are then taken out of `notes`.
    """
    for element in section.iter():
        name, above = name_of(element), [name_of(each) for each in element.iterancestors()]
        if name == "title" and element.getparent() is not section and (words := _title(element)):
            story.add(BlockKind.HEADING, words)
        elif name == "image" and (words := element.get("title") or ""):
            story.add_image(words, "", element.get("alt") or "")
        elif name in _KINDS and "title" not in above and (words := _words(element)):
            is_quoted = not _QUOTED.isdisjoint(above)
            story.add(BlockKind.QUOTE if is_quoted else _KINDS[name], words)
            for link in all_named(element, "a"):
                if note := notes.pop((link.get(_HREF) or "").removeprefix("#"), ""):
                    story.add(BlockKind.PARAGRAPH, note)


def _words(element: _Element) -> str:
    """Return what is in an element; the cells of a row apart."""
    cells = [text_of(each) for each in element if name_of(each) in ("td", "th")]
    return " | ".join(filter(None, cells)) if cells else text_of(element)
