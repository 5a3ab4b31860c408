"""What the finder lists: the newest articles, the answers to a query, its facets, or earlier searches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rich.cells import cell_len

from docs_store import Completion, EntityKind, Facets, SearchHit, SearchPage
from tui.library import Library
from tui.messages import GoToQuery
from tui.searches import SavedSearch, Searches
from tui.timeline import Column
from tui.typeset import Line, Run, fit, wrapped_lines
from tui.widgets.finder import Finder, hit_rows, summary_rows, words_row
from tui.widgets.row_list import Row

NEWEST: Final = 500
"""Articles listed before anything is typed, and added when the reader comes near the end."""

HITS: Final = 100
"""Hits listed of each kind, headlines and texts."""

_FACETS: Final = 12
"""Values listed of each facet."""

_COMPLETIONS: Final = 6
"""Completions looked for; as many are shown as there is room for."""

_LONGEST: Final = 500
"""Code points of a query that are asked for; what is pasted beyond is not a query."""


class Finding:
    """The finder's content. Each method replaces what the one before listed."""

    def __init__(self, finder: Finder, library: Library, searches: Searches) -> None:
        self._finder = finder
        self._library = library
        self._searches = searches
        self._total = 0
        self._newest = NEWEST
        self.query = ""
        """What the list answers; "" where it lists the newest, or an entity's articles."""
        self.found = 0
        """How many articles answer it, by headline or text."""
        self.note = ""
        """What of the query was not read as it was typed."""
        self.completions: tuple[Completion, ...] = ()
        """How what is typed can go on."""

    async def newest(self, *, more: bool = False) -> None:
        """List the newest articles; `more` lists further ones, the cursor staying where it is."""
        self._newest = self._newest + NEWEST if more else NEWEST
        self._total = await self._library.count()
        summaries = await self._library.newest(self._newest)
        self.query, self.note, self.completions = "", "", ()
        if more:
            self._finder.hits.append_rows(summary_rows(summaries[self._newest - NEWEST :]))
        else:
            self._finder.hits.set_rows(summary_rows(summaries) or [_nothing_stored()])
            self._finder.timeline.set_months((await self._library.facets("", 1)).months)
        self.found = self._total
        self._finder.count(f"{_articles(self._total)}, newest first")

    @property
    def lists_all(self) -> bool:
        """True where the newest are listed and there are no more."""
        return self._newest >= self._total

    async def answer(self, query: str, period: Column | None = None) -> None:
        """List what answers `query`: headlines as soon as they are found, then what only the texts hold.

        `period` filters besides, and leaves the timeline as it is.
        """
        query = query[:_LONGEST]
        asked = f"{query} {period.query}" if period else query
        self._total = await self._library.count()
        page = await self._library.find(asked, HITS)
        self.query, self.note = asked, " · ".join(page.notes)
        rows = hit_rows(page.hits)
        if rows:
            self._finder.hits.set_rows(rows)
            self._finder.count(f"{_headlines(page)} of {self._total:,}, texts …")
        texts = await self._library.search(asked, HITS)
        found = {hit.article.id for hit in page.hits}
        further = [hit for hit in texts.hits if hit.article.id not in found]
        if rows:
            self._finder.hits.append_rows(_text_rows(further))
        else:
            self._finder.hits.set_rows(_text_rows(further) or _nothing_found(asked))
        self.found = max(page.total, texts.total)
        counted = f"{_headlines(page)} · {_texts(texts)} of {self._total:,}"
        self._finder.count(counted)
        if period is None:
            self._searches.looked(query, self.found)
            await self._offer(query, counted)
            self._finder.timeline.set_months((await self._library.facets(query, 1)).months)

    async def _offer(self, query: str, counted: str) -> None:
        """Offer how the query can go on, in the line that counts."""
        self.completions = await self._library.complete(query, _COMPLETIONS)
        if not self.completions:
            return
        self.note = ""  # it is only not finished
        if self.completions[0].articles is None:
            self._finder.count(f"{counted} · → {self.completions[0].value}")
        else:
            self._finder.count("→ " + " · ".join(f"{each.value} {each.articles:,}" for each in self.completions))

    async def naming(self, name: str, kind: EntityKind) -> None:
        """List the articles that name an entity."""
        page = await self._library.articles_naming(name, kind, HITS)
        self.query, self.found = name, page.total
        self._finder.hits.set_rows(hit_rows(page.hits))
        self._finder.count(f"{_articles(page.total)} naming {name}")

    async def facets(self, query: str) -> None:
        """List what the answers to `query` can be narrowed by."""
        facets = await self._library.facets(query, _FACETS)
        rows = facet_rows(facets, query)
        self._finder.hits.set_rows(rows or [words_row("Nothing to narrow by.", "notice")])
        self._finder.count(f"Narrow {_articles(facets.total)} by …")

    async def searches(self, typed: str) -> None:
        """List saved searches with what is new, and earlier ones; those that hold what is typed."""
        sought = typed.casefold().strip()
        saved = [query for query in self._searches.saved if sought in query.casefold()]
        counts = [(query, (await self._library.search(query, 1)).total) for query in saved]
        rows = search_rows(self._searches.news(counts), self._searches.earlier(typed))
        self._finder.hits.set_rows(rows or [words_row("No searches yet. S saves the one you are at.", "notice")])
        self._finder.count("Saved and earlier searches")


