"""One line over the reading screen in which a command is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.screens.line import LineBox, LineScreen

_HELP = "enter runs it with the text on its standard input: less, wc -w, cat >> notes.txt · esc leaves"


class PipeScreen(LineScreen[str | None]):
    """Asks for a command. Enter takes it as typed, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "leave", show=False)]

    DEFAULT_CSS: ClassVar[str] = "PipeScreen #help { color: $text-muted; }"

    def __init__(self, what: str, command: str) -> None:
        """Ask what `what` is to be piped into; `command` was the last one."""
        super().__init__()
        self._what = what
        self._command = command

    def compose(self) -> ComposeResult:
        """Lay out the question, the box and its help."""
        with Vertical():
            yield Static(Content(f"Pipe {self._what} into a command"), id="question")
            yield LineBox(self._command, id="command", select_on_focus=True)
            yield Static(Content(_HELP), id="help")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the command."""
        if event.value.strip():
            self.dismiss(event.value)
