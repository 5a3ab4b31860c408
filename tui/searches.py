"""What was searched for in an archive: earlier queries, and saved ones with what is new. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec import Struct

_KEPT: Final = 200
"""Earlier queries kept, most recent first."""


class KeptSearches(msgspec.Struct, frozen=True):
    """As written to the state file, for one archive."""

    earlier: tuple[str, ...] = ()
    saved: dict[str, int] = {}
    """Each saved query, and how many articles it found when it was last looked at."""
    last: str = ""
    """What stood in the box at the end."""
    seen: dict[str, int] = {}
    """When each saved query was last looked at: `Store.moment`."""


class SavedSearch(Struct, frozen=True):
    """A saved query, and what it finds."""

    query: str
    articles: int
    new: int
    """How many with all its words have come since it was last looked at."""


class Searches:
    """The searches of one archive."""

    def __init__(self, kept: KeptSearches) -> None:
        self._typed = kept.last
        self._longest = ""
        self._in_vain = ""
        self.take(kept)

    def take(self, kept: KeptSearches) -> None:
        """Take what the state file has in place of what there was."""
        self._earlier = list(kept.earlier)
        self._saved = dict(kept.saved)
        self._seen = dict(kept.seen)
        self.last = kept.last

    def type(self, text: str) -> None:
        """Note what stands in the box now. What stood there and found something is recorded where it is gone.

        Letters that come and go one by one are the same query; of it, the longest is recorded.
        """
        before, self.last, self._typed = self._typed, text, text
        is_replaced = not text.startswith(before) and not _differ_by_one(before, text)
        if text and not is_replaced:
            return
        self.record(self._longest)
        if is_replaced and before != self._in_vain:
            self.record(before)
        self._longest = ""

    def answered(self, text: str, articles: int) -> None:
        """Note how many articles what stands in the box found."""
        if not articles:
            self._in_vain = text
        elif text == self._typed and len(text) >= len(self._longest):
            if not _goes_on(self._longest, text):
                self.record(self._longest)
            self._longest = text

    def record(self, query: str) -> None:
        """Remember a query that led somewhere."""
        query = query.strip()
        if query:
            self._earlier = [query, *(earlier for earlier in self._earlier if earlier != query)][:_KEPT]

    def toggle(self, query: str, articles: int, moment: int) -> bool:
        """Save a query, or drop it where it is saved, to the earlier ones; return whether it is saved now."""
        if query in self._saved:
            del self._saved[query]
            self._seen.pop(query, None)
            self.record(query)
            return False
        self._saved[query] = articles
        self._seen[query] = moment
        return True

    def looked(self, query: str, articles: int, moment: int) -> None:
        """Note that what a saved query finds has been seen, as it was at `moment`."""
        if query in self._saved:
            self._saved[query] = articles
            self._seen[query] = moment

    def seen(self, query: str, moment: int) -> int:
        """Return when a query was last looked at; `moment`, that is now, where nobody knows: nothing is new then.

        So it is in an archive that was made anew, whose moments begin again.
        """
        return min(self._seen.get(query, moment), moment)

    def is_saved(self, query: str) -> bool:
        """Whether a query is saved."""
        return query in self._saved

    @property
    def saved(self) -> tuple[str, ...]:
        """Saved queries, the first saved first."""
        return tuple(self._saved)

    def saved_like(self, typed: str) -> tuple[str, ...]:
        """Return all saved queries, those first that hold what is typed, case ignored."""
        sought = typed.casefold().strip()
        return tuple(sorted(self._saved, key=lambda query: sought not in query.casefold()))

    def news(self, counts: Iterable[tuple[str, int, int]]) -> tuple[SavedSearch, ...]:
        """Return the saved queries, given how many articles each finds now, and how many of them are new."""
        return tuple(SavedSearch(*each) for each in counts if each[0] in self._saved)

    def earlier(self, typed: str) -> tuple[str, ...]:
        """Return earlier queries that hold what is typed, case ignored, most recent first."""
        sought = typed.casefold().strip()
        return tuple(query for query in self._earlier if sought in query.casefold())

    def as_kept(self) -> KeptSearches:
        """Return them as the state file keeps them."""
        return KeptSearches(tuple(self._earlier), dict(self._saved), self.last, dict(self._seen))


def _differ_by_one(one: str, other: str) -> bool:
    """Whether at most one letter was put in, or taken out; a space that stands at the end is in neither."""
    shorter, longer = sorted(("".join(one.split()), "".join(other.split())), key=len)
    return shorter == longer or any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _goes_on(one: str, other: str) -> bool:
    """Whether `other` is `one` with letters put in."""
    letters = iter(other)
    return all(letter in letters for letter in one)


def earlier_merged(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return `theirs` behind what was recorded from `base` to `mine`, most recent first, each once."""
    behind, new = len(base), len(mine)
    while new and mine[new - 1] in base[:behind]:  # what was recorded stands before what was there, in its old order
        new -= 1
        behind = base.index(mine[new])
    recorded = tuple(mine[:new])
    return (*recorded, *(query for query in theirs if query not in recorded))[:_KEPT]
