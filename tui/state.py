"""What the program remembers between two runs: the last archive, the theme chosen live, where articles were left."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

import msgspec

from tui.history import Visit
from tui.searches import KeptSearches, earlier_merged
from tui.typeset import START, Position

_T = TypeVar("_T")

_KEPT: Final = 1_000
"""Reading positions kept, most recent last."""


_KEPT_VISITS: Final = 50
"""Visits kept of an archive: `H` leads back through them after a restart."""

KeptVisit: TypeAlias = tuple[str, int, int, str]
"""An article's id, the passage and the offset where it was left, and the query that led to it."""


class State(msgspec.Struct, frozen=True):
    """As written to the state file. Every field may be missing."""

    last_archive: str = ""
    last_documents: str = ""
    """What was named, where that was no archive: the documents for which the last archive is kept."""
    theme: str = ""
    measure: int = 0
    tab: str = ""
    """The tab of the side panel."""
    panel_hidden: bool = False
    positions: dict[str, tuple[int, int]] = {}
    kinds_off: tuple[str, ...] = ()
    """Kinds of names that are neither marked nor listed."""
    searches: dict[str, KeptSearches] = {}
    """By the archive's folder."""
    read: dict[str, tuple[KeptVisit, ...]] = {}
    """What was read last, the last one last; by the archive's folder."""


def load_state(path: Path) -> State:
    """Return the state kept at `path`; an unreadable or damaged file is no state, not an error."""
    try:
        return read_state(path) or State()
    except (OSError, ValueError):
        return State()


def read_state(path: Path) -> State | None:
    """Return the state kept at `path`, None where there is none. Raises `OSError`, `ValueError` where it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except FileNotFoundError:
        return None


def save_state(path: Path, state: State) -> None:
    """Write `state`, whole or not at all, and not before it is on the disk. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    try:
        with temporary.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(state)))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be read, so that nothing is written over it; return where it is. Raises `OSError`."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged{f'-{number}' if number > 1 else ''}")).exists():
        number += 1
    return path.rename(aside)


def merged(base: State, mine: State, theirs: State) -> State:
    """Return `theirs` with what has changed from `base` to `mine`: what others have written stays, item by item."""
    if theirs == base:
        return mine
    searches = {
        archive: _searches_merged(*(each.searches.get(archive, KeptSearches()) for each in (base, mine, theirs)))
        for archive in dict.fromkeys((*theirs.searches, *mine.searches))
    }
    positions = _items_merged(base.positions, mine.positions, theirs.positions, changed_last=True)
    archive, documents = _one_merged(*((each.last_archive, each.last_documents) for each in (base, mine, theirs)))
    return State(
        last_archive=archive,
        last_documents=documents,
        theme=_one_merged(base.theme, mine.theme, theirs.theme),
        measure=_one_merged(base.measure, mine.measure, theirs.measure),
        tab=_one_merged(base.tab, mine.tab, theirs.tab),
        panel_hidden=_one_merged(base.panel_hidden, mine.panel_hidden, theirs.panel_hidden),
        positions=dict(list(positions.items())[-_KEPT:]),
        kinds_off=members_merged(base.kinds_off, mine.kinds_off, theirs.kinds_off),
        searches=searches,
        read=_items_merged(base.read, mine.read, theirs.read),
    )


def members_merged(base: Iterable[str], mine: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return `theirs` with those that came from `base` to `mine`, and without those that went."""
    before, now = frozenset(base), frozenset(mine)
    every = dict.fromkeys((*theirs, *(each for each in mine if each not in before)))
    return tuple(each for each in every if each in now or each not in before)


def _searches_merged(base: KeptSearches, mine: KeptSearches, theirs: KeptSearches) -> KeptSearches:
    return KeptSearches(
        earlier=earlier_merged(base.earlier, mine.earlier, theirs.earlier),
        saved=_items_merged(base.saved, mine.saved, theirs.saved),
        last=_one_merged(base.last, mine.last, theirs.last),
        seen=_items_merged(base.seen, mine.seen, theirs.seen),
    )


def _one_merged(base: _T, mine: _T, theirs: _T) -> _T:
    return theirs if mine == base else mine


def _items_merged(
    base: Mapping[str, _T], mine: Mapping[str, _T], theirs: Mapping[str, _T], *, changed_last: bool = False
) -> dict[str, _T]:
    changed = {key: value for key, value in mine.items() if key not in base or base[key] != value}
    gone = base.keys() - mine.keys() | (changed.keys() if changed_last else frozenset())
    return {key: value for key, value in theirs.items() if key not in gone} | changed


class ReadingPositions:
    """Where articles were left, most recent last."""

    def __init__(self, kept: Mapping[str, tuple[int, int]]) -> None:
        self._kept: OrderedDict[str, Position] = OrderedDict()
        self.take(kept)

    def take(self, kept: Mapping[str, tuple[int, int]]) -> None:
        """Take what the state file has in place of what there was."""
        self._kept = OrderedDict((article_id, Position(*place)) for article_id, place in kept.items())

    def get(self, article_id: str) -> Position:
        """Return where the article was left; its beginning where it is new."""
        return self._kept.get(article_id, START)

    def put(self, article_id: str, position: Position) -> None:
        """Remember a place; the beginning is not worth remembering."""
        self._kept.pop(article_id, None)
        if position > START:
            self._kept[article_id] = position
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def as_kept(self) -> dict[str, tuple[int, int]]:
        """Return them as the state file keeps them."""
        return {article_id: (place.passage, place.offset) for article_id, place in self._kept.items()}


class PastVisits:
    """What was read last, as far as it can be gone back to after a restart."""

    def __init__(self, kept: tuple[KeptVisit, ...]) -> None:
        self._put: tuple[Visit, ...] = ()
        self.take(kept)

    def take(self, kept: tuple[KeptVisit, ...]) -> None:
        """Take what the state file has in place of what there was."""
        self._kept = kept

    @property
    def visits(self) -> tuple[Visit, ...]:
        """What was read, the last one last."""
        return tuple(Visit(each, Position(passage, offset), query) for each, passage, offset, query in self._kept)

    def put(self, visits: tuple[Visit, ...]) -> None:
        """Remember what was read. The same once more is nothing new: another program may have read on meanwhile."""
        if visits != self._put:
            self._put = visits
            self._kept = tuple((visit.article_id, *visit.position, visit.query) for visit in visits[-_KEPT_VISITS:])

    def as_kept(self) -> tuple[KeptVisit, ...]:
        """Return them as the state file keeps them."""
        return self._kept
