"""What the finder lists: the newest articles, or the answers to a query, headlines first."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from docs_store import EntityKind, SearchHit, SearchPage
from tui.library import Library
from tui.widgets.finder import Finder, hit_rows, summary_rows, words_row
from tui.widgets.row_list import Row

NEWEST: Final = 500
"""Articles listed before anything is typed, and added when the reader comes near the end."""

HITS: Final = 100
"""Hits listed of each kind, headlines and texts."""

_LONGEST: Final = 500
"""Code points of a query that are asked for; what is pasted beyond is not a query."""


class Finding:
    """The finder's content. Each method replaces what the one before listed."""

    def __init__(self, finder: Finder, library: Library) -> None:
        self._finder = finder
        self._library = library
        self._total = 0
        self._newest = NEWEST
        self.query = ""
        """What the list answers; "" where it lists the newest, or an entity's articles."""

    async def newest(self, *, more: bool = False) -> None:
        """List the newest articles; `more` lists further ones, the cursor staying where it is."""
        self._newest = self._newest + NEWEST if more else NEWEST
        self._total = await self._library.count()
        summaries = await self._library.newest(self._newest)
        self.query = ""
        if more:
            self._finder.hits.append_rows(summary_rows(summaries[self._newest - NEWEST :]))
        else:
            self._finder.hits.set_rows(summary_rows(summaries) or [_nothing_stored()])
        self._finder.count(f"{self._total:,} article{'s' * (self._total != 1)}, newest first")

    @property
    def lists_all(self) -> bool:
        """True where the newest are listed and there are no more."""
        return self._newest >= self._total

    async def answer(self, query: str) -> None:
        """List what answers `query`: headlines as soon as they are found, then what only the texts hold."""
        query = query[:_LONGEST]
        self._total = await self._library.count()
        page = await self._library.find(query, HITS)
        self.query = query
        rows = hit_rows(page.hits)
        if rows:
            self._finder.hits.set_rows(rows)
            self._finder.count(f"{_headlines(page)} of {self._total:,}, texts …")
        texts = await self._library.search(query, HITS)
        found = {hit.article.id for hit in page.hits}
        further = [hit for hit in texts.hits if hit.article.id not in found]
        if rows:
            self._finder.hits.append_rows(_text_rows(further))
        else:
            self._finder.hits.set_rows(_text_rows(further) or _nothing_found(query))
        self._finder.count(f"{_headlines(page)} · {_texts(texts)} of {self._total:,}")

    async def naming(self, name: str, kind: EntityKind) -> None:
        """List the articles that name an entity."""
        page = await self._library.articles_naming(name, kind, HITS)
        self.query = name
        self._finder.hits.set_rows(hit_rows(page.hits))
        self._finder.count(f"{page.total:,} article{'s' * (page.total != 1)} naming {name}")


def _headlines(page: SearchPage) -> str:
    more = "+" if page.truncated else ""
    return f"{page.total:,}{more} headline{'s' * (page.total != 1)}"


def _texts(page: SearchPage) -> str:
    more = "+" if page.truncated else ""
    return f"{page.total:,}{more} text{'s' * (page.total != 1)}"


def _text_rows(hits: list[SearchHit]) -> list[Row]:
    if not hits:
        return []
    first, *others = hit_rows(hits)
    return [words_row("In the text", "group"), replace(first, gap=False), *others]


def _nothing_found(query: str) -> list[Row]:
    return [
        words_row(f"Nothing found for “{query}”.", "notice"),
        words_row("Try fewer words, or a word you are sure of. Esc clears the box."),
    ]


def _nothing_stored() -> Row:
    return words_row("This archive is empty. Add articles with: broadsheet add FOLDER", "notice")
