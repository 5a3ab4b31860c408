"""DocBook, the XML of handbooks and of what Asciidoctor and pandoc export: articles, and books chapter by chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import Image
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.xml_story import Role, XmlStory
from docs_store.reading.xml_stream import elements, root_name
from docs_store.reading.xml_tree import all_named, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHAPTERS: Final = ("article", "chapter", "preface", "appendix")
_ROOTS: Final = (*_CHAPTERS, "book", "part", "set")
_SURE = re.compile(
    r"docbook\.org/ns/docbook|//OASIS//DTD (?:Simplified )?DocBook|//Norman Walsh//DTD|<(?:article|book)info\b"
)
_ROLES: Final = {
    Role.DIVISION: ("section", "sect1", "sect2", "sect3", "sect4", "sect5", "simplesect", "note", "tip", "warning",
                    "caution", "important", "itemizedlist", "orderedlist", "variablelist", "varlistentry", "sidebar",
                    "simplelist", "procedure", "step", "substeps", "table", "informaltable", "tgroup", "thead", "tbody",
                    "tfoot", "example", "informalexample", "qandaset", "qandaentry", "question", "answer", "epigraph",
                    "formalpara", "refsect1", "partintro", "abstract", "calloutlist", "callout", "bridgehead"),
    Role.PARAGRAPH: ("para", "simpara", "term", "attribution", "programlisting", "screen", "literallayout", "synopsis",
                     "member", "subtitle"),
    Role.HEADING: ("title",),
    Role.ITEM: ("listitem",),
    Role.QUOTE: ("blockquote", "quote"),
    Role.ROW: ("row", "tr"),
    Role.PICTURE: ("figure", "informalfigure", "mediaobject", "inlinemediaobject"),
    Role.NOTE: ("footnote",),
    Role.NOTHING: ("info", "articleinfo", "bookinfo", "chapterinfo", "sectioninfo", "titleabbrev", "indexterm", "index",
                   "bibliography", "toc", "remark", "footnoteref", "xref", "anchor", "colspec", "co", "area",
                   "areaspec", *_CHAPTERS),
}  # fmt: skip
_ROLE: Final = {name: role for role, names in _ROLES.items() for name in names}
_TITLED: Final = ("table", "example", "equation", "note", "tip", "warning", "caution", "important")
"""What has a title that is no section's."""
_INFO: Final = ("info", "articleinfo", "chapterinfo", "bookinfo", "prefaceinfo", "appendixinfo")
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def matches(source: Source) -> bool:
    """Tell whether a file is DocBook."""
    return root_name(source) in _ROOTS and _SURE.search(source.text_head) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles, or a book's chapters. Raises `DocumentError` where there are none."""
    some, book = False, ""
    for article in elements(source, reading, _CHAPTERS):
        some = True
        above = article.getparent()
        book = book or ("" if above is None else str(_record(above)["title"]))
        story = XmlStory(_role, _picture)
        record = _record(article)
        record["source"] = record["source"] or book
        raw = to_document(record, reading.columns, story.add([article]).build(str(record["title"])))
        if raw is None:
            reading.report(Skipped(f"{source.name}:{article.sourceline}", "an article without title or text"))
        else:
            yield replace(raw, links=tuple(story.links))
    if not some:
        raise source.error("DocBook without an article or a chapter")


def _record(article: _Element) -> dict[str, object]:
    infos = [each for each in article if name_of(each) in _INFO]
    held = [each for info in infos for each in info]
    whole = [*article, *held]
    authors = [author for info in infos for author in all_named(info, "author")]
    return {
        "title": _first(whole, "title"),
        "summary": _first(whole, "subtitle") or _first(held, "abstract"),
        "authors": [name for author in authors if (name := _name(author))],
        "date": _first(held, "pubdate") or _first(held, "date"),
        "language": article.get(f"{_XML}lang") or article.get("lang"),
        "source": _first(held, "publishername") or _first(held, "productname"),
        "tags": [tag for info in infos for each in all_named(info, "keyword") if (tag := text_of(each))],
    }


def _first(elements_of: list[_Element], name: str) -> str:
    return next((text for each in elements_of if name_of(each) == name and (text := text_of(each))), "")


def _name(author: _Element) -> str:
    parts = (text_of(next(iter(all_named(author, name)), None)) for name in ("firstname", "givenname", "surname"))
    return " ".join(filter(None, parts)) or _first(list(author), "personname") or _first(list(author), "orgname")


def _role(element: _Element) -> Role | None:
    above = element.getparent()
    if name_of(element) == "title" and above is not None and name_of(above) in _TITLED:
        return Role.PARAGRAPH
    return _ROLE.get(name_of(element))


def _picture(element: _Element) -> Image:
    """Return the picture in a `<figure>`, or a `<mediaobject>` without one."""
    captions = [*(each for each in element if name_of(each) == "title"), *all_named(element, "caption")]
    return Image(
        caption=" ".join(filter(None, map(text_of, captions))),
        alt=next((text for each in all_named(element, "textobject") if (text := text_of(each))), ""),
        source=next((path for each in all_named(element, "imagedata") if (path := each.get("fileref"))), ""),
    )
