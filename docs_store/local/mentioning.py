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
from docs_store.entities.written import written_forms
from docs_store.model import EntityKind
from docs_store.text import fold

_CACHE: Final = 200_000
"""Entities whose numbers are kept in memory: some 30 MB, and nearly every name of a batch of news."""


_KNOWN: Final = """
SELECT entity.folded, entity.kind, entity.number FROM json_each(?) AS asked
JOIN entity ON entity.folded = json_extract(asked.value, '$[0]') AND entity.kind = json_extract(asked.value, '$[1]')"""


def _counted(written: Iterable[tuple[int, Iterable[str]]]) -> list[tuple[str, int, int]]:
    """Return each form with an entity and how often it is given for it."""
    counts = Counter((form, entity) for entity, forms in written for form in forms)
    return sorted((*key, many) for key, many in counts.items())


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
        counted = {
            row: Counter((mention.name, mention.kind) for mention in corrected.article.mentions)
            for row, corrected in stored.items()
        }
        numbers = self._numbered({each: (fold(each[0]), each[1]) for counts in counted.values() for each in counts})
        mentions: dict[int, Counter[int]] = {}
        for row, counts in counted.items():
            merged = mentions[row] = Counter()
            for each, count in counts.items():
                merged[numbers[each]] += count
        articles = Counter(entity for merged in mentions.values() for entity in merged)
        forms = {
            (self._numbers[key], row): sorted(written)
            for row, corrected in stored.items()
            for key, written in written_forms(corrected.article).items()
        }
        rows = sorted((entity, row, count) for row, merged in mentions.items() for entity, count in merged.items())
        self._connection.executemany(
            "INSERT INTO mention (entity, row, count, written) VALUES (?, ?, ?, ?)",
            [(*each, json.dumps(forms[each[:2]]) if each[:2] in forms else None) for each in rows],
        )
        self._connection.executemany(
            "INSERT INTO written (folded, entity, articles) VALUES (?, ?, ?)"
            " ON CONFLICT (folded, entity) DO UPDATE SET articles = articles + excluded.articles",
            _counted((entity, written) for (entity, _), written in forms.items()),
        )
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
        named = self._connection.execute(
            "SELECT entity, written FROM mention WHERE row IN (SELECT value FROM json_each(?))", (wanted,)
        ).fetchall()
        before = Counter(entity for entity, _ in named)
        if not before:
            return
        written = ((entity, json.loads(forms)) for entity, forms in named if forms is not None)
        self._connection.executemany(
            "UPDATE written SET articles = articles - ?3 WHERE folded = ?1 AND entity = ?2", _counted(written)
        )
        self._connection.execute("DELETE FROM mention WHERE row IN (SELECT value FROM json_each(?))", (wanted,))
        self._connection.executemany(
            "UPDATE entity SET articles = articles - ? WHERE number = ?",
            [(many, entity) for entity, many in before.items()],
        )

    def _numbered(self, keys: Mapping[Key, Key]) -> dict[Key, int]:
        """Return the numbers of entities, by name and kind; `keys` has their folded ones. New ones are stored."""
        if len(self._numbers) + len(keys) > _CACHE:
            self._numbers.clear()
        unknown: dict[Key, str] = {}
        for (name, _), key in keys.items():
            if key not in self._numbers:
                unknown.setdefault(key, name)
        known = self._connection.execute(_KNOWN, (json.dumps(list(unknown)),))
        self._numbers |= {(folded, kind): int(number) for folded, kind, number in known}
        last = int(self._connection.execute("SELECT coalesce(max(number), 0) FROM entity").fetchone()[0])
        new = (key for key in unknown if key not in self._numbers)
        numbers = {key: number for number, key in enumerate(new, last + 1)}
        self._connection.executemany(
            "INSERT INTO entity (number, folded, kind, name) VALUES (?, ?, ?, ?)",
            [(number, *key, unknown[key]) for key, number in numbers.items()],
        )
        self._connection.executemany(
            "INSERT INTO entity_name (rowid, folded) VALUES (?, ?)",
            [(number, folded) for (folded, _), number in numbers.items()],
        )
        self._connection.executemany(
            "INSERT INTO alike (key, entity) VALUES (?, ?)",
            sorted(
                (shared, number)
                for key, number in numbers.items()
                for shared in spelling_keys(unknown[key], EntityKind(key[1]))
            ),
        )
        self._numbers |= numbers
        return {each: self._numbers[key] for each, key in keys.items()}

    def rename(self, names: Mapping[Key, str]) -> None:
        """Spell entities otherwise, by folded name and kind."""
        self._connection.executemany(
            "UPDATE entity SET name = ? WHERE folded = ? AND kind = ?",
            [(name, *key) for key, name in names.items()],
        )
