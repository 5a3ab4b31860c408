"""What a reader can do: one class a command. Keys, footer, palette, help screen and README table come from here."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class Scope(StrEnum):
    """Where the keyboard's focus is."""

    BOX = "finder box"
    LIST = "finder list"
    ARTICLE = "article"
    PANEL = "side panel"
    FIND = "find box"


READING: Final = frozenset({Scope.LIST, Scope.ARTICLE, Scope.PANEL})
"""Everywhere but in a box: where a letter is a command."""

EVERYWHERE: Final = frozenset(Scope)


class Command(ABC):
    """One thing a reader can do."""

    keys: ClassVar[tuple[str, ...]]
    """Textual's names of keys; the first is the one shown."""
    label: ClassVar[str] = ""
    """A word or two for the status line; "" keeps it off there."""
    help: ClassVar[str]
    """A sentence for the help screen and the palette."""
    scopes: ClassVar[frozenset[Scope]] = READING
    in_palette: ClassVar[bool] = True

    @classmethod
    def name(cls) -> str:
        """Return the name in bindings and the palette."""
        return cls.__name__

    @abstractmethod
    async def run(self, screen: ReadingScreen) -> None:
        """Do it."""


def binding(command: type[Command]) -> Binding:
    """Return the binding of a command, for a screen or one of its widgets."""
    keys = ",".join(command.keys)
    return Binding(keys, f"screen.command('{command.name()}')", command.label or command.help, show=False)


def name_in_words(command: type[Command]) -> str:
    """Return a command's name as the palette shows it: "Next article"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", command.name())
    return words.capitalize()


_KEY_WORDS: Final = {
    "slash": "/", "question_mark": "?", "plus": "+", "minus": "-", "equals_sign": "=", "underscore": "_",
    "left_square_bracket": "[", "right_square_bracket": "]", "colon": ":", "space": "space", "escape": "esc",
    "enter": "enter", "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "pgdn", "pageup": "pgup",
    "vertical_line": "|",
}  # fmt: skip


def key_word(key: str) -> str:
    """Return a key's name as people know it: "ctrl+d", "N", "/"."""
    *modifiers, last = key.split("+")
    return "+".join((*modifiers, _KEY_WORDS.get(last, last)))


# ------------------------------------------------------------------------------------------- finding


class FindArticle(Command):
    """Focus the finder's box."""

    keys = ("f", "ctrl+f")
    label = "find"
    help = "Find an article: type words of its headline or text"

    async def run(self, screen: ReadingScreen) -> None:
        screen.focus_box()


class NextRow(Command):
    """Move down in the hits while typing."""

    keys = ("down", "ctrl+n", "ctrl+j")
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


class Abort(Command):
    """Leave the box with nothing typed."""

    keys = ("ctrl+c",)
    help = "Clear the box and leave it"
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
        screen.focused_list.choose()


class NextArticle(Command):
    """Open the next article of the list."""

    keys = ("right_square_bracket", "J")
    help = "Open the next article of the list"

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_article(1)


class PreviousArticle(Command):
    """Open the previous article of the list."""

    keys = ("left_square_bracket", "K")
    help = "Open the previous article of the list"

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_article(-1)


# ------------------------------------------------------------------------------------------- moving


class Down(Command):
    """Down a line or a row."""

    keys = ("j", "down")
    help = "Down"
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


# ------------------------------------------------------------------------------------------- in the article


class FindInside(Command):
    """Find inside the article; in the list, find an article."""

    keys = ("slash",)
    label = "find inside"
    help = "Find inside the article; from the list, find an article"

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_find()


class NextHit(Command):
    """Go to the next hit, past the last on to the next article."""

    keys = ("n",)
    label = "next hit"
    help = "Go to the next hit; past the last one, on to the next article"

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_hit(1)


class PreviousHit(Command):
    """Go to the hit before."""

    keys = ("N",)
    help = "Go to the previous hit; before the first one, back to the previous article"

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_hit(-1)


