"""JATS (and NLM before it), the XML of journals and their archives: PubMed Central, JSTOR, SciELO; one article each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import BlockKind, Image
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.xml_story import Role, XmlStory
from docs_store.reading.xml_stream import elements, root_name
from docs_store.reading.xml_tree import all_named, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS: Final = ("article", "pmc-articleset", "oai-pmh")
_SURE = re.compile(r"<(?:\w{1,20}:)?article-meta[\s>]|//NLM//DTD ")
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_ROLES: Final = {
    Role.DIVISION: ("sec", "body", "back", "ack", "app-group", "app", "glossary", "list", "boxed-text", "table-wrap",
                    "table", "thead", "tbody", "tfoot", "caption", "fn-group", "bio", "sub-article", "response",
                    "front-stub", "def-list", "verse-group", "statement", "speech", "fig-group", "notes"),
    Role.PARAGRAPH: ("p", "verse-line", "attrib", "disp-formula", "preformat", "code", "def-item", "speaker",
                     "article-title", "subtitle"),
    Role.HEADING: ("title",),
    Role.ITEM: ("list-item",),
    Role.QUOTE: ("disp-quote",),
    Role.ROW: ("tr",),
    Role.PICTURE: ("fig", "graphic"),
    Role.NOTE: ("fn",),
    Role.SPACE: ("break",),
    Role.NOTHING: ("ref-list", "label", "object-id", "alternatives", "tex-math", "supplementary-material",
                   "permissions", "article-id", "contrib-group", "aff", "author-notes", "alt-text"),
}  # fmt: skip
_ROLE: Final = {name: role for role, names in _ROLES.items() for name in names}
_MARKS: Final = frozenset(("fn", "table-fn", "aff", "corresp", "author-notes"))
"""Kinds of references that are but the mark of a note."""
_PARTS: Final = ("body", "back", "sub-article", "response")
_PUBLISHED: Final = ("epub", "pub", "ppub", "collection")
"""Kinds of dates, the first that readers could have had it first."""


def matches(source: Source) -> bool:
    """Tell whether a file is JATS, or a collection of such articles."""
    return root_name(source) in _ROOTS and _SURE.search(source.text_head) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    some = False
    for article in elements(source, reading, ("article",)):
        some = True
        meta = next(iter(all_named(article, "article-meta")), None)
        record = {} if meta is None else _record(article, meta)
        parts = [each for each in article if name_of(each) in _PARTS]
        others = [] if meta is None else _abstracts(meta)[1:]
        gathered = XmlStory(_role, _picture).add((*others, *parts))
        raw = to_document(record, reading.columns, gathered.build())
        if raw is None:
            reading.report(Skipped(f"{source.name}:{article.sourceline}", "an article without title or text"))
        else:
            yield replace(raw, links=tuple(gathered.links))
    if not some:
        raise source.error("JATS without an article")


def _record(article: _Element, meta: _Element) -> dict[str, object]:
    ids = {each.get("pub-id-type"): text_of(each) for each in meta if name_of(each) == "article-id"}
    journals = [*all_named(article, "journal-title"), *all_named(article, "publisher-name")]
    contributors = [each for each in all_named(meta, "contrib") if each.get("contrib-type") in (None, "author")]
    group = next(iter(all_named(meta, "title-group")), meta)
    doi = ids.get("doi", "").removeprefix("https://doi.org/")
    address = next((url for each in all_named(meta, "self-uri") if (url := each.get(f"{_XLINK}href"))), "")
    return {
        "id": next(filter(None, ids.values()), ""),
        "url": f"https://doi.org/{doi}" if doi else address if "://" in address else "",
        "title": _title(group),
        "summary": _abstract(meta),
        "authors": list(filter(None, map(_name, contributors))),
        "date": _published(meta),
        "source": next(filter(None, map(text_of, journals)), ""),
        "language": article.get(f"{_XML}lang"),
        "tags": [tag for name in ("kwd", "subject") for each in all_named(meta, name) if (tag := text_of(each))],
    }


def _title(group: _Element) -> str:
    """Return the title and what stands under it, without the marks of notes."""
    titles = [each for name in ("article-title", "subtitle") for each in group if name_of(each) == name]
    for mark in [each for title in titles for each in title.iter() if name_of(each) in ("xref", "fn")]:
        mark.clear(keep_tail=True)
    *main, last = map(text_of, titles) if titles else [""]
    return " ".join((*(title if title[-1:] in "?!.:" else f"{title}:" for title in main), last))


def _abstract(meta: _Element) -> str:
    story = XmlStory(_role, _picture).add(_abstracts(meta)[:1]).build()
    return " ".join(block.text for block in story.blocks if block.kind is not BlockKind.HEADING)


def _abstracts(meta: _Element) -> list[_Element]:
    """Return the abstracts; the first is the author's own, and others are for other readers."""
    return [each for each in meta if name_of(each) == "abstract"]


def _name(contributor: _Element) -> str:
    parts = {name: text_of(next(iter(all_named(contributor, name)), None)) for name in ("given-names", "surname")}
    names = (*all_named(contributor, "string-name"), *all_named(contributor, "collab"))
    return " ".join(filter(None, parts.values())) or next(filter(None, map(text_of, names)), "")


def _published(meta: _Element) -> str:
    """Return the day of publication as it is stated; a month or a year where there is no more."""
    dates = [each for each in meta if name_of(each) == "pub-date"]
    kinds = {each.get("pub-type") or each.get("date-type") or "": each for each in reversed(dates)}
    ranked = [kinds[kind] for kind in _PUBLISHED if kind in kinds] or dates
    told = sorted(map(_day, ranked), key=len, reverse=True)  # a whole day before a month: the sort is stable
    return next(iter(told), "")


def _day(date: _Element) -> str:
    if stated := date.get("iso-8601-date"):
        return stated
    parts = [text_of(next(iter(all_named(date, name)), None)) for name in ("year", "month", "day")]
    known = parts[: parts.index("")] if "" in parts else parts
    return "-".join(part.zfill(2) for part in known) if all(map(str.isdecimal, known)) else " ".join(reversed(known))


def _role(element: _Element) -> Role | None:
    name = name_of(element)
    if name == "xref":
        return Role.NOTHING if element.get("ref-type") in _MARKS else None
    if name == "alternatives" and all_named(element, "table"):  # beside a picture of it
        return Role.DIVISION
    return _ROLE.get(name)


def _picture(element: _Element) -> Image:
    """Return the picture in a `<fig>`, or a `<graphic>` without one."""
    graphics = [each for name in ("graphic", "media") for each in all_named(element, name)]
    captions = [each for each in element if name_of(each) == "caption"]
    parts = [text_of(part) for caption in captions for part in (list(caption) or [caption])]
    label = " ".join(text_of(each) for each in element if name_of(each) == "label")
    return Image(
        caption=" ".join(filter(None, (label, *parts))),
        credit=" ".join(map(text_of, all_named(element, "attrib"))),
        alt=" ".join(map(text_of, all_named(element, "alt-text"))),
        source=next((path for each in graphics if (path := each.get(f"{_XLINK}href"))), ""),
    )
