"""Writing which entities articles name: how often each, how many articles, and by what it is told to be another's name.

It is done within the transaction of who writes the articles.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from docs_store.corrections.rules import Corrected, Key
from docs_store.entities.spellings import keys as spelling_keys
from docs_store.model import EntityKind
from docs_store.text import fold

_CACHE: Final = 200_000
"""Entities whose numbers are kept in memory: some 30 MB, and nearly every name of a batch of news."""


class Mentions:
    """The mentions in the records, as their one writer sees them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[Key, int] = {}
        """By folded name and kind, which make two mentions one entity."""

    def undone(self) -> None:
        """Forget the numbers that are known: some were given in a transaction that was rolled back."""
        self._numbers.clear()

    def note(self, stored: Mapping[int, Corrected]) -> dict[int, Counter[int]]:
        """Note which entities the articles name, in place of what they named before; return them, by row."""
        self.forget(stored)
        mentions: dict[int, Counter[int]] = {}
        for row, corrected in stored.items():
            counts = Counter((mention.name, mention.kind) for mention in corrected.article.mentions)
            merged = mentions[row] = Counter()
            for (name, kind), count in counts.items():
                merged[self._number(name, kind)] += count
        articles = Counter(entity for merged in mentions.values() for entity in merged)
        rows = sorted((entity, row, count) for row, merged in mentions.items() for entity, count in merged.items())
        self._connection.executemany("INSERT INTO mention (entity, row, count) VALUES (?, ?, ?)", rows)
        self._connection.executemany(
            "UPDATE entity SET articles = articles + ? WHERE number = ?",
            [(many, entity) for entity, many in articles.items()],
        )
        self._connection.executemany(
            "INSERT INTO corrected (name, kind, row) VALUES (?, ?, ?)",
            sorted((*key, row) for row, corrected in stored.items() for key in corrected.keys),
        )
        return mentions

    def forget(self, rows: Iterable[int]) -> None:
        """Drop what is noted of these rows."""
        wanted = json.dumps(list(rows))
        self._connection.execute("DELETE FROM corrected WHERE row IN (SELECT value FROM json_each(?))", (wanted,))
        before = Counter(
            entity
            for (entity,) in self._connection.execute(
                "SELECT entity FROM mention WHERE row IN (SELECT value FROM json_each(?))", (wanted,)
            )
        )
        if not before:
            return
        self._connection.execute("DELETE FROM mention WHERE row IN (SELECT value FROM json_each(?))", (wanted,))
        self._connection.executemany(
            "UPDATE entity SET articles = articles - ? WHERE number = ?",
            [(many, entity) for entity, many in before.items()],
        )

    def _number(self, name: str, kind: str) -> int:
        key = (fold(name), kind)
        number = self._numbers.get(key)
        if number is None:
            inserted = self._connection.execute(
                "INSERT INTO entity (folded, kind, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING number",
                (*key, name),
            ).fetchone()
            if inserted is not None:
                number = int(inserted[0])
                self._connection.execute("INSERT INTO entity_name (rowid, folded) VALUES (?, ?)", (number, key[0]))
                self._connection.executemany(
                    "INSERT INTO alike (key, entity) VALUES (?, ?)",
                    [(shared, number) for shared in spelling_keys(name, EntityKind(kind))],
                )
            else:
                known = "SELECT number FROM entity WHERE folded = ? AND kind = ?"
                number = int(self._connection.execute(known, key).fetchone()[0])
            if len(self._numbers) >= _CACHE:
                self._numbers.clear()
            self._numbers[key] = number
        return number

    def rename(self, names: Mapping[Key, str]) -> None:
        """Spell entities otherwise, by folded name and kind."""
        self._connection.executemany(
            "UPDATE entity SET name = ? WHERE folded = ? AND kind = ?",
            [(name, *key) for key, name in names.items()],
        )
