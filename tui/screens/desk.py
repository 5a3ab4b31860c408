"""The open article: the view, the panel beside it, and the way one came. `marked.py` has what is marked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from docs_store import Article, EntityKind, Link, SearchHit, StoreError
from tui.history import History
from tui.keeping import Keeper
from tui.library import Library
from tui.messages import GoToArticle
from tui.screens.marked import Marked
from tui.typeset import Position
from tui.widgets.article_view import ArticleView
from tui.widgets.entity_list import entities_about, entity_rows
from tui.widgets.row_list import place_of
from tui.widgets.side_panel import SidePanel, Tab, outline_rows, picture_rows, related_rows, with_marks
from tui.wording import counted

if TYPE_CHECKING:  # the first list does without
    from docs_store import Related

_RELATED: Final = 12
"""Related articles listed."""


class Desk:
    """One article at a time, and how the reader got there."""

    def __init__(self, view: ArticleView, panel: SidePanel, library: Library, keeper: Keeper) -> None:
        view.kinds = self._kinds = keeper.kinds
        self._view = view
        self._panel = panel
        self._library = library
        self._keeper = keeper
        panel.tab = next((tab for tab in Tab if tab == keeper.tab), panel.tab)
        self._positions = keeper.positions
        self._past = keeper.past
        self._history = History.after(self._past.visits)
        self.marked = Marked(view, library, keeper.kinds)
        self._counts: Mapping[tuple[str, EntityKind], int] = {}
        self._gone = ""
        """The id of the last article that was removed while it was read."""

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._view.article

    # ------------------------------------------------------------------ opening

    async def open(
        self,
        article_id: str,
        hit: SearchHit | None = None,
        query: str = "",
        sentences: Sequence[str] = (),
        *,
        visit: bool = True,
    ) -> None:
        """Open an article; where a query's hit led to it, mark what was matched and go there; else the `sentences`.

        What stands beside it comes with `show_company`.
        """
        self.leave()
        if visit:
            self._history = self._history.visit(article_id, query)
        try:
            article = await self._library.get(article_id)
        except StoreError as error:
            self._view.show_notice("This article cannot be shown.", str(error))
            self._panel.clear()
            return
        if article is None:
            self._view.show_notice("This article is no longer in the archive.")
            self._panel.clear()
            return
        self.marked.begin(query)
        self._view.show(article, self._positions.get(article_id))
        self._show_facts(article)
        if query:
            with suppress(StoreError):  # without the index nothing can be marked; the finder says so
                await self.marked.mark_query(query, hit.snippet if hit else "")
        elif sentences:
            self.marked.mark_sentences(sentences)

    async def again(self) -> None:
        """Show the open article as it is now, where it is being read."""
        if self.article is not None:
            position = self._view.position
            await self.open(self.article.id, query=self.marked.query, visit=False)
            self._view.go_top(position)
            await self.show_company()

    async def show_marks(self, article: Article) -> None:
        """Show what its reader has noted of the article by now, where that is the open one or among the related."""
        self._panel.change_rows(Tab.RELATED, lambda row: with_marks(row, article.summary))
        if self.article is not None and self.article.id == article.id and not self._view.show_marks(article):
            await self.again()  # a byline has come, or gone

    async def renew(self) -> str:
        """Show the open article as others have left it, where it is being read; return what to know of it, or ""."""
        before, position, state = self.article, self._view.position, self.marked.state
        if before is None:
            return ""
        now = await self._library.get(before.id)
        if now == before:
            return ""
        if now is None:  # nobody's reading is cut short, and it is told once
            is_told, self._gone = self._gone == before.id, before.id
            return "" if is_told else "another program has removed this article: it can be read until you leave it"
        if (now.blocks, now.mentions, now.images, now.links) == (
            before.blocks,
            before.mentions,
            before.images,
            before.links,
        ):
            await self.show_marks(now)
            return ""
        cursor = self._panel.list.cursor
        await self.again()
        self._panel.list.return_to(cursor)
        if self.marked.restore(state):
            self._view.go_top(position)
        return ""

    def leave(self) -> None:
        """Remember where the open article is being read, and what is shown beside it."""
        if self._panel.tab.value != (self._keeper.tab or Tab.PICTURES):
            self._keeper.remember(tab=self._panel.tab.value)
        if self.article is not None:
            self._positions.put(self.article.id, self._view.position)
            if self._history.current and self._history.current.article_id == self.article.id:
                self._history = self._history.at(self._view.position, self.marked.query)
                self._past.put(self._history.visits[: self._history.index + 1])

    async def travel(self, step: int) -> bool:
        """Go back or forward to an article read before, where it was left; False where there is none."""
        self.leave()
        history = self._history.step(step)
        if history is None or history.current is None:
            return False
        left = self.article.id if self.article else ""
        self._history = history
        visit = history.current
        await self.open(visit.article_id, query=visit.query, visit=False)
        self._view.go_top(visit.position)
        await self.show_company(left)
        return True

    def _show_facts(self, article: Article) -> None:
        passages = self._view.passages
        pictures = picture_rows(article.images, passages)
        about = counted(len(pictures), "picture") if pictures else "No pictures in this article."
        self._panel.set_rows(Tab.PICTURES, pictures, f"{about} · v views one" if pictures else about)
        outline = outline_rows(passages)
        headings = len(outline) - 1
        about = counted(headings, "heading") if headings > 0 else "No headings in this article."
        self._panel.set_rows(Tab.OUTLINE, outline, about)
        self._panel.set_rows(Tab.RELATED, (), "Looking …")
        self._counts = {}
        self._show_entities(article)

    def _show_entities(self, article: Article, select: object = None) -> None:
        rows = entity_rows(article, self._view.passages, self._counts, self._kinds)
        about = entities_about(article, rows, are_counted=bool(self._counts))
        self._panel.set_rows(Tab.ENTITIES, rows, about, select=select)

    def show_kinds(self) -> None:
        """Mark and list the names of the kinds that are on now."""
        if self.article is None:
            return
        self._view.mark_names()
        self.marked.end_walk()
        shown = self._panel.list
        cursor, selected = shown.cursor, shown.value
        self._show_entities(self.article)
        if self._panel.tab is Tab.ENTITIES:
            shown.return_to(place_of(selected, shown.rows, cursor))

    async def show_company(self, left: str = "") -> None:
        """Show what is related to the open article, and how many articles have each of its names.

        The cursor is on the article that was `left` for this one, where that is related.
        """
        if (article := self.article) is None:
            return
        try:
            related = await self._library.related(article.id, _RELATED)
        except StoreError as error:
            self._panel.set_rows(Tab.RELATED, (), str(error))
            return
        outside = _outside(article, related)
        about = counted(len(related), "article") if related else "Nothing related in this archive."
        rows = related_rows(related, outside)
        to = (row.value for row in rows if isinstance(row.value, GoToArticle) and row.value.article.id == left)
        self._panel.set_rows(Tab.RELATED, rows, about, select=next(to, None))
        names = list(dict.fromkeys((mention.name, mention.kind) for mention in article.mentions))
        if names:
            counts = await self._library.entity_counts(names)
            self._counts = {(count.name, count.kind): count.articles for count in counts}
            self._show_entities(article, self._panel.selected(Tab.ENTITIES))

    def entity_row_at(self, position: Position) -> int | None:
        """Return the row of the entity that is named at `position`, None where none is."""
        mention = self.marked.mention_at(position)
        return self._panel.row_of_entity(mention.name, mention.kind) if mention else None


def _outside(article: Article, related: tuple[Related, ...]) -> list[Link]:
    """Return the links that no related article stands for."""
    urls_and_titles = {text for item in related for text in (item.article.key, item.article.title.casefold())}
    return [link for link in article.links if not {link.url, link.title.casefold()} & urls_and_titles]
