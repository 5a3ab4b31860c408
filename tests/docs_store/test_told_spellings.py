"""What a search of an archive on disk says of spellings, which takes its own stemmer; the rest is every store's."""

from __future__ import annotations

from pathlib import Path

from docs_store import open_store
from tests.contract.articles import made


def test_what_the_stemmer_makes_alike_is_not_offered_where_a_filter_leaves_few(tmp_path: Path) -> None:
    """It offered "ferrys", which has the stem of "ferry"."""
    with open_store(tmp_path, create=True) as store:
        store.put_many([made(f"{at}", f"Ferry {at}", "The ferry sails.", source="Post") for at in range(30)])
        store.put_many([made("told", "A note", "The ferry sails.", source="Courier")])
        assert store.search("feryrs source:courier", limit=5).notes == ()
