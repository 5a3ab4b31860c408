"""What the finder lists besides answers: facets, the names of the archive, searches, the articles of a story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from docs_store import SearchHit
from tui.kinds import Kinds
from tui.library import Library
from tui.screens.news import News
from tui.screens.query_rows import (
    FACETS,
    entities_counted,
    entity_rows,
    facet_rows,
    further_names_row,
    no_entity_row,
    none_like_row,
    search_rows,
)
from tui.searches import Searches
from tui.widgets.finder import words_row
from tui.widgets.row_list import Row
from tui.wording import counted

_ENTITIES: Final = 300
"""Names of the archive that are listed."""

_LIKE: Final = 100
"""Names like what is typed that are listed."""


_OF_NAMES: Final = frozenset({"person", "place", "org", "entity"})
_FILTER: Final = re.compile(r'!?\b(?P<field>[a-z]+):(?P<value>"[^"]*"?|\S*)', re.IGNORECASE)
"""A field of a query and what it asks for there."""


class Catalogue(NamedTuple):
    """Rows that ask something, and what is said of it, in words of several lengths, the longest first."""

    rows: list[Row]
    told: tuple[str, ...]
    first: int = 0
    """How many names are listed where they are the first of all there are; else 0."""


class Story(NamedTuple):
    """The articles of a story, oldest first."""

    hits: Sequence[SearchHit]
    at: int
    """Where among them the one is whose story it is."""
    adds: Mapping[str, tuple[str, ...]]
    """For each article's id the sentences that it adds to those before it."""


def name_typed(query: str) -> str:
    """Return what of a query may be like a name: the one that it asks for by a field, else its words without fields."""
    asked = [found["value"].strip('"') for found in _FILTER.finditer(query) if found["field"].casefold() in _OF_NAMES]
    return next(filter(None, asked), " ".join(_FILTER.sub(" ", query).split()))


async def facets_of(query: str, library: Library, kinds: Kinds) -> Catalogue:
    """Return what the answers to `query` can be narrowed by."""
    facets = await library.facets(query, FACETS, kinds.asked)
    rows = facet_rows(facets, query)
    if all(row.value is None for row in rows):
        rows = [words_row("Nothing to narrow by.", "notice"), *rows]
    off = f" · {kinds.off_words}" if kinds.off_words else ""
    return Catalogue(rows, (f"Narrow {counted(facets.total, 'article')} by …{off}", f"Narrow by …{off}"))


async def entities_like(typed: str, library: Library, kinds: Kinds) -> Catalogue:
    """Return the names most articles of the archive have; those like what is typed, typos forgiven."""
    like = name_typed(typed)
    limit = _LIKE if like else _ENTITIES
    named = await library.entities(like, limit, kinds.asked)
    told: list[Row] = []
    if like and not named:
        limit = _ENTITIES
        if named := await library.entities("", limit, kinds.asked):
            told, like = [none_like_row(like, kinds)], ""
    rows = [*told, *entity_rows(named)] or [no_entity_row(kinds)]
    is_cut = len(named) >= limit
    words = entities_counted(like, kinds, len(named) if is_cut else 0)
    return Catalogue(rows, words, len(named) if is_cut and not like and kinds.asked is None else 0)


async def rest_of_names(listed: int, library: Library, kinds: Kinds) -> Catalogue | None:
    """Return what is said below so many names, and above them, where there are more; None where there are not."""
    names = await library.names()
    if listed >= names:
        return None
    return Catalogue([further_names_row(listed, names)], entities_counted("", kinds, listed, names))


async def searches_like(typed: str, searches: Searches, news: News) -> Catalogue:
    """Return all saved searches with what is new, and earlier ones; those that hold what is typed come first."""
    sought = typed.strip()
    saved = searches.saved_like(sought)
    counts = await news.counts(saved)
    every, like = ([query for query in searches.earlier(words) if query not in saved] for words in ("", sought))
    rows = search_rows(searches.news(counts), like or every, sought if like else "")
    if rows and not (like or any(sought.casefold() in query.casefold() for query in saved)):
        rows = [words_row(f"No search has “{sought}” in it. All of them:", "notice"), *rows]
    none = words_row("No searches yet. S, or ctrl+s while you type, saves one.", "notice")
    return Catalogue(rows or [none], ("Saved and earlier searches",))


async def story_of(article_id: str, library: Library) -> Story | None:
    """Return the story that an article belongs to; None where there is no other article of it."""
    chapters = await library.story(article_id)
    if len(chapters) < 2:
        return None
    # All editions are rows here: none says how many others there are.
    hits = [SearchHit(replace(each.article, editions=1), 0.0, (), " ".join(each.adds)) for each in chapters]
    at = next((place for place, hit in enumerate(hits) if hit.article.id == article_id), 0)
    return Story(hits, at, {each.article.id: each.adds for each in chapters})
