"""The reading screen: finder, article and side panel, and what follows from each fact they report.

It is built in layers, each knowing those before it: `panes.py` has the parts and the focus, `asking.py` the finder and
`listing.py` its other lists, `within.py` the open article, `opening.py` the way to it, `changing.py` what one changes
of it and its names; here is what else is done with an article, and with the archive. Other screens load when shown.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.css.query import NoMatches

from docs_store import EntityKind, SearchHit, clean
from tui.command import READING, Scope, binding, key_word
from tui.commands.every import BY_NAME, COMMANDS
from tui.library import Opened
from tui.messages import GoToArticle, GoToEntity, GoToLink, GoToPicture, GoToQuery, KeyClicked, QueryChanged
from tui.outside import citation, picture_citation
from tui.passages import as_text
from tui.screens.changing import ChangingScreen
from tui.screens.desk import Desk
from tui.screens.finding import Finding
from tui.screens.panes import tells_failure
from tui.typeset import MEASURES


class ReadingScreen(ChangingScreen):
    """Where one finds and reads."""

    BINDINGS: ClassVar[list[BindingType]] = [binding(command) for command in COMMANDS]

    def on_mount(self) -> None:
        """Begin in the box."""
        self.focus_box()
        self.view.show_notice("Opening the archive …")
        self.panel.set_class(self.broadsheet.keeper.panel_hidden, "hidden")
        self.watch(self.panel, "tab", self.show_keys, init=False)
        self.broadsheet.begin()

    def start(self, opened: Opened) -> None:
        """Show the archive: the newest articles, and how to begin."""
        library = opened.library
        self._awaiting.archive_opened()
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

    def await_first(self, name: str) -> None:
        """Say that documents are being read for the first time."""
        self.view.show_notice(f"Reading {name} for the first time …", "Articles are listed here as they are read.")

    def fail(self, *paragraphs: str) -> None:
        """Say what went wrong in place of an article, and how to leave."""
        self.view.show_notice(*paragraphs, "ctrl+q quits.")
        self.finder.hits.set_rows(())
        self.finder.count("")
        self._awaiting.archive_failed()
        self.broadsheet.pass_on_typed()

    @property
    def is_asking(self) -> bool:
        """True from a command that asks in a screen of its own until what is done with the answer has begun."""
        return any(map(self._going, ("adding", "naming", "piping")))

    def switch_kind(self, kind: EntityKind | None) -> None:
        """Switch a kind of names off or on, in text and lists; None brings all back."""
        said = self.broadsheet.keeper.kinds.switch(kind)
        if self._desk is not None:
            self._desk.show_kinds()
        self.show_keys()
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
        self.say(self.broadsheet.copy(text))

    async def _row_in_words(self) -> str:
        """Return what is copied of the selected row; "" where none is, or it leads to a place of the article."""
        article, library = self.view.article, self.broadsheet.library
        row = self.focused_list.value if self.scope is not Scope.ARTICLE else None
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
        self.say(self.broadsheet.copy_path(article.file) if article else "open an article first")

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

        path = await app.push_screen_wait(AddScreen(app.archive_name, app.last_added))
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
        elif command.of_article and (hit := self._hidden_hit) is not None:
            self._await_article()
            self._open_hit(hit, partial(command.run, self))
        else:
            await command.run(self)

    async def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what the key does that was clicked in the last line."""
        shown = (each for each in COMMANDS if key_word(each.keys[0]) == message.key and self.scope in each.scopes)
        if (command := next(shown, None)) is not None:
            await self.action_command(command.name())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a command only where its key is not a letter to type."""
        if action == "command":
            return BY_NAME[str(parameters[0])].is_answered(self.scope)
        return super().check_action(action, parameters)
