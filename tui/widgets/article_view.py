"""The open article: wrapped to a readable measure, drawn a visible line at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region, Size
from textual.selection import Selection
from textual.strip import Strip

from docs_store import Article, EntityKind, Span
from tui.hits import Hits
from tui.kinds import Kinds
from tui.messages import PlaceClicked, PositionChanged
from tui.passages import article_passages, entity_marks
from tui.typeset import DEFAULT_MEASURE, START, Line, Mark, Page, Passage, Position, Run
from tui.widgets.painted import Painted

_AT_ONCE: Final = 200_000
"""Code points wrapped before the first frame: about 3 ms, and more than any screen shows."""

_SLICE: Final = 400_000
"""Code points wrapped between two events of a long article: about 6 ms, so keys are answered meanwhile."""

_MARGIN: Final = 2
"""Cells kept free on either side of the text."""


class ArticleView(Painted):
    """An article, its entities and hits marked. Positions survive a change of width."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.article: Article | None = None
        self.measure = DEFAULT_MEASURE
        self.passages: tuple[Passage, ...] = ()
        self._page = Page((), DEFAULT_MEASURE)
        self._laid: Page | None = None
        """The page that is laid out; one that was only drawn is not."""
        self._left = _MARGIN
        self._height = 0
        self._asked = START
        self.kinds = Kinds()
        self._entities: list[list[Mark]] = []
        self._hits = Hits()

    # ------------------------------------------------------------------ content

    def show(self, article: Article, position: Position = START) -> None:
        """Show an article from `position` on, with no hits marked."""
        self.article = article
        self.passages = article_passages(article)
        self.mark_names()
        self.set_hits(())
        self._lay_out(position)

    def show_marks(self, article: Article) -> bool:
        """Show the open article with other marks of its reader, all else as it is; False where that moves passages."""
        passages = article_passages(article)
        if len(passages) != len(self.passages):
            return False
        here = self.position
        self.article, self.passages = article, passages
        self._lay_out(here)
        return True

    def mark_names(self) -> None:
        """Mark the names of the kinds that are on."""
        if self.article is not None:
            marks = entity_marks(self.article, self.passages)
            self._entities = [[mark for mark in of if EntityKind(mark.role) in self.kinds] for of in marks]
            self.repaint()

    def show_notice(self, *paragraphs: str) -> None:
        """Show words of our own in place of an article."""
        self.show_passages([Passage(text, "notice", gap=index > 0) for index, text in enumerate(paragraphs)])

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show passages that are of no article."""
        self.article = None
        self.passages = tuple(passages)
        self._entities = [[] for _ in passages]
        self.set_hits(())
        self._lay_out(START)

    def set_measure(self, measure: int) -> None:
        """Wrap to another measure, the reading position staying where it is."""
        here = self.position
        self.measure = measure
        self._lay_out(here)

    @property
    def room(self) -> int:
        """Columns that a line of text can have in this pane."""
        return max(self._width - 2 * _MARGIN, 8)

    @property
    def _width(self) -> int:
        return max(self.size.width - 1, 10)  # a cell for the scroll bar

    def _wrap(self) -> None:
        self._page = Page(self.passages, min(self.measure, self.room))
        self._page.extend(_AT_ONCE)
        self._align()

    def _align(self) -> None:
        self._left = max((self._width - self._page.width) // 2, 0)

    def _lay_out(self, position: Position) -> None:
        if self.is_attached and self.text_selection:  # of lines that are others now; the app may be closing
            self.screen.clear_selection()
        self._wrap()
        self._laid = self._page
        self.go_top(position)
        self.repaint()
        if not self._page.complete:
            self.call_later(self._go_on, self._page)

    def _go_on(self, page: Page) -> None:
        if page is not self._page:
            return  # another article was opened meanwhile
        page.extend(_SLICE)
        self._grown()
        if not page.complete:
            self.call_later(self._go_on, page)

    def _finish(self) -> None:
        while not self._page.complete:
            self._page.extend(1 << 62)
        self._grown()

    def _grown(self) -> None:
        # A blank line above the headline and below the end.
        self.virtual_size = Size(self.size.width, len(self._page.lines) + 2)

    def on_resize(self) -> None:
        """Wrap to the new width; the reading position stays where it is, and the hit one is at in view."""
        super().on_resize()
        if not self.size.width:
            return
        hit = self._hits.place
        if hit is not None and not self._is_in_view(hit, self._height):
            hit = None
        self._height = self.size.height
        if self._laid is self._page and self._fits:
            self._align()
            self._grown()
            self.repaint()
        else:
            self._lay_out(self.position)
        if hit is not None:
            self.go_if_hidden(hit)
        if self.article is not None:  # how much was seen is another share of it
            self.post_message(PositionChanged(self.top, is_moved=False))

    @property
    def _fits(self) -> bool:
        """Whether the lines are as long as they are to be in this pane."""
        return self._page.width == min(self.measure, self.room)

    def _fit(self) -> None:
        if not self._fits:
            self.on_resize()

    # ------------------------------------------------------------------ drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part that `crop` leaves."""
        if self.article is not None and not self._fits:  # Textual tells a pane that is only just shown not every size
            self.call_later(self._fit)
        return super().render_lines(crop)

    def line(self, y: int) -> tuple[Line, tuple[str, ...]] | None:
        """Return line `y` behind the left margin."""
        if self.article is None and not self._fits:
            self._wrap()  # a notice drawn before the new size was told; an article waits, for its place to be kept
        y -= 1
        if not 0 <= y < len(self._page.lines):
            return None
        passage, start, end = self._page.lines[y]
        marks = [*self._entities[passage], *self._hits.marks(passage)]
        selection = self.text_selection
        if selection and (span := selection.get_span(y)):
            marks.append(Mark(start + span[0], end if span[1] < 0 else start + span[1], "selected"))
        return (Run(" " * self._left, ()), *self._page.runs(y, marks)), ()

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Show what the mouse has selected."""
        self.repaint()

    def place_at(self, x: int, y: int) -> Offset:
        """Return the line at a cell of the visible part, and how many of its characters lie before the cell."""
        line = min(max(self.scroll_offset.y + y - 1, 0), len(self._page.lines) - 1)
        return Offset(self._characters_before(x, line), line)

    def _characters_before(self, x: int, line: int) -> int:
        passage, start, end = self._page.lines[line] if self._page.lines else (0, 0, 0)
        if start >= end:
            return 0
        room = x - self._left - cell_len(self.passages[passage].first)
        widths = accumulate(map(cell_len, self.passages[passage].text[start:end]))
        return sum(width <= room for width in widths)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what the mouse selected, a line for each paragraph: where the screen breaks them is its own affair."""
        if not self._page.lines:
            return None
        first = self._position_at(selection.start or Offset(0, 0))
        end = Position(len(self.passages) - 1, len(self.passages[-1].text))
        last = self._position_at(selection.end) if selection.end else end
        texts = [passage.text for passage in self.passages[first.passage : last.passage + 1]]
        texts[-1] = texts[-1][: last.offset]
        texts[0] = texts[0][first.offset :]
        return "\n".join(filter(None, texts)), "\n"

    def _position_at(self, place: Offset) -> Position:
        passage, start, _ = self._page.lines[min(place.y, len(self._page.lines) - 1)]
        return Position(passage, start + place.x if start >= 0 else 0)

    # ------------------------------------------------------------------ reading

    @property
    def top(self) -> Position:
        """Where the first line in view begins."""
        return self._page.position_of(max(self.scroll_offset.y - 1, 0))

    @property
    def position(self) -> Position:
        """The first position in view, as it was asked for where the reader has not moved: no width creeps up on it."""
        is_there = self._page.line_of(self._asked) + 1 == self.scroll_offset.y
        return self._asked if is_there else self.top

    @property
    def progress(self) -> float:
        """How much has been seen, 0 to 1."""
        lowest = self.scroll_offset.y + self.size.height
        return min(lowest / (len(self._page.lines) + 1), 1.0)

    @property
    def picture(self) -> int:
        """The picture whose caption is the first in view, else the first after it, else the last; -1 without any."""
        here = self.top.passage
        after = [passage.image for passage in self.passages[here:] if passage.image is not None]
        before = [passage.image for passage in self.passages[:here] if passage.image is not None]
        return (after[:1] or before[-1:] or [-1])[0]

    def go_top(self, position: Position) -> None:
        """Let the line of `position` be the first in view; at the beginning, the blank one above it."""
        self._asked = position
        self._go_line(self._page.line_of(position) + 1 if position > START else 0)

    def go(self, position: Position) -> None:
        """Bring `position` into view, a third down the screen."""
        self._go_line(self._page.line_of(position) + 1 - self.size.height // 3)

    def _go_line(self, line: int) -> None:
        self._page.extend_lines(line + self.size.height)  # what is not wrapped yet cannot be scrolled to
        self._grown()
        self.move_view(max(0, line))

    def go_if_hidden(self, position: Position) -> None:
        """Bring `position` into view where it is not."""
        if not self._is_in_view(position, self.size.height):
            self.go(position)

    def _is_in_view(self, position: Position, height: int) -> bool:
        return 0 <= self._page.line_of(position) + 1 - self.scroll_offset.y < height

    def move_lines(self, lines: int) -> None:
        """Scroll by `lines`."""
        self.move_view(self.scroll_offset.y + lines)

    def move_page(self, pages: float) -> None:
        """Scroll by a share of the visible part, keeping two lines of context."""
        step = max(int(abs(pages) * self.size.height) - (2 if abs(pages) == 1 else 0), 1)
        self.move_lines(step if pages > 0 else -step)

    def move_end(self, *, last: bool) -> None:
        """Go to the beginning or the end."""
        if last:
            self._finish()
        self.move_view(self.virtual_size.height if last else 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the reader is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(PositionChanged(self.top))

    # ------------------------------------------------------------------ hits

    @property
    def hits(self) -> int:
        """How many hits are marked."""
        return len(self._hits)

    @property
    def current_hit(self) -> int:
        """The hit one is at, from 1; 0 before the first."""
        return self._hits.current

    def set_hits(self, hits: Sequence[tuple[int, Span]]) -> None:
        """Mark hits: (passage, span), in reading order."""
        self._hits = Hits(hits)
        self._mark_hits()

    def select_hit(self, index: int) -> None:
        """Go to hit `index`, from 0."""
        self._hits.select(index)
        self._mark_hits()

    def point(self, place: tuple[int, Span] | None) -> None:
        """Mark one place as the one that one is at, and go there; None marks none. The hits stay marked."""
        self._hits.point(place)
        self._mark_hits()

    def _mark_hits(self) -> None:
        """Mark them, and bring the one that one is at into view."""
        self.repaint()
        if self._hits.place is not None:
            self.go_if_hidden(self._hits.place)

    def go_hit(self, step: int) -> bool:
        """Go to the next hit (the one before, where `step` is -1); False where there is none."""
        index = self._hits.following(step, self.top)
        if index is not None:
            self.select_hit(index)
        return index is not None

    # ------------------------------------------------------------------ the mouse

    def on_click(self, event: events.Click) -> None:
        """Tell which place was clicked, where nothing was selected."""
        x, y = event.get_content_offset_capture(self)
        y += self.scroll_offset.y - 1
        if 0 <= y < len(self._page.lines) and not self.text_selection:
            passage, start, end = self._page.lines[y]
            offset = start + self._characters_before(x, y)
            if 0 <= start <= offset < end:
                self.post_message(PlaceClicked(Position(passage, offset)))
