"""The three panes of the reading screen: what has the focus, what is shown, and moving in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widget import Widget

from docs_store import StoreError
from tui.command import PANES, SCOPES, Scope, key_word
from tui.commands.every import keys_shown
from tui.commands.finding import NextArticle
from tui.commands.now import NAMES, Now
from tui.compositor import LeanCompositor
from tui.messages import TabChosen
from tui.theming import Palette
from tui.widgets.article_view import ArticleView
from tui.widgets.find_box import FindBox
from tui.widgets.finder import Finder
from tui.widgets.row_list import RowList
from tui.widgets.side_panel import SidePanel, Tab
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.app import BroadsheetApp

_P = ParamSpec("_P")
_Panes = TypeVar("_Panes", bound="PanesScreen")


def tells_failure(
    method: Callable[Concatenate[_Panes, _P], Awaitable[None]],
) -> Callable[Concatenate[_Panes, _P], Awaitable[None]]:
    """Let what is done for a reader end with a warning in the last line where the store fails, and not the app."""

    @wraps(method)
    async def told(self: _Panes, /, *args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            await method(self, *args, **kwargs)
        except StoreError as error:
            self.say(str(error), role="warning")

    return told


class PanesScreen(Screen[None]):
    """Finder, article and side panel, and the last line."""

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
        self._holds = self._passes = self._stands = False

    def compose(self) -> ComposeResult:
        """Lay out the three panes and the last line."""
        with Horizontal(id="panes"):
            yield Finder(id="finder")
            yield ArticleView(id="article")
            yield SidePanel(id="side")
        with Vertical(id="foot"):
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

    def paint(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.finder.paint(palette)
        self.panel.paint(palette)
        self.view.palette = palette
        self.status.palette = palette

    def _focus_list(self) -> None:
        self.add_class("at-finder")
        self._focus(self.finder.hits)

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002
        """Show the pane that has the focus, where not all are shown, and the keys that work in it."""
        for name in set(PANES.values()):
            self.set_class(PANES[self.scope] == name, name)
        self.finder.hits.show_moved_in(self.scope in (Scope.BOX, Scope.LIST))
        self.panel.list.show_moved_in(self.scope is Scope.PANEL)
        self.show_keys()
        if self._stands:  # it names keys of the pane that was left
            self.say_standing()

    def show_keys(self) -> None:
        """Show the keys that work where the focus is, and what they do there just now."""
        self.status.show_keys(keys_shown(self.scope, self._keys_now))

    @property
    def _keys_now(self) -> Now:
        return NAMES if self.scope is Scope.PANEL and self.panel.tab is Tab.ENTITIES else {}

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
        """Focus the next pane; a panel that was hidden stays so."""
        panes = [(self.finder.box, "at-finder"), (self.finder.hits, "at-finder"), (self.view, "at-article")]
        if not (self.has_class("-wide") and self.panel.has_class("hidden")):
            panes.append((self.panel.list, "at-side"))
        at = next((i for i, (widget, _) in enumerate(panes) if widget.has_focus), 2)
        following, place = panes[(at + step) % len(panes)]
        if following is self.panel.list:
            self._show_side()
        self.add_class(place)
        self._focus(following)

    def _go_in_article(self) -> None:
        self.add_class("at-article")
        self._focus(self.view)

    def _show_article(self) -> None:
        """Go in the article, where another pane hides it."""
        if self.has_class("-narrow") or (self.scope is Scope.PANEL and not self.has_class("-wide")):
            self._go_in_article()

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
        self.broadsheet.keeper.remember(panel_hidden=self.panel.has_class("hidden"))
        if self.scope is Scope.PANEL:
            self._go_in_article()

    def move(self, *, lines: int = 0, pages: float = 0) -> None:
        """Scroll the article, or move in a list."""
        target = self.view if self.scope is Scope.ARTICLE else self.focused_list
        before = target.scroll_offset
        if pages:
            target.move_page(pages)
        else:
            target.move_lines(lines)
        if target is self.view and pages > 0 and target.scroll_offset == before and self.view.article is not None:
            self.say(f"the end · {key_word(NextArticle.keys[0])} opens the next article")

    def move_end(self, *, last: bool) -> None:
        """Go to the beginning or the end."""
        target = self.view if self.scope is Scope.ARTICLE else self.focused_list
        target.move_end(last=last)

    def say(self, words: str, *, role: str = "status", holds: bool = False, stands: bool = False) -> None:
        """Say something in the last line, until the next key. What `stands`, and a warning, is there after that too.

        What `holds` gives way to nothing but a warning before that key.
        """
        if holds or not self._holds or role != "status":
            place = str(self.broadsheet.archive)  # everybody knows it, and it would fill the line
            words = words.removeprefix(f"{place}: ").removeprefix(f"{place}{os.sep}")
            self.status.say(words, role=role, whole=holds)
            self._holds, self._stands, self._passes = holds, stands, role == "status" and not stands

    def let_go(self) -> None:
        """Let other words take the place of those in the last line; what was said of the key before is over."""
        self._holds = False
        if self._passes:
            self.say_standing()

    def say_standing(self) -> None:
        """Say what stands in the last line where there is nothing else to say."""
        self.say(self.broadsheet.progress_words, stands=True)

    def say_progress(self) -> None:
        """Say how far adding has come; what was said of a key stays until the next one."""
        if not self._passes:
            self.say_standing()

    def next_theme(self) -> None:
        """Switch to the next theme."""
        self.say(f"theme: {self.broadsheet.step_theme()}")

    def show_help(self) -> None:
        """Show every key."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())
