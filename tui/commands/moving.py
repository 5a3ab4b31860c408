"""Moving, in the article and in lists alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.command import READING, Command, Scope

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class Down(Command):
    """Down a line or a row."""

    keys = ("j", "down")
    help = "Down"
    scopes = READING - {Scope.TIMELINE}
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(lines=1)


class Up(Command):
    """Up a line or a row."""

    keys = ("k", "up")
    help = "Up"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(lines=-1)


class PageDown(Command):
    """Down a screenful."""

    keys = ("space", "pagedown")
    help = "Down a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=1)


class PageUp(Command):
    """Up a screenful."""

    keys = ("b", "pageup")
    help = "Up a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=-1)


class HalfPageDown(Command):
    """Down half a screenful."""

    keys = ("ctrl+d",)
    help = "Down half a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=0.5)


class HalfPageUp(Command):
    """Up half a screenful."""

    keys = ("ctrl+u",)
    help = "Up half a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=-0.5)


class Top(Command):
    """To the beginning."""

    keys = ("g", "home")
    help = "To the beginning"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move_end(last=False)


class Bottom(Command):
    """To the end."""

    keys = ("G", "end")
    help = "To the end"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move_end(last=True)
