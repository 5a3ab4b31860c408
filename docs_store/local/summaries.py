"""Summaries as the records keep them: the columns of a row in the list, and a summary out of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from docs_store.door import clean_summary
from docs_store.model import ArticleSummary

SUMMARY: Final = (
    "article.id, article.key, article.title, article.source, article.published, article.inferred, article.saved,"
    " article.starred, article.read, article.story,"
    " CASE article.story WHEN 0 THEN 1"
    " ELSE (SELECT count(*) FROM article AS edition WHERE edition.story = article.story AND edition.story <> 0) END"
)
"""What is selected of `article`, for `summary_of`."""


def summary_of(row: Sequence[Any]) -> ArticleSummary:
    """Return the summary in a row of `SUMMARY`."""
    article_id, key, title, source, published, inferred, saved, starred, read, story, editions = row
    return clean_summary(
        ArticleSummary(
            article_id,
            key,
            title,
            source,
            dt.datetime.fromisoformat(published) if published else None,
            dt.date.fromisoformat(inferred) if inferred else None,
            str(story) if editions > 1 else "",
            editions,
            dt.datetime.fromisoformat(saved) if saved else None,
            bool(starred),
            bool(read),
        )
    )


def summary_columns(
    summary: ArticleSummary,
) -> tuple[str, str, str, str, str | None, str | None, str | None, bool, bool]:
    """Return a summary as the columns id to read hold it."""
    return (
        summary.id,
        summary.key,
        summary.title,
        summary.source,
        summary.published.isoformat() if summary.published else None,
        summary.inferred.isoformat() if summary.inferred else None,
        summary.saved.isoformat() if summary.saved else None,
        summary.starred,
        summary.read,
    )
