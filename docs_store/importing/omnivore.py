"""Omnivore: the ZIP archive that it exported, `metadata_0_to_20.json` and so on, `content/` and `highlights/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.values import Item
from docs_store.marks import Highlight, Marks
from docs_store.reading.json_decode import decode_json

_METADATA = re.compile(r"(?:^|/)metadata_\d+_to_\d+\.json$")
_BLANK = re.compile(r"\n[ \t]*\n")
_ALL: Final = 98
"""Per cent of an article from which it has been read."""


def read(export: Export) -> Iterator[Told]:
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
            yield _told(Item(value), export, root)


def _told(item: Item, export: Export, root: str) -> Told:
    slug = item.text("slug")
    page, pdf, notes = f"{root}content/{slug}.html", f"{root}content/{slug}.pdf", f"{root}highlights/{slug}.md"
    is_archived = item.text("state").lower() == "archived"
    progress = item.value("readingprogress")
    return Told(
        url=item.url("url"),
        identifier=item.identifier("id"),
        title=item.text("title"),
        fragment=page if page in export.names else "",
        files=[pdf] if pdf in export.names else [],
        summary=item.text("description"),
        authors=item.names("author"),
        published=item.moment("publishedat"),
        marks=Marks(
            saved=item.moment("savedat"),
            read=is_archived or (isinstance(progress, (int, float)) and progress >= _ALL),
            tags=item.names("labels"),
            highlights=tuple(_highlights(notes, export)) if notes in export.names else (),
        ),
        place=slug,
    )


def _highlights(name: str, export: Export) -> Iterator[Highlight]:
    """Yield the highlights: a quotation each, and below it a line of labels and a note, if there are any."""
    try:
        markdown = export.text(name)
    except DocumentError as error:
        export.skip(name, error.reason)
        return
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
