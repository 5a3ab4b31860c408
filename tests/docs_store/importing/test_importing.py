"""What other programs export becomes articles with their tags, marks and texts."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from docs_store import (
    Article,
    DocumentError,
    Highlight,
    ImportReport,
    Marks,
    MemoryStore,
    Skipped,
    import_articles,
    ingest,
)
from docs_store.importing import IMPORTERS, read_import
from docs_store.model import article_id
from docs_store.reading.limits import TOO_SLOW
from docs_store.stories.keeping import has_text
from tests.docs_store.importing import exports
from tests.docs_store.importing.exports import BRIDGE, FERRY, unpacked, zipped
from tests.docs_store.test_read_ahead import COSTLY


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    with MemoryStore() as store:
        yield store


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


def test_newsboat(tmp_path: Path, store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    folder = exports.newsboat(tmp_path / ".newsboat")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    report = imported("newsboat", folder / "cache.db", store)
    assert (report.added, report.without_text, report.skipped) == (3, 0, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert_is_the_ferry_story(ferry)
    assert (ferry.source, ferry.authors, ferry.published) == (
        "Selwyn Courier",
        ("Ada Quill",),
        moment("2031-05-07T12:00"),
    )
    assert ferry.marks == Marks(read=False, tags=("daily", "news"))
    assert bridge.marks == Marks(read=True, tags=("daily", "news", "flag s", "flag i"))
    assert bridge.tags == bridge.marks.tags
    assert store.get(article_id("g3", "newsboat")), "what has no address is known by its id, wherever the file lies"
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before, "nothing is written"


def test_newsboat_s_folder_and_the_home_around_it(tmp_path: Path, store: MemoryStore) -> None:
    exports.newsboat(tmp_path / ".newsboat")
    assert imported("newsboat", tmp_path, store).added == 3
    assert imported("newsboat", tmp_path / ".newsboat", store).unchanged == 3


def test_what_a_running_program_has_not_written_out_yet_is_read(tmp_path: Path, store: MemoryStore) -> None:
    folder = exports.newsboat(tmp_path / "newsboat")
    running = sqlite3.connect(folder / "cache.db", isolation_level=None)
    running.execute("PRAGMA journal_mode = WAL")
    running.execute("UPDATE rss_item SET unread = 0")
    assert (folder / "cache.db-wal").stat().st_size
    imported("newsboat", folder, store)
    running.close()
    assert article(store, FERRY).marks.read is True


def test_wallabag(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "All articles.json"
    path.write_text(json.dumps(exports.WALLABAG))
    report = imported("wallabag", path, store)
    assert (report.added, report.without_text, report.skipped) == (2, 1, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert_is_the_ferry_story(ferry)
    assert (ferry.language, ferry.authors, ferry.published) == ("en", ("Ada Quill",), moment("2031-05-06"))
    assert ferry.marks == Marks(
        moment("2031-05-08T07:15"), True, True, ("harbour", "to cite"), (Highlight("said Ben Hark", "Ask him."),)
    )
    assert not has_text(bridge)
    assert bridge.marks == Marks(moment("2031-05-01T07:15"), False, False)


def test_wallabag_as_a_table(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "All articles.csv"
    path.write_text(exports.WALLABAG_CSV)
    assert imported("wallabag", path, store).added == 1
    ferry = article(store, FERRY)
    assert_is_the_ferry_story(ferry)
    assert ferry.marks.tags == ("harbour", "to cite")
    assert ferry.marks.read is None


@pytest.mark.parametrize("made", [zipped, unpacked])
def test_readeck(tmp_path: Path, store: MemoryStore, made) -> None:  # type: ignore[no-untyped-def]
    report = imported("readeck", made(tmp_path / "export", exports.READECK), store)
    assert (report.added, report.without_text, report.skipped) == (2, 1, ())
    ferry = article(store, FERRY)
    assert_is_the_ferry_story(ferry)
    assert ferry.standfirst == "Crews and the port disagree over nights."
    assert (ferry.source, ferry.authors) == ("Selwyn Courier", ("Ada Quill",))
    assert ferry.marks.saved == moment("2031-05-08T07:15:00.123456")
    assert (ferry.marks.starred, ferry.marks.read, ferry.marks.tags) == (True, False, ("harbour",))
    assert ferry.marks.highlights == (Highlight("rest between the night crossings", "Since when?"),)
    assert article(store, BRIDGE).marks.read is True


@pytest.mark.parametrize("made", [zipped, unpacked])
def test_omnivore(tmp_path: Path, store: MemoryStore, made) -> None:  # type: ignore[no-untyped-def]
    report = imported("omnivore", made(tmp_path / "export", exports.OMNIVORE), store)
    assert (report.added, report.without_text, report.skipped) == (2, 1, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert_is_the_ferry_story(ferry)
    assert ferry.marks == Marks(
        moment("2031-05-08T07:15:00.123"),
        False,
        True,
        ("harbour", "to cite"),
        (Highlight("stayed in port for an eighth day", "Which port?"), Highlight("in the rain")),
    )
    assert (bridge.marks.read, bridge.body) == (False, "")


@pytest.mark.parametrize(
    "files", [exports.POCKET, {"ril_export.html": exports.POCKET_HTML}, {"part_000000.csv": exports.POCKET_CSV}]
)
def test_pocket(tmp_path: Path, store: MemoryStore, files: dict[str, str | bytes]) -> None:
    report = imported("pocket", zipped(tmp_path / "pocket.zip", files), store)
    assert (report.added, report.without_text) == (2, 2)
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert ferry.title.startswith("Ferry strike")
    assert ferry.marks.saved == moment("2031-05-08T07:15")
    assert (ferry.marks.read, ferry.marks.tags) == (True, ("harbour", "to cite"))
    assert bridge.title == "mercury.example/karst-bridge"
    assert (bridge.marks.read, bridge.marks.tags) == (False, ())
    if "annotations/part_000000.json" in files:
        assert ferry.marks.highlights == (Highlight("in the rain"),)
        assert [bad.reason for bad in report.skipped] == ["neither an address on the web nor an id"]


def test_pocket_s_files_themselves(tmp_path: Path, store: MemoryStore) -> None:
    folder = unpacked(tmp_path, {"part_000000.csv": exports.POCKET_CSV, "ril_export.html": exports.POCKET_HTML})
    assert imported("pocket", folder / "part_000000.csv", store).added == 2
    report = imported("pocket", folder / "ril_export.html", store)
    assert (report.added, report.changed + report.unchanged) == (0, 2)


def test_instapaper(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "instapaper-export.csv"
    path.write_text(exports.INSTAPAPER)
    report = imported("instapaper", path, store)
    assert (report.added, report.without_text, report.skipped) == (3, 3, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    selected = (Highlight("Crews want rest, says Hark"),)
    assert ferry.standfirst == ""  # what a reader selected is not what the article says of itself
    assert ferry.marks == Marks(moment("2031-05-08T07:15"), True, None, ("harbour", "sea"), selected)
    assert bridge.marks == Marks(moment("2031-05-01T07:00"), False, None, ("Upland",))
    letter = store.get(article_id("instapaper-private://email/4f", "instapaper"))
    assert letter is not None
    assert (letter.title, letter.marks.read) == ("A newsletter", True)


def test_raindrop(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "export.csv"
    path.write_text(exports.RAINDROP)
    report = imported("raindrop", path, store)
    assert (report.added, report.without_text, report.skipped) == (2, 2, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    noted = (Highlight("Eight days", "eight?"), Highlight("Rain"), Highlight(note="Ask Hark"))
    assert ferry.marks == Marks(moment("2031-05-08T07:15"), True, None, ("harbour", "sea"), noted)
    assert (ferry.standfirst, ferry.published) == ("Crews want rest.", None)
    assert bridge.marks == Marks(moment("2031-05-01T07:00"), False, None, ("Upland / Bridges",))
    path.write_text(
        f"id,title,note,excerpt,url,tags,created,cover,highlights,favorite\n9,A pier,,,{FERRY}/9,,2031-05-01,,,\n"
    )
    assert imported("raindrop", path, store).added == 1  # of one collection, which names no folder


def test_pinboard(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "pinboard_export.json"
    path.write_text(exports.PINBOARD)
    report = imported("bookmarks", path, store)
    assert (report.added, report.without_text, report.skipped) == (2, 2, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert (ferry.title, ferry.standfirst) == ("Ferry strike enters second week", "Crews want rest.")
    assert ferry.marks == Marks(moment("2031-05-08T07:15"), False, False, ("harbour", "sea"))
    assert bridge.marks == Marks(moment("2031-05-01T07:00"), False, True)


def test_readwise(tmp_path: Path, store: MemoryStore) -> None:
    (tmp_path / "reader.csv").write_text(exports.READER)
    report = imported("readwise", tmp_path / "reader.csv", store)
    assert (report.added, report.without_text, report.skipped) == (2, 2, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert ferry.marks == Marks(moment("2031-05-08T07:15"), False, True, ("harbour", "sea"))
    assert bridge.marks == Marks(moment("2031-05-01T07:00"), False, False)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "Ferry strike.md").write_text(exports.READWISE_NOTE)
    (tmp_path / "notes" / "Other.md").write_text("# No note of Readwise's\n\nBut *another*.\n")
    report = imported("readwise", tmp_path / "notes", store)
    assert [each.reason for each in report.skipped] == ["no note of Readwise's"]
    noted = (Highlight("Eight days", "eight?"), Highlight("Rain and wind"))
    assert article(store, FERRY).marks == Marks(moment("2031-05-08T07:15"), False, True, ("harbour", "sea"), noted)


def test_highlights_of_books_are_known_by_title_and_author(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "readwise-data.csv"
    path.write_text(exports.READWISE)
    assert imported("readwise", path, store).added == 2
    books = {each.title: each for each in read_import("readwise", path, annotate=False, on_skip=print)}
    harbours = books["Harbours"]
    assert (harbours.authors, harbours.url) == (("Ada Quill",), "")
    assert harbours.marks == Marks(
        moment("2031-05-08T07:15"),
        tags=("harbour", "sea", "rain"),
        highlights=(Highlight("Eight days", "eight?"), Highlight("Rain")),
    )
    assert books["Bridges"].marks.highlights == (Highlight("A pier"),)


def test_substack(tmp_path: Path, store: MemoryStore) -> None:
    zipped(tmp_path / "export.zip", exports.SUBSTACK)
    (tmp_path / "other.csv").write_text(exports.READER)
    report = imported("substack", tmp_path / "export.zip", store)
    assert (report.added, report.without_text, report.skipped) == (2, 1, ())
    posts = {each.title: each for each in read_import("substack", tmp_path / "export.zip", on_skip=print)}
    ferry = posts["Ferry strike enters second week"]
    assert (ferry.standfirst, ferry.body) == (
        "Crews want rest.", "The ferries of Port Sela stayed in port for an eighth day."
    )  # fmt: skip
    assert ferry.published == moment("2031-05-08T07:15")
    assert [(image.caption, image.credit) for image in ferry.images] == [("A ferry at the quay.", "Ana Lima/AFP")]
    assert not has_text(posts["Cracks in the Karst bridge"])
    with pytest.raises(DocumentError, match=r"no posts\.csv in it"):
        list(read_import("substack", tmp_path / "other.csv", on_skip=print))


def test_bookmarks(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "bookmarks.html"
    path.write_text(exports.BOOKMARKS)
    report = imported("bookmarks", path, store)
    assert (report.added, report.without_text, report.skipped) == (2, 2, ())
    ferry, bridge = article(store, FERRY), article(store, BRIDGE)
    assert (ferry.title, ferry.standfirst) == ("Ferry strike enters second week", "Crews want rest.")
    assert ferry.marks == Marks(moment("2031-05-08T07:15"), False, True, ("harbour", "sea"))
    assert bridge.marks == Marks(moment("2031-05-01T07:00"), False, False, ("Upland",))


@pytest.mark.parametrize("page_first", [True, False])
def test_what_was_selected_for_instapaper_is_kept_whether_the_page_comes_before_or_after(
    tmp_path: Path, store: MemoryStore, page_first: bool
) -> None:
    path = tmp_path / "instapaper-export.csv"
    path.write_text(exports.INSTAPAPER)
    page = tmp_path / "ferry.json"
    page.write_text(json.dumps({"url": FERRY, "title": "Ferry strike", "text": "The crews stayed in port. " * 9}))
    for each in (page, path) if page_first else (path, page):
        if each is path:
            imported("instapaper", each, store)
        else:
            ingest([page], store, annotate=False)
    ferry = article(store, FERRY)
    assert ferry.body.startswith("The crews stayed in port.")
    assert ferry.marks.highlights == (Highlight("Crews want rest, says Hark"),)


@pytest.mark.parametrize("kept", ["database", "index", "snapshots"])
def test_archivebox(tmp_path: Path, store: MemoryStore, kept: str) -> None:
    folder = exports.archivebox(tmp_path / "data", database=kept == "database")
    if kept == "snapshots":
        (folder / "index.json").unlink()
    report = imported("archivebox", folder, store)
    assert (report.added, report.without_text) == (2, 1)
    ferry = article(store, FERRY)
    assert_is_the_ferry_story(ferry)
    assert ferry.marks.tags == ("harbour", "sea")
    assert ferry.marks.saved is not None
    assert ferry.marks.saved.year == 2031
    assert article(store, BRIDGE).title == "mercury.example/karst-bridge"


def test_zotero(tmp_path: Path, store: MemoryStore) -> None:
    folder = exports.zotero(tmp_path / "Zotero")
    report = imported("zotero", folder, store)
    assert (report.added, report.without_text, report.skipped) == (2, 1, ())
    ferry = article(store, FERRY)
    assert_is_the_ferry_story(ferry)
    assert (ferry.source, ferry.authors, ferry.published) == ("Selwyn Courier", ("Ada Quill",), moment("2031-05-06"))
    assert ferry.marks == Marks(
        moment("2031-05-08T07:15"),
        False,
        None,
        ("harbour",),
        (Highlight("", "Ask Hark."), Highlight("in the rain", "How long?")),
    )
    report_on_bridges = store.get(article_id("ITEM0002", "zotero"))
    assert report_on_bridges is not None
    assert report_on_bridges.standfirst == "What the Karst bridge bears."
    assert report_on_bridges.body == "", "what is only linked lies outside of the export"
    assert imported("zotero", folder / "zotero.sqlite", store).unchanged == 2


@pytest.mark.parametrize(("name", "content"), [("a.json", exports.ZOTERO_CSL), ("a.csv", exports.ZOTERO_CSV)])
def test_zotero_s_exports(tmp_path: Path, store: MemoryStore, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert imported("zotero", tmp_path / name, store).skipped == ()
    ferry = article(store, FERRY)
    assert ferry.published == moment("2031-05-06")
    assert (ferry.standfirst, ferry.source) == ("Nights.", "Selwyn Courier")
    assert ferry.authors[0] in ("Ada Quill", "Quill, Ada")
    if name == "a.csv":
        assert ferry.marks.tags == ("harbour", "sea", "auto")
        assert ferry.marks.saved == moment("2031-05-08T07:15")


def test_reading_a_file_again_keeps_the_marks_of_an_import(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "part_000000.csv"
    path.write_text(exports.POCKET_CSV)
    import_articles("pocket", path, store, annotate=False)
    marks = article(store, FERRY).marks
    wallabag = tmp_path / "all.json"
    wallabag.write_text(json.dumps(exports.WALLABAG))
    import_articles("wallabag", wallabag, store, annotate=False)
    plain = replace(article(store, FERRY), marks=Marks(), tags=("news",), path="/clippings/ferry.html")
    store.put_many([plain])
    kept = article(store, FERRY)
    assert kept.marks.starred
    assert kept.marks.saved == marks.saved == moment("2031-05-08T07:15")
    assert kept.tags == ("news", "harbour", "to cite")
    assert kept.path == "/clippings/ferry.html"


def test_an_address_alone_does_not_take_the_place_of_a_text(tmp_path: Path, store: MemoryStore) -> None:
    wallabag = tmp_path / "all.json"
    wallabag.write_text(json.dumps(exports.WALLABAG))
    import_articles("wallabag", wallabag, store, annotate=False)
    pocket = tmp_path / "part_000000.csv"
    pocket.write_text(exports.POCKET_CSV.replace("harbour|", "boats|"))
    report = import_articles("pocket", pocket, store, annotate=False)
    assert (report.added, report.changed, report.unchanged) == (0, 2, 0)
    ferry = article(store, FERRY)
    assert_is_the_ferry_story(ferry)
    assert ferry.tags == ("harbour", "to cite", "boats")


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


def test_of_two_imports_a_cut_text_does_not_take_the_place_of_the_whole(tmp_path: Path, store: MemoryStore) -> None:
    whole, cut = tmp_path / "whole.json", tmp_path / "cut.json"
    sentences = [
        "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain.",
        "They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union.",
        "The council of the upper town meets on Friday to hear both sides in the old grain hall.",
    ]
    for path, kept in ((whole, sentences), (cut, sentences[:1])):
        content = "".join(f"<p>{each}</p>" for each in kept)
        path.write_text(json.dumps([{"url": FERRY, "title": "Ferry strike", "content": content, "tags": [path.stem]}]))
    for path in (whole, cut, whole, cut):
        import_articles("wallabag", path, store, annotate=False)
        assert article(store, FERRY).body.endswith("the old grain hall.")
    assert article(store, FERRY).marks.tags == ("whole", "cut")


def test_what_another_program_tells_beside_the_address_is_added(tmp_path: Path, store: MemoryStore) -> None:
    (tmp_path / "reader.csv").write_text(exports.READER)
    imported("readwise", tmp_path / "reader.csv", store)
    assert article(store, FERRY).authors == ()
    (tmp_path / "a.md").write_text(exports.READWISE_NOTE)
    imported("readwise", tmp_path / "a.md", store)
    ferry = article(store, FERRY)
    assert (ferry.authors, ferry.standfirst) == (("Ada Quill",), "Crews want rest.")
    assert len(ferry.marks.highlights) == 2


WHOLE = (
    "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain.",
    "They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union.",
)
OTHER = (
    "The council of the upper town meets on Friday to hear both sides in the old grain hall.",
    "A commission of engineers inspected the northern pier and wrote a report on its timbers.",
)


def of_wallabag(path: Path, sentences: tuple[str, ...], **fields: object) -> Path:
    content = "".join(f"<p>{each}</p>" for each in sentences)
    path.write_text(json.dumps([{"url": FERRY, "title": "Ferry strike", "content": content, **fields}]))
    return path


def of_readeck(path: Path, sentences: tuple[str, ...], **fields: object) -> Path:
    info = {"id": "a", "url": FERRY, "title": "Ferry strike", **fields}
    text = f"<section>{''.join(f'<p>{each}</p>' for each in sentences)}</section>"
    return zipped(path, {"bookmarks/a/info.json": json.dumps(info), "bookmarks/a/container/index.html": text})


@pytest.mark.parametrize("wallabag_first", [True, False])
def test_what_two_programs_tell_of_a_page_is_joined(tmp_path: Path, store: MemoryStore, wallabag_first: bool) -> None:
    made = [
        ("wallabag", of_wallabag(tmp_path / "all.json", WHOLE, is_archived=1, tags=["sea"])),
        ("readeck", of_readeck(tmp_path / "all.zip", OTHER, is_archived=False, is_marked=True, labels=["port"])),
    ]
    for name, path in made if wallabag_first else made[::-1]:
        imported(name, path, store)
    stored = [found for each in store.iter_summaries() if (found := store.get(each.id))]
    assert sorted(found.path for found in stored) == ["import:readeck", "import:wallabag"]
    assert {found.body.partition("\n")[0] for found in stored} == {WHOLE[0], OTHER[0]}, "each says something of its own"
    for found in stored:
        assert (found.marks.read, found.marks.starred, {*found.marks.tags}) == (True, True, {"sea", "port"})
    imported("wallabag", of_wallabag(tmp_path / "all.json", ("It is over.", *OTHER)), store)
    assert [each.title for each in store.iter_summaries()] == ["Ferry strike"], (
        "a program's text takes the last one's place"
    )


@pytest.mark.parametrize("import_first", [True, False])
@pytest.mark.parametrize("in_file", [WHOLE, (*WHOLE, *OTHER), WHOLE[:1]])
def test_no_prune_removes_what_was_imported(
    tmp_path: Path, store: MemoryStore, import_first: bool, in_file: tuple[str, ...]
) -> None:
    export = of_wallabag(tmp_path / "all.json", WHOLE, tags=["sea"])
    folder = tmp_path / "clippings"
    folder.mkdir()
    page = folder / "ferry.json"
    record = {"url": FERRY, "title": "Ferry strike", "text": "\n\n".join(in_file)}
    (folder / "other.json").write_text(json.dumps({**record, "url": BRIDGE}))
    page.write_text(json.dumps(record))
    if import_first:
        imported("wallabag", export, store)
    ingest([folder], store, annotate=False)
    if not import_first:
        imported("wallabag", export, store)
    page.unlink()
    for _ in range(2):
        report = ingest([folder], store, annotate=False, prune=True)
        assert (report.removed, report.skipped) == (0, ())
        ferry = article(store, FERRY)
        assert all(sentence in ferry.body for sentence in WHOLE)
        assert ferry.marks.tags == ("sea",)
    page.write_text(json.dumps({**record, "text": "The strike is over, and boats sail at noon."}))
    ingest([folder], store, annotate=False)
    assert sum(each.key == FERRY for each in store.iter_summaries()) == 2
    assert ("night crossings" in in_file[-1]) <= (store.search("night crossings", limit=1).total > 1)


def test_an_import_stays_when_the_file_that_stood_for_it_is_written_anew(tmp_path: Path, store: MemoryStore) -> None:
    page = tmp_path / "ferry.json"
    record = {"url": FERRY, "title": "Ferry strike", "text": "\n\n".join((*WHOLE, *OTHER))}
    page.write_text(json.dumps(record))
    ingest([page], store, annotate=False)
    imported("wallabag", of_wallabag(tmp_path / "all.json", WHOLE), store)
    assert article(store, FERRY).path == str(page)
    page.write_text(json.dumps({**record, "text": "The strike is over, and boats sail at noon."}))
    assert ingest([page], store, annotate=False).editions == 1
    stored = {found.path: found.body for each in store.iter_summaries() if (found := store.get(each.id))}
    assert WHOLE[1] in stored["import:wallabag"]
    assert stored[str(page)].startswith("The strike is over")
