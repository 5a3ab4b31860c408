"""Readeck: the ZIP archive of `readeck export`, a folder a bookmark, with what it knows and the text it has kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks
from docs_store.reading.json_decode import decode_json

_INFO: Final = "info.json"
_TEXT: Final = "container/index.html"


def read(export: Export) -> Iterator[Told]:
    """Yield the bookmarks."""
    infos = [name for name in export.named(_INFO) if "bookmarks/" in name]
    if not infos:
        raise export.error(f"no bookmarks/…/{_INFO} in it")
    for name in infos:
        try:
            item = Item(decode_json(export.data(name), name))
        except DocumentError as error:
            export.skip(name, error.reason)
            continue
        text = name.removesuffix(_INFO) + _TEXT
        yield _told(item, text if text in export.names else "", name)


def _told(item: Item, text: str, place: str) -> Told:
    highlights = (Highlight(each.text("text"), each.text("note")) for each in item.items("annotations"))
    return Told(
        url=item.url("url", "initialurl"),
        identifier=item.identifier("uid", "id"),
        title=item.text("title"),
        fragment=text,
        summary=item.text("description"),
        authors=item.names("authors"),
        published=item.moment("published"),
        source=item.text("sitename", "site"),
        language=item.text("lang"),
        marks=Marks(
            saved=item.moment("created"),
            starred=bool(item.yes("ismarked")),
            read=item.yes("isarchived"),
            tags=item.names("labels"),
            highlights=tuple(highlights),
        ),
        place=place,
    )
