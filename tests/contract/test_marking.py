"""A reader's own star and read mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docs_store import Article, Marks, Store, StoreReadOnly, open_store
from tests.contract.articles import SOUP, made
from tests.contract.test_pages import EVENING, MORNING

LOG = made("log", "The log of the ferry", "She sailed at dawn.")


def found(store: Store, text: str) -> set[str]:
    for page in (store.find(text, limit=9), store.search(text, limit=9)):
        assert page.total == len(page.hits)
    return {hit.article.key for hit in store.search(text, limit=9).hits}


def test_a_star_is_set_found_and_taken_back(writable: Store) -> None:
    writable.put_many([LOG])
    before = found(writable, "is:starred")
    assert LOG.key not in before
    marked = writable.mark(LOG.id, starred=True)
    assert marked == writable.get(LOG.id)
    assert marked is not None
    assert marked.marks == Marks(starred=True, own=("starred",))
    assert replace(marked, marks=LOG.marks) == LOG
    assert found(writable, "is:starred") == before | {LOG.key}
    assert next(each.starred for each in writable.iter_summaries() if each.id == LOG.id)
    writable.mark(LOG.id, starred=False)
    assert found(writable, "is:starred") == before
    assert writable.check() == ()


def test_what_is_read_is_found(writable: Store) -> None:
    writable.put_many([LOG])
    assert LOG.key in found(writable, "!is:read ferry sailed")
    assert LOG.key in found(writable, "is:unread ferry sailed")  # of files nobody says whether they were read
    writable.mark(LOG.id, read=True)
    assert LOG.key in found(writable, "is:read")
    assert LOG.key not in found(writable, "!is:read ferry sailed")
    assert LOG.key not in found(writable, "is:unread ferry sailed")
    assert next(each.read for each in writable.iter_summaries() if each.id == LOG.id)
    writable.mark(LOG.id, read=False)
    assert LOG.key in found(writable, "is:unread")
    assert not next(each.read for each in writable.iter_summaries() if each.id == LOG.id)
    assert writable.check() == ()


def test_nothing_is_marked_of_what_is_not_there(writable: Store) -> None:
    assert writable.mark("f" * 16, starred=True) is None
    assert writable.check() == ()


def test_own_marks_stay_whatever_files_and_imports_say(writable: Store) -> None:
    imported = replace(LOG, marks=Marks(starred=True, read=False, tags=("sea",)), tags=("sea",))
    writable.put_many([imported])
    writable.mark(LOG.id, starred=False, read=True)
    longer = made("log", "The log of the ferry", "She sailed at dawn, and came back at noon.")
    for given in (imported, longer, imported, replace(longer, marks=Marks(starred=True, read=False))):
        writable.put_many([given])
        stored = writable.get(LOG.id)
        assert stored is not None
        assert stored.marks == Marks(read=True, tags=("sea",), own=("read", "starred"))


def test_other_marks_are_added_to_own_ones(writable: Store) -> None:
    writable.put_many([LOG])
    writable.mark(LOG.id, starred=True)
    writable.put_many([replace(LOG, marks=Marks(read=True, tags=("sea",)), tags=("sea",))])
    stored = writable.get(LOG.id)
    assert stored is not None
    assert stored.marks == Marks(starred=True, read=True, tags=("sea",), own=("starred",))


def test_a_mark_is_of_all_editions_of_a_page(writable: Store) -> None:
    writable.put_many([MORNING, EVENING])
    writable.mark(MORNING.id, starred=True)

    def stored() -> list[Article]:
        pages = [*writable.pages_of(each.id for each in writable.iter_summaries()), MORNING.id]
        return [article for each in pages if (article := writable.get(each))]

    assert [article.marks.starred for article in stored()] == [True, True]
    writable.put_many([replace(EVENING, title="Another headline"), MORNING])
    assert [article.marks.starred for article in stored()] == [True, True]


def test_what_is_marked_is_nothing_new(writable: Store) -> None:
    writable.put_many([LOG, SOUP])
    since = writable.moment()
    writable.mark(LOG.id, starred=True)
    assert writable.arrived("ferry", since, limit=9).hits == ()


def test_it_is_on_the_disk_and_other_readers_see_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([LOG])
        with open_store(tmp_path / "archive", read_only=True) as other:
            assert found(other, "is:starred") == set()
            store.mark(LOG.id, starred=True)
            assert other.refresh()
            assert found(other, "is:starred") == {LOG.key}
            with pytest.raises(StoreReadOnly):
                other.mark(LOG.id, starred=False)
    with open_store(tmp_path / "archive") as store:
        assert found(store, "is:starred") == {LOG.key}
        assert store.check() == ()


def test_only_a_star_and_reading_are_ones_own() -> None:
    with pytest.raises(ValueError, match="nobody sets these"):
        Marks(own=("tags",))
