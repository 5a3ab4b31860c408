"""A disk that is full when an archive is made, or written: it is said, and with room the next run completes it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

from docs_store import StoreError, open_store
from docs_store.local.disk import why_not_written
from tests.docs_store.packing import HARBOUR

_RUN = """
import resource, signal, sys
from tui.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""


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
    command = [str(tmp_path / "a.txt"), "--archive", str(tmp_path / "archive")]

    def add(limit: int) -> subprocess.CompletedProcess[str]:
        run = [sys.executable, "-c", _RUN, str(limit), "add", *command]
        return subprocess.run(run, capture_output=True, text=True, check=False)

    failed = add(size)
    assert failed.returncode == 2
    assert failed.stderr.startswith("broadsheet: ")
    assert failed.stderr.count("\n") == 1
    assert add(2**30).returncode == 0
    with open_store(tmp_path / "archive", read_only=True) as store:
        assert store.count() == 1
        assert store.check() == ()
