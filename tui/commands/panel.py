"""The side panel, its tabs, and the article's story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command import Command, Scope

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


_TABS: Final = "h and l turn the tabs of the side panel: 1 to 4 go there"


class Pictures(Command):
    """Show the pictures."""

    keys = ("1",)
    label = "pictures"
    help = "Pictures: captions, credits, dates, files; v views one"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Pictures")


class RelatedArticles(Command):
    """Show related articles."""

    keys = ("2", "r")
    label = "related"
    help = "Related articles, each with its reason"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Related")


class Story(Command):
    """List the open article's story."""

    keys = ("C",)
    help = "Story: the articles of its story in order of time, when they appeared and what each adds"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_story()


class Entities(Command):
    """Show the entities."""

    keys = ("3", "e")
    label = "entities"
    help = "Entities: people, organisations and places; Enter goes from mention to mention"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Entities")


class Outline(Command):
    """Show the outline."""

    keys = ("4",)
    help = "Outline: the section headings"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Outline")


class NextTab(Command):
    """Next tab of the panel."""

    keys = ("l", "right")
    help = "Next tab of the side panel"
    scopes = frozenset({Scope.PANEL})
    elsewhere = _TABS
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.panel.step_tab(1)


class PreviousTab(Command):
    """Previous tab of the panel."""

    keys = ("h", "left")
    help = "Previous tab of the side panel"
    scopes = frozenset({Scope.PANEL})
    elsewhere = _TABS
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.panel.step_tab(-1)


class SidePanel(Command):
    """Show or hide the side panel."""

    keys = ("p",)
    help = "Show or hide the side panel; remembered where it stands beside the article"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.toggle_panel()
