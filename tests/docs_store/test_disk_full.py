"""A disk that is full when an archive is made, or written: it is said, and with room the next run completes it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from filelock import FileLock

from docs_store import Article, StoreError, open_store
from docs_store.local.disk import why_not_written
from tests.contract.articles import made
from tests.docs_store.older import make_older
from tests.docs_store.packing import HARBOUR

_RUN = """
import resource, signal, sys
from tui.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""

_ROOM: Final = 2**30
_PROSE: Final = "Mayor Odile Varga of Port Sela has seen the dry well, and asks the Harbour Union for water."


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_lock_that_finds_no_room_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def acquire(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileLock, "acquire", acquire)
    with pytest.raises(StoreError, match="the disk is full; make room"):
        open_store(tmp_path / "archive", create=True)


def test_an_archive_that_may_not_be_written_says_that_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def acquire(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    open_store(tmp_path / "archive", create=True).close()
    monkeypatch.setattr(FileLock, "acquire", acquire)
    with pytest.raises(StoreError, match="Read-only file system; make its folder writable; it can still be read"):
        open_store(tmp_path / "archive")


def test_a_database_that_finds_no_room_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(":memory:")) as full:
        full.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError) as found:
            full.execute("CREATE TABLE a (b)")
    assert why_not_written(found.value, tmp_path, "call for help").startswith("the disk is full; make room")
    other = sqlite3.OperationalError("disk I/O error")
    assert why_not_written(other, tmp_path, "call for help") == "disk I/O error; call for help"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(2**40, 2**40, 0))
    assert why_not_written(other, tmp_path, "call for help").startswith("the disk is full; make room")


@pytest.mark.skipif(sys.platform != "linux", reason="files are limited there")
@pytest.mark.parametrize("size", [0, 20_000, 200_000])
def test_what_was_begun_without_room_is_completed_with_it(tmp_path: Path, size: int) -> None:
    (tmp_path / "a.txt").write_bytes(HARBOUR)
    command = ["add", str(tmp_path / "a.txt"), "--archive", str(tmp_path / "archive")]
    require_one_error(run(size, *command))
    assert run(_ROOM, *command).returncode == 0
    with open_store(tmp_path / "archive", read_only=True) as store:
        assert store.count() == 1
        assert store.check() == ()


def run(limit: int, *command: str) -> subprocess.CompletedProcess[str]:
    """Run the program where no file can grow past `limit`."""
    argv = [sys.executable, "-c", _RUN, str(limit), *command]
    return subprocess.run(argv, capture_output=True, text=True, check=False)


def require_one_error(failed: subprocess.CompletedProcess[str]) -> None:
    assert failed.returncode == 2
    assert failed.stderr.startswith("broadsheet: ")
    assert failed.stderr.count("\n") == 1
    assert "backup" not in failed.stderr  # nothing is damaged


def articles(archive: Path) -> list[Article]:
    with open_store(archive, read_only=True) as store:
        return [article for each in store.iter_summaries() if (article := store.get(each.id))]


def grown(tmp_path: Path) -> list[str]:
    """Return how to add more to the archive."""
    (tmp_path / "more.jsonl").write_text("".join(f'{{"title": "Osk {at}", "text": "{_PROSE}"}}\n' for at in range(300)))
    return ["add", str(tmp_path / "more.jsonl")]


def annotated(_: Path) -> list[str]:
    return ["annotate", "--recogniser", "rules"]


def repaired(tmp_path: Path) -> list[str]:
    """Return how to mend the archive, whose index is lost."""
    for index in (tmp_path / "archive").glob("index-*"):
        shutil.rmtree(index)
    return ["check", "--repair"]


def upgraded(tmp_path: Path) -> list[str]:
    """Return what opens the archive for writing, which is one from before entities were known by their spellings."""
    make_older(tmp_path / "archive", 7)
    return ["check", "--repair"]


@pytest.mark.skipif(sys.platform != "linux", reason="files are limited there")
@pytest.mark.parametrize("limit", [0, 6_000])
@pytest.mark.parametrize("made_to", [grown, annotated, repaired, upgraded])
def test_nothing_stored_is_lost_where_there_is_no_more_room(
    tmp_path: Path, made_to: Callable[[Path], list[str]], limit: int
) -> None:
    archive = tmp_path / "archive"
    with open_store(archive, create=True) as store:
        store.put_many([made(f"k{at}", f"The well {at}", f"{_PROSE} {at}") for at in range(200)])
    before = {article.id: article.blocks for article in articles(archive)}
    command = [*made_to(tmp_path), "--archive", str(archive)]

    require_one_error(run(limit, *command))
    again = run(_ROOM, *command)

    assert (again.returncode, again.stderr) == (0, "")
    after = {article.id: article.blocks for article in articles(archive)}
    assert {article_id: after[article_id] for article_id in before} == before
    with open_store(archive, read_only=True) as store:
        assert store.check() == ()
        assert store.search("well", limit=1).total == len(after)


def test_a_star_that_finds_no_room_is_not_said_to_be_a_batch(tmp_path: Path) -> None:
    article = made("lamp", "Lamp oil runs out", _PROSE)
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([article])
        with closing(sqlite3.connect(next((tmp_path / "archive").glob("*.sqlite*")))) as other:
            other.execute(
                "CREATE TRIGGER full BEFORE UPDATE ON article BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
            )
        with pytest.raises(StoreError, match="nothing was changed: database or disk is full"):
            store.mark(article.id, starred=True)
