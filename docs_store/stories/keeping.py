"""What an article keeps when files give it again: its reader's marks; and whether there is a text to keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docs_store.marks import NO_MARKS, Marks
from docs_store.model import Article, BlockKind


def marks_of(given: Article, stored: Iterable[Article]) -> Marks:
    """Return what readers noted of an article, as it is given, and as it is stored.

    A file that is read again knows nothing of the marks that came with an import: they stay.
    """
    marks = given.marks
    for each in stored:
        if each.marks != marks:
            marks = marks.with_kept(each.marks)
    return marks


def with_marks(article: Article, marks: Marks) -> Article:
    """Return the article with these marks, and their tags beside its own."""
    if marks == NO_MARKS:
        return article
    tags = tuple(dict.fromkeys((*article.tags, *marks.tags)))
    return article if (article.marks, article.tags) == (marks, tags) else replace(article, marks=marks, tags=tags)


def has_text(article: Article) -> bool:
    """Whether there is more to read of it than a headline, a summary and captions."""
    return any(block.kind not in (BlockKind.STANDFIRST, BlockKind.CAPTION) for block in article.blocks)


def with_missing(article: Article, other: Article) -> Article:
    """Return the article with what another program tells of it beside its text, where nothing was told of that."""
    return replace(
        article,
        blocks=article.blocks or other.blocks,
        images=article.images if article.blocks else other.images,
        mentions=article.mentions if article.blocks else other.mentions,
        authors=article.authors or other.authors,
        published=article.published or other.published,
        source=article.source or other.source,
        language=article.language or other.language,
    )
