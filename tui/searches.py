"""What was searched for in an archive: earlier queries, and saved ones with what is new. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

_KEPT: Final = 200
"""Earlier queries kept, most recent first."""


class KeptSearches(msgspec.Struct, frozen=True):
    """As written to the state file, for one archive."""

    earlier: tuple[str, ...] = ()
    saved: dict[str, int] = {}
    """Each saved query, and how many articles it found when it was last looked at."""
    last: str = ""
    """What stood in the box at the end."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A saved query, and what it finds."""

    query: str
    articles: int
    new: int
    """How many more than when it was last looked at."""


class Searches:
    """The searches of one archive."""

    def __init__(self, kept: KeptSearches) -> None:
        self.take(kept)

    def take(self, kept: KeptSearches) -> None:
        """Take what the state file has in place of what there was."""
        self._earlier = list(kept.earlier)
        self._saved = dict(kept.saved)
        self.last = kept.last

    def record(self, query: str) -> None:
        """Remember a query that led somewhere."""
        query = query.strip()
        if query:
            self._earlier = [query, *(earlier for earlier in self._earlier if earlier != query)][:_KEPT]

    def toggle(self, query: str, articles: int) -> bool:
        """Save a query, or drop it where it is saved; return whether it is saved now."""
        if query in self._saved:
            del self._saved[query]
            return False
        self._saved[query] = articles
        return True

    def looked(self, query: str, articles: int) -> None:
        """Note that what a saved query finds has been seen."""
        if query in self._saved:
            self._saved[query] = articles

    @property
    def saved(self) -> tuple[str, ...]:
        """Saved queries, the first saved first."""
        return tuple(self._saved)

    def news(self, counts: Iterable[tuple[str, int]]) -> tuple[SavedSearch, ...]:
        """Return the saved queries, given how many articles each finds now."""
        return tuple(
            SavedSearch(query, articles, max(0, articles - self._saved[query]))
            for query, articles in counts
            if query in self._saved
        )

    def earlier(self, typed: str) -> tuple[str, ...]:
        """Return earlier queries that hold what is typed, case ignored, most recent first."""
        sought = typed.casefold().strip()
        return tuple(query for query in self._earlier if sought in query.casefold())

    def as_kept(self) -> KeptSearches:
        """Return them as the state file keeps them."""
        return KeptSearches(tuple(self._earlier), dict(self._saved), self.last)


def earlier_merged(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return `theirs` behind what was recorded from `base` to `mine`, most recent first, each once."""
    behind, new = len(base), len(mine)
    while new and mine[new - 1] in base[:behind]:  # what was recorded stands before what was there, in its old order
        new -= 1
        behind = base.index(mine[new])
    recorded = tuple(mine[:new])
    return (*recorded, *(query for query in theirs if query not in recorded))[:_KEPT]
