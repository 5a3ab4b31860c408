"""Reading the records: the system of record, in SQLite."""
# ruff: noqa: S608 - only constants and column names of our own are put into statements

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from docs_store.door import clean_article
from docs_store.errors import StoreDamaged
from docs_store.local.entity_records import EntityRecords
from docs_store.local.summaries import SUMMARY, summary_of
from docs_store.model import Article, ArticleSummary
from docs_store.text import one_line

_CHUNK: Final = 2_000
"""Rows read at a time, so that a long list neither holds the connection nor fills memory."""

_FIRST_CHUNK: Final = 100
"""Rows read at first: often a screenful is all that is asked for."""


_RECENCY: Final = "SELECT row, age, id FROM article"


class Records(EntityRecords):
    """The articles in the records, and the entities they name. Any thread may call; each sees the latest commit."""

    def get(self, article_id: str) -> Article | None:
        """Return the article, checked against its hash and cleaned. Raises `StoreDamaged`."""
        found = self.rows("SELECT body, digest FROM article LEFT JOIN payload USING (row) WHERE id = ?", (article_id,))
        if not found:
            return None
        body, digest = found[0]
        if body is None or _digest(body) != digest:
            raise self._damaged(article_id)
        return self._decoded(article_id, body)

    def _decoded(self, article_id: str, body: bytes) -> Article:
        try:
            article = clean_article(msgspec.json.decode(body, type=Article))
        except (msgspec.MsgspecError, ValueError) as error:
            raise self._damaged(article_id) from error
        if article.id != article_id:
            raise self._damaged(article_id)
        return article

    def _damaged(self, article_id: str) -> StoreDamaged:
        return StoreDamaged(
            f"{self.path}: article {one_line(article_id)} is not what was stored; "
            "add its file again, or restore a backup"
        )

    def count(self) -> int:
        """Return how many articles there are."""
        return int(self.rows("SELECT articles FROM clock")[0][0])

    def iter_summaries(self, newest_first: bool) -> Iterator[ArticleSummary]:
        """Yield all summaries by age, then id."""
        order, beyond = ("ASC", ">") if newest_first else ("DESC", "<")
        last: tuple[int, str] | None = None
        size = _FIRST_CHUNK
        while True:
            where, parameters = (f"WHERE (age, id) {beyond} (?, ?)", last) if last else ("", ())
            chunk = self.rows(
                f"SELECT age, {SUMMARY} FROM article {where} ORDER BY age {order}, id {order} LIMIT {size}",
                parameters,
            )
            yield from (summary_of(row[1:]) for row in chunk)
            if len(chunk) < size:
                return
            last, size = (chunk[-1][0], chunk[-1][1]), _CHUNK

    def newest(self, limit: int) -> list[ArticleSummary]:
        """Return the `limit` newest."""
        return [
            summary_of(row) for row in self.rows(f"SELECT {SUMMARY} FROM article ORDER BY age, id LIMIT ?", (limit,))
        ]

    def summaries(self, rows: Iterable[int]) -> dict[int, ArticleSummary]:
        """Return the summaries of `rows`, by row; those that are gone are left out."""
        return {row[0]: summary_of(row[1:]) for row in self.for_rows(f"SELECT row, {SUMMARY} FROM article", rows)}

    def recency(self, rows: Iterable[int]) -> dict[int, tuple[int, str]]:
        """Return what puts `rows` in the order of the list, by row: their age and id; those gone are left out."""
        return {row: (age, article_id) for row, age, article_id in self.for_rows(_RECENCY, rows)}

    def row_of(self, article_id: str) -> int | None:
        """Return the row of the article, which the index knows it by."""
        found = self.rows("SELECT row FROM article WHERE id = ?", (article_id,))
        return int(found[0][0]) if found else None

    def editions_of(self, row: int) -> dict[int, ArticleSummary]:
        """Return the other editions of an article by row, newest first."""
        found = self.rows(
            f"SELECT row, {SUMMARY} FROM article WHERE story <> 0 AND row <> ?"
            " AND story = (SELECT story FROM article WHERE row = ?) ORDER BY age, id",
            (row, row),
        )
        return {other[0]: summary_of(other[1:]) for other in found}

    def articles(self, rows: Iterable[int]) -> dict[int, Article]:
        """Return the whole articles of `rows`, by row; damaged ones are left out: `get` is what tells."""
        found: dict[int, Article] = {}
        for row, article_id, body, digest in self.for_rows(
            "SELECT row, id, body, digest FROM article JOIN payload USING (row)", rows
        ):
            try:
                if _digest(body) == digest:
                    found[row] = self._decoded(article_id, body)
            except StoreDamaged:
                continue
        return found

    def changed_since(self, change: int) -> int:
        """Return how many articles were written or removed after `change`."""
        written = self.rows("SELECT count(*) FROM article WHERE change > ?", (change,))[0][0]
        removed = self.rows("SELECT count(*) FROM removed WHERE change > ?", (change,))[0][0]
        return int(written + removed)

    def written_since(self, change: int, limit: int) -> list[int]:
        """Return at most `limit` rows written after `change`, those written last first."""
        last = "SELECT row FROM article WHERE change > ? ORDER BY change DESC LIMIT ?"
        return [row for (row,) in self.rows(last, (change, limit))]

    def titles_since(self, change: int) -> Iterator[list[tuple[int, str]]]:
        """Yield chunks of (row, headline) written after `change`, oldest first: what the finder holds in memory."""
        last = (2**63 - 1, "\U0010ffff")
        if change:
            yield [(row, title) for row, title in self.rows(
                "SELECT row, title FROM article WHERE change > ? ORDER BY age DESC, id DESC", (change,)
            )]  # fmt: skip
            return
        while True:
            chunk = self.rows(
                "SELECT age, id, row, title FROM article WHERE (age, id) < (?, ?)"
                f" ORDER BY age DESC, id DESC LIMIT {_CHUNK}",
                last,
            )
            yield [(row, title) for _, _, row, title in chunk]
            if len(chunk) < _CHUNK:
                return
            last = chunk[-1][0], chunk[-1][1]

    def removed_since(self, change: int) -> list[int]:
        """Return the rows removed after `change`."""
        return [row for (row,) in self.rows("SELECT row FROM removed WHERE change > ?", (change,))]

    def with_url_keys(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the newest row for each URL key that an article has."""
        return self._by_key("url_key", keys)

    def with_title_keys(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the newest row for each title key that an article has."""
        return self._by_key("title_key", keys)

    def in_folder(self, folder: str, limit: int) -> dict[str, int]:
        """Return the paths of files in a folder and below it, with an article's row each: at most `limit`."""
        found = self.rows(
            "SELECT path, row FROM article WHERE path >= ? AND path < ? ORDER BY path, row DESC LIMIT ?",
            (f"{folder}/", f"{folder}0", limit),  # "0" comes after "/"
        )
        return {path: row for path, row in found}  # noqa: C416 - rows are tuples of unknown length to the type checker

    def _by_key(self, column: str, keys: Iterable[str]) -> dict[str, int]:
        found = self.rows(
            f"SELECT {column}, row FROM article WHERE {column} IN (SELECT value FROM json_each(?)) AND {column} <> ''"
            " ORDER BY age DESC, id DESC",
            (json.dumps(list(keys)),),
        )
        return {key: row for key, row in found}  # noqa: C416 - rows are tuples of unknown length to the type checker

    def all_rows(self) -> list[int]:
        """Return every article's row."""
        return [row for (row,) in self.rows("SELECT row FROM article ORDER BY row")]


def _digest(body: bytes) -> bytes:
    from hashlib import sha256  # loads OpenSSL, and the first list does without

    return sha256(body).digest()
