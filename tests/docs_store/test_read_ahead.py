"""Reading in other processes gives what reading here gives, and no death among them stops the run."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import Article, DocumentError, MemoryStore, Skipped, ingest, read_bounded
from docs_store.ingestion import bounded, reader_process, run
from docs_store.ingestion.frames import Frame, decode_frame, encode_frame, next_frame, write_frame
from docs_store.ingestion.read_ahead import ReadAhead
from docs_store.ingestion.reader_process import NAMES, is_behind, read_here
from docs_store.local.summaries import summary_columns, summary_of
from docs_store.marks import Marks
from docs_store.model import Block, BlockKind
from docs_store.processes import module_command
from docs_store.reading.limits import TOO_DEEP, TOO_LARGE, TOO_SLOW
from tests.docs_store.packing import BRIDGE, HARBOUR, zipped

_DEADLY = """
import os, sys
def hook(event, arguments):
    if event == "open" and str(arguments[0]).endswith("deadly.txt"):
        os._exit(9)
sys.addaudithook(hook)
"""

COSTLY = """
import docs_store.reading.formats as formats
import sys

import docs_store.reading.limits as limits
from docs_store.reading.reader import Format

limits.SECONDS = 1.0

def hang(source, reading):
    while True:
        pass
    yield

def hang_in_c(source, reading):
    max(range(10**13))
    yield

def take_memory(source, reading):
    yield bytearray(2**31)

def leave_no_memory(source, reading):
    sys.modules["__main__"].Frame = lambda *_: bytearray(2**31)  # not even to say so
    yield bytearray(2**31)

def go_deeper(source, reading):
    yield from go_deeper(source, reading)

formats.FORMATS = tuple(
    Format("", lambda source, word=word: source.head.startswith(word), read)
    for word, read in ((b"go deeper", go_deeper), (b"hang in C", hang_in_c), (b"hang", hang),
                       (b"take memory", take_memory), (b"leave no memory", leave_no_memory))
) + formats.FORMATS
"""


@pytest.fixture(name="paths")
def _paths(tmp_path: Path) -> list[str]:
    """Files of several kinds, some of them bad."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    lines = [
        json.dumps({"id": number, "title": f"Report {number}", "text": "The mayor of Paris spoke. " * 30})
        for number in range(700)
    ]
    (folder / "a.jsonl").write_text("\n".join([*lines, "not JSON", *lines[:2]]))
    (folder / "b.txt").write_text("The Harbour Opens\n\nBy Ada Quill\n\nThe harbour opened on Monday after years.")
    (folder / "c.bin").write_bytes(bytes(range(256)))
    (folder / "d.txt").write_bytes(b"")
    (folder / "é\udcff.txt").write_text("The Harbour Closes\n\nIt closed again on Tuesday, and nobody said why it had.")
    return sorted(map(str, folder.iterdir()))


def read_all(reader: ReadAhead | None, path: str) -> list[object]:
    found: list[object] = []
    try:
        found.extend(read_here(path, annotate=True) if reader is None else reader.read(path))
    except DocumentError as error:
        found.append((error.path, error.reason, isinstance(error.__cause__, OSError)))
    return found


@pytest.mark.parametrize("jobs", [1, 3, 9])
def test_the_same_comes_out_as_here(paths: list[str], jobs: int) -> None:
    paths.append("/nowhere/at/all")
    with ReadAhead(paths, jobs, annotate=True) as reader:
        for path in paths:
            assert read_all(reader, path) == read_all(None, path)


def test_a_reader_finds_names_itself_where_what_it_sent_still_waits() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as taken, os.fdopen(writing, "wb") as sent:
        assert not is_behind(sent.fileno())
        write_frame(Frame(), sent)
        assert is_behind(sent.fileno())
        assert next_frame(taken)
        assert not is_behind(sent.fileno())


def test_names_that_were_looked_for_are_not_looked_for_again() -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "The mayor of Paris spoke."),)
    sent = BytesIO()
    for is_named in (False, True):
        write_frame(Frame((Article("0" * 16, "osk", "Osk", blocks=blocks),), named=is_named), sent)
    namer = module_command("docs_store.ingestion.reader_process", NAMES)
    came = BytesIO(subprocess.run(namer, input=sent.getvalue(), stdout=subprocess.PIPE, check=True).stdout)
    frames = [decode_frame(next_frame(came)) for _ in range(2)]
    assert [bool(frame.articles[0].mentions) for frame in frames] == [True, False]


