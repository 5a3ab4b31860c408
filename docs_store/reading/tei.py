"""TEI, as editors of texts, corpora and GROBID write it, and trafilatura's XML, which has its elements.

One article a text; where a text is parted into articles, as a digitised newspaper is, each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import Image
from docs_store.reading.fields import Record
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.xml_story import Role, XmlStory
from docs_store.reading.xml_stream import elements, root_name
from docs_store.reading.xml_tree import all_named, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS: Final = ("tei", "tei.2", "teicorpus", "teicorpus.2")
_TRAFILATURA = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<doc(?:\s[^<>]{0,20000})?>\s*<main(?:\s[^<>]{0,200})?/?>")
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_ROLES: Final = {
    Role.DIVISION: ("text", "front", "body", "back", "group", "div", "div0", "div1", "div2", "div3", "div4", "div5",
                    "div6", "div7", "list", "table", "main", "lg", "sp", "floatingtext", "argument"),
    Role.PARAGRAPH: ("p", "ab", "l", "u", "stage", "speaker", "byline", "dateline", "salute", "signed", "opener",
                     "closer", "trailer", "postscript", "epigraph", "code"),
    Role.HEADING: ("head",),
    Role.ITEM: ("item",),
    Role.QUOTE: ("quote", "cit", "q", "said"),
    Role.ROW: ("row",),
    Role.PICTURE: ("figure", "graphic"),
    Role.NOTE: ("note",),
    Role.SPACE: ("lb", "pb", "cb", "milestone"),
    Role.NOTHING: ("fw", "gap", "del", "titlepage", "listbibl", "comments", "teiheader", "formula"),
}  # fmt: skip
_ROLE: Final = {name: role for role, names in _ROLES.items() for name in names}
_REPLACED: Final = frozenset(("sic", "orig", "abbr"))
"""What stands beside its correction in a `<choice>`."""
_PIECE = re.compile(r"(?i)(?:news)?article|news(?:item)?|story|letter|report|essay|feuilleton|advert\w*|obituary")
"""Types of a division that is an article of its own, in a text of several."""
_FEWEST_PIECES: Final = 2
_HOST = re.compile(r" \([\w-]{1,60}(?:\.[\w-]{1,60}){1,5}\)$")
"""What trafilatura writes behind the name of a site."""
_NO_WORDS: Final = "fig:"
"""What pandoc writes where a picture is not described."""


def matches(source: Source) -> bool:
    """Tell whether a file is TEI, or what trafilatura writes as XML."""
    return root_name(source) in _ROOTS or _TRAFILATURA.match(source.text_head) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    whole = ("TEI", "TEI.2") if root_name(source) in _ROOTS else ("doc",)
    some = False
    for text in elements(source, reading, whole):
        some = True
        raws = list(_articles(text, reading))
        if not raws:
            reading.report(Skipped(f"{source.name}:{text.sourceline}", "a text without title or words"))
        yield from raws
    if not some:
        raise source.error("TEI without a text")


def _articles(text: _Element, reading: Reading) -> Iterator[RawDocument]:
    header = _scraped(text) if name_of(text) == "doc" else _header(text)
    pieces = [] if name_of(text) == "doc" else list(_pieces(text))
    if len(pieces) >= _FEWEST_PIECES:
        for number, piece in enumerate(pieces, 1):
            told = {"title": _words_in(piece, "head"), "authors": _all(piece, "byline") or header["authors"]}
            about = header | told | {"id": piece.get(f"{_XML}id") or f"{header['id'] or header['url']}#{number}"}
            yield from _document(about, piece, reading)
            piece.clear(keep_tail=True)
        header["id"] = header["title"] = ""  # what is left: the paper's own words
    yield from _document(header, text, reading)


def _pieces(text: _Element) -> Iterator[_Element]:
    """Yield the divisions that are articles; what is in one of them is no other."""
    waiting = [text]
    while waiting:
        element = waiting.pop()
        if name_of(element).startswith("div") and _PIECE.fullmatch(element.get("type") or ""):
            yield element
        else:
            waiting += reversed([child for child in element if name_of(child) != "teiheader"])


def _document(about: Record, element: _Element, reading: Reading) -> Iterator[RawDocument]:
    gathered = XmlStory(_role, _picture).add([element])
    raw = to_document(about, reading.columns, gathered.build(str(about["title"])))
    if raw is not None:
        yield replace(raw, links=tuple(gathered.links))


def _role(element: _Element) -> Role | None:
    name = name_of(element)
    if name in _REPLACED and (around := element.getparent()) is not None and name_of(around) == "choice":
        return Role.NOTHING
    if name == "ab" and element.get("type") == "header":  # trafilatura's headings
        return Role.HEADING
    role = _ROLE.get(name)
    return Role.NOTHING if role is Role.SPACE and element.get("break") == "no" else role


def _picture(element: _Element) -> Image:
    """Return the picture in a `<figure>`, or a `<graphic>` without one."""
    graphics = all_named(element, "graphic")
    graphic = graphics[0] if graphics else element
    described = next(iter(_all(element, "figdesc")), "")
    words = [*_all(element, "head"), *_all(element, "p")]
    alt = graphic.get("alt") or ("" if described == _NO_WORDS else described)
    return Image(
        caption=" ".join(words) or graphic.get("title") or ("" if graphic.get("alt") else alt),
        alt=alt if words or graphic.get("alt") else "",
        source=graphic.get("url") or graphic.get("src") or "",
    )


def _header(text: _Element) -> dict[str, object]:
    """Return what the header tells: of where the text was taken from before what was made of it."""
    header = next((each for each in text if name_of(each) == "teiheader"), None)
    if header is None:
        return {"id": text.get(f"{_XML}id") or "", "title": "", "authors": [], "url": ""}
    origin = next(iter(all_named(header, "sourcedesc")), header)
    told = (origin, header)
    return {
        "id": text.get(f"{_XML}id") or "",
        "title": _title(header),
        "authors": next(filter(None, map(_authors, (*_named(header, "titlestmt"), origin))), []),
        "date": next(filter(None, map(_day, told)), None),
        "source": next(filter(None, map(_source, told)), ""),
        "url": next((url for each in header.iter() if (url := _address(each))), ""),
        "summary": " ".join(text_of(next(iter(all_named(header, "abstract")), None)).split()),
        "language": next((each.get("ident") for each in all_named(header, "language") if each.get("ident")), None)
        or text.get(f"{_XML}lang"),
        "tags": [tag for each in all_named(header, "keywords") for tag in _all(each, "term") or _all(each, "item")],
    }


def _scraped(doc: _Element) -> dict[str, object]:
    """Return what trafilatura tells of a page in the attributes of `<doc>`."""
    told = dict(doc.attrib)
    authors = [name for name in (told.get("author") or "").split("; ") if name]
    tags = ", ".join(filter(None, (told.get("tags"), told.get("categories"))))
    names = {"title": "title", "date": "date", "url": "url", "source": "sitename", "summary": "description"}
    return {part: told.get(name) or "" for part, name in names.items()} | {
        "id": told.get("id") or "",
        "authors": authors,
        "tags": tags,
        "language": told.get("language"),
    }


def _title(header: _Element) -> str:
    """Return the title: the main one of the statement of titles, else of what the text was taken from."""
    titles = [each for statement in _named(header, "titlestmt") for each in all_named(statement, "title")]
    main = [each for each in titles if each.get("type") == "main" or each.get("level") == "a"] or titles
    analytic = [each for part in all_named(header, "analytic") for each in all_named(part, "title")]
    return next(filter(None, map(text_of, (*main, *analytic))), "")


def _authors(around: _Element) -> list[str]:
    return list(dict.fromkeys(name for each in all_named(around, "author") if (name := _name(each))))


def _name(author: _Element) -> str:
    """Return an author's name: its parts in their usual order, however they are written."""
    persons = all_named(author, "persname") or [author]
    parts = {name: " ".join(_all(persons[0], name)) for name in ("forename", "surname")}
    return " ".join(filter(None, parts.values())) or text_of(persons[0])


