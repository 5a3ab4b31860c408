"""What is asked, and what the list shows for it: it stands between the box and `finding.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeAlias

from textual import on, work
from textual.events import DescendantFocus, Paste

from tui.command import Scope
from tui.messages import (
    MoreRowsWanted,
    QueryChanged,
    QuerySubmitted,
)
from tui.screens.awaiting import Awaiting
from tui.screens.finding import Finding, Listed
from tui.screens.panes import PanesScreen, tells_failure
from tui.screens.place import Back, Before, known_by, known_by_reading, select
from tui.widgets.finder import pasted_query

Listing: TypeAlias = Callable[[Finding, str, int], Awaitable[None]]
"""Lists what is no article, for what is typed, the cursor on a row."""

_LISTINGS: Final[Mapping[Listed, Listing]] = {Listed.ENTITIES: Finding.entities, Listed.SEARCHES: Finding.searches}
"""Lists that Esc returns to from what one of their rows asks."""


class AskingScreen(PanesScreen):
    """The finder at work."""

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self._before: list[Before] = []
        self._back: Back | None = None
        self._awaiting = Awaiting()
        self._asked = ""
        """What a command has written into the box last."""
        self._farewell = ""
        """What to say of a query that is being cleared."""
        self._is_empty = False
        self._arrived = False
        """Whether articles were stored since the list that is on its way was asked for."""

    def _welcome(self, articles: int) -> None:
        self.view.show_notice(*self.broadsheet.welcome(articles))
        self._is_empty = not articles
        if self._is_empty and not self.finder.box.value:
            self._focus_list()  # there is nothing to find, and letters are commands

    def articles_arrived(self) -> None:
        """Take in articles stored meanwhile. A list the reader moves in stays, and is told to be older."""
        finding, typed = self._finding, self.finder.text
        self._arrived = self._going("finder")  # what is on its way comes first; then this is called again
        if finding is None or self._arrived or finding.listed is not Listed.ARTICLES or not finding.answers(typed):
            return
        is_watched = self.scope is Scope.BOX and not self.finder.hits.is_moved and self.finder.timeline.column is None
        if finding.shows_newest and self.finder.hits.cursor <= 0:
            self._list_newest()
        elif typed and (is_watched or not finding.found):
            self._answer_again()
        elif not finding.is_older:
            finding.is_older = True
            if not self.broadsheet.progress_words:  # else the end of adding tells it
                self.say(self.older_words)

    @property
    def older_words(self) -> str:
        """Say that the list was asked for before the last articles came; "" where it was not."""
        if self._finding is None or not self._finding.is_older:
            return ""
        return "this list is older" + ("" if self.scope is Scope.BOX else " · f asks anew")

    @on(DescendantFocus, "#query")
    def renew(self) -> None:
        """Ask anew, where one returns to the box of a list that is older than what was stored."""
        if self._finding is not None and self._finding.is_older and not self._going("finder"):
            self.on_query_changed(QueryChanged(self.finder.text))

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _answer_again(self) -> None:
        """List what answers the query by now; what is being read stays selected."""
        if self._finding is not None:
            selected = known_by(self.finder.hits.value)
            await self._finding.answer(self.finder.text)
            if self.view.article is not None and self.view.article.id in selected:
                select(self.finder.hits, selected)
            self._greet()

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _list_newest(self) -> None:
        if self._finding is not None:
            await self._finding.newest()
            self._greet()

    def _greet(self) -> None:
        """Say no longer that the archive is empty where it is not."""
        if self._is_empty and self._finding and self._finding.articles and self.view.article is None:
            self._welcome(self._finding.articles)

    def _lists(self, query: str) -> bool:
        """Whether the list answers `query`: else what does is on its way, and must not be cancelled."""
        return self._finding is not None and self._finding.answers(query)

    def on_query_changed(self, message: QueryChanged) -> None:
        """List what answers the query."""
        self.let_go()
        self.broadsheet.keeper.searches.type(message.text)
        if message.text != self._asked:  # typed: it leads away from where one was
            self._before.clear()
        self._answer_query(message)

    def _await_list(self) -> None:
        """Let what is typed from here on wait for the list that is asked for: it is meant for its rows."""
        if not self._awaiting.is_in_vain:
            self._awaiting.list()
            self.broadsheet.take_enter()

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _answer_query(self, message: QueryChanged) -> None:
        back, self._back = self._back, None
        if self._finding is None:
            return
        self._say_first()  # what was said was of another query
        if back is not None and back.query == message.text and (listing := _LISTINGS.get(back.listed)):
            self._finding.query = message.text
            await listing(self._finding, message.text, 0)
            select(self.finder.hits, back.sought)
            self.show_keys()
            await self._finding.show_months(message.text)
            return
        if message.text:
            await self._finding.answer(message.text)
            self.broadsheet.keeper.searches.answered(message.text, self._finding.found)
        else:
            await self._finding.newest()
        if back is not None and back.query == message.text:
            await self._go_back(self._finding, back)
        self.show_keys()
        self._greet()
        if self._awaiting.is_hit_of(message.text) and self._finding.answers(message.text):
            self._awaiting.end()
            self._choose_hit()
        if self._finding.broken:
            self._finding.broken = False
            self.broadsheet.mend()
        if self._finding.note:
            self.say(self._finding.note, role="warning")

    def _say_first(self) -> None:
        """Say what goes on; until an article has been opened, what was found wrong with what is remembered."""
        app, self._farewell, farewell = self.broadsheet, "", self._farewell
        if farewell:
            self.say(farewell)
        elif app.keeper.remark and self.view.article is None:
            self.say(app.keeper.remark, role="warning")
        else:
            self.say_standing()

    async def _go_back(self, finding: Finding, back: Back) -> None:
        """Select what one reads, or else had selected, in the list that is shown again, as far down as it reached."""
        while not select(self.finder.hits, back.sought):
            if finding.lists_all or len(self.finder.hits.rows) >= back.rows:
                return
            await finding.more()

    def on_more_rows_wanted(self, message: MoreRowsWanted) -> None:
        """List further articles before the reader comes to the end."""
        finding = self._finding
        if message.source == "hits" and finding and self._lists(self.finder.text) and not finding.answering:
            self._list_more(finding)

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _list_more(self, finding: Finding) -> None:
        if not finding.lists_all:
            await finding.more()

    def move_end(self, *, last: bool) -> None:
        """Go to the beginning or the end; of a list, to the end of all there is."""
        finding = self._finding
        goes_on = finding is not None and not finding.lists_all and self._lists(self.finder.text)
        if last and goes_on and finding is not None and not finding.answering and self.scope is Scope.LIST:
            self._list_to_end(finding)
        else:
            super().move_end(last=last)

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _list_to_end(self, finding: Finding) -> None:
        await finding.to_end()
        self.finder.hits.move_end(last=True)

    def _ask(self, query: str) -> None:
        """Let the box ask `query`; where it stands there already, what answers it comes back in the list."""
        is_there = self.finder.box.value == query.strip()
        self.finder.box.value = query.strip()
        self._asked = self.finder.text
        self.finder.box.cursor_position = len(self.finder.box.value)
        if is_there:
            self.on_query_changed(QueryChanged(self.finder.text))

    def on_paste(self, event: Paste) -> None:
        """Seek what is pasted where nothing is typed in: no box has taken it."""
        event.stop()
        if query := pasted_query(event):
            self.focus_box()
            self._ask(query)

    def take_completion(self) -> None:
        """Complete what is typed, where the cursor is at its end; else move the cursor."""
        box = self.finder.box
        if self._finding is None or not self._finding.completions or box.cursor_position < len(box.value):
            box.action_cursor_right()
            return
        completed = self._finding.completions[0]
        self._ask(completed.query)
        if completed.articles is not None:
            self.finder.box.insert_text_at_cursor(" ")

    def _now(self) -> Before:
        hits = self.finder.hits
        listed = self._finding.listed if self._finding is not None else Listed.ARTICLES
        returns = listed if listed in _LISTINGS else Listed.ARTICLES
        return Before(self.finder.text, self.focused, known_by(hits.value), len(hits.rows), returns)

    def _note_before(self, before: Before) -> None:
        """Note where Esc returns to from the list that comes next."""
        last = self._before[-1] if self._before else None
        if last is None or (last.query, last.listed) != (before.query, before.listed):
            self._before.append(before)

    def _return(self) -> bool:
        """Return to what the list showed before; False where it shows nothing else."""
        if not self._before:
            return False
        before = self._before.pop()
        sought = (*known_by_reading(self.finder.hits, self.view.article), *before.selected)
        self._back = Back(before.query, sought, before.rows, before.listed)
        self._ask(before.query)
        self._focus(before.focus or self.finder.hits)
        return True

    def _narrow_to(self, query: str) -> None:
        """Ask what a row of a list asks. Esc will return to what was listed before, with the focus in the list."""
        self._await_list()
        self._note_before(self._now())
        self.broadsheet.keeper.searches.record(self.finder.text)
        last = self._before.pop()
        if last.query != query.strip() or last.listed is not Listed.ARTICLES:
            self._before.append(last._replace(focus=self.finder.hits))
        self._focus_list()
        self._ask(query)

    def clear_query(self) -> None:
        """List the newest; what stood in the box is among the earlier searches."""
        key = "ctrl+r" if self.scope is Scope.BOX else "s"
        self._farewell = f"{key} brings it back: {self.finder.text}"
        self.broadsheet.keeper.searches.record(self.finder.text)
        self._back = Back("", known_by_reading(self.finder.hits, self.view.article), 0)
        self.finder.box.value = self._asked = ""

    def on_query_submitted(self, message: QuerySubmitted) -> None:  # noqa: ARG002
        """Open what is selected."""
        self.open_hit()

    def open_hit(self) -> None:
        """Open the best hit of what stands in the box now, which the list may not answer yet."""
        if self._lists(self.finder.text):
            self._choose_hit()
        elif self._awaiting.is_in_vain:
            self.broadsheet.pass_on_typed()
        else:
            self._awaiting.hit(self.finder.text)
            if self._finding is not None and not self._going("finder"):  # it failed: once more
                self.on_query_changed(QueryChanged(self.finder.text))

    def _choose_hit(self) -> None:
        if self.finder.hits.value is None:
            self.broadsheet.pass_on_typed()
        self.finder.hits.choose()

    def choose(self) -> None:
        """Open, or go to, what is selected in the list that has the focus."""
        if self.focused_list.value is not None:
            self.broadsheet.take_enter()
        self.focused_list.choose()

    def _going(self, group: str) -> bool:
        return any(worker.group == group and not worker.is_finished for worker in self.workers)
