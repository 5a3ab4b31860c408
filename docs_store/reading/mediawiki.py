"""Dumps and exports of MediaWiki (Special:Export, dumpBackup, Wikipedia's), and pages of wikitext as files.

A page is an article as it was last; redirects, talk pages, templates and the like are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from docs_store.reading.dates import parse_time
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.xml_stream import elements, root_name
from docs_store.reading.xml_tree import all_named, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docs_store.reading.wikitext import WikiPage

_SUFFIXES: Final = (".mediawiki", ".wiki", ".wikitext")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_FIRST_OWN: Final = 100
"""The first of the namespaces that a wiki makes for itself (portals, drafts, blogs); odd ones are for talk."""
_NO_TEXTS: Final = frozenset((274, 710, 828, 2300, 2302))
"""Namespaces of extensions for what is no text: widgets, subtitles, modules, gadgets."""
_FILES, _CATEGORIES = "6", "14"


def matches(source: Source) -> bool:
    """Tell whether a file is such an export, or by its name a page of wikitext."""
    is_page = PurePath(source.member or source.name).suffix.lower() in _SUFFIXES
    return root_name(source) == "mediawiki" or (is_page and not root_name(source))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the pages. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    from docs_store.reading.wikitext import read_wikitext  # many expressions, and few read wikis

    if root_name(source) != "mediawiki":
        page = read_wikitext(source.read_text().replace("\r\n", "\n"))
        yield _document(page, PurePath(source.member or source.name).stem.replace("_", " "))
        return
    wiki, some = _Wiki(), False
    for element in elements(source, reading, ("page",), also=("siteinfo",)):
        if name_of(element) == "siteinfo":
            wiki = _site(element)
            continue
        some = True
        parts = {name_of(each): each for each in element}  # of several revisions the last one
        text = _wikitext(parts)
        if not text.strip():
            continue
        page, title = read_wikitext(text, wiki.files, wiki.categories), text_of(parts.get("title"))
        if page.story.blocks or page.story.images:
            yield _document(page, title, wiki, text_of(_in(parts["revision"], "timestamp")))
        else:
            reading.report(Skipped(f"{source.name}:{element.sourceline}", f"a page without text: {title}"))
    if not some:
        raise source.error("an export of MediaWiki without a page")


@dataclass(frozen=True, slots=True)
class _Wiki:
    """What an export tells of its wiki."""

    name: str = ""
    base: str = ""
    """The address of its pages, up to their names."""
    language: str = ""
    files: str = ""
    categories: str = ""


def _site(element: _Element) -> _Wiki:
    around = element.getparent()
    spaces = {each.get("key"): text_of(each) for each in all_named(element, "namespace")}
    base = text_of(_in(element, "base")).rpartition("/")[0]
    return _Wiki(
        text_of(_in(element, "sitename")),
        f"{base}/" if base.startswith(("http://", "https://")) else "",
        (around.get(_LANGUAGE) or "") if around is not None else "",
        spaces.get(_FILES, ""),
        spaces.get(_CATEGORIES, ""),
    )


def _wikitext(parts: dict[str, _Element]) -> str:
    """Return a page's text as it was last, "" where it is no article."""
    space, revision = text_of(parts.get("ns")) or "0", parts.get("revision")
    number = int(space) if space.isdecimal() and len(space) < 6 else -1
    is_own = number >= _FIRST_OWN and number % 2 == 0 and number not in _NO_TEXTS
    if revision is None or "redirect" in parts or not (number == 0 or is_own):
        return ""
    model, text = text_of(_in(revision, "model")) or "wikitext", _in(revision, "text")
    return (text.text or "") if text is not None and model == "wikitext" else ""


def _in(element: _Element, name: str) -> _Element | None:
    return next((each for each in element if name_of(each) == name), None)


def _document(page: WikiPage, title: str, wiki: _Wiki = _Wiki(), changed: str = "") -> RawDocument:
    moment = parse_time(changed)
    first = next(iter(page.story.blocks), None)
    return RawDocument(
        title=title or (first.text if first is not None and first.kind is BlockKind.HEADING else ""),
        blocks=page.story.blocks,
        images=page.story.images,
        published=page.date or None,
        language=wiki.language,
        source=wiki.name,
        url=wiki.base + quote(title.replace(" ", "_"), safe="/:@!$'()*,;~") if wiki.base else "",
        tags=page.tags,
        links=page.links,
        guessed=moment.date() if moment else None,
    )
