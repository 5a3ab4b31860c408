"""The reader's place in a list of articles, found again in a list that is asked for anew."""

from __future__ import annotations

from docs_store import Article, SearchHit
from tui.widgets.row_list import RowList

Place = tuple[str, ...]
"""Articles by what they are known by, the one to select first."""


def place_in(hits: RowList, read: Article | None) -> Place:
    """Return which article is being read, where it is the selected one."""
    selected = hits.value
    if read is None or not isinstance(selected, SearchHit) or selected.article.id != read.id:
        return ()
    return (read.id,)


def select(hits: RowList, place: Place) -> bool:
    """Select the first of `place` that is listed; False where none is."""
    for known_by in place:
        for at, row in enumerate(hits.rows):
            if isinstance(row.value, SearchHit) and known_by in (row.value.article.id, row.value.article.story):
                hits.select(at)
                return True
    return False
