"""A list of rows of any height, typeset as far as they come near to being seen: a key may list hundreds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct
from textual import events
from textual.geometry import Offset, Size
from textual.reactive import reactive

from tui.messages import MoreRowsWanted, RowChosen, RowHighlighted
from tui.typeset import Line, Run
from tui.widgets.painted import Painted

_AHEAD: Final = 2
"""Screenfuls from the first visible line on that are typeset."""

_BEGINNING: Final = 2
"""Lines by which one knows a row."""

_GUTTER: Final = 2
"""Cells left of a row: the cursor's mark and a space, so that the cursor is not told by colour alone."""

_CURSOR: Final = {True: "▌", False: "▏"}
"""The cursor's mark, by whether keys move it: that is not told by colour alone."""


class Row(Struct, frozen=True):
    """How a row is typeset at a width, and what it stands for. A row without a value is a heading: never selected."""

    typeset: Callable[[int], tuple[Line, ...]]
    value: object = None
    gap: bool = True
    """A blank line above it, where it is not the first."""

    def with_gap(self, gap: bool) -> Row:
        """Return it with a blank line above or without."""
        return Row(self.typeset, self.value, gap)


class RowList(Painted):
    """Rows, a cursor over those that have a value."""

    cursor: reactive[int] = reactive(-1)
    """The selected row, -1 where none can be."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: list[Row] = []
        self._lines: list[tuple[Line, ...]] = []
        self._tops: list[int] = []
        """Of the rows typeset, which are the first ones, their lines and where they begin."""
        self._height = 0
        """Lines of these."""
        self._width = 0
        self._placed = -1
        self._is_moved_in = False
        self._pressed: Offset | None = None

    # ------------------------------------------------------------------ content

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    @property
    def value(self) -> object:
        """What the selected row stands for."""
        return self._rows[self.cursor].value if 0 <= self.cursor < len(self._rows) else None

    def set_rows(self, rows: Sequence[Row], cursor: int = 0, *, below: bool = False) -> None:
        """Show `rows` from the top, the cursor on the first that can be selected from `cursor` on.

        Where that is `below` what is to be read first, it need not be all in view: its first lines are enough.
        """
        self._rows = list(rows)
        self._forget_lines()
        self._place(self._selectable(cursor, 1))
        self.move_view(0)
        self._typeset_ahead()
        if not (below and self._begins_in_view()):
            self._show_cursor()
        self.repaint()

    def _begins_in_view(self) -> bool:
        return 0 <= self.cursor < len(self._tops) and self._tops[self.cursor] + _BEGINNING <= self.size.height

    def change_rows(self, changed: Callable[[Row], Row]) -> None:
        """Show each row as `changed` returns it; cursor and view stay."""
        self._rows = [changed(row) for row in self._rows]
        self._forget_lines()
        self._fit()
        self.repaint()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Show more rows at the end; what is on the screen does not move."""
        self._rows += rows
        self._typeset_ahead()
        if self.cursor < 0:
            self._place(self._selectable(0, 1))
        self.repaint()

    def _place(self, index: int) -> None:
        self.set_reactive(RowList.cursor, index)
        self._placed = index

    @property
    def is_moved(self) -> bool:
        """Whether the cursor is elsewhere than where it was put with the rows."""
        return self.cursor != self._placed

    def select(self, index: int) -> None:
        """Put the cursor on a row, in view; nobody is told that it moved there."""
        self._place(index)
        self._show_cursor()
        self.repaint()

    @property
    def _room(self) -> int:
        """Columns of a row; 0 before the first layout."""
        return max(self.size.width - _GUTTER - 1, 4) if self.size.width else 0

    def _forget_lines(self) -> None:
        self._lines, self._tops, self._height, self._width = [], [], 0, self._room

    def _typeset(self, *, row: int = -1, line: int = -1) -> None:
        """Typeset rows until `row`, and what stands on `line`, are among them, or there are no more."""
        while self._width and len(self._lines) < len(self._rows) and (len(self._lines) <= row or self._height <= line):
            following = self._rows[len(self._lines)]
            lines = following.typeset(self._width)
            self._height += following.gap and bool(self._tops)
            self._tops.append(self._height)
            self._lines.append(lines)
            self._height += len(lines)

    def _typeset_ahead(self) -> None:
        """Typeset the cursor's row and what is nearly visible; the scroll bar takes the others to be as tall."""
        self._typeset(row=self.cursor, line=self.scroll_offset.y + _AHEAD * self.size.height)
        typeset = max(1, len(self._lines))
        expected = self._height + (len(self._rows) - len(self._lines)) * self._height // typeset
        self.virtual_size = Size(self.size.width, expected)

    def _fit(self) -> None:
        """Let the scroll bar follow, and keep the cursor in view."""
        self._typeset_ahead()
        self._show_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Typeset what comes near."""
        super().watch_scroll_y(old_value, new_value)
        self._typeset_ahead()

    def on_resize(self) -> None:
        """Typeset the rows at the new width, the cursor staying in view."""
        super().on_resize()
        if self._width != self._room:
            self._forget_lines()
        self._fit()

    # ------------------------------------------------------------------ drawing

    def line(self, y: int) -> tuple[Line, tuple[str, ...]] | None:
        """Return line `y`; the cursor's row stands on the selection's background behind its mark."""
        if self._width != self._room:
            self._forget_lines()  # drawn before the new size was told
        self._typeset(line=y)
        if y >= self._height:
            return None
        index = bisect_right(self._tops, y) - 1
        within = y - self._tops[index]
        if within >= len(self._lines[index]):
            return (), ()  # the blank line between two rows
        body = self._lines[index][within]
        if index != self.cursor:
            return (Run(" " * _GUTTER, ()), *body), ()
        background = "selected" if self.has_focus else "selected_unfocused"
        return (Run(f"{_CURSOR[self._is_moved_in]:<{_GUTTER}}", ("cursor",)), *body), (background,)

    def show_moved_in(self, is_moved_in: bool) -> None:
        """Show whether keys move the cursor: where the list has the focus, and where a box has it that goes with it."""
        if is_moved_in is not self._is_moved_in:
            self._is_moved_in = is_moved_in
            self.repaint()

    def on_focus(self) -> None:
        """Show the cursor as active."""
        self.repaint()

    def on_blur(self) -> None:
        """Show the cursor as inactive."""
        self.repaint()

    # ------------------------------------------------------------------ the cursor

    def move_cursor(self, step: int) -> None:
        """Move by `step` selectable rows, stopping at the ends."""
        index = self.cursor
        for _ in range(abs(step)):
            following = self._selectable(index + (1 if step > 0 else -1), 1 if step > 0 else -1)
            if following < 0:
                break
            index = following
        self.cursor = index
        if step < 0 and self._selectable(index - 1, -1) < 0:
            self.move_view(0)  # the headings above the first row come into view with it

    def move_lines(self, step: int) -> None:
        """Move by `step` rows; through one that is taller than what is visible by half of that at a time."""
        if not self._scroll_within(step):
            self.move_cursor(step)

    def _scroll_within(self, step: int) -> bool:
        """Show more of the selected row; False where nothing more of it is there."""
        if not 0 <= self.cursor < len(self._tops):
            return False
        view, height, top = self.scroll_offset.y, self.size.height, self._tops[self.cursor]
        last = top + len(self._lines[self.cursor]) - height  # the lowest view that shows nothing but this row
        if last <= top or not (view < last if step > 0 else view > top):
            return False
        half = max(height // 2, 1)
        self.move_view(min(view + half, last) if step > 0 else max(view - half, top))
        return True

    def move_page(self, pages: float) -> None:
        """Move the cursor by a share of what is visible."""
        if not self._tops:
            return
        wanted = self._tops[max(self.cursor, 0)] + int(pages * max(self.size.height, 1))
        self._typeset(line=wanted)
        index = bisect_right(self._tops, max(0, wanted)) - 1
        if index == self.cursor:
            index += 1 if pages > 0 else -1
        found = self._selectable(index, 1 if pages > 0 else -1)
        self.cursor = found if found >= 0 else self._selectable(index, -1 if pages > 0 else 1)

    def return_to(self, index: int) -> None:
        """Select row `index`, or the nearest there is, after other rows took the place of these."""
        found = self._selectable(min(index, len(self._rows) - 1), 1)
        self.cursor = found if found >= 0 else self._selectable(len(self._rows) - 1, -1)

    def move_end(self, *, last: bool) -> None:
        """Move to the first or the last row."""
        self.cursor = self._selectable(len(self._rows) - 1, -1) if last else self._selectable(0, 1)
        if not last:
            self.move_view(0)

    def _selectable(self, index: int, step: int) -> int:
        while 0 <= index < len(self._rows):
            if self._rows[index].value is not None:
                return index
            index += step
        return -1

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the cursor in view and tell where it went."""
        self._show_cursor()
        self.repaint()
        if new >= 0 and new != old:
            self.post_message(RowHighlighted(str(self.id), self.value))
        if new >= max(0, len(self._rows) - 20):
            self.post_message(MoreRowsWanted(str(self.id)))

    def _show_cursor(self) -> None:
        if self.cursor >= len(self._tops):
            self._typeset_ahead()
        if not 0 <= self.cursor < len(self._tops):
            return
        top = self._tops[self.cursor]
        bottom = top + len(self._lines[self.cursor])
        view = self.scroll_offset.y
        height = self.size.height
        if top < view or bottom - top >= height:
            self.move_view(top)
        elif bottom > view + height:
            self.move_view(bottom - height)

    # ------------------------------------------------------------------ the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note where a click begins."""
        self._pressed = event.screen_offset

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked; what was dragged over is none."""
        moved = event.screen_offset - (self._pressed or event.screen_offset)
        if moved.y or abs(moved.x) > 1:
            return
        y = self.scroll_offset.y + event.y
        if y >= self._height:
            return
        index = bisect_right(self._tops, y) - 1
        if self._rows[index].value is not None:
            self.cursor = index
            self.post_message(RowChosen(str(self.id), self.value))

    def choose(self) -> None:
        """Choose the selected row."""
        if self.value is not None:
            self.post_message(RowChosen(str(self.id), self.value))


def place_of(value: object, rows: Sequence[Row], otherwise: int) -> int:
    """Return the place of the row that stands for `value`, where there is one."""
    return next((place for place, row in enumerate(rows) if row.value == value), otherwise)