class Wider(Command):
    """Widen the measure."""

    keys = ("plus", "equals_sign")
    help = "Longer lines"

    async def run(self, screen: ReadingScreen) -> None:
        screen.change_measure(4)


class Narrower(Command):
    """Narrow the measure."""

    keys = ("minus",)
    help = "Shorter lines"

    async def run(self, screen: ReadingScreen) -> None:
        screen.change_measure(-4)


class Copy(Command):
    """Copy the selected text, else headline and address."""

    keys = ("y",)
    help = "Copy the text selected with the mouse, else the headline, source, date and address"

    async def run(self, screen: ReadingScreen) -> None:
        screen.copy()


class OpenAddress(Command):
    """Open the article's address in the browser."""

    keys = ("o",)
    help = "Open the article's own page, or the selected link, in your browser"

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_address()


# ------------------------------------------------------------------------------------------- the side panel


class Pictures(Command):
    """Show the pictures."""

    keys = ("1",)
    label = "pictures"
    help = "Pictures: captions, credits, dates"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Pictures")


class RelatedArticles(Command):
    """Show related articles."""

    keys = ("2", "r")
    label = "related"
    help = "Related articles, each with its reason"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Related")


class Entities(Command):
    """Show the entities."""

    keys = ("3", "e")
    label = "entities"
    help = "Entities: people, organisations and places; Enter goes from mention to mention"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Entities")


class Outline(Command):
    """Show the outline."""

    keys = ("4",)
    help = "Outline: the section headings"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Outline")


class NextTab(Command):
    """Next tab of the panel."""

    keys = ("l", "right")
    help = "Next tab of the side panel"
    scopes = frozenset({Scope.PANEL})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.panel.step_tab(1)


class PreviousTab(Command):
    """Previous tab of the panel."""

    keys = ("h", "left")
    help = "Previous tab of the side panel"
    scopes = frozenset({Scope.PANEL})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.panel.step_tab(-1)


class ArticlesNaming(Command):
    """List the articles that name the selected entity."""

    keys = ("a",)
    label = "articles naming it"
    help = "List every article that names the selected entity"
    scopes = frozenset({Scope.PANEL})

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_articles_naming()


class TogglePanel(Command):
    """Show or hide the side panel."""

    keys = ("p",)
    help = "Show or hide the side panel"

    async def run(self, screen: ReadingScreen) -> None:
        screen.toggle_panel()


# ------------------------------------------------------------------------------------------- everywhere


class NextPane(Command):
    """Next pane."""

    keys = ("tab",)
    label = "next pane"
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
    help = "One level back: close what is open, clear the marks, return to the list"
    scopes = EVERYWHERE
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.escape()


class Back(Command):
    """Back to the article read before."""

    keys = ("H", "alt+left", "backspace")
    label = "back"
    help = "Back to the article read before"

    async def run(self, screen: ReadingScreen) -> None:
        screen.travel(-1)


class Forward(Command):
    """Forward again."""

    keys = ("L", "alt+right")
    help = "Forward again"

    async def run(self, screen: ReadingScreen) -> None:
        screen.travel(1)


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
        screen.app.exit()


class QuitWhileTyping(Quit):
    """Leave, from a box, where q is a letter."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+q",)
    label = ""
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False


COMMANDS: Final[tuple[type[Command], ...]] = (
    FindArticle, NextRow, PreviousRow, Abort, Open, NextArticle, PreviousArticle,
    Down, Up, PageDown, PageUp, HalfPageDown, HalfPageUp, Top, Bottom,
    FindInside, NextHit, PreviousHit, Wider, Narrower, Copy, OpenAddress,
    Pictures, RelatedArticles, Entities, Outline, NextTab, PreviousTab, ArticlesNaming, TogglePanel,
    NextPane, PreviousPane, Escape, Back, Forward, NextTheme, Palette, Help, HelpWhileTyping, Quit, QuitWhileTyping,
)  # fmt: skip

BY_NAME: Final = {command.name(): command() for command in COMMANDS}
