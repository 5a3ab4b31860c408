"""The peer of the first frame: three bare panes in Textual, nothing behind them."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static


class Bare(App[None]):
    """An input and two texts."""

    CSS = "Input { width: 30%; } Static { width: 1fr; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Input(placeholder="bare frame")
            yield Static("one")
            yield Static("two")


if __name__ == "__main__":
    Bare().run()
