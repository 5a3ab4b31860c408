"""The last line: what goes on at the left, the keys of the moment at the right. What is said in full takes several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.events import Click, Resize
from textual.strip import Strip

from tui.messages import KeyClicked
from tui.typeset import Line, Run, wrapped_lines
from tui.widgets.painted_line import PaintedLine
from tui.wrapping import fit

_MOST: Final = 4
"""Lines that words may take: what is wrong stands behind the name of a file, and what to do behind that."""


class StatusLine(PaintedLine):
    """Words and keys. The words win where there is no room for both; a warning is said in full, and what is `whole`."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = ""
        self._role = "status"
        self._is_whole = False
        self._keys: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words

    def say(self, words: str, *, role: str = "status", whole: bool = False) -> None:
        """Show `words`: "status", "warning" or "error"; on several lines where they are to be `whole`."""
        said = (words, role, whole or role != "status")
        if said != (self._words, self._role, self._is_whole):  # drawn with a list, it would widen what is drawn
            self._words, self._role, self._is_whole = said
            self._make_room()
            self.refresh()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do, most useful first."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """Take the lines that the words need by now."""
        self._make_room()

    def _make_room(self) -> None:
        lines = len(self._told(self.size.width)) or 1
        if self.styles.height is None or self.styles.height.value != lines:
            self.styles.height = lines

    def _told(self, width: int) -> Sequence[Line]:
        """Return the lines of words said in full that one is too short for; () of all else."""
        if not self._is_whole or not width or cell_len(self._words) <= width:
            return ()
        return wrapped_lines(self._words, width, (self._role,), most=_MOST)

    def render_line(self, y: int) -> Strip:
        """Return a strip of the words and the keys, or of what is said in full."""
        told = self._told(self.size.width)
        return self.painted(told[y] if y < len(told) else ()) if told else super().render_line(y)

    def on_click(self, event: Click) -> None:
        """Tell which key was clicked, or what it does."""
        at, key, clicked = 0, "", event.get_content_offset_capture(self).x
        for run in self.runs(self.size.width):
            key = run.text.strip() if "key" in run.roles else key
            at += cell_len(run.text)
            if clicked < at:
                break
        else:
            return
        if key:
            self.post_message(KeyClicked(key))

    def runs(self, width: int) -> Line:
        """Return the words, and as many keys as there is room for."""
        words = fit(self._words, width)
        room = width - cell_len(words) - 2
        shown: list[Run] = []
        for key, label in self._keys:
            need = len(key) + len(label) + 3
            if need > room:
                break
            shown += [Run(f"  {key}", ("key",)), Run(f" {label}", ("muted",))]
            room -= need
        used = cell_len(words) + sum(cell_len(run.text) for run in shown)
        return (Run(words, (self._role,)), Run(" " * max(0, width - used), ()), *shown)
