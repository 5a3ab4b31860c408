"""Saved web pages: what trafilatura takes for the article, shaped and completed by the page's own elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docs_store.errors import DocumentError
from docs_store.model import BlockKind
from docs_store.reading.html.page import decode_page
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import Story, StoryBuilder

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPENING = re.compile(r"(?i)<!doctype html|<(?:html|head|body|frameset)[\s>]")
_BEFORE = re.compile(r"(?i)\s*(?:<[?!](?!doctype html|--)[^>]{0,500}>\s*|<!--(?:[^-]|-(?!->)){0,20000}-->\s*){0,20}")
_ELEMENT = re.compile(
    r"(?i)<(?:article|blockquote|center|div|font|h[1-6]|main|meta|p|section|span|table|title|ul)[\s>]"
)
_CLOSED = re.compile(r"(?i)</(?:a|b|article|div|em|h[1-6]|li|p|section|span|td|title)\s*>")
_FEW: Final = 3
"""Elements that end, from which what begins with one is HTML whatever it is called."""
_SHORT: Final = 1_500
"""Weight of the text that a page shows up to which its scripts may hold more of it."""
_MORE: Final = 2
"""That is so many times as long."""
_AS_MUCH: Final = 0.9
"""Share of a text of which no element tells what it is, from which one in a script is the same in paragraphs."""
_LITTLE: Final = 100
"""Weight of what a page shows that is drawn by a program: that it is loading."""
_LEAST: Final = 200
"""Weight of an article's text that stands in a script."""
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


def _read(html: bytes | str, url: str, *, is_framed: bool = False) -> _Page:
    from docs_store.reading.html.article import tell
    from docs_store.reading.html.copies import saved_from, shown_address, without_bars
    from docs_store.reading.html.flow import read_flow
    from docs_store.reading.html.jsonld import read_facts
    from docs_store.reading.html.metadata import guess_date, read_metadata
    from docs_store.reading.html.misused import set_right
    from docs_store.reading.html.page import parse, visible_lines
    from docs_store.reading.html.scripts import moment_in_scripts
    from docs_store.reading.stated_dates import day_in_address, finer

    text = html if isinstance(html, str) else decode_page(html)
    url = url or saved_from(text)
    tree = parse(text)
    if tree is None:
        return _Page(RawDocument(url=url, blocks=_plain(visible_lines(text)).blocks))
    url = url or shown_address(tree)
    without_bars(tree, text)
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
        or moment_in_scripts(tree)
        or (guess_date(tree) if flow.is_light else "")
        or None,
        language=metadata.language,
        source=metadata.source,
        url=metadata.url,
        tags=metadata.tags,
        links=(*told.links, *metadata.translations),
    )
    if (drawn := _drawn(tree, document, metadata.titles, is_shown=told.is_shown)) is not None:
        return _Page(drawn, is_article=True)
    framed = None if is_framed else _framed(tree, document)
    return framed or _Page(document, told.is_article)


def _framed(tree: HtmlElement, document: RawDocument) -> _Page | None:
    """Return the page in a frame of one, as SingleFile puts it in, where that is more than the page itself shows.

    Beside a text of the page's own it has to be called as the page is: advertisements and pleas stand in frames too.
    """
    from docs_store.reading.html.page import letters
    from docs_store.reading.html.scripts import is_called_as, prose, spelled

    held = max((each.get("srcdoc") or "" for each in tree.iter("iframe")), key=len, default="")
    own = prose(document) if len(held) >= _LEAST else _SHORT
    if own >= _SHORT:
        return None
    page = _read(held, document.url, is_framed=True)
    if prose(page.document) < max(_LEAST, own * _MORE):
        return None
    if own >= _LITTLE and not is_called_as(letters(page.document.title), spelled([document.title])):
        return None
    return replace(page, document=replace(page.document, title=page.document.title or document.title))


def _drawn(tree: HtmlElement, document: RawDocument, titles: Sequence[str], *, is_shown: bool) -> RawDocument | None:
    """Return a page's document with the text that its scripts hold, where that is more than the page shows of it."""
    from docs_store.reading.html.scripts import prose, told_in_scripts

    own = prose(document)
    if is_shown and own >= _SHORT:
        return None
    found = told_in_scripts(tree, titles, must_be_called=own >= _LITTLE)
    if found is None or prose(found) < max(_LEAST, own * (_MORE if is_shown else _AS_MUCH)):
        return None
    if not is_shown and len(found.blocks) <= len(document.blocks):
        return None
    captions = [block for block in document.blocks if block.kind is BlockKind.CAPTION]
    text = [block for block in found.blocks if not captions or block.kind is not BlockKind.CAPTION]
    return replace(
        document,
        title=found.title or document.title,
        blocks=(*captions, *text),
        images=document.images if captions else found.images,
        authors=document.authors or found.authors,
        published=document.published or found.published,
        language=document.language or found.language,
        tags=document.tags or found.tags,
    )


def _plain(lines: Iterable[str]) -> Story:
    story = StoryBuilder()
    for line in lines:
        story.add_text(line)
    return story.build()
