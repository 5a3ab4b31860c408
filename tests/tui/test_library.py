"""The awaitable face of a store."""

from __future__ import annotations

import asyncio
import threading

import pytest

from docs_store import Interrupted, MemoryStore, SearchPage
from tests.contract.articles import made
from tui.library import Library


def _store() -> MemoryStore:
    store = MemoryStore()
    store.put_many(
        made(f"Ferry strike, day {day}", f"The ferry lies in the harbour for day {day}.") for day in range(3)
    )
    return store


async def test_texts_are_asked_by_what_the_headlines_gave() -> None:
    library = Library(_store())
    headlines, ask_texts = library.answer("ferry", 2, lambda page: page.total - 2)
    found = asyncio.ensure_future(ask_texts())
    articles, page = await headlines
    assert (articles, len(page.hits), page.total) == (3, 2, 3)
    assert len((await found).hits) == 1
    await library.close()


async def test_headlines_are_found_once_though_the_texts_are_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    store = _store()
    find, search = store.find, store.search
    found: list[str] = []
    searched: list[str] = []

    def finding(text: str, *, limit: int) -> SearchPage:
        found.append(text)
        return find(text, limit=limit)

    def searching(text: str, *, limit: int) -> SearchPage:
        searched.append(text)
        if len(searched) == 1:
            raise Interrupted("another's")
        return search(text, limit=limit)

    monkeypatch.setattr(store, "find", finding)
    monkeypatch.setattr(store, "search", searching)
    library = Library(store)
    headlines, ask_texts = library.answer("ferry", 5, lambda _: 5)
    assert (await ask_texts()).total == 3
    assert (await headlines).page.total == 3
    assert (found, searched) == (["ferry"], ["ferry", "ferry"])
    await library.close()


async def test_texts_are_not_searched_for_a_query_that_was_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    store = _store()
    find = store.find
    begun, go_on = threading.Event(), threading.Event()
    searched: list[str] = []

    def finding(text: str, *, limit: int) -> SearchPage:
        begun.set()
        go_on.wait()
        return find(text, limit=limit)

    monkeypatch.setattr(store, "find", finding)
    monkeypatch.setattr(store, "search", lambda text, *, limit: searched.append(f"{text} {limit}"))
    library = Library(store)
    headlines, ask_texts = library.answer("ferry", 5, lambda _: 5)
    task = asyncio.ensure_future(ask_texts())
    await asyncio.to_thread(begun.wait)
    headlines.cancel()
    task.cancel()
    go_on.set()
    await library.close()  # which waits for the thread
    assert searched == []
    with pytest.raises(asyncio.CancelledError):
        await task
