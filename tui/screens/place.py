"""The reader's place in a list, found again in a list that is asked for anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.widget import Widget

from docs_store import Article, SearchHit
from tui.screens.finding import Listed
from tui.widgets.row_list import RowList


class Before(NamedTuple):
    """What stood in the box, where the focus was and where one was in the list, before another list was shown."""

    query: str
    focus: Widget | None
    selected: tuple[object, ...]
    """What the selected row is known by."""
    rows: int
    """How many were listed."""
    listed: Listed = Listed.ARTICLES
    """What was listed; of what narrows or tells a story, Esc returns to the articles before it."""


class Back(NamedTuple):
    """Where to go in the list that comes back."""

    query: str
    sought: tuple[object, ...]
    """What a row is known by, the one to select first."""
    rows: int
    listed: Listed = Listed.ARTICLES


def known_by(value: object) -> tuple[object, ...]:
    """Return what a row is known by in other lists: of an article, itself, then any edition of it."""
    if not isinstance(value, SearchHit):
        return () if value is None else (value,)
    return tuple(filter(None, (value.article.id, value.article.story)))


def known_by_reading(hits: RowList, read: Article | None) -> tuple[object, ...]:
    """Return what the row of the article that is `read` is known by; () where there is none."""
    selected = known_by(hits.value)
    return () if read is None else selected if read.id in selected else (read.id,)


def select(hits: RowList, sought: Iterable[object]) -> bool:
    """Select the row that is known by the first of `sought` that has one; False where none has."""
    for each in sought:
        for at, row in enumerate(hits.rows):
            if each in known_by(row.value):
                hits.select(at)
                return True
    return False
