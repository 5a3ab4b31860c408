from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from docs_store import (
    Store,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreNotFound,
    StoreReadOnly,
    StoreVersion,
    clean,
    ingest,
    open_store,
)
from docs_store.corrections.model import Action, Correction
from docs_store.ledger import FileSeen, Run
from docs_store.local import connection as connecting
from docs_store.local import schema
from docs_store.local.index import Index
from docs_store.marks import Marks
from docs_store.model import UNDATED, EntityMention
from tests.contract.articles import ALL, HARBOUR, NEWEST_FIRST, PERSON, SOUP, STRIKE, made
from tests.docs_store.older import make_older


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A closed archive of the small collection."""
    folder = tmp_path / "archive"
    with open_store(folder, create=True) as store:
        store.put_many(ALL)
    return folder


def index_of(archive: Path) -> Path:
    return next(archive.glob("index-*"))


def change(archive: Path, sql: str, *parameters: object) -> None:
    connection = sqlite3.connect(archive / "articles.sqlite")
    with connection:
        connection.execute(sql, parameters)
    connection.close()


def in_child(code: str, *arguments: object) -> str:
    """Run `code` in another process; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def assert_whole(store: Store) -> None:
    assert store.check() == ()
    assert [summary.key for summary in store.iter_summaries()] == list(NEWEST_FIRST)
    assert [hit.article.key for hit in store.search("grate", limit=5).hits] == ["soup"]
    assert [hit.article.key for hit in store.find("harbour", limit=5).hits] == ["harbour"]


# Opening


