"""The finder: one box and its list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from docs_store import SearchHit, clean
from tui.command import binding
from tui.commands.finding import Abort, NextRow, PreviousRow, TakeCompletion
from tui.hit_rows import hit_row
from tui.messages import QueryChanged, QuerySubmitted
from tui.theming import Palette
from tui.typeset import Line, Run, wrapped_lines
from tui.widgets.painted_line import FittedLine
from tui.widgets.row_list import Row, RowList
from tui.widgets.timeline_view import TimelineView
from tui.wrapping import fit

_PASTE_LIMIT: Final = 2_000
"""Code points of a paste that are looked at: no query is longer."""

_LOW: Final = 9
"""Lines below which there is no room for a timeline."""


def pasted_query(event: events.Paste) -> str:
    """Return what is pasted as one clean line."""
    return " ".join(clean(event.text[:_PASTE_LIMIT]).split())


class QueryBox(Input):
    """One line to type in. What is pasted is one line, cleaned."""

    # As Textual's, but without laying out the whole screen anew at every key: the box is as wide as its pane.
    virtual_size: reactive[Size] = reactive(Size(0, 0))

    # Keys that Input would use to edit; a finder's users expect them to move in the list.
    BINDINGS: ClassVar[list[BindingType]] = [
        binding(command) for command in (NextRow, PreviousRow, TakeCompletion, Abort)
    ]

    DEFAULT_CSS: ClassVar[str] = """
    QueryBox, QueryBox:focus, QueryBox.-textual-compact { border: none; height: 1; padding: 0 2; }
    """

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False  # an idle screen writes no byte

    def render_line(self, y: int) -> Strip:
        """Show the beginning of what stands here where nobody types: it tells more than the end with the cursor."""
        if self.has_focus or y or not self.value:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        line = Strip([Segment(fit(self.value, width))]).extend_cell_length(width + 1)
        return line.apply_style(self.rich_style)

    async def _on_key(self, event: events.Key) -> None:
        """Edit at once, where a key edits; Textual lets letters that come behind it go before it.

        Enter goes its way through the app, which lets what is typed after it wait.
        """
        for each in self._bindings.key_to_bindings.get(event.key, ()):
            if each.action != "submit" and await self.app.run_action(each.action, self):
                event.stop()
                event.prevent_default()
                return

    def _on_paste(self, event: events.Paste) -> None:
        """Make the paste one clean line; Input's own handler, which comes next, inserts it."""
        event.text = pasted_query(event)


class Finder(Vertical):
    """The box, a line that counts, and the list of hits."""

    DEFAULT_CSS: ClassVar[str] = """
    Finder { width: 100%; height: 100%; }
    Finder #hits { height: 1fr; }
    Finder.low #timeline { height: 0; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._told: tuple[str, ...] = ()
        self._offers: tuple[str, ...] = ()
        """How what is typed can go on."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield QueryBox(id="query", placeholder="Find an article")
        yield FittedLine(id="count")
        yield TimelineView(id="timeline")
        yield RowList(id="hits")

    def on_resize(self) -> None:
        """Leave the timeline's lines to the list where there are few."""
        self.set_class(self.size.height < _LOW, "low")

    @property
    def box(self) -> QueryBox:
        """What is typed."""
        return self.query_one("#query", QueryBox)

    @property
    def hits(self) -> RowList:
        """The list."""
        return self.query_one("#hits", RowList)

    @property
    def timeline(self) -> TimelineView:
        """The hits over time."""
        return self.query_one("#timeline", TimelineView)

    @property
    def text(self) -> str:
        """The query, cleaned."""
        return clean(self.box.value).strip()

    def paint(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.hits.palette = palette
        self.query_one("#count", FittedLine).palette = palette
        self.timeline.palette = palette

    def count(self, *words: str, offers: tuple[str, ...] = ()) -> None:
        """Say how many there are, in the first of `words` for which there is room; while one types, `offers`."""
        self._told, self._offers = words, offers
        self._say()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _say(self) -> None:
        self.query_one("#count", FittedLine).set_words((self.box.has_focus and self._offers) or self._told)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Report what is typed."""
        event.stop()
        self.post_message(QueryChanged(self.text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Report Enter."""
        event.stop()
        self.post_message(QuerySubmitted())


def hit_rows(hits: Iterable[SearchHit]) -> list[Row]:
    """Return rows for hits; a row's value is its `SearchHit`."""
    return [Row(partial(hit_row, hit), hit) for hit in hits]


def words_row(text: str, role: str = "muted", *, most: int = 99) -> Row:
    """Return a row of our own words, in at most so many lines, which cannot be selected."""

    def typeset(width: int) -> tuple[Line, ...]:
        return tuple(wrapped_lines(text, width, (role,), most=most))

    return Row(typeset)


def heading_row(text: str, told: str) -> Row:
    """Return a heading of our own, and what is told of it at the right."""

    def typeset(width: int) -> tuple[Line, ...]:
        room = max(0, width - len(text))
        return ((Run(text, ("group",)), Run(f"{fit(told, room - 1) if room > 1 else '':>{room}}", ("muted",))),)

    return Row(typeset)
