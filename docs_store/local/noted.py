"""What the records note beside the articles: files seen, what runs did, and what is stored in all."""
# ruff: noqa: S608 - only constants and column names of our own are put into statements

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import msgspec

from docs_store.errors import StoreDamaged
from docs_store.ledger import FileSeen, Run, Skipped, StoreStats
from docs_store.local.rows import Rows
from docs_store.local.summaries import SUMMARY, summary_of
from docs_store.text import one_line, path_line

_CHUNK: Final = 2_000
"""Files read at a time."""

_SOURCES: Final = 20
"""How many sources the statistics name."""


def files(records: Rows) -> Iterator[FileSeen]:
    """Yield the files noted, by path."""
    last = ""
    while True:
        chunk = records.rows(
            "SELECT path, size, mtime_ns, skipped, columns, gone FROM file"
            f" WHERE path > ? ORDER BY path LIMIT {_CHUNK}",
            (last,),
        )
        for path, size, mtime_ns, skipped, columns, gone in chunk:
            label = path_line(path, 2**20)
            bad = (item if isinstance(item, list) else (label, item) for item in json.loads(skipped))
            yield FileSeen(
                label,
                size,
                mtime_ns,
                tuple(Skipped(one_line(at, 2**20), one_line(why), bool(hint)) for at, why, *hint in bad),
                tuple((one_line(part), one_line(column)) for part, column in json.loads(columns)),
                tuple(map(str, json.loads(gone))),
            )
        if len(chunk) < _CHUNK:
            return
        last = chunk[-1][0]


def runs(records: Rows) -> tuple[Run, ...]:
    """Return what the last runs did, newest first."""
    found = records.rows("SELECT run FROM run ORDER BY number DESC")
    try:
        runs = [msgspec.json.decode(run, type=Run) for (run,) in found]
    except msgspec.MsgspecError as error:
        raise StoreDamaged(f"{records.path}: what earlier runs did cannot be read ({error})") from error
    return tuple(
        replace(run, skipped=tuple((one_line(reason), count) for reason, count in run.skipped)) for run in runs
    )


def ids_of_file(records: Rows, path: str) -> frozenset[str]:
    """Return the ids of the articles read from `path`."""
    found = records.rows("SELECT id FROM article WHERE path = ? UNION SELECT id FROM held WHERE path = ?", (path, path))
    return frozenset(row[0] for row in found)


def files_of(records: Rows, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return where articles were read from, by id."""
    known: dict[str, set[str]] = {}
    wanted = list(ids)
    for at in range(0, len(wanted), _CHUNK):
        found = records.rows(
            "WITH wanted AS (SELECT value AS id FROM json_each(?))"
            " SELECT id, path FROM article JOIN wanted USING (id) UNION ALL"
            " SELECT id, held.path FROM held JOIN wanted USING (id)",
            (json.dumps(wanted[at : at + _CHUNK]),),
        )
        for article_id, path in found:
            known.setdefault(article_id, set()).add(path)
    return {article_id: frozenset(paths) for article_id, paths in known.items()}


def pages_of(records: Rows, ids: Iterable[str]) -> dict[str, str]:
    """Return the pages of editions that have an id of their own, by their ids."""
    wanted = list(ids)
    found = (
        records.rows(
            "SELECT id, page FROM edition WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted[at : at + _CHUNK]),),
        )
        for at in range(0, len(wanted), _CHUNK)
    )
    return {article_id: page for rows in found for article_id, page in rows}


def stats(records: Rows) -> StoreStats:
    """Return what is stored."""
    articles, images, earliest, latest = records.rows(
        "SELECT count(*), coalesce(sum(images), 0), max(age) FILTER (WHERE dated), min(age) FILTER (WHERE dated)"
        " FROM (SELECT age, images, coalesce(published, inferred) IS NOT NULL AS dated FROM article)"
    )[0]
    mentions = records.rows("SELECT coalesce(sum(count), 0) FROM mention")[0][0]
    entities = records.rows("SELECT count(*) FROM entity WHERE articles > 0")[0][0]
    files = records.rows("SELECT count(*) FROM file WHERE size >= 0")[0][0]
    sources = records.rows(
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
        _date_at(records, earliest),
        _date_at(records, latest),
    )


def _date_at(records: Rows, age: int | None) -> dt.date | None:
    """Return the date, in the article's own time zone, of an article with this age."""
    if age is None:
        return None
    row = records.rows(
        f"SELECT {SUMMARY} FROM article WHERE age = ? AND coalesce(published, inferred) IS NOT NULL"
        " ORDER BY id LIMIT 1",
        (age,),
    )
    return summary_of(row[0]).date if row else None
