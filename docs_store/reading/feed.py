"""RSS of every version, RDF and Atom as files: their entries, in full where they hold the text, else its summary.

A feed is read entry by entry, whatever its size. (feedparser holds the whole feed, and takes several times as long.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.reading.fields import Record, unmarked
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.xml_stream import elements, inner_html, local_name, root_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS: Final = ("rss", "feed", "rdf", "opml")
_ENTRIES: Final = ("item", "entry")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_MEDIA: Final = "/mrss"
"""The end of Media RSS's namespace, of which there are several spellings."""
_FULL: Final = ("encoded", "content", "body")
_BRIEF: Final = ("summary", "description", "subtitle", "abstract", "excerpt")
_DATES: Final = ("pubDate", "published", "date", "issued", "created", "updated", "modified")
_NO_ARTICLES: Final = frozenset(("attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles"))
"""Types of the items in WordPress's exports that are no texts."""

_KIND: Final = "g/2005#kind"
"""The end of the scheme by which Blogger's exports say what an entry is."""
_BLOGGERS_OWN: Final = frozenset(("comment", "settings", "template"))

_SIGNATURE = re.compile(r"The post .{1,1000} (?:appeared first|first appeared) on .{1,500}", re.DOTALL)
"""What WordPress puts under each text of a feed."""
_RSS = re.compile(r"purl\.org/rss/1\.0/[\"']|netscape\.com/rdf/simple/|my\.netscape\.com")
"""In RDF, which is RSS for the least part: Zotero's libraries are RDF too."""
_MAILED = re.compile(r"\s*[^\s()@]{1,300}@[^\s()@]{1,300}\s*\((?P<name>[^()]{0,300})\)\s*")
_PICTURE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)")


def matches(source: Source) -> bool:
    """Tell whether a file is a feed, or a list of feeds."""
    root = root_name(source)
    return root in _ROOTS and (root != "rdf" or _RSS.search(source.text_head) is not None)


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the entries. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    if root_name(source) == "opml":
        raise source.error(_no_articles(source, reading))
    feed_title = language = ""
    some = False
    for element in elements(source, reading, _ENTRIES, also=("title", "language")):
        name, parent = local_name(element), element.getparent()
        if name in _ENTRIES:
            some = True
            record = _record(element)
            raw = None if record is None else to_document({"language": language, **record})
            if raw is not None:
                # An entry's address is its identity everywhere, its id in this file alone.
                identifier = "" if raw.url else raw.identifier
                yield replace(raw, identifier=identifier, source=raw.source or feed_title)
            elif record is not None:
                reading.report(Skipped(f"{source.name}:{element.sourceline}", "an entry without title or text"))
        elif parent is not None and local_name(parent) in ("channel", "feed"):
            if name == "title":
                feed_title = unmarked(inner_html(element))
                language = language or parent.get(_LANGUAGE) or ""
            else:
                language = _text(element)
    if not some:
        raise source.error("a feed without entries")


def _no_articles(source: Source, reading: Reading) -> str:
    feeds = sum(bool(outline.get("xmlUrl")) for outline in elements(source, reading, ("outline",)))
    named = f"{feeds:,} feed{'s' * (feeds != 1)}"
    return f"a list of {named} (OPML), which holds no articles: save the feeds themselves and add those"


def _record(entry: _Element) -> Record | None:
    """Return an entry as a record, None where it is no text at all (a picture in WordPress's export)."""
    texts: dict[str, str] = {}
    record: dict[str, object] = {}
    authors: list[str] = []
    tags: list[str] = []
    for child in entry:
        name, namespace = local_name(child), _namespace(child)
        if (name == "post_type" and _text(child) in _NO_ARTICLES) or _is_bloggers_own(child):
            return None
        if namespace.rstrip("/").endswith(_MEDIA) or name in ("enclosure", "image"):
            continue
        if name == "encoded" and "excerpt" in namespace:
            texts.setdefault("excerpt", inner_html(child))
        elif name in _FULL or name in _BRIEF:
            texts.setdefault(name, inner_html(child))
        elif name in ("author", "creator", "contributor"):
            authors += _names(child)
        elif name == "category" or name == "subject":
            if not (child.get("scheme") or "").endswith(_KIND):
                tags.append(child.get("label") or child.get("term") or _text(child))
        elif name == "link":
            _take_link(child, record)
        elif name == "source":
            record["source"] = _child_text(child, "title") or _text(child)
        elif name == "title":
            record["title"] = inner_html(child)
        elif name in ("guid", "id", "origLink", *_DATES):
            record.setdefault(name, _text(child))
    record["url"] = record.pop("origLink", None) or record.get("link") or _permanent(entry)
    full, brief = (
        next((text for name in names if (text := _unsigned(texts.get(name, "")).strip())), "")
        for names in (_FULL, _BRIEF)
    )
    record |= {"text": full or brief, "summary": brief if full else "", "authors": authors, "tags": tags}
    record["images"] = list(_pictures(entry))
    record["language"] = entry.get(_LANGUAGE) or None
    return {name: value for name, value in record.items() if value}


