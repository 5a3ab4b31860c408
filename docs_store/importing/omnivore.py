"""Omnivore: the ZIP archive that it exported, `metadata_0_to_20.json` and so on, `content/` and `highlights/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.documents import Told, document, with_files
from docs_store.importing.export import Export
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks
from docs_store.reading.json import decode_json
from docs_store.reading.raw import RawDocument

_METADATA = re.compile(r"(?:^|/)metadata_\d+_to_\d+\.json$")
_BLANK = re.compile(r"\n[ \t]*\n")
_ALL: Final = 98
"""Per cent of an article from which it has been read."""


def read(export: Export) -> Iterator[RawDocument]:
    """Yield the items."""
    lists = [name for name in export.named(".json") if _METADATA.search(name)]
    if not lists:
        raise export.error("no metadata_…_to_….json in it")
    for name in sorted(lists, key=lambda name: (len(name), name)):
        root = name.rpartition("metadata_")[0]
        try:
            values = decode_json(export.data(name), name)
        except DocumentError as error:
            export.skip(name, error.reason)
            continue
        for value in values if isinstance(values, list) else [values]:
            item = Item(value)
            try:
                raw = _document(item, export, root)
            except DocumentError as error:
                export.skip(item.text("slug"), error.reason)
                continue
            if raw is None:
                export.skip(name, "an item without an address")
            else:
                yield raw


def _document(item: Item, export: Export, root: str) -> RawDocument | None:
    slug = item.text("slug")
    page, pdf, notes = f"{root}content/{slug}.html", f"{root}content/{slug}.pdf", f"{root}highlights/{slug}.md"
    is_archived = item.text("state").lower() == "archived"
    progress = item.value("readingprogress")
    told = Told(
        url=item.url("url"),
        identifier=item.identifier("id"),
        title=item.text("title"),
        html=export.text(page) if page in export.names else "",
        summary=item.text("description"),
        authors=item.names("author"),
        published=item.moment("publishedat"),
        marks=Marks(
            saved=item.moment("savedat"),
            read=is_archived or (isinstance(progress, (int, float)) and progress >= _ALL),
            tags=item.names("labels"),
            highlights=tuple(_highlights(export.text(notes))) if notes in export.names else (),
        ),
    )
    return with_files(told, export, [pdf]) if pdf in export.names and not told.html else document(told)


def _highlights(markdown: str) -> Iterator[Highlight]:
    """Yield the highlights: a quotation each, and below it a line of labels and a note, if there are any."""
    quote, note = "", ""
    for part in filter(None, map(str.strip, _BLANK.split(markdown))):
        if part.startswith(">"):
            if quote or note:
                yield Highlight(quote, note)
            quote, note = "\n".join(line.lstrip("> ").rstrip() for line in part.splitlines()).strip(), ""
        elif not all(word.startswith("#") for word in part.split()):
            note = f"{note}\n{part}".strip()
    if quote or note:
        yield Highlight(quote, note)
