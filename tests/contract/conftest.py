from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest

from docs_store import Article, FileSeen, MemoryStore, Skipped, Store, open_store
from tests.contract.articles import ALL

Fill: TypeAlias = Callable[[Sequence[Article]], Store]

NOTES = (
    FileSeen("/archive/soup.txt", 40, 17),
    FileSeen("/archive/bad.bin", 9, 3, (Skipped("/archive/bad.bin", "binary, not text"),)),
)


@pytest.fixture(params=["memory", "local", "local, opened again", "local, read-only"])
def fill(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fill]:
    """Make a store that holds what it is given, of every kind there is."""
    with ExitStack() as stores:

        def filled(articles: Sequence[Article]) -> Store:
            if request.param == "memory":
                store: Store = MemoryStore()
            else:
                store = open_store(tmp_path / "archive", create=True)
            store.put_many(articles, NOTES)
            if request.param.startswith("local, "):
                store.close()
                store = open_store(tmp_path / "archive", read_only=request.param.endswith("read-only"))
            return stores.enter_context(store)

        yield filled


@pytest.fixture
def store(fill: Fill) -> Store:
    return fill(ALL)


@pytest.fixture(params=["memory", "local"])
def writable(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store with the small archive in it that can be changed."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "archive", create=True)
    with made as store:
        store.put_many(ALL, NOTES)
        yield store
