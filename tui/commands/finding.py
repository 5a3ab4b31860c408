"""What finds: the box, its list, the timeline, searches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from tui.command import READING, Command, Scope

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class FindArticle(Command):
    """Focus the finder's box."""

    keys = ("f", "ctrl+f")
    label = "find"
    help = "Find an article: type words of its headline or text"

    async def run(self, screen: ReadingScreen) -> None:
        screen.focus_box(anew=True)


class OpenWhileTyping(Command):
    """Open the selected article from the box."""

    keys = ("enter",)
    label = "open"
    help = "Open the selected article, at the passage shown"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_hit()


class LeaveBox(Command):
    """Leave the box; what is typed stays."""

    keys = ("escape",)
    label = "list"
    help = "Leave the box for the list, where letters are commands; what is typed stays: f or / goes on with it"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.escape()


class NextRow(Command):
    """Move down in the hits while typing."""

    keys = ("down", "ctrl+n", "ctrl+j")
    label = "next"
    help = "Move down in the list while typing"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.hits.move_cursor(1)


class PreviousRow(Command):
    """Move up in the hits while typing."""

    keys = ("up", "ctrl+p", "ctrl+k")
    help = "Move up in the list while typing"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.hits.move_cursor(-1)


class TakeCompletion(Command):
    """Complete what is typed."""

    keys = ("right",)
    label = "complete"
    help = "At the end of the box: complete a field's name, or its value, as offered below"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.take_completion()


class Narrow(Command):
    """List what the hits can be narrowed by."""

    keys: ClassVar[tuple[str, ...]] = ("F",)
    label = "narrow"
    labels: ClassVar[Mapping[Scope, str]] = {Scope.ARTICLE: "", Scope.PANEL: ""}
    help = "Narrow the hits by source, year, language, name or tag, each with its count"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_facets()


class NarrowWhileTyping(Narrow):
    """List what the hits can be narrowed by, from the box."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+o",)
    scopes = frozenset({Scope.BOX})
    in_palette = False


class Timeline(Command):
    """Go to the timeline."""

    keys: ClassVar[tuple[str, ...]] = ("T",)
    help = "Timeline of the hits: ← and → filter by the bar, Enter keeps the filter, Esc drops it"
    scopes = READING

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_timeline()


class TimelineWhileTyping(Timeline):
    """Go to the timeline, from the box."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+t",)
    label = "timeline"
    scopes = frozenset({Scope.BOX})
    in_palette = False


class EarlierPeriod(Command):
    """Filter by the bar before."""

    keys = ("left", "h")
    label = "earlier"
    help = "In the timeline: filter by the bar before"
    scopes = frozenset({Scope.TIMELINE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.timeline.step(-1)


class LaterPeriod(Command):
    """Filter by the next bar."""

    keys = ("right", "l")
    label = "later"
    help = "In the timeline: filter by the next bar"
    scopes = frozenset({Scope.TIMELINE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.timeline.step(1)


class KeepPeriod(Command):
    """Keep the timeline's filter."""

    keys = ("enter", "down", "j")
    label = "keep"
    help = "In the timeline: keep the filter, and go to the list"
    scopes = frozenset({Scope.TIMELINE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.keep_period()


class Searches(Command):
    """List saved and earlier searches."""

    keys: ClassVar[tuple[str, ...]] = ("s",)
    label = "searches"
    labels: ClassVar[Mapping[Scope, str]] = {Scope.ARTICLE: "", Scope.PANEL: "", Scope.TIMELINE: ""}
    help = "Searches: saved ones with what is new since you last looked, and earlier ones"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_searches()


class SearchesWhileTyping(Searches):
    """List saved and earlier searches that hold what is typed."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+r",)
    scopes = frozenset({Scope.BOX})
    in_palette = False


class SaveSearch(Command):
    """Save the query, or drop it where it is saved."""

    keys: ClassVar[tuple[str, ...]] = ("S",)
    help = "Save this search, or drop it where it is saved"

    async def run(self, screen: ReadingScreen) -> None:
        screen.save_search()


class SaveSearchWhileTyping(SaveSearch):
    """Save the query, from the box."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+s",)
    label = "save"
    scopes = frozenset({Scope.BOX})
    in_palette = False


class Abort(Command):
    """Leave the box with nothing typed."""

    keys = ("ctrl+c",)
    label = "clear"
    labels: ClassVar[Mapping[Scope, str]] = {Scope.FIND: ""}
    help = "Clear the box and leave it; what was found with it is among the earlier searches"
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.abort()


class Open(Command):
    """Open what is selected."""

    keys = ("enter",)
    label = "open"
    help = "Open the selected article, or go to the selected picture, mention or heading"
    scopes = frozenset({Scope.LIST, Scope.PANEL})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.choose()


class NextArticle(Command):
    """Open the next article of the list."""

    keys = ("right_square_bracket", "J")
    labels: ClassVar[Mapping[Scope, str]] = {Scope.ARTICLE: "next"}
    help = "Open the next article of the list"

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_article(1)


class PreviousArticle(Command):
    """Open the previous article of the list."""

    keys = ("left_square_bracket", "K")
    help = "Open the previous article of the list"

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_article(-1)
