"""One line over the reading screen that asks before what is seldom meant."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.screens.line import LineScreen


class SureScreen(LineScreen[bool]):
    """Asks a question: y is yes, n and Esc are no, other keys nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n,escape,ctrl+c,q", "answer(False)", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical():
            yield Static(Content(self._question), id="question")
            yield Static(Content("y yes   n no"), id="answers")

    def action_answer(self, answer: bool) -> None:
        """Answer, and leave."""
        self.dismiss(answer)
