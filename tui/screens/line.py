"""A line over the reading screen that asks for something: what those screens share."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen
from textual.widgets import Input

_Answer = TypeVar("_Answer")


class LineScreen(ModalScreen[_Answer]):
    """Asks at the bottom of the screen; what is being read stays in sight."""

    DEFAULT_CSS: ClassVar[str] = """
    LineScreen { align: center bottom; background: $background 0%; }
    LineScreen Vertical { width: 100%; height: auto; background: $panel; padding: 0 2; border-top: solid $accent; }
    LineScreen Input { border: none; height: 1; padding: 0; background: $panel; }
    """

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


class LineBox(Input):
    """The box in which the answer is typed."""

    def __init__(self, text: str = "", *, id: str, placeholder: str = "", select_on_focus: bool = False) -> None:  # noqa: A002
        super().__init__(text, id=id, placeholder=placeholder, compact=True, select_on_focus=select_on_focus)
        self.cursor_blink = False  # an idle screen writes no byte