def _articles(number: int) -> str:
    return f"{number:,} article{'s' * (number != 1)}"


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


# ---------------------------------------------------------------------------------------- rows of queries


def facet_rows(facets: Facets, query: str) -> list[Row]:
    """Return a row for each value of each facet: what it is, how many, and the query narrowed by it."""
    years: dict[int, int] = {}
    for month, articles in facets.months:
        years[month.year] = years.get(month.year, 0) + articles
    newest = sorted(years.items(), reverse=True)
    groups: list[tuple[str, Iterable[tuple[str, str, int]]]] = [
        ("Sources", ((value, f"source:{_quoted(value)}", count) for value, count in facets.sources)),
        ("Years", ((str(year), f"on:{year:04}", count) for year, count in newest[:_FACETS])),
        ("Names", ((each.name, f"entity:{_quoted(each.name)}", each.articles) for each in facets.entities)),
        ("Languages", ((value, f"lang:{value}", count) for value, count in facets.languages)),
        ("Tags", ((value, f"tag:{_quoted(value)}", count) for value, count in facets.tags)),
    ]
    rows: list[Row] = []
    for heading, values in groups:
        of_group = [_counted_row(value, f"{query} {asked}".strip(), f"{count:,}") for value, asked, count in values]
        if of_group:
            rows += [words_row(heading, "group"), *of_group]
    return rows


def search_rows(saved: Sequence[SavedSearch], earlier: Sequence[str]) -> list[Row]:
    """Return a row for each saved search, with what is new, and for each earlier one."""
    rows: list[Row] = []
    if saved:
        rows.append(words_row("Saved", "group"))
    for search in saved:
        told = f"{search.articles:,}" + (f" (+{search.new:,} new)" if search.new else "")
        rows.append(_counted_row(search.query, search.query, told))
    if earlier:
        rows += [words_row("Earlier", "group"), *(_counted_row(query, query, "") for query in earlier)]
    return rows


def _counted_row(text: str, query: str, told: str) -> Row:
    def typeset(width: int) -> tuple[Line, ...]:
        room = width - len(told) - 1
        if room < len(text) and room < width // 2:
            return (*wrapped_lines(text, width, ("row_title",), most=2), (Run(f"{told:>{width}}", ("muted",)),))
        shown = fit(text, room)
        (line,) = wrapped_lines(shown, width, ("row_title",), most=1)
        used = sum(cell_len(run.text) for run in line)
        return ((*line, Run(f"{told:>{max(0, width - used)}}", ("muted",))),)

    return Row(typeset, GoToQuery(query), gap=False)


def _quoted(value: str) -> str:
    return '"' + value.replace('"', "") + '"'
