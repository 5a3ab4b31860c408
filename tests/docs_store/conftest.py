from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docs_store import MemoryStore, Store, open_store


@pytest.fixture(params=["memory", "local"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "archive", create=True)
    with made:
        yield made