def _is_bloggers_own(element: _Element) -> bool:
    """Tell whether an element of an entry says that it is no post of a blog on Blogger, nor a page of it."""
    if local_name(element) == "type" and "blogger" in _namespace(element):
        return _text(element).lower() in _BLOGGERS_OWN
    term = element.get("term") or ""
    return (element.get("scheme") or "").endswith(_KIND) and term.rpartition("#")[2] in _BLOGGERS_OWN


def _unsigned(text: str) -> str:
    at = text.rfind("The post ")
    return text[:at] if at >= 0 and _SIGNATURE.fullmatch(text, at) else text


def _take_link(link: _Element, record: dict[str, object]) -> None:
    href = link.get("href")
    if href is None:
        record.setdefault("link", _text(link))
    elif link.get("rel", "alternate") == "alternate":
        record.setdefault("link", href)


def _permanent(entry: _Element) -> str:
    """Return the address in an entry's id, "" where it holds none."""
    about = entry.get(_ABOUT) or ""
    for child in entry:
        if local_name(child) in ("guid", "id") and child.get("isPermaLink") != "false":
            about = about or _text(child)
    return about if about.startswith(("http://", "https://")) else ""


def _names(person: _Element) -> Iterator[str]:
    """Yield the names in an author: Atom's `<name>`, RSS's "mail@news.example (Ana Lima)"."""
    name = _child_text(person, "name") or _text(person)
    mailed = _MAILED.fullmatch(name)
    name = mailed["name"] if mailed else name
    if name and "@" not in name:
        yield name


def _pictures(entry: _Element) -> Iterator[Record]:
    """Yield the pictures beside an entry's text, without small ones where there are others."""
    found = [*_pictures_in(entry, entry), *_first_of_groups(entry)]
    large = [picture for small, picture in found if not small]
    yield from large or [picture for _, picture in found]


def _first_of_groups(entry: _Element) -> Iterator[tuple[bool, Record]]:
    for group in entry.iterchildren("{*}group"):  # one picture in several sizes
        yield from islice(_pictures_in(group, entry), 1)


def _pictures_in(around: _Element, entry: _Element) -> Iterator[tuple[bool, Record]]:
    """Yield the pictures directly in an element, each with whether it is a small one.

    What is said of an entry's media as a whole is said of each.
    """
    general = {name: _media(around, name) or _media(entry, name) for name in ("description", "credit")}
    for element in around:
        if _is_picture(element):
            yield (
                local_name(element) == "thumbnail",
                {
                    "url": element.get("url") or element.get("href") or _child_text(element, "url"),
                    "alt": _media(element, "title"),
                    "caption": _media(element, "description") or general["description"],
                    "credit": _media(element, "credit") or general["credit"],
                },
            )


def _is_picture(element: _Element) -> bool:
    name, url = local_name(element), element.get("url") or element.get("href") or ""
    if name == "thumbnail" or (name == "image" and (url or _child_text(element, "url"))):
        return True
    kind = element.get("medium") or (element.get("type") or "").partition("/")[0]
    return (
        name in ("content", "enclosure")
        and bool(url)
        and (kind == "image" or (not kind and _PICTURE.search(url) is not None))
    )


def _media(element: _Element, name: str) -> str:
    """Return the text of a Media RSS element directly within `element`."""
    found = element.find(f"{{*}}{name}")
    return _text(found) if found is not None and _namespace(found).rstrip("/").endswith(_MEDIA) else ""


def _child_text(element: _Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return "" if found is None else _text(found)


def _text(element: _Element) -> str:
    return "".join(element.itertext("{*}*", with_tail=True)).strip() if len(element) else (element.text or "").strip()


def _namespace(element: _Element) -> str:
    """Return an element's namespace, or the prefix of one that is not declared."""
    return element.tag.removesuffix(local_name(element)).rstrip("}:") if isinstance(element.tag, str) else ""