@given(st.integers(-16_000_000_000, 4_000_000_000), st.integers(-23 * 60 - 59, 23 * 60 + 59))
def test_a_frame_keeps_the_offset_of_a_time_and_with_that_its_day(seconds: int, minutes: int) -> None:
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    moment = dt.datetime(1970, 1, 1, tzinfo=zone) + dt.timedelta(seconds=seconds)
    article = Article("0" * 16, "osk", "Osk", published=moment, marks=Marks(saved=moment))
    frame = Frame((article,), (Skipped("a.json", "no text in it"),), True, "too large", beside=True)
    came = decode_frame(encode_frame(frame))
    assert came == frame
    assert str(came.articles[0].published) == str(moment)
    assert came.articles[0].summary.date == moment.date() == came.articles[0].summary.saved_day
    assert summary_of((*summary_columns(came.articles[0].summary), "", 1)).date == moment.date()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_keeps_the_day_it_prints_whoever_reads_it(tmp_path: Path, jobs: int) -> None:
    path = tmp_path / "late.json"
    article = {"title": "Osk", "text": "Osk is dry.", "published": "2019-12-31T23:30:00-05:00"}
    path.write_text(json.dumps([article, article | {"title": "Ede", "published": "2020-01-01T00:30:00+09:00"}]))
    with ReadAhead([str(path)], jobs=jobs, annotate=True) as reader:
        read = [each for each in read_all(reader, str(path)) if isinstance(each, Article)]
    days = [dt.date(2019, 12, 31), dt.date(2020, 1, 1)]
    assert [each.summary.date for each in read] == days
    store = MemoryStore()
    store.put_many(read)
    assert [hit.article.title for hit in store.find("on:2019-12-31", limit=9).hits] == ["Osk"]


