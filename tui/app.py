"""The application: themes, the first screen, the archive behind it, errors of last resort."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import work
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen
from textual.widget import Widget

from docs_store import StoreError, StoreNotFound, StoreVersion
from themes import Themes
from tui.config import Config
from tui.frames import Frames
from tui.graphics import Canvas, Survey
from tui.keeping import Keeper
from tui.keyboard import KeyboardApp
from tui.last_door import LastDoor
from tui.library import Library, Opened
from tui.outside import copyable
from tui.overlay import Overlay
from tui.palette import CommandList, CommandScreen
from tui.progress import Pace, outcome, told
from tui.remembering import Memory
from tui.screens.reading import ReadingScreen
from tui.theming import DEFAULT_THEME, Palette, textual_theme
from tui.wrapping import fit_end

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.update import Update
    from tui.update_process import Progress

_COLOURLESS = "mono"
"""The theme whose bright backgrounds are what is marked, and nothing else."""

_PATIENCE: float = 0.1
"""Seconds the first frame waits for the archive: it opens in a few hundredths where the disk is near."""

_KEPT_EVERY: float = 5.0
"""Seconds between two looks whether there is something new to remember; writing it costs some milliseconds."""

_REFRESH: float = 2.0
"""Seconds between two looks for what other processes have stored. Looking costs microseconds and writes nothing."""


@dataclass(frozen=True, slots=True)
class Source:
    """What to read: an archive, and the documents it is kept up to date with, if any."""

    archive: Path
    documents: tuple[Path, ...] = ()
    name: str = ""

    @property
    def is_document(self) -> bool:
        """True where a single document was named."""
        return len(self.documents) == 1 and self.documents[0].is_file()


def _settle_memory() -> None:
    """Collect garbage again where a start has put it off, without looking at what that has made (see `gc.freeze`)."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def driver_class() -> type[Driver] | None:
    """Return our own driver where there is one; None leaves the choice to Textual."""
    if sys.platform == "win32":
        return None
    from tui.driver import SteadyDriver

    return SteadyDriver


