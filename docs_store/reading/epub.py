"""E-books in EPUB: each chapter an article, in the book's own order and under the names of its table of contents."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from docs_store.errors import DocumentError
from docs_store.model import BlockKind
from docs_store.reading.html import read_fragment
from docs_store.reading.html.page import decode_page
from docs_store.reading.limits import begin_another
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import Story
from docs_store.reading.xml_tree import all_named, name_of, parse_xml, text_of
from docs_store.reading.ziparchive import open_member
from docs_store.text import fold

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

CONTAINER: Final = "META-INF/container.xml"
"""The file by which an EPUB is told from another zip archive."""
_ENCRYPTION: Final = "META-INF/encryption.xml"
_PAGES: Final = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
_FRONT = re.compile(
    r"(?i)(?:^|[\W_])(?:cover|title[\W_]?page|half[\W_]?title|copyright|colophon|imprint|impressum|toc|nav|contents)"
)
_LITTLE: Final = 1_500
"""Code points of a title page, an imprint or a list of contents; what is longer is a text."""
_MOST_PAGES: Final = 5_000
_NCX: Final = "application/x-dtbncx+xml"


@dataclass(frozen=True, slots=True)
class _Page:
    """A file of the book's text, as its package lists it."""

    path: str
    title: str
    """Its name in the table of contents, "" where it has none."""
    is_front: bool
    """Whether it is called a cover, a title page, a table of contents."""


def read_book(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the chapters of an EPUB. A bad page is reported; raises `DocumentError` where the book cannot be read."""
    book = _Book(archive, source)
    about = book.about()
    has_contents = any(page.title for page in book.pages())
    chapter: RawDocument | None = None
    for page in book.pages():
        begin_another()
        try:
            story = read_fragment(decode_page(book.read(page.path)))
        except DocumentError as error:
            reading.bad_member(f"{source.name}!{page.path}", error)
            continue
        size = sum(len(block.text) for block in story.blocks)
        if not size or (page.is_front and size < _LITTLE):
            continue
        begins = bool(page.title) or not has_contents or story.blocks[0].kind is BlockKind.HEADING
        if chapter is not None and not begins:  # long chapters are parted into files
            chapter = _longer(chapter, story)
            continue
        if chapter is not None:
            yield chapter
        chapter = _chapter(about, page, story)
    if chapter is not None:
        yield chapter


def _chapter(about: RawDocument, page: _Page, story: Story) -> RawDocument:
    """Return a chapter; its heading is no part of its text."""
    blocks = story.blocks
    heading = blocks[0].text if blocks[0].kind is BlockKind.HEADING else ""
    title = page.title or heading
    if heading and fold(heading) in fold(title):
        blocks = blocks[1:]
    return replace(about, title=title, blocks=blocks, images=story.images, member=page.path)


def _longer(chapter: RawDocument, story: Story) -> RawDocument:
    """Return a chapter with what another file adds to it."""
    before = len(chapter.images)
    added = (replace(block, image=None if block.image is None else block.image + before) for block in story.blocks)
    return replace(chapter, blocks=(*chapter.blocks, *added), images=(*chapter.images, *story.images))


class _Book:
    """The package of an EPUB: what it tells of the book, and the pages it lists."""

    def __init__(self, archive: ZipFile, source: Source) -> None:
        """Open the package. Raises `DocumentError` where there is none."""
        self._archive = archive
        self._source = source
        container = self._tree(CONTAINER)
        roots = [] if container is None else all_named(container, "rootfile")
        path = next((path for root in roots if (path := root.get("full-path"))), "")
        package = self._tree(path)
        if package is None:
            raise source.error("an EPUB without its package")
        self._package = package
        self._base = posixpath.dirname(path)

    def read(self, path: str) -> bytes:
        """Return a file. Raises `DocumentError` where there is none, or it is too large, encrypted or damaged."""
        info = self._archive.NameToInfo.get(path)
        if info is None:
            raise DocumentError(f"{self._source.name}!{path}", "not in the book")
        return self._source.within(path, open_member(self._archive, info, self._source)).read()

    def about(self) -> RawDocument:
        """Return what all chapters share: the book's title as their source, its authors, date, language, subjects."""
        told: dict[str, list[str]] = {}
        for each in self._package.iter():
            if not any("modif" in value for value in each.attrib.values()):  # when the file was made, not the book
                told.setdefault(name_of(each), []).append(text_of(each))
        return RawDocument(
            source=next(filter(None, told.get("title", [])), ""),
            authors=tuple(filter(None, told.get("creator", []))),
            published=next(filter(None, told.get("date", [])), None),
            language=next(filter(None, told.get("language", [])), ""),
            tags=tuple(filter(None, told.get("subject", []))),
        )

    def pages(self) -> tuple[_Page, ...]:
        """Return the pages in the order of reading. Raises `DocumentError` where they are encrypted."""
        items = {each.get("id"): each for each in all_named(self._package, "item")}
        titles = self._titles(items.values())
        fronts = {self._path(each) for each in all_named(self._package, "reference") if _is_front(each.get("type"))}
        locked = self._locked()
        pages = []
        for reference in all_named(self._package, "itemref")[:_MOST_PAGES]:
            item = items.get(reference.get("idref"))
            if item is None or item.get("media-type") not in _PAGES or _is_navigation(item):
                continue
            path = self._path(item)
            if path in locked:
                raise self._source.error("encrypted (DRM)")
            is_front = path in fronts or _is_front(item.get("id")) or _is_front(posixpath.basename(path))
            pages.append(_Page(path, titles.get(path, ""), is_front))
        return tuple(pages)

    def _tree(self, path: str) -> _Element | None:
        try:
            return parse_xml(self.read(path))[0]
        except DocumentError:
            return None

    def _path(self, element: _Element, base: str | None = None) -> str:
        """Return the path of the file that an element refers to, as seen from the folder `base` (the package's)."""
        reference = (element.get("href") or element.get("src") or "").partition("#")[0]
        return posixpath.normpath(posixpath.join(self._base if base is None else base, unquote(reference)))

    def _titles(self, items: Iterable[_Element]) -> dict[str, str]:
        """Return the first name of each page in the table of contents: that of EPUB 3, else that of EPUB 2."""
        titles: dict[str, str] = {}
        tables = [item for item in items if _is_navigation(item) or item.get("media-type") == _NCX]
        for table in sorted(tables, key=_is_navigation, reverse=True):
            path = self._path(table)
            tree = self._tree(path)
            for target in () if tree is None else _targets(tree):
                label = target if name_of(target) == "a" else target.getprevious()
                titles.setdefault(self._path(target, posixpath.dirname(path)), text_of(label))
        return titles

    def _locked(self) -> set[str]:
        """Return the paths of the files that are encrypted."""
        tree = self._tree(_ENCRYPTION)
        references = [] if tree is None else all_named(tree, "cipherreference")
        return {unquote(each.get("URI") or "") for each in references}


def _targets(tree: _Element) -> list[_Element]:
    """Return what points to pages in a table of contents: links in EPUB 3's, "content" in a "navPoint" in EPUB 2's."""
    tables = [each for each in all_named(tree, "nav") if "toc" in each.attrib.values()]
    return all_named(tables[0] if tables else tree, "a") or all_named(tree, "content")


def _is_navigation(item: _Element) -> bool:
    return "nav" in (item.get("properties") or "").split()


def _is_front(name: str | None) -> bool:
    return bool(_FRONT.search(name or ""))