def _day(around: _Element) -> str:
    """Return the day of publication; when a text was made, or fetched, is none."""
    dates = [
        each
        for place in ("publicationstmt", "imprint", "bibl", "biblfull", "biblstruct", "creation")
        for part in _named(around, place)
        for each in all_named(part, "date")
        if each.get("type") != "download"
    ]
    return next((day for each in dates if (day := each.get("when") or text_of(each))), "")


def _source(around: _Element) -> str:
    """Return the paper that a text was taken from: a journal's title, else the publisher."""
    titles = [each for each in all_named(around, "title") if each.get("level") in ("j", "m", "s")]
    publishers = [] if titles else all_named(around, "publisher")
    return _HOST.sub("", next(filter(None, map(text_of, (*titles, *publishers))), ""))


def _address(element: _Element) -> str:
    """Return the address on the web that an element names as the text's own, else ""."""
    if name_of(element) == "idno":
        url = text_of(element)
    elif name_of(element) in ("ptr", "ref") and (element.get("type") or "").lower() in ("url", "uri"):
        url = element.get("target") or ""
    else:
        return ""
    return url if url.startswith(("http://", "https://")) else ""


def _named(around: _Element, name: str) -> list[_Element]:
    return [around] if name_of(around) == name else all_named(around, name)


def _all(around: _Element, name: str) -> list[str]:
    return [words for each in all_named(around, name) if (words := text_of(each))]


def _words_in(around: _Element, name: str) -> str:
    return next((text_of(each) for each in around if name_of(each) == name), "")
