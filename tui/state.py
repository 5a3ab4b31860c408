"""What the program remembers between two runs: the last archive, the theme chosen live, where articles were left."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from tui.searches import KeptSearches
from tui.typeset import START, Position

_KEPT: Final = 1_000
"""Reading positions kept, most recent last."""


class State(msgspec.Struct, frozen=True):
    """As written to the state file. Every field may be missing."""

    last_archive: str = ""
    theme: str = ""
    measure: int = 0
    positions: dict[str, tuple[int, int]] = {}
    kinds_off: tuple[str, ...] = ()
    """Kinds of names that are neither marked nor listed."""
    searches: dict[str, KeptSearches] = {}
    """By the archive's folder."""


def load_state(path: Path) -> State:
    """Return the state kept at `path`; an unreadable or damaged file is no state, not an error."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return State()


def save_state(path: Path, state: State) -> None:
    """Write `state`, whole or not at all. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    try:
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(state)))
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


class ReadingPositions:
    """Where articles were left, most recent last."""

    def __init__(self, kept: dict[str, tuple[int, int]]) -> None:
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
