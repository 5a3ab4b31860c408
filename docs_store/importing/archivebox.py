"""ArchiveBox: its data folder, an index and a folder a snapshot below `archive`.

Folders are named by the second the snapshot was made; from 0.9 on they stand by user, day and host, named by its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.values import Item
from docs_store.local.foreign import ForeignDatabase
from docs_store.marks import Marks
from docs_store.reading.json_decode import decode_json

_DATABASE: Final = "index.sqlite3"
_INDEX: Final = "index.json"
_TEXTS: Final = ("singlefile.html", "output.html", "readability/content.html", "mercury/content.html",
                 "singlefile/singlefile.html", "dom/output.html", "htmltotext.txt", "output.pdf")  # fmt: skip
"""Where the text of a snapshot may be, whole pages first: they tell their headline, authors and captions."""
_SAVED: Final = ("bookmarked_at", "added", "created_at")
_TAGS: Final = """
SELECT tag.name FROM core_tag AS tag JOIN core_snapshot_tags AS has ON has.tag_id = tag.id
WHERE has.snapshot_id = ? ORDER BY tag.name"""
_BY_ID = re.compile(r"archive/users/[^/]+/snapshots/[^/]+/[^/]+/(?P<id>[0-9a-f-]{32,36})(?=/)")
_SNAPSHOT = re.compile(r"archive/([\d.]+)/index\.json")


def read(export: Export) -> Iterator[Told]:
    """Yield the snapshots, each with the text of the copy of its page that holds one."""
    if export.folder is None:
        raise export.error("a file; ArchiveBox keeps a folder")
    if _DATABASE in export.names:
        items = _from_database(export)
    elif _INDEX in export.names:
        items = Item(decode_json(export.data(_INDEX), _INDEX)).entries("links")
    else:
        items = _from_snapshots(export)
    by_id = {found["id"].replace("-", ""): found[0] for found in map(_BY_ID.match, export.names) if found}
    some = False
    for item in items:
        some = True
        yield _told(item, export, by_id)
    if not some:
        raise export.error(f"no snapshot in it: neither {_DATABASE} nor {_INDEX} names one")


def _told(item: Item, export: Export, by_id: Mapping[str, str]) -> Told:
    title, url = item.text("title"), item.url("url")
    folder = by_id.get(item.identifier("id").replace("-", ""), f"archive/{item.identifier('timestamp')}")
    return Told(
        url=url,
        title="" if title == url or title.lower().startswith("pending...") else title,
        marks=Marks(
            saved=item.moment("bookmarkedat", "saved", "added", "bookmarkeddate", "timestamp"),
            tags=item.names("tags", apart=","),
        ),
        files=[name for text in _TEXTS if (name := f"{folder}/{text}") in export.names],
        place=folder,
    )


def _from_database(export: Export) -> Iterator[Item]:
    with ForeignDatabase(export.path / _DATABASE) as database:
        columns = database.tables.get("core_snapshot", frozenset())
        if not {"id", "url", "timestamp", "title"} <= columns:
            raise export.error(f"{_DATABASE} is not ArchiveBox's")
        saved = next((column for column in _SAVED if column in columns), "timestamp")
        tagged = {"core_tag", "core_snapshot_tags"} <= set(database.tables)
        rows: Iterator[Mapping[str, Any]] = database.rows(
            f"SELECT id, url, timestamp, title, {saved} AS saved FROM core_snapshot ORDER BY timestamp"  # noqa: S608
        )
        for row in rows:
            tags = [tag["name"] for tag in database.rows(_TAGS, (row["id"],))] if tagged else []
            yield Item({**row, "tags": tags})


def _from_snapshots(export: Export) -> Iterator[Item]:
    for name in sorted(filter(_SNAPSHOT.fullmatch, export.names)):
        yield Item(decode_json(export.data(name), name))
