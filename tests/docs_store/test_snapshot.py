"""The snapshot of headlines: what it saves is time, never an answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from frizbee import Match, Pattern

from docs_store import Store, open_store
from docs_store.local import finding, headlines, lookup, snapshot
from docs_store.local.headlines import Headlines
from docs_store.local.records import Records
from tests.contract.articles import ALL, made


@pytest.fixture(name="archive")
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(headlines, "_WORTH", 3)
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([*ALL, made("zürich", "Straße in Zürich gesperrt\u2028jetzt")])
    return tmp_path / "archive"


def keys(store: Store, query: str) -> list[str]:
    return [hit.article.key for hit in store.find(query, limit=20).hits]


def test_it_is_written_when_the_archive_is_closed_and_read_when_it_is_opened(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = snapshot.read(archive)
    assert stored is not None
    assert len(stored.rows) == len(ALL) + 1
    assert sum(map(len, stored.pieces())) == len(stored.rows)
    with open_store(archive, read_only=True) as store:
        # Whoever reads all headlines from the records now is found out.
        monkeypatch.setattr(Records, "titles_since", lambda _, change: iter([]) if change else pytest.fail("read anew"))
        assert keys(store, "strasse zurich") == ["zürich"]
        assert keys(store, "harbour")[0] == "harbour"


def test_what_came_after_it_is_found_and_what_went_is_not(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "_LATE", 1)
    before = (archive / snapshot.FILE).read_bytes()
    with open_store(archive) as store:
        store.put_many([made("new", "Lighthouse sold"), made("zürich", "Straße in Basel gesperrt")])
        store.remove([hit.article.id for hit in store.find("harbour", limit=1).hits])
    assert (archive / snapshot.FILE).read_bytes() == before
    with open_store(archive, read_only=True) as store:
        assert keys(store, "lighthouse") == ["new"]
        assert keys(store, "strasse zurich") == []
        assert keys(store, "strasse basel") == ["zürich"]
        assert "harbour" not in keys(store, "harbour")


def test_it_is_written_anew_where_it_is_far_behind(archive: Path) -> None:
    before = snapshot.change_of(archive)
    (archive / "headlines-1").write_bytes(b"of an earlier version")
    with open_store(archive) as store:
        store.put_many([made(f"new{number}", f"Lighthouse {number} sold") for number in range(9)])
    after = snapshot.read(archive)
    assert before is not None
    assert after is not None
    assert after.change > before
    assert len(after.rows) == len(ALL) + 10
    assert [file.name for file in archive.glob("headlines-*")] == [snapshot.FILE]


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "of the future", "gone"])
def test_one_that_cannot_be_used_is_not(archive: Path, damage: str) -> None:
    file = archive / snapshot.FILE
    data = bytearray(file.read_bytes())
    if damage == "cut":
        file.write_bytes(data[:-5])
    elif damage == "flipped":
        data[40] ^= 1
        file.write_bytes(data)
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "of the future":
        data[:8] = (10**9).to_bytes(8, "little")
        file.write_bytes(data)
    else:
        file.unlink()
    with open_store(archive, read_only=True) as store:
        assert keys(store, "strasse zurich") == ["zürich"]


@pytest.mark.parametrize("query", ["h", "ha", "harbour", "arbour", "open harbour", "harbour op", "gull", "lighthouse"])
def test_the_newest_are_all_that_is_scanned_only_where_nothing_older_could_be_among_the_best(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(headlines, "_WORTH", 3)
    monkeypatch.setattr(headlines, "COUNTED", 5)
    monkeypatch.setattr(lookup, "_MOST_POSTED", -1)  # nothing is looked up by words
    monkeypatch.setattr(finding, "CANDIDATES", 5)
    monkeypatch.setattr(finding, "_AS_TYPED", 5)
    titles = ["Harbour open", "Gull on harbours", "The unharboured", "Open the harbour", "Hat"]
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([made(f"{at}", f"{titles[at % 5]} {at}") for at in range(100)])
        store.put_many([made("old", "Lighthouse")])
    began = []
    best = Headlines._best

    def watched(self: Headlines, patterns: list[Pattern], most: int) -> tuple[int, Sequence[Match]]:
        found = best(self, patterns, most)
        began.append(found[0])
        return found

    monkeypatch.setattr(Headlines, "_best", watched)
    pages = []
    for newest in (50, 1_000):
        monkeypatch.setattr(headlines, "_NEWEST", newest)
        with open_store(tmp_path / "archive", read_only=True) as store:
            pages.append([(hit.article.id, hit.score) for hit in store.find(query, limit=5).hits])
    assert pages[0] == pages[1] != []
    assert (51 in began) is (query not in ("lighthouse", "arbour"))
