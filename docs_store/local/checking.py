"""What can be wrong with an archive on disk, and how it is mended."""
# ruff: noqa: S608 - only constants of our own are put into statements

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

import msgspec

from docs_store.local.index import Index
from docs_store.local.records import Records
from docs_store.local.writing import Writer, summary_columns
from docs_store.model import Article, Finding
from docs_store.text import one_line

_CHUNK: Final = 500
"""Articles read at a time."""

_ORPHANS: Final = (
    ("texts without an article", "payload WHERE row NOT IN (SELECT row FROM article)"),
    ("mentions without an article", "mention WHERE row NOT IN (SELECT row FROM article)"),
    ("notes on corrections without an article", "corrected WHERE row NOT IN (SELECT row FROM article)"),
    ("mentions of an unknown entity", "mention WHERE entity NOT IN (SELECT number FROM entity)"),
)

_COUNT = "(SELECT count(*) FROM mention WHERE entity = number)"

_STORED = "(SELECT count(*) FROM article)"


class Checker:
    """Looks at everything; slow on a large archive, and changes nothing until `repair`."""

    def __init__(self, records: Records, index: Index | None) -> None:
        self._records = records
        self._index = index

    def check(self) -> tuple[Finding, ...]:
        """Return what is wrong."""
        return (*self._database(), *self._articles(), *self._derived(), *self._indexed())

    def repair(self, writer: Writer) -> tuple[Finding, ...]:
        """Mend what `check` finds in the records; the caller rebuilds the index. Return what was found."""
        findings = self.check()
        damaged = [article_id for article_id, _ in self._damaged()]
        if damaged:
            # Their files are forgotten too, so that the next ingest reads them again.
            paths = {path for article_id in damaged for path in self._path_of(article_id)}
            writer.forget_files(paths)
            writer.remove(damaged)
        if findings:
            writer.mend(
                [
                    *(f"DELETE FROM {rows}" for _, rows in _ORPHANS),
                    f"UPDATE entity SET articles = {_COUNT} WHERE articles <> {_COUNT}",
                    "INSERT INTO entity_name (entity_name) VALUES ('rebuild')",
                    f"UPDATE clock SET articles = {_STORED}",
                ]
            )
        return findings

    def _path_of(self, article_id: str) -> list[str]:
        return [row[0] for row in self._records.rows("SELECT path FROM article WHERE id = ?", (article_id,))]

    def _database(self) -> Iterator[Finding]:
        for (message,) in self._records.rows("PRAGMA integrity_check(20)"):
            if message != "ok":
                yield Finding(f"the database: {one_line(message)}", "restore it from a backup, or add the files anew")

    def _articles(self) -> Iterator[Finding]:
        for article_id, problem in self._damaged():
            yield Finding(
                f"article {one_line(article_id)}: {problem}", "remove it; the next ingest reads its file again"
            )

    def _damaged(self) -> Iterator[tuple[str, str]]:
        last = 0
        while True:
            chunk = self._records.rows(
                "SELECT row, id, key, title, source, published, inferred, saved, starred, age, path, body, digest"
                " FROM article LEFT JOIN payload USING (row) WHERE row > ? ORDER BY row LIMIT ?",
                (last, _CHUNK),
            )
            for _, *columns, age, path, body, digest in chunk:
                if body is None:
                    yield str(columns[0]), "its text is missing"
                elif hashlib.sha256(body).digest() != digest:
                    yield str(columns[0]), "its text is not what was stored"
                elif not _agrees(tuple(columns), age, path, body):
                    yield str(columns[0]), "its row in the list is not what was stored"
            if len(chunk) < _CHUNK:
                return
            last = chunk[-1][0]

    def _derived(self) -> Iterator[Finding]:
        for name, rows in _ORPHANS:
            many = self._records.rows(f"SELECT count(*) FROM {rows}")[0][0]
            if many:
                yield Finding(f"{many} {name}", "remove them")
        many = self._records.rows(f"SELECT count(*) FROM entity WHERE articles <> {_COUNT}")[0][0]
        if many:
            yield Finding(f"{many} entities with a wrong count of articles", "count them again")

        if self._records.rows(f"SELECT articles <> {_STORED} FROM clock")[0][0]:
            yield Finding("a wrong count of all articles", "count them again")

    def _indexed(self) -> Iterator[Finding]:
        rebuild = "rebuild the index from the records"
        waiting = self._records.rows("SELECT count(*) FROM outbox")[0][0]
        if waiting:
            yield Finding(f"{waiting} articles wait to be indexed", rebuild)
        if self._index is None:
            yield Finding("the search index is missing or cannot be read", rebuild)
            return
        self._index.reload()
        indexed, stored = self._index.count(), self._records.count()
        if indexed != stored:
            yield Finding(f"the index holds {indexed} articles, the records {stored}", rebuild)


def _agrees(columns: tuple[object, ...], age: int, path: str, body: bytes) -> bool:
    try:
        article = msgspec.json.decode(body, type=Article)
    except (msgspec.MsgspecError, ValueError):
        return False
    summary = article.summary
    return columns == summary_columns(summary) and age == -summary.sort_time and path == article.path
