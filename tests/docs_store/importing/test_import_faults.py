"""Exports that are damaged, none at all or endless: what is whole is imported, and the fault is named."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from docs_store import (
    DocumentError,
    MemoryStore,
    Skipped,
    import_articles,
)
from docs_store.importing import IMPORTERS, read_import
from docs_store.reading.limits import TOO_SLOW
from tests.docs_store.importing import exports
from tests.docs_store.importing.exports import unpacked, zipped
from tests.docs_store.importing.importing import imported
from tests.docs_store.test_read_ahead import COSTLY


@pytest.mark.parametrize("name", IMPORTERS)
def test_what_is_no_export_is_refused_with_its_name(tmp_path: Path, name: str) -> None:
    wrong = unpacked(tmp_path / "wrong", {"letter.txt": "Dear all,", "table.xls": b"\0\1\2"})
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(b"PK\x03\x04 and then nothing")
    (tmp_path / "other.sqlite").touch()
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE things (name TEXT)")
    other.close()
    for path in (wrong, wrong / "letter.txt", wrong / "table.xls", damaged, tmp_path / "other.sqlite", tmp_path / "no"):
        with pytest.raises(DocumentError) as caught:
            list(read_import(name, path, on_skip=print))
        assert str(tmp_path) in caught.value.path
        assert caught.value.reason


def test_a_bad_record_is_skipped_and_the_others_are_read(tmp_path: Path, store: MemoryStore) -> None:
    files = {**exports.READECK, "bookmarks/bad/info.json": "{", "bookmarks/worse/info.json": "[1]"}
    report = imported("readeck", zipped(tmp_path / "export.zip", files), store)
    assert report.added == 2
    assert [(bad.path.rpartition("!")[2], bad.reason) for bad in report.skipped] == [
        ("bookmarks/bad/info.json", "JSON that is cut short"),
        ("bookmarks/worse/info.json", "neither an address on the web nor an id"),
    ]


def test_a_list_that_is_cut_short_gives_what_is_whole(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "all.json"
    path.write_text(json.dumps(exports.WALLABAG * 3)[:-40])
    with pytest.raises(DocumentError, match="cut short"):
        import_articles("wallabag", path, store, annotate=False)
    assert store.count() == 2


def test_an_archive_that_is_cut_short_gives_what_is_whole(tmp_path: Path, store: MemoryStore) -> None:
    path = zipped(tmp_path / "export.zip", exports.READECK)
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(DocumentError, match="a ZIP archive that is damaged or cut short"):
        import_articles("readeck", path, store, annotate=False)
    assert store.count() == 2
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(DocumentError, match="a ZIP archive that is damaged or cut short"):
        import_articles("readeck", path, store, annotate=False)


def test_a_database_that_is_cut_short_gives_what_is_whole(tmp_path: Path, store: MemoryStore) -> None:
    path = exports.newsboat(tmp_path / "newsboat") / "cache.db"
    with sqlite3.connect(path) as database:
        database.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
            " VALUES (?, ?, '', '', '', 1, ?, 1)",
            [(f"more{number}", f"Pier {number}", f"<p>Pier {number} is shut.</p>" * 40) for number in range(200)],
        )
    database.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 99])
    with pytest.raises(DocumentError, match="cannot be read to its end"):
        import_articles("newsboat", path.parent, store, annotate=False)
    assert 50 < store.count() < 150


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path, store: MemoryStore) -> None:
    folder = exports.zotero(tmp_path / "Zotero")
    secret = tmp_path / "secret.html"
    secret.write_text(exports.PAGE.replace("Port Sela", "SECRET"))
    stored = folder / "storage/SNAP0001/ferry.html"
    stored.unlink()
    stored.symlink_to(secret)
    report = import_articles("zotero", folder, store, annotate=False)
    assert report.without_text == 2
    assert report.skipped == (Skipped(f"{folder}!storage/SNAP0001/ferry.html", "a link that leads out of the export"),)


def test_a_table_that_is_an_endless_view_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from docs_store.local import foreign

    monkeypatch.setattr(foreign, "_MOST_STEPS", 2)
    path = tmp_path / "cache.db"
    with sqlite3.connect(path) as database:
        database.executescript("""
            CREATE TABLE rss_feed (rssurl, title);
            CREATE VIEW rss_item AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
                SELECT x AS id, x AS guid FROM n WHERE x < 0;""")
    database.close()
    with foreign.ForeignDatabase(path) as opened, pytest.raises(DocumentError, match="interrupted"):
        list(opened.rows("SELECT guid FROM rss_item"))


def test_of_a_database_that_cannot_be_read_no_copy_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from docs_store.local import foreign

    (tmp_path / "copies").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "copies"))
    path = tmp_path / "cache.db"
    path.write_bytes(b"no database, though long enough to be one")
    (tmp_path / "cache.db-journal").mkdir()  # what waits beside it cannot be copied
    with pytest.raises(DocumentError, match="no SQLite database") as failed:
        foreign.ForeignDatabase(path)
    assert list((tmp_path / "copies").iterdir()) == [], failed  # which holds what was on the stack
    (tmp_path / "cache.db-journal").rmdir()
    (tmp_path / "cache.db-wal").write_bytes(b"waiting")
    with pytest.raises(DocumentError, match="no SQLite database"):
        foreign.ForeignDatabase(path)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_hangs_is_given_up_and_what_was_read_is_kept(
    tmp_path: Path, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(COSTLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    folder = exports.archivebox(tmp_path / "data", database=False)
    (folder / "archive/1935990900.5/singlefile.html").write_text("hang")
    report = import_articles("archivebox", folder, store, annotate=False)
    assert report.skipped == (Skipped(f"{folder}!archive/1935990900.5/singlefile.html", TOO_SLOW),)
    assert report.without_text == 2
    (folder / "archive/1935385200.0/output.html").write_text("hang in C")
    with pytest.raises(DocumentError, match=TOO_SLOW):
        import_articles("archivebox", folder, store, annotate=False)


@pytest.mark.parametrize("name", ["wallabag", "zotero"])
def test_the_file_that_is_at_fault_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.json").write_text('{"a": ', "utf-8")
    with MemoryStore() as store, pytest.raises(DocumentError, match=r"bad\.json: JSON that is cut short"):
        import_articles(name, tmp_path, store, annotate=False)


def test_a_bookmark_in_damaged_markup_is_read(tmp_path: Path, store: MemoryStore) -> None:
    page = '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A {x="1" HREF="https://osk.example/a">Osk</A></DL>'
    folder = unpacked(tmp_path, {"bookmarks.html": page})
    assert imported("bookmarks", folder / "bookmarks.html", store).added == 1
