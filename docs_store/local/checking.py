"""What can be wrong with an archive on disk, and how it is mended."""
# ruff: noqa: S608 - only constants of our own are put into statements

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from docs_store.errors import StoreDamaged
from docs_store.ledger import Finding
from docs_store.local.index import Index
from docs_store.local.records import Records
from docs_store.local.summaries import summary_columns
from docs_store.local.writing import Writer
from docs_store.model import Article, EntityKind, EntityMention
from docs_store.text import one_line

_CHUNK: Final = 500
"""Articles read at a time."""

_INDEX_CHUNK: Final = 20_000
"""Articles looked for in the index at a time."""

_RESTORE: Final = "restore it from a backup, or add the files anew"
_REBUILD: Final = "rebuild the index from the records"
_WAIT: Final = "nothing is wrong: look again when it is done"

_ORPHANS: Final = (
    ("texts without an article", "payload WHERE row NOT IN (SELECT row FROM article)"),
    ("mentions without an article", "mention WHERE row NOT IN (SELECT row FROM article)"),
    ("notes on corrections without an article", "corrected WHERE row NOT IN (SELECT row FROM article)"),
    ("editions without an article", "edition WHERE id NOT IN (SELECT id FROM article)"),
    ("mentions of an unknown entity", "mention WHERE entity NOT IN (SELECT number FROM entity)"),
)

_COUNT = "(SELECT count(*) FROM mention WHERE entity = number)"

_WRITTEN = (
    "SELECT value, entity, count(*) FROM mention, json_each(mention.written) WHERE mention.written IS NOT NULL"
    " GROUP BY value, entity"
)

_STORED = "(SELECT count(*) FROM article)"


class _Damaged(NamedTuple):
    """An article that is not what was stored."""

    id: str
    path: str
    """The file it is from, "" where it was imported."""
    problem: str


