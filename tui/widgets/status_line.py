"""The last line: what goes on at the left, the keys of the moment at the right."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.typeset import Line, Run
from tui.widgets.painted_line import PaintedLine
from tui.wrapping import fit


class StatusLine(PaintedLine):
    """Words and keys. The words win where there is no room for both."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = ""
        self._role = "status"
        self._keys: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words

    def say(self, words: str, *, role: str = "status") -> None:
        """Show `words`: "status", "warning" or "error"."""
        if (words, role) != (self._words, self._role):  # drawn with a list, it would widen what is drawn to the screen
            self._words, self._role = words, role
            self.refresh()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do, most useful first."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

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
