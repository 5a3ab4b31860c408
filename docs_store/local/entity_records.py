"""Reading which entities the articles name, and which corrections that shows."""
# ruff: noqa: S608 - only constants and column names of our own are put into statements

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from docs_store.corrections.rules import Corrections, Key
from docs_store.local.rows import Rows
from docs_store.model import EntityCount, EntityKind
from docs_store.text import fold, one_line


class EntityRecords(Rows):
    """The entities in the records, each known by a number."""

    def entities_with(
        self, typed: str, kind: EntityKind | None, limit: int, *, whole: bool
    ) -> list[tuple[int, EntityCount]]:
        """Return the entities, by number, whose name has all the words typed, most frequent first.

        Unless they are `whole` words, the last may be unfinished.
        """
        words = [word for word in fold(typed).replace('"', " ").split() if any(map(str.isalnum, word))]
        if not words:
            return []
        of_kind, kinds = ("AND kind = ?", [str(kind)]) if kind else ("", [])
        found = self.rows(
            "SELECT number, name, kind, articles FROM entity"
            " WHERE number IN (SELECT rowid FROM entity_name WHERE entity_name MATCH ?)"
            f" {of_kind} AND articles > 0 ORDER BY articles DESC, folded, kind LIMIT ?",
            (" ".join(f'"{word}"' for word in words) + ("" if whole else "*"), *kinds, limit),
        )
        return [(row[0], EntityCount(one_line(row[1]), EntityKind(row[2]), row[3])) for row in found]

    def mentions_of(self, rows: Iterable[int]) -> dict[int, dict[int, int]]:
        """Return, for each row, how often it names each entity (by number)."""
        found: dict[int, dict[int, int]] = {}
        for row, entity, count in self.for_rows("SELECT row, entity, count FROM mention", rows):
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
