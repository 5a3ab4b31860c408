"""What the finder lists besides answers, and its timeline: the way back from there is in `asking.py`."""

from __future__ import annotations

from textual import work

from docs_store import EntityCount, SearchHit, StoreError
from tui.command import Scope
from tui.commands.names import SELECT_A_NAME
from tui.commands.now import CORRECTIONS, NAMES, SEARCHES, Now
from tui.messages import GoToEntity, GoToQuery, PeriodChosen
from tui.screens.asking import AskingScreen, Listing
from tui.screens.finding import Finding, Listed
from tui.screens.panes import tells_failure
from tui.timeline import Column


class ListingScreen(AskingScreen):
    """The finder's other lists at work."""

    def list_facets(self) -> None:
        """List what the hits can be narrowed by."""
        self._await_list()
        self._list(Finding.facets)

    def list_entities(self) -> None:
        """List the names of the whole archive."""
        self._await_list()
        self._list(Finding.entities)

    def list_searches(self) -> None:
        """List saved and earlier searches."""
        self._await_list()
        self._list(Finding.searches)

    def articles_arrived(self) -> None:
        """Take in articles stored meanwhile; where searches are listed, count again what is new to the saved ones."""
        super().articles_arrived()
        if self._finding is not None and self._finding.listed is Listed.SEARCHES and not self._going("finder"):
            self._list(Finding.searches, self.finder.hits.cursor)

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _list(self, listing: Listing, cursor: int | None = None) -> None:
        """Show a list and go there; where one has a cursor in it, it is only shown anew."""
        if self._finding is None:
            return
        before = self._now()
        if listing is Finding.searches:
            await self.broadsheet.keeper.keep()  # those of other programs on this archive are listed too
        await listing(self._finding, self.finder.text, cursor or 0)
        if cursor is None:
            self._note_before(before)
            self._focus_list()
            self.show_keys()
            self.say_standing()  # what was found wrong with a query was told of the list before

    def list_story(self) -> None:
        """List the articles of the open article's story, in order of time."""
        self._await_list()
        self._list_story()

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _list_story(self) -> None:
        article = self.view.article
        if self._finding is None or article is None:
            self.say("open an article first; this lists its story")
            return
        before = self._now()
        if await self._finding.story(article.id):
            self._note_before(before)
            self._focus_list()
            self.show_keys()
        else:
            self.say("no other article is surely of this story; r lists what is like it")

    @work(group="saving")
    @tells_failure
    async def save_search(self) -> None:
        """Save what the box asks, or the selected search, or drop it where it is saved."""
        if self._finding is None:
            return
        selected = self.finder.hits.value if self._finding.listed is Listed.SEARCHES else None
        query = selected.query if isinstance(selected, GoToQuery) else self.finder.text
        if not query:
            self.say("type a query first; then this saves it")
            return
        try:
            articles = await self._finding.news.count_of(query)
        except StoreError:  # without an index: it is counted when it is next looked at
            articles = self._finding.found
        saved = self.broadsheet.keeper.searches.toggle(query, articles, await self._finding.news.moment())
        key = "ctrl+r" if self.scope is Scope.BOX else "s"
        if why := await self.broadsheet.keeper.keep():
            self.say(why, role="warning")
        else:
            self.say(f"saved: {query} · {key} lists saved searches" if saved else f"no longer saved: {query}")
        if selected is not None:
            self._list(Finding.searches, self.finder.hits.cursor)

    def list_articles_naming(self) -> None:
        """List every article that names the selected entity."""
        if (entity := self._selected_entity()) is None:
            return
        from docs_store import query_for

        self._await_list()
        self._note_before(self._now())
        self._focus_list()
        self._ask(query_for(entity.name, entity.kind))

    def _selected_entity(self) -> EntityCount | None:
        """Return the name that is selected, else whose page the list is."""
        finding, value = self._finding, self.focused_list.value
        if isinstance(value, (GoToEntity, GoToQuery)) and value.kind is not None:
            return EntityCount(value.name, value.kind, 0)
        if self.scope is Scope.LIST and finding is not None and finding.portrays and finding.portrayed is not None:
            return finding.portrayed
        self.say(SELECT_A_NAME)
        return None

    @property
    def _hidden_hit(self) -> SearchHit | None:
        """The article selected in a list that hides the open one, where it is another; else None."""
        hit, article = self.finder.hits.value, self.view.article
        if not self.has_class("-narrow") or self.scope is not Scope.LIST or not isinstance(hit, SearchHit):
            return None
        return None if article is not None and article.id == hit.article.id else hit

    @property
    def _keys_now(self) -> Now:
        if self.scope is not Scope.LIST or self._finding is None:
            return super()._keys_now
        if self._finding.portrays:
            return CORRECTIONS
        return {Listed.ENTITIES: NAMES, Listed.SEARCHES: SEARCHES}.get(self._finding.listed, {})

    def _list_names(self) -> None:
        """List anew what has names in it, of the kinds that are on now, as they are corrected now."""
        if self._finding is None:
            return
        cursor = self.finder.hits.cursor
        if self._finding.listed is Listed.ENTITIES:
            self._list(Finding.entities, cursor)
        elif self._finding.listed is Listed.FACETS:
            self._list(Finding.facets, cursor)
        elif self._finding.portrays:
            self._list(Finding.portrait_again, cursor)

    # ------------------------------------------------------------------ the timeline

    @work(group="finder", exclusive=True)
    @tells_failure
    async def on_period_chosen(self, message: PeriodChosen) -> None:
        """List the hits of the timeline's bar alone."""
        if self._finding is None:
            return
        if self.finder.timeline.shows_days:
            self._go_in_story(message.column)
        elif message.column is not None:
            await self._finding.answer(self.finder.text, message.column)
        elif self.finder.text:
            await self._finding.answer(self.finder.text)
        else:
            await self._finding.newest()

    def _go_in_story(self, column: Column | None) -> None:
        """Select the story's first article of a bar of its timeline."""
        rows = self.finder.hits.rows
        days = (row.value.article.date if isinstance(row.value, SearchHit) else None for row in rows)
        at = next((at for at, day in enumerate(days) if column and day and column.holds(day)), None)
        if at is not None:
            self.finder.hits.cursor = at

    def open_timeline(self) -> None:
        """Move in the timeline."""
        if self.finder.timeline.is_empty:
            self.say("no timeline: none of these articles' dates is known")
            return
        self.add_class("at-finder")
        self._focus(self.finder.timeline)
        if self.finder.timeline.column is None:
            self.finder.timeline.step(-1)

    def keep_period(self) -> None:
        """Write the timeline's filter into the box."""
        if (column := self.finder.timeline.column) and not self.finder.timeline.shows_days:
            self._note_before(self._now()._replace(focus=self.finder.hits))
            self.broadsheet.keeper.searches.record(self.finder.text)
            self._ask(f"{self.finder.text} {column.query}")
        self._focus(self.finder.hits)
