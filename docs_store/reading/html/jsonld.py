"""What a page tells machines of its article: JSON-LD in schema.org's words, alone, in lists, in a `@graph`, nested."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from docs_store.reading.html.page import letters, squeezed
from docs_store.reading.html.shown_titles import headings, window_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_Node: TypeAlias = dict[str, object]

_MOST_IMAGES: Final = 100
_MOST_NODES: Final = 5000
"""Objects looked at on one page."""
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Liveblog|Column|Recipe|CreativeWork)$")
_MOST_DEEP: Final = 5
"""Lists and objects around what a value says."""
_TELLING: Final = 8
"""Letters by which a headline is known."""
_PEOPLE: Final = ("author", "creator")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ESCAPED = re.compile(r"&amp;(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|amp|quot|apos|lt|gt|nbsp);")
"""What some programs have written twice as a reference to a character."""
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)


@dataclass(frozen=True, slots=True)
class ImageFact:
    """A picture that the page's data names."""

    source: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What JSON-LD says of the page's article; "" and () where it says nothing."""

    is_article: bool = False
    headline: str = ""
    alternative: str = ""
    description: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    images: tuple[ImageFact, ...] = ()


def read_facts(tree: HtmlElement) -> Facts:
    """Return what the JSON-LD of a page says of its article: the first that is one, completed by the others."""
    nodes = [node for script in _scripts(tree) for node in _nodes(_decoded(script))]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    shown = [spelled for text in (window_title(tree), *headings(tree)) if len(spelled := letters(text)) >= _TELLING]
    # Teasers and the entries of a live blog are described too: the page's own is the one that it shows the headline
    # of, else the one that most is said of.
    articles = sorted(filter(_is_article, nodes), key=lambda node: (not _is_shown(node, shown), -_said(node)))
    pages = [node for node in nodes if "WebPage" in _types(node)]
    main = articles[:1] or pages[:1]
    return Facts(
        is_article=bool(articles),
        headline=_headline(main, articles, shown),
        alternative=_first(main, "alternativeHeadline"),
        description=_first(main, "description"),
        published=_first(main + pages, "datePublished") or _first(main, "dateCreated"),
        modified=_first(main, "dateModified"),
        authors=tuple(_people(main, by_id)),
        publisher=_name_of(main[0].get("publisher"), by_id) if main else "",
        language=_first(main + pages, "inLanguage"),
        url=_first(main, "url") or _first(main, "mainEntityOfPage"),
        keywords=tuple(_keywords(main)),
        images=tuple(_images(main, by_id)),
    )


def _headline(main: list[_Node], articles: list[_Node], shown: list[str]) -> str:
    """Return an article's headline; its name where that is what the page shows, as on wikis, and not the other."""
    headline, name = _first(main, "headline"), _first(articles[:1], "name")
    is_name = letters(name) in shown and not any(letters(headline) in text for text in shown)
    return name if is_name else headline or name


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json") and script.text:
            yield script.text


def _decoded(text: str) -> object:
    text = _WRAPPER.sub("", text).strip()
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        pass
    try:
        return json.loads(text, strict=False)  # raw line ends in strings
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[_Node]:
    """Yield the objects in a value, outer before inner, within bounds."""
    queue, at = [value], 0
    while at < len(queue) and at < _MOST_NODES:
        value = queue[at]
        at += 1
        if isinstance(value, dict):
            yield value
            queue.extend(each for each in value.values() if isinstance(each, dict | list))
        elif isinstance(value, list):
            queue.extend(each for each in value if isinstance(each, dict | list))


def _types(node: _Node) -> tuple[str, ...]:
    kind = node.get("@type")
    return tuple(str(each) for each in kind) if isinstance(kind, list) else (str(kind or ""),)


def _is_article(node: _Node) -> bool:
    return any(_ARTICLE.search(kind) for kind in _types(node)) and bool(node.get("headline") or node.get("name"))


def _is_shown(node: _Node, shown: list[str]) -> bool:
    headline = letters(_text(node.get("headline")))
    return len(headline) >= _TELLING and any(headline in text or text in headline for text in shown)


def _said(node: _Node) -> int:
    return sum(name in node for name in ("datePublished", "author", "headline", "articleBody"))


def _first(nodes: list[_Node], name: str) -> str:
    return next(filter(None, (_text(node.get(name)) for node in nodes)), "")


def _text(value: object, depth: int = 0) -> str:
    """Return what a value says: a string as it is, of an object its name, of a list the first that says something."""
    if isinstance(value, str):
        return squeezed(_TAG.sub(" ", unescape(unescape(value) if _ESCAPED.search(value) else value)))
    if depth > _MOST_DEEP:
        return ""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("@id"), depth + 1)
    if isinstance(value, list):
        return next(filter(None, (_text(each, depth + 1) for each in value)), "")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _people(nodes: list[_Node], by_id: dict[str, _Node]) -> Iterator[str]:
    for node in nodes:
        names = [name for field in _PEOPLE for name in _names(node.get(field), by_id)]
        yield from dict.fromkeys(names)


def _names(value: object, by_id: dict[str, _Node]) -> Iterator[str]:
    if isinstance(value, list):
        for each in value[:50]:
            yield from _names(each, by_id) if not isinstance(each, list) else ()
    elif name := _name_of(value, by_id):
        yield name


def _name_of(value: object, by_id: dict[str, _Node]) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        if "name" not in value:
            value = by_id.get(str(value.get("@id")), value)
        name = value.get("name")
        if isinstance(name, list):
            return ", ".join(filter(None, map(_text, name)))
        return _text(name)
    return _text(value)


def _keywords(nodes: list[_Node]) -> Iterator[str]:
    for node in nodes:
        value = node.get("keywords")
        if isinstance(value, str):
            yield from filter(None, map(squeezed, unescape(value).split(",")))
        elif isinstance(value, list):
            yield from filter(None, map(_text, value))


def _images(main: list[_Node], by_id: dict[str, _Node]) -> Iterator[ImageFact]:
    """Yield the article's own pictures: others on the page are logos, portraits and teasers."""
    for value in (node.get("image") for node in main):
        for each in value[:_MOST_IMAGES] if isinstance(value, list) else [value]:
            node = by_id.get(str(each.get("@id")), each) if isinstance(each, dict) else {}
            source = _text(node.get("contentUrl")) or _text(node.get("url"))
            caption = _text(node.get("caption")) or _text(node.get("description"))
            if source or caption:
                yield ImageFact(source, caption, _text(node.get("creditText")) or _name_of(node.get("creator"), by_id))
