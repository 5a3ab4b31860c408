"""Names: who bears them, and correcting them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from tui.command import Command, Scope

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


SELECT_A_NAME: Final = "select a name first: 3 lists the article's, E the archive's"


class ArticlesNaming(Command):
    """List the articles that name the selected entity."""

    keys = ("a",)
    labels: ClassVar[Mapping[Scope, str]] = {Scope.PANEL: "articles naming it"}
    help = "List every article that names the selected entity, or in the article the one that one has gone to"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_articles_naming()


class NotAnEntity(Command):
    """Correct: the selected entity is none."""

    keys = ("x",)
    help = "That name, or whose page it is, is no entity: correct it in the whole archive"

    async def run(self, screen: ReadingScreen) -> None:
        screen.ignore_entity()


class MergeEntity(Command):
    """Correct: the selected entity is another one."""

    keys = ("m",)
    help = "Merge that name into another one, in the whole archive; it asks where their kinds differ"

    async def run(self, screen: ReadingScreen) -> None:
        screen.merge_entity()


class RenameEntity(Command):
    """Correct: the selected entity is called otherwise."""

    keys = ("c",)
    help = "Change that name, in the whole archive"

    async def run(self, screen: ReadingScreen) -> None:
        screen.rename_entity()


class UndoCorrection(Command):
    """Take the last correction of a name back."""

    keys = ("u",)
    help = "Take the last correction of a name back; it asks where that was not made in this session"

    async def run(self, screen: ReadingScreen) -> None:
        screen.undo_correction()


class RedoCorrection(Command):
    """Make a correction again."""

    keys = ("U",)
    help = "Make the correction again that was taken back last"

    async def run(self, screen: ReadingScreen) -> None:
        screen.redo_correction()


class AllEntities(Command):
    """List the entities of the whole archive."""

    keys = ("E",)
    help = "Names of the whole archive, the first 300, or those like what is typed in the box; Enter tells of one"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_entities()
