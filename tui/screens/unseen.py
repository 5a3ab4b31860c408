"""Which articles a list has already: each is listed once, one for all editions of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from docs_store import SearchHit


class Unseen:
    """Tells hits that are new to a list."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def begin(self) -> None:
        """Begin another list."""
        self._seen.clear()

    def of(self, hits: Iterable[SearchHit]) -> list[SearchHit]:
        """Return those that are not listed yet, one for all editions of an article, and note that they are now."""
        unseen: dict[str, SearchHit] = {}
        for hit in hits:
            unseen.setdefault(hit.article.story or hit.article.id, hit)
        new = {story: hit for story, hit in unseen.items() if story not in self._seen}
        self._seen |= new.keys()
        return list(new.values())
