"""What a command is: its keys, where they work, what it says of itself."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
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
    TIMELINE = "timeline"
    PANEL = "side panel"
    FIND = "find box"


READING: Final = frozenset({Scope.LIST, Scope.ARTICLE, Scope.PANEL, Scope.TIMELINE})
"""Everywhere but in a box: where a letter is a command."""

EVERYWHERE: Final = frozenset(Scope)

BOXES: Final = frozenset({Scope.BOX, Scope.FIND})
"""Where letters are typed."""

OPENING: Final = frozenset({Scope.BOX, Scope.FIND, Scope.LIST, Scope.PANEL})
"""Where Enter opens something, or goes there."""

SCOPES: Final = {
    "query": Scope.BOX, "hits": Scope.LIST, "timeline": Scope.TIMELINE, "article": Scope.ARTICLE,
    "panel": Scope.PANEL, "find": Scope.FIND,
}  # fmt: skip
"""By the id of the widget that has the focus."""

PANES: Final = {
    Scope.BOX: "at-finder", Scope.LIST: "at-finder", Scope.TIMELINE: "at-finder",
    Scope.ARTICLE: "at-article", Scope.FIND: "at-article",
    Scope.PANEL: "at-side",
}  # fmt: skip
"""The class of the screen that shows the pane, where not all are shown."""


class Command(ABC):
    """One thing a reader can do."""

    keys: ClassVar[tuple[str, ...]]
    """Textual's names of keys; the first is the one shown."""
    label: ClassVar[str] = ""
    """A word or two for the status line; "" keeps it off there."""
    labels: ClassVar[Mapping[Scope, str]] = {}
    """Other words for it where the focus is there; "" keeps it off the status line there."""
    help: ClassVar[str]
    """A sentence for the help screen and the palette."""
    scopes: ClassVar[frozenset[Scope]] = READING
    elsewhere: ClassVar[str] = ""
    """What to say of it where one reads and it does not work: no key is silent there; "" where another command is."""
    of_article: ClassVar[bool] = False
    """Whether it is done with an article: where the list hides the open one, with the one that is selected there."""
    in_palette: ClassVar[bool] = True

    @classmethod
    def name(cls) -> str:
        """Return the name in bindings and the palette."""
        return cls.__name__

    @classmethod
    def label_in(cls, scope: Scope) -> str:
        """Return the word or two for the status line where the focus is there; "" where it is not shown."""
        return cls.labels.get(scope, cls.label) if scope in cls.scopes else ""

    @classmethod
    def is_answered(cls, scope: Scope) -> bool:
        """Whether its keys do something there, or say why they do not."""
        return scope in cls.scopes or (bool(cls.elsewhere) and scope in READING)

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
    "vertical_line": "|", "asterisk": "*",
}  # fmt: skip


def key_word(key: str) -> str:
    """Return a key's name as people know it: "ctrl+d", "N", "/"."""
    *modifiers, last = key.split("+")
    return "+".join((*modifiers, _KEY_WORDS.get(last, last)))


def keys_in_words(command: type[Command]) -> str:
    """Return all keys of a command: "f ctrl+f"."""
    return " ".join(map(key_word, command.keys))
