"""Saved web pages: what trafilatura takes for the article, shaped and completed by the page's own elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docs_store.reading.html.page import decode_page, letters
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import Story, StoryBuilder

_OPENING = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_BEFORE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:[^-]|-(?!->)){0,5000}-->\s*){0,20}")


def matches(source: Source) -> bool:
    """Tell whether a file is a web page."""
    begin = _BEFORE.match(source.text_head)
    return bool(begin and _OPENING.match(source.text_head, begin.end()))


def read(source: Source, _: Reading) -> Iterator[RawDocument]:
    """Yield the article of a page."""
    yield read_page(source.read())


def read_page(html: bytes | str, url: str = "") -> RawDocument:
    """Return the article of a web page, `url` being where it was found; of a page that has none, all that it shows.

    Raises `DocumentError` where it is no text.
    """
    return _read(html, url).document


def read_article(html: bytes | str, url: str = "") -> RawDocument | None:
    """Return the article of a web page, None where it is none: an index, a form, a gallery of links.

    Raises `DocumentError` where it is no text.
    """
    page = _read(html, url)
    return page.document if page.is_article else None


def read_fragment(html: str, url: str = "") -> Story:
    """Return the blocks and pictures of a piece of HTML, all of it: a feed's content, a part of a mail."""
    from docs_store.reading.html.article import tell_all
    from docs_store.reading.html.page import parse

    tree = parse(html)
    return Story() if tree is None else tell_all(tree, url)


@dataclass(frozen=True, slots=True)
class _Page:
    document: RawDocument
    is_article: bool = False


def _read(html: bytes | str, url: str) -> _Page:
    from docs_store.reading.html.article import tell
    from docs_store.reading.html.flow import read_flow
    from docs_store.reading.html.jsonld import read_facts
    from docs_store.reading.html.metadata import read_metadata
    from docs_store.reading.html.page import parse, visible_lines

    text = html if isinstance(html, str) else decode_page(html)
    tree = parse(text)
    if tree is None:
        return _Page(RawDocument(url=url, blocks=_plain(visible_lines(text)).blocks))
    flow = read_flow(tree)
    metadata = read_metadata(tree, read_facts(tree), url, is_light=flow.is_light)
    told = tell(tree, flow, metadata)
    story = told.story if told.story.blocks else _plain(visible_lines(text))
    is_named = any(letters(name) != letters(metadata.source) for name in metadata.authors)
    document = RawDocument(
        title=metadata.title,
        blocks=story.blocks,
        images=story.images,
        authors=metadata.authors if is_named else told.authors or metadata.authors,
        published=metadata.published or told.published or None,
        language=metadata.language,
        source=metadata.source,
        url=metadata.url,
        tags=metadata.tags,
        links=(*told.links, *metadata.translations),
    )
    return _Page(document, told.is_article)


def _plain(lines: list[str]) -> Story:
    story = StoryBuilder()
    for line in lines:
        story.add_text(line)
    return story.build()
