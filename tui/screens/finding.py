"""What the finder lists: the newest articles, the answers to a query, its facets, or earlier searches."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from docs_store import ArticleSummary, EntityCount, SearchHit, StoreError
from tui.kinds import Kinds
from tui.library import NEWEST, Library
from tui.screens.answer_rows import (
    completion_words,
    found_words,
    going_on,
    grouped_rows,
    left_out,
    nothing_found,
    nothing_stored,
    unsought,
    with_marks,
)
from tui.screens.catalogues import Catalogue, entities_like, facets_of, rest_of_names, searches_like, story_of
from tui.screens.news import News
from tui.screens.query_rows import portrait_rows
from tui.screens.unseen import Unseen
from tui.searches import Searches
from tui.timeline import Column
from tui.widgets.finder import Finder, hit_rows, words_row
from tui.widgets.row_list import Row, place_of
from tui.wording import counted

if TYPE_CHECKING:  # the first list does without
    from docs_store import Completion, Facets, SearchPage
    from tui.library import Headlines

_MORE: Final = 500
"""Articles added when the reader comes near the end."""

_ALL: Final = 20_000
"""Articles that are listed one by one down to the oldest; of a larger archive its end follows what is listed."""

_SLICE: Final = 200
"""Rows laid out between two events, so that keys are answered meanwhile: some 10 ms."""

HITS: Final = 100
"""Hits listed of each kind, headlines and texts."""

TEXTS: Final = 12
"""Hits in texts that are listed at first, a screenful: each costs a look through its text, and others follow."""

_TOGETHER: Final = 0.03
"""Seconds that found headlines wait for the texts: nobody sees that, and drawing twice takes half as long."""

_LONG: Final = 30
"""Headlines that fill more than any screen."""

_PORTRAYED: Final = 30
"""Articles of an entity that are listed with the sentence that names it; the others follow without."""

_COMPLETIONS: Final = 6
"""Completions looked for; as many are shown as there is room for."""

_LONGEST: Final = 500
"""Code points of a query that are asked for; what is pasted beyond is not a query."""

_SEEN: Final = "All that it finds"
_IN_TEXT: Final = "In the text"


def _certain(page: SearchPage) -> int:
    """Return how many of the headlines come first: those that do not only resemble what texts have."""
    return page.total - page.doubted


def _texts_wanted(page: SearchPage) -> int:
    """Return how many texts to list: below a long list of headlines nobody sees one yet, and they are only counted."""
    return TEXTS if min(len(page.hits), _certain(page)) < _LONG else 1


class Listed(Enum):
    """What the finder lists."""

    ARTICLES = auto()
    FACETS = auto()
    SEARCHES = auto()
    STORY = auto()
    ENTITIES = auto()


class Finding:
    """The finder's content. Each method replaces what the one before listed."""

    def __init__(self, finder: Finder, library: Library, searches: Searches, kinds: Kinds) -> None:
        self._kinds = kinds
        self._portrayed = ""
        """The query for one entity that was answered last."""
        self.portrayed: EntityCount | None = None
        """The entity that it is for."""
        self._finder = finder
        self._library = library
        self._searches = searches
        self.news = News(library, searches)
        self.articles = 0
        """How many there are, as far as was last asked."""
        self._newest = NEWEST
        self._texts = TEXTS
        self._unseen = Unseen()
        self._doubted: tuple[SearchHit, ...] = ()
        """Headlines found that are to stand behind the texts."""
        self._adds: Mapping[str, tuple[str, ...]] = {}
        self._fault = ""
        self._texts_begun = False
        self.listed = Listed.ARTICLES
        self.query = ""
        """What the list answers; "" where it lists the newest."""
        self.found = 0
        """How many articles answer it, by headline or text."""
        self.note = ""
        """What of the query was not read as it was typed, or could not be answered."""
        self.broken = False
        """Whether the texts could not be searched."""
        self.is_older = False
        """Whether articles were stored since that the list does not know of."""
        self.completions: tuple[Completion, ...] = ()
        """How what is typed can go on."""
        self._underway = 0
        """Answers on their way: one that a new key has cancelled ends after the new one has begun."""

    def answers(self, query: str) -> bool:
        """Whether the list answers `query`, be it for one period alone."""
        query = query[:_LONGEST]
        return self.query == query or self.query.startswith(f"{query} on:")

    @property
    def shows_newest(self) -> bool:
        """True where the newest articles are listed."""
        return self.listed is Listed.ARTICLES and not self.query

    @property
    def asked(self) -> str:
        """What the rows of the list were found by; "" where nothing was asked."""
        return "" if self.listed is Listed.STORY else self.query

    def adds(self, article_id: str) -> tuple[str, ...]:
        """Return the sentences that the list shows of a chapter of a story; () of other rows."""
        return self._adds.get(article_id, ()) if self.listed is Listed.STORY else ()

    async def newest(self, *, more: bool = False) -> None:
        """List the newest articles; `more` lists further ones, the cursor staying where it is."""
        listed = self._newest
        wanted = listed + _MORE if more else NEWEST
        total = await self._library.count()
        summaries = await self._library.newest(wanted)
        self._newest = wanted  # not before: where another list takes its place, these are not listed
        if more:
            self._finder.hits.append_rows(hit_rows(self._unseen.of(map(unsought, summaries[listed:]))))
        else:
            self.show_newest(total, summaries)
            await self.show_months()

    def show_newest(self, articles: int, newest: Sequence[ArticleSummary]) -> None:
        """List the newest of so many articles."""
        self.listed, self.query, self.note, self.completions = Listed.ARTICLES, "", "", ()
        self.found = self.articles = articles
        self.is_older = False
        self._unseen.begin()
        self._finder.hits.set_rows(hit_rows(self._unseen.of(map(unsought, newest))) or [nothing_stored()])
        self._finder.count(f"{counted(articles, 'article')}, newest first", f"{counted(articles, 'article')}, newest")

    async def show_months(self, query: str = "") -> None:
        """Show the timeline of what answers `query`, of all articles where it is ""."""
        if (found := await self._counted_over_time(query)) is not None:
            self._finder.timeline.set_months(found.months, found.undated)

    async def answer(self, query: str, period: Column | None = None) -> None:
        """List what answers `query`: headlines as soon as they are found, then what only the texts hold.

        What is new to a saved search comes first. `period` filters besides, and leaves the timeline as it is.
        """
        self._underway += 1
        if query != self.news.restored:
            self.news.restored = ""
        try:
            await self._answer(query[:_LONGEST], period)
        except* StoreError as errors:
            self.note = str(errors.exceptions[0])
            self._finder.count("")
        finally:
            self._underway -= 1

    async def _answer(self, query: str, period: Column | None) -> None:
        asked = f"{query} {period.query}" if period else query
        if period is None and await self._portray(query):
            return
        self._fault = ""
        moment = await self.news.moment_of(query)
        fresh = await self.news.fresh(query, moment) if moment is not None and period is None else ()
        async with asyncio.TaskGroup() as group:
            months = group.create_task(self._counted_over_time(query)) if period is None else None
            offered = group.create_task(self._offered(query))
            headlines, ask_texts = self._library.answer(asked, HITS, _texts_wanted)
            search = group.create_task(self._searched(ask_texts, headlines))
            self.articles, page = await headlines
            self.note = self._fault or " · ".join(page.notes)
            self._unseen.begin()
            certain = _certain(page)
            self._texts = _texts_wanted(page)
            new = grouped_rows("New since you last looked", self._unseen.of(fresh))
            rows = [*new, *hit_rows(self._unseen.of(page.hits[:certain]))]
            if new and len(rows) > len(new):
                rows.insert(len(new), words_row(_SEEN, "group"))
            await asyncio.wait([search], timeout=_TOGETHER if rows else None)
            shown = bool(rows) and not search.done()
            if shown:
                self._show(asked, rows)
            texts = await search
            self.note = self._fault or " · ".join(dict.fromkeys((*page.notes, *texts.notes)))
            over_time = await months if months else None  # all that follows the headlines is drawn at once
            self.completions = await offered
            further = self._unseen.of(texts.hits)
            self._doubted = page.hits[certain:]
            follow = grouped_rows(_IN_TEXT, further)
            if texts.total <= len(texts.hits):
                follow += self._doubted_rows(bool(texts.hits))
            if shown:
                self._finder.hits.append_rows(follow)
            else:
                self._show(asked, [*rows, *follow] or self._nothing(asked))
            self._texts_begun = bool(further)
            self.found = max(page.total, texts.total)
            if over_time is not None:
                if moment is not None:
                    self.news.look(query, over_time.total, moment)
                self._finder.timeline.set_months(over_time.months, over_time.undated)
            told = found_words(replace(page, total=certain) if texts.hits else page, texts, self.articles)
            offers = completion_words(self.completions, told[-1]) if self.completions else ()
            if offers:
                self.note = ""  # it is only not finished
            self._finder.count(*told, offers=offers)

    def _nothing(self, asked: str) -> list[Row]:
        return nothing_found(asked) if self.articles else [nothing_stored(is_asked=True)]

    def _doubted_rows(self, behind: bool = True) -> list[Row]:
        """Return rows for the headlines that only resemble what texts have, once, `behind` those or in their place."""
        hits = self._unseen.of(self._doubted)
        self._doubted = ()
        return grouped_rows("Headlines like it", hits) if behind else hit_rows(hits)

    def _show(self, asked: str, rows: Sequence[Row]) -> None:
        """List what answers `asked`. Not before that does the list answer it: Enter must not meet what was there."""
        self.listed, self.query, self.is_older = Listed.ARTICLES, asked, False
        self._finder.hits.set_rows(rows)

    @property
    def portrays(self) -> bool:
        """Whether it lists whom one entity is named with, and its articles."""
        return self.listed is Listed.ARTICLES and bool(self.query) and self.query == self._portrayed

    async def portrait_again(self, query: str, cursor: int = 0) -> None:  # noqa: ARG002
        """List anew what one entity is named with, and its articles; the cursor stays on its row."""
        if not await self._portray(query, again=True):  # it has been corrected away
            self.portrayed = None
            await self.answer(query)

    async def _portray(self, query: str, *, again: bool = False) -> bool:
        """Where one entity is asked for, list whom it is named with, then its articles, each with its sentence."""
        from docs_store import asked_by

        entity = asked_by(query)
        found = await self._library.portrait(*entity, _PORTRAYED, self._kinds.asked) if entity else None
        if found is None:
            return False
        page = await self._library.find(query, HITS)
        self.listed, self.query, self.note, self.completions = Listed.ARTICLES, query, "", ()
        self._portrayed, self.portrayed, self.is_older = query, found.entity, False
        self.found = page.total
        self._texts, self._texts_begun, self._doubted = HITS, True, ()
        self._unseen.begin()
        about = portrait_rows(found)
        rows = [*about, *hit_rows(self._unseen.of(found.hits)), *hit_rows(self._unseen.of(page.hits))]
        hits = self._finder.hits
        hits.set_rows(rows, place_of(hits.value, rows, len(about)) if again else len(about), below=not again)
        self._finder.timeline.set_months(found.months, found.undated)
        if (moment := await self.news.moment_of(query)) is not None:
            self.news.look(query, await self.news.count_of(query), moment)
        name, articles = found.entity.name, counted(self.found, "article")
        self._finder.count(f"{name}: {articles}, newest first", f"{articles}, newest")
        return True

    def show_marks(self, marked: ArticleSummary) -> None:
        """Show in the list whether an article is starred, and read, by now."""
        self._finder.hits.change_rows(lambda row: with_marks(row, marked))

    async def _searched(
        self, asked: Callable[[], Awaitable[SearchPage]], headlines: asyncio.Future[Headlines] | None = None
    ) -> SearchPage:
        """Return what the texts answer; nothing where only the `headlines`, which come first, can be found."""
        try:
            return await asked()
        except StoreError as error:
            if headlines is not None and not headlines.done():
                raise
            self.broken = True
            self.note = self._fault = str(error)
            from docs_store import SearchPage

            return SearchPage()

    async def _counted_over_time(self, query: str) -> Facets | None:
        try:
            return await self._library.facets(query, 0)
        except StoreError:  # `_search` tells
            return None

    async def _offered(self, query: str) -> tuple[Completion, ...]:
        """Return how what is typed can go on, where one types."""
        if not self._finder.box.has_focus:
            return ()
        offered = await self._library.complete(query, _COMPLETIONS)
        return going_on(query, offered)

    @property
    def answering(self) -> bool:
        """Whether more of an answer is on its way."""
        return self._underway > 0

    @property
    def lists_all(self) -> bool:
        """True where there are no more than are listed."""
        if self.listed is not Listed.ARTICLES:
            return True
        return self._newest >= self.articles if not self.query else self._texts >= HITS

    async def more(self) -> None:
        """List further articles at the end."""
        if not self.query:
            await self.newest(more=True)
            return
        self._texts = HITS
        texts = await self._searched(partial(self._library.search, self.query, HITS))
        further = self._unseen.of(texts.hits)
        rows = hit_rows(further) if self._texts_begun else grouped_rows(_IN_TEXT, further)
        self._finder.hits.append_rows([*rows, *self._doubted_rows()])

    async def to_end(self) -> None:
        """List all there is down to the last, be it that some between are left out."""
        if self.query:
            await self.more()
            return
        self.articles = await self._library.count()
        if self.articles > _ALL:
            oldest = await self._library.oldest(_MORE)
            between = self.articles - self._newest - len(oldest)
            self._newest = self.articles
            rows = hit_rows(self._unseen.of(map(unsought, oldest)))
            self._finder.hits.append_rows([left_out(between), *rows])
            return
        summaries = await self._library.newest(self.articles)
        while self._newest < len(summaries):
            further = summaries[self._newest : self._newest + _SLICE]
            self._newest += len(further)
            self._finder.hits.append_rows(hit_rows(self._unseen.of(map(unsought, further))))
            await asyncio.sleep(0)
        self._newest = max(self._newest, self.articles)

    async def facets(self, query: str, cursor: int = 0) -> None:
        """List what the answers to `query` can be narrowed by."""
        self._list(Listed.FACETS, await facets_of(query, self._library, self._kinds), cursor)

    async def entities(self, typed: str, cursor: int = 0) -> None:
        """List the names most articles of the archive have; those like what is typed, typos forgiven."""
        named = await entities_like(typed, self._library, self._kinds)
        last = len(named.rows) - 1
        self._list(Listed.ENTITIES, named, place_of(self._finder.hits.value, named.rows, min(cursor, last)))
        if named.first and (rest := await rest_of_names(named.first, self._library, self._kinds)):
            self._finder.hits.append_rows(rest.rows)
            self._finder.count(*rest.told)

    async def searches(self, typed: str, cursor: int = 0) -> None:
        """List all saved searches with what is new, and earlier ones; those that hold what is typed come first."""
        self.news.restored = ""  # whoever chooses it here looks for it
        self._list(Listed.SEARCHES, await searches_like(typed, self._searches, self.news), cursor)

    def _list(self, listed: Listed, catalogue: Catalogue, cursor: int) -> None:
        self.listed = listed
        self._finder.timeline.end_days()
        self._finder.hits.set_rows(catalogue.rows, cursor)
        self._finder.count(*catalogue.told)

    async def story(self, article_id: str) -> bool:
        """List the articles of the story that an article belongs to, oldest first; False where there is no other."""
        if (story := await story_of(article_id, self._library)) is None:
            return False
        self.listed, self._adds = Listed.STORY, story.adds
        self._finder.hits.set_rows(hit_rows(story.hits), story.at)
        days = [day for hit in story.hits if (day := hit.article.date)]
        self._finder.timeline.set_days(days, story.hits[story.at].article.date, len(story.hits) - len(days))
        articles = counted(len(story.hits), "article")
        self._finder.count(f"The story in {articles}, oldest first", f"Story: {articles}")
        return True
