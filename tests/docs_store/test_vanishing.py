"""What files no longer hold: it stays as long as another file holds it, and what is said to remove it does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from docs_store import IngestReport, Store, open_store
from tests.docs_store.adding import ingest, titles, write, write_records
from tests.docs_store.older import make_older


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "wires"
    place.mkdir()
    write_records(place / "monday.jsonl", records(range(5)))
    write_records(place / "tuesday.jsonl", records(range(6)))
    return place


def records(numbers: Iterable[int]) -> list[dict[str, str]]:
    return [
        {
            "url": f"https://wire.example/{number}",
            "title": f"Wire {number}",
            "text": f"Paragraph {number} of the wire, which says what happened in the harbour that day.",
        }
        for number in numbers
    ]


def gone(report: IngestReport) -> list[str]:
    return [place.partition("/wires/")[2] for place in report.vanished]


def paths(store: Store) -> list[str]:
    articles = [store.get(summary.id) for summary in store.iter_summaries()]
    return sorted(Path(article.path).name for article in articles if article)


def test_prune_keeps_what_another_file_holds(folder: Path, store: Store) -> None:
    ingest([folder], store)
    (folder / "tuesday.jsonl").unlink()
    report = ingest([folder], store, prune=True)
    assert (report.removed, report.vanished) == (1, (str(folder / "tuesday.jsonl"),))
    assert titles(store) == {f"Wire {number}" for number in range(5)}
    assert paths(store) == ["monday.jsonl"] * 5
    assert ingest([folder], store, prune=True).removed == 0
    (folder / "monday.jsonl").unlink()
    assert ingest([folder], store, prune_all=True).removed == 5
    assert list(store.files()) == []


def test_what_another_file_holds_is_not_told_as_gone(folder: Path, store: Store) -> None:
    ingest([folder], store)
    write_records(folder / "tuesday.jsonl", records([7]))
    report = ingest([folder], store)
    assert gone(report) == ["tuesday.jsonl#https://wire.example/5"]
    assert store.count() == 7
    assert paths(store) == ["monday.jsonl"] * 5 + ["tuesday.jsonl"] * 2


def test_a_file_that_loses_what_was_last_read_from_another_leaves_it(folder: Path, store: Store) -> None:
    ingest([folder], store)
    write_records(folder / "monday.jsonl", records([0]))
    assert ingest([folder], store, prune=True).vanished == ()
    assert store.count() == 6
    (folder / "tuesday.jsonl").unlink()
    assert ingest([folder], store, prune_all=True).removed == 5
    assert titles(store) == {"Wire 0"}


def test_what_no_file_holds_is_removed(folder: Path, store: Store) -> None:
    ingest([folder], store)
    for path in folder.iterdir():
        path.unlink()
    assert gone(ingest([folder], store)) == ["monday.jsonl", "tuesday.jsonl"]
    report = ingest([folder], store, prune_all=True)
    assert (report.removed, store.count(), list(store.files())) == (6, 0, [])


def test_a_later_prune_removes_what_was_told_as_gone(folder: Path, store: Store) -> None:
    ingest([folder], store)
    write_records(folder / "tuesday.jsonl", records(range(5)))
    for _ in range(2):  # told until it is removed, as files are that are gone
        report = ingest([folder], store)
        assert (gone(report), report.removed) == (["tuesday.jsonl#https://wire.example/5"], 0)
    assert report.files_read == 0
    report = ingest([folder], store, prune=True)
    assert (report.removed, report.files_read, store.count()) == (1, 0, 5)
    assert ingest([folder], store, prune=True).vanished == ()


def test_what_comes_back_is_gone_no_more(folder: Path, store: Store) -> None:
    ingest([folder], store)
    write_records(folder / "tuesday.jsonl", records(range(5)))
    ingest([folder], store)
    write_records(folder / "wednesday.jsonl", records([5]))
    report = ingest([folder], store)
    assert (report.vanished, report.changed) == ((), 1)
    assert ingest([folder], store, prune=True).removed == 0
    assert store.count() == 6


def test_a_full_article_of_a_feed_is_not_pruned_with_a_list_of_addresses(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "feeds"
    folder.mkdir()
    write(
        folder / "a.xml",
        "<rss version='2.0'><channel><title>Harbour</title><item><title>The pier</title>"
        "<link>https://wire.example/pier</link><description>"
        "The pier was closed on Monday after a survey found cracks in two of its piles.</description></item>"
        "</channel></rss>",
    )
    ingest([folder], store)
    assert store.search("cracks", limit=1).total == 1
    write_records(folder / "list.jsonl", [{"url": "https://wire.example/pier", "title": "The pier"}])
    ingest([folder], store)
    (folder / "list.jsonl").unlink()
    ingest([folder], store, prune=True)
    assert store.search("cracks", limit=1).total == 1


def test_an_archive_of_an_earlier_version_learns_which_files_hold_what(folder: Path, tmp_path: Path) -> None:
    with open_store(tmp_path / "old", create=True) as store:
        ingest([folder], store)
    make_older(tmp_path / "old", 13)
    (folder / "tuesday.jsonl").unlink()
    with open_store(tmp_path / "old") as store:
        report = ingest([folder], store, prune=True)
        assert (report.removed, store.count()) == (1, 5)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder of twenty files, each an article of its own."""
    place = tmp_path / "wires"
    place.mkdir()
    for number in range(20):
        write(
            place / f"{number:02}.txt", f"Note {number}\n\nWhat was noted of pier {number} that day, in a few words.\n"
        )
    return place


