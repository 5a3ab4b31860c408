"""What other programs export becomes articles with their tags, marks and texts."""

from __future__ import annotations

import json
import sqlite3
import uuid
from pathlib import Path

import pytest

from docs_store import (
    DocumentError,
    Highlight,
    Marks,
    MemoryStore,
    ingest,
)
from docs_store.importing import read_import
from docs_store.model import article_id
from docs_store.stories.keeping import has_text
from tests.docs_store.importing import exports
from tests.docs_store.importing.exports import BRIDGE, FERRY, unpacked, zipped
from tests.docs_store.importing.importing import article, assert_is_the_ferry_story, imported, moment


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


@pytest.mark.parametrize("kept", ["database", "moved", "index", "snapshots"])
def test_archivebox(tmp_path: Path, store: MemoryStore, kept: str) -> None:
    folder = exports.archivebox(tmp_path / "data", database=kept in ("database", "moved"))
    if kept == "snapshots":
        (folder / "index.json").unlink()
    if kept == "moved":
        identifier = uuid.UUID(int=7 << 100)
        moved = folder / "archive/users/ada/snapshots/20310508/courier.example" / str(identifier)
        moved.parent.mkdir(parents=True)
        (folder / "archive/1935990900.5").rename(moved)
        with sqlite3.connect(folder / "index.sqlite3") as database:
            for table, column in (("core_snapshot", "id"), ("core_snapshot_tags", "snapshot_id")):
                database.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = 'a1'", (identifier.hex,))
        database.close()
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
