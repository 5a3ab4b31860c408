"""Saved web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docs_store.reading.html.page import decode_page
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
    """Return the article of a web page, `url` being where it was found.

    Raises `DocumentError` where it is no text.
    """
    from docs_store.reading.html.article import tell
    from docs_store.reading.html.jsonld import read_facts
    from docs_store.reading.html.metadata import read_metadata
    from docs_store.reading.html.page import parse, visible_lines

    text = html if isinstance(html, str) else decode_page(html)
    tree = parse(text)
    if tree is None:
        return RawDocument(url=url)
    facts = read_facts(tree)
    metadata = read_metadata(tree, facts, url)
    told = tell(tree, metadata)
    story = told.story
    if not story.blocks:
        rest = StoryBuilder()
        for line in visible_lines(text):
            rest.add_text(line)
        story = rest.build()
    return RawDocument(
        title=metadata.title,
        blocks=story.blocks,
        images=story.images,
        authors=metadata.authors,
        published=metadata.published or None,
        language=metadata.language,
        source=metadata.source,
        url=metadata.url,
        tags=metadata.tags,
        links=(*told.links, *metadata.translations),
    )


def read_fragment(html: str, url: str = "") -> Story:
    """Return the blocks and pictures of a piece of HTML, all of it: a feed's content, a part of a mail."""
    from docs_store.reading.html.article import tell_all
    from docs_store.reading.html.page import parse

    tree = parse(html)
    return Story() if tree is None else tell_all(tree, url)
