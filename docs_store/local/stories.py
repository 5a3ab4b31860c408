"""Stories: the editions of one article, found by their sketches when they are stored."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from docs_store.editions import COMMON, LOOKED_AT, are_editions, are_worth_comparing
from docs_store.model import UNDATED, Article

_HOLDING: Final = f"""
SELECT number, row FROM json_each(?) JOIN sketch ON number = value
WHERE row IN (SELECT row FROM sketch WHERE number = value ORDER BY row DESC LIMIT {COMMON})"""  # noqa: S608

_ROWS: Final = "row IN (SELECT value FROM json_each(?))"
_TIMES: Final = f"""
SELECT row, CASE WHEN coalesce(published, inferred) IS NULL THEN ? ELSE -age END FROM article WHERE {_ROWS}"""  # noqa: S608
"""`ArticleSummary.dated_time` by row: `age` is of the day of saving where there is no other."""


class Stories:
    """Which articles are editions of one, kept in the writer's transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._decoder = msgspec.json.Decoder(Article)

    def join(self, articles: Mapping[int, Article]) -> None:
        """Note the sketches of articles just written, by row, and make each one story with the editions of it."""
        numbers = [(number, row) for row, article in articles.items() for number in article.sketch]
        self._connection.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", sorted(numbers))
        holding: defaultdict[int, list[int]] = defaultdict(list)
        for number, row in self._connection.execute(_HOLDING, (json.dumps(sorted({each for each, _ in numbers})),)):
            holding[number].append(row)
        likest: dict[int, list[tuple[int, int]]] = {}
        for row, article in articles.items():
            shared = Counter(other for number in article.sketch for other in holding[number])
            # Two of one batch are compared once, by the later of them.
            alike = [(many, other) for other, many in shared.items() if other < row or other not in articles]
            if alike := [each for each in alike if each[0] > 1 and each[1] != row]:
                likest[row] = sorted(alike, reverse=True)[:LOOKED_AT]
        others = json.dumps(sorted({other for alike in likest.values() for _, other in alike}))
        times = dict(self._connection.execute(_TIMES, (UNDATED, others)))
        for row, alike in likest.items():
            time = articles[row].summary.dated_time
            if compared := [other for many, other in alike if are_worth_comparing(many, time, times[other])]:
                self._join(row, articles[row], compared)

    def _join(self, row: int, article: Article, alike: Sequence[int]) -> None:
        editions = [
            (other, story)
            for other, story, body in self._connection.execute(
                f"SELECT row, story, body FROM article JOIN payload USING (row) WHERE {_ROWS}",  # noqa: S608
                (json.dumps(alike),),
            )
            if are_editions(article, self._decoder.decode(body))
        ]
        if not editions:
            return
        rows = [row, *(other for other, _ in editions)]
        joined = [story for _, story in editions if story]
        self._connection.execute(
            f"UPDATE article SET story = ? WHERE {_ROWS} OR (story <> 0 AND story IN (SELECT value FROM json_each(?)))",  # noqa: S608
            (min([*joined, *rows]), json.dumps(rows), json.dumps(joined)),
        )

    def forget(self, rows: Sequence[int]) -> None:
        """Drop the sketches of articles that are still stored, and take them out of their stories."""
        if not rows:
            return
        wanted = (json.dumps(list(rows)),)
        bodies = self._connection.execute(f"SELECT row, body FROM payload WHERE {_ROWS}", wanted).fetchall()  # noqa: S608
        self._connection.executemany(
            "DELETE FROM sketch WHERE number = ? AND row = ?",
            [(number, row) for row, body in bodies for number in self._decoder.decode(body).sketch],
        )
        self._connection.execute(f"UPDATE article SET story = 0 WHERE {_ROWS}", wanted)  # noqa: S608
