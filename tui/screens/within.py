"""From place to place in the open article: its names, and what is found inside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from docs_store import EntityCount
from tui.command import Scope
from tui.commands.names import SELECT_A_NAME
from tui.commands.now import AS_MARKED, Now
from tui.messages import FindChanged, GoToEntity, PlaceClicked, PositionChanged
from tui.screens.desk import Desk
from tui.screens.listing import ListingScreen
from tui.widgets.side_panel import Tab

_WALKS: Final[Mapping[Scope, str]] = {Scope.ARTICLE: "n next, esc ends", Scope.PANEL: "n next"}
"""Keys that go on from a mention, where the focus is there: elsewhere Esc means something else."""


class WithinScreen(ListingScreen):
    """The desk, and going about on it."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None

    def leave(self) -> None:
        """Remember where the open article is being read."""
        if self._desk is not None:
            self._desk.leave()

    def on_position_changed(self, message: PositionChanged) -> None:
        """Let the outline and the status follow."""
        self.panel.follow(message.position)
        if message.is_moved or self._stands:
            self._say_where()

    def _go_to_mention(self, entity: GoToEntity) -> None:
        """Go to the first mention, again to the next. Where the panel hides the text, it gives way."""
        if self._desk is None:
            return
        self._desk.marked.go_to_mention(entity)
        if not self.has_class("-wide"):
            self._go_in_article()
        self._say_where()

    def on_place_clicked(self, message: PlaceClicked) -> None:
        """Show who or what was clicked among the entities."""
        if self._desk is not None and (index := self._desk.entity_row_at(message.position)) is not None:
            self._show_side()
            self.panel.tab = Tab.ENTITIES
            self.panel.list.cursor = index

    def open_find(self) -> None:
        """Open the box that finds inside the article; from the list, the finder's own box."""
        if self.scope in (Scope.LIST, Scope.TIMELINE) or self.view.article is None:
            self.focus_box()
            return
        self.find_box.add_class("open")
        self.find_box.value = ""
        self._focus(self.find_box)
        if self._desk is not None:
            self.call_after_refresh(self._desk.marked.prepare)  # a long text takes long enough to be felt at a key

    def on_find_changed(self, message: FindChanged) -> None:
        """Mark what is typed; Enter returns to the article."""
        if self._desk is None:
            self.broadsheet.pass_on_typed()
            return
        if message.text.strip():
            self._desk.marked.find_inside(message.text)
        elif self._desk.marked.looks_inside:
            self._desk.marked.clear()
        if message.done:
            self._close_find()
            self.broadsheet.pass_on_typed()
        self._say_where()

    def _close_find(self) -> None:
        self.find_box.remove_class("open")
        self._focus(self.view)

    def _selected_entity(self) -> EntityCount | None:
        """Return the name that is selected, in the article the one that one has gone to."""
        if self.scope is not Scope.ARTICLE:
            return super()._selected_entity()
        if (walked := self._desk.marked.walked if self._desk is not None else None) is None:
            self.say(SELECT_A_NAME)
        return walked

    def go_on(self) -> None:
        """Go to the next mention, where one came by a name."""
        if self._desk is not None and self._desk.marked.walks:
            self._desk.marked.go_round()
            self._say_where()
        else:
            self.say("enter opens what is selected in the list (esc) or the panel (1 to 4)")

    @property
    def _keys_now(self) -> Now:
        if self._desk is not None and self.scope is Scope.ARTICLE:
            return AS_MARKED[self._desk.marked.what]
        return super()._keys_now

    def _say_where(self) -> None:
        if self._desk is None or self.view.article is None:
            return
        app = self.broadsheet
        where = self._desk.marked.where(_WALKS.get(self.scope, ""))
        seen = f"{self.view.progress:.0%}" if self.view.display else ""
        self.say(" · ".join(filter(None, (seen, where, app.keeper.kinds.off_words, app.progress_words))), stands=True)
        self.show_keys()

    def say_standing(self) -> None:
        """Say where one is in the article; in the box, what goes on."""
        if self.scope is Scope.BOX or self._desk is None or self.view.article is None:
            super().say_standing()
        else:
            self._say_where()
