"""Instapaper: its CSV export. It has no texts, but what the reader selected on a page when they saved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.tables import rows_of_tables
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks

_COLUMNS: Final = ("url", "title", "folder", "timestamp")
_FOLDERS: Final = {"unread": False, "archive": True, "starred": None}
"""Those that everybody has, and whether what is in them has been read."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def read(export: Export) -> Iterator[Told]:
    """Yield the saved addresses; what is in no web is known by the address that Instapaper gives it."""
    return (_told(item, name) for item, name in rows_of_tables(export, _COLUMNS))


def _told(item: Item, name: str) -> Told:
    folder = item.text("folder")
    own = folder.lower() not in _FOLDERS
    selection = item.text("selection")
    return Told(
        url=item.url("url"),
        identifier=item.text("url"),  # instapaper-private://…
        title=item.text("title"),
        marks=Marks(
            saved=item.moment("timestamp"),
            starred=folder.lower() == "starred",
            read=_FOLDERS.get(folder.lower()),
            tags=(*filter(None, [folder if own else ""]), *_QUOTED.findall(item.text("tags"))),
            highlights=(Highlight(selection),) if selection else (),
        ),
        place=name,
    )
