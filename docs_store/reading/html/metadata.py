"""Who wrote a page's article, when, for whom, under which headline: from its head, its JSON-LD and its own elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from docs_store.model import Link, LinkKind
from docs_store.reading.dates import parse_time
from docs_store.reading.html.jsonld import Facts
from docs_store.reading.html.page import absolute, squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_TRANSLATIONS: Final = 20

_DATE_NAMES: Final = (
    "article:published_time", "datepublished", "og:published_time", "date", "dc.date.issued", "dc.date",
    "dcterms.created", "dc.date.created", "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date",
    "publication_date", "cxenseparse:recs:publishtime", "article.published", "citation_publication_date",
)  # fmt: skip
_AUTHOR_NAMES: Final = (
    "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "cxenseparse:author", "article.author", "citation_author", "twitter:creator",
)  # fmt: skip
_TITLE_NAMES: Final = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SITE_NAMES: Final = ("og:site_name", "application-name", "publisher", "twitter:site")
_TAG_NAMES: Final = ("article:tag", "news_keywords", "keywords", "parsely-tags")
_SEPARATOR = re.compile(r"\s+[|–—•·»-]\s+|\s*[|｜]\s*")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article."""

    title: str = ""
    titles: tuple[str, ...] = ()
    """The title in every wording that the page has of it."""
    description: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    translations: tuple[Link, ...] = ()
    image: str = ""
    image_alt: str = ""


def read_metadata(tree: HtmlElement, facts: Facts, url: str) -> Metadata:
    """Return what the page says of its article, its JSON-LD being `facts`."""
    meta = _meta(tree)
    base = next((each.get("href") or "" for each in tree.iter("base")), "") or url
    canonical = next(
        (each.get("href") for each in tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split()), ""
    )
    address = absolute(canonical or _first(meta, "og:url") or facts.url, base) or url
    site = _first(meta, *_SITE_NAMES[:2]) or facts.publisher
    titles = _titles(tree, facts, meta, site, address)
    language = (tree.get("lang") or tree.get("xml:lang") or facts.language or _first(meta, "og:locale"))[:10]
    return Metadata(
        title=titles[0] if titles else "",
        titles=titles,
        description=_first(meta, "og:description", "description", "twitter:description") or facts.description,
        published=_published(tree, facts, meta),
        authors=tuple(_authors(tree, facts, meta)),
        source=site or (urlsplit(address).hostname or "").removeprefix("www."),
        language=language,
        url=address,
        tags=tuple(dict.fromkeys((*(_tags(meta)), *facts.keywords))),
        translations=tuple(_translations(tree, language, address))[:_MOST_TRANSLATIONS],
        image=absolute(_first(meta, "og:image", "twitter:image"), base),
        image_alt=_first(meta, "og:image:alt", "twitter:image:alt"),
    )


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = squeezed(element.get("content") or "")
        if content:
            for name in {element.get(key, "").strip().lower() for key in ("name", "property", "itemprop")} - {""}:
                found.setdefault(name, []).append(content)
    return found


def _first(meta: dict[str, list[str]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def letters(text: str) -> str:
    """Return the letters and digits of `text`, folded."""
    return _NO_LETTER.sub("", text).lower()


def _titles(tree: HtmlElement, facts: Facts, meta: dict[str, list[str]], site: str, url: str) -> tuple[str, ...]:
    """Return the headline in the page's several wordings, the best first."""
    shared = _first(meta, *_TITLE_NAMES)
    head = next((squeezed(each.text_content()) for each in tree.iter("title")), "")
    headings = [text for each in tree.iter("h1") if (text := squeezed(each.text_content()))]
    wordings = [facts.headline, shared, head, *headings]
    headline, shared, head = (_without_site(text, site, url, wordings) for text in (facts.headline, shared, head))
    known = {letters(text): text for text in reversed(headings)}
    best = headline or shared
    if headline and letters(shared) in known and letters(headline) == letters(head):
        best = shared  # the page shows and shares one wording; the other is for search engines
    if not headline and not shared:
        best = (headings or [head])[0]
    best = known.get(letters(best), best)
    return tuple(dict.fromkeys(text for text in (best, headline, shared, head, facts.alternative) if text))


def _without_site(title: str, site: str, url: str, others: list[str]) -> str:
    """Return a title without the name of the site at its end or beginning."""
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    names = {letters(site), letters((urlsplit(url).hostname or "").removeprefix("www."))} - {""}
    names |= {
        letters(name.rpartition(".")[0]) for name in [(urlsplit(url).hostname or "").removeprefix("www.")] if name
    }
    spelled = {letters(other) for other in others if other != title}
    for part in parts:
        before, after = title[: part.start()], title[part.end() :]
        if before and (letters(before) in spelled or letters(after) in names):
            return before
        if letters(before) in names and after:
            return after
    return title


def _published(tree: HtmlElement, facts: Facts, meta: dict[str, list[str]]) -> str:
    for value in (facts.published, *(_first(meta, name) for name in _DATE_NAMES), *_times(tree)):
        if value and parse_time(value) is not None:
            return value
    return facts.modified or _by_htmldate(tree)


def _times(tree: HtmlElement) -> Iterator[str]:
    marked = list(tree.iter("time"))
    for wants_mark in (True, False):
        for element in marked:
            is_marked = element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or "")
            if is_marked is wants_mark:
                yield element.get("datetime") or squeezed(element.text_content())


def _by_htmldate(tree: HtmlElement) -> str:
    from htmldate import find_date

    return find_date(tree, original_date=True) or ""


def _authors(tree: HtmlElement, facts: Facts, meta: dict[str, list[str]]) -> Iterator[str]:
    found = [name for name in facts.authors if _is_author(name)]
    if not found:
        found = [name for key in _AUTHOR_NAMES for name in meta.get(key, ()) if _is_author(name)]
    if not found:
        found = [name for name in _marked_authors(tree) if _is_author(name)]
    yield from dict.fromkeys(found)


def _is_author(name: str) -> bool:
    return 1 < len(name) < 200 and "://" not in name and not name.startswith("@")


def _marked_authors(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath(
        "//*[@itemprop='author' or @rel='author' or contains(@class,'author') or contains(@class,'byline')]"
    ):
        text = squeezed(element.text_content())
        if text and len(text) < 80:
            yield text


def _tags(meta: dict[str, list[str]]) -> Iterator[str]:
    for name in _TAG_NAMES:
        for content in meta.get(name, ()):
            yield from filter(None, map(squeezed, content.split(",")))


def _translations(tree: HtmlElement, language: str, address: str) -> Iterator[Link]:
    own = language[:2].lower()
    seen = {own}
    for element in tree.iter("link"):
        code = (element.get("hreflang") or "").strip().lower()
        url = absolute(element.get("href"), address)
        if code and code != "x-default" and code[:2] not in seen and url and url != address:
            seen.add(code[:2])
            yield Link(squeezed(element.get("title") or "") or code, url, LinkKind.TRANSLATION)
