"""The page of an entity: its spellings, months, whom it is named with, its newest articles with their sentences."""

from __future__ import annotations

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final

from docs_store import EntityCount, Store, open_store, portrait
from tests.benchmarks.archives import fill
from tests.benchmarks.rows import Row

_ASKED: Final = 200
_SEED: Final = 7
_SAMPLED: Final = 4_000
"""Articles whose names are drawn from: so a name is asked for as often as it is read."""

_TABLES: Final = (
    "CREATE TABLE article (row INTEGER PRIMARY KEY, title TEXT, body TEXT, time INTEGER)",
    "CREATE TABLE entity (number INTEGER PRIMARY KEY, name TEXT, kind TEXT, articles INTEGER)",
    "CREATE TABLE mention (entity INTEGER, row INTEGER, PRIMARY KEY (entity, row)) WITHOUT ROWID",
)
_INDEXES: Final = ("CREATE INDEX mention_by_row ON mention (row)", "CREATE INDEX entity_by_name ON entity (name, kind)")
_NEWEST: Final = (
    "SELECT title, body, time FROM mention JOIN article USING (row) WHERE entity = ? ORDER BY time DESC LIMIT 20"
)
_MONTHS: Final = (
    "SELECT strftime('%Y-%m', time, 'unixepoch') AS month, count(*) FROM mention JOIN article USING (row)"
    " WHERE entity = ? GROUP BY month"
)
_COMPANY: Final = (
    "SELECT name, kind, count(*) AS together FROM mention JOIN mention AS other USING (row)"
    " JOIN entity ON number = other.entity WHERE mention.entity = ? AND other.entity <> mention.entity"
    " GROUP BY other.entity ORDER BY together DESC LIMIT 40"
)


def pages(here: Path, size: int) -> list[Row]:
    """Ask for the pages of names as often as they are read, and of the most frequent."""
    archive, tables = here / "named", here / "named.db"
    if not archive.exists():
        with open_store(archive, create=True) as store:
            fill(store, size, named=True)
    with open_store(archive, read_only=True) as store:
        if not tables.exists():
            _into_tables(store, tables)
        read, frequent = _as_read(store), list(store.top_entities(limit=20))
        portrait(store, read[0].name, read[0].kind, whole=True)
        ours = _times(lambda each: portrait(store, each.name, each.kind, whole=True), read)
        worst = _times(lambda each: portrait(store, each.name, each.kind, whole=True), frequent)
    with closing(sqlite3.connect(tables)) as database:
        theirs = _times(lambda each: _listed(database, each), read)
        theirs_worst = _times(lambda each: _listed(database, each), frequent)
    peer = "the same lists, joined by plain SQLite indexes"
    return [
        Row("entity page, median", size, median(ours), median(theirs), "ms", peer),
        Row("entity page, 95th percentile", size, _late(ours), _late(theirs), "ms", peer),
        Row("entity page, the 20 most frequent, median", size, median(worst), median(theirs_worst), "ms", peer),
    ]


def _as_read(store: Store) -> list[EntityCount]:
    """Return names of articles picked anywhere in the archive."""
    rng = random.Random(_SEED)
    summaries = list(islice(store.iter_summaries(), _SAMPLED))
    asked: list[EntityCount] = []
    while len(asked) < _ASKED:
        article = store.get(rng.choice(summaries).id)
        if article is not None and article.mentions:
            mention = rng.choice(article.mentions)
            asked.append(EntityCount(mention.name, mention.kind, 0))
    return asked


def _into_tables(store: Store, place: Path) -> None:
    """Copy articles and whom they name into plain tables."""
    numbers: dict[tuple[str, str], int] = {}
    articles: Counter[int] = Counter()
    with closing(sqlite3.connect(place)) as database, database:
        for statement in _TABLES:
            database.execute(statement)
        for row, summary in enumerate(store.iter_summaries()):
            if article := store.get(summary.id):
                named = {(mention.name, str(mention.kind)) for mention in article.mentions}
                entities = {numbers.setdefault(each, len(numbers)) for each in named}
                articles.update(entities)
                database.execute(
                    "INSERT INTO article VALUES (?, ?, ?, ?)", (row, article.title, article.body, summary.sort_time)
                )
                database.executemany("INSERT INTO mention VALUES (?, ?)", [(entity, row) for entity in entities])
        database.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?)",
            [(number, name, kind, articles[number]) for (name, kind), number in numbers.items()],
        )
        for statement in _INDEXES:
            database.execute(statement)


def _listed(database: sqlite3.Connection, asked: EntityCount) -> None:
    number = database.execute("SELECT number FROM entity WHERE name = ? AND kind = ?", (asked.name, asked.kind))
    entity = number.fetchone()
    for statement in (_NEWEST, _MONTHS, _COMPANY):
        database.execute(statement, entity).fetchall()


def _times(ask: Callable[[EntityCount], object], asked: Sequence[EntityCount]) -> list[float]:
    spent = []
    for each in asked:
        start = time.perf_counter()
        ask(each)
        spent.append(1000 * (time.perf_counter() - start))
    return spent


def _late(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
