"""What a stored article keeps when the same one is stored again: its reader's marks, and its text."""

from __future__ import annotations

from dataclasses import replace

from docs_store.model import Article, BlockKind


def with_kept(given: Article, stored: Article) -> Article:
    """Return `given`, which takes the place of `stored`, with what must not be lost of that.

    A file that is read again knows nothing of the marks that came with an import: they stay. An import that knows no
    more of an article than title and address does not take the place of its text: it adds its marks. Neither does what
    another file holds of it that is less, or older.
    """
    is_bare = bool(given.marks) and has_text(stored) and not has_text(given)
    base = stored if is_bare or is_lesser(given, stored) else given
    if not (given.marks or stored.marks):
        return base
    marks = given.marks.with_kept(stored.marks)
    return replace(base, marks=marks, tags=tuple(dict.fromkeys((*base.tags, *marks.tags))))


def is_lesser(given: Article, stored: Article) -> bool:
    """Whether `given`, from another file than `stored`, has no text where that has, is older or not half as long.

    Length decides only where their dates do not: a later version may be the shorter one.
    """
    if not (given.path and stored.path) or given.path == stored.path:
        return False
    if has_text(given) is not has_text(stored):
        return has_text(stored)
    if has_text(given) and given.published and stored.published and given.published != stored.published:
        return given.published < stored.published
    return _length(given) * 2 < _length(stored)


def _length(article: Article) -> int:
    return sum(len(block.text) for block in article.blocks if block.kind is not BlockKind.CAPTION)


def other_holder(given: Article, stored: Article, kept: Article) -> str:
    """Return the file that holds the article too, when `kept` of the two is stored; "" where there is none."""
    return next((path for path in (given.path, stored.path) if path and path != kept.path), "")


def has_text(article: Article) -> bool:
    """Whether there is more to read of it than a headline, a summary and captions."""
    return any(block.kind not in (BlockKind.STANDFIRST, BlockKind.CAPTION) for block in article.blocks)
