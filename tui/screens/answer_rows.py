"""What the finder says of an answer: headings between its rows, how much was found, and that nothing was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store import ArticleSummary, SearchHit
from tui.widgets.finder import hit_rows, words_row
from tui.widgets.row_list import Row

if TYPE_CHECKING:  # the first list does without
    from docs_store import Completion, SearchPage

_MARKS: Final = ("read", "starred")
"""Flags of a query that ask for what other programs have noted of an article."""


def unsought(summary: ArticleSummary) -> SearchHit:
    """Return an article that nobody looked for, as what a row stands for."""
    return SearchHit(summary, 0.0)


def with_marks(row: Row, marked: ArticleSummary) -> Row:
    """Return a row that shows whether its article is starred, and read, where that is the `marked` one."""
    hit = row.value
    if not isinstance(hit, SearchHit) or hit.article.id != marked.id:
        return row
    article = replace(hit.article, starred=marked.starred, read=marked.read)
    (again,) = hit_rows([replace(hit, article=article)])
    return again.with_gap(row.gap)


def grouped_rows(heading: str, hits: Sequence[SearchHit]) -> list[Row]:
    """Return the rows of hits below a heading; [] of none."""
    if not hits:
        return []
    first, *others = hit_rows(hits)
    return [words_row(heading, "group"), first.with_gap(False), *others]


def found_words(page: SearchPage, texts: SearchPage, total: int) -> tuple[str, ...]:
    """Return how many were found, in words of several lengths, the longest first."""
    headlines, held = (f"{each.total:,}{'+' * each.truncated}" for each in (page, texts))
    if page.total == texts.total:
        articles = f"{headlines} article{'s' * (page.total != 1)}"
        return f"{articles} of {total:,}", articles
    if not page.total or not texts.total:
        found = f"{held} by text" if not page.total else f"{headlines} by headline"
        return f"{found} of {total:,}", found
    found = f"{headlines} by headline · {held} by text"
    return f"{found} of {total:,}", found, f"{headlines} headlines · {held} texts", f"{headlines} · {held} in texts"


def going_on(query: str, offered: Sequence[Completion]) -> tuple[Completion, ...]:
    """Return those of the completions `offered` that are not typed out yet; where one is, what begins like it.

    A name in quotes is another question than without: it asks for just this one.
    """
    from docs_store import asked_by

    typed = _unquoted(query)
    known = [each for each in offered if _unquoted(each.query) == typed and not asked_by(each.query)]
    further = (each for each in offered if each not in known and each.query.strip() != query.strip())
    return tuple(each for each in further if not known or _unquoted(each.query).startswith(typed))


def _unquoted(query: str) -> str:
    return query.strip().replace('"', "").casefold()


def completion_words(completions: Sequence[Completion], found: str) -> tuple[str, ...]:
    """Return how what is typed can go on, in words of several lengths; of values, behind how many were `found`."""
    values = [each.value if each.articles is None else f"{each.value} {each.articles:,}" for each in completions]
    offers = [f"→ {' · '.join(values[:shown])}" for shown in range(len(values), 0, -1)]
    return (*((f"{found} · {offers[-1]}",) if completions[0].articles is None else ()), *offers)


def nothing_found(query: str) -> list[Row]:
    """Return what stands where nothing answers a query: what could be asked instead."""
    from docs_store import FIELD_NAMES

    filtered = any(f"{field}:" in query for field in FIELD_NAMES)
    advice = "it without a field" if filtered else "fewer words, or a word you are sure of"
    rows = [
        words_row(f"Nothing found for “{query}”.", "notice"),
        words_row(f"Try {advice}. ctrl+c clears the box."),
    ]
    if any(f"is:{flag}" in query.casefold() for flag in _MARKS):
        rows.insert(
            1,
            words_row("* stars an article, M marks it as read, and imports bring such marks: broadsheet import."),
        )
    return rows


def nothing_stored(*, is_asked: bool = False) -> Row:
    """Return what stands in an empty archive's list; where something `is_asked`, one may be typing."""
    key = "Esc, then A" if is_asked else "A"
    return words_row(
        f"This archive is empty. Press {key} to add a folder or a file, or: broadsheet add FOLDER", "notice"
    )


def left_out(articles: int) -> Row:
    """Return what stands for so many articles between those that are listed."""
    told = f"{articles:,} articles between are not listed: on:2019 in the box, or T, lists those of a time."
    return words_row(told, "notice")
