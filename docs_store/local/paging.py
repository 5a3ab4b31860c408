"""Pages in the records: the texts that files hold under one id, while a batch is told apart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from docs_store.model import Article
from docs_store.stories.pages import MOST, Page, edition_id, joined, taken, without

_PAGES = "SELECT id, page FROM edition WHERE id IN (SELECT value FROM json_each(?))"
_SEVERAL = """
WITH wanted AS (SELECT value AS id FROM json_each(:ids))
SELECT page FROM edition JOIN wanted USING (id) UNION SELECT page FROM edition WHERE page IN (SELECT id FROM wanted)"""
_HELD = "SELECT path, id FROM held WHERE id IN (SELECT value FROM json_each(?))"


class Turn(NamedTuple):
    """A page as it is stored, and as it is to be."""

    before: Page
    after: Page

    @property
    def changed(self) -> Iterator[Article]:
        """The articles that are to be written."""
        stored = {each.id: each for each in self.before.editions}
        return (each for each in self.after.editions if stored.get(each.id) != each)

    @property
    def gone(self) -> Iterator[str]:
        """The ids of articles that are to be removed."""
        kept = {each.id for each in self.after.editions}
        return (each.id for each in self.before.editions if each.id not in kept)


class Pages:
    """The pages that a batch concerns, each read once, and what becomes of them."""

    def __init__(
        self, connection: sqlite3.Connection, article: Callable[[str], Article | None], missing: Collection[str] = ()
    ) -> None:
        """Read by `connection`; `article` returns what is stored under an id, None where that cannot be read.

        `missing` are files that are gone.
        """
        self._connection = connection
        self._missing = missing
        self._article = article
        self._turns: dict[str, Turn] = {}

    @property
    def turns(self) -> list[Turn]:
        """The pages, as they were and as they are to be."""
        return [*self._turns.values()]

    def known(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the pages of those ids that are editions with an id of their own."""
        return dict(self._connection.execute(_PAGES, (json.dumps(list(ids)),)))

    def editions(self, article_id: str) -> tuple[Article, ...]:
        """Return all editions of an article's page, as they are stored; () where there is no such article.

        Of a crowded page only the article itself: the others share no more with it than a site.
        """
        page = self._read(self.known([article_id]).get(article_id, article_id))
        return tuple(each for each in page.editions if not page.is_crowded or each.id == article_id)

    def has(self, page_id: str) -> bool:
        """Whether a page was read, or begun."""
        return page_id in self._turns

    def take(self, page_id: str, given: Article, *, is_new: bool) -> tuple[Page, Page, bool, frozenset[str]]:
        """Take what a file gives; return the page before and after, whether it is outdone, and what to read again."""
        turn = self._turns.get(page_id)
        if turn is None:
            page = Page(page_id) if is_new else self._read(page_id, given.path)
            turn = Turn(page, page)
        elif turn.after.is_crowded:
            turn = self._with(turn, edition_id(page_id, given.path))
        before = turn.after
        result = taken(before, given, self._lost(before))
        after = result.page
        if not after.is_crowded and len(after.editions) >= MOST:
            after = Page(page_id, after.editions, after.holders, is_crowded=True)
        self._turns[page_id] = Turn(turn.before, after)
        return before, after, result.is_outdone, result.again

    def leave(self, ids: Collection[str]) -> None:
        """Take articles out of their pages."""
        found = self._connection.execute(_SEVERAL, {"ids": json.dumps(list(ids))})
        for (page_id,) in found.fetchall():
            page = self._read(page_id)
            self._turns[page_id] = Turn(page, without(page, ids))

    def note(self) -> None:
        """Write which articles are editions of what pages, and which other files hold them."""
        old = [(each.id,) for turn in self.turns for each in turn.before.editions if each.id != turn.before.id]
        new = [(each.id, turn.after.id) for turn in self.turns for each in turn.after.editions[1:]]
        if old or new:
            self._connection.executemany("DELETE FROM edition WHERE id = ?", old)
            self._connection.executemany("INSERT OR REPLACE INTO edition (id, page) VALUES (?, ?)", new)
        held = [turn for turn in self.turns if turn.before.holders != turn.after.holders]
        if held:
            dropped = [(each.id,) for turn in held for each in turn.before.editions]
            others = [other for turn in held for other in turn.after.holders.items()]
            self._connection.executemany("DELETE FROM held WHERE id = ?", dropped)
            self._connection.executemany("INSERT OR REPLACE INTO held (path, id) VALUES (?, ?)", others)

    def joined(self) -> Iterator[tuple[str, ...]]:
        """Yield the ids of the editions of each changed page that are of one story."""
        for turn in self.turns:
            if turn.before.editions != turn.after.editions and (ids := joined(turn.after)):
                yield ids

    def _read(self, page_id: str, path: str | None = None) -> Page:
        """Return a page as it is stored; of a crowded one what concerns the file at `path`, where there is one."""
        ids = [page_id]
        others = self._connection.execute("SELECT id FROM edition WHERE page = ? ORDER BY id", (page_id,))
        ids += [each for (each,) in others]
        is_crowded = len(ids) >= MOST
        if is_crowded and path is not None:
            ids = [page_id, edition_id(page_id, path)]
        editions = self._articles(ids)
        return Page(page_id, editions, self._holders(editions), is_crowded)

    def _with(self, turn: Turn, other: str) -> Turn:
        """Return a crowded page with one more of its editions, where that is stored."""
        if any(each.id == other for each in (*turn.before.editions, *turn.after.editions)):
            return turn
        more = self._articles([other])
        holders = self._holders(more)
        return Turn(*(
            Page(each.id, (*each.editions, *more), {**each.holders, **holders}, is_crowded=True) for each in turn
        ))  # fmt: skip

    def _articles(self, ids: Iterable[str]) -> tuple[Article, ...]:
        return tuple(article for each in ids if (article := self._article(each)))

    def _holders(self, editions: Iterable[Article]) -> dict[str, str]:
        return dict(self._connection.execute(_HELD, (json.dumps([each.id for each in editions]),)))

    def _lost(self, page: Page) -> list[str]:
        """Return the editions that their files hold no more."""
        if not page.editions:
            return []
        paths = json.dumps([each.path for each in page.editions])
        found = self._connection.execute(
            "SELECT path, gone FROM file WHERE gone <> '[]' AND path IN (SELECT value FROM json_each(?))", (paths,)
        )
        gone = {path for path, ids in found if page.id in json.loads(ids)}
        return [each.id for each in page.editions if each.path in gone or each.path in self._missing]