def unlink(folder: Path, numbers: Iterable[int]) -> None:
    for number in numbers:
        (folder / f"{number:02}.txt").unlink()


def test_from_a_folder_that_is_suddenly_empty_nothing_is_pruned(notes: Path, tmp_path: Path, store: Store) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for name in ("a.txt", "b.txt"):
        write(other / name, f"Another {name}\n\nSomething else was written here.\n")
    ingest([notes, other], store)
    unlink(notes, range(20))
    (other / "a.txt").unlink()
    for _ in range(2):
        report = ingest([notes, other], store, prune=True)
        assert (report.removed, len(report.vanished)) == (0, 21)
        assert [(folder.path, folder.reason.partition(";")[0]) for folder in report.kept] == [
            (str(notes), "it held 20 files with articles, and none is there now")
        ]
    assert store.stats().articles == 22
    assert store.runs()[0].skipped == ((report.kept[0].reason, 1),)
    report = ingest([notes, other], store, prune_all=True)
    assert (report.removed, report.kept, store.stats().articles) == (21, (), 1)
    assert ingest([notes, other], store, prune=True).vanished == ()


def test_what_comes_back_with_its_disk_is_not_read_again(notes: Path, tmp_path: Path, store: Store) -> None:
    ingest([notes], store)
    away = tmp_path / "away"
    notes.rename(away)
    notes.mkdir()
    assert ingest([notes], store, prune=True).kept
    notes.rmdir()
    away.rename(notes)
    report = ingest([notes], store, prune=True)
    assert (report.kept, report.vanished, report.files_unchanged) == ((), (), 20)


@pytest.mark.parametrize(("gone", "removed"), [(18, 18), (19, 0)])
def test_a_folder_that_lost_nearly_all_is_taken_for_one_whose_disk_is_missing(
    gone: int, removed: int, notes: Path, store: Store
) -> None:
    ingest([notes], store)
    unlink(notes, range(gone))
    report = ingest([notes], store, prune=True)
    assert (report.removed, bool(report.kept)) == (removed, not removed)


def test_of_few_files_nearly_all_may_go(notes: Path, store: Store) -> None:
    unlink(notes, range(1, 11))
    ingest([notes], store)
    unlink(notes, range(11, 20))
    assert ingest([notes], store, prune=True).removed == 9


def test_files_that_have_other_names_are_no_missing_disk(notes: Path, store: Store) -> None:
    ingest([notes], store)
    for path in list(notes.iterdir()):
        path.rename(path.with_stem(f"n{path.stem}"))
    report = ingest([notes], store, prune=True)
    assert (report.added, report.removed, report.kept) == (20, 20, ())


def test_a_star_goes_along_with_a_file_that_is_renamed(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    text = "The ferries of Port Sela stayed in port for an eighth day, and passengers waited on the quay in the rain."
    write(folder / "ferry.txt", f"Ferry strike enters second week\n\n{text}\n")
    write(folder / "pier.txt", "The pier opens\n\nThe new pier of the upper town opens on Friday at noon.\n")
    ingest([folder], store)
    (ferry,) = (each.id for each in store.iter_summaries() if each.title.startswith("Ferry"))
    store.mark(ferry, starred=True, read=True)
    (folder / "ferry.txt").rename(folder / "strike.txt")
    report = ingest([folder], store, prune=True)
    assert (report.added, report.removed) == (1, 1)
    stored = {Path(found.path).name: found.marks for each in store.iter_summaries() if (found := store.get(each.id))}
    assert stored.keys() == {"pier.txt", "strike.txt"}
    assert (stored["strike.txt"].starred, stored["strike.txt"].read) == (True, True)
    assert (stored["pier.txt"].starred, stored["pier.txt"].read) == (False, None)
    assert store.check() == ()
