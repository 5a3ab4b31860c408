"""Raindrop.io: its CSV export, without texts: what its reader noted and marked on each page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.tables import rows_of_tables
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks

_COLUMNS: Final = ("title", "excerpt", "url", "created")
_UNSORTED: Final = "unsorted"
_HIGHLIGHT = re.compile(r"^(?:Highlight|Note|Color):", re.MULTILINE)


def read(export: Export) -> Iterator[Told]:
    """Yield the bookmarks."""
    return (_told(item, name) for item, name in rows_of_tables(export, _COLUMNS))


def _told(item: Item, name: str) -> Told:
    folder = item.text("folder")
    note = item.text("note")
    return Told(
        url=item.url("url"),
        identifier=item.identifier("id"),
        title=item.text("title"),
        summary=item.text("excerpt"),
        marks=Marks(
            saved=item.moment("created"),
            starred=bool(item.yes("favorite")),
            tags=(*item.names("tags", apart=","), *filter(None, [folder if folder.lower() != _UNSORTED else ""])),
            highlights=(*_highlights(item.text("highlights")), *([Highlight(note=note)] if note else ())),
        ),
        place=name,
    )


def _highlights(text: str) -> Iterator[Highlight]:
    """Yield the passages: `Highlight:…`, and perhaps `Color:…` and `Note:…`, each from the margin on."""
    quote = note = ""
    starts = [*_HIGHLIGHT.finditer(text)]
    if not starts:
        yield from [Highlight(text)] if text else []
        return
    for mark, after in zip(starts, (*starts[1:], None), strict=True):
        said = text[mark.end() : after.start() if after else None].strip()
        if mark[0] == "Highlight:":
            if quote or note:
                yield Highlight(quote, note)
            quote, note = said, ""
        elif mark[0] == "Note:":
            note = said
    if quote or note:
        yield Highlight(quote, note)
