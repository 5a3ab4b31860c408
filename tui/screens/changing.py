"""What one changes in the archive where one reads: whom a name means, and one's own marks of an article."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Final

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


class ChangingScreen(OpeningScreen):
    """Where one corrects and marks."""

    def __init__(self) -> None:
        super().__init__()
        self._own: list[Correction] = []
        """Corrections of this session, the last one last."""
        self._undone: list[Correction] = []
        """Those taken back since the last one, which can be made again."""
        self._waiting = 0
        """Marks that wait until nobody else writes."""
        self._leaves_marks = False
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

        question = NameScreen(f"Merge {entity.name} into", "merges them in the whole archive", names=others)
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
        """Take the last correction back; one that is not of this session only after a question."""
        async with self._correcting:
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
            if await self._change(undo(archive, last), "U makes it again · ", (last.name, last.kind)):
                self._undone.append(last)
                if is_own:
                    self._own.pop()

    @work(group="correct")
    @tells_failure
    async def redo_correction(self) -> None:
        """Make the correction again that was taken back last."""
        async with self._correcting:
            if not self._undone:
                self.say("no correction was taken back since the last one", holds=True)
            elif await self._make(self._undone[-1]):
                self._undone.pop()

    @work(group="correct")
    @tells_failure
    async def _correct(self, step: Correction) -> None:
        """Correct a name, and show article and list anew."""
        async with self._correcting:  # one writes at a time
            if await self._make(step):
                self._undone.clear()

    async def _make(self, step: Correction) -> bool:
        changing = correct(self.broadsheet.archive, step)
        made = await self._change(changing, "u takes it back · ", (step.to, step.to_kind or step.kind))
        if made:
            self._own.append(step)
        return made

    async def _change(
        self, changing: Coroutine[None, None, str], before: str, at: tuple[str, EntityKind | None]
    ) -> bool:
        """Change what names mean, show it, and say `before` and what happened; return whether it did.

        `at` is the entity to select among the article's afterwards, where it is there.
        """
        self.say("correcting the archive …")
        try:
            words = await changing
        except StoreError as error:
            self.say(str(error), role="warning")
            return False
        self.say(before + words, holds=True)  # nothing that comes of showing it takes its place
        await self.broadsheet.look()
        if self._desk is not None:
            cursor = self.panel.list.cursor
            await self._desk.again()
            name, kind = at
            row = self.panel.row_of_entity(name, kind) if kind and self.panel.tab is Tab.ENTITIES else None
            self.panel.list.return_to(cursor if row is None else row)
        self._list_names()
        return True

    @work(group="correct")
    @tells_failure
    async def toggle_mark(self, mark: str) -> None:
        """Set or take back "starred" or "read" of the selected article, else of the open one."""
        row = self.focused_list.value if self.scope in (Scope.LIST, Scope.PANEL) else None
        article_id = row.article.id if isinstance(row, (SearchHit, GoToArticle)) else ""
        if not article_id and self.view.article is not None:
            article_id = self.view.article.id
        library = self.broadsheet.library
        if not article_id or library is None:
            self.say("open an article first")
            return
        if words := await self._toggled(library, article_id, mark):
            self.say(words, holds=True)
            return
        self.say(_MARKED_LATER, holds=True)
        self._waiting += 1
        try:
            while not (words := await self._toggled(library, article_id, mark)):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(_ANOTHER_TRY)
        finally:
            self._waiting -= 1
        if self.status.words == _MARKED_LATER:  # else one has gone on, and sees it in the lists
            self.say(words, holds=True)

    async def _toggled(self, library: Library, article_id: str, mark: str) -> str:
        """Set or take back a mark, and show it; return what is so by now, in words, "" while others write."""
        async with self._correcting:
            await self.broadsheet.look()  # what others stored is taken in before: what follows is ours
            try:
                article = await toggle_mark(self.broadsheet.archive, article_id, mark)
            except StoreLocked:
                return ""
            await library.refresh()
            if article is None:
                return "this article is no longer in the archive"
            if self._desk is not None:
                await self._desk.show_marks(article)
            if self._finding is not None:
                self._finding.show_marks(article.summary)
            return outcome(article, mark)

    def quit(self) -> None:
        """Leave; while marks wait, only when asked again."""
        if self._waiting and not self._leaves_marks:
            self._leaves_marks = True
            self.say("marks wait until articles are added · once more leaves without them", role="warning")
        else:
            self.app.exit()
