"""What other programs export, read: one module a program, and the registry of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing import (
    archivebox,
    bookmarks,
    instapaper,
    newsboat,
    omnivore,
    pocket,
    raindrop,
    readeck,
    readwise,
    substack,
    wallabag,
    zotero,
)
from docs_store.importing.documents import Told, document
from docs_store.importing.export import Export, open_export
from docs_store.ledger import Skipped
from docs_store.model import IMPORTED, Article
from docs_store.reading.limits import begin_another


@dataclass(frozen=True, slots=True)
class Importer:
    """One program whose exports are read."""

    name: str
    """As it is named on the command line."""
    export: str
    """What its export looks like, and how it is made, for a person."""
    kept: str
    """What of it is kept beside title, address, tags and the day it was saved."""
    read: Callable[[Export], Iterator[Told]]
    """Yields what it tells of each article; reports what cannot be read. Raises `DocumentError` where it is none."""


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
            "bookmarks",
            "the HTML file that browsers, linkding, Pinboard, Shaarli and others export, or Pinboard's JSON",
            "folders as tags, read marks; it holds no text",
            bookmarks.read,
        ),
        Importer(
            "instapaper",
            "instapaper-export.csv: Settings, Export, Download .CSV file",
            "stars, read marks, folders as tags, selections as highlights; it exports no text",
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
            "raindrop",
            "the CSV file of Settings, Export",
            "stars, folders as tags, highlights and notes; it exports no text",
            raindrop.read,
        ),
        Importer(
            "readeck",
            "the ZIP archive that `readeck export FILE.zip` makes, or its folder",
            "texts, stars, read marks, highlights",
            readeck.read,
        ),
        Importer(
            "readwise",
            "the CSV file that Reader or Readwise exports, or the folder or ZIP archive of its Markdown notes",
            "read marks, highlights and notes; it exports no text",
            readwise.read,
        ),
        Importer(
            "substack",
            "the ZIP archive of Settings, Exports, or its folder (posts.csv, posts/…)",
            "texts, subtitles and days of posts and drafts",
            substack.read,
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


def read_import(
    name: str, path: str | Path, *, annotate: bool = True, on_skip: Callable[[Skipped], None]
) -> Iterator[Article]:
    """Yield the articles in what the program `name` has exported to `path`, passing those it cannot read to `on_skip`.

    None is tied to a file, so that a later `add --prune` takes none away. Raises `DocumentError` where `path` is no
    such export.
    """
    from docs_store.entities import annotate as find_mentions
    from docs_store.reading.normalise import normalise

    importer = IMPORTERS[name]
    with open_export(Path(path).absolute(), on_skip) as export:
        for told in importer.read(export):
            begin_another(len(told.html))
            try:
                article = replace(normalise(document(told, export), path=name), path=f"{IMPORTED}{name}")
            except DocumentError as error:
                on_skip(Skipped(error.path if "!" in error.path else f"{export.path}!{told.place}", error.reason))
                continue
            yield find_mentions(article) if annotate else article
