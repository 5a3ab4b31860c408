from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from docs_store import Article, FileSeen, Highlight, Interrupted, Marks, Store, StoreError
from docs_store.ledger import Run, Stored
from docs_store.store import RUNS
from tests.contract.articles import ALL, HARBOUR, NEWEST_FIRST, SOUP, STRIKE, day, made


def test_an_article_of_the_same_id_is_replaced(writable: Store) -> None:
    changed = replace(SOUP, title="How to cook a pumpkin soup", blocks=HARBOUR.blocks)
    assert writable.put_many([changed]) == Stored(0, 1, 0)
    assert writable.count() == len(ALL)
    assert writable.get(SOUP.id) == changed
    assert writable.find("pumpkin", limit=5).hits[0].article == changed.summary
    assert writable.find("beetroot", limit=5).hits == ()
    assert writable.search("grate", limit=5).hits == ()
    assert SOUP.id in {hit.article.id for hit in writable.search("Lindqvist", limit=5).hits}


def test_the_same_again_changes_nothing(writable: Store) -> None:
    assert writable.put_many(ALL) == Stored(0, 0, len(ALL))
    assert writable.put_many([made("new", "New"), SOUP]) == Stored(1, 0, 1)


def test_marks_stay_where_a_file_is_read_again(writable: Store) -> None:
    again = replace(STRIKE, title="Ferry crews are back", marks=Marks(), tags=("strikes",))
    assert writable.put_many([again]) == Stored(0, 1, 0)
    assert writable.get(STRIKE.id) == replace(again, marks=STRIKE.marks)
    assert writable.put_many([again]) == Stored(0, 0, 1)
    assert [hit.article.key for hit in writable.search("is:starred back", limit=5).hits] == ["strike"]


def test_an_import_adds_marks_and_takes_none_away(writable: Store) -> None:
    marks = Marks(dt.datetime(2030, 1, 1, tzinfo=dt.UTC), read=False, tags=("sea",), highlights=(Highlight("talks"),))
    writable.put_many([replace(STRIKE, marks=marks, tags=("sea",))])
    stored = writable.get(STRIKE.id)
    assert stored is not None
    assert stored.marks == Marks(marks.saved, True, True, ("sea",), (*STRIKE.marks.highlights, Highlight("talks")))
    assert stored.tags == ("sea",)


def test_an_import_without_text_leaves_the_text(writable: Store) -> None:
    bare = replace(HARBOUR, title="x", blocks=(), mentions=(), marks=Marks(starred=True, tags=("sea",)), tags=("sea",))
    assert writable.put_many([bare]) == Stored(0, 1, 0)
    assert writable.get(HARBOUR.id) == replace(HARBOUR, marks=bare.marks, tags=("sea",))
    assert writable.put_many([bare, HARBOUR]) == Stored(0, 0, 2)


def test_the_last_of_one_id_in_a_batch_stays(writable: Store) -> None:
    writable.put_many([made("twin", "First"), made("twin", "Second")])
    assert [hit.article.title for hit in writable.find("second", limit=5).hits] == ["Second"]
    assert writable.find("first", limit=5).hits == ()
    assert writable.search("first", limit=5).hits == ()
    assert writable.check() == ()


def test_removing(writable: Store) -> None:
    assert writable.remove([SOUP.id, STRIKE.id, "0" * 16]) == 2
    assert writable.remove([SOUP.id]) == 0
    assert writable.get(SOUP.id) is None
    assert [summary.key for summary in writable.iter_summaries()] == [
        key for key in NEWEST_FIRST if key not in ("soup", "strike")
    ]
    assert writable.find("beetroot", limit=5).hits == writable.search("beetroot", limit=5).hits == ()
    assert writable.ids_of_file(SOUP.path) == frozenset()
    assert writable.check() == ()


def test_what_was_removed_can_come_back(writable: Store) -> None:
    writable.find("soup", limit=1)
    writable.remove([SOUP.id])
    writable.put_many([SOUP])
    assert writable.get(SOUP.id) == SOUP
    assert [hit.article.id for hit in writable.find("soup", limit=5).hits] == [SOUP.id]
    assert writable.search("grate", limit=5).total == 1


def test_notes_on_files_are_replaced_and_forgotten(writable: Store) -> None:
    writable.put_many([], [FileSeen("/archive/soup.txt", 41, 18)])
    assert FileSeen("/archive/soup.txt", 41, 18) in set(writable.files())
    writable.forget_files(["/archive/soup.txt", "/nowhere"])
    assert [note.path for note in writable.files()] == ["/archive/bad.bin"]
    assert writable.get(SOUP.id) == SOUP


