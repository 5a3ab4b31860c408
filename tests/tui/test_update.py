"""Adding in a process of its own, while the app reads: how far it is, its end, and every way it can go wrong."""

from __future__ import annotations

import asyncio
import errno
import gc
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from docs_store import StoreError, open_store
from tests.docs_store.packing import BRIDGE, HARBOUR
from tests.tui.conftest import AppMaker, invented
from tests.tui.test_reading import WIDE, screen_of, shown, titles
from tests.tui.waiting import come, until
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.child import ended, started
from tui.progress import Pace, outcome
from tui.update import Update
from tui.update_process import Done, Progress, Reason

MANY = 40_000

_FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
"""

_FAULT = """
import docs_store.ingestion.run
def ingest(*_, **__):
    raise RuntimeError("the moon")
docs_store.ingestion.run.ingest = ingest
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file that takes many seconds to add."""
    path = tmp_path / "wire.jsonl"
    text = "The tide was out, and nobody at the harbour of Port Sela knew why. " * 5
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"title": f"Tide table {number}", "text": text}) + "\n" for number in range(MANY))
    return path


class _Told:
    """An update, and what it told."""

    def __init__(self, archive: Path, *paths: Path) -> None:
        self.progress: list[Progress] = []
        self.update = Update(archive, paths, self._hear)
        self.signal: signal.Signals | None = None
        self.stops_at = MANY

    def _hear(self, progress: Progress) -> None:
        self.progress.append(progress)
        if progress.articles >= self.stops_at:
            if self.signal is None:
                self.update.stop()
            elif self.update._process is not None:
                self.update._process.send_signal(self.signal)


def _whole(archive: Path) -> int:
    with open_store(archive) as store:
        assert store.check() == ()
        return store.count()


async def test_what_is_new_is_added_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(HARBOUR)
    (tmp_path / "b.bin").write_bytes(bytes(100) + b"x")
    odd = tmp_path / os.fsdecode(b"odd\xff.txt")
    odd.write_bytes(BRIDGE)
    told = _Told(tmp_path / "archive", tmp_path / "a.txt", tmp_path / "b.bin", odd)
    done = await told.update.run()
    assert done is not None
    assert (done.added, done.files_read, done.skipped) == (2, 3, 1)
    assert done.reasons == (Reason("binary, not text", 1, (str(tmp_path / "b.bin"),)),)
    assert _whole(tmp_path / "archive") == 2
    assert all(each.total == 3 for each in told.progress)
    await told.update.close()


async def test_stopped_it_leaves_all_that_was_read(tmp_path: Path, many: Path) -> None:
    told = _Told(tmp_path / "archive", many)
    told.stops_at = 300
    assert await told.update.run() is None
    assert told.progress[-1].articles <= _whole(tmp_path / "archive") < MANY


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
async def test_killed_it_leaves_whole_articles_and_says_so(tmp_path: Path, many: Path, ending: signal.Signals) -> None:
    told = _Told(tmp_path / "archive", many)
    told.stops_at, told.signal = 100, ending
    if ending is signal.SIGTERM:
        assert await told.update.run() is None
    else:
        with pytest.raises(StoreError, match=r"was ended by the system \(Killed, perhaps for want of memory\)"):
            await told.update.run()
    assert _whole(tmp_path / "archive") < MANY


async def test_it_is_stopped_before_it_has_read_what_to_do(tmp_path: Path, many: Path) -> None:
    told = _Told(tmp_path / "archive", many)
    running = asyncio.create_task(told.update.run())
    await come(lambda: told.update._process)
    told.update.stop()
    assert await running is None


async def test_it_is_stopped_before_it_has_begun(tmp_path: Path, many: Path) -> None:
    told = _Told(tmp_path / "archive", many)
    told.update.stop()
    assert await told.update.run() is None
    assert not (tmp_path / "archive").exists()


async def test_who_leaves_meanwhile_leaves_no_process(tmp_path: Path, many: Path) -> None:
    told = _Told(tmp_path / "archive", many)
    running = asyncio.create_task(told.update.run())
    await come(lambda: told.progress)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert told.update._process is not None
    assert told.update._process.returncode is not None
    assert _whole(tmp_path / "archive") < MANY


@pytest.mark.parametrize("turns", [0, 1, 3, 10])
async def test_who_is_told_to_leave_twice_leaves_no_process_either(tmp_path: Path, many: Path, turns: int) -> None:
    """As it happens: workers are cancelled by the app, and again by Textual; be it just when the process starts."""
    told = _Told(tmp_path / "archive", many)
    running = asyncio.create_task(told.update.run())
    for _ in range(turns):
        await asyncio.sleep(0)
    for _ in range(2):
        running.cancel()
        await asyncio.sleep(0)
    await told.update.close()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert told.update._process is None or told.update._process.returncode is not None


async def test_it_dies_with_who_started_it(tmp_path: Path, many: Path) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path; from tui.update import Update\n"
        "def hear(progress): print(update._process.pid, flush=True)\n"
        "update = Update(Path(sys.argv[1]), [Path(sys.argv[2])], hear)\n"
        "asyncio.run(update.run())\n"
    )
    starter = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(tmp_path / "archive"), str(many), stdout=asyncio.subprocess.PIPE
    )
    assert starter.stdout
    process = int(await starter.stdout.readline())
    starter.kill()
    await starter.communicate()
    await come(lambda: not _runs(process))
    assert _whole(tmp_path / "archive") < MANY


def _runs(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return Path(f"/proc/{process}/cmdline").read_bytes() != b"" if sys.platform == "linux" else True
    return False


async def test_a_locked_archive_is_told_in_the_words_of_the_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "archive", create=True), pytest.raises(StoreError) as told:
        await _Told(tmp_path / "archive", tmp_path).update.run()
    assert str(told.value).startswith(f"{tmp_path / 'archive'}: process {os.getpid()} on ")
    assert "is writing to this archive; wait until it is done" in str(told.value)


async def test_a_broken_archive_is_told_in_the_words_of_the_store(tmp_path: Path) -> None:
    open_store(tmp_path / "archive", create=True).close()
    for path in (tmp_path / "archive").glob("*.sqlite*"):
        path.write_bytes(b"no database" * 999)
    with pytest.raises(StoreError) as here:
        open_store(tmp_path / "archive", create=True)
    with pytest.raises(StoreError) as told:
        await _Told(tmp_path / "archive", tmp_path).update.run()
    assert str(told.value) == str(here.value)


@pytest.mark.skipif(sys.platform != "linux", reason="files are limited there")
async def test_a_full_disk_is_told(tmp_path: Path, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(_FULL)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"disk|room|limit|large"):
        await _Told(tmp_path / "archive", many).update.run()


async def test_a_fault_of_ours_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(_FAULT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"^adding failed \(RuntimeError: the moon\); what was stored stays$"):
        await _Told(tmp_path / "archive", tmp_path).update.run()


@pytest.mark.parametrize("line", ['{"type": "prog', "not JSON\\n", '{"type": "unknown"}\\n', ""])
async def test_what_is_no_word_of_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        f"import os, sys\nif 'tui.update_process' in sys.orig_argv:\n    os.write(1, b'{line}')\n    os._exit(7)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"^adding was cut short: "):
        await _Told(tmp_path / "archive", tmp_path).update.run()


async def test_no_process_to_be_had_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def none(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(asyncio, "create_subprocess_exec", none)
    update = _Told(tmp_path / "archive", tmp_path).update
    with pytest.raises(StoreError, match="no process can be started to add articles: Resource temporarily"):
        await update.run()
    await update.close()


# ------------------------------------------------------------------ in the app


async def test_a_folder_is_read_while_its_first_articles_are_shown(
    make_app: AppMaker, tmp_path: Path, many: Path
) -> None:
    source = Source(tmp_path / "archive", (many,), name="wire")
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        app = pilot.app
        assert isinstance(app, BroadsheetApp)
        await until(pilot, lambda: "adding · " in app.progress_words and "/s" in app.progress_words, "progress")
        await until(pilot, lambda: "Tide table" in "".join(titles(screen)), "the first articles")
        assert app._update is not None
        process = app._update._process
    assert process is not None
    assert process.returncode is not None
    assert 0 < _whole(tmp_path / "archive") < MANY


async def test_a_killed_process_is_told_and_reading_goes_on(make_app: AppMaker, tmp_path: Path, many: Path) -> None:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many(invented())
    async with make_app(Source(tmp_path / "archive", (many,))).run_test(size=WIDE) as pilot:
        screen, app = screen_of(pilot), pilot.app
        assert isinstance(app, BroadsheetApp)
        await until(pilot, lambda: app.progress_words, "progress")
        assert app._update is not None
        assert app._update._process is not None
        app._update._process.kill()
        await until(pilot, lambda: "adding was cut short" in screen.status._words, "what happened")
        assert titles(screen)


async def test_documents_that_cannot_be_stored_are_told(make_app: AppMaker, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BRIDGE)
    (tmp_path / "archive").write_text("a file where a folder should be")
    async with make_app(Source(tmp_path / "archive", (tmp_path / "a.txt",))).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: "cannot be" in shown(screen))
        assert "Traceback" not in shown(screen)


# ------------------------------------------------------------------ in words


def _steps(total: int) -> Iterator[tuple[float, Progress]]:
    return ((at, Progress(round(at * 10), total, round(at * 200))) for at in range(31))


def test_progress_has_a_rate_and_the_time_left() -> None:
    pace = Pace()
    words = [pace.words(progress, at) for at, progress in _steps(6_000)]
    assert words[0] == "adding · 0 of 6,000 files · 0 articles"
    assert words[30] == "adding · 300 of 6,000 files · 6,000 articles · 200/s · 10 min left"
    assert Pace().words(Progress(0, 0, 0), 1.0) == ""
    assert Pace().words(Progress(0, 1, 1), 1.0) == "adding · 1 article"


def test_the_rate_is_of_the_last_seconds() -> None:
    pace = Pace()
    pace.words(Progress(0, 2_000_000, 0), 0.0)
    assert pace.words(Progress(100, 2_000_000, 10_000), 5.0).endswith("10,000 articles · 2,000/s · 27.8 h left")
    pace.words(Progress(100, 2_000_000, 10_000), 16.0)
    assert pace.words(Progress(100, 2_000_000, 10_000), 20.0).endswith("10,000 articles · 0/s")


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Done(), "up to date"),
        (Done(1_200, 3, vanished=2), "1,200 added · 3 changed · 2 vanished"),
        (Done(skipped=4), "up to date, but for 4 skipped (A says why)"),
        (Done(skipped=4, files_read=4), "4 skipped (A says why)"),
    ],
)
def test_what_was_done_is_one_line(done: Done, words: str) -> None:
    assert outcome(done) == words


@pytest.mark.parametrize("times", [2, 3, 4, 5, 6])
def test_however_often_it_is_cancelled_no_process_stays(tmp_path: Path, many: Path, times: int) -> None:
    """The app cancels what goes on when it ends, more than once: the process stayed, and with it its pipes."""

    async def cancelled(delay: float) -> None:
        running = asyncio.ensure_future(Update(tmp_path / "archive", (many,), lambda _: None).run())
        await asyncio.sleep(delay)
        for _ in range(times):
            running.cancel()
            await asyncio.sleep(0.001)
        with pytest.raises(asyncio.CancelledError):
            await running

    for delay in (0, 0.002, 0.005, 0.02, 0.1):
        asyncio.run(cancelled(delay))
        gc.collect()  # what was left open says so


def test_no_process_stays_where_its_loop_ends_while_it_is_waited_for() -> None:
    async def left() -> None:
        process = await started("tui.update_process", stdin=asyncio.subprocess.PIPE)
        ending = asyncio.ensure_future(ended(process))
        await asyncio.sleep(0)  # it is killed by now, and not gone yet
        assert not ending.done()

    asyncio.run(left())
    gc.collect()  # what was left open says so
