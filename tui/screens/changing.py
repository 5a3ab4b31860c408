"""What one changes in the archive where one reads: whom a name means, and one's own marks of an article."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final, TypeVar

from msgspec import Struct
from textual import work

from docs_store import Action, Correction, EntityCount, EntityKind, SearchHit, StoreError, StoreLocked
from tui.command import Scope
from tui.correcting import correct, last_correction, told, undo
from tui.library import Library
from tui.marking import outcome, toggle_mark
from tui.messages import GoToArticle
from tui.screens.opening import OpeningScreen
from tui.screens.panes import tells_failure
from tui.widgets.side_panel import Tab

_ANOTHER_TRY: Final = 0.5
"""Seconds until it is looked again whether whoever writes is done."""

_MARKED_LATER: Final = "articles are being added · this is marked as soon as that is done"
_CORRECTED_LATER: Final = "articles are being added · corrected as soon as that is done · u drops it"

_Done = TypeVar("_Done")


class _Asked(Struct, eq=False):
    """What is to be written, and may have to wait until nobody else writes."""

    told: str = ""
    """What is corrected; "" where an article is marked."""
    has_waited: bool = False
    is_dropped: bool = False

    @property
    def later(self) -> str:
        """Say that it is done later."""
        return _CORRECTED_LATER if self.told else _MARKED_LATER


class ChangingScreen(OpeningScreen):
    """Where one corrects and marks."""

    def __init__(self) -> None:
        super().__init__()
        self._own: list[Correction] = []
        """Corrections of this session, the last one last."""
        self._undone: list[Correction] = []
        """Those taken back since the last one, which can be made again."""
        self._in_turn = asyncio.Lock()
        """Held while a name is corrected, the wait for others to have written included: one comes after the other."""
        self._put_off: list[_Asked] = []
        """What waits until nobody else writes, or for its turn behind such a correction, the last one last."""
        self._leaves_waiting = False
        """Whether it was said that quitting gives those up."""

    def ignore_entity(self) -> None:
        """Correct: the selected name is no entity."""
        if entity := self._selected_entity():
            self._correct(Correction(Action.IGNORE, entity.name, entity.kind))

    @work(group="naming", exclusive=True)
    async def merge_entity(self) -> None:
        """Correct: the selected name is the one chosen. Where they differ in kind, that is seldom meant: it asks."""
        entity, library = self._selected_entity(), self.broadsheet.library
        if entity is None or library is None:
            return
        from tui.screens.name import NameScreen
        from tui.screens.sure import SureScreen

        async def others(like: str, limit: int) -> tuple[EntityCount, ...]:
            found = await library.entities(like, limit + 1)
            return tuple(each for each in found if (each.name, each.kind) != (entity.name, entity.kind))[:limit]

        asks = f"Merge {entity.name} into"
        question = NameScreen(asks, "merges them in the whole archive", entity.name, names=others)
        other = await self.app.push_screen_wait(question)
        if not isinstance(other, EntityCount):
            return
        if other.kind is not entity.kind:
            kinds = f"{entity.name} ({entity.kind}) and {other.name} ({other.kind}) differ in kind."
            if not await self.app.push_screen_wait(SureScreen(f"{kinds} Make them one?")):
                return
        self._correct(Correction(Action.MERGE, entity.name, entity.kind, other.name, other.kind))

    @work(group="naming", exclusive=True)
    async def rename_entity(self) -> None:
        """Correct: the selected name is what is typed."""
        if (entity := self._selected_entity()) is None:
            return
        from tui.screens.name import NameScreen

        question = NameScreen(f"Change {entity.name} to", "changes it in the whole archive", entity.name)
        name = await self.app.push_screen_wait(question)
        if not isinstance(name, str) or name == entity.name:
            return
        try:
            step = Correction(Action.ALIAS, entity.name, entity.kind, name)
        except ValueError as error:
            self.say(str(error), role="warning")
        else:
            self._correct(step)

    @work(group="correct")
    @tells_failure
    async def undo_correction(self) -> None:
        """Take the last correction back, one that still waits first; one of another session only after a question."""
        if waiting := self._corrections_put_off:
            asked = waiting[-1]
            asked.is_dropped = True
            self._put_off.remove(asked)
            self.say(f"dropped before it was done: {asked.told}", holds=True)
            return
        async with self._in_turn:
            archive = self.broadsheet.archive
            last = await last_correction(archive)
            if last is None:
                self.say("there is no correction to undo", holds=True)
                return
            is_own = self._own[-1:] == [last]
            if not is_own:
                from tui.screens.sure import SureScreen

                question = f"Not corrected in this session: {told(last)}. Take it back?"
                if not await self.app.push_screen_wait(SureScreen(question)):
                    return
            asked = _Asked(f"taking back that {told(last)}")
            if await self._change(asked, lambda: undo(archive, last), "U makes it again · ", (last.name, last.kind)):
                self._undone.append(last)
                if is_own:
                    self._own.pop()

    @work(group="correct")
    @tells_failure
    async def redo_correction(self) -> None:
        """Make the correction again that was taken back last."""
        if self._corrections_put_off:  # what is taken back last is not known yet
            self.say(_CORRECTED_LATER, holds=True)
            return
        async with self._in_turn:
            if not self._undone:
                self.say("no correction was taken back since the last one", holds=True)
            elif await self._make(self._undone[-1]):
                self._undone.pop()

    @work(group="correct")
    @tells_failure
    async def _correct(self, step: Correction) -> None:
        """Correct a name, and show article and list anew."""
        asked = _Asked(told(step))
        if self._corrections_put_off:
            self._put(asked)
        async with self._in_turn:
            if await self._make(step, asked):
                self._undone.clear()

    @property
    def _corrections_put_off(self) -> list[_Asked]:
        return [asked for asked in self._put_off if asked.told]

    def _put(self, asked: _Asked) -> None:
        """Put off what was asked, and say so."""
        asked.has_waited = True
        self._put_off.append(asked)
        self.say(asked.later, holds=True)

    async def _make(self, step: Correction, asked: _Asked | None = None) -> bool:
        archive, at = self.broadsheet.archive, (step.to, step.to_kind or step.kind)
        asked = asked or _Asked(told(step))
        made = await self._change(asked, lambda: correct(archive, step), "u takes it back · ", at)
        if made:
            self._own.append(step)
        return made

    async def _change(
        self, asked: _Asked, changing: Callable[[], Awaitable[str]], before: str, at: tuple[str, EntityKind | None]
    ) -> bool:
        """Change what names mean, show it, and say `before` and what happened; return whether it did.

        `at` is the entity to select among the article's afterwards, where it is there.
        """

        async def change() -> bool:
            words = await changing()
            self.say(before + words, holds=True)  # nothing that comes of showing it takes its place
            await self._show_corrected(*at)
            return True

        if not asked.has_waited:
            self.say("correcting the archive …")
        try:
            return bool(await self._once_free(change, asked))
        except StoreError as error:
            self.say(str(error), role="warning")
            return False

    async def _show_corrected(self, name: str, kind: EntityKind | None) -> None:
        await self.broadsheet.look()
        if self._desk is not None:
            cursor = self.panel.list.cursor
            await self._desk.again()
            row = self.panel.row_of_entity(name, kind) if kind and self.panel.tab is Tab.ENTITIES else None
            self.panel.list.return_to(cursor if row is None else row)
        self.show_keys()
        self._list_names()

    async def _once_free(self, change: Callable[[], Awaitable[_Done]], asked: _Asked) -> _Done | None:
        """Return what `change` comes to, which writes, once no other program does; None where it is dropped before.

        Raises `StoreError`.
        """
        try:
            while not asked.is_dropped:
                with suppress(StoreLocked):
                    async with self._correcting:
                        return await change()
                if not asked.has_waited:
                    self._put(asked)
                await asyncio.sleep(_ANOTHER_TRY)  # nobody tells
            return None
        finally:
            if asked in self._put_off:
                self._put_off.remove(asked)

    @work(group="correct")
    @tells_failure
    async def toggle_mark(self, mark: str) -> None:
        """Set or take back "starred" or "read" of the selected article, else of the open one."""
        row = self.focused_list.value if self.scope is not Scope.ARTICLE else None
        article_id = row.article.id if isinstance(row, (SearchHit, GoToArticle)) else ""
        if not article_id and self.view.article is not None:
            article_id = self.view.article.id
        library = self.broadsheet.library
        if not article_id or library is None:
            self.say("open an article first")
            return
        asked = _Asked()
        words = await self._once_free(lambda: self._toggled(library, article_id, mark), asked) or ""
        if not asked.has_waited or self.status.words == asked.later:  # else one has gone on, and sees it in the lists
            self.say(words, holds=True)

    async def _toggled(self, library: Library, article_id: str, mark: str) -> str:
        """Set or take back a mark, and show it; return what is so by now, in words. Raises `StoreError`."""
        await self.broadsheet.look()  # what others stored is taken in before: what follows is ours
        article = await toggle_mark(self.broadsheet.archive, article_id, mark)
        await library.refresh()
        if article is None:
            return "this article is no longer in the archive"
        if self._desk is not None:
            await self._desk.show_marks(article)
        if self._finding is not None:
            self._finding.show_marks(article.summary)
        return outcome(article, mark)

    def quit(self) -> None:
        """Leave; while marks or corrections wait, only when asked again."""
        if self._put_off and not self._leaves_waiting:
            self._leaves_waiting = True
            what = "corrections" if self._corrections_put_off else "marks"
            self.say(
                f"{what} wait until articles are added · once more leaves without them", role="warning", holds=True
            )
        else:
            self.app.exit()
