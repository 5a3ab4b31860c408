"""Importing twice, and what is looked up of what came: shared by the tests of imports."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from docs_store import (
    Article,
    ImportReport,
    MemoryStore,
    import_articles,
)
from docs_store.model import article_id


def imported(name: str, path: Path, store: MemoryStore) -> ImportReport:
    report = import_articles(name, path, store, annotate=False)
    again = import_articles(name, path, store, annotate=False)
    assert (again.added, again.changed) == (0, 0), "a second import changes nothing"
    assert again.unchanged == report.added + report.changed + report.unchanged
    return report


def article(store: MemoryStore, url: str) -> Article:
    found = store.get(article_id(url))
    assert found is not None
    return found


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def assert_is_the_ferry_story(found: Article) -> None:
    assert found.title == "Ferry strike enters second week"
    assert found.body.startswith("The ferries of Port Sela stayed")
    assert "What the crews want" in found.body
    assert (found.path.partition(":")[0], found.file) == ("import", "")
