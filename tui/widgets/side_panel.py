"""The side panel: pictures, related articles, entities and outline of the open article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive

from docs_store import ArticleSummary, EntityKind, Image, Link
from tui.hit_rows import meta_line, title_role
from tui.messages import GoTo, GoToArticle, GoToEntity, GoToLink, GoToPicture, TabChosen
from tui.theming import Palette
from tui.typeset import Line, Passage, Position, Run, wrapped_lines
from tui.widgets.finder import words_row
from tui.widgets.painted_line import PaintedLine
from tui.widgets.row_list import Row, RowList, place_of
from tui.wording import file_name, image_label

if TYPE_CHECKING:  # the first list does without
    from docs_store import Related


class Tab(StrEnum):
    """What the panel shows."""

    PICTURES = "Pictures"
    RELATED = "Related"
    ENTITIES = "Entities"
    OUTLINE = "Outline"


class TabBar(PaintedLine):
    """The tabs' names, the current one marked."""

    current: reactive[Tab] = reactive(Tab.PICTURES)

    def runs(self, width: int) -> Line:
        """Return the names, shortened alike where there is little room."""
        line: list[Run] = []
        for start, label, tab in self._labels(width):
            line += [Run(" " * (start - sum(len(run.text) for run in line)), ())]
            line += [Run(label, ("tab_current" if tab is self.current else "tab",))]
        return tuple(line)

    def _labels(self, width: int) -> list[tuple[int, str, Tab]]:
        names = [tab.value for tab in Tab]
        numbered = sum(len(name) + 2 for name in names) + len(names) - 1 <= width
        labels, start = [], 0
        for number, tab in enumerate(Tab, 1):
            label = f"{number} {tab.value}" if numbered else tab.value
            labels.append((start, label, tab))
            start += len(label) + 1
        return labels

    def on_click(self, event: events.Click) -> None:
        """Choose the tab that was clicked."""
        x = event.get_content_offset_capture(self).x
        for start, label, tab in self._labels(self.size.width):
            if start <= x <= start + len(label):
                self.post_message(TabChosen(tab.value))


class SidePanel(Vertical):
    """Four lists about the open article, one shown at a time."""

    tab: reactive[Tab] = reactive(Tab.PICTURES, init=False)

    DEFAULT_CSS: ClassVar[str] = """
    SidePanel { width: 100%; height: 100%; }
    SidePanel #panel { height: 1fr; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: dict[Tab, list[Row]] = {tab: [] for tab in Tab}
        self._counts: dict[Tab, str] = dict.fromkeys(Tab, "")
        self._cursors: dict[Tab, int] = dict.fromkeys(Tab, 0)
        """Where the cursor of each tab was left, which is not the one shown."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield TabBar(id="tabs")
        yield PaintedLine(id="about")
        yield RowList(id="panel")

    @property
    def list(self) -> RowList:
        """The list shown."""
        return self.query_one("#panel", RowList)

    def paint(self, palette: Palette) -> None:
        """Draw in other colours."""
        for line in self.query(PaintedLine):
            line.palette = palette
        self.list.palette = palette

    def watch_tab(self, old: Tab, new: Tab) -> None:
        """Show the other tab, the cursor where it was left."""
        self._cursors[old] = self.list.cursor
        self.query_one(TabBar).current = new
        self._show()

    def step_tab(self, step: int) -> None:
        """Go to the next tab (or the one before), around the ends."""
        tabs = list(Tab)
        self.tab = tabs[(tabs.index(self.tab) + step) % len(tabs)]

    def set_rows(self, tab: Tab, rows: Sequence[Row], about: str, *, select: object = None) -> None:
        """Fill a tab; `about` counts what is in it. The cursor is on the row for `select`, else on the first."""
        self._rows[tab] = list(rows)
        self._counts[tab] = about
        self._cursors[tab] = place_of(select, rows, 0) if select is not None else 0
        if tab is self.tab:
            self._show()

    def change_rows(self, tab: Tab, changed: Callable[[Row], Row]) -> None:
        """Show each row of a tab as `changed` returns it; the cursor stays."""
        self._rows[tab] = [changed(row) for row in self._rows[tab]]
        if tab is self.tab:
            self.list.change_rows(changed)

    def _show(self) -> None:
        self.query_one("#about", PaintedLine).set_runs((Run(self._counts[self.tab], ("muted",)),))
        self.list.set_rows(self._rows[self.tab], self._cursors[self.tab])

    def selected(self, tab: Tab) -> object:
        """Return what the selected row of a tab stands for, None where none is."""
        rows, cursor = self._rows[tab], self.list.cursor if tab is self.tab else self._cursors[tab]
        return rows[cursor].value if 0 <= cursor < len(rows) else None

    def clear(self) -> None:
        """Show nothing, where no article is open."""
        for tab in Tab:
            self.set_rows(tab, (), "")

    def row_of_entity(self, name: str, kind: EntityKind) -> int | None:
        """Return the row of an entity in its tab."""
        for index, row in enumerate(self._rows[Tab.ENTITIES]):
            if isinstance(row.value, GoToEntity) and (row.value.name, row.value.kind) == (name, kind):
                return index
        return None

    def follow(self, position: Position) -> None:
        """Let the outline follow the reading position."""
        if self.tab is not Tab.OUTLINE or self.list.has_focus:
            return
        at = -1
        for index, row in enumerate(self.list.rows):
            if isinstance(row.value, GoTo) and row.value.position <= position:
                at = index
        if at >= 0:
            self.list.cursor = at


