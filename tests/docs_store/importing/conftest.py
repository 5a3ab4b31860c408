"""A store for what is imported."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docs_store import (
    MemoryStore,
)


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    with MemoryStore() as store:
        yield store