def test_all_files_that_hold_an_article_are_known(writable: Store) -> None:
    copy = replace(SOUP, path="/archive/supper.txt")
    assert writable.put_many([copy]) == Stored(0, 0, 1)
    assert writable.files_of([SOUP.id, STRIKE.id, "0" * 16]) == {
        SOUP.id: {SOUP.path, copy.path},
        STRIKE.id: {STRIKE.path},
    }
    assert writable.ids_of_file(SOUP.path) == writable.ids_of_file(copy.path) == {SOUP.id}
    writable.put_many([SOUP, copy, SOUP])
    assert writable.files_of([SOUP.id]) == {SOUP.id: {SOUP.path, copy.path}}
    writable.release(copy.path, [SOUP.id, STRIKE.id])
    assert writable.files_of([SOUP.id]) == {SOUP.id: {SOUP.path}}
    assert writable.get(SOUP.id) == SOUP
    writable.put_many([copy])
    writable.forget_files([copy.path])
    assert writable.files_of([SOUP.id]) == {SOUP.id: {SOUP.path}}
    writable.put_many([copy], [FileSeen(SOUP.path, 40, 17, gone=(SOUP.id,))])
    assert writable.put_many([copy]) == Stored(0, 1, 0)  # it is in its own file no more
    assert writable.get(SOUP.id) == copy
    writable.put_many([SOUP], [FileSeen(SOUP.path, 40, 17)])
    assert writable.get(SOUP.id) == SOUP
    writable.remove([SOUP.id])
    assert writable.ids_of_file(copy.path) == frozenset()
    assert writable.check() == ()


def test_less_from_another_file_does_not_replace_an_article(writable: Store) -> None:
    text = "The pier was closed on Monday after a survey found cracks in two of its piles."
    full = replace(made("pier", "The pier", text), path="/a.html", published=day("2031-05-02"))
    older = replace(full, path="/b.html", title="An older pier", published=day("2031-05-01"))
    bare = replace(made("pier", "Just a pier"), path="/c.jsonl", published=day("2031-05-03"))
    cut = replace(made("pier", "A cut pier", text[:30]), path="/d.xml", published=None)
    newer = replace(cut, path="/e.html", published=day("2031-05-04"))
    writable.put_many([full])
    assert writable.put_many([older, bare, cut, newer]) == Stored(0, 0, 4, 4)
    assert writable.get(full.id) == full
    assert writable.files_of([full.id])[full.id] == {"/a.html", "/b.html", "/c.jsonl", "/d.xml", "/e.html"}
    again = replace(full, path="/f.html", published=day("2031-05-05"))
    assert writable.put_many([again]) == Stored(0, 1, 0)
    assert writable.get(full.id) == again
    shorter = replace(again, blocks=cut.blocks)
    assert writable.put_many([shorter]).changed == 1  # its own file says so
    assert writable.get(full.id) == shorter
    assert writable.put_many([full, older]) == Stored(0, 1, 1, 1)
    assert writable.get(full.id) == full
    assert writable.check() == ()


def test_what_a_file_holds_no_more_is_noted(writable: Store) -> None:
    note = FileSeen("/archive/soup.txt", 41, 18, gone=(SOUP.id,))
    writable.put_many([], [note])
    assert note in set(writable.files())


def test_a_batch_is_stored_whole_or_not_at_all(writable: Store) -> None:
    def failing() -> Iterator[Article]:
        yield made("half", "Half of a batch")
        raise RuntimeError("the reader broke off")

    with pytest.raises(RuntimeError):
        writable.put_many(failing(), [FileSeen("/half", 1, 1)])
    assert writable.count() == len(ALL)
    assert writable.find("half", limit=5).hits == ()
    assert "/half" not in {note.path for note in writable.files()}
    assert writable.check() == ()


def test_a_closed_store_says_so(writable: Store) -> None:
    writable.close()
    with pytest.raises(StoreError, match="closed"):
        writable.get(SOUP.id)
    with pytest.raises(StoreError, match="closed"):
        writable.moment()
    with pytest.raises(StoreError, match="closed"):
        writable.put_many([SOUP])


def test_interrupt_stops_a_running_query_and_no_later_one(writable: Store) -> None:
    writable.put_many([made(f"k{number}", f"Report {number} of the harbour board") for number in range(3_000)])
    stopped = threading.Event()
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                writable.find("harbuor baord reprot", limit=2_000)
                writable.search("harbour board report", limit=500)
            except Interrupted:
                stopped.set()

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        while not stopped.wait(0.001):
            writable.interrupt()
            assert asking.is_alive()
    finally:
        done.set()
        asking.join()
    assert writable.find("harbour", limit=1).total == 3_001


def test_any_thread_may_ask_while_another_stores(writable: Store) -> None:
    failures: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        try:
            while not done.is_set():
                assert writable.find("harbour", limit=5).hits
                assert writable.search("ferries", limit=5).hits
                assert writable.get(SOUP.id) == SOUP
                assert len(list(writable.iter_summaries())) >= len(ALL)
                assert writable.related(STRIKE.id, limit=5)
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(30):
        writable.put_many([made(f"more{number}", f"More on the harbour, part {number}", "Ferries again.")])
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert writable.count() == len(ALL) + 30


def test_what_runs_did_is_remembered_newest_first(writable: Store) -> None:
    assert writable.runs() == ()
    runs = [
        Run(day(f"2031-05-{1 + number % 28:02}"), 1.5, number, 0, 0, 0, 0, 1, 0, (("empty", 2),))
        for number in range(RUNS + 2)
    ]
    for run in runs:
        writable.note_run(run)
    assert writable.runs() == tuple(runs[:1:-1])
