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

from tui.command import READING, Command, Scope, keys_in_words
from tui.commands.every import COMMANDS
from tui.messages import FindChanged
from tui.query_help import QUERY_HELP
from tui.widgets.find_box import FindBox

_WIDEST: Final = 84
"""Columns of the page, border and all."""

_FRAME: Final = 6
"""Columns of its border, padding and scroll bar; half of the padding goes where there is little room."""

_BESIDE: Final = 64
"""Columns of the screen from which on what a key does stands beside it, else below."""

_GROUPS: Final = (
    ("Everywhere", lambda scopes: scopes >= READING - {Scope.TIMELINE}),
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
        rows = [(keys_in_words(command), command.help) for command in here]
        groups.append((heading, rows))
    return groups


class HelpScreen(ModalScreen[None]):
    """A page of keys over the reading screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,f1,enter", "dismiss", "Close", show=False),
        Binding("escape", "back", show=False),
        Binding("slash", "find", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
        Binding("space,ctrl+d", "scroll('page_down')", show=False),
        Binding("b,ctrl+u", "scroll('page_up')", show=False),
        Binding("g", "scroll('home')", show=False),
        Binding("G", "scroll('end')", show=False),
    ]

    DEFAULT_CSS: ClassVar[str] = """
    HelpScreen { align: center middle; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        background: $surface; border: round $accent; scrollbar-size-vertical: 1;
    }
    HelpScreen FindBox { dock: bottom; display: none; }
    HelpScreen FindBox.open { display: block; }
    """

    _sought = ""

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(can_focus=True) as page:
            page.border_title = "Keys"
            page.border_subtitle = "esc closes · space goes on · / finds"
            yield Static()
        yield FindBox(id="help-find")

    @property
    def find_box(self) -> FindBox:
        """Where one types what to find."""
        return self.query_one(FindBox)

    def on_resize(self) -> None:
        """Set the page for the room there is."""
        self._show()

    def _show(self) -> None:
        self.query_one(Static).update(_page(self.app.size.width, self._sought))

    def action_find(self) -> None:
        """Open the box that finds a key, or what a key does."""
        self.find_box.add_class("open")
        self.find_box.value, self.find_box.placeholder = self._sought, "Find a key by what it does"
        self.find_box.focus()

    def on_find_changed(self, message: FindChanged) -> None:
        """Show only what has the words; Enter goes back to the page."""
        message.stop()
        self._sought = message.text
        self._show()
        if message.done:
            self._close_find()

    def _close_find(self) -> None:
        self.find_box.remove_class("open")
        self.query_one(VerticalScroll).focus()

    def action_back(self) -> None:
        """Show all again where something is sought, else close."""
        if not self.find_box.has_class("open") and not self._sought:
            self.dismiss()
            return
        self._close_find()
        self._sought = ""
        self._show()

    def action_scroll(self, how: str) -> None:
        """Scroll by the keys of the reading screen."""
        page = self.query_one(VerticalScroll)
        {
            "down": page.scroll_down, "up": page.scroll_up,
            "page_down": page.scroll_page_down, "page_up": page.scroll_page_up,
            "home": page.scroll_home, "end": page.scroll_end,
        }[how](animate=False)  # fmt: skip


def _page(columns: int, sought: str = "") -> Content:
    """Return the page for a screen of so many columns: all of it, or what has all words of `sought`."""
    room = min(_WIDEST, columns) - _FRAME
    parts: list[str | tuple[str, str]] = []
    wanted = sought.casefold().split()
    for heading, every in (*help_rows(), ("What can be asked", QUERY_HELP)):
        rows = [row for row in every if all(word in " ".join(row).casefold() for word in wanted)]
        if not rows:
            continue
        parts.append((f"{heading}\n", "bold $accent"))
        keys = max(len(key) for key, _ in rows) + 2
        for key, words in rows:
            beside = columns >= _BESIDE
            indent = keys + 2 if beside else 4
            first = f"  {key:<{keys}}" if beside else f"  {key}\n{' ' * indent}"
            parts += [(first, "bold"), ("\n" + " " * indent).join(wrap(words, room - indent)) + "\n"]
        parts.append("\n")
    if not parts:
        parts.append(f"No key has to do with “{sought.strip()}”.\n\n")
    parts.append(("\n".join(wrap("The mouse works too: click, wheel, drag to select.", room)), "$text-muted"))
    return Content.assemble(*parts)
