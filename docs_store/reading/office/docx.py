"""DOCX: the text of a Word document, its footnotes after it. What was deleted in it is no text, nor are codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.dates import parse_time
from docs_store.reading.office import Paragraph, documents, row_of, spaced, styled
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.xml_tree import all_named, name_of, parse_xml, text_of
from docs_store.reading.ziparchive import open_member

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

DOCUMENT: Final = "word/document.xml"
"""The file by which a DOCX is told from another zip archive."""
_STYLES: Final = "word/styles.xml"
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_PROPERTIES: Final = "docProps/core.xml"
_SPACES: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_UNSEEN: Final = ("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr")
"""Elements with nothing in them that is seen; `Fallback` repeats what is seen, for old programs."""


def read(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles of a document. Raises `DocumentError` where it cannot be read, or has no words."""
    root = _tree(archive, DOCUMENT, source)
    if root is None:
        raise source.error("a damaged Word document")
    styles = _styles(_tree(archive, _STYLES, source))
    paragraphs = list(_paragraphs(root, styles))
    for name in _NOTES:
        notes = _tree(archive, name, source)
        paragraphs += _paragraphs(notes, styles) if notes is not None else ()
    properties = _tree(archive, _PROPERTIES, source)
    made = all_named(properties, "created") if properties is not None else []
    created = parse_time(text_of(made[0])) if made else None
    keywords = [text_of(each) for each in all_named(properties, "keywords")] if properties is not None else []
    yield from documents(paragraphs, created.date() if created else None, keywords, source, reading)


def _tree(archive: ZipFile, name: str, source: Source) -> _Element | None:
    info = archive.NameToInfo.get(name)
    if info is None:
        return None
    return parse_xml(source.within(name, open_member(archive, info, source)).read())[0]


def _styles(root: _Element | None) -> dict[str, str]:
    """Return the names of styles by their ids: in English, whatever the language of the program."""
    found: dict[str, str] = {}
    for style in all_named(root, "style") if root is not None else ():
        names = [value for each in style if name_of(each) == "name" and (value := _value(each))]
        found[_attribute(style, "styleId")] = names[0] if names else ""
    return found


def _paragraphs(root: _Element, styles: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the paragraphs in their order, a row of data in a table as one; a box comes after what it hangs on."""
    rows: set[_Element] = set()
    for element in root.iter("{*}p", "{*}tr"):
        if any(above in rows or name_of(above) == "fallback" for above in element.iterancestors()):
            continue
        if name_of(element) == "p":
            yield _paragraph(element, styles)
        elif row := row_of([_cell(cell) for cell in element.iterchildren("{*}tc")]):
            rows.add(element)
            yield row


def _cell(cell: _Element) -> list[str]:
    return [_text(each) for each in cell.iter("{*}p")]


def _paragraph(element: _Element, styles: Mapping[str, str]) -> Paragraph:
    words = _text(element)
    about = element.find("{*}pPr")
    if about is None:
        return Paragraph(words)
    style, outline, number = (about.find(f"{{*}}{name}") for name in ("pStyle", "outlineLvl", "numPr"))
    paragraph = styled(words, styles.get(_value(style), _value(style)))
    if paragraph.kind is not BlockKind.PARAGRAPH:
        return paragraph
    if outline is not None and _value(outline) in tuple("012345678"):
        return replace(paragraph, kind=BlockKind.HEADING)
    numbered = number.find("{*}numId") if number is not None else None
    return replace(paragraph, kind=BlockKind.LIST_ITEM) if _value(numbered) not in ("", "0") else paragraph


def _text(paragraph: _Element) -> str:
    """Return the words of a paragraph, without those of the boxes that hang on it, which are paragraphs themselves."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if tag == "t":
            parts.append(spaced(element.text))
        elif tag in _SPACES:
            parts.append(_SPACES[tag])
        elif tag not in _UNSEEN and tag != "p":
            waiting += reversed(element)
    return "".join(parts)


def _value(element: _Element | None) -> str:
    return "" if element is None else _attribute(element, "val")


def _attribute(element: _Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
