"""Writing the records: each change, and the note of it that the index follows, in one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import msgspec

from docs_store.corrections.rules import Corrections, Key
from docs_store.door import clean_article
from docs_store.errors import StoreError
from docs_store.ledger import FileSeen, Run, Stored
from docs_store.local.change import Change
from docs_store.local.columns import UPSERT, columns_of, file_columns
from docs_store.local.connection import open_writer
from docs_store.local.disk import why_not_written
from docs_store.local.mentioning import Mentions
from docs_store.local.paging import Pages
from docs_store.local.stories import Stories
from docs_store.model import Article
from docs_store.store import RUNS
from docs_store.text import fold

_Articles: TypeAlias = Mapping[int, Article]
"""Articles by row."""

_BODY: Final = "SELECT body FROM article JOIN payload USING (row) WHERE id = ?"
_DIGESTS: Final = """
SELECT id, digest FROM article LEFT JOIN payload USING (row) WHERE id IN (SELECT value FROM json_each(?))"""
_ROWS: Final = "SELECT id, row FROM article WHERE id IN (SELECT value FROM json_each(?))"


class _Fresh(NamedTuple):
    """An article to be written."""

    article: Article
    body: bytes
    """It as JSON."""
    digest: bytes
    """SHA-256 of `body`."""


class _Batch(NamedTuple):
    """A batch told apart."""

    fresh: Sequence[_Fresh]
    pages: Pages
    stored: Stored


class Writer:
    """The one connection that writes. Only one thread writes at a time; the others wait."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.corrections = Corrections()
        """Those that the mentions show, or are about to."""
        self._connection = open_writer(path)
        self._lock = threading.RLock()
        self._encoder = msgspec.json.Encoder()
        self._mentions = Mentions(self._connection)
        self._stories = Stories(self._connection)

    def close(self) -> None:
        """Close the connection, which takes the WAL into the database."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _transaction(self, lost: str = "nothing was changed") -> Iterator[None]:
        """Run the block as one transaction. Where it fails, `lost` says what that means."""
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._connection.execute("COMMIT")
                except BaseException:
                    self._mentions.undone()
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                why = why_not_written(error, self._path.parent, "check the disk")
                raise StoreError(f"{self._path}: {lost}: {why}") from error

    def _tick(self) -> int:
        """Return the number of this change, by which other processes are told of it: articles have become others."""
        number: int = self._connection.execute("UPDATE clock SET change = change + 1 RETURNING change").fetchone()[0]
        return number

    def put_many(
        self, articles: Iterable[Article], files: Iterable[FileSeen], missing: Collection[str] = ()
    ) -> tuple[Change | None, Stored]:
        """Store articles and notes on files, leaving alone what is there just the same: None where all of it is.

        A table is asked once a batch: each call of SQLite lets go of the interpreter, which the index's thread takes.
        """
        changed = None
        with self._transaction("nothing of this batch was stored"):
            fresh, pages, stored = self._told_apart([clean_article(article) for article in articles], missing)
            if pages.turns:
                gone = [gone for turn in pages.turns for gone in turn.gone]
                changed = self._write(fresh, pages, gone, self._tick())
            self._connection.executemany(
                "INSERT OR REPLACE INTO file (path, size, mtime_ns, skipped, columns, gone) VALUES (?, ?, ?, ?, ?, ?)",
                map(file_columns, files),
            )
            self._connection.executemany(
                "UPDATE file SET mtime_ns = -1 WHERE path = ? AND size >= 0", [(path,) for path in stored.again]
            )
        return changed, stored

    def _told_apart(self, articles: Sequence[Article], missing: Collection[str]) -> _Batch:
        """Return those that are new or changed, each once, and how many are what."""
        pages = Pages(self._connection, self._article, missing)
        editions = pages.known(article.id for article in articles)
        ids = json.dumps([*editions.values(), *(article.id for article in articles)])
        known: dict[str, bytes | None] = dict(self._connection.execute(_DIGESTS, (ids,)))
        added = changed = unchanged = outdone = others = 0
        again: frozenset[str] = frozenset()
        for given in articles:
            page = editions.get(given.id, given.id)
            if given.id in known and not pages.has(page) and known[given.id] == self._encoded(given).digest:
                unchanged += 1
                continue
            before, after, is_outdone, stale = pages.take(page, given, is_new=page not in known)
            again = (again | stale) - {given.path}
            if len(after.editions) > len(before.editions) and not (page in known and not before.editions):
                added += 1
                others += bool(before.editions)
            elif after.editions == before.editions:
                unchanged += 1
                outdone += is_outdone
            else:
                changed += 1
        fresh = [self._encoded(article) for turn in pages.turns for article in turn.changed]
        return _Batch(fresh, pages, Stored(added, changed, unchanged, outdone, others, again))

    def _write(self, fresh: Sequence[_Fresh], pages: Pages, gone: Collection[str], change: int) -> Change:
        """Write articles, what is noted of their pages, and remove others."""
        removed = self._delete(gone, change)
        rows, added = self._put(fresh, change)
        pages.note()
        self._stories.link([self._rows(ids).values() for ids in pages.joined()])
        written = {rows[each.article.id]: self.corrections.corrected(each.article) for each in fresh}
        mentions = self._mentions.note(written)
        self._connection.execute("UPDATE clock SET articles = articles + ?", (len(added) - len(removed),))
        self._connection.executemany(
            "INSERT OR REPLACE INTO outbox (row, change) VALUES (?, ?)", [(row, change) for row in written]
        )
        shown = {row: corrected.article for row, corrected in written.items()}
        return Change(change, shown, mentions, added, removed)

    def _rows(self, ids: Iterable[str]) -> dict[str, int]:
        return dict(self._connection.execute(_ROWS, (json.dumps(list(ids)),)))

    def _delete(self, ids: Collection[str], change: int) -> list[int]:
        if not ids:
            return []
        rows = [*self._rows(ids).values()]
        self._mentions.forget(rows)
        self._stories.forget(rows)
        self._connection.executemany("DELETE FROM article WHERE row = ?", [(row,) for row in rows])
        self._connection.executemany("INSERT INTO removed VALUES (?, ?)", [(row, change) for row in rows])
        self._connection.executemany("INSERT OR REPLACE INTO outbox VALUES (?, ?)", [(row, change) for row in rows])
        return rows

    def _encoded(self, article: Article) -> _Fresh:
        body = self._encoder.encode(article)
        return _Fresh(article, body, hashlib.sha256(body).digest())

    def _article(self, article_id: str) -> Article | None:
        """Return an article as it is stored, None where that cannot be read."""
        found = self._connection.execute(_BODY, (article_id,)).fetchone()
        try:
            return clean_article(msgspec.json.decode(found[0], type=Article)) if found else None
        except (msgspec.MsgspecError, ValueError):  # damaged, and mended by what takes its place
            return None

    def _put(self, fresh: Sequence[_Fresh], change: int) -> tuple[dict[str, int], frozenset[int]]:
        """Write the articles, and which of them are editions; return their rows by id, and those that are new."""
        ids = [each.article.id for each in fresh]
        known = self._rows(ids)
        self._connection.executemany(UPSERT, [columns_of(each.article, change) for each in fresh])
        rows = self._rows(ids)
        self._stories.forget([*known.values()])
        self._connection.executemany(
            "INSERT OR REPLACE INTO payload VALUES (?, ?, ?)",
            [(rows[each.article.id], each.body, each.digest) for each in fresh],
        )
        self._stories.join({rows[each.article.id]: each.article for each in fresh})
        return rows, frozenset(rows.values()).difference(known.values())

    def correct(
        self, corrections: Corrections, before: Corrections | None, keys: Collection[Key], batches: Iterable[_Articles]
    ) -> tuple[int, int]:
        """Let the mentions of articles as stored, by row, show `corrections`, all in one transaction.

        `before` is what they show now, None where that is not known; `keys` names the entities that may be spelled
        otherwise. Return how many articles changed, and the change's number.
        """
        changed = 0
        names: dict[Key, str] = {}
        with self._transaction():
            change = self._tick()
            for articles in batches:
                corrected = {row: corrections.corrected(article) for row, article in articles.items()}
                self._mentions.note(corrected)
                different = [
                    row
                    for row, after in corrected.items()
                    if before is None or before.apply(articles[row]).mentions != after.article.mentions
                ]
                self._connection.executemany(
                    "INSERT OR REPLACE INTO outbox (row, change) VALUES (?, ?)", [(row, change) for row in different]
                )
                changed += len(different)
                for after in corrected.values():
                    for mention in after.article.mentions:
                        if (key := (fold(mention.name), mention.kind)) in keys:
                            names.setdefault(key, mention.name)
            self._mentions.rename(names)
            self._connection.execute("UPDATE correction SET applied = ?", (self._encoder.encode(corrections).decode(),))
        self.corrections = corrections
        return changed, change

    def remove(self, ids: Iterable[str]) -> tuple[Change, int]:
        """Remove articles, and let the best of what is left of a page take its place; return how many there were."""
        unwanted = [*ids]
        with self._transaction():
            change = self._tick()
            there = len(self._rows(unwanted))
            pages = Pages(self._connection, self._article)
            pages.leave(unwanted)
            fresh = [self._encoded(article) for turn in pages.turns for article in turn.changed]
            moved = {gone for turn in pages.turns for gone in turn.gone}
            for table in ("held", "edition"):
                self._connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(each,) for each in unwanted])  # noqa: S608
            gone = moved.union(unwanted).difference(each.article.id for each in fresh)
            changed = self._write(fresh, pages, gone, change)
        return changed, there

    def mark(self, article_id: str, *, starred: bool | None, read: bool | None) -> int:
        """Write a reader's marks of an article and its page's other editions; return the change, 0 where it is none.

        `article.change` stays: nobody is told that the article is new. The index has to follow: it is in the outbox.
        """
        with self._transaction():
            change = self._tick()
            stored = Pages(self._connection, self._article).editions(article_id)
            marked = [replace(each, marks=each.marks.set(starred=starred, read=read)) for each in stored]
            fresh = [self._encoded(after) for before, after in zip(stored, marked, strict=True) if after != before]
            rows = self._rows(each.article.id for each in fresh)
            for each in fresh:
                row = rows[each.article.id]
                summary = each.article.summary
                self._connection.execute(
                    "UPDATE article SET starred = ?, read = ? WHERE row = ?", (summary.starred, summary.read, row)
                )
                self._connection.execute(
                    "UPDATE payload SET body = ?, digest = ? WHERE row = ?", (each.body, each.digest, row)
                )
                self._connection.execute("INSERT OR REPLACE INTO outbox (row, change) VALUES (?, ?)", (row, change))
        return change if fresh else 0

    def forget_files(self, paths: Iterable[str]) -> None:
        """Drop notes on files."""
        with self._transaction():
            dropped = [(path,) for path in paths]
            self._connection.executemany("DELETE FROM file WHERE path = ?", dropped)
            self._connection.executemany("DELETE FROM held WHERE path = ?", dropped)

    def release(self, path: str, ids: Iterable[str]) -> None:
        """Note that a file no longer holds articles that others hold."""
        with self._transaction():
            self._connection.executemany("DELETE FROM held WHERE path = ? AND id = ?", [(path, each) for each in ids])

    def note_run(self, run: Run) -> None:
        """Remember what a run did, and forget the oldest."""
        with self._transaction():
            number = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM run").fetchone()[0]
            self._connection.execute("INSERT INTO run VALUES (?, ?)", (number, self._encoder.encode(run).decode()))
            self._connection.execute("DELETE FROM run WHERE number <= ?", (number - RUNS,))

    def outbox(self) -> list[int]:
        """Return the rows that the index has yet to take in."""
        with self._lock:
            return [row for (row,) in self._connection.execute("SELECT row FROM outbox ORDER BY row")]

    def clear_outbox(self, through: int) -> None:
        """Note that the index has taken in every change up to `through`."""
        with self._transaction():
            self._tick()
            self._connection.execute("DELETE FROM outbox WHERE change <= ?", (through,))
            self._connection.execute("UPDATE clock SET indexed = ?", (through,))

    def mend(self, statements: Iterable[str]) -> None:
        """Run statements that repair derived data, in one transaction."""
        with self._transaction():
            self._tick()
            for statement in statements:
                self._connection.execute(statement)
