"""newsboat: `cache.db`, its feeds and their articles, and beside it `urls`, which has the tags of feeds."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.values import web_address
from docs_store.local.foreign import ForeignDatabase
from docs_store.marks import Marks

_CACHE: Final = "cache.db"
_URLS: Final = "urls"
_PLACES: Final = ("", ".newsboat/", ".local/share/newsboat/", "newsboat/", ".config/newsboat/")

_ITEMS: Final = """
SELECT item.guid, item.title, item.author, item.url, item.pubDate, item.content, item.unread, item.flags,
    item.feedurl, feed.title AS feed
FROM rss_item AS item LEFT JOIN rss_feed AS feed ON feed.rssurl = item.feedurl
WHERE item.deleted = 0 ORDER BY item.id"""


def read(export: Export) -> Iterator[Told]:
    """Yield the articles that newsboat keeps."""
    path = _beside(export.path, _CACHE) if export.folder else export.path
    if path is None:
        raise export.error(f"no {_CACHE} in it")
    tags = _tags(_beside(path.parent, _URLS) or _beside(Path.home(), _URLS))
    with ForeignDatabase(path) as database:
        if not {"rss_item", "rss_feed"} <= set(database.tables):
            raise export.error(f"a database, but not newsboat's {_CACHE}")
        for row in database.rows(_ITEMS):
            yield _told(row, tags)


def _told(row: Mapping[str, Any], tags: Mapping[str, tuple[str, ...]]) -> Told:
    feed = str(row["feedurl"] or "")
    # newsboat has no star; a flag is a letter that its user has given a meaning.
    flags = tuple(f"flag {letter}" for letter in str(row["flags"] or "") if letter.isalpha())
    published = row["pubdate"]
    return Told(
        url=web_address(str(row["url"] or "")),
        identifier=str(row["guid"] or ""),
        title=str(row["title"] or ""),
        html=str(row["content"] or ""),
        authors=tuple(filter(None, [str(row["author"] or "")])),
        published=published if isinstance(published, int) and published > 0 else None,
        source=str(row["feed"] or ""),
        marks=Marks(read=not row["unread"], tags=(*tags.get(feed, ()), *flags)),
    )


def _beside(folder: Path, name: str) -> Path | None:
    return next((path for place in _PLACES if (path := folder / place / name).is_file()), None)


def _tags(urls: Path | None) -> dict[str, tuple[str, ...]]:
    """Return the tags of each feed: `https://… "tag" "~Title" "!hidden"`, a feed a line."""
    found: dict[str, tuple[str, ...]] = {}
    for line in urls.read_text("utf-8", "replace").splitlines() if urls else ():
        try:
            feed, *words = shlex.split(line, comments=True) or [""]
        except ValueError:  # a quotation mark that nobody closed
            continue
        found[feed] = tuple(word for word in words if word[:1] not in ("~", "!", ""))
    return found
