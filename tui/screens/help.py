"""Every key, by what it is for."""

from __future__ import annotations

from textwrap import wrap
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import COMMANDS, Command, Scope, key_word
from tui.query_help import QUERY_HELP

_WIDEST: Final = 84
_SHARE: Final = 0.96
"""Columns of the page, and the share of the screen it takes at most: as in the style below."""

_FRAME: Final = 8
"""Columns of its border, padding and scroll bar."""

_NARROWEST: Final = 16

_GROUPS: Final = (
    ("Everywhere", lambda scopes: scopes >= {Scope.LIST, Scope.ARTICLE, Scope.PANEL}),
    ("While typing", lambda scopes: bool(scopes & {Scope.BOX, Scope.FIND})),
    ("In a list or the side panel", lambda _: True),
)


def help_rows() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the groups of the help screen: a heading, and for each command its keys and what it does."""
    left: list[type[Command]] = list(COMMANDS)
    groups = []
    for heading, belongs in _GROUPS:
        here = [command for command in left if belongs(command.scopes)]
        left = [command for command in left if command not in here]
        rows = [(" ".join(map(key_word, command.keys)), command.help) for command in here]
        groups.append((heading, rows))
    return groups


class HelpScreen(ModalScreen[None]):
    """A page of keys over the reading screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
        Binding("space", "scroll('page_down')", show=False),
        Binding("b", "scroll('page_up')", show=False),
    ]

    DEFAULT_CSS: ClassVar[str] = """
    HelpScreen { align: center middle; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 96%; height: auto; max-height: 92%; padding: 1 2; background: $surface;
        border: round $accent; scrollbar-size-vertical: 1;
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        keys = max(len(key) for _, rows in help_rows() for key, _ in rows) + 2
        room = min(_WIDEST, int(self.app.size.width * _SHARE)) - _FRAME - keys - 2
        parts: list[str | tuple[str, str]] = []
        for heading, rows in (*help_rows(), ("What can be asked", QUERY_HELP)):
            parts += [(f"{heading}\n", "bold $accent")]
            for key, words in rows:
                lines = wrap(words, max(room, _NARROWEST))
                parts += [(f"  {key:<{keys}}", "bold"), ("\n" + " " * (keys + 2)).join(lines) + "\n"]
            parts.append("\n")
        parts.append(("Esc closes this page. The mouse works too: click, wheel, drag to select.", "$text-muted"))
        with VerticalScroll(can_focus=True):
            yield Static(Content.assemble(*parts))

    def action_scroll(self, how: str) -> None:
        """Scroll by the keys of the reading screen."""
        page = self.query_one(VerticalScroll)
        {
            "down": page.scroll_down, "up": page.scroll_up,
            "page_down": page.scroll_page_down, "page_up": page.scroll_page_up,
        }[how](animate=False)  # fmt: skip
