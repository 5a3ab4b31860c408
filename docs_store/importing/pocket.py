"""Pocket: the ZIP archive or `part_….csv` that it exported last, and its older `ril_export.html`, all without texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.tables import rows
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks
from docs_store.reading.json_decode import decode_json

_COLUMNS: Final = ("title", "url", "timeadded", "status")
_READ: Final = ("archive", "archived", "read")


def read(export: Export) -> Iterator[Told]:
    """Yield the saved addresses."""
    tables, pages = export.named(".csv"), export.named(".html", ".htm")
    if not (tables or pages):
        raise export.error("neither part_….csv nor ril_export.html")
    highlights = dict(_highlights(export))
    for name in tables:
        for item in rows(export, name, _COLUMNS):
            yield _told(item, highlights, name)
    for name in pages:
        for item in _links(export, name):
            yield _told(item, highlights, name)


def _told(item: Item, highlights: Mapping[str, tuple[Highlight, ...]], name: str) -> Told:
    url, title = item.url("url"), item.text("title")
    status = item.text("status").lower()
    marks = Marks(
        saved=item.moment("timeadded"),
        read=status in _READ if status else None,
        tags=item.names("tags", apart="|,"),
        highlights=highlights.get(url, ()),
    )
    return Told(url=url, title="" if title == url else title, marks=marks, place=name)


def _highlights(export: Export) -> Iterator[tuple[str, tuple[Highlight, ...]]]:
    """Yield the highlights by address: `annotations/part_….json`."""
    for name in export.named(".json"):
        if "annotations/" not in name:
            continue
        try:
            values = decode_json(export.data(name), name)
        except DocumentError as error:
            export.skip(name, error.reason)
            continue
        for item in map(Item, values if isinstance(values, list) else ()):
            quotes = tuple(Highlight(each.text("quote"), each.text("note")) for each in item.items("highlights"))
            yield item.url("url"), quotes


def _links(export: Export, name: str) -> Iterator[Item]:
    """Yield the links of the HTML export, as rows of the CSV export: two lists, each below its heading."""
    from docs_store.reading.html.page import parse

    tree = parse(export.text(name))
    status = ""
    for element in tree.iter("h1", "a") if tree is not None else ():
        words = " ".join(element.text_content().split())
        if element.tag == "h1":
            status = "archive" if "archive" in words.lower() else "unread"
        elif element.get("time_added") is not None:
            fields = {"url": element.get("href"), "timeadded": element.get("time_added"), "tags": element.get("tags")}
            yield Item({"title": words, "status": status, **fields})
