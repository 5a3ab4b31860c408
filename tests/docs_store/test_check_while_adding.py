"""Looking an archive over while another process adds to it: that the index is behind is no fault then."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from docs_store import open_store
from tests.contract.articles import made

ADDING = """
import sys
from docs_store import open_store
from tests.contract.articles import made

with open_store(sys.argv[1]) as store:
    print("begun", flush=True)
    for batch in range(1_000_000):
        articles = [made(f"{batch}-{at}", f"Osk {batch}", "The well is dry.") for at in range(20)]
        store.put_many(articles)
        store.remove([article.id for article in articles[:5]])
"""

STUCK = """
import sys
from docs_store import open_store
from docs_store.local.index import Index
from tests.contract.articles import made

def update(*_):
    print("begun", flush=True)
    sys.stdin.read()

with open_store(sys.argv[1]) as store:
    Index.update = update
    store.put_many([made("new", "Lighthouse sold", "The keeper has bought it.")])
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([made("well", "The well of Osk", "It is dry.")])
    return tmp_path / "archive"


@contextmanager
def running(program: str, archive: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program that stores in the archive, once it has begun."""
    argv = [sys.executable, "-c", program, str(archive)]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        try:
            yield process
        finally:
            process.kill()


def check(archive: Path, *options: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-m", "tui", "check", *options, "--archive", str(archive)]
    return subprocess.run(argv, capture_output=True, text=True, check=False)


def test_no_fault_is_seen_in_what_another_process_is_about(archive: Path) -> None:
    with running(ADDING, archive), open_store(archive, read_only=True) as store:
        for at in range(60):
            assert [finding for finding in store.check(thorough=at % 2 == 0) if finding.is_fault] == []


@pytest.mark.parametrize("options", [[], ["--all"], ["--repair"]])
def test_what_waits_for_its_writer_is_wrong_once_the_writer_is_gone(archive: Path, options: list[str]) -> None:
    with running(STUCK, archive) as process:
        found = check(archive, *options)
        assert (found.returncode, found.stderr) == (0, "")
        assert f"passing: process {process.pid} on " in found.stdout
        assert "wrong" not in found.stdout.replace("nothing is wrong", "")
    assert process.returncode == -signal.SIGKILL
    found = check(archive)
    assert found.returncode == 1
    assert "wrong: 1 articles wait to be indexed" in found.stdout
    assert check(archive, "--repair").returncode == 0
    assert check(archive, "--all").returncode == 0


def test_a_fault_is_told_while_another_process_writes(archive: Path, tmp_path: Path) -> None:
    with open_store(tmp_path / "other", create=True) as store:
        store.put_many([made("gone", "Gone"), made("well", "The well of Osk", "It is dry.")])
        store.remove([made("gone", "Gone").id])
    (index,) = archive.glob("index-*")
    (other,) = (tmp_path / "other").glob("index-*")
    index.rename(tmp_path / "before")
    other.rename(index)
    with running(STUCK, archive):
        found = check(archive, "--all")
        assert found.returncode == 1
        assert "wrong: 1 articles are not in the index, and do not wait for it" in found.stdout


def test_looking_keeps_nobody_from_writing(archive: Path) -> None:
    with open_store(archive, read_only=True) as reader:
        reader.check()
        with open_store(archive) as store:
            assert store.check() == ()
