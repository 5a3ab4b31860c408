"""The yes-or-no facts of an article that a query may ask for with `has:` and `is:`."""

from __future__ import annotations

from docs_store.model import Article
from docs_store.query.model import Flag
from docs_store.stories.keeping import has_text


def flags_of(article: Article) -> frozenset[Flag]:
    """Return every flag that holds of `article`."""
    facts = {
        Flag.IMAGES: bool(article.images),
        Flag.CAPTIONS: any(image.caption for image in article.images),
        Flag.LINKS: bool(article.links),
        Flag.ENTITIES: bool(article.mentions),
        Flag.DATED: article.summary.date is not None,
        Flag.UNDATED: article.summary.date is None,
        Flag.UNTITLED: article.title_made,
        Flag.TEXT: has_text(article),
        Flag.STARRED: article.marks.starred,
        Flag.READ: article.marks.read is True,
    }
    return frozenset(flag for flag, holds in facts.items() if holds)
