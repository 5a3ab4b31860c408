"""The XML of news agencies and archives: NITF, NewsML of both generations, and Reuters' volumes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import BlockKind, Image
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.story import Story, StoryBuilder, without_credit
from docs_store.reading.xml_stream import elements, local_name, root_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHOLE: Final = {
    "nitf": ("nitf",),
    "newsml": ("NewsItem",),
    "newsitem": ("newsItem", "newsitem"),
    "newsmessage": ("newsItem",),
}
"""By the root's name, the elements that are an article each."""
_BODIES: Final = ("body.content", "text", "inlineXML", "DataContent", "body")
_TITLES: Final = ("hl1", "HeadLine", "headline", "hedline", "title")
_AUTHORS: Final = ("byline", "ByLine", "by", "byttl")
_DATES: Final = (
    "date.issue",
    "pubdata",
    "FirstCreated",
    "firstCreated",
    "contentCreated",
    "versionCreated",
    "DateLine",
)
_SOURCES: Final = ("provider", "creditline", "CreditLine", "publisher", "doc.copyright")
_TOPICS: Final = ("classifier", "keyword", "subject", "KeywordLine", "slugline")
_HEADINGS: Final = ("hl2", "h1", "h2", "h3", "h4", "title")
_KINDS: Final = {"li": BlockKind.LIST_ITEM, "bq": BlockKind.QUOTE, "blockquote": BlockKind.QUOTE}
_PICTURES: Final = ("media", "figure")
_CATALOGUED: Final = "normalized_byline"
_PART: Final = "lead_paragraph"
"""A block of the New York Times' corpus that its full text repeats."""


def matches(source: Source) -> bool:
    """Tell whether a file is such XML."""
    return root_name(source) in _WHOLE


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    some = False
    for item in elements(source, reading, _WHOLE[root_name(source)]):
        some = True
        raw = to_document(_record(item), reading.columns, _story(item))
        if raw is None:
            reading.report(Skipped(f"{source.name}:{item.sourceline}", "a news item without title or text"))
        else:
            yield raw
    if not some:
        raise source.error("news XML without an item")


def _record(item: _Element) -> dict[str, object]:
    identifier = next((found for name in ("doc-id", "NewsItemId") for found in _found(item, name)), None)
    return {
        "id": item.get("guid") or item.get("itemid") or _value(identifier, ("id-string",)),
        "title": _first(item, _TITLES),
        "date": item.get("date") or _first(item, _DATES, ("norm", "date.publication")),
        "authors": _authors(item),
        "url": next((url for each in _found(item, "pubdata") if (url := each.get("ex-ref"))), ""),
        "summary": _first(item, ("abstract", "description")),
        "source": _first(item, _SOURCES, ("name", "literal", "holder")),
        "language": item.get("{http://www.w3.org/XML/1998/namespace}lang"),
        "tags": [text for name in _TOPICS for found in _found(item, name) if (text := _value(found, ("key", "value")))],
    }


def _authors(item: _Element) -> list[str]:
    """Return the bylines, without those that name the same persons again for a catalogue."""
    bylines = [found for name in _AUTHORS for found in _found(item, name) if _words(found)]
    return [_words(each) for each in bylines if each.get("class") != _CATALOGUED] or [_words(each) for each in bylines]


def _found(item: _Element, name: str) -> Iterator[_Element]:
    return item.iter(f"{{*}}{name}")


def _first(item: _Element, names: tuple[str, ...], attributes: tuple[str, ...] = ()) -> str:
    values = (_value(found, attributes) for name in names for found in _found(item, name))
    return next(filter(None, values), "")


def _value(element: _Element | None, attributes: tuple[str, ...]) -> str:
    """Return what an element says: its words, else one of these attributes."""
    if element is None:
        return ""
    return _words(element) or next((value for name in attributes if (value := element.get(name))), "")


def _words(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _story(item: _Element) -> Story:
    story = StoryBuilder()
    body = next((found for name in _BODIES for found in _found(item, name)), None)
    if body is not None:
        parts = [part for part in body if part.get("class") != _PART] or list(body)
        for part in parts:
            _add(part, story)
        if not story.blocks and _words(body):
            story.add(BlockKind.PARAGRAPH, _words(body))
    return story.build()


def _add(element: _Element, story: StoryBuilder) -> None:
    """Add what is in an element of the body: its paragraphs, headings and pictures, in their order."""
    name = local_name(element)
    if not name:  # an entity that nobody declared
        return
    if name in _PICTURES:
        _add_picture(element, story)
    elif name in _HEADINGS or name in ("p", "li") or not len(element):
        words = _words(element)
        around = element.getparent()
        kind = _KINDS.get(name) or _KINDS.get(local_name(around) if around is not None else "") or BlockKind.PARAGRAPH
        if words:
            story.add(BlockKind.HEADING if name in _HEADINGS else kind, words)
    elif name != "head":
        for child in element:
            _add(child, story)


def _add_picture(media: _Element, story: StoryBuilder) -> None:
    references = [*_found(media, "media-reference"), *_found(media, "img")]
    image = Image(
        caption=_first(media, ("media-caption", "figcaption")),
        credit=_first(media, ("media-producer", "credit")),
        alt=next((alt for each in references if (alt := each.get("alternate-text") or each.get("alt"))), ""),
        source=next((path for each in references if (path := each.get("source") or each.get("src"))), ""),
    )
    if image != Image():
        story.add_picture(without_credit(image))
