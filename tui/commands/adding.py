"""Adding to the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.command import Command

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class AddFolderOrFile(Command):
    """Add to the archive."""

    keys = ("A",)
    label = "add"
    help = "Add a folder or a file to this archive; afterwards, the report on it"

    async def run(self, screen: ReadingScreen) -> None:
        screen.add_articles()


class StopAdding(Command):
    """Stop what is being added."""

    keys = ("X",)
    help = "Stop adding; what was read stays"

    async def run(self, screen: ReadingScreen) -> None:
        screen.stop_adding()
