"""The reading screen: finder, article and side panel, and what follows from each fact they report.

It is longer than most modules because it is the one place where facts meet: each method is a few lines that pass one
on. What the finder lists is `finding.py`, what the article does is `desk.py`. Other screens load when shown.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, TypeAlias, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

from docs_store import Action, Correction, EntityCount, EntityKind, SearchHit, StoreError
from tui.command import PANES, SCOPES, Scope, binding, key_word
from tui.commands.every import BY_NAME, COMMANDS
from tui.commands.everywhere import Help
from tui.compositor import LeanCompositor
from tui.correcting import correct, undo
from tui.library import Opened
from tui.messages import (
    FindChanged,
    GoTo,
    GoToArticle,
    GoToEntity,
    GoToLink,
    GoToPicture,
    GoToQuery,
    MoreRowsWanted,
    PeriodChosen,
    PlaceClicked,
    PositionChanged,
    QueryChanged,
    QuerySubmitted,
    RowChosen,
    RowHighlighted,
    TabChosen,
)
from tui.outside import citation, copyable, open_in_browser
from tui.screens.desk import Desk
from tui.screens.finding import Finding, Listed
from tui.state import ReadingPositions
from tui.theming import Palette
from tui.timeline import Column
from tui.typeset import MEASURES
from tui.widgets.article_view import ArticleView
from tui.widgets.find_box import FindBox
from tui.widgets.finder import Finder
from tui.widgets.row_list import RowList
from tui.widgets.side_panel import SidePanel, Tab
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.app import BroadsheetApp

_PREVIEW_DELAY: Final = 0.12
"""Seconds the cursor rests on a row before its article is shown: holding a key shows only the last."""

Listing: TypeAlias = Callable[[Finding, str, int], Awaitable[None]]
"""Lists what is no article, for what is typed, the cursor on a row."""


class _Before(NamedTuple):
    """What stood in the box, and where the focus was, before another list was shown."""

    query: str
    focus: Widget | None


class ReadingScreen(Screen[None]):
    """Where one finds and reads."""

    BINDINGS: ClassVar[list[BindingType]] = [binding(command) for command in COMMANDS]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it on the instance
        (0, "-narrow"),
        (72, "-medium"),
        (120, "-wide"),
    ]

    def __init__(self) -> None:
        columns = shutil.get_terminal_size().columns
        width = [name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= columns][-1:]
        super().__init__(classes=" ".join([PANES[Scope.BOX], *width]))  # Textual's own pass over the styles is 4 ms
        self._compositor = LeanCompositor()
        self._finding: Finding | None = None
        self._desk: Desk | None = None
        self._preview: Timer | None = None
        self._before: list[_Before] = []
        self._submitted: str | None = None
        self._is_closed = False
        self._is_empty = False
        self._correcting = asyncio.Lock()

    # ------------------------------------------------------------------ parts

    def compose(self) -> ComposeResult:
        """Lay out the three panes and the last line."""
        with Horizontal(id="panes"):
            yield Finder(id="finder")
            yield ArticleView(id="article")
            yield SidePanel(id="side")
        yield FindBox(id="find")
        yield StatusLine(id="status")

    @property
    def broadsheet(self) -> BroadsheetApp:
        """The app, by its own type."""
        return cast("BroadsheetApp", self.app)

    @property
    def finder(self) -> Finder:
        """The left pane."""
        return self.query_one("#finder", Finder)

    @property
    def view(self) -> ArticleView:
        """The middle pane."""
        return self.query_one("#article", ArticleView)

    @property
    def panel(self) -> SidePanel:
        """The right pane."""
        return self.query_one("#side", SidePanel)

    @property
    def status(self) -> StatusLine:
        """The last line."""
        return self.query_one("#status", StatusLine)

    @property
    def find_box(self) -> FindBox:
        """Where one types what to find inside the article."""
        return self.query_one("#find", FindBox)

    @property
    def scope(self) -> Scope:
        """Where the focus is."""
        return SCOPES.get(str(self.focused.id) if self.focused else "", Scope.LIST)

    @property
    def focused_list(self) -> RowList:
        """The list that keys move in."""
        return self.panel.list if self.scope is Scope.PANEL else self.finder.hits

    # ------------------------------------------------------------------ opening an archive

    def on_mount(self) -> None:
        """Begin in the box."""
        self.focus_box()
        self.view.show_notice("Opening the archive …")
        self.broadsheet.begin()

    def paint(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.finder.paint(palette)
        self.panel.paint(palette)
        self.view.palette = palette
        self.status.palette = palette

    def start(self, opened: Opened, positions: ReadingPositions) -> None:
        """Show the archive: the newest articles, and how to begin."""
        library, self._is_closed = opened.library, False
        self._finding = Finding(self.finder, library, self.broadsheet.searches, self.broadsheet.kinds)
        self._desk = Desk(self.view, self.panel, library, positions, self.broadsheet.kinds)
        self._finding.show_newest(opened.articles, opened.newest)
        self._welcome(opened.articles)
        if not self.finder.text:
            if self.broadsheet.opens_article:
                self.finder.hits.choose()
            elif last := self.broadsheet.searches.last:
                self.finder.box.value = last
                self.finder.box.select_all()  # what is typed takes its place
        self.call_after_refresh(self._go_on)  # the first list is seen before the engines load

    def _welcome(self, articles: int) -> None:
        self.view.show_notice(*self.broadsheet.welcome(articles))
        self._is_empty = not articles
        if self._is_empty and not self.finder.box.value:
            self._focus_list()  # there is nothing to find, and letters are commands

    @work(group="finder", exclusive=True)
    async def _go_on(self) -> None:
        if self.finder.text:  # typed while the archive opened, or the last search
            self.on_query_changed(QueryChanged(self.finder.text))
        elif self._finding is not None:
            await self._finding.show_months()

    def articles_arrived(self) -> None:
        """Take in articles that were stored meanwhile. A list the reader is moving in, or asks for, stays as it is."""
        finding = self._finding
        if finding and finding.shows_newest and not self.finder.text and self.finder.hits.cursor <= 0:
            self._list_newest()

    @work(group="finder", exclusive=True)
    async def _list_newest(self) -> None:
        if self._finding is not None:
            await self._finding.newest()
            if self._is_empty and self._finding.found and self.view.article is None:
                self._welcome(self._finding.found)

    def _lists(self, query: str) -> bool:
        """Whether the list answers `query`: else what does is on its way, and must not be cancelled."""
        return self._finding is not None and self._finding.answers(query)

    def leave(self) -> None:
        """Remember where the open article is being read."""
        if self._desk is not None:
            self._desk.leave()

    def fail(self, *paragraphs: str) -> None:
        """Say what went wrong in place of an article."""
        self.view.show_notice(*paragraphs)
        self.finder.hits.set_rows(())
        self.finder.count("")
        self._submitted, self._is_closed = None, True
        self.broadsheet.pass_on_typed()

    # ------------------------------------------------------------------ finding

    @work(group="finder", exclusive=True)
    async def on_query_changed(self, message: QueryChanged) -> None:
        """List what answers the query."""
        self.broadsheet.searches.last = message.text
        if self._finding is None:
            return
        self.say(self.broadsheet.progress_words)  # what was said was of another query
        if message.text:
            await self._finding.answer(message.text)
        else:
            await self._finding.newest()
        if self._submitted == message.text and self._finding.answers(message.text):
            self._submitted = None
            self._choose_hit()
        if self._finding.broken:
            self._finding.broken = False
            self.broadsheet.mend()
        if self._finding.note:
            self.say(self._finding.note, role="warning")

    def on_more_rows_wanted(self, message: MoreRowsWanted) -> None:
        """List further articles before the reader comes to the end."""
        finding = self._finding
        if message.source == "hits" and finding and self._lists(self.finder.text) and not finding.answering:
            self._list_more(finding)

    @work(group="finder", exclusive=True)
    async def _list_more(self, finding: Finding) -> None:
        if not finding.lists_all:
            await finding.more()

    @work(group="finder", exclusive=True)
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
        if not self.finder.timeline.display:
            self.say("no timeline: none of these articles' dates is known")
            return
        self.add_class("at-finder")
        self._focus(self.finder.timeline)
        if self.finder.timeline.column is None:
            self.finder.timeline.step(-1)

    def keep_period(self) -> None:
        """Write the timeline's filter into the box."""
        if (column := self.finder.timeline.column) and not self.finder.timeline.shows_days:
            self._ask(f"{self.finder.text} {column.query}")
        self._focus(self.finder.hits)

    def _ask(self, query: str) -> None:
        self.finder.box.value = query.strip()
        self.finder.box.cursor_position = len(self.finder.box.value)

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

    def list_facets(self) -> None:
        """List what the hits can be narrowed by."""
        self._list(Finding.facets)

    def list_entities(self) -> None:
        """List the names of the whole archive."""
        self._list(Finding.entities)

    def list_searches(self) -> None:
        """List saved and earlier searches."""
        self._list(Finding.searches)

    @work(group="finder", exclusive=True)
    async def _list(self, listing: Listing, cursor: int | None = None) -> None:
        """Show a list and go there; where one has a cursor in it, it is only shown anew."""
        if self._finding is None:
            return
        if cursor is None:
            self._note_before()
        await listing(self._finding, self.finder.text, cursor or 0)
        if cursor is None:
            self._focus_list()

    @work(group="finder", exclusive=True)
    async def list_story(self) -> None:
        """List the articles of the open article's story, in order of time."""
        article = self.view.article
        if self._finding is None or article is None:
            self.say("open an article first; this lists its story")
        elif await self._finding.story(article.id):
            self._note_before()
            self._focus_list()
        else:
            self.say("no other article of this story is in the archive")

    def _note_before(self) -> None:
        """Note where Esc returns to from the list that comes next."""
        if not self._before or self._before[-1].query != self.finder.text:
            self._before.append(_Before(self.finder.text, self.focused))

    def _return(self) -> bool:
        """Return to what the list showed before; False where it shows nothing else."""
        if not self._before:
            return False
        before = self._before.pop()
        if before.query != self.finder.text:
            self._ask(before.query)
        else:
            self.on_query_changed(QueryChanged(before.query))
        self._focus(before.focus or self.finder.hits)
        return True

    def _focus_list(self) -> None:
        self.add_class("at-finder")
        self._focus(self.finder.hits)

    def save_search(self) -> None:
        """Save what the box asks, or the selected search, or drop it where it is saved."""
        if self._finding is None:
            return
        selected = self.finder.hits.value if self._finding.listed is Listed.SEARCHES else None
        query = selected.query if isinstance(selected, GoToQuery) else self.finder.text
        if not query:
            self.say("type a query first; then this saves it")
            return
        saved = self.broadsheet.searches.toggle(query, 0 if selected else self._finding.found)
        key = "ctrl+r" if self.scope is Scope.BOX else "s"
        self.say(f"saved: {query} · {key} lists saved searches" if saved else f"no longer saved: {query}")
        if selected is not None:
            self._list(Finding.searches, self.finder.hits.cursor)

    def on_query_submitted(self, message: QuerySubmitted) -> None:  # noqa: ARG002
        """Open what is selected."""
        self.open_hit()

    def open_hit(self) -> None:
        """Open the best hit of what stands in the box now, which the list may not answer yet."""
        if self._lists(self.finder.text):
            self._choose_hit()
        elif self._is_closed:
            self.broadsheet.pass_on_typed()
        else:
            self._submitted = self.finder.text
            if self._finding is not None and not self._going("finder"):  # it failed: once more
                self.on_query_changed(QueryChanged(self.finder.text))

    def _choose_hit(self) -> None:
        if self.finder.hits.value is None:
            self.broadsheet.pass_on_typed()
        self.finder.hits.choose()

    def choose(self) -> None:
        """Open, or go to, what is selected in the list that has the focus."""
        if self.focused_list.value is not None:
            self.broadsheet.ahead.take()
        self.focused_list.choose()

    def on_row_highlighted(self, message: RowHighlighted) -> None:
        """Show the article of the row the cursor rests on."""
        if message.source == "hits" and isinstance(message.value, SearchHit):
            self.finder.timeline.mark(message.value.article.date)
        if message.source != "hits" or self.scope not in (Scope.LIST, Scope.TIMELINE):
            return
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(_PREVIEW_DELAY, self._preview_row)

    def _preview_row(self) -> None:
        hit = self.finder.hits.value
        if isinstance(hit, SearchHit) and not self.has_class("-narrow"):
            self._open_hit(hit, visit=False)

    def on_row_chosen(self, message: RowChosen) -> None:
        """Go where the row leads."""
        self.broadsheet.ahead.open()
        self._go(message.value)
        if not isinstance(message.value, (SearchHit, GoToArticle)):
            self.broadsheet.pass_on_typed()

    def _go(self, to: object) -> None:
        match to:
            case SearchHit() as hit:
                self.broadsheet.searches.record(self.finder.text)
                self._open_hit(hit)
                self._focus(self.view)
            case GoToQuery(query):
                self._before.clear()
                self._focus(self.finder.hits)
                self._ask(query)
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
    async def _open_hit(self, hit: SearchHit, *, visit: bool = True) -> None:
        if self._desk is not None and self._finding is not None:
            await self._desk.open(hit.article.id, hit, self._finding.query, visit=visit)
            await self._opened(self._desk)

    @work(group="article", exclusive=True)
    async def _open(self, article_id: str) -> None:
        if self._desk is not None:
            await self._desk.open(article_id)
            await self._opened(self._desk)

    @work(group="article", exclusive=True)
    async def _open_and_go_hit(self, hit: SearchHit, step: int) -> None:
        if self._desk is not None and self._finding is not None:
            await self._desk.open(hit.article.id, hit, self._finding.query)
            if self.view.hits:
                self.view.select_hit(0 if step > 0 else self.view.hits - 1)
            await self._opened(self._desk)

    async def _opened(self, desk: Desk) -> None:
        """Go on with what was typed meanwhile, and with what stands beside the article."""
        self._say_where()
        self.broadsheet.pass_on_typed()
        await desk.show_company()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Let nothing that was typed wait for an opening that failed, or was given up for another."""
        if self._submitted is not None and event.worker.group == "finder" and not self._going("finder"):
            self._submitted = None
            self.broadsheet.pass_on_typed()
        elif self.broadsheet.ahead.is_opening and not self._going("article"):
            self.broadsheet.pass_on_typed()

    def _going(self, group: str) -> bool:
        return any(worker.group == group and not worker.is_finished for worker in self.workers)

    def step_article(self, step: int) -> None:
        """Open the next article of the list (the one before, where `step` is -1)."""
        if self._step_row(step) and isinstance(hit := self.finder.hits.value, SearchHit):
            self._open_hit(hit)

    def _step_row(self, step: int) -> bool:
        before = self.finder.hits.cursor
        self.finder.hits.move_cursor(step)
        if self.finder.hits.cursor == before:
            self.say("no further article in the list" if step > 0 else "this is the first article of the list")
            return False
        return True

    def list_articles_naming(self) -> None:
        """List every article that names the selected entity."""
        if (entity := self._selected_entity()) is None:
            return
        from docs_store import query_for

        self._note_before()
        self._focus_list()
        self._ask(query_for(entity.name, entity.kind))

    # ------------------------------------------------------------------ correcting names

    def ignore_entity(self) -> None:
        """Correct: the selected name is no entity."""
        if entity := self._selected_entity():
            self._correct(Correction(Action.IGNORE, entity.name, entity.kind))

    @work(group="naming", exclusive=True)
    async def merge_entity(self) -> None:
        """Correct: the selected name is the one chosen."""
        entity, library = self._selected_entity(), self.broadsheet.library
        if entity is None or library is None:
            return
        from tui.screens.name import NameScreen

        other = await self.app.push_screen_wait(NameScreen(f"{entity.name} is", names=library.entities))
        if isinstance(other, EntityCount):
            self._correct(Correction(Action.MERGE, entity.name, entity.kind, other.name, other.kind))

    @work(group="naming", exclusive=True)
    async def rename_entity(self) -> None:
        """Correct: the selected name is what is typed."""
        if (entity := self._selected_entity()) is None:
            return
        from tui.screens.name import NameScreen

        name = await self.app.push_screen_wait(NameScreen(f"{entity.name} is called", entity.name))
        if not isinstance(name, str) or name == entity.name:
            return
        try:
            step = Correction(Action.ALIAS, entity.name, entity.kind, name)
        except ValueError as error:
            self.say(str(error), role="warning")
        else:
            self._correct(step)

    def undo_correction(self) -> None:
        """Take the last correction back."""
        self._correct(None)

    def _selected_entity(self) -> GoToEntity | None:
        if isinstance(entity := self.panel.list.value, GoToEntity):
            return entity
        self.say("select an entity first: press 3")
        return None

    @work(group="correct")
    async def _correct(self, step: Correction | None) -> None:
        """Correct a name, or take the last correction back where `step` is None; then show the article anew."""
        if self._desk is None:
            return
        async with self._correcting:  # one writes at a time
            self.say("correcting the archive …")
            try:
                words = await (correct(self.broadsheet.archive, step) if step else undo(self.broadsheet.archive))
            except StoreError as error:
                self.say(str(error), role="warning")
                return
            await self.broadsheet.look()
            cursor = self.panel.list.cursor
            await self._desk.again()
            self.panel.list.return_to(cursor)
            self.say(f"{words} · u takes it back" if step else words)

    # ------------------------------------------------------------------ reading

    def on_position_changed(self, message: PositionChanged) -> None:
        """Let the outline and the status follow."""
        self.panel.follow(message.position)
        self._say_where()

    def _go_to_mention(self, entity: GoToEntity) -> None:
        """Go to the first mention, again to the next. Where the panel hides the text, it gives way."""
        if self._desk is None:
            return
        self._desk.go_to_mention(entity)
        if not self.has_class("-wide"):
            self._go_in_article()
        self._say_where()

    def on_place_clicked(self, message: PlaceClicked) -> None:
        """Show who or what was clicked among the entities."""
        if self._desk is not None and (index := self._desk.entity_row_at(message.position)) is not None:
            self._show_side()
            self.panel.tab = Tab.ENTITIES
            self.panel.list.cursor = index

    def switch_kind(self, kind: EntityKind | None) -> None:
        """Switch a kind of names off or on, in text and lists; None brings all back."""
        said = self.broadsheet.kinds.switch(kind)
        if self._desk is not None:
            self._desk.show_kinds()
        self._list_kinds()
        self.say(said)

    def _list_kinds(self) -> None:
        """List anew what has names in it, of the kinds that are on now."""
        if self._finding is None:
            return
        cursor = self.finder.hits.cursor
        if self._finding.listed is Listed.ENTITIES:
            self._list(Finding.entities, cursor)
        elif self._finding.listed is Listed.FACETS:
            self._list(Finding.facets, cursor)
        elif self._finding.portrays:
            self._list(Finding.portrait_again, cursor)

    def open_find(self) -> None:
        """Open the box that finds inside the article; from the list, the finder's own box."""
        if self.scope is Scope.LIST or self.view.article is None:
            self.focus_box()
            return
        self.find_box.add_class("open")
        self.find_box.value = ""
        self._focus(self.find_box)

    def on_find_changed(self, message: FindChanged) -> None:
        """Mark what is typed; Enter returns to the article."""
        if self._desk is None:
            self.broadsheet.pass_on_typed()
            return
        if message.text.strip():
            self._desk.find_inside(message.text)
        else:
            self._desk.clear_marks()
        if message.done:
            self._close_find()
            self.broadsheet.pass_on_typed()
        self._say_where()

    def _close_find(self) -> None:
        self.find_box.remove_class("open")
        self._focus(self.view)

    def go_hit(self, step: int) -> None:
        """Go to the next hit, past the last on to the next article's; where nothing is sought, to the next name."""
        if self._desk is None or self.view.article is None:
            return
        if not self._desk.searched and not self._desk.go_mention(step):
            self.say(self._desk.no_further)
        elif not self._desk.searched or self._desk.go_hit(step):
            self._say_where()
        elif self._desk.looks_inside:
            self.say("no further hit in this article")
        elif self._step_row(step) and isinstance(hit := self.finder.hits.value, SearchHit):
            self._open_and_go_hit(hit, step)

    def change_measure(self, by: int) -> None:
        """Make lines longer or shorter."""
        narrowest, widest = MEASURES
        shown = min(self.view.measure, self.view.room)
        if by > 0 and self.view.measure >= self.view.room:
            self.say(f"lines of {shown} columns: there is no room for longer ones (p hides the side panel)")
            return
        self.view.set_measure(min(max(shown + by, narrowest), widest))
        self.broadsheet.remember(measure=self.view.measure)
        self.say(f"lines of {min(self.view.measure, self.view.room)} columns")

    @work(group="article", exclusive=True)
    async def travel(self, step: int) -> None:
        """Go back or forward through what was read."""
        if self._desk is None:
            return
        if await self._desk.travel(step) is None:
            self.say("nothing was read before this" if step < 0 else "this is the last one read")
        else:
            self._say_where()

    def copy(self) -> None:
        """Copy the selected text, else what cites the article."""
        if self.view.article is None:
            self.say("open an article first")
            return
        text = copyable(self.get_selected_text() or citation(self.view.article))
        self.app.copy_to_clipboard(text)
        self.say(f"copied: {' · '.join(text.splitlines())}")

    def copy_path(self) -> None:
        """Copy the path of the article's file."""
        article = self.view.article
        self.say(self.broadsheet.copy_path(article.path) if article else "open an article first")

    def view_picture(self) -> None:
        """Show the selected picture, else the one at the reading position."""
        article, library = self.view.article, self.broadsheet.library
        if article is None or library is None:
            self.say("open an article first")
            return
        row = self.panel.list.value if self.scope is Scope.PANEL else None
        number = row.image if isinstance(row, GoToPicture) else self.view.picture
        if number < 0:
            self.say("no pictures in this article")
            return
        from tui.screens.picture import PictureScreen

        self.app.push_screen(PictureScreen(article, number, library))

    def show_original(self) -> None:
        """Show the article's file as it is."""
        if self.view.article is None or self.broadsheet.library is None:
            self.say("open an article first")
            return
        from tui.screens.original import OriginalScreen

        self.app.push_screen(OriginalScreen(self.view.article, self.broadsheet.library))

    def open_address(self) -> None:
        """Open the selected link's address, else the article's."""
        link = self.panel.list.value if self.scope is Scope.PANEL else None
        if isinstance(link, GoToLink):
            self._follow(link.link.url)
        elif self.view.article is not None:
            self._follow(self.view.article.url)
        else:
            self.say("open an article first")

    @work(group="browser")
    async def _follow(self, url: str) -> None:
        self.say(await open_in_browser(url))

    # ------------------------------------------------------------------ adding

    @work(group="adding", exclusive=True)
    async def add_articles(self) -> None:
        """Ask for a folder or a file, and add it."""
        app = self.broadsheet
        if app.adding:
            self.say(f"{app.adding} is being added · X stops it")
            return
        from tui.screens.adding import AddScreen

        path = await app.push_screen_wait(AddScreen(app.archive, app.last_added))
        if path is not None:
            app.add(path)

    def stop_adding(self) -> None:
        """Stop what is being added."""
        if self.broadsheet.adding:
            self.broadsheet.stop_adding()
        else:
            self.say("nothing is being added · A adds")

    # ------------------------------------------------------------------ panes

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002
        """Show the pane that has the focus, where not all are shown, and the keys that work in it."""
        for name in set(PANES.values()):
            self.set_class(PANES[self.scope] == name, name)
        keys = sorted((c for c in COMMANDS if c.label and self.scope in c.scopes), key=lambda c: c.label != Help.label)
        self.status.show_keys([(key_word(c.keys[0]), c.label) for c in keys])

    def _focus(self, widget: Widget) -> None:
        """Focus at once where that can be done: what is typed ahead must not reach the pane that was left."""
        if widget.focusable:
            self.set_focus(widget)
        else:
            widget.focus()  # its pane is only just being shown

    def focus_box(self, *, anew: bool = False) -> None:
        """Type in the finder's box; where `anew`, what is typed takes the place of what stands there."""
        self.set_class(True, "at-finder")
        self._focus(self.finder.box)
        if anew:
            self.finder.box.select_all()

    def step_pane(self, step: int) -> None:
        """Focus the next pane."""
        order: list[Widget] = [self.finder.box, self.finder.hits, self.view, self.panel.list]
        panes = ["at-finder", "at-finder", "at-article", "at-side"]
        at = next((i for i, widget in enumerate(order) if widget.has_focus), 2)
        following = (at + step) % len(order)
        self._show_side()
        self.add_class(panes[following])
        self._focus(order[following])

    def _go_in_article(self) -> None:
        self.add_class("at-article")
        self._focus(self.view)

    def _show_side(self) -> None:
        self.panel.remove_class("hidden")

    def show_tab(self, name: str) -> None:
        """Show a tab of the side panel and go there; again, to leave."""
        tab = Tab(name)
        if self.scope is Scope.PANEL and self.panel.tab is tab:
            self._go_in_article()
            return
        self._show_side()
        self.panel.tab = tab
        self.add_class("at-side")
        self._focus(self.panel.list)

    def on_tab_chosen(self, message: TabChosen) -> None:
        """Show the tab that was clicked."""
        self.panel.tab = Tab(message.tab)

    def toggle_panel(self) -> None:
        """Show or hide the side panel."""
        if not self.has_class("-wide"):
            if self.scope is Scope.PANEL:
                self._go_in_article()
            else:
                self.show_tab(self.panel.tab.value)
            return
        self.panel.toggle_class("hidden")
        if self.scope is Scope.PANEL:
            self._go_in_article()

    def move(self, *, lines: int = 0, pages: float = 0) -> None:
        """Scroll the article, or move in a list."""
        target = self.view if self.scope is Scope.ARTICLE else self.focused_list
        if pages:
            target.move_page(pages)
        else:
            target.move_lines(lines)

    def move_end(self, *, last: bool) -> None:
        """Go to the beginning or the end."""
        target = self.view if self.scope is Scope.ARTICLE else self.focused_list
        target.move_end(last=last)

    def escape(self) -> None:
        """Go one level back."""
        match self.scope:
            case Scope.FIND:
                if self._desk is not None:
                    self._desk.clear_marks()
                self._close_find()
            case Scope.PANEL:
                self._go_in_article()
            case Scope.ARTICLE:
                if self._desk is None or not self._desk.clear_marks():
                    self._focus(self.finder.hits)
                    self.add_class("at-finder")
                self._say_where()
            case Scope.TIMELINE:
                if not self.finder.timeline.shows_days:
                    self.finder.timeline.choose(-1)
                self._focus(self.finder.hits)
            case Scope.LIST:
                if not self._return():
                    self.focus_box()
            case Scope.BOX if self.finder.box.value:
                self.finder.box.value = ""
            case Scope.BOX:
                self._focus(self.finder.hits)

    def abort(self) -> None:
        """Leave the box, with nothing typed."""
        if self.scope is Scope.FIND:
            self.escape()
        else:
            self.finder.box.value = ""
            self._focus(self.finder.hits)

    # ------------------------------------------------------------------ words

    def say(self, words: str, *, role: str = "status") -> None:
        """Say something in the last line."""
        self.status.say(words, role=role)

    def _say_where(self) -> None:
        if self._desk is None or self.view.article is None:
            return
        app = self.broadsheet
        words = (f"{self.view.progress:.0%}", self._desk.where(), app.kinds.off_words, app.progress_words)
        self.say(" · ".join(filter(None, words)))

    def next_theme(self) -> None:
        """Switch to the next theme."""
        self.say(f"theme: {self.broadsheet.step_theme()}")

    def show_help(self) -> None:
        """Show every key."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    # ------------------------------------------------------------------ commands

    async def action_command(self, name: str) -> None:
        """Run a command by its name."""
        await BY_NAME[name].run(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a command only where its key is not a letter to type."""
        if action == "command":
            return self.scope in BY_NAME[str(parameters[0])].scopes
        return super().check_action(action, parameters)
