"""One line of runs, or of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.theming import Palette
from tui.typeset import Line, Run
from tui.wrapping import fit, fit_end


class PaintedLine(Widget):
    """A line of text, never wrapped."""

    palette: reactive[Palette | None] = reactive(None)

    DEFAULT_CSS: ClassVar[str] = "PaintedLine { height: 1; width: 100%; padding: 0 2; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._runs: Line = ()

    def set_runs(self, runs: Line) -> None:
        """Show other text; drawn only where it differs."""
        if runs != self._runs:
            self._runs = runs
            self.refresh()

    def runs(self, width: int) -> Line:  # noqa: ARG002 - subclasses fit their text to it
        """Return what to draw in `width` cells."""
        return self._runs

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is but one
        """Return the strip."""
        return self.painted(self.runs(self.size.width))

    def painted(self, runs: Line) -> Strip:
        """Return a strip of runs."""
        base = self.rich_style
        width = self.size.width
        if self.palette is None:
            return Strip.blank(width, base)
        palette = self.palette
        segments = [Segment(run.text, base + palette.style(run.roles)) for run in runs]
        return Strip(segments).adjust_cell_length(width, base)


class FittedLine(PaintedLine):
    """Words that can be said at several lengths."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words: tuple[str, ...] = ()

    def set_words(self, words: Sequence[str]) -> None:
        """Show the first of `words` that fits; the last one, cut, where none does."""
        if self._words != tuple(words):
            self._words = tuple(words)
            self.refresh()

    def runs(self, width: int) -> Line:
        """Return the words that fit."""
        fitting = next((words for words in self._words if cell_len(words) <= width), None)
        return (
            (Run(fitting if fitting is not None else fit(self._words[-1], width), ("muted",)),) if self._words else ()
        )


class PathLine(PaintedLine):
    """A file's path, cut at its beginning where there is little room."""

    def __init__(self, path: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._path = path

    def runs(self, width: int) -> Line:
        """Return the path's end, as far as it fits."""
        return (Run(fit_end(self._path, width), ("row_title",)),)
