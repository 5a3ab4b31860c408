"""A reader's own marks, made in an archive that is open for reading elsewhere."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from docs_store import Article, open_store

FIND_STARRED: Final = "is:starred in the box finds them"
FIND_UNREAD: Final = "is:unread in the box finds what is not"


async def toggle_mark(archive: Path, article_id: str, mark: str) -> Article | None:
    """Set or take back an article's "starred" or "read"; return it as it is then, None where it is no longer there.

    Raises `StoreLocked` where another program writes, and other kinds of `StoreError`.
    """

    def work() -> Article | None:
        with open_store(archive) as store:
            article = store.get(article_id)
            if article is None:
                return None
            if mark == "read":
                return store.mark(article_id, read=not article.marks.read)
            return store.mark(article_id, starred=not article.marks.starred)

    return await asyncio.to_thread(work)


def outcome(article: Article, mark: str) -> str:
    """Say what an article is marked as by now."""
    if mark == "read":
        return f"✓ read · {FIND_UNREAD}" if article.marks.read else "unread"
    return f"★ starred · {FIND_STARRED}" if article.marks.starred else "no longer starred"
