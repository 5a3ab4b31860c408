"""Completing a query while it is typed: the names of fields, and the values that the archive has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from docs_store.answers import Completion
from docs_store.model import EntityKind
from docs_store.query.model import FIELD_NAMES, FLAGS, Field
from docs_store.query.parsing import parts
from docs_store.text import fold

ENTITY_KINDS: Final = {
    Field.ENTITY: None,
    Field.PERSON: EntityKind.PERSON,
    Field.PLACE: EntityKind.PLACE,
    Field.ORG: EntityKind.ORGANISATION,
}
"""Fields that name entities, and of which kind."""

_PEOPLE: Final = frozenset({Field.PERSON, Field.ENTITY, Field.AUTHOR})

_FEWEST: Final = 2
"""Letters from which on a field's name is offered: one letter begins too many words."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The last part of a query: a field and what is typed of its value, or the beginning of a field's name."""

    before: str
    """The query up to it."""
    field: Field | None
    """None where no field with values of the archive's stands there."""
    value: str

    def names(self) -> tuple[Completion, ...]:
        """Return the names of fields, or the values of a field of flags, that begin so."""
        name, colon, value = self.value.partition(":")
        if colon and name in FLAGS:
            flags = [str(flag) for flag in FLAGS[name] if flag.startswith(value.lower())]
            return tuple(Completion(f"{self.before}{name}:{flag}", flag, None) for flag in flags)
        if colon or len(name) < _FEWEST:
            return ()
        names = [field for field in FIELD_NAMES if field.startswith(name.lower())]
        return tuple(Completion(f"{self.before}{field}:", f"{field}:", None) for field in names)

    def completions(
        self, values: Iterable[tuple[str, int]], limit: int, called: Iterable[tuple[str, int]] = ()
    ) -> tuple[Completion, ...]:
        """Return the query completed with each of `values`: first what is `called` as typed, then what begins so.

        People begin with their family names too.
        """
        typed, by_last = fold(self.value), self.field in _PEOPLE

        def begins(value: str) -> bool:
            folded = fold(value)
            return folded.startswith(typed) or (by_last and folded.rpartition(" ")[2].startswith(typed))

        ranked = sorted(values, key=lambda pair: (not begins(pair[0]), -pair[1], pair[0]))
        first = dict.fromkeys((*called, *ranked))
        return tuple(
            Completion(f"{self.before}{self.field}:{_quoted(value)}", value, count)
            for value, count in list(first)[:limit]
        )


def unfinished(text: str) -> Unfinished:
    """Return the last part of the query `text`, as far as it can be completed."""
    last = next((part for part in parts(text) if part.end() == len(text)), None)
    if last is None or (last["field"] is None and last["quoted"] is not None):
        return Unfinished(text, None, "")
    before = text[: last.end("not")]
    field = (last["field"] or "").lower()
    if field in set(Field) - {Field.TITLE, Field.TEXT, Field.CAPTION}:
        return Unfinished(before, Field(field), last["quoted"] or last["plain"] or "")
    return Unfinished(before, None, text[len(before) :])


def _quoted(value: str) -> str:
    """Return `value` as a query writes it: quoted, so that it means just this one."""
    return '"' + value.replace('"', "") + '"'