def picture_rows(images: Sequence[Image], passages: Sequence[Passage]) -> list[Row]:
    """Return a row for each picture: its caption, credit, date and file."""
    places = {
        passage.image: Position(number, 0) for number, passage in enumerate(passages) if passage.image is not None
    }

    def row(number: int, image: Image) -> Row:
        text = image.caption or image_label(image, number)
        facts = (image.taken.isoformat() if image.taken else "", file_name(image), image.alt)
        told = " · ".join(fact for fact in facts if fact and fact != text)
        title, most = ("row_title", 12) if image.caption else ("muted", 3)

        def typeset(width: int) -> tuple[Line, ...]:
            lines = wrapped_lines(f"{number}. {text}", width, (title,), most=most)
            lines += wrapped_lines(image.credit, width, ("credit",), most=3) if image.credit else []
            lines += wrapped_lines(told, width, ("muted",), most=3) if told else []
            return tuple(lines)

        return Row(typeset, GoToPicture(places.get(number - 1, Position(0, 0)), number - 1))

    return [row(number, image) for number, image in enumerate(images, 1)]


def related_rows(related: Sequence[Related], links: Sequence[Link]) -> list[Row]:
    """Return rows for related articles by group, with their reasons, then for links that lead out of the archive."""

    def link_row(link: Link) -> Row:
        def typeset(width: int) -> tuple[Line, ...]:
            lines = wrapped_lines(link.title or link.url, width, ("row_title",), most=3)
            told = f"{link.kind.value} · {link.url}" if link.url else f"{link.kind.value} · no address given"
            return (*lines, *wrapped_lines(told, width, ("muted",), most=2))

        return Row(typeset, GoToLink(link))

    from docs_store import by_group

    rows: list[Row] = []
    for group, items in by_group(related).items():
        to = [GoToArticle(item.article, item.reason) for item in items]
        rows += [words_row(group.value.capitalize(), "group"), *map(_related_row, to)]
    if links:
        rows.append(words_row("Not in this archive", "group"))
        rows += [link_row(link) for link in links]
    return rows


def _related_row(to: GoToArticle) -> Row:
    def typeset(width: int) -> tuple[Line, ...]:
        lines = wrapped_lines(to.article.title, width, (title_role(to.article),), most=3)
        lines += wrapped_lines(to.reason, width, ("reason",), most=2)
        return (*lines, meta_line(to.article, width))

    return Row(typeset, to)


def with_marks(row: Row, marked: ArticleSummary) -> Row:
    """Return the row of a related article as it is marked by now; other rows as they are."""
    to = row.value
    if not isinstance(to, GoToArticle) or to.article.id != marked.id:
        return row
    article = replace(to.article, starred=marked.starred, read=marked.read)
    return _related_row(GoToArticle(article, to.reason)).with_gap(row.gap)


def outline_rows(passages: Sequence[Passage]) -> list[Row]:
    """Return a row for the headline and each section heading."""

    def row(number: int, passage: Passage) -> Row:
        def typeset(width: int) -> tuple[Line, ...]:
            return tuple(wrapped_lines(passage.text, width, ("row_title",), most=2))

        return Row(typeset, GoTo(Position(number, 0)), gap=False)

    return [row(n, p) for n, p in enumerate(passages) if p.role in ("headline", "heading")]
