"""Names: who bears them, and correcting them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command import Command

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


SELECT_A_NAME: Final = "select a name first: 3 lists the article's, E the archive's"


class PageOfName(Command):
    """List the articles that name the selected entity."""

    keys = ("a",)
    help = "Page of the selected name, in the article the one gone to: when, with whom, and every article that has it"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_articles_naming()


class NoEntity(Command):
    """Correct: the selected entity is none."""

    keys = ("x",)
    help = "That name, or whose page it is, is no entity: correct it in the whole archive"

    async def run(self, screen: ReadingScreen) -> None:
        screen.ignore_entity()


class MergeName(Command):
    """Correct: the selected entity is another one."""

    keys = ("m",)
    help = "Merge that name into another one, in the whole archive; it asks where their kinds differ"

    async def run(self, screen: ReadingScreen) -> None:
        screen.merge_entity()


class ChangeName(Command):
    """Correct: the selected entity is called otherwise."""

    keys = ("c",)
    help = "Change that name, in the whole archive"

    async def run(self, screen: ReadingScreen) -> None:
        screen.rename_entity()


class UndoCorrection(Command):
    """Take the last correction of a name back."""

    keys = ("u",)
    help = "Undo the last correction of a name; it asks where that was not made in this session"

    async def run(self, screen: ReadingScreen) -> None:
        screen.undo_correction()


class RedoCorrection(Command):
    """Make a correction again."""

    keys = ("U",)
    help = "Redo the correction of a name that was undone last"

    async def run(self, screen: ReadingScreen) -> None:
        screen.redo_correction()


class Names(Command):
    """List the entities of the whole archive."""

    keys = ("E",)
    help = "Names of the whole archive, the first 300, or those like what is typed in the box; Enter tells of one"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_entities()
