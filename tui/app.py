"""The application: its first screen, themes, and what is remembered. `archive.py` has what it reads."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen

from docs_store import clean
from themes import Themes
from tui.archive import ArchiveApp, Source
from tui.config import Config
from tui.keeping import Keeper
from tui.library import Opened
from tui.outside import COPY_LIMIT, copyable
from tui.palette import CommandList, CommandScreen
from tui.remembering import Memory
from tui.screens.reading import ReadingScreen
from tui.theming import DEFAULT_THEME, Palette, textual_theme
from tui.wrapping import fit_end

if TYPE_CHECKING:
    from concurrent.futures import Future

_COLOURLESS: Final = "mono"
"""The theme whose bright backgrounds are what is marked, and nothing else."""

_OF_TERMINAL: Final = "terminal"
_FEW_COLOURS: Final = 16
"""Colours in which any other theme's names and headings would all be of one grey."""

_KEPT_EVERY: Final = 5.0
"""Seconds between two looks whether there is something new to remember; writing it costs some milliseconds."""


def _settle_memory() -> None:
    """Collect garbage again where a start has put it off, without looking at what that has made (see `gc.freeze`)."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class BroadsheetApp(ArchiveApp):
    """The reading room."""

    TITLE = "Broadsheet"
    CSS_PATH = "screens/reading.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {CommandList}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "command_palette", "Commands", show=False),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
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
        keeper = Keeper(memory, source.archive, remembers_positions=config.remember_positions)
        super().__init__(source, keeper, config.pictures, opening)
        self._config = config
        self._notices = notices
        self.piped_into = ""
        """The last command that was given a text."""
        self.themes = themes
        usual = DEFAULT_THEME if self.colours > _FEW_COLOURS else _OF_TERMINAL
        wanted = _COLOURLESS if self.colourless else config.theme or self.keeper.theme or usual
        self._wear(wanted if wanted in themes else usual)
        self.reading = ReadingScreen()

    def action_help_quit(self) -> None:
        """Say how to leave, to one who presses ctrl+c; Textual shows a box over the article."""
        self.reading.let_go()
        self.reading.say("q leaves, ctrl+q from anywhere")

    def action_suspend_process(self) -> None:
        """Leave the terminal to the shell for a while, where there is one."""
        if self.has_shell:
            super().action_suspend_process()
        else:
            self.reading.let_go()
            self.reading.say("no shell would bring this back; q leaves")

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
        super().begin()
        self.reading.view.measure = self._config.measure or self.keeper.measure or self._config.columns
        if sys.platform != "win32":
            for ending in (signal.SIGTERM, signal.SIGHUP):  # a closed line ends it as `q` does, with all that is kept
                asyncio.get_running_loop().add_signal_handler(ending, self.exit)
        for notice in self._notices:
            self.notify(notice, severity="warning", markup=False)
        self.open_archive()
        self.call_after_refresh(_settle_memory)
        self.set_interval(_KEPT_EVERY, self._keep_now_and_then)

    @property
    def usual_measure(self) -> int:
        """Columns of running text where nobody has chosen others."""
        return self._config.columns

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
            "Esc, then H: the article you read last, where you left it." if self.keeper.past.visits else "",
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

    def copy(self, text: str) -> str:
        """Copy `text`, cleaned; return what happened, in words."""
        copied = copyable(text)
        self.copy_to_clipboard(copied)
        part = "" if copied == clean(text) else f", the first {COPY_LIMIT // 1024} KiB of it"
        return f"copied{part}: {' · '.join(copied.splitlines())}"

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

    def step_theme(self) -> str:
        """Switch to the next theme; return its name."""
        if self.colourless:
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
        self.remember_archive()
        await self.keeper.keep()
        await self.close_archive()
