"""Who wrote a page's article, when, for whom, under which headline: from its head, its JSON-LD and its own elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

from docs_store.addresses import of_original
from docs_store.model import Link, LinkKind
from docs_store.reading.dates import parse_time
from docs_store.reading.html.bylines import after_by
from docs_store.reading.html.jsonld import Facts
from docs_store.reading.html.microformats import is_published, read_entry
from docs_store.reading.html.page import absolute, host_of, is_host, letters, squeezed
from docs_store.reading.html.titles import find_titles, site_name
from docs_store.reading.stated_dates import is_ambiguous, partial_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_TRANSLATIONS: Final = 20
_LONGEST_TAG: Final = 60
_LONGEST_ATTRIBUTE: Final = 2_000
_ATTRIBUTE: Final = re.compile(r"[\w:.-]+")
"""What can be set as an attribute; a damaged page has others, as `{x`, that can neither be set nor removed."""
_LONGEST_NAMES: Final = 200
_MOST_SHOWN: Final = 12
"""Links to topics on the page of one article."""
_MOST_TIMES: Final = 20
"""Times on a page that are looked at: later ones are of other articles."""

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
_SITE_NAMES: Final = ("og:site_name", "application-name")
_ESCAPED = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|amp|quot|apos|lt|gt|nbsp);")
"""What some programs have written twice as a reference to a character."""
_UNFILLED = re.compile(
    r"(?i)(?:your |author )?name,? ?\S*@?\S*|super ?user|(?:site)?admin(?:istrator)?|webmaster|unknown|null|none"
)
"""What a program or a template puts for the author where nobody has said who that is."""
_ID = re.compile(r"_|^[0-9a-f-]{12,}$|^\d+$")
"""A content system's own mark, and no topic."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article."""

    title: str = ""
    titles: tuple[str, ...] = ()
    """The title in every wording that the page has of it."""
    description: str = ""
    published: str = ""
    shown: str = ""
    """A time that the page shows and does not say what it is of: today's, over a menu, or the article's."""
    authors: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    translations: tuple[Link, ...] = ()
    says_article: bool = False
    """Whether the page says that it is an article."""


def read_metadata(tree: HtmlElement, facts: Facts, url: str) -> Metadata:
    """Return what the page says of its article beside its JSON-LD, which is `facts`."""
    meta = _meta(tree)
    base = next((each.get("href") or "" for each in tree.iter("base")), "") or url
    canonical = next(
        (each.get("href") for each in tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split()), ""
    )
    entry = read_entry(tree)
    address = absolute(canonical or _first(meta, "og:url") or facts.url or entry.url, base) or url
    site = _first(meta, *_SITE_NAMES) or facts.publisher
    host = host_of(of_original(address))
    site = _without_motto(host_of(site) or site, host)  # some have their address for a name
    shared = _first(meta, *_TITLE_NAMES)
    titles = find_titles(tree, facts.headline, shared, facts.alternative, (site, host))
    published, shown = _published(tree, facts, meta)
    language = (tree.get("lang") or tree.get("xml:lang") or facts.language or _first(meta, "og:locale"))[:10]
    return Metadata(
        title=titles[0] if titles else "",
        titles=titles,
        description=_first(meta, "og:description", "description", "twitter:description") or facts.description,
        published=published,
        shown=shown,
        authors=tuple(_authors(facts, meta)) or entry.authors,
        source=site or host or site_name(tree),
        language=language,
        url=address,
        tags=tuple(_tags(tree, facts, meta)),
        translations=tuple(_translations(tree, language, address))[:_MOST_TRANSLATIONS],
        says_article=facts.is_article
        or "article" in _first(meta, "og:type").lower()
        or "article:published_time" in meta,
    )


def _without_motto(site: str, host: str) -> str:
    """Return the name of a site without what it says of itself beside it: "The Tideway | All of the Harbour's News"."""
    if is_host(site):
        return site.removeprefix("www.")
    parts = [part.strip() for part in site.split(" | ")]
    own = letters(host.rpartition(".")[0])
    return next((part for part in parts if is_host(part) or (own and letters(part) == own)), parts[0])


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = squeezed(_ESCAPED.sub(lambda found: unescape(found[0]), element.get("content") or ""))
        if content:
            for name in {element.get(key, "").strip().lower() for key in ("name", "property", "itemprop")} - {""}:
                found.setdefault(name, []).append(content)
    return found


