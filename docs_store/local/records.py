"""Reading the records: the system of record, in SQLite."""
# ruff: noqa: S608 - only constants and column names of our own are put into statements

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import msgspec

from docs_store.corrections.rules import Corrections, Key
from docs_store.door import clean_article, clean_summary
from docs_store.errors import Interrupted, StoreDamaged
from docs_store.interrupts import Interrupts
from docs_store.local.connection import Reader
from docs_store.model import (
    Article,
    ArticleSummary,
    EntityCount,
    EntityKind,
    FileSeen,
    Run,
    Skipped,
    StoreStats,
)
from docs_store.text import fold, one_line, path_line

if TYPE_CHECKING:  # the first list does without what tells names apart
    from docs_store.entities.spellings import Name

Row: TypeAlias = tuple[Any, ...]
"""A row as SQLite gives it; what its columns are, the statement says."""

_CHUNK: Final = 2_000
"""Rows read at a time, so that a long list neither holds the connection nor fills memory."""

_SOURCES: Final = 20
"""How many sources the statistics name."""

_SUMMARY: Final = (
    "article.id, article.key, article.title, article.source, article.published, article.inferred, article.saved,"
    " article.starred, article.story,"
    " CASE article.story WHEN 0 THEN 1"
    " ELSE (SELECT count(*) FROM article AS edition WHERE edition.story = article.story AND edition.story <> 0) END"
)


class Clock(NamedTuple):
    """How far the records have gone, and how far the index has followed."""

    change: int
    indexed: int


