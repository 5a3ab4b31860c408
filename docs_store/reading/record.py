"""One JSON record to a document: the names people use for an article's parts, and the shapes they put there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from docs_store.model import Block, BlockKind, Image, Link, LinkKind
from docs_store.reading.dates import parse_time
from docs_store.reading.raw import RawDocument
from docs_store.reading.story import story_blocks

_Record: TypeAlias = Mapping[str, object]

# Names in lower case without "_" and "-", the likelier first: what is found first and is not empty is taken.
_ID: Final = ("id", "guid", "uuid", "identifier")
_TITLE: Final = ("title", "headline", "name")
_TEXT: Final = ("text", "body", "content", "contenttext", "articlebody", "fulltext", "maintext", "article")
_STANDFIRST: Final = ("standfirst", "summary", "description", "dek", "subtitle", "excerpt", "abstract", "lead")
_PUBLISHED: Final = ("published", "publishedat", "datepublished", "publishdate", "publicationdate", "pubdate", "date",
                     "timestamp", "created", "createdat")  # fmt: skip
_AUTHOR: Final = ("authors", "author", "byline", "creator")
_URL: Final = ("url", "link", "permalink", "canonicalurl")
_SOURCE: Final = ("source", "sitename", "publisher", "publication", "site")
_LANGUAGE: Final = ("language", "lang", "inlanguage")
_TAGS: Final = ("tags", "keywords", "topics", "categories")
_IMAGES: Final = ("images", "image", "pictures", "photos", "topimage", "leadimage", "imageurl")
_CAPTION: Final = ("caption", "title", "description", "text")
_CREDIT: Final = ("credit", "copyright", "photographer", "author", "attribution", "source")
_ALT: Final = ("alt", "alttext")
_IMAGE_URL: Final = ("url", "src", "href", "contenturl", "file", "path")
_TAKEN: Final = ("taken", "date", "datetaken", "created")
_LINKS: Final = {"related": LinkKind.RELATED, "relatedarticles": LinkKind.RELATED,
                 "translations": LinkKind.TRANSLATION, "links": LinkKind.REFERENCE}  # fmt: skip
# Where a value is an object, the names under which it holds what is meant.
_WORDS_IN: Final = ("name", "text", "value", "rendered", "title", "label", "#text", "@value", "content", "url", "href")
_MOST_DEEP: Final = 4
"""How deep text is looked for inside one value: {"author": [{"name": {"text": …}}]}."""

_ADDRESS = re.compile(r"(?:https?:)?//\S+$|\S+\.(?i:jpe?g|png|gif|webp|avif|svg|tiff?)$")


def to_document(record: _Record) -> RawDocument | None:
    """Return the article in `record`, None where it has neither title, text nor summary."""
    fields = {_plain(name): value for name, value in record.items()}
    title, standfirst = _first(fields, _TITLE), _first(fields, _STANDFIRST)
    text = next((found for found in ("\n\n".join(_strings(fields.get(name))) for name in _TEXT) if found.strip()), "")
    if not (title or standfirst or text.strip()):
        return None
    story = story_blocks(text)
    blocks = list(story.blocks)
    if standfirst and standfirst not in text:
        blocks.insert(0, Block(BlockKind.STANDFIRST, standfirst))
    given = tuple(_images(fields))
    images = story.images + given
    # A record does not say where its pictures stand: the first leads, the others follow the text.
    captions = [Block(BlockKind.CAPTION, image.caption, len(story.images) + at) for at, image in enumerate(given)]
    lead = int(bool(blocks) and blocks[0].kind is BlockKind.STANDFIRST)
    blocks[lead:lead] = captions[:1]
    return RawDocument(
        identifier=_scalar(fields, _ID),
        title=title,
        blocks=(*blocks, *captions[1:]),
        images=images,
        authors=_all(fields, _AUTHOR),
        published=_moment(fields, _PUBLISHED),
        language=_first(fields, _LANGUAGE),
        source=_first(fields, _SOURCE),
        url=_first(fields, _URL),
        tags=tuple(part for tag in _all(fields, _TAGS) for part in tag.split(",")),
        links=tuple(_links(fields)),
    )


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _strings(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the words in a value: itself, its items, or what an object holds under a name that means words."""
    if isinstance(value, str):
        yield value
    elif depth >= _MOST_DEEP:
        return
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, depth + 1)
    elif isinstance(value, dict):
        named = next((value[name] for name in _WORDS_IN if value.get(name)), None)
        yield from _strings(named, depth + 1)


def _all(fields: _Record, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        found = tuple(text.strip() for text in _strings(fields.get(name)) if text.strip())
        if found:
            return found
    return ()


def _first(fields: _Record, names: tuple[str, ...]) -> str:
    return next(iter(_all(fields, names)), "")


def _scalar(fields: _Record, names: tuple[str, ...]) -> str:
    """Like `_first`, but a number counts too: ids are often numbers."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value) if abs(value) < 10**100 else ""  # past 4,300 digits str() raises
    return _first(fields, names)


def _moment(fields: _Record, names: tuple[str, ...]) -> str | int | float | dt.datetime | None:
    """Return the first value that reads as a moment."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, (dict, list)):
            value = next(_strings(value), None)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            moment = parse_time(value)
            if moment is not None:
                return moment
    return None


def _images(fields: _Record) -> Iterator[Image]:
    for name in _IMAGES:
        value = fields.get(name)
        for item in value if isinstance(value, list) else [value]:
            image = _image(item)
            if image != Image():
                yield image


def _image(item: object) -> Image:
    if isinstance(item, str):
        item = item.strip()
        return Image(source=item) if _ADDRESS.match(item) else Image(caption=item)
    if not isinstance(item, dict):
        return Image()
    fields = {_plain(name): value for name, value in item.items() if isinstance(name, str)}
    taken = _moment(fields, _TAKEN)
    return Image(
        caption=_first(fields, _CAPTION),
        credit=_first(fields, _CREDIT),
        alt=_first(fields, _ALT),
        source=_first(fields, _IMAGE_URL),
        taken=taken.date() if isinstance(taken, dt.datetime) else None,
    )


def _links(fields: _Record) -> Iterator[Link]:
    for name, kind in _LINKS.items():
        value = fields.get(name)
        for item in value if isinstance(value, list) else []:
            held = {_plain(key): part for key, part in item.items()} if isinstance(item, dict) else {}
            url = _first(held, _URL) if held else next(_strings(item), "")
            title = _first(held, _TITLE) or url
            if title:
                yield Link(title, url if held or "://" in url else "", kind)