def _first(meta: dict[str, list[str]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _published(tree: HtmlElement, facts: Facts, meta: dict[str, list[str]]) -> tuple[str, str]:
    """Return when the page says that the article was published, and the time that it shows without saying of what.

    Of the dates that it states the first that means one day is taken, else one that may mean two, else a year or month.
    """
    marked, unmarked = _times(tree)
    stated = (facts.published, *(_first(meta, name) for name in _DATE_NAMES), *marked)
    certain, unsure, partial = _by_worth(stated)
    if certain:
        return certain, ""
    shown, *others = _by_worth(unmarked)
    return unsure or ("" if shown else facts.modified or partial), shown or next(filter(None, others), "")


def _by_worth(values: Iterable[str]) -> tuple[str, str, str]:
    """Return the first date that means one day, the first that may mean two, the first year or month."""
    unsure = partial = ""
    for value in values:
        if value and parse_time(value) is not None:
            if not is_ambiguous(value):
                return value, unsure, partial
            unsure = unsure or value
        elif partial_date(value):
            partial = partial or value
    return "", unsure, partial


def _times(tree: HtmlElement) -> tuple[list[str], list[str]]:
    """Return the times on a page that it marks as the day of publication, and the others."""
    marked: list[str] = []
    unmarked: list[str] = []
    for element in tree.iter("time", "abbr"):
        if element.tag == "abbr":
            if is_published(element) and element.get("title"):  # as hAtom has it
                marked.append(element.get("title") or "")
            continue
        is_marked = element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or "")
        is_marked = is_marked or is_published(element)
        (marked if is_marked else unmarked).append(element.get("datetime") or squeezed(element.text_content()))
    return marked[:_MOST_TIMES], unmarked[:_MOST_TIMES]


def guess_date(tree: HtmlElement) -> str:
    """Return the day that a page's markup and text make likely, "" where nothing does; a year alone is none."""
    from copy import deepcopy

    from htmldate import find_date

    searched = deepcopy(tree)  # written out as text by the search, at a cost that is quadratic in long attributes
    for element in searched.iter("*"):
        if any(len(value) > _LONGEST_ATTRIBUTE for value in element.values()):
            held = [(name, value) for name, value in element.items() if len(value) <= _LONGEST_ATTRIBUTE]
            element.attrib.clear()
            element.attrib.update((name, value) for name, value in held if _ATTRIBUTE.fullmatch(name))
    return find_date(searched, original_date=True, extensive_search=False) or ""


def _authors(facts: Facts, meta: dict[str, list[str]]) -> Iterator[str]:
    found = [name for name in facts.authors if _is_author(name)]
    if not found:
        found = [name for key in _AUTHOR_NAMES for name in meta.get(key, ()) if _is_author(name)]
    yield from dict.fromkeys(after_by(name) or name for name in found)


def _is_author(name: str) -> bool:
    """Tell whether what is stated as the author may be one: no number, and nothing of a template."""
    is_name = 1 < len(name) < _LONGEST_NAMES and "://" not in name and not name.startswith("@")
    return is_name and any(map(str.isalpha, name)) and not _UNFILLED.fullmatch(name)


def _tags(tree: HtmlElement, facts: Facts, meta: dict[str, list[str]]) -> Iterator[str]:
    """Yield the article's topics; `keywords` are for search engines, and taken where there is nothing else."""
    shown = [squeezed(each.text_content()) for each in tree.iter("a") if "tag" in (each.get("rel") or "").split()]
    own = shown if len(set(shown)) <= _MOST_SHOWN else []  # more are a cloud of all the site's
    sources = (
        meta.get("article:tag", []),
        meta.get("news_keywords", []),
        facts.keywords,
        own,
        meta.get("keywords", []),
    )
    named = next(filter(None, sources), ())
    for tag in dict.fromkeys(squeezed(tag) for line in named for tag in line.split(",")):
        if tag and len(tag) <= _LONGEST_TAG and not _ID.search(tag):
            yield tag


def _translations(tree: HtmlElement, language: str, address: str) -> Iterator[Link]:
    own = language[:2].lower()
    seen = {own}
    for element in tree.iter("link"):
        code = (element.get("hreflang") or "").strip().lower()
        if not code or code == "x-default" or code[:2] in seen:
            continue
        url = absolute(element.get("href"), address)
        if url and url != address:
            seen.add(code[:2])
            yield Link(squeezed(element.get("title") or "") or code, url, LinkKind.TRANSLATION)
