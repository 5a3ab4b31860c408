from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from docs_store import IngestProgress, Skipped, Store, open_store
from docs_store.ingestion import batching
from docs_store.ingestion import run as module
from docs_store.text import path_label
from tests.contract.articles import made
from tests.docs_store.adding import counts, ingest, titles, write, write_records
from tests.docs_store.packing import PICTURE, zipped

NO_TEXT = bytes(range(256))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "clippings"
    (place / "2031" / "may").mkdir(parents=True)
    write(place / "2031" / "may" / "harbour.txt", "The harbour opens\n\nMayor Odile Varga cut the ribbon on Monday.\n")
    write(place / "2031" / "bridge.txt", "Cracks in the bridge\n\nEngineers found them in two of the piers.\n")
    records = [{"id": f"r{number}", "title": f"Record {number}", "text": "Text of a record."} for number in range(3)]
    write_records(place / "wire.jsonl", records)
    return place


def test_a_folder_is_read_whole(folder: Path, store: Store) -> None:
    report = ingest([folder], store)
    assert counts(report) == (5, 0, 0, 0)
    assert (report.files_read, report.files_unchanged, report.skipped, report.vanished) == (3, 0, (), ())
    assert "Record 1" in titles(store)
    assert store.search("ribbon", limit=5).total == 1
    assert [Path(note.path).name for note in store.files()] == ["bridge.txt", "harbour.txt", "wire.jsonl"]


def test_unchanged_files_are_not_read_again(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ingest([folder], store)

    def reading(*_: object, **__: object) -> Iterator[object]:
        raise AssertionError("a file was read")

    monkeypatch.setattr(module, "read_here", reading)
    again = ingest([folder, folder / "wire.jsonl"], store)
    assert counts(again) == (0, 0, 0, 0)
    assert again.files_unchanged == first.files_read == 3


def test_changed_files_update_their_articles(folder: Path, store: Store) -> None:
    ingest([folder], store)
    ids = {summary.id for summary in store.iter_summaries()}
    records = [
        {"id": "r0", "title": "Record 0", "text": "Text of a record."},
        {"id": "r1", "title": "New", "text": "x y"},
    ]
    write_records(folder / "wire.jsonl", records)
    report = ingest([folder], store)
    assert counts(report) == (0, 1, 1, 0)
    assert [name.rpartition("#")[2] for name in report.vanished] == ["r2"]
    assert {"New", "Record 2"} <= titles(store)
    assert {summary.id for summary in store.iter_summaries()} == ids


def test_what_is_gone_is_reported_and_removed_only_by_prune(folder: Path, store: Store) -> None:
    ingest([folder], store)
    gone = folder / "2031" / "bridge.txt"
    gone.unlink()
    for _ in range(2):
        report = ingest([folder], store)
        assert (report.vanished, report.removed, store.count()) == ((str(gone),), 0, 5)
    report = ingest([folder], store, prune=True)
    assert (report.vanished, report.removed, store.count()) == ((str(gone),), 1, 4)
    assert str(gone) not in {note.path for note in store.files()}
    assert ingest([folder], store, prune=True).vanished == ()


def test_prune_removes_records_too(folder: Path, store: Store) -> None:
    ingest([folder], store)
    write_records(folder / "wire.jsonl", [{"id": "r0", "title": "Record 0", "text": "Text of a record."}])
    assert counts(ingest([folder], store, prune=True)) == (0, 0, 1, 2)
    assert store.count() == 3


def test_what_lies_elsewhere_is_not_gone(folder: Path, store: Store) -> None:
    ingest([folder], store)
    (folder / "wire.jsonl").unlink()
    assert ingest([folder / "2031"], store, prune=True).vanished == ()
    assert ingest([folder / "2031" / "bridge.txt"], store, prune=True).vanished == ()
    assert store.count() == 5


def test_a_bad_file_is_skipped_told_again_and_read_when_it_changes(folder: Path, store: Store) -> None:
    bad = folder / "bad.txt"
    write(bad, NO_TEXT)
    first = ingest([folder], store)
    assert [skipped.path for skipped in first.skipped] == [str(bad)]
    assert first.added == 5
    again = ingest([folder], store)
    assert again.skipped == first.skipped
    assert again.files_unchanged == 4
    write(bad, "Now a text\n\nWith a paragraph that can be read.\n")
    assert ingest([folder], store).skipped == ()
    assert store.count() == 6


def test_a_bad_record_is_skipped_and_the_rest_is_read(folder: Path, store: Store) -> None:
    write(folder / "wire.jsonl", '{"id": "a", "title": "First"}\n{broken\n{"id": "b", "title": "Last"}\n')
    report = ingest([folder / "wire.jsonl"], store)
    assert len(report.skipped) == 1
    assert titles(store) == {"First", "Last"}


def test_a_file_turned_bad_keeps_what_was_read_from_it(folder: Path, store: Store) -> None:
    ingest([folder], store)
    write(folder / "wire.jsonl", NO_TEXT)
    report = ingest([folder], store, prune=True)
    assert len(report.skipped) == 1
    assert (report.vanished, store.count()) == ((), 5)


def test_what_is_no_regular_file(folder: Path, store: Store) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "nowhere").symlink_to(folder / "missing")
    report = ingest([folder, folder / "absent"], store)
    reasons = {Path(skipped.path).name: skipped.reason for skipped in report.skipped}
    assert set(reasons) == {"pipe", "nowhere", "absent"}
    assert reasons["pipe"] == "not a regular file"
    assert report.added == 5


