"""Stories: the editions of one article, found by their sketches when they are stored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

import msgspec

from docs_store.editions import COMMON, LOOKED_AT, SHARED, SKETCH, are_editions
from docs_store.model import Article

_ALIKE: Final = f"""
SELECT row FROM ({
    " UNION ALL ".join(
        f"SELECT row FROM (SELECT row FROM sketch WHERE number = ? ORDER BY row DESC LIMIT {COMMON})"
        for _ in range(SKETCH)
    )
}) GROUP BY row HAVING count(*) >= {SHARED} ORDER BY count(*) DESC, row DESC LIMIT {LOOKED_AT}"""  # noqa: S608

_ROWS: Final = "row IN (SELECT value FROM json_each(?))"


class Stories:
    """Which articles are editions of one, kept in the writer's transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._decoder = msgspec.json.Decoder(Article)

    def join(self, row: int, article: Article) -> None:
        """Note the sketch of an article just written, and make it one story with the editions that are stored."""
        if not article.sketch:
            return
        padded = (*article.sketch, *(-1,) * (SKETCH - len(article.sketch)))
        alike = [other for (other,) in self._connection.execute(_ALIKE, padded) if other != row]
        self._connection.executemany(
            "INSERT OR IGNORE INTO sketch VALUES (?, ?)", [(number, row) for number in article.sketch]
        )
        if not alike:
            return
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
        wanted = (json.dumps(list(rows)),)
        bodies = self._connection.execute(f"SELECT row, body FROM payload WHERE {_ROWS}", wanted).fetchall()  # noqa: S608
        self._connection.executemany(
            "DELETE FROM sketch WHERE number = ? AND row = ?",
            [(number, row) for row, body in bodies for number in self._decoder.decode(body).sketch],
        )
        self._connection.execute(f"UPDATE article SET story = 0 WHERE {_ROWS}", wanted)  # noqa: S608