@pytest.mark.parametrize("read_only", [True, False])
def test_nothing_is_there(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(StoreNotFound, match="no archive is here"):
        open_store(tmp_path / "nowhere", read_only=read_only)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    with pytest.raises(StoreNotFound, match=r"notes\.txt: a file"):
        open_store(tmp_path / "notes.txt", create=True)


@pytest.mark.parametrize("read_only", [True, False])
def test_files_that_are_not_an_archives(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "articles.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreDamaged, match="backup"):
        open_store(tmp_path, read_only=read_only)
    (tmp_path / "articles.sqlite").unlink()
    change(tmp_path, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreDamaged, match="another program"):
        open_store(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_an_archive_of_a_newer_program(archive: Path, read_only: bool) -> None:
    change(archive, f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(StoreVersion, match="upgrade"):
        open_store(archive, read_only=read_only)


def test_each_migration_is_recorded(archive: Path) -> None:
    connection = sqlite3.connect(archive / "articles.sqlite")
    rows = connection.execute("SELECT version, name FROM migration ORDER BY version").fetchall()
    connection.close()
    assert rows == list(enumerate((step.name for step in schema.MIGRATIONS), start=1))


def test_a_migration_that_fails_leaves_the_schema_as_it_was(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = schema.Migration("broken", ("CREATE TABLE half (x)", "CREATE TABLE article (y)"))
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(Exception, match="already exists"):
        open_store(archive)
    monkeypatch.undo()
    with open_store(archive) as store:
        assert_whole(store)


def test_a_reader_asks_for_the_migration_of_an_older_archive(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = schema.Migration("more", ("CREATE TABLE more (x)",))
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, more))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(StoreVersion, match="open it for writing once"):
        open_store(archive, read_only=True)
    with open_store(archive) as store:
        assert_whole(store)
    with open_store(archive, read_only=True) as store:
        assert_whole(store)


@pytest.mark.parametrize("corrected", [False, True])
def test_an_archive_from_before_written_forms_gains_them(tmp_path: Path, corrected: bool) -> None:
    text = "Otty of the Piers spoke, as Odile Varga and Otty do."
    spans = [("Otty of the Piers", "Odile Varga"), ("Odile Varga", "Odile Varga"), ("Otty", "Odile Varga")]
    mentions = tuple(
        EntityMention(text.rindex(each), text.rindex(each) + len(each), PERSON, name, 0) for each, name in spans
    )
    with open_store(tmp_path, create=True) as store:
        store.put_many([made("a", "A speech", text, mentions=mentions), SOUP])
        if corrected:
            store.correct(Correction(Action.ALIAS, "Odile Varga", to="The mayor"))
    place = tmp_path / "articles.sqlite"
    with closing(sqlite3.connect(place)) as connection, connection:
        before = connection.execute("SELECT * FROM written WHERE articles > 0").fetchall()
    make_older(tmp_path, 11)
    with open_store(tmp_path) as store:
        assert [each.name for each in store.called("otty")] == ["The mayor" if corrected else "Odile Varga"]
        assert store.check() == ()
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT * FROM written WHERE articles > 0").fetchall() == before
    assert len(before) == 2 + corrected
    change(tmp_path, "UPDATE written SET articles = 7")
    with open_store(tmp_path) as store:
        assert [finding.problem for finding in store.check()] == [
            f"{len(before) * 2} forms of names with a wrong count of articles"
        ]
        assert store.repair() != ()
        assert store.check() == ()


def test_the_day_of_saving_and_ones_marks_are_taken_from_older_archives(tmp_path: Path) -> None:
    moments = {"a": "2031-05-04T10:00:00+00:00", "b": "2031-05-04T09:00:00.250000+05:30"}
    for key, moment in moments.items():
        marks = Marks(dt.datetime.fromisoformat(moment), starred=key == "a", read=key == "b")
        with open_store(tmp_path, create=True) as store:
            store.put_many([made(key, f"Title {key}", "A text.", marks=marks), SOUP])
            listed = list(store.iter_summaries())
    make_older(tmp_path, 6)
    change(tmp_path, f"UPDATE article SET age = {-UNDATED}")
    with open_store(tmp_path) as store:
        assert list(store.iter_summaries()) == listed
        assert store.check() == ()


@pytest.mark.parametrize("version", [7, 8])
def test_an_archive_from_before_spellings_gains_them(archive: Path, version: int) -> None:
    with closing(sqlite3.connect(archive / "articles.sqlite")) as connection, connection:
        before = connection.execute("SELECT * FROM alike").fetchall()
        connection.execute("DELETE FROM alike WHERE key LIKE 'p%'")
    make_older(archive, version)
    with open_store(archive) as store:
        assert store.spellings("odile varga", PERSON)
    with closing(sqlite3.connect(archive / "articles.sqlite")) as connection:
        assert connection.execute("SELECT * FROM alike").fetchall() == before != []


def test_a_migration_goes_on_where_it_was_killed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "FILLED_AT_ONCE", 1)
    place = archive / "articles.sqlite"
    with closing(sqlite3.connect(place)) as connection, connection:
        before = connection.execute("SELECT * FROM alike").fetchall()
        connection.execute("DELETE FROM alike")
    make_older(archive, 8)
    keys, asked = connecting._spelling_keys, 0

    def killed(name: str, kind: str) -> str:
        nonlocal asked
        asked += 1
        if asked == 2:
            raise KeyboardInterrupt
        return keys(name, kind)

    monkeypatch.setattr(connecting, "_spelling_keys", killed)
    with pytest.raises(StoreError):
        open_store(archive)
    with open_store(archive):
        pass
    with closing(sqlite3.connect(place)) as connection:
        (entities,) = connection.execute("SELECT count(*) FROM entity").fetchone()
        assert connection.execute("SELECT * FROM alike").fetchall() == before
        assert not connection.execute("SELECT * FROM sqlite_master WHERE name = 'filled'").fetchall()
    assert asked == entities + 1, "each once, but for the one that was underway"


def test_a_url_names_a_folder(archive: Path) -> None:
    with open_store(f"file://{archive}", read_only=True) as store:
        assert_whole(store)


# One writer, many readers


def test_a_second_writer_is_told_who_writes(archive: Path) -> None:
    with open_store(archive), pytest.raises(StoreLocked, match=f"process {os.getpid()} on .* is writing"):
        open_store(archive)
    with open_store(archive) as store:
        assert_whole(store)


def test_a_second_writer_in_another_process_is_refused(archive: Path) -> None:
    code = """
import sys
from docs_store import StoreLocked, open_store
try:
    open_store(sys.argv[1])
except StoreLocked as error:
    print(error)
"""
    with open_store(archive):
        assert f"process {os.getpid()} on" in in_child(code, archive)
    assert in_child(code, archive) == ""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are counted as Linux lists them")
def test_what_fails_to_open_leaves_no_file_open(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreError("no room")

    def held() -> list[str]:
        opened = (each.readlink() for each in Path("/proc/self/fd").iterdir() if each.is_symlink())
        return [str(path) for path in opened if path.is_relative_to(archive)]

    monkeypatch.setattr("docs_store.local.indexing.Indexing.catch_up", fails)
    with pytest.raises(StoreError, match="no room") as failed:
        open_store(archive)
    assert held() == [], failed  # which holds what was on the stack
    monkeypatch.undo()
    with open_store(archive):
        assert held()


def test_a_reader_may_not_write(archive: Path) -> None:
    with open_store(archive, read_only=True) as store:
        for write in (lambda: store.put_many([SOUP]), lambda: store.remove([SOUP.id]), store.repair):
            with pytest.raises(StoreReadOnly, match="open the archive for writing"):
                write()


def test_readers_see_new_articles_without_opening_again(archive: Path) -> None:
    code = """
import sys
from docs_store import open_store
from tests.contract.articles import SOUP, made
with open_store(sys.argv[1]) as store:
    store.put_many([made("new", "Lighthouse sold", "The keeper has bought it.")])
    store.remove([SOUP.id])
"""
    with open_store(archive, read_only=True) as store:
        assert store.find("lighthouse", limit=5).hits == store.search("keeper", limit=5).hits == ()
        assert store.find("soup", limit=5).total == store.search("grate", limit=5).total == 1
        assert store.refresh() is False
        in_child(code, archive)
        assert store.refresh() is True
        assert store.refresh() is False
        assert [hit.article.key for hit in store.find("lighthouse", limit=5).hits] == ["new"]
        assert [hit.article.key for hit in store.search("keeper", limit=5).hits] == ["new"]
        assert store.find("soup", limit=5).hits == store.search("grate", limit=5).hits == ()
        assert store.check() == ()


def test_a_writer_opens_beside_readers(archive: Path) -> None:
    with open_store(archive, read_only=True) as reader, open_store(archive) as writer:
        writer.put_many([made("new", "Lighthouse sold")])
        assert reader.refresh() is True
        assert reader.find("lighthouse", limit=1).total == writer.find("lighthouse", limit=1).total == 1


def test_what_changes_no_article_is_no_news_to_readers(archive: Path) -> None:
    file = FileSeen("soup.txt", 3, 5)
    with open_store(archive, read_only=True) as reader, open_store(archive) as writer:
        writer.put_many([SOUP], [file])
        writer.note_run(Run(dt.datetime(2031, 5, 1, tzinfo=dt.UTC), 0.1, 0, 0, 1, 0, 1, 0, 0, ()))
        writer.forget_files([file.path])
        assert reader.refresh() is False
        assert reader.runs() == writer.runs() != ()
        writer.put_many([made("new", "Lighthouse sold")], [file])
        assert reader.refresh() is True


# Media nobody may write to

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may run a child as another user")

_READ = """
import os, sys, tempfile
from pathlib import Path
import docs_store, docs_store.local.checking, docs_store.local.finding, docs_store.local.store
folder = Path(sys.argv[1])
tempfile.gettempdir()
os.setgid(65_534)
os.setuid(65_534)  # nobody; now, since nobody may not read where Python itself lies
try:
    (folder / "trial").touch()
except PermissionError:
    pass
else:
    raise SystemExit("the folder can be written: this shows nothing")
with docs_store.open_store(folder, read_only=True) as store:
    found, searched = store.find("lighthouse", limit=9), store.search("keeper", limit=9)
    print(store.count(), len(found.hits), len(searched.hits), store.check())
"""


@pytest.fixture
def shown_to_all(archive: Path) -> Path:
    """The archive where others may read it: pytest's folders are their owner's alone."""
    for folder in (archive, *archive.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/") and folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(folder.stat().st_mode | 0o055)
    return archive


@as_root
def test_a_directory_that_may_not_be_written_opens(shown_to_all: Path) -> None:
    with open_store(shown_to_all) as store:
        store.put_many([made("new", "Lighthouse sold", "The keeper has bought it.")])
    assert in_child(_READ, shown_to_all) == "7 1 1 ()"
    with open_store(shown_to_all) as store:  # while a writer has it open too
        assert in_child(_READ, shown_to_all) == "7 1 1 ()"
        store.remove([SOUP.id])
        assert store.check() == ()  # waits for the index
        assert in_child(_READ, shown_to_all) == "6 1 1 ()"


@as_root
@pytest.mark.parametrize("keep", [("-wal",), ("-wal", "-shm")])
def test_what_waits_in_the_wal_is_read_from_such_a_directory(shown_to_all: Path, keep: tuple[str, ...]) -> None:
    copy = shown_to_all.parent / "copy"
    with open_store(shown_to_all) as store:
        store.put_many([made("new", "Lighthouse sold", "The keeper has bought it.")])
        assert store.check() == ()  # waits for the index
        assert (shown_to_all / "articles.sqlite-wal").stat().st_size > 0
        shutil.copytree(shown_to_all, copy, ignore=shutil.ignore_patterns("*-wal", "*-shm"))
        for ending in keep:  # as a killed writer leaves them
            shutil.copy(shown_to_all / f"articles.sqlite{ending}", copy)
    copy.chmod(0o755)
    assert in_child(_READ, copy) == "7 1 1 ()"


# Damage


def test_a_damaged_article_is_told_and_the_others_are_read(archive: Path) -> None:
    spoilt = "CAST(replace(CAST(body AS TEXT), 'grate', 'great') AS BLOB)"
    change(archive, f"UPDATE payload SET body = {spoilt} WHERE instr(body, 'grate')")
    with open_store(archive) as store:
        with pytest.raises(StoreDamaged, match=f"{SOUP.id} is not what was stored; add its file again"):
            store.get(SOUP.id)
        assert store.get(HARBOUR.id) == HARBOUR
        assert [hit.article.key for hit in store.search("grate", limit=5).hits] == ["soup"]
        assert [finding.problem for finding in store.check()] == [f"article {SOUP.id}: its text is not what was stored"]
        assert len(store.repair()) == 1
        assert store.get(SOUP.id) is None
        assert store.count() == len(ALL) - 1
        assert store.check() == ()


def test_names_marked_outside_their_text_are_found(archive: Path) -> None:
    with open_store(archive) as store:
        bad = EntityMention(5, len(SOUP.title) + 1, PERSON, "Odile Varga")
        for mention in (bad, replace(bad, block=0, end=9_999), replace(bad, block=7)):
            store.put_many([replace(SOUP, mentions=(mention,))])
            assert [each.problem for each in store.check()] == [f"article {SOUP.id}: a name marked outside its text"]
        assert store.check(thorough=False) == ()


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE article SET title = 'Another' WHERE key = 'soup'", "its row in the list"),
        ("DELETE FROM payload WHERE row = 1", "its text is missing"),
        ("UPDATE entity SET articles = 9", "wrong count"),
        ("INSERT INTO mention VALUES (1, 999, 1, NULL)", "mentions without an article"),
        ("INSERT INTO mention VALUES (999, 1, 1, NULL)", "mentions of an unknown entity"),
        ("INSERT INTO payload VALUES (999, x'00', x'00')", "texts without an article"),
    ],
)
def test_what_disagrees_is_found_and_mended(archive: Path, sql: str, problem: str) -> None:
    change(archive, sql)
    with open_store(archive) as store:
        findings = store.check()
        assert any(problem in finding.problem for finding in findings)
        assert all(finding.remedy for finding in findings)
        assert store.repair() == findings
        assert store.check() == ()


def test_a_tampered_archive_emits_no_escape_sequence(archive: Path) -> None:
    bad = "\x1b]52;c;aGk=\x07\u202e"
    change(archive, "UPDATE article SET title = title || ?, source = ?, key = key || ?", bad, bad, bad)
    change(archive, "UPDATE entity SET name = name || ?", bad)
    change(archive, "INSERT INTO file VALUES (?, 1, 1, ?, '[]', '[]')", bad, '["\\u001b[2J"]')
    with open_store(archive, read_only=True) as store:
        texts = [text for row in store.iter_summaries() for text in (row.title, row.source, row.key)]
        texts += [
            hit.article.title for hit in (*store.find("harbour", limit=9).hits, *store.search("crews", limit=9).hits)
        ]
        texts += [count.name for count in store.top_entities(limit=9)]
        texts += [row.reason for row in store.related(STRIKE.id, limit=9)]
        texts += [
            text
            for note in store.files()
            for text in (note.path, *(text for bad in note.skipped for text in (bad.path, bad.reason)))
        ]
        texts += [source for source, _ in store.stats().sources]
        assert len(texts) > 20
        assert [text for text in texts if clean(text) != text or "\x1b" in text] == []


# The index is derived


@pytest.mark.parametrize("how", ["deleted", "emptied", "garbled", "of another layout"])
def test_an_index_that_cannot_be_used_is_built_anew(archive: Path, how: str) -> None:
    index = index_of(archive)
    if how == "of another layout":
        index.rename(archive / "index-0")
    else:
        for file in list(index.iterdir()):
            if how == "garbled" and file.name == "meta.json":
                file.write_text("{", encoding="utf-8")
            elif how == "emptied" and not file.name.startswith("."):
                file.write_bytes(b"")
        if how == "deleted":
            shutil.rmtree(index)
    with open_store(archive, read_only=True) as reader:
        assert reader.get(SOUP.id) == SOUP
        assert [hit.article.key for hit in reader.find("harbour", limit=5).hits] == ["harbour"]
        with pytest.raises(StoreDamaged, match="rebuilt when the archive is next opened for writing"):
            reader.search("grate", limit=5)
        assert len(reader.check()) == 1
    with open_store(archive) as store:
        assert_whole(store)
    assert [folder.name for folder in archive.glob("index-*")] == [index.name]


def test_an_index_of_others_is_told_by_looking_at_all(archive: Path, tmp_path: Path) -> None:
    with open_store(tmp_path / "other", create=True) as store:
        store.put_many([made("gone", "Gone"), *ALL])
        store.remove([made("gone", "Gone").id])
    index = index_of(archive)
    shutil.rmtree(index)
    shutil.copytree(index_of(tmp_path / "other"), index)
    with open_store(archive, read_only=True) as store:
        assert store.check(thorough=False) == ()
        (finding,) = store.check()
        assert finding.problem == "1 articles are not in the index, and others that are gone"
    with open_store(archive) as store:
        assert store.repair() == (finding,)
        assert store.check() == ()


def test_an_index_that_fell_behind_catches_up(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with open_store(archive) as store:
        monkeypatch.setattr(Index, "update", power_cut)
        store.put_many([made("new", "Lighthouse sold", "The keeper has bought it.")])
        with pytest.raises(KeyboardInterrupt):
            store.search("keeper", limit=5)
        monkeypatch.undo()
        assert store.check()[0].problem == "1 articles wait to be indexed"
    with open_store(archive) as store:
        assert store.check() == ()
        assert store.search("keeper", limit=5).total == 1


def test_a_search_says_what_it_does_not_find_yet(archive: Path) -> None:
    with open_store(archive, create=True) as store:
        store.put_many([HARBOUR, STRIKE])
        assert store.search("harbour", limit=5).notes == ()
    with closing(sqlite3.connect(archive / "articles.sqlite")) as records, records:
        records.execute("INSERT INTO outbox SELECT row, 1 FROM article LIMIT 1")  # as where the disk was full
    with open_store(archive, read_only=True) as store:
        assert store.search("harbour", limit=5).notes == ("not searched yet, as stored last: 1 article",)
    with open_store(archive) as store:
        assert store.search("harbour", limit=5).notes == ()


def test_a_batch_after_those_that_the_index_missed_indexes_all(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise StoreDamaged("no space left")

    with open_store(archive) as store:
        monkeypatch.setattr(Index, "update", full_disk)
        store.put_many([made("first", "Lighthouse sold")])
        with pytest.raises(StoreDamaged):
            store.put_many([made("next", "Lighthouse let")])  # it tries again
        monkeypatch.undo()
        store.put_many([made("second", "Lighthouse bought")])
        assert store.search("lighthouse", limit=5).total == 3
        assert store.check() == ()


def test_the_index_grows_with_the_archive_and_not_with_its_changes(archive: Path) -> None:
    with open_store(archive) as store:
        for number in range(20):
            store.put_many([made("soup", f"Soup number {number}", "Peel them.", mentions=())])
        assert store.search("soup", limit=5).total == 1
        assert store.entity_counts([("Odile Varga", PERSON)])[0].articles == 2
        assert store.check() == ()


def test_an_index_that_cannot_be_read_is_damaged_and_is_built_anew(archive: Path) -> None:
    (index,) = archive.glob("index-*")
    rng = random.Random(7)
    for file in index.iterdir():
        if file.suffix in (".idx", ".pos", ".term", ".fast", ".store"):
            data = bytearray(file.read_bytes())
            for _ in range(len(data) // 2):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            file.write_bytes(data)
    told = 0
    with open_store(archive, read_only=True) as store:
        asked: list[Callable[[], object]] = [
            partial(store.search, "harbour", limit=9),
            partial(store.facets, "harbour", limit=9),
            partial(store.find, "source:courier", limit=9),
            partial(store.related, HARBOUR.id, limit=9),
        ]
        for ask in asked:
            try:
                ask()
            except StoreDamaged as error:
                told += "rebuilt when the archive is next opened for writing" in str(error)
    assert told
    with open_store(archive) as store:
        assert store.search("harbour", limit=9).total
        assert store.check() == ()


def test_a_link_to_itself_and_a_path_too_long_stop_no_run(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "ok.txt").write_text("Harbour closes\n\nIt closed on Tuesday, and nobody said why it had to be so.")
    (folder / "self").symlink_to("self")
    with open_store(tmp_path / "archive", create=True) as store:
        report = ingest([folder], store)
        assert report.added == 1
        assert [Path(bad.path).name for bad in report.skipped] == ["self"]
