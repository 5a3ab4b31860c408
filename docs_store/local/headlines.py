"""The finder: all headlines in memory, scanned by frizbee."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Collection, Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from frizbee import Haystacks, Matcher, Pattern, Scoring

from docs_store.errors import StoreError
from docs_store.interrupts import Interrupts
from docs_store.local import snapshot
from docs_store.local.records import Records
from docs_store.matching import Asked
from docs_store.passages import typos_allowed
from docs_store.text import fold

CANDIDATES: Final = 400
"""How many of the scan's best are looked at closely: about 4 ms of work."""

_GONE: Final = -1
"""In place of a row: its headline was removed or has changed."""

_WORD_LIMIT: Final = 64
"""Letters of a word that are scanned for; longer ones are no words, and scores would overflow."""

_THREADS: Final = 2

_WORTH: Final = 10_000
"""Headlines that were changed since the snapshot from which on a new one is worth its writing: 100 ms of loading."""

_LATE: Final = 20
"""A snapshot is written anew where more than one in so many headlines came after it."""

_WASTE: Final = 4
"""Everything is loaded anew where more than one in this many headlines is gone."""


class Scan(NamedTuple):
    """What a scan found."""

    rows: tuple[int, ...]
    """The most promising rows, best first; those that hold every word as typed come before those that only might."""
    literal: int
    """How many headlines hold every word as typed."""
    possible: int
    """How many might match."""
    forgiving: bool
    """Whether any word forgives a typo; where none does, `literal` is all that matches."""


class _Matched(NamedTuple):
    rows: tuple[int, ...]
    total: int


class Headlines:
    """The headlines of all articles, loaded at the first scan. Any thread may call."""

    def __init__(self, folder: Path, records: Records, interrupts: Interrupts) -> None:
        self._folder = folder
        self._records = records
        self._interrupts = interrupts
        self._lock = threading.Lock()
        self._haystacks = Haystacks()
        self._rows = array("q")
        self._highest = 0  # row held
        self._gone = 0
        self._change: int | None = None

    def scan(self, asked: Asked, candidates: int, *, short: bool) -> Scan:
        """Return what matches `asked`, with typos by the length of each word.

        `short` lets the letters of short words stand apart too, which brings up much that is not meant.
        """
        needles = [word[:_WORD_LIMIT] for word in asked.words]
        with self._lock:
            self._catch_up()
            literal = self._match([Pattern(needle, matching="substring") for needle in needles], candidates)
            self._interrupts.check()
            forgiving = literal
            forgives = short or any(map(typos_allowed, needles))
            # Where more hold the words as typed than are looked at, what only might match has no chance.
            if literal.total < candidates and forgives:
                forgiving = self._match([_forgiving(needle, short) for needle in needles], candidates)
                self._interrupts.check()
        return Scan(tuple(dict.fromkeys((*literal.rows, *forgiving.rows))), literal.total, forgiving.total, forgives)

    def _match(self, patterns: list[Pattern], candidates: int) -> _Matched:
        matcher = Matcher.from_patterns(
            patterns,
            casing="respect",
            unicode="always",
            sort="score_then_index_desc",  # loaded oldest first, so the newest of equals come first
            scoring=Scoring(prefix_bonus=0, capitalization_bonus=0, matching_case_bonus=0),
        )
        matches = matcher.match_list_parallel(self._haystacks, _THREADS)
        live = (row for match in matches if (row := self._rows[match.index]) != _GONE)
        rows = tuple(islice(live, candidates))
        return _Matched(rows, len(rows) + sum(1 for _ in live) if self._gone else len(matches))

    def _catch_up(self) -> None:
        """Take in what was stored, changed and removed since the last scan."""
        now = self._records.clock().change
        if now == self._change:
            return
        if self._change is None or self._gone * _WASTE > len(self._rows):
            self._load(now)
        if self._change != now:
            changed = list(self._records.titles_since(self._change or 0))
            gone = {row for chunk in changed for row, _ in chunk if row <= self._highest}
            self._drop(gone | set(self._records.removed_since(self._change or 0)))
            self._extend(changed)
        self._change = now

    def _load(self, now: int) -> None:
        """Load all headlines anew: from the snapshot where there is one, up to its change; else from the records."""
        self._haystacks, self._rows, self._gone = Haystacks(), array("q"), 0
        self._change = None
        stored = snapshot.read(self._folder)
        if stored is None or stored.change > now:
            self._extend(self._records.titles_since(0))
            self._change = now
            return
        for piece in stored.pieces():
            self._interrupts.check()
            self._haystacks.extend(piece)
        self._rows = stored.rows
        self._highest = max(stored.rows, default=0)
        self._change = stored.change

    def save(self) -> None:
        """Write the snapshot where it is missing or far behind, and there is much to load."""
        with suppress(StoreError):  # of damaged records nothing is written: check() tells
            self._save()

    def _save(self) -> None:
        behind = snapshot.change_of(self._folder)
        late = self._records.changed_since(behind or 0)
        if late < _WORTH or (behind is not None and late * _LATE < self._records.count()):
            return
        with self._lock:
            rows, pieces = array("q"), []
            change = self._records.clock().change
            for chunk in self._records.titles_since(0):
                rows.extend(row for row, _ in chunk)
                pieces.append([fold(title).replace("\n", " ") for _, title in chunk])
            snapshot.write(self._folder, change, rows, pieces)

    def _extend(self, chunks: Iterable[list[tuple[int, str]]]) -> None:
        for chunk in chunks:
            self._interrupts.check()
            self._haystacks.extend([fold(title) for _, title in chunk])
            self._rows.extend(row for row, _ in chunk)
            self._highest = max(self._highest, max((row for row, _ in chunk), default=0))

    def _drop(self, rows: Collection[int]) -> None:
        if not rows:
            return
        for at, row in enumerate(self._rows):
            if row in rows:
                self._rows[at] = _GONE
                self._gone += 1


def _forgiving(needle: str, short: bool) -> Pattern:
    """Return how to look for a word. The letters of a short one, far apart, are in every other headline."""
    typos = typos_allowed(needle)
    return Pattern(needle, max_typos=typos) if typos or short else Pattern(needle, matching="substring")
