"""Stories: the editions of one article, found by their sketches when they are stored."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec

from docs_store.model import UNDATED, Article
from docs_store.stories.editions import COMMON, LOOKED_AT, are_editions, are_worth_comparing

_HOLDING: Final = f"""
SELECT value, (SELECT group_concat(row, ' ') FROM (
    SELECT row FROM sketch WHERE number = value ORDER BY row DESC LIMIT {COMMON}))
FROM json_each(?) WHERE EXISTS (SELECT 1 FROM sketch WHERE number = value)"""  # noqa: S608
"""The newest articles that have a number, for the few numbers that any has."""

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
        holding = self._note(articles)
        likest: dict[int, list[tuple[int, int]]] = {}
        for row, article in articles.items():
            if holding.keys().isdisjoint(article.sketch):
                continue
            shared = Counter(chain.from_iterable(holding.get(number, ()) for number in article.sketch))
            several = [(many, other) for other, many in shared.items() if many > 1 and other != row]
            # Two of one batch are compared once, by the later of them.
            if alike := [each for each in several if each[1] < row or each[1] not in articles]:
                likest[row] = sorted(alike, reverse=True)[:LOOKED_AT]
        others = json.dumps(sorted({other for alike in likest.values() for _, other in alike}))
        times = dict(self._connection.execute(_TIMES, (UNDATED, others)))
        for row, alike in likest.items():
            time = articles[row].summary.dated_time
            if compared := [other for many, other in alike if are_worth_comparing(many, time, times[other])]:
                self._join(row, articles[row], compared)

    def _note(self, articles: Mapping[int, Article]) -> dict[int, Sequence[int]]:
        """Write the sketches of articles; return, for the few numbers that several articles have, the newest of them.

        What is stored is looked up first: most numbers of a batch are in no article yet.
        """
        fresh: dict[int, list[int]] = {}
        for row, article in articles.items():
            for number in article.sketch:
                fresh.setdefault(number, []).append(row)
        stored = {
            number: [*map(int, rows.split())]
            for number, rows in self._connection.execute(_HOLDING, (json.dumps(sorted(fresh)),))
        }
        self._connection.executemany(
            "INSERT OR IGNORE INTO sketch VALUES (?, ?)",
            [(number, row) for number in sorted(fresh) for row in sorted(fresh[number])],
        )
        return {
            number: sorted({*rows, *stored.get(number, ())})[-COMMON:]
            for number, rows in fresh.items()
            if len(rows) > 1 or number in stored
        }

    def _join(self, row: int, article: Article, alike: Sequence[int]) -> None:
        editions = [
            (other, story)
            for other, story, body in self._connection.execute(
                f"SELECT row, story, body FROM article JOIN payload USING (row) WHERE {_ROWS}",  # noqa: S608
                (json.dumps(alike),),
            )
            if are_editions(article, self._decoder.decode(body))
        ]
        if editions:
            self._unite([row, *(other for other, _ in editions)], [story for _, story in editions if story])

    def link(self, groups: Iterable[Collection[int]]) -> None:
        """Make each group of rows one story, with the stories that they are of."""
        for rows in groups:
            found = self._connection.execute(f"SELECT story FROM article WHERE story <> 0 AND {_ROWS}", (_json(rows),))  # noqa: S608
            self._unite(rows, [story for (story,) in found])

    def _unite(self, rows: Collection[int], joined: Sequence[int]) -> None:
        self._connection.execute(
            f"UPDATE article SET story = ? WHERE {_ROWS} OR (story <> 0 AND story IN (SELECT value FROM json_each(?)))",  # noqa: S608
            (min([*joined, *rows]), _json(rows), _json(joined)),
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


def _json(rows: Iterable[int]) -> str:
    return json.dumps(list(rows))
