"""What of a file's records is not read: that most have no text, and which of their fields may be it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from docs_store.model import BlockKind
from docs_store.reading.columns import ASK_FOR_MAP, listed
from docs_store.reading.fields import Record, parts_in
from docs_store.reading.raw import RawDocument

_SHORTEST_TEXT: Final = 60
"""Code points on average, from which a field of unknown name may be the text."""
_MOST_FIELDS: Final = 1_000
"""Names of fields that are gathered."""
_MOST_NAMED: Final = 5


class LeftAside:
    """Looks at one record after another."""

    def __init__(self) -> None:
        self._records = 0
        self._textless = 0
        self._is_known: dict[str, bool] = {}
        self._lengths: Counter[str] = Counter()
        """How long the texts in fields of unknown names are together, of records without a text."""

    def take(self, record: Record, made: RawDocument) -> None:
        """Look at a record, and what was made of it."""
        self._records += 1
        if any(block.kind not in (BlockKind.STANDFIRST, BlockKind.CAPTION) for block in made.blocks):
            return
        self._textless += 1
        for name, value in _strings(record):
            if name not in self._is_known and len(self._is_known) < _MOST_FIELDS:
                self._is_known[name] = bool(parts_in([name]))
            if not self._is_known.get(name, True):
                self._lengths[name] += len(value)

    def hint(self) -> str:
        """Return what to say where most records have no text and fields that may be it are not read, else ""."""
        if self._textless * 2 <= self._records:
            return ""
        long = [name for name, length in self._lengths.most_common() if length >= _SHORTEST_TEXT * self._textless]
        if not long:
            return ""
        told = f"no text in {self._textless:,} of {self._records:,} records, and fields that were not read"
        return f"{told}: {listed(long, _MOST_NAMED)}; {ASK_FOR_MAP} text={long[0]}"


def _strings(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the names of the fields that are texts, those of a record within as a mapping names them."""
    for name, value in record.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{inner}", held) for inner, held in value.items() if isinstance(held, str))
