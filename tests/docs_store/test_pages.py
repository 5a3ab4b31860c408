"""Two saved captures of one page: both texts stay, through every way of adding the files again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from docs_store import Store, open_store, story
from tests.contract.test_pages import FIRST, LATER, URL
from tests.docs_store.adding import counts, ingest, titles, write, write_records
from tests.docs_store.older import make_older


def page(title: str, *paragraphs: str, time: str = "09:00:00") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html><head><title>{title}</title><link rel="canonical" href="{URL}">'
        f'<meta property="article:published_time" content="2031-05-14T{time}+00:00"></head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    )


MORNING = page("Ferry runs aground", *FIRST)
EVENING = page("All ashore after ferry accident", *LATER, time="19:00:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "saved"
    place.mkdir()
    write(place / "morning.html", MORNING)
    write(place / "evening.html", EVENING)
    return place


def held(store: Store) -> dict[str, str]:
    """Return the articles' files by id."""
    articles = (store.get(summary.id) for summary in store.iter_summaries())
    return {article.id: Path(article.path).name for article in articles if article}


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_both_stay_and_reading_them_again_changes_nothing(folder: Path, store: Store, jobs: int) -> None:
    report = ingest([folder], store, jobs=jobs)
    assert (counts(report), report.editions) == ((2, 0, 0, 0), 1)
    found = held(store)
    assert sorted(found.values()) == ["evening.html", "morning.html"]
    assert [summary.editions for summary in store.iter_summaries()] == [2, 2]
    assert counts(ingest([folder], store, jobs=jobs)) == (0, 0, 0, 0)
    for path in (folder / "evening.html", folder / "morning.html"):
        write(path, path.read_bytes())
        report = ingest([folder], store, jobs=jobs, prune=True)
        assert (counts(report), report.vanished, report.files_read) == ((0, 0, 1, 0), (), 1)
    assert held(store) == found
    (first,) = {id_ for id_, name in found.items() if name == "morning.html"}
    told = story(store, first)
    assert [chapter.article.title for chapter in told] == ["Ferry runs aground", "All ashore after ferry accident"]
    assert all(chapter.adds for chapter in told)
    assert store.check() == ()


def test_what_vanishes_is_told_and_pruned_by_itself(folder: Path, store: Store) -> None:
    ingest([folder], store)
    found = held(store)
    (own,) = {id_ for id_, name in found.items() if name == "evening.html"}
    (folder / "evening.html").rename(folder.parent / "away.html")
    for _ in range(2):
        report = ingest([folder], store)
        assert (report.vanished, report.removed, held(store)) == ((str(folder / "evening.html"),), 0, found)
    assert ingest([folder], store, prune=True).removed == 1
    assert held(store) == {own: "morning.html"}
    assert store.search("burns", limit=1).total == 0
    (folder.parent / "away.html").rename(folder / "evening.html")
    assert ingest([folder], store).added == 1
    assert held(store) == found
    (folder / "morning.html").unlink()
    assert ingest([folder], store, prune=True).removed == 1
    assert held(store) == {own: "evening.html"}
    (folder / "evening.html").unlink()
    assert ingest([folder], store, prune_all=True).removed == 1
    assert (store.count(), list(store.files())) == (0, [])
    assert store.check() == ()


def test_a_page_that_a_file_holds_no_more_is_known_by_its_text(folder: Path, store: Store) -> None:
    records = folder / "wire.jsonl"
    write_records(
        records,
        [
            {
                "url": URL,
                "title": "Tug sent",
                "text": "A tug with a crew of nine left Sela at four.",
                "date": "2031-05-15",
            }
        ],
    )
    ingest([folder / "morning.html", records], store)
    assert sorted(held(store).values()) == ["morning.html", "wire.jsonl"]
    write_records(records, [{"url": f"{URL}/2", "title": "Another", "text": "It is another page altogether."}])
    report = ingest([records], store)
    assert report.vanished == (f"{records}#{URL}",)
    ingest([folder / "evening.html"], store)
    assert sorted(held(store).values()) == ["evening.html", "morning.html", "wire.jsonl", "wire.jsonl"]
    report = ingest([records], store, prune=True)
    assert (report.vanished, report.removed) == ((f"{records}#{URL}",), 1)
    assert titles(store) == {"Another", "Ferry runs aground", "All ashore after ferry accident"}
    assert ingest([folder], store, prune=True).vanished == ()


