"""What is to be added: a line over the reading screen in which a path is typed, and what was added last."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from docs_store import clean
from tui.paths import common_start, continued, typed_path
from tui.screens.line import LineBox, LineScreen
from tui.wrapping import fit, fit_end

_OFFERED: Final = 5
_LOOKED_FOR: Final = 1_000
"""Paths shown, and looked for: what all of them begin with is completed at once."""


class AddScreen(LineScreen[Path | None]):
    """Asks for a file or a folder. Enter takes it, Tab completes it, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "leave", show=False),
        Binding("tab", "complete", show=False, priority=True),
        Binding("down,ctrl+n", "step(1)", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "step(-1)", show=False, priority=True),
    ]

    DEFAULT_CSS: ClassVar[str] = "AddScreen #last { color: $text-muted; max-height: 14; }"

    def __init__(self, archive: str, last: tuple[str, ...] = ()) -> None:
        """Ask what to add to the archive of that name; `last` are lines about what was added before."""
        super().__init__()
        self._archive = archive
        self._last = last
        self._found: tuple[str, ...] = ()
        self._found_for = ""
        self._chosen = 0
        self._told_for, self._told = "", ""

    def compose(self) -> ComposeResult:
        """Lay out the question, the box, how it can go on, and what was added last."""
        with Vertical():
            yield Static(Content("Add a folder or a file"), id="question")
            yield LineBox(id="path", placeholder="~/clippings")
            yield Static(Content(self._help), id="offered")
            if self._last:
                yield Static(id="last")

    def on_resize(self) -> None:
        """Set the lines for the room there is."""
        room = self._room
        self.query_one("#question", Static).update(
            Content(fit(f"Add a folder or a file to {fit_end(self._archive, max(room - 26, 8))}", room))
        )
        if self._last:
            self.query_one("#last", Static).update(Content("\n".join(("", *self._last))))
        self._show()

    @property
    def _room(self) -> int:
        return max(self.app.size.width - 4, 8)

    @property
    def _help(self) -> str:
        return "tab completes · enter adds · esc leaves"

    @work(group="paths", exclusive=True)
    async def on_input_changed(self, event: Input.Changed) -> None:
        """Offer how the path can go on."""
        await self._look(event.value)

    async def _look(self, typed: str) -> None:
        found = await asyncio.to_thread(continued, typed, _LOOKED_FOR) if typed else ()
        if typed == self.query_one(Input).value:
            self._found, self._found_for, self._chosen = found, typed, 0
            self._show(self._told if typed == self._told_for else "")  # folders may be read after Enter was answered

    def _show(self, words: str = "") -> None:
        first = min(max(0, self._chosen - _OFFERED + 1), max(0, len(self._found) - _OFFERED))
        lines = [
            f"{'›' if number == self._chosen else ' '} {fit(_last_part(path), self._room - 2)}"
            for number, path in enumerate(self._found[first : first + _OFFERED], first)
        ]
        more = len(self._found) - first - _OFFERED
        lines += [f"  and {more:,} more"] if more > 0 else []
        self.query_one("#offered", Static).update(Content(words or "\n".join(lines) or self._help))

    async def action_complete(self) -> None:
        """Complete what all offered paths begin with, else take the chosen one."""
        box = self.query_one(Input)
        if self._found_for != box.value:  # typed faster than folders are read
            await self._look(box.value)
        start = common_start(self._found)
        if self._found:
            box.value = start if len(start) > len(box.value) and not self._chosen else self._found[self._chosen]
            box.cursor_position = len(box.value)

    def action_step(self, step: int) -> None:
        """Choose another of the paths offered."""
        if self._found:
            self._chosen = (self._chosen + step) % len(self._found)
            self._show()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the path, where there is something at it."""
        if not event.value.strip():
            return
        for typed in dict.fromkeys((event.value, event.value.strip())):  # names may end with a space; pastes do
            path = typed_path(typed)
            if await asyncio.to_thread(os.path.lexists, path):
                self.dismiss(path)
                return
        name = fit_end(clean(str(typed_path(event.value.strip()))), self._room - 33)
        self._told_for, self._told = event.value, f"{name}: no such file or folder"
        self._show(self._told)


def _last_part(path: str) -> str:
    """Return the name that a path ends with."""
    return path.rstrip(os.sep).rpartition(os.sep)[2] + (os.sep if path.endswith(os.sep) else "")
