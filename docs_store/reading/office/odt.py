"""OpenDocument texts (LibreOffice and others): their text, footnotes where they are called; deleted text is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from docs_store.errors import DocumentError
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

DOCUMENT: Final = "content.xml"
_KIND: Final = b"application/vnd.oasis.opendocument.text"
_TYPE: Final = "mimetype"
"""The file that begins with the kind of the document; spreadsheets and slides are others."""
_ABOUT: Final = "meta.xml"
_STYLES: Final = "styles.xml"
_UNSEEN: Final = ("tracked-changes", "annotation", "annotation-end", "note-citation", "ruby-text", "forms")
_MOST_SPACES: Final = 100
_LONGEST_TYPE: Final = 1_000


def is_document(archive: ZipFile, source: Source, kind: bytes = _KIND) -> bool:
    """Tell whether a ZIP archive is an OpenDocument text, or of another kind, or a template for one."""
    info = archive.NameToInfo.get(_TYPE)
    if info is None or DOCUMENT not in archive.NameToInfo or info.file_size > _LONGEST_TYPE:
        return False
    try:
        return open_member(archive, info, source).read(len(kind)) == kind
    except DocumentError:
        return False


def read(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles of a document. Raises `DocumentError` where it cannot be read, or has no words."""
    root = _tree(archive, DOCUMENT, source)
    body = None if root is None else next(iter(all_named(root, "text")), None)
    if root is None or body is None:
        raise source.error("a damaged OpenDocument text, or an encrypted one")
    about = _tree(archive, _ABOUT, source)
    made = all_named(about, "creation-date") if about is not None else []
    created = parse_time(text_of(made[0])) if made else None
    found = list(_paragraphs(body, {**_styles(_tree(archive, _STYLES, source)), **_styles(root)}))
    keywords = [text_of(each) for each in all_named(about, "keyword")] if about is not None else []
    yield from documents(found, created.date() if created else None, keywords, source, reading)


def _tree(archive: ZipFile, name: str, source: Source) -> _Element | None:
    info = archive.NameToInfo.get(name)
    return None if info is None else parse_xml(source.within(name, open_member(archive, info, source)).read())[0]


def _styles(root: _Element | None) -> dict[str, str]:
    """Return what the styles made for single paragraphs are made from."""
    found = {}
    for style in all_named(root, "style") if root is not None else ():
        parent = _attribute(style, "parent-style-name")
        if parent:
            found[_attribute(style, "name")] = parent
    return found


def _paragraphs(body: _Element, styles: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the paragraphs in their order, a row of data in a table as one; boxes come after what they hang on."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        name = name_of(element)
        if name in ("p", "h"):
            boxes: list[_Element] = []
            words = _text(element, boxes)
            yield _shaped(element, words, styles)
            waiting += reversed(boxes)
        elif name == "table-row" and (row := row_of([*map(_cell, element.iterchildren("{*}table-cell"))])):
            yield row
        elif name not in _UNSEEN:
            waiting += reversed(element)


def _shaped(element: _Element, words: str, styles: Mapping[str, str]) -> Paragraph:
    style = _attribute(element, "style-name")
    for _ in range(8):  # made from one that is made from one; in a damaged file perhaps from itself
        paragraph = styled(words, style)
        if paragraph.is_author or paragraph.kind is not BlockKind.PARAGRAPH or style not in styles:
            break
        style = styles[style]
    if paragraph.kind is BlockKind.PARAGRAPH and name_of(element) == "h":
        return Paragraph(words, BlockKind.HEADING)
    around = element.getparent()
    is_item = around is not None and name_of(around) == "list-item" and element.getprevious() is None
    return Paragraph(words, BlockKind.LIST_ITEM) if paragraph.kind is BlockKind.PARAGRAPH and is_item else paragraph


def _cell(cell: _Element) -> list[str]:
    return [_text(each, []) for each in cell.iter("{*}p", "{*}h")]


def _text(paragraph: _Element, boxes: list[_Element]) -> str:
    """Return the words of a paragraph, and append the boxes and notes in it to `boxes`."""
    parts = [spaced(paragraph.text)]
    waiting: list[_Element | str] = [item for child in reversed(paragraph) for item in (child.tail or "", child)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(spaced(item))
            continue
        name = name_of(item)
        if name == "s":
            count = _attribute(item, "c")
            parts.append(" " * min(_MOST_SPACES, int(count) if count.isdecimal() and len(count) < 4 else 1))
        elif name == "tab":
            parts.append(" ")
        elif name == "line-break":
            parts.append("\n")
        elif name in ("text-box", "note-body"):
            boxes.append(item)
        elif name not in _UNSEEN:
            waiting += [each for child in reversed(item) for each in (child.tail or "", child)]
            parts.append(spaced(item.text))
    return "".join(parts)


def _attribute(element: _Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