def test_a_copy_takes_the_place_of_what_its_file_holds_no_more(folder: Path, store: Store) -> None:
    write(folder / "zcopy.html", MORNING)
    write(folder / "ztrifle.html", page("Ferry runs aground", *FIRST[:1], "<b>Share</b>", *FIRST[1:]))
    ingest([folder], store)
    found = held(store)
    assert sorted(found.values()) == ["evening.html", "morning.html"]
    (folder / "morning.html").unlink()
    report = ingest([folder], store)
    assert (report.vanished, report.removed) == ((), 0)
    assert sorted(held(store).values()) == ["evening.html", "zcopy.html"]
    assert ingest([folder], store, prune=True).removed == 0
    assert store.search("noon", limit=1).total == 1


def test_a_folder_that_was_moved_is_read_once(folder: Path, store: Store) -> None:
    ingest([folder.parent], store)
    for name in ("a", "z"):
        moved = folder.rename(folder.parent / name)
        report = ingest([folder.parent], store)
        assert (report.files_read, report.vanished, report.removed) == (2, (), 0)
        folder = moved
        articles = [store.get(article_id) for article_id in held(store)]
        assert {article.path for article in articles if article} == {
            str(folder / "evening.html"),
            str(folder / "morning.html"),
        }
    assert store.check() == ()


def test_files_that_come_back_as_they_were_are_not_read_again(folder: Path, store: Store) -> None:
    write(folder / "zcopy.html", MORNING)
    ingest([folder], store)
    found = held(store)
    folder.rename(folder.parent / "away")  # as where a disk is not mounted
    folder.mkdir()
    assert len(ingest([folder], store, prune=True).vanished) == 3
    folder.rmdir()
    (folder.parent / "away").rename(folder)
    report = ingest([folder], store)
    assert (report.files_read, report.vanished, held(store)) == (0, (), found)


def test_what_was_part_of_a_text_is_kept_when_that_is_rewritten(folder: Path, store: Store) -> None:
    write(folder / "feed.jsonl", f'{{"url": "{URL}", "title": "Ferry aground", "text": "{FIRST[0]}"}}\n')
    ingest([folder / "morning.html", folder / "feed.jsonl"], store)
    assert [*held(store).values()] == ["morning.html"]
    write(folder / "morning.html", EVENING)
    report = ingest([folder / "morning.html"], store)
    assert (report.files_read, report.added, report.editions) == (2, 1, 1)
    assert sorted(held(store).values()) == ["feed.jsonl", "morning.html"]
    assert all(note.mtime_ns > 0 for note in store.files())


def test_killed_before_it_is_read_again_it_is_read_in_the_next_run(folder: Path, store: Store) -> None:
    write(folder / "feed.jsonl", f'{{"url": "{URL}", "title": "Ferry aground", "text": "{FIRST[0]}"}}\n')
    ingest([folder / "morning.html", folder / "feed.jsonl"], store)
    write(folder / "morning.html", EVENING)
    asked = count()

    def kill(_: object) -> None:
        if next(asked) == 1:  # the first file is read, the second not
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([folder / "morning.html"], store, report=kill)
    ingest([folder], store)
    assert sorted(held(store).values()) == ["evening.html", "feed.jsonl"]


def test_captures_in_one_zip_archive_both_stay(folder: Path, store: Store) -> None:
    packed = folder.parent / "saved.zip"
    with ZipFile(packed, "w") as file:
        for name in ("evening.html", "morning.html"):
            file.write(folder / name, name)
        file.write(folder / "morning.html", "copy.html")
    assert counts(ingest([packed], store)) == (2, 0, 1, 0)
    assert titles(store) == {"Ferry runs aground", "All ashore after ferry accident"}
    write(packed, packed.read_bytes())
    assert counts(ingest([packed], store, prune=True)) == (0, 0, 3, 0)
    assert ingest([folder], store).removed == 0
    assert len(held(store)) == 3  # what the archive holds as another text is not compared with what the folder holds


def test_an_archive_from_before_reads_once_again_what_it_did_not_keep(folder: Path, tmp_path: Path) -> None:
    with open_store(tmp_path / "old", create=True) as store:
        ingest([folder], store)
        found = held(store)
    (other,) = {id_ for id_, name in found.items() if name == "morning.html"}
    (page_id,) = found.keys() - {other}
    with open_store(tmp_path / "old") as store:
        store.remove([other])
    with closing(sqlite3.connect(tmp_path / "old" / "articles.sqlite")) as connection, connection:
        connection.execute("INSERT INTO held VALUES (?, ?)", (str(folder / "morning.html"), page_id))
    make_older(tmp_path / "old", 14)
    with open_store(tmp_path / "old") as store:
        assert [*held(store).values()] == ["evening.html"]
        report = ingest([folder], store)
        assert (counts(report), report.editions, report.files_read) == ((1, 0, 0, 0), 1, 1)
        assert held(store) == found
        assert store.check() == ()