def test_links_to_folders_do_not_lead_in_circles(folder: Path, store: Store) -> None:
    (folder / "2031" / "up").symlink_to(folder)
    linked = folder.parent / "linked"
    linked.symlink_to(folder)
    assert ingest([folder], store).files_read == 3
    assert ingest([linked], store).files_read == 3  # named by hand, a link is followed


def test_hidden_files_and_archives_are_left_out(folder: Path, store: Store) -> None:
    write(folder / ".draft.txt", "A draft\n\nNot for reading.\n")
    (folder / ".cache").mkdir()
    write(folder / ".cache" / "page.txt", "A page\n\nNot for reading.\n")
    open_store(folder / "own", create=True).close()
    write(folder / "own" / "note.txt", "A note\n\nInside of an archive.\n")
    assert ingest([folder], store).files_read == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(folder: Path, store: Store) -> None:
    ingest([folder], store)
    (folder / "2031").chmod(0)
    report = ingest([folder], store, prune=True)
    (folder / "2031").chmod(0o755)
    assert [skipped.path for skipped in report.skipped] == [str(folder / "2031")]
    assert (report.vanished, store.count()) == ((), 5)


@pytest.mark.parametrize(
    "name", [b"bad \xff byte.txt", b"es\x1b]0;cape.txt", "bidi \u202etxt.exe".encode(), b"new\nline.txt"]
)
def test_file_names_that_could_act(folder: Path, store: Store, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    write(path, "A headline here\n\nAnd a paragraph below it.\n")
    first = ingest([folder], store)
    assert first.added == 6
    assert ingest([folder], store).files_unchanged == 4
    labels = {note.path for note in store.files()}
    assert path_label(str(path)) in labels
    assert all(label.isprintable() for label in labels)
    assert len(store.ids_of_file(path_label(str(path)))) == 1
    path.unlink()
    assert ingest([folder], store, prune=True).removed == 1


def test_spaces_are_part_of_a_file_name(folder: Path, store: Store) -> None:
    path = folder / "two  spaces.txt"
    write(path, "A headline here\n\nAnd a paragraph below it.\n")
    assert ingest([folder], store).added == 6
    assert ingest([folder], store).files_unchanged == 4
    assert len(store.ids_of_file(str(path))) == 1
    path.unlink()
    assert ingest([folder], store, prune=True).removed == 1


def test_progress_is_reported_and_its_end(folder: Path, store: Store) -> None:
    told: list[IngestProgress] = []
    ingest([folder], store, report=told.append)
    assert told[-1] == IngestProgress(3, 3, 5, "")
    assert [progress.files for progress in told] == sorted(progress.files for progress in told)
    assert {Path(progress.current).name for progress in told[:-1]} == {"bridge.txt", "harbour.txt", "wire.jsonl"}


class Cancelled(Exception):  # noqa: N818 - what a caller's own code raises
    pass


def test_cancelled_between_batches_it_is_completed_later(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [{"id": f"n{number}", "title": f"Number {number}", "text": "Some words."} for number in range(950)]
    write_records(folder / "wire.jsonl", records)
    monkeypatch.setattr(batching, "_BATCH_ARTICLES", 200)

    def cancel(progress: IngestProgress) -> None:
        if progress.articles >= 500:
            raise Cancelled

    with pytest.raises(Cancelled):
        ingest([folder], store, report=cancel)
    assert store.count() == 400  # two whole batches, the third is absent
    assert str(folder / "wire.jsonl") not in {note.path for note in store.files()}
    assert store.check() == ()
    report = ingest([folder], store)
    assert store.count() == 952
    assert report.added + report.unchanged == 952 - report.files_unchanged
    assert ingest([folder], store).files_unchanged == 3


def test_what_was_read_when_it_is_interrupted_is_stored(folder: Path, store: Store) -> None:
    write_records(
        folder / "wire.jsonl", [{"id": f"n{at}", "title": f"Number {at}", "text": "Words."} for at in range(950)]
    )

    def interrupt(progress: IngestProgress) -> None:
        if progress.articles >= 700:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([folder], store, report=interrupt)
    assert store.count() == 700
    assert str(folder / "wire.jsonl") not in {note.path for note in store.files()}
    ingest([folder], store)
    assert store.count() == 952


def test_batches_are_bounded_by_their_time(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "_BATCH_SECONDS", 0.0)
    stored: list[int] = []
    ingest([folder], store, report=lambda _: stored.append(store.count()))
    assert stored == [0, 3, 4, 5]


def test_the_first_batches_are_stored_sooner(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(batching, "time", SimpleNamespace(monotonic=lambda: now))
    batch, stored = batching.Batch(store), [0]
    for number in range(30):
        now = number + 1.0  # each takes a second to read
        batch.add(made(f"n{number}", f"Number {number}", "Words."))
        stored.append(store.count())
    assert sorted(set(stored)) == [0, 1, 3, 7, 12, 17, 22, 27]


def test_batches_are_bounded_by_their_text(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    put_many = store.put_many

    def counting(articles: list[object], files: list[object], **missing: object) -> object:
        sizes.append(len(articles))
        return put_many(articles, files, **missing)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(store, "put_many", counting)
    monkeypatch.setattr(batching, "_BATCH_TEXT", 40)
    assert ingest([folder], store).added == 5
    assert max(sizes) <= 3
    assert len(sizes) > 2


def test_many_reasons_of_one_file_are_counted(folder: Path, store: Store) -> None:
    write(folder / "wire.jsonl", '{"id": "a", "title": "First"}\n' + "{broken\n" * 150)
    report = ingest([folder / "wire.jsonl"], store)
    assert len(report.skipped) == 101
    assert report.skipped[-1] == Skipped(str(folder / "wire.jsonl"), "50 more records")
    assert ingest([folder / "wire.jsonl"], store).skipped == report.skipped


def test_the_folders_of_a_maildir_are_looked_into(folder: Path, store: Store) -> None:
    (folder / "Maildir" / ".News" / "cur").mkdir(parents=True)
    write(folder / "Maildir" / ".News" / "cur" / "1.host:2,S", "From: a\nTo: b\nSubject: A letter\n\nIt has a text.\n")
    assert ingest([folder], store).added == 6
    assert "A letter" in titles(store)


def test_what_lies_beside_articles_is_passed_over(folder: Path, store: Store) -> None:
    write(folder / "photo.png", PICTURE)
    write(folder / "style.css", "body { color: black }")
    write(folder / "bridge.html", "<html><body><p>The bridge is closed, and nobody knows until when.</p></body></html>")
    for name in ("bridge_files", "bridge-Dateien", "bridge.html_files", "ferry_files"):
        (folder / name).mkdir()
        write(folder / name / "frame.txt", f"A frame in {name}\n\nIt belongs to its page, if there is one.\n")
    report = ingest([folder], store)
    assert (report.passed_over, report.skipped, report.added) == (2, (), 7)
    assert "A frame in ferry_files" in titles(store)
    assert ingest([folder], store).files_unchanged == report.files_read
    write(folder / "named.png", PICTURE)
    named = ingest([folder / "named.png"], store)
    assert [skipped.reason for skipped in named.skipped] == ["a picture, not an article"]


def test_a_mapping_is_remembered_for_its_file(folder: Path, store: Store) -> None:
    odd = folder / "odd.jsonl"
    write_records(odd, [{"id": "a", "hl": "First", "prose": "One text."}])
    assert ingest([odd], store, columns={"title": "hl", "text": "prose"}).added == 1
    write_records(odd, [{"id": "a", "hl": "First again", "prose": "One text."}, {"id": "b", "hl": "Second"}])
    for jobs in (0, 1):
        report = ingest([folder], store, jobs=jobs)
        assert report.skipped == ()
    assert {"First again", "Second", "Record 1"} <= titles(store)
    assert dict(next(note for note in store.files() if note.path == str(odd)).columns)["title"] == "hl"


def test_a_misspelt_mapping_leaves_all_as_it_was(folder: Path, store: Store) -> None:
    table = folder / "table.csv"
    write(table, "nr,title,headline,body\n1,x,The pier closes,It closed on Monday.\n")
    good = {"title": "headline", "text": "body", "id": "nr"}
    ingest([table], store, columns=good)
    for wrong in ({"title": "headlin", "text": "body", "id": "nr"}, {"title": "headline", "text": "bodi", "id": "nr"}):
        report = ingest([table], store, columns=wrong, prune=True)
        assert [bad.reason for bad in report.skipped] == [
            f'there is no column "{next(name for name in wrong.values() if name not in good.values())}", '
            'which --map names; the columns are "nr", "title", "headline", "body"'
        ]
        assert (report.vanished, titles(store)) == ((), {"The pier closes"})
    report = ingest([table], store)  # the mapping that fits is the one remembered
    assert (report.skipped, report.unchanged, report.files_read) == ((), 1, 1)
    write(table, "nr,title,headline,body\n1,x,The pier opens,It opened on Monday.\n")
    ingest([table], store)
    assert titles(store) == {"The pier opens"}


def test_a_column_that_is_no_longer_there_is_not_guessed(folder: Path, store: Store) -> None:
    table = folder / "table.csv"
    write(table, "id,hl,text\n1,The pier closes,It closed.\n")
    ingest([table], store, columns={"title": "hl"})
    write(table, "id,name2,text\n1,The pier closes,It closed.\n")
    report = ingest([table], store)
    assert [bad.reason for bad in report.skipped] == [
        'there is no column "hl", which --map names; the columns are "id", "name2", "text"'
    ]
    assert titles(store) == {"The pier closes"}
    assert ingest([table], store, columns={"title": "name2"}).skipped == ()


def test_what_cannot_be_looked_at_is_noted_until_it_can(folder: Path, store: Store) -> None:
    link = folder / "dangling.txt"
    link.symlink_to(folder / "nowhere.txt")
    for _ in range(2):
        report = ingest([folder], store)
        assert [bad.path for bad in report.skipped] == [str(link)]
        assert [bad for note in store.files() for bad in note.skipped] == list(report.skipped)
    write(folder / "nowhere.txt", "Here it is\n\nA text that was away for a while.\n")
    assert ingest([folder], store).skipped == ()
    link.unlink()
    link.symlink_to(folder / "elsewhere.txt")
    ingest([folder], store)
    link.unlink()
    report = ingest([folder], store)
    assert (report.skipped, report.vanished) == ((), (str(link),))  # its article stays
    assert [bad for note in store.files() for bad in note.skipped] == []


def test_a_file_that_held_nothing_is_gone_without_a_word(folder: Path, store: Store) -> None:
    bad = folder / "bad.txt"
    write(bad, NO_TEXT)
    ingest([folder], store)
    bad.unlink()
    assert ingest([folder], store).vanished == ()
    assert str(bad) not in {note.path for note in store.files()}


def test_hints_are_told_apart_from_what_is_skipped(folder: Path, store: Store) -> None:
    table = folder / "table.csv"
    write(table, "title,text,wann,wer,wo\nThe pier,It closed.,gestern,Ana,Osk\n")
    for _ in range(2):
        report = ingest([table], store)
        assert report.skipped == ()
        assert [(hint.path, hint.reason) for hint in report.hints] == [
            (
                str(table),
                'columns that were not recognised: "wann", "wer", "wo"; '
                "if one is the date or author, --map date=COLUMN says so",
            )
        ]
    assert store.runs()[0].skipped == ()
    assert ingest([table], store, columns={"date": "wann"}).hints == ()  # it was heeded
    assert ingest([table], store, columns={"date": "wann"}).files_unchanged == 1
    assert ingest([table], store).hints == ()


def test_a_file_that_gives_nothing_is_told(folder: Path, store: Store) -> None:
    place = folder / "pictures.zip"
    place.write_bytes(zipped({"a.png": PICTURE}))
    for read in (1, 0):
        report = ingest([place], store)
        assert report.files_read == read
        assert [(bad.path, bad.reason) for bad in report.skipped] == [(str(place), "no article in it")]
