"""The command palette: Textual's, with our commands and none of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input

from tui.command import keys_in_words, name_in_words
from tui.commands.every import COMMANDS

if TYPE_CHECKING:
    from tui.app import BroadsheetApp


_TOLD: Final = 0.001
"""How well a command matches that has the words in its sentence alone: less than any whose name does."""


class CommandScreen(CommandPalette):
    """The palette. Its cursor does not blink: an idle screen writes no byte.

    Textual's picture of a lens is none in many a terminal's font, and of two widths in others.
    """

    DEFAULT_CSS: ClassVar[str] = "CommandScreen SearchIcon { display: none; }"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.pop_screen", show=False, priority=True)]

    def on_mount(self) -> None:
        """Let the cursor stand."""
        self.query_one(Input).cursor_blink = False

    def _action_command_list(self, action: str) -> None:
        """Move in the list; one that is not laid out yet has no pages, and Textual 8.2 raises `KeyError` there."""
        with suppress(KeyError):
            super()._action_command_list(action)


class CommandList(Provider):
    """The palette's entries: our commands, none of Textual's."""

    async def discover(self) -> Hits:
        """List every command."""
        for name, run, help_text in self._commands():
            yield DiscoveryHit(name, run, help=help_text)

    async def search(self, query: str) -> Hits:
        """List the commands whose name matches, then those whose sentence has all the words.

        Letters scattered over a sentence are in nearly every one, and mean nothing.
        """
        matcher, words = self.matcher(query), query.casefold().split()
        for name, run, help_text in self._commands():
            is_told = all(word in help_text.casefold() for word in words)
            if (score := matcher.match(name) or is_told * _TOLD) > 0:
                yield Hit(score, matcher.highlight(name), run, help=help_text)

    def _commands(self) -> list[tuple[str, Callable[[], object], str]]:
        app = cast("BroadsheetApp", self.app)
        screen = app.reading
        return [
            *(
                (name_in_words(c), partial(screen.action_command, c.name()), f"{keys_in_words(c)} · {c.help}")
                for c in COMMANDS
                if c.in_palette
            ),
            *((f"Theme: {theme}", partial(app.use_theme, theme), "Switch the colours") for theme in app.themes),
        ]
