"""Rows of the finder that ask something: what an entity is named with, names, facets, earlier searches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.cells import cell_len

from docs_store import EntityCount, EntityKind
from tui.kinds import ALL_KEY, KIND_WORDS, Kinds
from tui.messages import GoToQuery
from tui.searches import SavedSearch
from tui.typeset import Line, Run, wrapped_lines
from tui.widgets.finder import heading_row, words_row
from tui.widgets.row_list import Row
from tui.wording import counted

if TYPE_CHECKING:  # the first list does without
    from docs_store import Facets, Portrait

_COMPANIONS: Final = 8
"""Entities named with another that are listed above its articles."""

_SHORT: Final = {EntityKind.ORGANISATION: "org"}
"""Kinds as a query has them, where there is no room for all of the word."""

_ROOMY: Final = 40
"""Columns of a list from which on words are not shortened."""

FACETS: Final = 12
"""Values listed of each facet."""


def portrait_rows(found: Portrait) -> list[Row]:
    """Return how an entity is written and whom it is named with: Enter lists the articles that name both."""
    from docs_store import query_for

    rows: list[Row] = []
    names = dict.fromkeys([*(each.name for each in found.names), *(spelling for spelling, _ in found.spellings)])
    others = [name for name in names if name != found.entity.name]
    if others:
        rows.append(words_row(f"{found.entity.name}, also {', '.join(others)}", most=2))
    if found.demonyms:
        rows.append(_counted_row(", ".join(found.demonyms), found.demonyms[0], "its people"))
    if found.namesakes:
        rows += [words_row("Who has this name", "group"), *entity_rows(found.namesakes[:_COMPANIONS])]
    if found.companions:
        rows.append(heading_row("Named with", "both · × chance"))
    companions = found.companions[:_COMPANIONS]
    names_shown = _told_apart([each.entity for each in companions])
    for each, name in zip(companions, names_shown, strict=True):
        both = f"{found.query} {query_for(each.entity.name, each.entity.kind)}"
        told = f"{each.together:,} · {each.times:,.0f}×"
        rows.append(_counted_row(name, both, told, entity=each.entity))
    return [*rows, words_row("Articles", "group")] if found.companions or found.namesakes else rows


def entity_rows(named: Sequence[EntityCount]) -> list[Row]:
    """Return a row for each entity: its name and kind, and how many articles name it."""
    from docs_store import query_for

    return [
        _counted_row(
            each.name,
            query_for(each.name, each.kind),
            f"{each.kind.value} {each.articles:,}",
            f"{_SHORT.get(each.kind, each.kind.value)} {each.articles:,}",
            entity=each,
        )
        for each in named
    ]


def further_names_row(listed: int, names: int) -> Row:
    """Return what stands below the first of the archive's names: how many others there are, and the way to them."""
    text = (
        f"{names - listed:,} more of {names:,} names. f, then a name or a part of it, Esc and E: "
        "that lists those like it, typos forgiven."
    )
    return words_row(text, "notice")


def entities_counted(typed: str, kinds: Kinds, listed: int, names: int = 0) -> tuple[str, ...]:
    """Return what the list of names is, in words of several lengths; which kinds are off is in all of them.

    `listed` is how many are in the list where that is not all, and `names` of how many, 0 where that is not known.
    """
    of = (f"{listed:,} of {names:,}" if names else f"the first {listed:,}") if listed else ""
    told = f": {of}" if of else ""
    what = f"Names like “{typed}”{told}" if typed else f"Names, most articles first{told}"
    first, *_, last = (words.key for words in KIND_WORDS.values())
    if not (off := kinds.off_words):
        keys = f"{first} to {last} hide kinds"
        return f"{what} · {keys}", what if typed else f"Names{told} · {keys}", f"Names{told}"
    back = f"{ALL_KEY} shows all"
    number = len(KIND_WORDS.keys() - (kinds.asked or ()))
    short = f"{counted(number, 'kind')} off · {back}"
    return f"{what} · {off} · {back}", f"Names{told} · {off} · {back}", f"{off} · {back}", short


def no_entity_row(kinds: Kinds) -> Row:
    """Return what stands where no name is listed."""
    return words_row(f"No such name in this archive{_off(kinds)}.", "notice")


def none_like_row(typed: str, kinds: Kinds) -> Row:
    """Return what stands above all names where none is like what is typed."""
    return words_row(f"No name is like “{typed}”{_off(kinds)}. All of them:", "notice", most=4)


