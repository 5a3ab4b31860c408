"""Hits, or a story, over time above the list: a row of bars, a row of dates, and a cursor that filters, or follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.messages import PeriodChosen
from tui.theming import Palette
from tui.timeline import Column, bars, columns, day_columns
from tui.typeset import Line, Run
from tui.wrapping import fit

_UNKNOWN_WIDTH: Final = 24
"""Cells taken to be there before the first layout."""

_WIDEST: Final = 4
"""Cells of a bar where there are few."""


class TimelineView(Widget, can_focus=True):
    """Bars for a stretch of months each. Nothing is chosen until one moves in it."""

    palette: reactive[Palette | None] = reactive(None)
    chosen: reactive[int] = reactive(-1)
    """The column that filters, -1 for none."""

    DEFAULT_CSS: ClassVar[str] = "TimelineView { height: 2; width: 100%; padding: 0 2; display: none; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._months: Sequence[tuple[dt.date, int]] = ()
        self._days: Sequence[dt.date] = ()
        self._marked: dt.date | None = None
        self._columns: tuple[Column, ...] = ()
        self._cells = 1  # of a bar
        self._undated = self._undated_by_month = 0

    def set_months(self, months: Sequence[tuple[dt.date, int]], undated: int = 0) -> None:
        """Show other articles, counted by month; so many more are undated."""
        self._months, self._days, self._marked = months, (), None
        self._undated = self._undated_by_month = undated
        self.set_reactive(TimelineView.chosen, -1)
        self._gather()

    def set_days(self, days: Sequence[dt.date], marked: dt.date | None, undated: int) -> None:
        """Show the articles of these days in place of what is counted by month; one of them is `marked`."""
        self._days, self._marked, self._undated = days, marked, undated
        self._gather()

    def end_days(self) -> None:
        """Show again what is counted by month."""
        if self._days:
            self.set_months(self._months, self._undated_by_month)

    @property
    def shows_days(self) -> bool:
        """True where articles are shown by their days: then moving in it filters nothing."""
        return bool(self._days)

    def mark(self, day: dt.date | None) -> None:
        """Let the cursor follow to a day; it filters nothing."""
        if self._days and day != self._marked:
            self._marked = day
            self._follow()

    def _follow(self) -> None:
        day = self._marked
        holding = (at for at, column in enumerate(self._columns) if day and column.holds(day))
        self.set_reactive(TimelineView.chosen, next(holding, -1))
        self.refresh()

    def on_resize(self) -> None:
        """Gather the months into as many columns as there is room for now."""
        self._gather()

    def _gather(self) -> None:
        width = self.size.width or _UNKNOWN_WIDTH
        self._columns = day_columns(self._days, width) if self._days else columns(self._months, width)
        self._cells = min(_WIDEST, max(1, width // max(1, len(self._columns))))
        if self._columns:
            self.display = True  # and it stays, be it empty: the list below must not jump from key to key
        if self._days:
            self._follow()
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """True where no date is known of any."""
        return not self._columns

    @property
    def column(self) -> Column | None:
        """The column that filters."""
        return self._columns[self.chosen] if 0 <= self.chosen < len(self._columns) else None

    def step(self, by: int) -> None:
        """Move to the next column that has articles (the one before where `by` is -1); first to the latest one."""
        filled = [at for at, column in enumerate(self._columns) if column.articles]
        if not filled:
            return
        if self.chosen < 0:
            self.choose(filled[-1])
            return
        beyond = [at for at in filled if (at - self.chosen) * by > 0]
        if beyond:
            self.choose(min(beyond, key=lambda at: abs(at - self.chosen)))

    def choose(self, at: int) -> None:
        """Filter by a column, -1 for no filter; in a story go to it."""
        if at < 0 and self._days:
            return
        self.chosen = at
        self.post_message(PeriodChosen(self.column))

    def on_click(self, event: events.Click) -> None:
        """Choose the column that was clicked; once more, let it go. One without articles is passed over, as by keys."""
        at = event.get_content_offset_capture(self).x // self._cells
        if 0 <= at < len(self._columns) and self._columns[at].articles:
            self.choose(-1 if at == self.chosen else at)

    def on_focus(self) -> None:
        """Show the cursor as active."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as inactive."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the bars, or the dates under them."""
        base, palette, width = self.rich_style, self.palette, self.size.width
        if palette is None or not (self._columns or (y and self._undated)):
            return Strip.blank(width, base)
        runs = self._bars() if y == 0 else self._dates(width)
        return Strip([Segment(run.text, base + palette.style(run.roles)) for run in runs]).adjust_cell_length(
            width, base
        )

    def _bars(self) -> Line:
        drawn = "".join(bar * self._cells for bar in bars(self._columns))
        if self.chosen < 0:
            return (Run(drawn, ("bar",)),)
        start, end = self.chosen * self._cells, (self.chosen + 1) * self._cells
        return (Run(drawn[:start], ("bar",)), Run(drawn[start:end], ("current_hit",)), Run(drawn[end:], ("bar",)))

    def _dates(self, width: int) -> Line:
        undated = f"+{self._undated:,} undated" if self._undated else ""
        if column := self.column:
            day = self._marked if self._days else None
            words = f"{day.day} {day:%B %Y}" if day and column.articles == 1 else f"{column.words}: {column.articles:,}"
            if undated and len(words) + len(undated) >= width and column.first == column.last:
                words = words.replace(f"{column.first:%B}", f"{column.first:%b}")
            words = fit(words, width)
            beside = f" {undated}" if undated and len(words) + len(undated) < width else ""
            return (Run(words, ("row_title",)), Run(beside, ("muted",)))
        if self._days:
            return (Run("no date is known of this one", ("muted",)),)
        if not self._columns:
            return (Run(fit(undated.removeprefix("+"), width), ("muted",)),)
        # Of the articles: a column of two years may end in the future.
        begin, end = max(self._columns[0].first, self._months[0][0]), min(self._columns[-1].last, self._months[-1][0])
        first, last = f"{begin.year}", f"{end.year}"
        used = min(width, len(self._columns) * self._cells)
        return (Run(fit(_dates_told(first, last, undated, used, width), width), ("muted",)),)


def _dates_told(first: str, last: str, undated: str, used: int, width: int) -> str:
    """Return the first year and the last one at the ends of the bars, and how many are undated between or beside."""
    years = first if first == last or len(first) + len(last) >= used else f"{first}{last:>{used - len(first)}}"
    if not undated:
        return years
    if len(years) + len(undated) < width:
        return f"{years} {undated}"
    if len(between := f"{first} {undated:^{used - len(first) - len(last) - 2}} {last}") <= used:
        return between
    return span if len(span := f"{first}–{last} {undated}") <= width else undated
