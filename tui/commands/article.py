"""What is done with the open article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from tui.command import Command, Scope
from tui.typeset import DEFAULT_MEASURE

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class FindInside(Command):
    """Find inside the article; in the list, find an article."""

    keys = ("slash",)
    labels: ClassVar[Mapping[Scope, str]] = {Scope.ARTICLE: "find inside"}
    help = "Find inside the article; from the list, find an article"

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_find()


class LeaveFind(Command):
    """Close the box that finds inside the article."""

    keys = ("escape",)
    label = "close"
    help = "Close the box that finds inside; what led to the article is marked again; Enter keeps its marks"
    scopes = frozenset({Scope.FIND})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.escape()


class NextHit(Command):
    """Go to the next hit, past the last on to the next article."""

    keys = ("n",)
    help = (
        "Go to the next hit, past the last one on to the next article; after going to a mention, to the next one of "
        "that name; where nothing is sought, to the next name"
    )
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_hit(1)


class PreviousHit(Command):
    """Go to the hit before."""

    keys = ("N",)
    help = "Go to the previous hit, before the first one back to the previous article; else to the previous name"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_hit(-1)


class NextMention(Command):
    """Go to the next mention of the name one came by."""

    keys = ("enter",)
    help = "In the article, after going to a mention of a name: on to its next one, as `n`, and round; Esc ends it"
    scopes = frozenset({Scope.ARTICLE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_on()


class LongerLines(Command):
    """Widen the measure."""

    keys = ("plus",)
    help = "Longer lines"

    async def run(self, screen: ReadingScreen) -> None:
        screen.change_measure(4)


class ShorterLines(Command):
    """Narrow the measure."""

    keys = ("minus",)
    help = "Shorter lines"

    async def run(self, screen: ReadingScreen) -> None:
        screen.change_measure(-4)


class UsualLines(Command):
    """Return to the measure that the configuration has."""

    keys = ("equals_sign",)
    help = f"Lines of the usual length again: {DEFAULT_MEASURE} columns, or what the configuration says"

    async def run(self, screen: ReadingScreen) -> None:
        screen.reset_measure()


class Copy(Command):
    """Copy the selected text, else what is selected, else headline and address."""

    keys = ("y",)
    help = (
        "Copy the text selected with the mouse, else what is selected in the panel or the list (caption and credit, "
        "name, article), else the article's headline, source, date and address"
    )

    async def run(self, screen: ReadingScreen) -> None:
        await screen.copy()


class Star(Command):
    """Star the article, or take its star back."""

    keys = ("asterisk",)
    help = "Star the article that is selected in the list or among the related ones, else the open one, or take it back"

    async def run(self, screen: ReadingScreen) -> None:
        screen.toggle_mark("starred")


class MarkRead(Command):
    """Mark the article as read, or as unread."""

    keys = ("M",)
    help = "Mark that article as read, or as unread again; the list shows ✓, and is:read and is:unread ask for it"

    async def run(self, screen: ReadingScreen) -> None:
        screen.toggle_mark("read")


class OpenPage(Command):
    """Open the article's address in the browser."""

    keys = ("o",)
    help = "Open the article's own page, or the selected link, in your browser"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_address()


class ViewPicture(Command):
    """Show a picture."""

    keys = ("v",)
    help = "View the selected picture, or the one at the reading position, with its whole caption"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.view_picture()


class RawText(Command):
    """Show the article's file as it is."""

    keys = ("R",)
    help = "Raw text of the article's file, as it is, with line numbers; / finds in it"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_original()


class CopyPath(Command):
    """Show and copy the path of the article's file."""

    keys = ("Y",)
    help = "Show and copy the path of the article's file"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.copy_path()


class Pipe(Command):
    """Give the article's text to a command."""

    keys = ("vertical_line",)
    help = "Pipe the text selected with the mouse, else the article, into a command of yours: less, wc -w, cat >> notes"
    of_article = True

    async def run(self, screen: ReadingScreen) -> None:
        screen.pipe()