def _off(kinds: Kinds) -> str:
    return f": {kinds.off_words}, {ALL_KEY} shows all" if kinds.off_words else ""


def facet_rows(facets: Facets, query: str) -> list[Row]:
    """Return a row for each value of each facet: what it is, how many, and the query narrowed by it.

    What all have is told in words: to narrow by it changes nothing.
    """
    groups = _facet_groups(facets, query)
    of_all = [label for _, values in groups for label, count, _ in values if count >= facets.total]
    rows = [words_row(f"All of them: {', '.join(of_all)}.", most=3)] if of_all and facets.total > 1 else []
    for heading, values in groups:
        narrowing = [row for _, count, row in values if count < facets.total]
        rows += [words_row(heading, "group"), *narrowing] if narrowing else []
    return rows


_Value: TypeAlias = tuple[str, int, Row]
"""A value of a facet, how many have it, and its row."""


def _facet_groups(facets: Facets, query: str) -> list[tuple[str, list[_Value]]]:
    from docs_store import query_for

    years: dict[int, int] = {}
    for month, articles in facets.months:
        years[month.year] = years.get(month.year, 0) + articles
    newest = sorted(years.items(), reverse=True)
    earlier = newest[FACETS:]

    def value(label: str, asked: str, count: int, entity: EntityCount | None = None) -> _Value:
        return label, count, _counted_row(label, f"{query} {asked}".strip(), f"{count:,}", entity=entity)

    named = zip(_told_apart(facets.entities), facets.entities, strict=True)
    beyond = [value("undated", "is:undated", facets.undated)] if facets.undated else []
    if earlier:
        last, first = earlier[0][0], earlier[-1][0]
        span = f"{first}–{last}" if first < last else f"{last}"
        asked = f"on:{first:04}..{last:04}" if first < last else f"on:{last:04}"
        beyond.insert(0, value(span, asked, sum(count for _, count in earlier)))
    return [
        ("Sources", [value(source, f"source:{_quoted(source)}", count) for source, count in facets.sources]),
        ("Years", [value(str(year), f"on:{year:04}", count) for year, count in newest[:FACETS]] + beyond),
        ("Names", [value(name, query_for(each.name, each.kind), each.articles, each) for name, each in named]),
        ("Languages", [value(language, f"lang:{language}", count) for language, count in facets.languages]),
        ("Tags", [value(tag, f"tag:{_quoted(tag)}", count) for tag, count in facets.tags]),
    ]


def _told_apart(entities: Sequence[EntityCount]) -> list[str]:
    """Return the names of entities, with their kinds where one name is there twice: England, the place or the team."""
    often = Counter(each.name for each in entities)
    return [
        f"{each.name}, {_SHORT.get(each.kind, each.kind.value)}" if often[each.name] > 1 else each.name
        for each in entities
    ]


def search_rows(saved: Sequence[SavedSearch], earlier: Sequence[str], like: str = "") -> list[Row]:
    """Return a row for each saved search, with what is new, and for each earlier one, which are those `like` this."""
    rows: list[Row] = []
    if saved:
        rows.append(words_row("Saved", "group"))
    for search in saved:
        told = f"{search.articles:,}" + (f" (+{search.new:,} new)" if search.new else "")
        rows.append(_counted_row(search.query, search.query, told))
    if earlier:
        rows += [
            words_row(f"Earlier, like “{like}”" if like else "Earlier", "group"),
            *(_counted_row(query, query, "") for query in earlier),
        ]
    return rows


def _counted_row(text: str, query: str, count: str, short: str = "", *, entity: EntityCount | None = None) -> Row:
    """Return a row with its count at the right, `short` where the list is narrow; long text takes a second line."""
    asks = GoToQuery(query, entity.name, entity.kind) if entity else GoToQuery(query)

    def typeset(width: int) -> tuple[Line, ...]:
        told = short if short and width < _ROOMY else count
        room = width - len(told) - 1
        is_apart = room < len(text) and room < width // 2
        lines = wrapped_lines(text, width if is_apart else room, ("row_title",), most=2, indent="  ")
        if is_apart:
            return (*lines, (Run(f"{told:>{width}}", ("muted",)),))
        *lines, last = lines
        used = sum(cell_len(run.text) for run in last)
        return (*lines, (*last, Run(f"{told:>{max(0, width - used)}}", ("muted",))))

    return Row(typeset, asks, gap=False)


def _quoted(value: str) -> str:
    return '"' + value.replace('"', "") + '"'
