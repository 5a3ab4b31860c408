"""wallabag: its JSON export (2, and 1 as far as it is alike), and its CSV export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.tables import rows
from docs_store.importing.values import Item, json_items
from docs_store.marks import Highlight, Marks

_COLUMNS: Final = ("title", "url", "content")


def read(export: Export) -> Iterator[Told]:
    """Yield the entries."""
    tables, others = export.named(".csv"), export.named(".json")
    if not (tables or others):
        raise export.error("neither a .json nor a .csv file")
    for name in tables:
        for item in rows(export, name, _COLUMNS):
            yield _told(item, name)
    for name in others:
        with export.source(name) as source:
            for value in json_items(source):
                yield _told(Item(value), name)


def _told(item: Item, name: str) -> Told:
    highlights = (Highlight(each.text("quote"), each.text("text")) for each in item.items("annotations"))
    return Told(
        url=item.url("url", "givenurl", "originurl"),
        identifier=item.identifier("id"),
        title=item.text("title"),
        html=item.text("content"),
        authors=item.names("publishedby", apart=","),
        published=item.moment("publishedat"),
        source=item.text("domainname"),
        language=item.text("language").partition("_")[0],
        marks=Marks(
            # The CSV export writes 16/01/2024 05:12:33, the hour on a clock of twelve: only its day is sure.
            saved=item.moment("createdat") or item.moment("creationdate"),
            starred=bool(item.yes("isstarred", "isfav")),
            read=item.yes("isarchived", "isread"),
            tags=item.names("tags", apart=","),
            highlights=tuple(highlights),
        ),
        place=name,
    )
