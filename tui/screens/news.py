"""What is new to saved searches, and that it was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from docs_store import SearchHit, StoreError
from tui.library import Library
from tui.searches import Searches

_NEW: Final = 50
"""Articles new to a saved search that are listed before the others."""


class News:
    """What came to each saved search since its reader looked at it last."""

    def __init__(self, library: Library, searches: Searches) -> None:
        self._library = library
        self._searches = searches
        self.restored = ""
        """What the last run left in the box, as long as nothing else was asked for: nobody looked for it."""

    async def moment(self) -> int:
        """Return the moment since which something may be new later."""
        return await self._library.moment()

    async def moment_of(self, query: str) -> int | None:
        """Return the moment at which a saved search is looked at; None for other queries."""
        return await self._library.moment() if self._searches.is_saved(query) else None

    async def fresh(self, query: str, moment: int) -> tuple[SearchHit, ...]:
        """Return what came to a saved search since it was looked at."""
        try:
            return (await self._library.arrived(query, self._searches.seen(query, moment), _NEW)).hits
        except StoreError:  # searching the texts tells
            return ()

    def look(self, query: str, articles: int, moment: int) -> None:
        """Note that what a saved search finds is listed, unless it is what the last run left in the box."""
        if query != self.restored:
            self._searches.looked(query, articles, moment)

    async def count_of(self, query: str) -> int:
        """Return how many articles `query` finds: what is kept of a saved search, and told of it."""
        return (await self._library.facets(query, 0)).total

    async def counts(self, saved: Iterable[str]) -> list[tuple[str, int, int]]:
        """Return each saved search with how many articles it finds, and how many of them are new."""
        return [(query, await self.count_of(query), await self._count_new(query)) for query in saved]

    async def _count_new(self, query: str) -> int:
        since = self._searches.seen(query, await self._library.moment())
        return (await self._library.arrived(query, since, 1)).total
