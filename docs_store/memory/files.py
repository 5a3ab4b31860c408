"""What a `MemoryStore` knows of files: those seen, what each holds beside what is kept of it, and of which pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from docs_store.ledger import FileSeen
from docs_store.memory.entries import Entry
from docs_store.stories.pages import MOST, Page, edition_id


class Files:
    """The notes on files, and the pages that they hold editions of.

    Replaced whole at each change, so that a query of another thread goes on with what it began with.
    """

    def __init__(self) -> None:
        self.seen: dict[str, FileSeen] = {}
        self._held: frozenset[tuple[str, str]] = frozenset()  # (path, id) of files beside `Article.path`
        self._pages: dict[str, str] = {}  # the page of each edition that has an id of its own

    def page_of(self, article_id: str) -> str:
        """Return the page that an article is an edition of: itself, where it has that one's id."""
        return self._pages.get(article_id, article_id)

    def pages_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the pages of editions that have an id of their own."""
        return {each: page for each in ids if (page := self._pages.get(each))}

    def pages(self, entries: Mapping[str, Entry]) -> Iterable[Page]:
        """Return all pages of several editions."""
        return (self.page(entries, each) for each in dict.fromkeys(self._pages.values()))

    def page(self, entries: Mapping[str, Entry], page_id: str, path: str | None = None) -> Page:
        """Return a page; of a crowded one what concerns the file `path`, where there is one."""
        ids = [page_id, *sorted(each for each, page in self._pages.items() if page == page_id)]
        is_crowded = len(ids) >= MOST
        if is_crowded and path is not None:
            ids = [page_id, edition_id(page_id, path)]
        editions = [entries[each].stored for each in ids if each in entries]
        holders = {at: each for at, each in self._held if each in ids}
        return Page(page_id, tuple(editions), holders, is_crowded)

    def turn(self, before: Page, after: Page) -> None:
        """Note what became of a page."""
        old, new = {each.id for each in before.editions}, [each.id for each in after.editions]
        if len(old) > 1 or len(new) > 1:
            self._pages = {each: page for each, page in self._pages.items() if each not in old}
            self._pages |= {each: after.id for each in new if each != after.id}
        if before.holders != after.holders:
            self._held = frozenset(each for each in self._held if each[1] not in old).union(after.holders.items())

    def lost(self, page: Page, missing: Collection[str]) -> list[str]:
        """Return the editions that their files, of which some are `missing`, hold no more."""
        gone = {path for path, note in self.seen.items() if page.id in note.gone}
        return [each.id for each in page.editions if each.path in gone or each.path in missing]

    def note(self, files: Iterable[FileSeen], again: Iterable[str]) -> None:
        """Take notes on files, and that some are to be read `again`."""
        self.seen = self.seen | {file.path: file for file in files}
        self.seen |= {
            path: replace(file, mtime_ns=-1)
            for path in again
            if (file := self.seen.get(path)) is not None and file.size >= 0
        }

    def held_by(self, path: str) -> set[str]:
        """Return the ids of what a file holds that was read from another one."""
        return {article_id for at, article_id in self._held if at == path}

    def holders(self, ids: Collection[str]) -> Iterable[tuple[str, str]]:
        """Return, with its id, each file that holds one of these, though that was read from another one."""
        return ((path, article_id) for path, article_id in self._held if article_id in ids)

    def release(self, path: str, ids: Iterable[str]) -> None:
        """Note that a file no longer holds these."""
        self._held -= {(path, article_id) for article_id in ids}

    def forget(self, paths: Collection[str]) -> None:
        """Drop the notes on files."""
        self.seen = {path: file for path, file in self.seen.items() if path not in paths}
        self._held = frozenset(each for each in self._held if each[0] not in paths)
