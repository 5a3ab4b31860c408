"""From what other programs export to articles in the archive, with the marks their users gave them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing import archivebox, instapaper, newsboat, omnivore, pocket, readeck, wallabag, zotero
from docs_store.importing.export import Export, open_export
from docs_store.keeping import has_text
from docs_store.model import Article, Skipped, Stored
from docs_store.reading.raw import RawDocument
from docs_store.store import Store

_BATCH_ARTICLES: Final = 2_000
_BATCH_TEXT: Final = 16 * 2**20
"""Articles, and code points of text, in one transaction."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One program whose exports are read."""

    name: str
    """As it is named on the command line."""
    export: str
    """What its export looks like, and how it is made, for a person."""
    kept: str
    """What of it is kept beside title, address, tags and the day it was saved."""
    read: Callable[[Export], Iterator[RawDocument]]
    """Yields its documents; reports single ones that cannot be read. Raises `DocumentError` where it is no export."""


IMPORTERS: Final = {
    each.name: each
    for each in (
        Importer(
            "archivebox",
            "its data folder (index.sqlite3 or index.json, archive/…)",
            "the text of the saved page",
            archivebox.read,
        ),
        Importer(
            "instapaper",
            "instapaper-export.csv: Settings, Export, Download .CSV file",
            "stars, read marks, folders as tags, selections; it exports no text",
            instapaper.read,
        ),
        Importer(
            "newsboat",
            "cache.db in ~/.newsboat or ~/.local/share/newsboat, or that folder",
            "texts, read marks, tags of feeds (from urls), flags as tags",
            newsboat.read,
        ),
        Importer(
            "omnivore",
            "the ZIP archive it exported, or its folder (metadata_….json, content/, highlights/)",
            "texts, read marks, highlights and notes",
            omnivore.read,
        ),
        Importer(
            "pocket",
            "the ZIP archive it exported, its part_000000.csv, or the older ril_export.html",
            "read marks, highlights; it exported no text",
            pocket.read,
        ),
        Importer(
            "readeck",
            "the ZIP archive that `readeck export FILE.zip` makes, or its folder",
            "texts, stars, read marks, highlights",
            readeck.read,
        ),
        Importer(
            "wallabag",
            "the JSON (or CSV) file of Export, All articles",
            "texts; with JSON stars, read marks and annotations too",
            wallabag.read,
        ),
        Importer(
            "zotero",
            "its data folder (zotero.sqlite, storage/), or a library exported as CSL JSON or CSV",
            "texts of stored snapshots and PDF files, abstracts, notes, annotations",
            zotero.read,
        ),
    )
}
"""The programs, by name."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    added: int = 0
    changed: int = 0
    """There before, with other marks, another text, or none."""
    unchanged: int = 0
    without_text: int = 0
    """Of which the export held only title and address, and perhaps a summary."""
    skipped: tuple[Skipped, ...] = ()
    seconds: float = 0.0


def import_articles(
    name: str,
    path: str | Path,
    store: Store,
    *,
    report: Callable[[int], None] | None = None,
    annotate: bool = True,
) -> ImportReport:
    """Bring what the program `name` has exported to `path` into `store`; a second time changes nothing.

    An article is known by its address, as everywhere. `report` is told now and then how many there are so far. Raises
    `DocumentError` where `path` is no such export, `StoreError` where storing fails.
    """
    start = time.perf_counter()
    importer = IMPORTERS[name]
    skipped: list[Skipped] = []
    stored = Stored(0, 0, 0)
    count = bare = 0
    batch: list[Article] = []
    size = 0
    with open_export(Path(path).absolute(), skipped.append) as export:
        for article in _articles(importer, export, annotate=annotate):
            count += 1
            bare += not has_text(article)
            batch.append(article)
            size += sum(len(block.text) for block in article.blocks)
            if len(batch) >= _BATCH_ARTICLES or size >= _BATCH_TEXT:
                stored = _sum(stored, store.put_many(batch))
                batch, size = [], 0
            if report is not None and count % 100 == 0:
                report(count)
    stored = _sum(stored, store.put_many(batch))
    seconds = time.perf_counter() - start
    return ImportReport(stored.added, stored.changed, stored.unchanged, bare, tuple(skipped), seconds)


def _sum(one: Stored, other: Stored) -> Stored:
    return Stored(one.added + other.added, one.changed + other.changed, one.unchanged + other.unchanged)


def _articles(importer: Importer, export: Export, *, annotate: bool) -> Iterator[Article]:
    """Yield the articles of an export. None is tied to a file: a later `add --prune` takes none away."""
    from docs_store.entities import annotate as find_mentions
    from docs_store.reading.normalise import normalise

    for raw in importer.read(export):
        try:
            article = replace(normalise(raw, path=importer.name), path="")
        except DocumentError as error:
            export.skip(raw.url or raw.identifier, error.reason)
            continue
        yield find_mentions(article) if annotate else article
