"""One line over the reading screen in which a name is typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar, Final, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from docs_store import EntityCount, StoreError, clean
from tui.screens.line import LineBox, LineScreen

Names: TypeAlias = Callable[[str, int], Awaitable[tuple[EntityCount, ...]]]
"""Typed text and how many at most → the entities it may stand for, best first."""

_OFFERED: Final = 5


class NameScreen(LineScreen[EntityCount | str | None]):
    """Asks for a name: any, or with `names` one that the archive has. Enter takes it, Esc leaves.

    Of names that are only like what is typed, Enter takes none that was not chosen: what is done holds everywhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "leave", show=False),
        Binding("down,ctrl+n,tab", "step(1)", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "step(-1)", show=False, priority=True),
    ]

    DEFAULT_CSS: ClassVar[str] = """
    NameScreen #help { color: $text-muted; }
    """

    def __init__(self, question: str, then: str, text: str = "", names: Names | None = None) -> None:
        """Ask `question`; `then` says what Enter does with the answer. With `names`, those like `text` come first."""
        super().__init__()
        self._question = question
        self._then = then
        self._text = text
        self._names = names
        self._offered: tuple[EntityCount, ...] = ()
        self._offered_for = ""
        self._chosen: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out the question, the box and the names it may mean."""
        with Vertical():
            yield Static(Content(self._question), id="question")
            asks_for_known = "a name of this archive, or a part of it" if self._names else ""
            yield LineBox("" if self._names else self._text, id="name", placeholder=asks_for_known)
            if self._names is not None:
                yield Static(Content(""), id="offered")
            yield Static(Content(""), id="help")

    async def on_mount(self) -> None:
        """Offer what may be meant before anything is typed."""
        if self._names is not None:
            await self._offer("", self._names)
        self._show_help()

    def _show_help(self) -> None:
        chooses = ("↓ chooses",) if self._offered else ()
        takes = (f"enter {self._then}",) if self._names is None or self._chosen is not None else ()
        self.query_one("#help", Static).update(Content(" · ".join((*chooses, *takes, "esc leaves"))))

    @work(group="names", exclusive=True)
    async def on_input_changed(self, event: Input.Changed) -> None:
        """Offer the names that what is typed may stand for."""
        if self._names is not None:
            await self._offer(event.value, self._names)

    async def _offer(self, typed: str, names: Names) -> None:
        try:
            offered = await names(clean(typed).strip() or self._text, _OFFERED)
        except StoreError:
            offered = ()  # and that is what is said
        self._offered, self._offered_for = offered, typed
        typed_out = [at for at, each in enumerate(offered) if _is_same(each.name, typed)]
        self._chosen = typed_out[0] if len(typed_out) == 1 else None
        self._show()

    def _show(self) -> None:
        lines = [
            f"{'›' if number == self._chosen else ' '} {each.name}  {each.kind.value} {each.articles:,}"
            for number, each in enumerate(self._offered)
        ]
        none = "no such name in this archive" if self._offered_for.strip() else ""
        self.query_one("#offered", Static).update(Content("\n".join(lines) or none))
        self._show_help()

    def action_step(self, step: int) -> None:
        """Choose another of the names offered."""
        if self._offered:
            before = self._chosen if self._chosen is not None else -1 if step > 0 else len(self._offered)
            self._chosen = (before + step) % len(self._offered)
            self._show()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the name."""
        if self._names is None:
            self.dismiss(" ".join(clean(event.value).split()) or None)
            return
        if self._offered_for != event.value:  # typed faster than names are found
            await self._offer(event.value, self._names)
        if self._chosen is not None:
            self.dismiss(self._offered[self._chosen])


def _is_same(name: str, typed: str) -> bool:
    """Whether a name is typed in full, case ignored."""
    return name.casefold() == " ".join(clean(typed).split()).casefold()