class Records:
    """The records as a reader sees them. Any thread may call; each call sees the latest commit."""

    def __init__(self, path: Path, interrupts: Interrupts) -> None:
        self._path = path
        self._reader = Reader(path)
        self._lock = threading.RLock()
        self._interrupts = interrupts

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Run one statement and return all its rows."""
        while True:
            with self._lock:
                self._reader.reopen_if_changed()
                try:
                    return self._reader.connection.execute(sql, parameters).fetchall()
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                        raise StoreDamaged(f"{self._path}: cannot be read ({error}); check the disk") from error
                    if self._interrupts.stopped:
                        raise Interrupted("the query was stopped") from error
                    # It was meant for the query of another thread, on the same connection.
                except sqlite3.DatabaseError as error:
                    raise StoreDamaged(
                        f"{self._path}: damaged ({error}); restore it from a backup, or add the files anew"
                    ) from error

    def interrupt(self) -> None:
        """Stop the running statement, from any thread."""
        self._reader.connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._reader.close()

    def data_version(self) -> int:
        """Return a number that differs where another connection has committed since it was last asked for."""
        with self._lock:
            if self._reader.reopen_if_changed():
                return -1
            return int(self._reader.connection.execute("PRAGMA data_version").fetchone()[0])

    def clock(self) -> Clock:
        """Return the clock."""
        return Clock(*self.rows("SELECT change, indexed FROM clock")[0])

    # Articles

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
            f"{self._path}: article {one_line(article_id)} is not what was stored; "
            "add its file again, or restore a backup"
        )

    def count(self) -> int:
        """Return how many articles there are."""
        return int(self.rows("SELECT articles FROM clock")[0][0])

    def iter_summaries(self, newest_first: bool) -> Iterator[ArticleSummary]:
        """Yield all summaries by age, then id."""
        order, beyond = ("ASC", ">") if newest_first else ("DESC", "<")
        last: tuple[int, str] | None = None
        while True:
            where, parameters = (f"WHERE (age, id) {beyond} (?, ?)", last) if last else ("", ())
            chunk = self.rows(
                f"SELECT age, {_SUMMARY} FROM article {where} ORDER BY age {order}, id {order} LIMIT {_CHUNK}",
                parameters,
            )
            yield from (_summary(row[1:]) for row in chunk)
            if len(chunk) < _CHUNK:
                return
            last = chunk[-1][0], chunk[-1][1]

    def newest(self, limit: int) -> list[ArticleSummary]:
        """Return the `limit` newest."""
        return [
            _summary(row) for row in self.rows(f"SELECT {_SUMMARY} FROM article ORDER BY age, id LIMIT ?", (limit,))
        ]

    def summaries(self, rows: Iterable[int]) -> dict[int, ArticleSummary]:
        """Return the summaries of `rows`, by row; those that are gone are left out."""
        return {row[0]: _summary(row[1:]) for row in self._for_rows(f"SELECT row, {_SUMMARY} FROM article", rows)}

    def row_of(self, article_id: str) -> int | None:
        """Return the row of the article, which the index knows it by."""
        found = self.rows("SELECT row FROM article WHERE id = ?", (article_id,))
        return int(found[0][0]) if found else None

    def editions_of(self, row: int) -> dict[int, ArticleSummary]:
        """Return the other editions of an article by row, newest first."""
        found = self.rows(
            f"SELECT row, {_SUMMARY} FROM article WHERE story <> 0 AND row <> ?"
            " AND story = (SELECT story FROM article WHERE row = ?) ORDER BY age, id",
            (row, row),
        )
        return {other[0]: _summary(other[1:]) for other in found}

    def articles(self, rows: Iterable[int]) -> dict[int, Article]:
        """Return the whole articles of `rows`, by row; damaged ones are left out: `get` is what tells."""
        found: dict[int, Article] = {}
        for row, article_id, body, digest in self._for_rows(
            "SELECT row, id, body, digest FROM article JOIN payload USING (row)", rows
        ):
            try:
                if _digest(body) == digest:
                    found[row] = self._decoded(article_id, body)
            except StoreDamaged:
                continue
        return found

    def _for_rows(self, select: str, rows: Iterable[int]) -> list[Row]:
        return self.rows(f"{select} WHERE row IN (SELECT value FROM json_each(?))", (json.dumps(list(rows)),))

    def changed_since(self, change: int) -> int:
        """Return how many articles were written or removed after `change`."""
        written = self.rows("SELECT count(*) FROM article WHERE change > ?", (change,))[0][0]
        removed = self.rows("SELECT count(*) FROM removed WHERE change > ?", (change,))[0][0]
        return int(written + removed)

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

    def _by_key(self, column: str, keys: Iterable[str]) -> dict[str, int]:
        found = self.rows(
            f"SELECT {column}, row FROM article WHERE {column} IN (SELECT value FROM json_each(?)) AND {column} <> ''"
            " ORDER BY age DESC, id DESC",
            (json.dumps(list(keys)),),
        )
        return {key: row for key, row in found}  # noqa: C416 - rows are tuples of unknown length to the type checker

    # Entities

    def entity_counts(self, names: Sequence[tuple[str, EntityKind]]) -> tuple[EntityCount, ...]:
        """Return how many articles name each, in the order given."""
        found = self.rows(
            "SELECT folded, kind, articles FROM entity WHERE folded IN (SELECT value FROM json_each(?))",
            (json.dumps([fold(name) for name, _ in names]),),
        )
        counts = {(folded, kind): articles for folded, kind, articles in found}
        return tuple(EntityCount(name, kind, counts.get((fold(name), str(kind)), 0)) for name, kind in names)

    def naming(self, name: str, kind: EntityKind | None, limit: int) -> tuple[list[ArticleSummary], int]:
        """Return the newest articles that name the entity, and how many do."""
        of_kind, parameters = ("AND kind = ?", (fold(name), str(kind))) if kind else ("", (fold(name),))
        rows_of = f"SELECT DISTINCT row FROM entity JOIN mention ON entity = number WHERE folded = ? {of_kind}"
        total = int(self.rows(f"SELECT count(*) FROM ({rows_of})", parameters)[0][0])
        found = self.rows(
            f"SELECT {_SUMMARY} FROM article WHERE row IN ({rows_of}) ORDER BY age, id LIMIT ?", (*parameters, limit)
        )
        return [_summary(row) for row in found], total

    def top_entities(self, limit: int, kind: EntityKind | None) -> tuple[EntityCount, ...]:
        """Return the entities, of one kind or of all, that most articles name."""
        of_kind, kinds = ("AND kind = ?", [str(kind)]) if kind else ("", [])
        found = self.rows(
            f"SELECT name, kind, articles FROM entity WHERE articles > 0 {of_kind}"
            " ORDER BY articles DESC, folded, kind LIMIT ?",
            (*kinds, limit),
        )
        return tuple(EntityCount(one_line(name), EntityKind(kind), articles) for name, kind, articles in found)

    def entities_named(
        self, typed: str, kind: EntityKind | None, limit: int, *, whole: bool
    ) -> list[tuple[int, EntityCount]]:
        """Return the entities, by number, whose name is `typed`, most frequent first.

        Where there is none, or unless `whole`, those whose name has all the words typed, the last perhaps unfinished.
        """
        of_kind, kinds = ("AND kind = ?", [str(kind)]) if kind else ("", [])
        columns = "SELECT number, name, kind, articles FROM entity"
        order = "AND articles > 0 ORDER BY articles DESC, folded, kind LIMIT ?"
        found: list[Row] = []
        if whole:
            found = self.rows(f"{columns} WHERE folded = ? {of_kind} {order}", (fold(typed), *kinds, limit))
        words = [word.replace('"', "") for word in fold(typed).split()]
        if not found and any(words):
            begun = " ".join(f'"{word}"' for word in words if word) + ("" if whole else "*")
            found = self.rows(
                f"{columns} WHERE number IN (SELECT rowid FROM entity_name WHERE entity_name MATCH ?)"
                f" {of_kind} {order}",
                (begun, *kinds, limit),
            )
        return [(row[0], EntityCount(one_line(row[1]), EntityKind(row[2]), row[3])) for row in found]

    def entities_alike(self, keys: Iterable[str], kind: EntityKind, limit: int) -> list[Name]:
        """Return the entities of a kind that have one of the keys; any `limit` of them where there are more."""
        found = self.rows(
            "SELECT name, articles, number FROM entity WHERE kind = ? AND articles > 0 AND number IN"
            " (SELECT entity FROM alike WHERE key IN (SELECT value FROM json_each(?))) LIMIT ?",
            (str(kind), json.dumps(sorted(keys)), limit),
        )
        from docs_store.entities.spellings import Name

        return [Name(one_line(name), articles, number) for name, articles, number in found]

    def some_rows_of(self, entity: int, limit: int) -> list[int]:
        """Return the rows of the last stored articles that name an entity, by its number."""
        found = self.rows("SELECT row FROM mention WHERE entity = ? ORDER BY row DESC LIMIT ?", (entity, limit))
        return [row for (row,) in found]

    def mentions_of(self, rows: Iterable[int]) -> dict[int, dict[int, int]]:
        """Return, for each row, how often it names each entity (by number)."""
        found: dict[int, dict[int, int]] = {}
        for row, entity, count in self._for_rows("SELECT row, entity, count FROM mention", rows):
            found.setdefault(row, {})[entity] = count
        return found

    def entities(self, numbers: Iterable[int]) -> dict[int, EntityCount]:
        """Return the entities by number."""
        found = self.rows(
            "SELECT number, name, kind, articles FROM entity WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {
            number: EntityCount(one_line(name), EntityKind(kind), articles) for number, name, kind, articles in found
        }

    # Corrections

    def applied(self) -> Corrections | None:
        """Return the corrections that the mentions show, None where they cannot be told."""
        applied = str(self.rows("SELECT applied FROM correction")[0][0])
        try:
            return msgspec.json.decode(applied, type=Corrections) if applied else Corrections()
        except (msgspec.MsgspecError, ValueError):
            return None

    def rows_known_by(self, keys: Iterable[Key]) -> set[int]:
        """Return the rows that name one of the entities, or that corrections know by one of the keys."""
        wanted = json.dumps(sorted(keys))
        pairs = "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
        found = self.rows(
            f"SELECT row FROM entity JOIN mention ON entity = number WHERE (folded, kind) IN {pairs}"
            f" UNION SELECT row FROM corrected WHERE (name, kind) IN {pairs}",
            (wanted, wanted),
        )
        return {row for (row,) in found}

    def all_rows(self) -> list[int]:
        """Return every article's row."""
        return [row for (row,) in self.rows("SELECT row FROM article ORDER BY row")]

    # Files and figures

    def files(self) -> Iterator[FileSeen]:
        """Yield the files noted, by path."""
        last = ""
        while True:
            chunk = self.rows(
                f"SELECT path, size, mtime_ns, skipped, columns FROM file WHERE path > ? ORDER BY path LIMIT {_CHUNK}",
                (last,),
            )
            for path, size, mtime_ns, skipped, columns in chunk:
                label = path_line(path, 2**20)
                bad = (item if isinstance(item, list) else (label, item) for item in json.loads(skipped))
                yield FileSeen(
                    label,
                    size,
                    mtime_ns,
                    tuple(Skipped(one_line(at, 2**20), one_line(why), bool(hint)) for at, why, *hint in bad),
                    tuple((one_line(part), one_line(column)) for part, column in json.loads(columns)),
                )
            if len(chunk) < _CHUNK:
                return
            last = chunk[-1][0]

    def runs(self) -> tuple[Run, ...]:
        """Return what the last runs did, newest first."""
        found = self.rows("SELECT run FROM run ORDER BY number DESC")
        try:
            runs = [msgspec.json.decode(run, type=Run) for (run,) in found]
        except msgspec.MsgspecError as error:
            raise StoreDamaged(f"{self._path}: what earlier runs did cannot be read ({error})") from error
        return tuple(
            replace(run, skipped=tuple((one_line(reason), count) for reason, count in run.skipped)) for run in runs
        )

    def ids_of_file(self, path: str) -> frozenset[str]:
        """Return the ids of the articles read from `path`."""
        return frozenset(row[0] for row in self.rows("SELECT id FROM article WHERE path = ?", (path,)))

    def stats(self) -> StoreStats:
        """Return what is stored."""
        articles, images, earliest, latest = self.rows(
            "SELECT count(*), coalesce(sum(images), 0), max(age) FILTER (WHERE dated), min(age) FILTER (WHERE dated)"
            " FROM (SELECT age, images, coalesce(published, inferred) IS NOT NULL AS dated FROM article)"
        )[0]
        mentions = self.rows("SELECT coalesce(sum(count), 0) FROM mention")[0][0]
        entities = self.rows("SELECT count(*) FROM entity WHERE articles > 0")[0][0]
        files = self.rows("SELECT count(*) FROM file WHERE size >= 0")[0][0]
        sources = self.rows(
            "SELECT source, count(*) AS many FROM article WHERE source <> '' GROUP BY source ORDER BY many DESC, source"
            f" LIMIT {_SOURCES}"
        )
        return StoreStats(
            articles,
            files,
            images,
            entities,
            mentions,
            tuple((one_line(source), many) for source, many in sources),
            self._date_at(earliest),
            self._date_at(latest),
        )

    def _date_at(self, age: int | None) -> dt.date | None:
        """Return the date, in the article's own time zone, of an article with this age."""
        if age is None:
            return None
        row = self.rows(
            f"SELECT {_SUMMARY} FROM article WHERE age = ? AND coalesce(published, inferred) IS NOT NULL"
            " ORDER BY id LIMIT 1",
            (age,),
        )
        return _summary(row[0]).date if row else None


def _summary(row: Row) -> ArticleSummary:
    article_id, key, title, source, published, inferred, saved, starred, story, editions = row
    return clean_summary(
        ArticleSummary(
            article_id,
            key,
            title,
            source,
            dt.datetime.fromisoformat(published) if published else None,
            dt.date.fromisoformat(inferred) if inferred else None,
            str(story) if editions > 1 else "",
            editions,
            dt.datetime.fromisoformat(saved) if saved else None,
            bool(starred),
        )
    )


def _digest(body: bytes) -> bytes:
    from hashlib import sha256  # loads OpenSSL, and the first list does without

    return sha256(body).digest()
