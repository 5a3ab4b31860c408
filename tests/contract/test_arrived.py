"""What is new to a query since a moment."""

from __future__ import annotations

from dataclasses import replace

from docs_store import EntityKind, Store
from tests.contract.articles import SOUP, made, naming

DEBT = made("debt", "Varn owes more", "The debt of Varn grew, its bank said.")
LUNCH = made("lunch", "Collectors of debt meet for lunch", "They ate soup.")
LATER = made("later", "Debt talks", "The bank of Varn spoke of debt again, and of the debt of others.")


def keys(store: Store, text: str, since: int, limit: int = 9) -> list[str]:
    return [hit.article.key for hit in store.arrived(text, since, limit=limit).hits]


def test_only_what_came_since_and_has_all_words_is_new(writable: Store) -> None:
    writable.put_many([DEBT])
    since = writable.moment()
    assert writable.arrived("varn debt", since, limit=9).total == 0
    writable.put_many([LUNCH, LATER])
    page = writable.arrived("varn debt", since, limit=9)
    assert ([hit.article.key for hit in page.hits], page.total, page.truncated) == (["later"], 1, False)
    assert "debt" in [page.hits[0].snippet[start:end] for start, end in page.hits[0].snippet_marks]
    assert keys(writable, "varn debt", 0) in (["debt", "later"], ["later", "debt"])
    assert keys(writable, "varn debt", writable.moment()) == []
    assert {*keys(writable, "debt", since)} == {"lunch", "later"}
    assert keys(writable, "title:lunch debt", since) == ["lunch"]
    assert keys(writable, "varn !again", since) == []


def test_what_was_changed_is_new_and_what_was_stored_again_is_not(writable: Store) -> None:
    writable.put_many([DEBT, SOUP])
    since = writable.moment()
    writable.put_many([SOUP])
    writable.put_many([replace(DEBT, title="Varn owes a little more")])
    assert keys(writable, "varn", since) == ["debt"]
    assert keys(writable, "beetroots", since) == []


def test_entities_are_asked_for_too_and_a_limit_is_kept(writable: Store) -> None:
    since = writable.moment()
    writable.put_many(
        [replace(each, mentions=naming(each.blocks[0].text, ("Varn", EntityKind.PLACE))) for each in (DEBT, LATER)]
    )
    assert {*keys(writable, "place:Varn", since)} == {"debt", "later"}
    page = writable.arrived("place:Varn", since, limit=1)
    assert (len(page.hits), page.total) == (1, 2)
