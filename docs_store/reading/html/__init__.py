"""Saved web pages: what trafilatura takes for the article, shaped and completed by the page's own elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docs_store.errors import DocumentError
from docs_store.reading.html.page import decode_page, saved_from
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import Story, StoryBuilder

_OPENING = re.compile(r"(?i)<!doctype html|<(?:html|head|body|frameset)[\s>]")
_BEFORE = re.compile(r"(?i)\s*(?:<[?!](?!doctype html|--)[^>]{0,500}>\s*|<!--(?:[^-]|-(?!->)){0,20000}-->\s*){0,20}")
_ELEMENT = re.compile(
    r"(?i)<(?:article|blockquote|center|div|font|h[1-6]|main|meta|p|section|span|table|title|ul)[\s>]"
)
_CLOSED = re.compile(r"(?i)</(?:a|b|article|div|em|h[1-6]|li|p|section|span|td|title)\s*>")
_FEW: Final = 3
"""Elements that end, from which what begins with one is HTML whatever it is called."""
_NAMES: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_SENT_BEFORE = re.compile(r"(?i)<(?:a|b|base|br|iframe|img|link|noscript|script|style)[\s/>]")
"""What servers and programs put before the page itself: their scripts, and their errors."""
_DECLARED = re.compile(r"(?im)^[ \t]{0,40}<!doctype html")


def matches(source: Source) -> bool:
    """Tell whether a file is a web page, or a piece of one."""
    begin = _BEFORE.match(source.text_head)
    at = begin.end() if begin else 0
    if _OPENING.match(source.text_head, at):
        return True
    is_called = (source.member or source.name).lower().endswith(_NAMES)
    if _SENT_BEFORE.match(source.text_head, at):
        return is_called or _DECLARED.search(source.text_head, at) is not None
    if not _ELEMENT.match(source.text_head, at):
        return False
    return is_called or len(_CLOSED.findall(source.text_head)) >= _FEW


def read(source: Source, _: Reading) -> Iterator[RawDocument]:
    """Yield the article of a page. Raises `DocumentError` where the file is no text."""
    try:
        yield read_page(source.read())
    except DocumentError as error:
        raise source.error(error.reason) from error


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
    from docs_store.reading.html.page import parse, visible_lines

    tree = parse(html)
    story = Story() if tree is None else tell_all(tree, url)
    return story if story.blocks else _plain(visible_lines(html))


@dataclass(frozen=True, slots=True)
class _Page:
    document: RawDocument
    is_article: bool = False


def _read(html: bytes | str, url: str) -> _Page:
    from docs_store.reading.html.article import tell
    from docs_store.reading.html.flow import read_flow
    from docs_store.reading.html.jsonld import read_facts
    from docs_store.reading.html.metadata import guess_date, read_metadata
    from docs_store.reading.html.misused import set_right
    from docs_store.reading.html.page import parse, visible_lines
    from docs_store.reading.stated_dates import day_in_address, finer

    text = html if isinstance(html, str) else decode_page(html)
    url = url or saved_from(text)
    tree = parse(text)
    if tree is None:
        return _Page(RawDocument(url=url, blocks=_plain(visible_lines(text)).blocks))
    set_right(tree)
    flow = read_flow(tree)
    facts = read_facts(tree)
    metadata = read_metadata(tree, facts, url)
    told = tell(tree, flow, metadata, facts.images)
    story = told.story if told.story.blocks else _plain(visible_lines(text))
    document = RawDocument(
        title=metadata.title,
        blocks=story.blocks,
        images=story.images,
        authors=told.authors,
        published=metadata.published
        or finer(told.published or day_in_address(metadata.url), metadata.shown)
        or metadata.shown
        or told.above
        or (guess_date(tree) if flow.is_light else "")
        or None,
        language=metadata.language,
        source=metadata.source,
        url=metadata.url,
        tags=metadata.tags,
        links=(*told.links, *metadata.translations),
    )
    return _Page(document, told.is_article)


def _plain(lines: Iterable[str]) -> Story:
    story = StoryBuilder()
    for line in lines:
        story.add_text(line)
    return story.build()
