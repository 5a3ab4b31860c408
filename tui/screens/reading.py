"""The reading screen: finder, article and side panel, and what follows from each fact they report.

It is built in layers, each knowing those before it: `panes.py` has the parts and the focus, `asking.py` the finder and
`listing.py` its other lists, `opening.py` the article; here is what is done with an article, its names and the archive.
Other screens load when shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.css.query import NoMatches

from docs_store import Action, Correction, EntityCount, EntityKind, SearchHit, StoreError, StoreLocked, clean
from tui.command import READING, Scope, binding
from tui.commands.every import BY_NAME, COMMANDS
from tui.correcting import correct, last_correction, told, undo
from tui.library import Library, Opened
from tui.marking import outcome, toggle_mark
from tui.messages import (
    GoToArticle,
    GoToEntity,
    GoToLink,
    GoToPicture,
    GoToQuery,
    QueryChanged,
)
from tui.outside import citation, copyable, picture_citation
from tui.passages import as_text
from tui.screens.desk import Desk
from tui.screens.finding import Finding
from tui.screens.opening import OpeningScreen
from tui.screens.panes import tells_failure
from tui.typeset import MEASURES
from tui.widgets.side_panel import Tab

_ANOTHER_TRY: Final = 0.5
"""Seconds until it is looked again whether whoever writes is done."""

_MARKED_LATER: Final = "articles are being added · this is marked as soon as that is done"


class ReadingScreen(OpeningScreen):
    """Where one finds and reads."""

    BINDINGS: ClassVar[list[BindingType]] = [binding(command) for command in COMMANDS]

    def __init__(self) -> None:
        super().__init__()
        self._own: list[Correction] = []
        """Corrections of this session, the last one last."""
        self._undone: list[Correction] = []
        """Those taken back since the last one, which can be made again."""
        self._waiting = 0
        """Marks that wait until nobody else writes."""
        self._leaves_marks = False
        """Whether it was said that quitting gives those up."""

    def on_mount(self) -> None:
        """Begin in the box."""
        self.focus_box()
        self.view.show_notice("Opening the archive …")
        self.broadsheet.begin()

    def start(self, opened: Opened) -> None:
        """Show the archive: the newest articles, and how to begin."""
        library, self._is_closed = opened.library, False
        self._finding = Finding(self.finder, library, self.broadsheet.keeper.searches, self.broadsheet.keeper.kinds)
        self._desk = Desk(self.view, self.panel, library, self.broadsheet.keeper)
        self._finding.show_newest(opened.articles, opened.newest)
        self._welcome(opened.articles)
        if self.broadsheet.keeper.remark:
            self._say_first()
        if not self.finder.text:
            if self.broadsheet.opens_article:
                self.finder.hits.choose()
            elif last := self.broadsheet.keeper.searches.last:
                self.finder.box.value = self._asked = self._finding.news.restored = last
                self.finder.box.select_all()  # what is typed takes its place
        self.call_after_refresh(self._go_on)  # the first list is seen before the engines load

    @work(group="finder", exclusive=True)
    @tells_failure
    async def _go_on(self) -> None:
        if self.finder.text:  # typed while the archive opened, or the last search
            self.on_query_changed(QueryChanged(self.finder.text))
        elif self._finding is not None:
            with suppress(NoMatches):  # whoever quits at once has taken the parts away
                await self._finding.show_months()

    def fail(self, *paragraphs: str) -> None:
        """Say what went wrong in place of an article."""
        self.view.show_notice(*paragraphs)
        self.finder.hits.set_rows(())
        self.finder.count("")
        self._submitted, self._is_closed = None, True
        self.broadsheet.pass_on_typed()

    @property
    def is_asking(self) -> bool:
        """True from a command that asks in a screen of its own until what is done with the answer has begun."""
        return any(map(self._going, ("adding", "naming", "piping")))

    def ignore_entity(self) -> None:
        """Correct: the selected name is no entity."""
        if entity := self._selected_entity():
            self._correct(Correction(Action.IGNORE, entity.name, entity.kind))

    @work(group="naming", exclusive=True)
    async def merge_entity(self) -> None:
        """Correct: the selected name is the one chosen. Where they differ in kind, that is seldom meant: it asks."""
        entity, library = self._selected_entity(), self.broadsheet.library
        if entity is None or library is None:
            return
        from tui.screens.name import NameScreen
        from tui.screens.sure import SureScreen

        async def others(like: str, limit: int) -> tuple[EntityCount, ...]:
            found = await library.entities(like, limit + 1)
            return tuple(each for each in found if (each.name, each.kind) != (entity.name, entity.kind))[:limit]

        question = NameScreen(f"Merge {entity.name} into", "merges them in the whole archive", names=others)
        other = await self.app.push_screen_wait(question)
        if not isinstance(other, EntityCount):
            return
        if other.kind is not entity.kind:
            kinds = f"{entity.name} ({entity.kind}) and {other.name} ({other.kind}) differ in kind."
            if not await self.app.push_screen_wait(SureScreen(f"{kinds} Make them one?")):
                return
        self._correct(Correction(Action.MERGE, entity.name, entity.kind, other.name, other.kind))

    @work(group="naming", exclusive=True)
    async def rename_entity(self) -> None:
        """Correct: the selected name is what is typed."""
        if (entity := self._selected_entity()) is None:
            return
        from tui.screens.name import NameScreen

        question = NameScreen(f"Change {entity.name} to", "changes it in the whole archive", entity.name)
        name = await self.app.push_screen_wait(question)
        if not isinstance(name, str) or name == entity.name:
            return
        try:
            step = Correction(Action.ALIAS, entity.name, entity.kind, name)
        except ValueError as error:
            self.say(str(error), role="warning")
        else:
            self._correct(step)

    @work(group="correct")
    @tells_failure
    async def undo_correction(self) -> None:
        """Take the last correction back; one that is not of this session only after a question."""
        async with self._correcting:
            archive = self.broadsheet.archive
            last = await last_correction(archive)
            if last is None:
                self.say("there is no correction to undo", holds=True)
                return
            is_own = self._own[-1:] == [last]
            if not is_own:
                from tui.screens.sure import SureScreen

                question = f"Not corrected in this session: {told(last)}. Take it back?"
                if not await self.app.push_screen_wait(SureScreen(question)):
                    return
            if await self._change(undo(archive, last), "U makes it again · ", (last.name, last.kind)):
                self._undone.append(last)
                if is_own:
                    self._own.pop()

    @work(group="correct")
    @tells_failure
    async def redo_correction(self) -> None:
        """Make the correction again that was taken back last."""
        async with self._correcting:
            if not self._undone:
                self.say("no correction was taken back since the last one", holds=True)
            elif await self._make(self._undone[-1]):
                self._undone.pop()

    @work(group="correct")
    @tells_failure
    async def _correct(self, step: Correction) -> None:
        """Correct a name, and show article and list anew."""
        async with self._correcting:  # one writes at a time
            if await self._make(step):
                self._undone.clear()

    async def _make(self, step: Correction) -> bool:
        changing = correct(self.broadsheet.archive, step)
        made = await self._change(changing, "u takes it back · ", (step.to, step.to_kind or step.kind))
        if made:
            self._own.append(step)
        return made

    async def _change(
        self, changing: Coroutine[None, None, str], before: str, at: tuple[str, EntityKind | None]
    ) -> bool:
        """Change what names mean, show it, and say `before` and what happened; return whether it did.

        `at` is the entity to select among the article's afterwards, where it is there.
        """
        self.say("correcting the archive …")
        try:
            words = await changing
        except StoreError as error:
            self.say(str(error), role="warning")
            return False
        self.say(before + words, holds=True)  # nothing that comes of showing it takes its place
        await self.broadsheet.look()
        if self._desk is not None:
            cursor = self.panel.list.cursor
            await self._desk.again()
            name, kind = at
            row = self.panel.row_of_entity(name, kind) if kind and self.panel.tab is Tab.ENTITIES else None
            self.panel.list.return_to(cursor if row is None else row)
        self._list_names()
        return True

    @work(group="correct")
    @tells_failure
    async def toggle_mark(self, mark: str) -> None:
        """Set or take back "starred" or "read" of the selected article, else of the open one."""
        row = self.focused_list.value if self.scope in (Scope.LIST, Scope.PANEL) else None
        article_id = row.article.id if isinstance(row, (SearchHit, GoToArticle)) else ""
        if not article_id and self.view.article is not None:
            article_id = self.view.article.id
        library = self.broadsheet.library
        if not article_id or library is None:
            self.say("open an article first")
            return
        if words := await self._toggled(library, article_id, mark):
            self.say(words, holds=True)
            return
        self.say(_MARKED_LATER, holds=True)
        self._waiting += 1
        try:
            while not (words := await self._toggled(library, article_id, mark)):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(_ANOTHER_TRY)
        finally:
            self._waiting -= 1
        if self.status.words == _MARKED_LATER:  # else one has gone on, and sees it in the lists
            self.say(words, holds=True)

    async def _toggled(self, library: Library, article_id: str, mark: str) -> str:
        """Set or take back a mark, and show it; return what is so by now, in words, "" while others write."""
        async with self._correcting:
            await self.broadsheet.look()  # what others stored is taken in before: what follows is ours
            try:
                article = await toggle_mark(self.broadsheet.archive, article_id, mark)
            except StoreLocked:
                return ""
            await library.refresh()
            if article is None:
                return "this article is no longer in the archive"
            if self._desk is not None:
                await self._desk.show_marks(article)
            if self._finding is not None:
                self._finding.show_marks(article.summary)
            return outcome(article, mark)

    def quit(self) -> None:
        """Leave; while marks wait, only when asked again."""
        if self._waiting and not self._leaves_marks:
            self._leaves_marks = True
            self.say("marks wait until articles are added · once more leaves without them", role="warning")
        else:
            self.app.exit()

    def switch_kind(self, kind: EntityKind | None) -> None:
        """Switch a kind of names off or on, in text and lists; None brings all back."""
        said = self.broadsheet.keeper.kinds.switch(kind)
        if self._desk is not None:
            self._desk.show_kinds()
        self._list_names()
        self.say(said)

    def change_measure(self, by: int) -> None:
        """Make lines longer or shorter. What cannot be done in this window is not remembered for others."""
        narrowest, widest = MEASURES
        shown = min(self.view.measure, self.view.room)
        measure = min(max(shown + by, narrowest), widest)
        if by > 0 and self.view.measure >= self.view.room:
            hides = " · p hides the panel" if self.panel.display and self.has_class("-wide") else ""
            self.say(f"lines of {shown} columns: no room for longer ones{hides}", holds=True)
        elif min(measure, self.view.room) == shown:
            self.say(
                f"lines of {shown} columns: the {'longest' if by > 0 else 'shortest'} · = for the usual", holds=True
            )
        else:
            self.view.set_measure(measure)
            self.broadsheet.keeper.remember(measure=measure)
            self.say(f"lines of {min(measure, self.view.room)} columns", holds=True)

    def reset_measure(self) -> None:
        """Make lines as long as they are where nobody has chosen."""
        self.view.set_measure(self.broadsheet.usual_measure)
        self.broadsheet.keeper.remember(measure=0)
        self.say(f"lines of {min(self.view.measure, self.view.room)} columns", holds=True)

    @tells_failure
    async def copy(self) -> None:
        """Copy the selected text, else what stands for the selected row, else what cites the article."""
        article = self.view.article
        text = self.get_selected_text() or await self._row_in_words() or (citation(article) if article else "")
        if not text:
            self.say("open an article first")
            return
        text = copyable(text)
        self.app.copy_to_clipboard(text)
        self.say(f"copied: {' · '.join(text.splitlines())}")

    async def _row_in_words(self) -> str:
        """Return what is copied of the selected row; "" where none is, or it leads to a place of the article."""
        article, library = self.view.article, self.broadsheet.library
        row = self.focused_list.value if self.scope in (Scope.LIST, Scope.PANEL) else None
        match row:
            case GoToPicture(image=number) if article is not None:
                return picture_citation(article.images[number], number + 1)
            case GoToEntity(name) | GoToQuery(name=name) if name:
                return name
            case GoToQuery(query):
                return query
            case GoToLink(link):
                return "\n".join(filter(None, (link.title, link.url)))
            case SearchHit(summary) | GoToArticle(summary) if library is not None:
                other = article if article and article.id == summary.id else await library.get(summary.id)
                return citation(other) if other is not None else ""
            case _:
                return ""

    def copy_path(self) -> None:
        """Copy the path of the article's file."""
        article = self.view.article
        self.say(self.broadsheet.copy_path(article.path) if article else "open an article first")

    @work(group="piping", exclusive=True)
    async def pipe(self) -> None:
        """Ask for a command, and give it the selected text, else the whole article's."""
        article, app = self.view.article, self.broadsheet
        if article is None or not app.pipes:
            self.say("open an article first" if app.pipes else "no commands are run here: the configuration says so")
            return
        from tui.screens.piping import PipeScreen

        selected = self.get_selected_text()
        command = await app.push_screen_wait(PipeScreen("the selection" if selected else "the article", app.piped_into))
        if command is not None:
            text = clean(selected) if selected else as_text(article, self.view.measure)
            self.say(app.pipe(command, f"{text.rstrip()}\n"))

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

    def escape(self) -> None:
        """Go one level back."""
        match self.scope:
            case Scope.FIND:
                if self._desk is not None and self._desk.marked.looks_inside:
                    self._desk.marked.clear()
                self._close_find()
                self._say_where()
            case Scope.PANEL:
                self._go_in_article()
            case Scope.ARTICLE:
                if self._desk is None or not self._desk.marked.clear():
                    self._focus(self.finder.hits)
                    self.add_class("at-finder")
                self._say_where()
            case Scope.TIMELINE:
                if not self.finder.timeline.shows_days:
                    self.finder.timeline.choose(-1)
                self._focus(self.finder.hits)
            case Scope.LIST:
                if self._return():
                    pass
                elif self.finder.text:
                    self.clear_query()
                else:
                    self.say("f finds an article, q quits")
            case Scope.BOX:
                self._focus(self.finder.hits)

    def abort(self) -> None:
        """Leave the box, with nothing typed."""
        if self.scope is Scope.FIND:
            self.escape()
        else:
            self._focus(self.finder.hits)
            if self.finder.text:
                self.clear_query()

    async def action_command(self, name: str) -> None:
        """Run a command by its name."""
        self.let_go()
        command = BY_NAME[name]
        if command.elsewhere and self.scope in READING - command.scopes:
            self.say(command.elsewhere)
        else:
            await command.run(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a command only where its key is not a letter to type."""
        if action == "command":
            return BY_NAME[str(parameters[0])].is_answered(self.scope)
        return super().check_action(action, parameters)