class BroadsheetApp(KeyboardApp):
    """The reading room."""

    TITLE = "Broadsheet"
    CSS_PATH = "screens/reading.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {CommandList}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "command_palette", "Commands", show=False),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+l", "redraw", "Draw anew", show=False, priority=True),  # over other screens too
    ]

    def __init__(
        self,
        source: Source,
        config: Config,
        memory: Memory,
        themes: Themes,
        notices: tuple[str, ...] = (),
        *,
        opening: Future[Opened] | None = None,
    ) -> None:
        """Prepare to read `source`. `notices` are shown once, at the start (a bad theme, say).

        `opening` is its archive where that is being opened already.
        """
        super().__init__(driver_class=driver_class())
        self.animation_level = "none"
        self._filters.append(LastDoor())
        self._colourless = bool(os.environ.get("NO_COLOR"))
        self._survey: Survey | None = None
        self._frames = Frames(colourless=self._colourless)
        self.library: Library | None = None
        self._opening = opening or Library.opening(source.archive)
        self._source = source
        self._config = config
        self.keeper = Keeper(memory, source.archive, remembers_positions=config.remember_positions)
        self._notices = notices
        self._update: Update | None = None
        self._pace = Pace()
        self._opens_batch = False
        self._adding = ""
        self.piped_into = ""
        """The last command that was given a text."""
        self.last_added: tuple[str, ...] = ()
        """The report on what was added last, in lines."""
        self.progress_words = ""
        self.themes = themes
        wanted = _COLOURLESS if self._colourless else config.theme or self.keeper.theme or DEFAULT_THEME
        self._wear(wanted if wanted in themes else DEFAULT_THEME)
        self.reading = ReadingScreen()

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

    def _forget_frames(self, _: object) -> None:
        self._frames.forget()

    def redraw(self) -> None:
        """Draw everything anew, whatever the terminal shows now and was drawn before."""
        self._frames.forget()
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget):
                widget.notify_style_update()
                widget.refresh()
        self.screen.refresh(layout=True)

    async def canvas(self) -> Canvas:
        """Return how pictures are drawn in this terminal."""
        system = self.console.color_system
        colours = 2**24 if system in (None, "truecolor") else 256 if system == "256" else 16
        if self._survey is None:
            self._survey = Survey(self._config.pictures, getattr(self._driver, "ask", None))
        return await self._survey.canvas(colours)

    def tell_terminal(self, codes: str) -> None:
        """Send codes that change no cell, in their turn among the frames."""
        if self._driver is not None:
            self._driver.write(codes)

    def lay_over(self, overlay: Overlay | None) -> None:
        """Have a picture drawn over cells that are to be drawn, or the last one wiped out of them."""
        self._frames.lay(overlay)

    def action_redraw(self) -> None:
        """Draw everything anew, by a key."""
        self.redraw()

    def action_help_quit(self) -> None:
        """Say how to leave, to one who presses ctrl+c; Textual shows a box over the article."""
        self.reading.say("q leaves, ctrl+q from anywhere")

    def action_command_palette(self) -> None:
        """Show every command by name."""
        if not isinstance(self.screen, CommandScreen):
            self.push_screen(CommandScreen(id="--command-palette"))

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen."""
        return self.reading

    def begin(self) -> None:
        """Paint, and open the archive behind the first frame. The reading screen calls it once it has its parts."""
        if not self.is_running:  # it was told to leave before it had them
            return
        self.reading.paint(self.palette)
        self.app_resume_signal.subscribe(self, self._forget_frames)
        if self._driver is not None:
            self._driver.on_ready = self._catch_up  # type: ignore[attr-defined]
        self.reading.view.measure = self._config.measure or self.keeper.measure or self._config.columns
        if sys.platform != "win32":
            for ending in (signal.SIGTERM, signal.SIGHUP):  # a closed line ends it as `q` does, with all that is kept
                asyncio.get_running_loop().add_signal_handler(ending, self.exit)
        for notice in self._notices:
            self.notify(notice, severity="warning", markup=False)
        with suppress(TimeoutError):  # the list is then in the first frame
            if self._opening.exception(_PATIENCE) is None:
                self._show(self._opening.result())
        self.call_after_refresh(_settle_memory)
        self._open()

    # ------------------------------------------------------------------ the archive

    @work(group="archive", exclusive=True)
    async def _open(self) -> None:
        source, is_outdated = self._source, False
        try:
            if self.library is None:
                self._show(await asyncio.wrap_future(self._opening))
        except StoreNotFound as error:
            if not source.documents:
                self.reading.fail("There is no archive here.", str(error))
                return
        except StoreVersion as error:  # opened for writing it is brought to this version, where that can be done
            self.reading.fail("The archive is of another version.", str(error))
            is_outdated = True
        except StoreError as error:
            self.reading.fail("The archive cannot be opened.", str(error))
            return
        if (source.documents or is_outdated) and self._update is None:
            self._bring_up_to_date()
        self.set_interval(_REFRESH, self._look_now_and_then)
        self.set_interval(_KEPT_EVERY, self._keep_now_and_then)

    def _show(self, opened: Opened) -> None:
        self.library = opened.library
        self.keeper.remember_archive()
        self.reading.start(opened)

    def mend(self) -> None:
        """Open the archive for writing, once: what is missing of its index is built anew."""
        if self._update is None:
            self._say_progress("building the search index anew …")
            self._bring_up_to_date()

    @property
    def usual_measure(self) -> int:
        """Columns of running text where nobody has chosen others."""
        return self._config.columns

    @property
    def adding(self) -> str:
        """What is being added, by name; "" where nothing is."""
        return self._adding

    def add(self, path: Path) -> None:
        """Add a folder or a file to the archive."""
        self._say_progress("adding …")
        self._bring_up_to_date((path,), path.name or str(path))

    def stop_adding(self) -> None:
        """Stop what is being added; what was stored stays."""
        if self._update is not None:
            self._update.stop()

    @work(group="update", exclusive=True)
    async def _bring_up_to_date(self, paths: tuple[Path, ...] | None = None, name: str = "") -> None:
        from tui.update import Update

        source = self._source
        self._pace, self._adding = Pace(), name or source.name or "the archive"
        self._update = Update(source.archive, source.documents if paths is None else paths, self._progress)
        try:
            done = await self._update.run()
        except StoreError as error:
            self._say_progress("")
            if self.library is None:
                what = "documents cannot be read" if source.documents else "archive cannot be opened"
                self.reading.fail(f"The {what}.", str(error))
            else:
                await self.look()  # what was stored before stays
                self.reading.say(str(error), role="warning")
            return
        finally:
            self._adding = ""
        await self._after_update()
        self._say_progress("")
        if done is None:
            self._say_outcome("stopped; what was stored stays, and adding it again goes on from there")
            return
        if paths is not None or done.skipped:
            self.last_added = told(name or source.name, done)
        nothing = paths is not None and not (done.files_read or done.files_unchanged or done.skipped)
        self._say_outcome(f"no files in {name}" if nothing else outcome(done))

    def _say_outcome(self, words: str) -> None:
        self.reading.say(" · ".join(filter(None, (words, self.reading.older_words))))

    async def _after_update(self) -> None:
        if self.library is None:
            try:
                self._show(await self._reopened())
            except StoreError as error:
                self.reading.fail("The archive cannot be opened.", str(error))
        else:
            await self.look()

    def _progress(self, progress: Progress) -> None:
        if words := self._pace.words(progress, time.monotonic()):
            self._say_progress(words)
        if self.library is None and not self._opens_batch:
            self._opens_batch = True
            self._open_first_batch()

    @work(group="batch")
    async def _open_first_batch(self) -> None:
        """Begin to show a new archive while the rest is still being read."""
        try:
            opened = await self._reopened()
        except StoreError:
            return  # not there yet: the next batch asks again, and the end of the update reports
        finally:
            self._opens_batch = False
        if opened.articles == 0 or self.library is not None:
            await opened.library.close()
            return
        self._show(opened)

    async def _reopened(self) -> Opened:
        return await asyncio.wrap_future(Library.opening(self._source.archive))

    def _say_progress(self, words: str) -> None:
        self.progress_words = words
        self.reading.say_standing()

    async def _look_now_and_then(self) -> None:
        if not self.reading.is_correcting:  # that looks itself, and tells what is ours from what others stored
            await self.look()

    async def look(self) -> None:
        """Take in what was stored, and what was corrected, since."""
        if self.library is None:
            return
        try:
            changed = await self.library.refresh()
        except StoreError as error:  # among others of corrections, once: what held before holds until these are right
            self.reading.say(str(error), role="warning")
            return
        if changed:
            self.reading.articles_arrived()

    @property
    def archive(self) -> Path:
        """The folder of the archive."""
        return self._source.archive

    @property
    def opens_article(self) -> bool:
        """True where what was named is one document: it is what one wants to see."""
        return self._source.is_document

    def welcome(self, articles: int) -> tuple[str, ...]:
        """Return what the article pane says before anything is opened, in an archive of so many."""
        if not articles:
            return (
                "This archive is empty",
                "Press A, and type a folder or a file: web pages, texts, feeds, mail, PDF, e-books, JSON, archives of "
                "these. Files stay where they are; what is in them can be found here.",
                f"From a shell: broadsheet add FOLDER --archive {self._source.archive}",
                "Exports of other programs (wallabag, Pocket, Zotero, …): broadsheet import NAME PATH",
            )
        return (
            "Broadsheet",
            f"Reading {self._source.name}." if self._source.name else "",
            "Type words of a headline or a text to find an article; typos are forgiven. Enter opens one.",
            "Tab moves between the panes. Letters are commands outside the box: ? shows them all, q quits.",
        )

    @property
    def pipes(self) -> bool:
        """Whether commands of the reader's may be run."""
        return self._config.pipe

    def pipe(self, command: str, text: str) -> str:
        """Leave the screen to a command that is given `text`; return how it ended, in words."""
        from tui.piping import piped, wait_for_enter

        self.piped_into = command
        try:
            with self.suspend():
                words = piped(command, text)
                wait_for_enter(words)
        except SuspendNotSupported:
            return "nothing can be run from here: this is no terminal"
        return words

    def copy_path(self, path: str) -> str:
        """Copy the path of a file, "" where there is none; return what happened, in words."""
        if not path:
            return "there is no file"
        path = copyable(path)
        self.copy_to_clipboard(path)
        words = "copied: "
        return words + fit_end(path, self.size.width - len(words) - 4)

    # ------------------------------------------------------------------ themes

    def use_theme(self, name: str) -> None:
        """Switch to a theme and remember it."""
        self._wear(name)
        self.reading.paint(self.palette)

    def refresh_css(self, animate: bool = True) -> None:
        """Style what there is anew; before the first screen, only learn the theme's colours."""
        if self._screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def _wear(self, name: str) -> None:
        theme = self.themes[name]
        self.register_theme(textual_theme(theme))
        self.theme = self._theme_name = name
        self.palette = Palette(theme)

    @property
    def colourless(self) -> bool:
        """True where NO_COLOR asks for no colour."""
        return self._colourless

    def step_theme(self) -> str:
        """Switch to the next theme; return its name."""
        if self._colourless:
            return f"{self._theme_name}: NO_COLOR is set"
        names = list(self.themes)
        self.use_theme(names[(names.index(self._theme_name) + 1) % len(names)])
        self.keeper.remember(theme=self._theme_name)
        return self._theme_name

    # ------------------------------------------------------------------ what is remembered

    async def _keep_now_and_then(self) -> None:
        keeper = self.keeper
        self.reading.leave()
        if keeper.is_kept:
            return
        known = keeper.not_remembered, keeper.remark
        why = await keeper.keep()
        if (why, keeper.remark) != known and (words := why or keeper.remark):
            self.reading.say(words, role="warning")

    async def _shutdown(self) -> None:
        self.workers.cancel_all()  # Textual does after its loop, but a test's pilot shuts down while that still runs
        await super()._shutdown()

    async def on_unmount(self) -> None:
        """Keep what is to be remembered, release the archive; what is being added ends with whole articles."""
        self.reading.leave()
        self.keeper.remember_archive()
        await self.keeper.keep()
        if self._update is not None:
            await self._update.close()
        if self.library is not None:
            await self.library.close()
