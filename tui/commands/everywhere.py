"""What works everywhere: panes, the way back, help, leaving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from tui.command import BOXES, EVERYWHERE, Command, Scope

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class NextPane(Command):
    """Next pane."""

    keys = ("tab",)
    label = "next pane"
    labels: ClassVar[Mapping[Scope, str]] = {Scope.FIND: ""}
    help = "Next pane: finder, article, side panel"
    scopes = EVERYWHERE
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_pane(1)


class PreviousPane(Command):
    """Previous pane."""

    keys = ("shift+tab",)
    help = "Previous pane"
    scopes = EVERYWHERE
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_pane(-1)


class Escape(Command):
    """One level back."""

    keys = ("escape",)
    help = (
        "One level back: close what is open, clear the marks, return to the list; there, to what it showed before it "
        "was narrowed, then to the newest articles (s brings a query back)"
    )
    labels: ClassVar[Mapping[Scope, str]] = {
        Scope.LIST: "back", Scope.ARTICLE: "list", Scope.PANEL: "article", Scope.TIMELINE: "drop",
    }  # fmt: skip
    scopes = EVERYWHERE - BOXES
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.escape()


class Back(Command):
    """Back to the article read before."""

    keys = ("H", "alt+left", "backspace")
    label = "read before"
    help = "Back to the article read before"

    async def run(self, screen: ReadingScreen) -> None:
        screen.travel(-1)


class Forward(Command):
    """Forward again."""

    keys = ("L", "alt+right")
    help = "Forward again"

    async def run(self, screen: ReadingScreen) -> None:
        screen.travel(1)


class Redraw(Command):
    """Draw the whole screen anew."""

    keys = ("ctrl+l",)
    help = "Redraw the screen, after something else has written on it"
    scopes = EVERYWHERE

    async def run(self, screen: ReadingScreen) -> None:
        screen.broadsheet.redraw()


class Suspend(Command):
    """Leave the terminal to the shell."""

    keys = ("ctrl+z",)
    help = "Suspend: back to the shell for a while, whose fg goes on"
    scopes = EVERYWHERE

    async def run(self, screen: ReadingScreen) -> None:
        screen.broadsheet.action_suspend_process()


class NextTheme(Command):
    """Switch to the next theme."""

    keys = ("t",)
    help = "Next colour theme"

    async def run(self, screen: ReadingScreen) -> None:
        screen.next_theme()


class Palette(Command):
    """Open the command palette."""

    keys = ("colon", "f2")
    label = "commands"
    help = "Command palette: every command by name"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.app.action_command_palette()


class Help(Command):
    """Show the keys."""

    keys: ClassVar[tuple[str, ...]] = ("question_mark", "f1")
    label = "help"
    help = "Help: every key"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_help()


class HelpWhileTyping(Help):
    """Show the keys, from a box, where a letter is typed."""

    keys: ClassVar[tuple[str, ...]] = ("f1",)
    label = "help"
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False


class Quit(Command):
    """Leave."""

    keys: ClassVar[tuple[str, ...]] = ("q", "ctrl+q")
    label = "quit"
    help = "Quit; the reading position is kept"

    async def run(self, screen: ReadingScreen) -> None:
        screen.quit()


class QuitWhileTyping(Quit):
    """Leave, from a box, where q is a letter."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+q",)
    label = ""
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False
