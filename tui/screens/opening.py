"""From a row, or a key, to an open article: between the list and `desk.py`. `within.py` has what is done in it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final, TypeAlias

from textual import work
from textual.timer import Timer
from textual.worker import Worker

from docs_store import SearchHit
from tui.command import Scope
from tui.messages import (
    GoTo,
    GoToArticle,
    GoToEntity,
    GoToLink,
    GoToQuery,
    RowChosen,
    RowHighlighted,
)
from tui.outside import open_in_browser
from tui.screens.desk import Desk
from tui.screens.panes import tells_failure
from tui.screens.within import WithinScreen

Then: TypeAlias = Callable[[], Awaitable[None]]

_PREVIEW_DELAY: Final = 0.12
"""Seconds the cursor rests on a row before its article is shown: holding a key shows only the last."""


class OpeningScreen(WithinScreen):
    """Where articles are opened."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Timer | None = None
        self._stepped_to: object = None
        """The row that a key has gone to and opens, until one is told that the cursor is there."""
        self._correcting = asyncio.Lock()
        self._is_outdated = False
        """Whether others have stored something since the open article was asked for."""

    def articles_arrived(self) -> None:
        """Take in what others have stored: in the list, and in the open article."""
        super().articles_arrived()
        self._is_outdated = True
        self._renew_when_free()

    @property
    def is_correcting(self) -> bool:
        """True while this program writes to the archive."""
        return self._correcting.locked()

    def _renew_when_free(self) -> None:
        """Show the open article as others have left it; what is on its way, or corrected here, comes first."""
        if self._is_outdated and not (self.is_correcting or self._going("article")):
            self._is_outdated = False
            self._renew()

    @work(group="article", exclusive=True)
    @tells_failure
    async def _renew(self) -> None:
        if self._desk is not None:
            if words := await self._desk.renew():
                self.say(words, role="warning")
            self.show_keys()

    def on_row_highlighted(self, message: RowHighlighted) -> None:
        """Show the article of the row the cursor rests on."""
        if message.source == "hits" and isinstance(message.value, SearchHit):
            self.finder.timeline.mark(message.value.article.date)
        if message.source != "hits" or self.scope not in (Scope.LIST, Scope.TIMELINE):
            return
        self._end_preview()
        if message.value is self._stepped_to:
            self._stepped_to = None
        elif isinstance(message.value, SearchHit) and not self.has_class("-narrow"):
            self._preview = self.set_timer(_PREVIEW_DELAY, partial(self._preview_row, message.value))

    def _preview_row(self, hit: SearchHit) -> None:
        row = self.finder.hits.value
        if isinstance(row, SearchHit) and row.article.id == hit.article.id:  # else another list has come
            self._open_hit(row, visit=False)

    def _end_preview(self) -> None:
        if self._preview is not None:
            self._preview.stop()

    def on_row_chosen(self, message: RowChosen) -> None:
        """Go where the row leads."""
        self.let_go()
        self._end_preview()
        if isinstance(message.value, (SearchHit, GoToArticle)):
            self.broadsheet.ahead.open()
        self._go(message.value)
        if not isinstance(message.value, (SearchHit, GoToArticle, GoToQuery)):
            self.broadsheet.pass_on_typed()

    def _go(self, to: object) -> None:
        match to:
            case SearchHit() as hit:
                self.broadsheet.keeper.searches.record(self.finder.text)
                self._open_hit(hit)
                self._focus(self.view)
            case GoToQuery(query):
                self._narrow_to(query)
            case GoTo(position):
                self._go_in_article()
                self.view.go(position)
            case GoToEntity() as entity:
                self._go_to_mention(entity)
            case GoToArticle(article):
                self._open(article.id)
                self._focus(self.view)
            case GoToLink(link):
                self._follow(link.url)
            case _:
                pass

    @work(group="article", exclusive=True)
    @tells_failure
    async def _open_hit(self, hit: SearchHit, then: Then | None = None, *, visit: bool = True) -> None:
        if self._desk is not None and self._finding is not None:
            adds = self._finding.adds(hit.article.id)
            await self._desk.open(hit.article.id, hit, self._finding.asked, adds, visit=visit)
            await self._opened(self._desk, then)

    @work(group="article", exclusive=True)
    @tells_failure
    async def _open(self, article_id: str) -> None:
        if self._desk is not None:
            await self._desk.open(article_id)
            await self._opened(self._desk)

    @work(group="article", exclusive=True)
    @tells_failure
    async def _open_and_go_hit(self, hit: SearchHit, step: int) -> None:
        if self._desk is not None and self._finding is not None:
            await self._desk.open(hit.article.id, hit, self._finding.query)
            if self.view.hits:
                self.view.select_hit(0 if step > 0 else self.view.hits - 1)
            await self._opened(self._desk)

    async def _opened(self, desk: Desk, then: Then | None = None) -> None:
        """Do what is to be done `then`, go on with what was typed meanwhile, and with what stands beside it."""
        self._say_where()
        if then is not None:
            await then()
        self.broadsheet.pass_on_typed(is_opened=True)
        await desk.show_company()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Let what was typed wait no longer: the list is there, or an opening failed, or was given up for another."""
        has_come = event.worker.group == "finder" and not self._going("finder") and self._awaiting.end()
        if has_come or (self.broadsheet.ahead.is_opening and not self._going("article")):
            self.broadsheet.pass_on_typed()
        if self._arrived and not self._going("finder"):
            self.articles_arrived()
        self._renew_when_free()

    @property
    def is_opening(self) -> bool:
        """True while an article is being opened, or what Enter in the box, or a key, asks for is being sought."""
        is_sought = self._awaiting.is_something and (self._finding is None or self._going("finder"))
        return is_sought or self._going("article")

    def step_article(self, step: int) -> None:
        """Open the next article of the list (the one before, where `step` is -1)."""
        if self._step_row(step) and isinstance(hit := self.finder.hits.value, SearchHit):
            self._await_article(goes_on=True)
            self._open_hit(hit)
            if self.scope is not Scope.PANEL:
                self._show_article()

    def _await_article(self, *, goes_on: bool = False) -> None:
        """Let what is typed from here on wait for the article that is being opened: it is meant for that one.

        Where it `goes_on`, the same key steps past it at once.
        """
        self.broadsheet.take_enter()
        self.broadsheet.ahead.open(goes_on=goes_on)

    def _step_row(self, step: int) -> bool:
        before = self.finder.hits.cursor
        self.finder.hits.move_cursor(step)
        if self.finder.hits.cursor == before:
            self.say("no further article in the list" if step > 0 else "this is the first article of the list")
            return False
        self._stepped_to = self.finder.hits.value
        return True

    def go_hit(self, step: int) -> None:
        """Go to the next hit, past the last on to the next article's; to the next mention where one came by a name."""
        if self._desk is None or self.view.article is None:
            return
        if self._desk.marked.walks or not self._desk.marked.searched:
            if self._desk.marked.go_mention(step):
                self._show_article()
                self._say_where()
            else:
                self.say(self._desk.marked.no_further)
        elif self.view.go_hit(step):
            self._show_article()
            self._say_where()
        elif self._desk.marked.looks_inside:
            self.say("no further hit in this article" if self.view.hits else self._desk.marked.where())
        elif self._step_row(step) and isinstance(hit := self.finder.hits.value, SearchHit):
            self._await_article()
            self._open_and_go_hit(hit, step)
            self._show_article()

    @work(group="article", exclusive=True)
    @tells_failure
    async def travel(self, step: int) -> None:
        """Go back or forward through what was read."""
        if self._desk is None:
            return
        self._end_preview()
        if await self._desk.travel(step):
            self._show_article()
            self._say_where()
        else:
            self.say("nothing was read before this" if step < 0 else "this is the last one read")

    @work(group="browser")
    async def _follow(self, url: str) -> None:
        self.say(await open_in_browser(url))
