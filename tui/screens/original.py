"""The text of the article's file as it is, over the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from rich.filesize import decimal
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from docs_store import Article, DocumentError, Original
from tui.inside import Inside
from tui.library import Library
from tui.messages import FindChanged
from tui.typeset import Passage
from tui.widgets.article_view import ArticleView
from tui.widgets.find_box import FindBox
from tui.widgets.painted_line import PathLine
from tui.widgets.status_line import StatusLine
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app import BroadsheetApp

_WIDEST: Final = 10_000
"""A measure that no window has: lines are as long as there is room."""

_KEYS: Final = (("space", "on"), ("G", "end"), ("/", "find"), ("n", "next"), ("Y", "copy path"))
_CLOSE: Final = (("esc", "close"),)
_CLEAR: Final = (("q", "close"), ("esc", "clear"))
"""While something is marked."""


class OriginalScreen(ModalScreen[None]):
    """A file's lines with their numbers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,R,enter", "dismiss", "Close", show=False),
        Binding("escape", "back", show=False),
        Binding("/", "find", show=False),
        Binding("n", "hit(1)", show=False),
        Binding("N", "hit(-1)", show=False),
        Binding("j,down", "lines(1)", show=False),
        Binding("k,up", "lines(-1)", show=False),
        Binding("space,pagedown", "pages(1)", show=False),
        Binding("b,pageup", "pages(-1)", show=False),
        Binding("ctrl+d", "pages(0.5)", show=False),
        Binding("ctrl+u", "pages(-0.5)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("y", "copy", show=False),
        Binding("Y", "copy_path", show=False),
    ]

    DEFAULT_CSS: ClassVar[str] = """
    OriginalScreen { background: $background; }
    OriginalScreen #file-name { background: $panel; }
    OriginalScreen #file-text { height: 1fr; background: $background; }
    OriginalScreen #file-find { display: none; }
    OriginalScreen #file-find.open { display: block; }
    OriginalScreen #file-status { background: $panel; }
    """

    def __init__(self, article: Article, library: Library) -> None:
        super().__init__()
        self._article = article
        self._library = library
        self._inside: Inside | None = None

    def compose(self) -> ComposeResult:
        """Lay out the file's name, its lines, and what is told of it."""
        yield PathLine(self._article.file, id="file-name")
        yield ArticleView(id="file-text")
        yield FindBox(id="file-find")
        yield StatusLine(id="file-status")

    @property
    def find_box(self) -> FindBox:
        """The box that finds in the file."""
        return self.query_one("#file-find", FindBox)

    @property
    def text(self) -> ArticleView:
        """The file's lines."""
        return self.query_one("#file-text", ArticleView)

    @property
    def status(self) -> StatusLine:
        """The last line."""
        return self.query_one("#file-status", StatusLine)

    def on_mount(self) -> None:
        """Begin to read the file."""
        app = cast("BroadsheetApp", self.app)
        self.query_one(PathLine).palette = self.text.palette = self.status.palette = app.palette
        self._show_keys()
        self.text.focus()
        self._read()

    @work(group="original", exclusive=True)
    async def _read(self) -> None:
        try:
            original = await self._library.original(self._article)
        except DocumentError as error:
            self.text.show_notice(*_refused(self._article, error))
            return
        self.text.measure = _WIDEST
        self.text.show_passages(numbered_lines(original))
        self._inside = None
        self.status.say(extent(original))
        if self.find_box.value:  # typed before there was anything to find it in
            self._mark(self.find_box.value)

    def _show_keys(self) -> None:
        self.status.show_keys((*(_CLEAR if self.text.hits else _CLOSE), *_KEYS))

    def action_lines(self, lines: int) -> None:
        """Move by lines."""
        self.text.move_lines(lines)

    def action_pages(self, pages: float) -> None:
        """Move by screenfuls."""
        self.text.move_page(pages)

    def action_end(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self.text.move_end(last=last)

    def action_find(self) -> None:
        """Open the box that finds in what is shown."""
        self.find_box.add_class("open")
        self.find_box.value, self.find_box.placeholder = "", "Find in this file"
        self.find_box.focus()

    def on_find_changed(self, message: FindChanged) -> None:
        """Mark what is typed, and go to the first of it from here; Enter goes back to the lines."""
        message.stop()
        self._mark(message.text)
        if message.done:
            self._close_find()

    def _mark(self, text: str) -> None:
        if self._inside is None:
            self._inside = Inside(self.text.passages)
        self.text.set_hits(self._inside.find(text))
        if self.text.hits and not self.text.go_hit(1):
            self.text.select_hit(0)
        self._show_keys()
        self._say_hit()

    def _close_find(self) -> None:
        self.find_box.remove_class("open")
        self.text.focus()

    def action_hit(self, step: int) -> None:
        """Go to the next place of what is sought, or the one before."""
        if self.text.hits and not self.text.go_hit(step):
            self.text.select_hit(0 if step > 0 else self.text.hits - 1)  # round again: there is no next article here
        self._say_hit()

    def _say_hit(self) -> None:
        found = f"{self.text.current_hit:,} of {self.text.hits:,}" if self.text.hits else "/ finds in this file"
        self.status.say("not in this file" if self.find_box.value.strip() and not self.text.hits else found)

    def action_back(self) -> None:
        """Leave the box, then the marks, then the file."""
        if self.find_box.has_class("open"):
            self._close_find()
        elif self.text.hits:
            self.text.set_hits(())
            self.find_box.value = ""
            self._show_keys()
            self._say_hit()
        else:
            self.dismiss()

    def action_copy(self) -> None:
        """Copy what the mouse selected, else the file's path."""
        if text := self.get_selected_text():
            self.status.say(cast("BroadsheetApp", self.app).copy(text))
        else:
            self.action_copy_path()

    def action_copy_path(self) -> None:
        """Copy the file's path."""
        self.status.say(cast("BroadsheetApp", self.app).copy_path(self._article.file))


def numbered_lines(original: Original) -> list[Passage]:
    """Return each line of a file as a passage behind its number."""
    lines = original.text.split("\n")
    if not lines[-1] and not original.goes_on:
        del lines[-1]  # what follows the last line's end is no line
    width = len(str(original.line + len(lines)))
    return [
        Passage(line, "paragraph", None, f"{number:>{width}} ", " " * (width + 1), gap=False, margin="muted")
        for number, line in enumerate(lines, original.line)
    ]


def extent(original: Original) -> str:
    """Say how much of a file is shown: "lines 7–20,006 of a file of 5.4 GB"."""
    count = original.text.removesuffix("\n").count("\n") + 1
    if original.line == 1 and not original.goes_on:
        return f"{counted(count, 'line')} · {decimal(original.size)}"
    return f"lines {original.line:,}–{original.line + count - 1:,} of a file of {decimal(original.size)}"


def _refused(article: Article, error: DocumentError) -> tuple[str, ...]:
    member = article.key.removeprefix(f"{article.path}!") if article.file else ""
    return (
        f"The article's file cannot be shown: {error.reason}.",
        *((f"The article is a file within that file: {member}",) if member and member != article.key else ()),
        *(("Y copies the file's path, to open it in another program.",) if article.file else ()),
    )
