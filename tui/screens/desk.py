"""The open article: the view, the panel beside it, its hits, and the way one came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from docs_store import Article, EntityKind, Link, SearchHit, Span, StoreError
from tui.history import History, Visit
from tui.keeping import Keeper
from tui.library import Library
from tui.mentions import Mention, Walk, mentions_in, walk_from
from tui.messages import GoToArticle, GoToEntity
from tui.typeset import START, Passage, Position, find_in
from tui.widgets.article_view import ArticleView
from tui.widgets.entity_list import entities_about, entity_rows
from tui.widgets.row_list import place_of
from tui.widgets.side_panel import SidePanel, Tab, outline_rows, picture_rows, related_rows, with_marks

if TYPE_CHECKING:  # the first list does without
    from docs_store import Related

_RELATED: Final = 12
"""Related articles listed."""

_SEARCHED_ROLES: Final = frozenset({"headline", "standfirst", "heading", "paragraph", "quote", "caption"})
"""What a search can have matched: not the byline, not credits."""


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
        self._query = ""
        self._query_hits: Sequence[tuple[int, Span]] = ()
        self._inside = ""
        self._counts: Mapping[tuple[str, EntityKind], int] = {}
        self._walk: Walk | None = None
        self._gone = ""
        """The id of the last article that was removed while it was read."""

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._view.article

    @property
    def searched(self) -> str:
        """What the marks in the article stand for; "" where there are none."""
        return self._inside or self._query

    @property
    def looks_inside(self) -> bool:
        """True where the marks are of a search inside this article alone."""
        return bool(self._inside)

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
        self._query, self._inside, self._walk = query, "", None
        self._query_hits = ()
        self._view.show(article, self._positions.get(article_id))
        self._show_facts(article)
        if query:
            with suppress(StoreError):  # without the index nothing can be marked; the finder says so
                await self._mark_query(query, hit.snippet if hit else "")
        elif sentences:
            self._mark_sentences(sentences)

    async def again(self) -> None:
        """Show the open article as it is now, where it is being read."""
        if self.article is not None:
            position = self._view.position
            await self.open(self.article.id, query=self._query, visit=False)
            self._view.go_top(position)
            await self.show_company()

    async def show_marks(self, article: Article) -> None:
        """Show what its reader has noted of the article by now, where that is the open one or among the related."""
        self._panel.change_rows(Tab.RELATED, lambda row: with_marks(row, article.summary))
        if self.article is not None and self.article.id == article.id and not self._view.show_marks(article):
            await self.again()  # a byline has come, or gone

    async def renew(self) -> str:
        """Show the open article as others have left it, where it is being read; return what to know of it, or ""."""
        before, position, inside, hit = self.article, self._view.position, self._inside, self._view.current_hit
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
        if inside and (hits := find_in(self._view.passages, inside)):
            self._inside = inside
            self._view.set_hits(hits)
        if 0 < hit <= self._view.hits:
            self._view.select_hit(hit - 1)
            self._view.go_top(position)
        return ""

    def leave(self) -> None:
        """Remember where the open article is being read, and what is shown beside it."""
        if self._panel.tab.value != (self._keeper.tab or Tab.PICTURES):
            self._keeper.remember(tab=self._panel.tab.value)
        if self.article is not None:
            self._positions.put(self.article.id, self._view.position)
            if self._history.current and self._history.current.article_id == self.article.id:
                self._history = self._history.at(self._view.position, self._query)
                self._past.put(self._history.visits[: self._history.index + 1])

    async def travel(self, step: int) -> Visit | None:
        """Go back or forward to an article read before, where it was left; None where there is none."""
        self.leave()
        history = self._history.step(step)
        if history is None or history.current is None:
            return None
        left = self.article.id if self.article else ""
        self._history = history
        visit = history.current
        await self.open(visit.article_id, query=visit.query, visit=False)
        self._view.go_top(visit.position)
        await self.show_company(left)
        return visit

    def _show_facts(self, article: Article) -> None:
        passages = self._view.passages
        pictures = picture_rows(article.images, passages)
        about = _counted(len(pictures), "picture", "No pictures in this article.")
        self._panel.set_rows(Tab.PICTURES, pictures, f"{about} · v views one" if pictures else about)
        outline = outline_rows(passages)
        headings = len(outline) - 1
        self._panel.set_rows(Tab.OUTLINE, outline, _counted(headings, "heading", "No headings in this article."))
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
        self._end_walk()
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
        about = _counted(len(related), "article", "Nothing related in this archive.")
        rows = related_rows(related, outside)
        to = (row.value for row in rows if isinstance(row.value, GoToArticle) and row.value.article.id == left)
        self._panel.set_rows(Tab.RELATED, rows, about, select=next(to, None))
        names = list(dict.fromkeys((mention.name, mention.kind) for mention in article.mentions))
        if names:
            counts = await self._library.entity_counts(names)
            self._counts = {(count.name, count.kind): count.articles for count in counts}
            self._show_entities(article, self._panel.selected(Tab.ENTITIES))

    # ------------------------------------------------------------------ hits

    async def _mark_query(self, query: str, snippet: str) -> None:
        """Mark what the query matched, and go to the passage that the list showed, if it showed one."""
        searched = [(n, p.text) for n, p in enumerate(self._view.passages) if p.role in _SEARCHED_ROLES]
        spans = await self._library.locate(query, [text for _, text in searched])
        hits = [(number, span) for (number, _), found in zip(searched, spans, strict=True) for span in found]
        if not hits and self.article is not None:
            hits = mentions_asked(self.article, self._view.passages, query)
        if not hits:
            self._query = ""  # a filter, or what only the author or a tag holds: there is nothing to mark
        self._query_hits = hits
        self._view.set_hits(hits)
        if snippet and hits:
            place = _place_of(snippet, searched)
            self._view.select_hit(next((at for at, (number, span) in enumerate(hits) if (number, span[0]) >= place), 0))

    def _mark_sentences(self, sentences: Sequence[str]) -> None:
        """Mark what the article adds to its story, and go to the first of it."""
        texts = [(number, each.text.replace("\n", " ")) for number, each in enumerate(self._view.passages)]
        places = ((sentence, _place_in(texts, sentence)) for sentence in sentences)
        hits = [(place.passage, (place.offset, place.offset + len(told))) for told, place in places if place]
        if hits:
            self._inside = "what it adds"
            self._view.set_hits(sorted(hits))
            self._view.select_hit(0)

    def find_inside(self, text: str) -> int:
        """Mark `text` inside the article and go to its first place from here; return how many there are."""
        self._inside, self._walk = text, None
        hits = find_in(self._view.passages, text)
        self._view.set_hits(hits)
        if hits and not self._view.go_hit(1):
            self._view.select_hit(0)
        return len(hits)

    def clear_marks(self) -> bool:
        """Clear what was marked last, the mentions of a name or what was sought; False where nothing was.

        What was sought before stays marked: what led to the article, under what was found inside it.
        """
        if self.walks:
            self._end_walk()
            return True
        if not self.searched:
            return False
        if not self._inside:
            self._query, self._query_hits = "", ()
        self._inside = ""
        self._view.set_hits(self._query_hits)
        return True

    def _end_walk(self) -> None:
        self._walk = None
        self._view.point(None)

    @property
    def walks(self) -> bool:
        """True from going to a mention until what is marked is cleared or something is sought."""
        return self._walk is not None

    def go_hit(self, step: int) -> bool:
        """Go to the next hit of this article (the one before where `step` is -1); False past the last."""
        return self._view.go_hit(step)

    def where(self) -> str:
        """Say which mention or hit one is at: "hit 4 of 14 for missile"."""
        if self._walk is not None:
            return f"{self._walk.where} · n next, esc ends"
        if not self.searched:
            return ""
        if not self._view.hits:
            return f"“{self.searched}” is not in this article"
        if not self._view.current_hit:
            return f"{_counted(self._view.hits, 'hit', '')} for {self.searched}"
        return f"hit {self._view.current_hit} of {self._view.hits} for {self.searched}"

    def entity_row_at(self, position: Position) -> int | None:
        """Return the row of the entity that is named at `position`, None where none is."""
        for mention in self._mentions():
            if mention.passage == position.passage and mention.span[0] <= position.offset < mention.span[1]:
                return self._panel.row_of_entity(mention.name, mention.kind)
        return None

    def _mentions(self) -> tuple[Mention, ...]:
        return mentions_in(self.article, self._view.passages, self._kinds) if self.article else ()

    def go_to_mention(self, entity: GoToEntity) -> None:
        """Go to the entity's first mention, the next time to its second, and so on."""
        mentions = tuple(each for each in self._mentions() if (each.name, each.kind) == (entity.name, entity.kind))
        further = self._walk.step(1) if self._walk is not None and self._walk.mentions == mentions else None
        self._show_mention(further or Walk(mentions, 0))

    def go_round(self) -> None:
        """Go to the next of the mentions one walks along, from the last to the first."""
        if self._walk is not None:
            self._show_mention(self._walk.step(1) or self._walk._replace(at=0))

    def go_mention(self, step: int) -> bool:
        """Go to the next mention of whom one walks along, else of anybody; False where there is none."""
        walk = self._walk.step(step) if self._walk is not None else walk_from(self._mentions(), self._view.top, step)
        if walk is not None:
            self._show_mention(walk)
        return walk is not None

    def _show_mention(self, walk: Walk) -> None:
        self._walk = walk
        self._view.point((walk.mention.passage, walk.mention.span))

    @property
    def no_further(self) -> str:
        """Say that there is nothing further to go to."""
        if self._walk is not None and self._walk.name:
            return f"no further mention of {self._walk.name} · enter goes round"
        if self._walk is not None or self._mentions():
            return "no further name in this article"
        return "nothing is marked: find an article by its words, or press / to find inside"