class Checker:
    """Looks at counts, or at everything, which is slow on a large archive; changes nothing until `repair`."""

    def __init__(self, records: Records, index: Index | None, writing: Callable[[], str]) -> None:
        """Look over these; `writing` tells which other process writes to the archive, "" where none does."""
        self._records = records
        self._index = index
        self._writing = writing

    def check(self, *, thorough: bool = True) -> tuple[Finding, ...]:
        """Return what is wrong, as far as counts tell, or with everything that is stored."""
        looks = [self._database, self._articles, self._derived] if thorough else [self._counted]
        found = [finding for look in looks for finding in _as_far_as_it_goes(look(), _RESTORE)]
        return (*found, *_as_far_as_it_goes(self._indexed(thorough=thorough), _REBUILD))

    def repair(self, writer: Writer) -> tuple[Finding, ...]:
        """Mend what `check` finds in the records; the caller rebuilds the index. Return what was found."""
        findings = self.check()
        damaged = list(self._damaged())
        if damaged:
            writer.forget_files({bad.path for bad in damaged})  # so that the next ingest reads them again
            writer.remove([bad.id for bad in damaged])
        if findings:
            writer.mend(
                [
                    *(f"DELETE FROM {rows}" for _, rows in _ORPHANS),
                    f"UPDATE entity SET articles = {_COUNT} WHERE articles <> {_COUNT}",
                    "DELETE FROM written",
                    f"INSERT INTO written SELECT * FROM ({_WRITTEN})",
                    "INSERT INTO entity_name (entity_name) VALUES ('rebuild')",
                    f"UPDATE clock SET articles = {_STORED}",
                ]
            )
        return findings

    def _database(self) -> Iterator[Finding]:
        for (message,) in self._records.rows("PRAGMA integrity_check(20)"):
            if message != "ok":
                yield Finding(f"the database: {one_line(message)}", _RESTORE)

    def _articles(self) -> Iterator[Finding]:
        for bad in self._damaged():
            again = "adding its file again brings it back" if bad.path else "importing it again brings it back"
            yield Finding(f"article {one_line(bad.id)}: {bad.problem}", f"remove it; {again}")

    def _damaged(self) -> Iterator[_Damaged]:
        last = 0
        while True:
            chunk = self._records.rows(
                "SELECT row, id, key, title, source, published, inferred, saved, starred, read, age, path, body, digest"
                " FROM article LEFT JOIN payload USING (row) WHERE row > ? ORDER BY row LIMIT ?",
                (last, _CHUNK),
            )
            for _, *columns, age, path, body, digest in chunk:
                if problem := _problem(tuple(columns), age, path, body, digest):
                    yield _Damaged(str(columns[0]), str(path), problem)
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
        noted = "SELECT folded, entity, articles FROM written WHERE articles <> 0"
        wrong = f"SELECT count(*) FROM (SELECT * FROM ({noted} EXCEPT {_WRITTEN}) UNION ALL SELECT * FROM"
        many = self._records.rows(f"{wrong} ({_WRITTEN} EXCEPT {noted}))")[0][0]
        if many:
            yield Finding(f"{many} forms of names with a wrong count of articles", "count them again")

        yield from self._counted()

    def _counted(self) -> Iterator[Finding]:
        if self._records.rows(f"SELECT articles <> {_STORED} FROM clock")[0][0]:
            yield Finding("a wrong count of all articles", "count them again")

    def _indexed(self, *, thorough: bool) -> Iterator[Finding]:
        """Compare the index with the records. Where another process writes, the index is behind and will follow."""
        for _ in range(2):  # the second time, who wrote may be done
            found = list(self._compared(thorough=thorough))
            if not found:
                return
            if writing := self._writing():
                yield Finding(f"{writing} is writing, and the index not yet where the records are", _WAIT, False)
                if thorough and self._index is not None and (missing := self._missing(self._index)):
                    yield Finding(f"{missing} articles are not in the index, and do not wait for it", _REBUILD)
                return
        yield from found

    def _compared(self, *, thorough: bool) -> Iterator[Finding]:
        if waiting := self._records.waiting():
            yield Finding(f"{waiting} articles wait to be indexed", _REBUILD)
        if self._index is None:
            yield Finding("the search index is missing or cannot be read", _REBUILD)
            return
        self._index.reload()
        indexed, stored = self._index.reader.count(), self._records.count()
        if indexed != stored:
            yield Finding(f"the index holds {indexed} articles, the records {stored}", _REBUILD)
        elif thorough and (missing := self._missing(self._index)):
            yield Finding(f"{missing} articles are not in the index, and others that are gone", _REBUILD)

    def _missing(self, index: Index) -> int:
        """Return how many articles are not in the index and do not wait for it, whatever another process does."""
        settled = self._settled()
        index.reload()  # what was settled then is in it
        missing = _not_in(index, settled)
        return len(missing & set(self._settled())) if missing else 0  # others were removed meanwhile

    def _settled(self) -> list[int]:
        rows = self._records.rows("SELECT row FROM article WHERE row NOT IN (SELECT row FROM outbox) ORDER BY row")
        return [row for (row,) in rows]


def _not_in(index: Index, rows: Sequence[int]) -> set[int]:
    chunks = (rows[at : at + _INDEX_CHUNK] for at in range(0, len(rows), _INDEX_CHUNK))
    return {row for chunk in chunks for row in set(chunk) - index.reader.fulfilling((), chunk, _names_nobody)}


def _problem(columns: tuple[object, ...], age: int, path: str, body: bytes | None, digest: bytes) -> str:
    """Return what is wrong with an article, "" where nothing is."""
    if body is None:
        return "its text is missing"
    if hashlib.sha256(body).digest() != digest:
        return "its text is not what was stored"
    try:
        article = msgspec.json.decode(body, type=Article)
    except (msgspec.MsgspecError, ValueError):
        return "its text cannot be decoded"
    summary = article.summary
    if columns != summary_columns(summary) or age != -summary.sort_time or path != article.path:
        return "its row in the list is not what was stored"
    return "" if all(_is_within(mention, article) for mention in article.mentions) else "a name marked outside its text"


def _is_within(mention: EntityMention, article: Article) -> bool:
    if mention.block is None:
        return mention.end <= len(article.title)
    return 0 <= mention.block < len(article.blocks) and mention.end <= len(article.blocks[mention.block].text)


def _names_nobody(name: str, kind: EntityKind | None, whole: bool) -> tuple[int, ...]:  # noqa: ARG001
    return ()


def _as_far_as_it_goes(findings: Iterator[Finding], remedy: str) -> Iterator[Finding]:
    """Yield findings, as the last one what keeps from looking further."""
    try:
        yield from findings
    except StoreDamaged as error:
        yield Finding(one_line(str(error)), remedy)
