"""What the records keep of an article, and of the note of a file, in columns of their own."""

from __future__ import annotations

import json
from typing import Final

from docs_store.ledger import FileSeen
from docs_store.local.links import title_key, url_key
from docs_store.local.summaries import summary_columns
from docs_store.model import Article

UPSERT: Final = """
INSERT INTO article
    (id, key, title, source, published, inferred, saved, starred, read, age, path, url_key, title_key, images, change)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET key = excluded.key, title = excluded.title, source = excluded.source,
    published = excluded.published, inferred = excluded.inferred, saved = excluded.saved, starred = excluded.starred,
    read = excluded.read, age = excluded.age, path = excluded.path,
    url_key = excluded.url_key, title_key = excluded.title_key, images = excluded.images, change = excluded.change"""


def columns_of(article: Article, change: int) -> tuple[str | int | None, ...]:
    """Return an article as `UPSERT` takes it."""
    summary = article.summary
    return (
        *summary_columns(summary),
        -summary.sort_time,
        article.path,
        url_key(article.url),
        title_key(article.title),
        len(article.images),
        change,
    )


def file_columns(file: FileSeen) -> tuple[str, int, int, str, str, str]:
    """Return the note of a file as its table has it."""
    skipped = [(bad.path, bad.reason, *([True] if bad.is_hint else [])) for bad in file.skipped]
    return file.path, file.size, file.mtime_ns, json.dumps(skipped), json.dumps(file.columns), json.dumps(file.gone)