def _place_of(snippet: str, passages: Sequence[tuple[int, str]]) -> tuple[int, int]:
    """Return the number of the passage that a snippet is from, and where it begins there; (0, 0) where none is."""
    return _place_in([(number, text.replace("\n", " ")) for number, text in passages], snippet.strip("…")) or START


def _place_in(texts: Iterable[tuple[int, str]], words: str) -> Position | None:
    """Return where `words` stand first in numbered texts; None where they do not."""
    return next((Position(number, at) for number, text in texts if (at := text.find(words)) >= 0), None)


def mentions_asked(article: Article, passages: Sequence[Passage], query: str) -> list[tuple[int, Span]]:
    """Return where the entities that `query` asks for are named."""
    from docs_store import asked_by

    parts = (f'{part.rstrip(chr(34))}"' for part in query.split('" '))
    asked = {entity[0].casefold() for part in parts if (entity := asked_by(part))}
    passage_of = {passage.block: number for number, passage in enumerate(passages) if passage.block is not None}
    return [
        (passage_of[mention.block], (mention.start, mention.end))
        for mention in article.mentions
        if mention.block in passage_of and mention.name.casefold() in asked
    ]


def _counted(number: int, thing: str, none: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}" if number > 0 else none


def _outside(article: Article, related: tuple[Related, ...]) -> list[Link]:
    """Return the links that no related article stands for."""
    urls_and_titles = {text for item in related for text in (item.article.key, item.article.title.casefold())}
    return [link for link in article.links if not {link.url, link.title.casefold()} & urls_and_titles]