@pytest.mark.parametrize("name", ["a_deadly.txt", "z_deadly.txt"])
def test_a_file_that_kills_its_reader_is_skipped_and_the_rest_is_read(
    name: str, paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_DEADLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    deadly = Path(paths[0]).with_name(name)
    deadly.write_text("The Reader Dies\n\nNobody knows why.")
    with MemoryStore() as store:
        report = ingest([deadly.parent], store, jobs=1)
        reasons = {Path(skipped.path).name: skipped.reason for skipped in report.skipped}
        assert set(reasons) == {name, "a.jsonl:701", "c.bin", "d.txt"}
        assert reasons[name] == "the process that read it ended before its end"
        assert store.count() == 702


def test_a_file_whose_reader_somebody_killed_is_read_by_the_next_run(
    paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_DEADLY.replace("os._exit(9)", "os.kill(os.getpid(), 9)"))
    folder = Path(paths[0]).parent
    (folder / "a_deadly.txt").write_text("The Reader Dies\n\nOf what others do.")
    with MemoryStore() as store:
        with monkeypatch.context() as patched:
            patched.setenv("PYTHONPATH", str(tmp_path))
            report = ingest([folder], store, jobs=1)
        (reason,) = (bad.reason for bad in report.skipped if bad.path.endswith("a_deadly.txt"))
        assert reason == "the process that read it was killed, perhaps for want of memory; the next run reads it"
        assert store.count() == 702
        assert ingest([folder], store).added == 1


_SPOILT_NAMES = """
import os
import docs_store.entities as entities
import docs_store.reading.limits as limits

limits.SECONDS = 1.0
annotate = entities.annotate

def find_names(article):
    if article.title == "Report 650":
        FAULT
    return annotate(article)

entities.annotate = find_names
"""


@pytest.mark.parametrize("jobs", [1, 2])  # names are found by the reader, or by another process after it
@pytest.mark.parametrize(
    ("fault", "reason", "left"),
    [
        ("while True: pass", TOO_SLOW, [699]),
        ("os._exit(9)", "the process that read it ended before its end", range(450, 651)),  # a frame may be lost
    ],
)
def test_names_that_cannot_be_found_cost_their_article_or_what_is_left_of_the_file(
    fault: str,
    reason: str,
    left: Sequence[int],
    jobs: int,
    paths: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_SPOILT_NAMES.replace("FAULT", fault))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with MemoryStore() as store:
        report = ingest([paths[0]], store, jobs=jobs)
        assert Skipped(paths[0], reason) in report.skipped
        assert store.count() in left
        assert [(entity.name, entity.articles) for entity in store.top_entities(limit=9)] == [("Paris", store.count())]


def test_ingesting_with_readers_stores_the_same(paths: list[str]) -> None:
    def stored(jobs: int) -> tuple[set[Article], object]:
        with MemoryStore() as store:
            report = ingest(paths, store, jobs=jobs)
            articles = {store.get(summary.id) for summary in store.iter_summaries()}
            return {article for article in articles if article}, (report.added, sorted(map(str, report.skipped)))

    assert stored(2) == stored(0)


def test_stopping_early_leaves_no_process(paths: list[str]) -> None:
    with ReadAhead(paths, 2, annotate=False) as reader:
        next(iter(reader.read(paths[0])))
        processes = [process for each in reader._readers for process in each._processes]
    assert all(process.poll() is not None for process in processes)


def test_what_costs_too_much_is_skipped_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(COSTLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name in ("go deeper", "hang", "hang in C", "take memory"):
        (folder / f"{name}.txt").write_text(name)
    (folder / "all.zip").write_bytes(
        zipped({"a.txt": HARBOUR, "b.txt": b"hang", "c.txt": b"go deeper", "d.txt": BRIDGE})
    )
    (folder / "last.txt").write_bytes(HARBOUR)
    with MemoryStore() as store:
        report = ingest([folder], store)
        assert store.count() == 3
    assert sorted((Path(skipped.path).name, skipped.reason) for skipped in report.skipped) == [
        ("all.zip!b.txt", TOO_SLOW),
        ("all.zip!c.txt", TOO_DEEP),
        ("go deeper.txt", TOO_DEEP),
        ("hang in C.txt", TOO_SLOW),
        ("hang.txt", TOO_SLOW),
        ("take memory.txt", TOO_LARGE),
    ]


def test_what_goes_too_deep_is_no_more_than_skipped_where_it_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def go_deeper(*arguments: object, **named: object) -> Iterator[Article]:
        return go_deeper(*arguments, **named)

    (tmp_path / "a.txt").write_bytes(HARBOUR)
    monkeypatch.setattr(reader_process, "read_among", go_deeper)
    with MemoryStore() as store:
        assert [skipped.reason for skipped in ingest([tmp_path], store).skipped] == [TOO_DEEP]


def test_light_formats_are_read_here_where_there_is_little_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    (tmp_path / "a.txt").write_bytes(HARBOUR)
    (tmp_path / "b.jsonl").write_text('{"title": "a", "text": "b"}\n')
    with MemoryStore() as store, monkeypatch.context() as patched:
        patched.setattr(run, "ReadAhead", started)
        assert ingest([tmp_path], store).added == 2
        (tmp_path / "c.zip").write_bytes(zipped({"a.txt": HARBOUR}))
        with pytest.raises(AssertionError):
            ingest([tmp_path], store)
        (tmp_path / "a.txt").write_bytes(HARBOUR * 2_000)
        with pytest.raises(AssertionError):
            ingest([tmp_path / "a.txt"], store)


def test_a_file_read_bounded_gives_what_it_gives_here_and_may_cost_no_more(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in paths[:2]:
        skipped: list[Skipped] = []
        articles = list(read_bounded(path, on_skip=skipped.append))
        assert [*articles, *skipped] == read_all(None, path)
    (tmp_path / "sitecustomize.py").write_text(COSTLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(bounded, "_LONG", 0)
    for name, reason in (
        ("hang", TOO_SLOW),
        ("hang in C", TOO_SLOW),
        ("take memory", TOO_LARGE),
        ("leave no memory", TOO_LARGE),
    ):
        (tmp_path / "costly.txt").write_text(name)
        with pytest.raises(DocumentError) as refused:
            list(read_bounded(tmp_path / "costly.txt", on_skip=skipped.append))
        assert (refused.value.path, refused.value.reason) == (str(tmp_path / "costly.txt"), reason)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited there")
def test_a_page_whose_tree_takes_too_much_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import docs_store.reading.limits as limits; limits.MEMORY = 2**27")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "a.html").write_text("<html><body>" + "<p>a" * 1_000_000)
    with pytest.raises(DocumentError, match=TOO_LARGE):
        list(read_bounded(tmp_path / "a.html", on_skip=lambda _: None))


@pytest.mark.skipif(os.name != "posix", reason="a process is handed a pipe there")
@pytest.mark.parametrize("verb", [["parse", "-"], ["add", "-", "--archive", "archive"]])
@pytest.mark.parametrize(("content", "reason"), [(HARBOUR, ""), (b"hang", TOO_SLOW)])
def test_standard_input_is_read_bounded_too(verb: list[str], content: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(COSTLY)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), str(Path(__file__).parents[2])))}
    command = [sys.executable, "-m", "tui", *verb]
    done = subprocess.run(command, input=content, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == (2 if reason else 0)
    assert reason in (done.stdout + done.stderr).decode()
