"""The awaitable face of a store: the only place with threads.

Each call runs in a small pool. Cancelling the caller interrupts the store, so a query that a new key made stale stops
at once; a query of another caller that the interruption hit instead is simply asked again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from docs_store import (
    Article,
    ArticleSummary,
    EntityCount,
    EntityKind,
    EntityMention,
    Image,
    Interrupted,
    Span,
    Store,
    open_store,
)
from tui.picture_files import find_picture

if TYPE_CHECKING:  # the first list does without
    from docs_store import (
        Chapter,
        Completion,
        Facets,
        Original,
        Portrait,
        Related,
        SearchPage,
    )

T = TypeVar("T")

NEWEST: Final = 100
"""Articles listed before anything is typed."""

_WORKERS: Final = 4
"""Headlines, texts and the timeline of the query of the moment, and what the open article needs."""

_RETRIES: Final = 3
"""How often a query hit by another's interruption is asked again."""


class Opened(NamedTuple):
    """An archive that was opened, and what is shown of it at first."""

    library: Library
    articles: int
    """How many there are."""
    newest: tuple[ArticleSummary, ...]


class Headlines(NamedTuple):
    """What the headlines answer."""

    articles: int
    """How many there are."""
    page: SearchPage


class Library:
    """A store that can be awaited. Close it when done."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="library")

    @classmethod
    def opening(cls, location: Path) -> Future[Opened]:
        """Begin to open the archive at `location` for reading, and to list its `NEWEST` articles.

        The result raises `StoreError`.
        """

        def work() -> Opened:
            with ExitStack() as stack:
                store = stack.enter_context(open_store(location, read_only=True))
                opened = Opened(cls(store), store.count(), tuple(islice(store.iter_summaries(), NEWEST)))
                stack.pop_all()
                return opened

        pool = ThreadPoolExecutor(1, thread_name_prefix="opening")
        opened = pool.submit(work)
        pool.shutdown(wait=False)
        return opened

    async def _ask(self, call: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        for attempt in range(_RETRIES + 1):
            try:
                return await loop.run_in_executor(self._pool, call)
            except asyncio.CancelledError:
                self._store.interrupt()
                raise
            except Interrupted:
                if attempt == _RETRIES:
                    raise
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def count(self) -> int:
        """Return how many articles there are."""
        return await self._ask(self._store.count)

    async def newest(self, limit: int) -> tuple[ArticleSummary, ...]:
        """Return the newest articles."""
        return await self._ask(lambda: tuple(islice(self._store.iter_summaries(), limit)))

    async def oldest(self, limit: int) -> tuple[ArticleSummary, ...]:
        """Return the oldest articles, newest first."""
        return await self._ask(lambda: tuple(islice(self._store.iter_summaries(newest_first=False), limit))[::-1])

    async def find(self, text: str, limit: int) -> SearchPage:
        """Find by headline."""
        return await self._ask(partial(self._store.find, text, limit=limit))

    async def search(self, text: str, limit: int) -> SearchPage:
        """Find by headline and text."""
        return await self._ask(partial(self._store.search, text, limit=limit))

    def answer(
        self, text: str, hits: int, texts: Callable[[SearchPage], int]
    ) -> tuple[asyncio.Future[Headlines], Callable[[], Awaitable[SearchPage]]]:
        """Find by headline, and at once by text: the thread that has the one answer goes on to the other.

        Return what will be the first of them while the second, which has to be asked for that, is awaited; `texts`
        tells from the first how many are wanted of the second. The first never comes where finding by headline fails.
        """
        loop = asyncio.get_running_loop()
        told: asyncio.Future[Headlines] = loop.create_future()
        found: list[Headlines] = []

        def tell() -> None:
            if not told.done():
                told.set_result(found[0])

        def work() -> SearchPage:
            if not found:  # an interruption that was meant for another has not hit it behind this
                found.append(Headlines(self._store.count(), self._store.find(text, limit=hits)))
                loop.call_soon_threadsafe(tell)
            if told.cancelled():
                raise Interrupted("nobody waits for the texts")
            return self._store.search(text, limit=texts(found[0].page))

        return told, partial(self._ask, work)

    async def moment(self) -> int:
        """Return the moment since which something may be new later."""
        return await self._ask(self._store.moment)

    async def arrived(self, text: str, since: int, limit: int) -> SearchPage:
        """Find what came since a moment and has all that `text` asks for."""
        return await self._ask(partial(self._store.arrived, text, since, limit=limit))

    async def facets(self, text: str, limit: int, kinds: Collection[EntityKind] | None = None) -> Facets:
        """Count what a query finds."""
        return await self._ask(partial(self._store.facets, text, limit=limit, kinds=kinds))

    async def complete(self, text: str, limit: int) -> tuple[Completion, ...]:
        """Return how a query can go on."""
        return await self._ask(partial(self._store.complete, text, limit=limit))

    async def get(self, article_id: str) -> Article | None:
        """Return an article whole."""
        return await self._ask(partial(self._store.get, article_id))

    async def original(self, article: Article) -> Original:
        """Return the text of an article's file. Raises `DocumentError`."""
        from docs_store import read_original

        return await self._ask(partial(read_original, article))

    async def find_picture(self, article: Article, image: Image) -> Path:
        """Return the file of a picture. Raises `NoPictureError`."""
        return await self._ask(partial(find_picture, article, image))

    async def locate(
        self, text: str, passages: Sequence[str], mentions: Sequence[EntityMention]
    ) -> tuple[tuple[Span, ...], ...]:
        """Return what `text` matched in each passage, and the mentions there of whom it asks for."""
        return await self._ask(partial(self._store.locate, text, passages, mentions))

    async def related(self, article_id: str, limit: int) -> tuple[Related, ...]:
        """Return what to read next."""
        from docs_store import related_stories

        return await self._ask(partial(related_stories, self._store, article_id, limit=limit))

    async def story(self, article_id: str) -> tuple[Chapter, ...]:
        """Return the story of an article, oldest first."""
        from docs_store import story

        return await self._ask(partial(story, self._store, article_id))

    async def entity_counts(self, names: Sequence[tuple[str, EntityKind]]) -> tuple[EntityCount, ...]:
        """Return how many articles name each entity, however they spell it."""
        return await self._ask(partial(self._store.entity_counts, names))

    async def entities(
        self, like: str, limit: int, kinds: Collection[EntityKind] | None = None
    ) -> tuple[EntityCount, ...]:
        """Return the entities that most articles name, of some kinds, those that have a name like `like`."""
        return await self._ask(partial(self._store.top_entities, limit=limit, kinds=kinds, like=like))

    async def names(self) -> int:
        """Return how many names there are: some may be of one entity."""
        return (await self._ask(self._store.stats)).entities

    async def portrait(
        self, name: str, kind: EntityKind | None, limit: int, kinds: Collection[EntityKind] | None
    ) -> Portrait | None:
        """Return what the archive tells of the entity with just this name."""
        from docs_store import portrait

        return await self._ask(partial(portrait, self._store, name, kind, whole=True, limit=limit, kinds=kinds))

    async def refresh(self) -> bool:
        """Take in what was stored since; return whether anything changed."""
        return await self._ask(self._store.refresh)

    async def close(self) -> None:
        """Stop what runs and release the store."""
        self._store.interrupt()
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)
        self._store.close()
