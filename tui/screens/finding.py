"""What the finder lists: the newest articles, the answers to a query, its facets, or earlier searches."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from docs_store import ArticleSummary, EntityCount, SearchHit, StoreError
from tui.kinds import Kinds
from tui.library import NEWEST, Library
from tui.screens.query_rows import (
    FACETS,
    entities_counted,
    entity_rows,
    facet_rows,
    further_names_row,
    no_entity_row,
    none_like_row,
    portrait_rows,
    search_rows,
)
from tui.searches import Searches
from tui.timeline import Column
from tui.widgets.finder import Finder, hit_rows, words_row
from tui.widgets.row_list import Row, place_of

if TYPE_CHECKING:  # the first list does without
    from docs_store import Completion, Facets, SearchPage

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

_TOGETHER: Final = 0.01
"""Seconds that found headlines wait for the texts: one frame less, which costs as much."""

_LONG: Final = 30
"""Headlines that fill more than any screen."""

_ENTITIES: Final = 300
"""Names of the archive that are listed."""

_LIKE: Final = 100
"""Names like what is typed that are listed."""

_PORTRAYED: Final = 30
"""Articles of an entity that are listed with the sentence that names it; the others follow without."""

_COMPLETIONS: Final = 6
"""Completions looked for; as many are shown as there is room for."""

_MARKS: Final = ("read", "starred")
"""Flags of a query that ask for what other programs have noted of an article."""

_LONGEST: Final = 500
"""Code points of a query that are asked for; what is pasted beyond is not a query."""


_NEW: Final = 50
"""Articles new to a saved search that are listed before the others."""

_SEEN: Final = "All that it finds"


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
        self.articles = 0
        """How many there are, as far as was last asked."""
        self._newest = NEWEST
        self._texts = TEXTS
        self._shown: set[str] = set()
        self._doubted: tuple[SearchHit, ...] = ()
        """Headlines found that are to stand behind the texts."""
        self._adds: dict[str, tuple[str, ...]] = {}
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
        self.restored = ""
        """What the last run left in the box, as long as nothing else was asked for: nobody looked for it."""
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
            self._finder.hits.append_rows(hit_rows(self._unseen(map(_unsought, summaries[listed:]))))
        else:
            self.show_newest(total, summaries)
            await self.show_months()

    def show_newest(self, articles: int, newest: Sequence[ArticleSummary]) -> None:
        """List the newest of so many articles."""
        self.listed, self.query, self.note, self.completions = Listed.ARTICLES, "", "", ()
        self.found = self.articles = articles
        self.is_older = False
        self._shown.clear()
        self._finder.hits.set_rows(hit_rows(self._unseen(map(_unsought, newest))) or [_nothing_stored()])
        self._finder.count(f"{_articles(articles)}, newest first", f"{_articles(articles)}, newest")

    async def show_months(self, query: str = "") -> None:
        """Show the timeline of what answers `query`, of all articles where it is ""."""
        if (counted := await self._counted_over_time(query)) is not None:
            self._finder.timeline.set_months(counted.months, counted.undated)

    async def answer(self, query: str, period: Column | None = None) -> None:
        """List what answers `query`: headlines as soon as they are found, then what only the texts hold.

        What is new to a saved search comes first. `period` filters besides, and leaves the timeline as it is.
        """
        self._underway += 1
        if query != self.restored:
            self.restored = ""
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
        self.articles = await self._library.count()
        self._fault = ""
        moment = await self._library.moment() if self._searches.is_saved(query) else None
        fresh = await self._fresh(query, moment) if moment is not None and period is None else ()
        async with asyncio.TaskGroup() as group:
            months = group.create_task(self._counted_over_time(query)) if period is None else None
            offered = group.create_task(self._offered(query))
            page = await self._library.find(asked, HITS)
            self.note = self._fault or " · ".join(page.notes)
            self._shown.clear()
            certain = page.total - page.doubted
            new = self._new_rows(fresh)
            rows = [*new, *hit_rows(self._unseen(page.hits[:certain]))]
            if new and len(rows) > len(new):
                rows.insert(len(new), words_row(_SEEN, "group"))
            # Below a long list of headlines nobody sees a text yet: then they are only counted until one comes near.
            self._texts = TEXTS if len(rows) < _LONG else 1
            search = group.create_task(self._search(asked))
            await asyncio.wait([search], timeout=_TOGETHER if rows else None)
            shown = bool(rows) and not search.done()
            if shown:
                self._show(asked, rows)
            texts = await search
            self.note = self._fault or " · ".join(dict.fromkeys((*page.notes, *texts.notes)))
            counted = await months if months else None  # all that follows the headlines is drawn at once
            self.completions = await offered
            further = self._unseen(texts.hits)
            self._doubted = page.hits[certain:]
            follow = _text_rows(further)
            if texts.total <= len(texts.hits):
                follow += self._doubted_rows(bool(texts.hits))
            if shown:
                self._finder.hits.append_rows(follow)
            else:
                self._show(asked, [*rows, *follow] or _nothing_found(asked))
            self._texts_begun = bool(further)
            self.found = max(page.total, texts.total)
            if counted is not None:
                if moment is not None:
                    self._look(query, counted.total, moment)
                self._finder.timeline.set_months(counted.months, counted.undated)
            self._count(replace(page, total=certain) if texts.hits else page, texts)

    async def _fresh(self, query: str, moment: int) -> tuple[SearchHit, ...]:
        """Return what came to a saved search since it was looked at."""
        try:
            return (await self._library.arrived(query, self._searches.seen(query, moment), _NEW)).hits
        except StoreError:  # `_search` tells
            return ()

    def _new_rows(self, fresh: Sequence[SearchHit]) -> list[Row]:
        if not fresh:
            return []
        first, *others = hit_rows(self._unseen(fresh))
        return [words_row("New since you last looked", "group"), replace(first, gap=False), *others]

    def _look(self, query: str, articles: int, moment: int) -> None:
        """Note that what a saved search finds is listed, unless it is what the last run left in the box."""
        if query != self.restored:
            self._searches.looked(query, articles, moment)

    async def moment(self) -> int:
        """Return the moment since which something may be new later."""
        return await self._library.moment()

    def _doubted_rows(self, behind: bool = True) -> list[Row]:
        """Return rows for the headlines that only resemble what texts have, once, `behind` those or in their place."""
        rows = hit_rows(self._unseen(self._doubted))
        self._doubted = ()
        return (
            [words_row("Headlines like it", "group"), replace(rows[0], gap=False), *rows[1:]]
            if behind and rows
            else rows
        )

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
        self._shown.clear()
        about = portrait_rows(found)
        rows = [*about, *hit_rows(self._unseen(found.hits)), *hit_rows(self._unseen(page.hits))]
        hits = self._finder.hits
        hits.set_rows(rows, place_of(hits.value, rows, len(about)) if again else len(about))
        self._finder.timeline.set_months(found.months, found.undated)
        if self._searches.is_saved(query):
            self._look(query, await self.count_of(query), await self._library.moment())
        name = found.entity.name
        self._finder.count(f"{name}: {_articles(self.found)}, newest first", f"{_articles(self.found)}, newest")
        return True

    def show_marks(self, marked: ArticleSummary) -> None:
        """Show in the list whether an article is starred, and read, by now."""

        def shown(row: Row) -> Row:
            hit = row.value
            if not isinstance(hit, SearchHit) or hit.article.id != marked.id:
                return row
            article = replace(hit.article, starred=marked.starred, read=marked.read)
            (again,) = hit_rows([replace(hit, article=article)])
            return replace(again, gap=row.gap)

        self._finder.hits.change_rows(shown)

    def _unseen(self, hits: Iterable[SearchHit]) -> list[SearchHit]:
        """Return those that are not listed yet, one for all editions of an article."""
        unseen: dict[str, SearchHit] = {}
        for hit in hits:
            unseen.setdefault(hit.article.story or hit.article.id, hit)
        new = {story: hit for story, hit in unseen.items() if story not in self._shown}
        self._shown |= new.keys()
        return list(new.values())

    async def _search(self, asked: str) -> SearchPage:
        try:
            return await self._library.search(asked, self._texts)
        except StoreError as error:  # the headlines can be found without the index
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
        return tuple(each for each in offered if each.query.strip() != query.strip())

    def _count(self, page: SearchPage, texts: SearchPage) -> None:
        """Say how many there are, or how what is typed can go on."""
        counted = _counted(page, texts, self.articles)
        if not self.completions:
            self._finder.count(*counted)
            return
        self.note = ""  # it is only not finished
        values = [
            each.value if each.articles is None else f"{each.value} {each.articles:,}" for each in self.completions
        ]
        offers = [f"→ {' · '.join(values[:shown])}" for shown in range(len(values), 0, -1)]
        self._finder.count(*(f"{counted[-1]} · {offers[-1]}",) if self.completions[0].articles is None else (), *offers)

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
        texts = await self._search(self.query)
        further = self._unseen(texts.hits)
        rows = hit_rows(further) if self._texts_begun else _text_rows(further)
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
            told = f"{between:,} articles between are not listed: on:2019 in the box, or T, lists those of a time."
            rows = hit_rows(self._unseen(map(_unsought, oldest)))
            self._finder.hits.append_rows([words_row(told, "notice"), *rows])
            return
        summaries = await self._library.newest(self.articles)
        while self._newest < len(summaries):
            further = summaries[self._newest : self._newest + _SLICE]
            self._newest += len(further)
            self._finder.hits.append_rows(hit_rows(self._unseen(map(_unsought, further))))
            await asyncio.sleep(0)
        self._newest = max(self._newest, self.articles)

    async def facets(self, query: str, cursor: int = 0) -> None:
        """List what the answers to `query` can be narrowed by."""
        facets = await self._library.facets(query, FACETS, self._kinds.asked)
        rows = facet_rows(facets, query)
        self._finder.timeline.end_days()
        self.listed = Listed.FACETS
        self._finder.hits.set_rows(rows or [words_row("Nothing to narrow by.", "notice")], cursor)
        off = f" · {self._kinds.off_words}" if self._kinds.off_words else ""
        self._finder.count(f"Narrow {_articles(facets.total)} by …{off}", f"Narrow by …{off}")

    async def entities(self, typed: str, cursor: int = 0) -> None:
        """List the names most articles of the archive have; those like what is typed, typos forgiven."""
        like = typed.strip()
        limit = _LIKE if like else _ENTITIES
        named = await self._library.entities(like, limit, self._kinds.asked)
        told: list[Row] = []
        if like and not named:
            limit = _ENTITIES
            if named := await self._library.entities("", limit, self._kinds.asked):
                told, like = [none_like_row(like, self._kinds)], ""
        self.listed = Listed.ENTITIES
        self._finder.timeline.end_days()
        rows = [*told, *entity_rows(named)] or [no_entity_row(self._kinds)]
        self._finder.hits.set_rows(rows, place_of(self._finder.hits.value, rows, min(cursor, len(rows) - 1)))
        is_cut = len(named) >= limit
        self._finder.count(*entities_counted(like, self._kinds, len(named) if is_cut else 0))
        if not is_cut or like or self._kinds.asked is not None:
            return
        names = await self._library.names()
        if len(named) < names:
            self._finder.hits.append_rows([further_names_row(len(named), names)])
            self._finder.count(*entities_counted("", self._kinds, len(named), names))

    async def searches(self, typed: str, cursor: int = 0) -> None:
        """List all saved searches with what is new, and earlier ones; those that hold what is typed come first."""
        self.restored = ""  # whoever chooses it here looks for it
        sought = typed.strip()
        saved = self._searches.saved_like(sought)
        counts = [(query, await self.count_of(query), await self._count_new(query)) for query in saved]
        every, like = (
            [query for query in self._searches.earlier(words) if query not in saved] for words in ("", sought)
        )
        rows = search_rows(self._searches.news(counts), like or every, sought if like else "")
        if rows and not (like or any(sought.casefold() in query.casefold() for query in saved)):
            rows = [words_row(f"No search has “{sought}” in it. All of them:", "notice"), *rows]
        self.listed = Listed.SEARCHES
        self._finder.timeline.end_days()
        none = words_row("No searches yet. S, or ctrl+s while you type, saves one.", "notice")
        self._finder.hits.set_rows(rows or [none], cursor)
        self._finder.count("Saved and earlier searches")

    async def _count_new(self, query: str) -> int:
        since = self._searches.seen(query, await self._library.moment())
        return (await self._library.arrived(query, since, 1)).total

    async def count_of(self, query: str) -> int:
        """Return how many articles `query` finds: what is kept of a saved search, and told of it."""
        return (await self._library.facets(query, 0)).total

    async def story(self, article_id: str) -> bool:
        """List the articles of the story that an article belongs to, oldest first; False where there is no other."""
        chapters = await self._library.story(article_id)
        if len(chapters) < 2:
            return False
        self.listed = Listed.STORY
        # All editions are rows here: none says how many others there are.
        articles = [replace(chapter.article, editions=1) for chapter in chapters]
        self._adds = {chapter.article.id: chapter.adds for chapter in chapters}
        told = [" ".join(chapter.adds) for chapter in chapters]
        hits = [SearchHit(article, 0.0, (), adds) for article, adds in zip(articles, told, strict=True)]
        at = next((place for place, hit in enumerate(hits) if hit.article.id == article_id), 0)
        self._finder.hits.set_rows(hit_rows(hits), at)
        days = [day for hit in hits if (day := hit.article.date)]
        self._finder.timeline.set_days(days, hits[at].article.date, len(hits) - len(days))
        self._finder.count(f"The story in {_articles(len(hits))}, oldest first", f"Story: {_articles(len(hits))}")
        return True


def _unsought(summary: ArticleSummary) -> SearchHit:
    return SearchHit(summary, 0.0)


def _articles(number: int) -> str:
    return f"{number:,} article{'s' * (number != 1)}"


def _counted(page: SearchPage, texts: SearchPage, total: int) -> tuple[str, ...]:
    """Return how many were found, in words of several lengths, the longest first."""
    headlines, held = (f"{each.total:,}{'+' * each.truncated}" for each in (page, texts))
    if page.total == texts.total:
        counted = f"{headlines} article{'s' * (page.total != 1)}"
        return f"{counted} of {total:,}", counted
    counted = f"{headlines} by headline · {held} by text"
    return f"{counted} of {total:,}", counted, f"{headlines} headlines · {held} texts", f"{headlines} · {held} in texts"


def _text_rows(hits: list[SearchHit]) -> list[Row]:
    if not hits:
        return []
    first, *others = hit_rows(hits)
    return [words_row("In the text", "group"), replace(first, gap=False), *others]


def _nothing_found(query: str) -> list[Row]:
    from docs_store import FIELD_NAMES

    filtered = any(f"{field}:" in query for field in FIELD_NAMES)
    advice = "it without a field" if filtered else "fewer words, or a word you are sure of"
    rows = [
        words_row(f"Nothing found for “{query}”.", "notice"),
        words_row(f"Try {advice}. ctrl+c clears the box."),
    ]
    if any(f"is:{flag}" in query.casefold() for flag in _MARKS):
        rows.insert(
            1,
            words_row("* stars an article, M marks it as read, and imports bring such marks: broadsheet import."),
        )
    return rows


def _nothing_stored() -> Row:
    return words_row("This archive is empty. Press A to add a folder or a file, or: broadsheet add FOLDER", "notice")
