from __future__ import annotations

import datetime as dt

from docs_store import FileSeen, Skipped, Store
from docs_store.model import UNDATED, article_id
from tests.contract.articles import ALL, HARBOUR, NEWEST_FIRST, SOUP, STRIKE, made
from tests.contract.conftest import NOTES, Fill


def keys(store: Store, newest_first: bool = True) -> tuple[str, ...]:
    return tuple(summary.key for summary in store.iter_summaries(newest_first))


def test_every_article_comes_back_as_it_went_in(store: Store) -> None:
    assert [store.get(article.id) for article in ALL] == list(ALL)
    assert store.count() == len(ALL)


def test_absence_is_a_value(store: Store) -> None:
    nowhere = article_id("nowhere")
    assert store.get(nowhere) is None
    assert store.related(nowhere, limit=5) == ()
    assert store.ids_of_file("/nowhere") == frozenset()


def test_an_empty_store_answers_everything(fill: Fill) -> None:
    store = fill(())
    assert store.count() == 0
    assert keys(store) == ()
    assert store.find("ferry", limit=5).hits == store.search("ferry", limit=5).hits == ()
    assert store.find("", limit=5).total == 0
    assert store.top_entities(limit=5) == ()
    assert store.locate("ferry", ["the ferry"]) == (((4, 9),),)
    assert (store.stats().articles, store.stats().earliest, store.stats().latest) == (0, None, None)
    assert store.check() == ()


def test_summaries_come_newest_first_and_undated_ones_last(store: Store) -> None:
    assert keys(store) == NEWEST_FIRST
    assert keys(store, newest_first=False) == NEWEST_FIRST[::-1]
    assert [summary.sort_time for summary in store.iter_summaries()][-1] == UNDATED


def test_equal_dates_are_ordered_by_id(fill: Fill) -> None:
    moment = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    store = fill([made(f"k{number}", "A day like any other", published=moment) for number in range(2_500)])
    ids = [summary.id for summary in store.iter_summaries()]
    assert len(ids) == 2_500
    assert ids == sorted(ids)
    assert [summary.id for summary in store.iter_summaries(newest_first=False)] == ids[::-1]
    assert [hit.article.id for hit in store.find("ordinary day", limit=9).hits] == []
    for page in (store.find("day", limit=9), store.search("day", limit=9), store.find("", limit=9)):
        assert [hit.article.id for hit in page.hits] == ids[:9]
        assert page.total == 2_500


def test_a_summary_is_the_articles_own(store: Store) -> None:
    assert {summary.id: summary for summary in store.iter_summaries()} == {
        article.id: article.summary for article in ALL
    }


def test_files_are_noted(store: Store) -> None:
    assert tuple(store.files()) == tuple(sorted(NOTES, key=lambda note: note.path))
    assert store.ids_of_file("/archive/soup.txt") == {SOUP.id}
    assert FileSeen("/archive/bad.bin", 9, 3, (Skipped("/archive/bad.bin", "binary, not text"),)) in set(store.files())


def test_stats(store: Store) -> None:
    stats = store.stats()
    assert (stats.articles, stats.files, stats.images, stats.entities, stats.mentions) == (6, 2, 1, 2, 4)
    assert stats.sources == (("Selwyn Courier", 2), ("Upland Mercury", 1))
    assert (stats.earliest, stats.latest) == (dt.date(2031, 4, 20), dt.date(2031, 5, 7))


def test_a_sound_store_has_nothing_to_repair(store: Store) -> None:
    assert store.check() == ()


def test_nothing_new_to_take_in(store: Store) -> None:
    assert store.refresh() is False


def test_interrupt_is_nothing_where_nothing_runs(store: Store) -> None:
    store.interrupt()
    assert store.get(STRIKE.id) == STRIKE
    assert store.find("harbour", limit=1).hits[0].article == HARBOUR.summary


def test_closing_twice(store: Store) -> None:
    store.close()
    store.close()
