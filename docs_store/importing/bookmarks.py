"""Bookmarks without texts: Netscape's HTML, as browsers, linkding, Shaarli and others have it, and Pinboard's JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.values import Item, json_items
from docs_store.marks import Marks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OWN_FOLDERS: Final = frozenset(
    ("bookmarks", "bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks", "mobile bookmarks",
     "favorites", "unsorted")
)  # fmt: skip
"""Those that programs make: they say nothing of what is in them."""


def read(export: Export) -> Iterator[Told]:
    """Yield the bookmarks that have an address on the web; a folder's name is a tag of what is in it."""
    from docs_store.reading.html.page import parse

    pages, lists = export.named(".html", ".htm"), export.named(".json")
    if not pages and not lists:
        raise export.error("no .html file, and no .json file")
    some = False
    for name in lists:
        with export.source(name) as source:
            for value in json_items(source):
                some = True
                yield _listed(Item(value), name)
    for name in pages:
        tree = parse(export.text(name))
        for told in _told(tree, name) if tree is not None else ():
            some = True
            yield told
    if not some:
        raise export.error("no bookmarks in it")


def _listed(item: Item, name: str) -> Told:
    """Return a bookmark of Pinboard's list in JSON, where a description is the title."""
    unread = item.yes("toread")
    return Told(
        url=item.url("href", "url"),
        identifier=item.text("hash"),
        title=item.text("description", "title"),
        summary=item.text("extended"),
        marks=Marks(
            saved=item.moment("time"),
            read=None if unread is None else not unread,
            tags=item.names("tags", apart=" "),
        ),
        place=name,
    )


def _told(tree: HtmlElement, name: str) -> Iterator[Told]:
    """Yield what is linked. `<DT>` and `<DD>` are seldom closed: folders are told by the lists around a link."""
    folders: dict[HtmlElement, str] = {}
    heading = ""
    for element in tree.iter("h3", "dl", "a"):
        if element.tag == "h3":
            heading = _words(element)
        elif element.tag == "dl":
            folders[element], heading = heading, ""
        else:
            item = Item({**dict(element.items()), "title": _words(element)})
            if not item.url("href"):
                continue
            above = [folders.get(each, "") for each in element.iterancestors("dl")]
            starred = item.yes("favorite", "important")
            unread = item.yes("toread")
            yield Told(
                url=item.url("href"),
                title=item.text("title"),
                summary=_described(element),
                marks=Marks(
                    saved=item.moment("adddate", "timeadded"),
                    starred=bool(starred),
                    read=None if unread is None else not unread,
                    tags=(
                        *item.names("tags", apart=","),
                        *(folder for folder in reversed(above) if folder and folder.lower() not in _OWN_FOLDERS),
                    ),
                ),
                place=name,
            )


def _described(link: HtmlElement) -> str:
    """Return what stands in the `<DD>` after a link."""
    around = link.getparent()
    after = around.getnext() if around is not None and around.tag == "dt" else link.getnext()
    return _words(after) if after is not None and after.tag == "dd" and after.find(".//a") is None else ""


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
