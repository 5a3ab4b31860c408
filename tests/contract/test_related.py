from __future__ import annotations

from docs_store import EntityKind, Store
from tests.contract.articles import ALL, BRIDGE, HARBOUR, PERSON, PLACE, SOUP, STRIKE


def test_what_an_article_links_comes_first_by_url_and_by_title(store: Store) -> None:
    rows = [(row.article.key, row.reason) for row in store.related(STRIKE.id, limit=9)]
    linked = [row for row in rows if row[1].startswith("linked")]
    assert ("bridge", "linked: related") in linked
    assert ("streik", "linked: translation") in linked
    assert rows[: len(linked)] == linked


def test_what_is_like_it_comes_with_a_reason_in_words(store: Store) -> None:
    rows = {row.article.key: row.reason for row in store.related(HARBOUR.id, limit=9)}
    assert "Odile Varga" in rows["strike"]
    assert "Port Selwyn" in rows["strike"]


def test_never_itself_and_never_without_a_reason(store: Store) -> None:
    for article in ALL:
        rows = store.related(article.id, limit=9)
        assert article.id not in {row.article.id for row in rows}
        assert all(row.reason.strip(" :") for row in rows)
        assert len({row.article.id for row in rows}) == len(rows)
        assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)


def test_a_limit_is_kept(store: Store) -> None:
    assert len(store.related(STRIKE.id, limit=1)) == 1
    assert store.related(STRIKE.id, limit=0) == ()


def test_how_many_articles_name_an_entity(store: Store) -> None:
    asked = [("Port Selwyn", PLACE), ("Nobody", PERSON), ("ODILE VARGA", PERSON), ("Odile Varga", PLACE)]
    assert [count.articles for count in store.entity_counts(asked)] == [2, 0, 2, 0]
    assert [(count.name, count.kind) for count in store.entity_counts(asked)] == asked
    assert store.entity_counts([]) == ()


def test_articles_that_name_an_entity_newest_first(store: Store) -> None:
    page = store.articles_naming("odile varga", limit=9)
    assert [hit.article for hit in page.hits] == [STRIKE.summary, HARBOUR.summary]
    assert page.total == 2
    assert store.articles_naming("odile varga", EntityKind.EVENT, limit=9).total == 0
    assert store.articles_naming("odile varga", limit=1).total == 2


def test_the_entities_most_named(store: Store) -> None:
    top = store.top_entities(limit=9)
    assert [(count.name, count.articles) for count in top] == [("Odile Varga", 2), ("Port Selwyn", 2)]
    assert len(store.top_entities(limit=1)) == 1


def test_entities_follow_their_articles(writable: Store) -> None:
    writable.remove([STRIKE.id])
    assert [count.articles for count in writable.entity_counts([("Port Selwyn", PLACE)])] == [1]
    writable.remove([HARBOUR.id])
    assert writable.top_entities(limit=9) == ()
    assert {BRIDGE.id, SOUP.id} <= {summary.id for summary in writable.iter_summaries()}
