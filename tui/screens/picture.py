"""A picture of the article with its whole caption, over the reading screen; what to do where it cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from docs_store import Article, Image, clean
from tui.library import Library
from tui.outside import open_in_browser, picture_citation
from tui.picture_files import NoPictureError, is_on_network
from tui.pictures import read_picture
from tui.typeset import Passage
from tui.widgets.article_view import ArticleView
from tui.widgets.picture_view import PictureView
from tui.widgets.status_line import StatusLine
from tui.wording import image_label

if TYPE_CHECKING:
    from tui.app import BroadsheetApp

_KEYS: Final = (("esc", "close"), ("← →", "other pictures"), ("j k", "caption"), ("y", "copy caption"))
_ADDRESS_KEY: Final = ("o", "open address")
_PATH_KEY: Final = ("Y", "copy path")


class PictureScreen(ModalScreen[None]):
    """One picture at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v,enter", "dismiss", "Close", show=False),
        Binding("right,l,n,space", "step(1)", show=False),
        Binding("left,h,N,b", "step(-1)", show=False),
        Binding("j,down", "lines(1)", show=False),
        Binding("k,up", "lines(-1)", show=False),
        Binding("o", "open_address", show=False),
        Binding("y", "copy", show=False),
        Binding("Y", "copy_path", show=False),
    ]

    DEFAULT_CSS: ClassVar[str] = """
    PictureScreen { background: $background; }
    PictureScreen #caption { height: 8; max-height: 40%; overflow-y: auto; background: $background; }
    PictureScreen.told #caption { max-height: 100%; }
    PictureScreen.told #picture { display: none; }
    PictureScreen #picture-status { background: $panel; }
    """

    def __init__(self, article: Article, number: int, library: Library) -> None:
        """Prepare to show picture `number` of an article, from 0."""
        super().__init__()
        self._article = article
        self._number = number
        self._library = library
        self._path = ""

    def compose(self) -> ComposeResult:
        """Lay out the picture, its caption, and the last line."""
        yield PictureView(id="picture")
        yield ArticleView(id="caption")
        yield StatusLine(id="picture-status")

    @property
    def picture(self) -> PictureView:
        """The picture."""
        return self.query_one("#picture", PictureView)

    @property
    def caption(self) -> ArticleView:
        """What is told of it."""
        return self.query_one("#caption", ArticleView)

    @property
    def status(self) -> StatusLine:
        """The last line."""
        return self.query_one("#picture-status", StatusLine)

    @property
    def image(self) -> Image:
        """The picture that is shown."""
        return self._article.images[self._number]

    def on_mount(self) -> None:
        """Show the first."""
        app = cast("BroadsheetApp", self.app)
        self.caption.palette = self.status.palette = app.palette
        self.caption.focus()
        self._show()

    def on_resize(self) -> None:
        """Give the caption the lines it needs at the new width."""
        self.call_after_refresh(self._fit_caption)

    def _fit_caption(self) -> None:
        self.caption.styles.height = "1fr" if self.has_class("told") else self.caption.virtual_size.height

    @work(group="picture", exclusive=True)
    async def _show(self) -> None:
        self.picture.show(None)
        self.status.say(f"picture {self._number + 1} of {len(self._article.images)}")
        self._path = ""
        self._show_keys()
        told = picture_passages(self.image, self._number + 1)
        self._tell(told)
        try:
            await self._read()
        except NoPictureError as error:
            self._tell([*told, *(Passage(line, "notice") for line in clean(str(error)).split("\n"))], alone=True)

    async def _read(self) -> None:
        path = await self._library.find_picture(self._article, self.image)
        self._path = str(path)
        self._show_keys()
        app = cast("BroadsheetApp", self.app)
        if app.colourless:
            raise NoPictureError(f"A picture needs colours, and NO_COLOR is set. Its file is {path}")
        canvas = await app.canvas()
        self.picture.show(await read_picture(path, canvas.largest), canvas)

    def _show_keys(self) -> None:
        path = (_PATH_KEY,) if self._path else ()
        address = (_ADDRESS_KEY,) if is_on_network(self.image.source) else ()
        self.status.show_keys((*_KEYS[:2], *path, *address, *_KEYS[2:]))

    def _tell(self, passages: list[Passage], *, alone: bool = False) -> None:
        """Show words below the picture, or `alone` in its place."""
        self.set_class(alone, "told")
        self.caption.show_passages(passages)
        self.call_after_refresh(self._fit_caption)

    def action_step(self, step: int) -> None:
        """Show the next picture (the one before, where `step` is -1)."""
        number = self._number + step
        if 0 <= number < len(self._article.images):
            self._number = number
            self._show()
        else:
            self.status.say("this is the last picture" if step > 0 else "this is the first picture")

    def action_lines(self, lines: int) -> None:
        """Move in the caption."""
        self.caption.move_lines(lines)

    def action_copy(self) -> None:
        """Copy the selected text, else the picture's caption and credit."""
        text = self.get_selected_text() or picture_citation(self.image, self._number + 1)
        self.status.say(cast("BroadsheetApp", self.app).copy(text))

    def action_copy_path(self) -> None:
        """Copy the path of the picture's file."""
        self.status.say(cast("BroadsheetApp", self.app).copy_path(self._path))

    @work(group="browser")
    async def action_open_address(self) -> None:
        """Open the picture's own address in the browser, where it has one."""
        source = self.image.source
        if is_on_network(source):
            self.status.say(await open_in_browser(source if ":" in source else f"https:{source}"))
        else:
            self.status.say("this picture has no address on the network")


def picture_passages(image: Image, number: int) -> list[Passage]:
    """Return all that is told of a picture: its caption, credit, date and file."""
    facts = (f"{image.taken.day} {image.taken:%B %Y}" if image.taken else "", image.source)
    told = [
        Passage(image.caption or image_label(image, number), "paragraph"),
        Passage(image.credit, "credit", gap=False),
        Passage(" · ".join(filter(None, facts)), "muted", gap=False),
        Passage(image.alt if image.caption else "", "muted", gap=False),
    ]
    return [passage for passage in told if passage.text]
