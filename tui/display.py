"""The app at its display: what changed is drawn (`frames.py` tells how), and pictures as the terminal takes them."""

from __future__ import annotations

import os
import sys
from typing import ClassVar

from rich.console import RenderableType
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.widget import Widget

from tui.frames import Frames
from tui.graphics import Canvas, Survey
from tui.keyboard import KeyboardApp
from tui.last_door import LastDoor
from tui.outside import hand_to_tmux
from tui.overlay import Overlay


def driver_class() -> type[Driver] | None:
    """Return our own driver where there is one; None leaves the choice to Textual."""
    if sys.platform == "win32":
        return None
    from tui.driver import SteadyDriver

    return SteadyDriver


class DisplayApp(KeyboardApp):
    """An app that draws what changed, and pictures over it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "redraw", "Draw anew", show=False, priority=True),  # over other screens too
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True),
    ]

    def __init__(self, pictures: str) -> None:
        """Prepare; `pictures` is the way of drawing them that the configuration asks for."""
        super().__init__(driver_class=driver_class())
        self.animation_level = "none"
        self._filters.append(LastDoor())
        self._colourless = bool(os.environ.get("NO_COLOR"))
        self._pictures = pictures
        self._survey: Survey | None = None
        self._frames = Frames(colourless=self._colourless)

    @property
    def colourless(self) -> bool:
        """True where NO_COLOR asks for no colour."""
        return self._colourless

    @property
    def colours(self) -> int:
        """How many colours the terminal says it has."""
        system = self.console.color_system
        return 2**24 if system in (None, "truecolor") else 256 if system == "256" else 16

    def begin(self) -> None:
        """Draw to a terminal that is there by now."""
        self.app_resume_signal.subscribe(self, lambda _: self.redraw())  # a shell has had the terminal
        if self._driver is not None:
            self._driver.on_ready = self._catch_up  # type: ignore[attr-defined]

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        is_late = getattr(self._driver, "is_behind", False)  # once the line is free, what is then to be seen is drawn
        super()._display(screen, self._frames.change(renderable, is_late=is_late))

    def _catch_up(self) -> None:
        """Draw what the screen shows by now, where what it showed before has not been drawn."""
        if self._screen_stack:
            whole = self.screen._compositor.render_update(full=True, screen_stack=self._background_screens)
            self._display(self.screen, whole)

    def on_resize(self) -> None:
        """Draw everything: what a terminal shows after a resize is its own affair."""
        self._frames.forget()

    def redraw(self) -> None:
        """Draw everything anew, whatever the terminal shows now and was drawn before."""
        self._frames.forget()
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget):
                widget.notify_style_update()
                widget.refresh()
        self.screen.refresh(layout=True)

    @property
    def has_shell(self) -> bool:
        """Whether a shell with jobs would have the terminal, and bring this back, if this stopped.

        What a line of ssh or a window of tmux runs directly leads its session, and would stand still for good.
        """
        return sys.platform != "win32" and hasattr(self._driver, "stop_job") and os.getpgrp() != os.getsid(0)

    def action_suspend_process(self) -> None:
        """Stop, as other programs do by this key, where it `has_shell`."""
        self._suspend_signal()
        self._driver.stop_job()  # type: ignore[union-attr]

    async def canvas(self) -> Canvas:
        """Return how pictures are drawn in this terminal."""
        if self._survey is None:
            self._survey = Survey(self._pictures, getattr(self._driver, "ask", None))
        return await self._survey.canvas(self.colours)

    def tell_terminal(self, codes: str) -> None:
        """Send codes that change no cell, in their turn among the frames."""
        if self._driver is not None:
            self._driver.write(codes)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the terminal's own code (OSC 52), and in tmux by tmux."""
        super().copy_to_clipboard(text)
        if os.environ.get("TMUX"):
            self.run_worker(hand_to_tmux(text), group="clipboard", exclusive=True)

    def lay_over(self, overlay: Overlay | None) -> None:
        """Have a picture drawn over cells that are to be drawn, or the last one wiped out of them."""
        self._frames.lay(overlay)

    def action_redraw(self) -> None:
        """Draw everything anew, by a key."""
        self.redraw()
