"""The line to the terminal: slow, taking nothing, stopped with its program, of another encoding."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from docs_store import Article, Block, BlockKind, open_store
from tests.terminal.driver import PATIENCE, Terminal

_PAGES = 120
"""Screens of the article, each some thousand bytes: far more than a line keeps."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("line") / "archive"
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, f"Paragraph {n} says “été” … " + f"{n * 7919 % 10_007:,} harbour bridge " * 40)
        for n in range(600)
    )
    with open_store(place, create=True) as store:
        store.put_many([Article("a" * 16, "long", "The long inquiry", blocks)])
    return place


def opened(archive: Path, tmp_path: Path, **env: str) -> Terminal:
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    terminal = Terminal(
        [sys.executable, "-m", "tui", "open", str(archive)], columns=100, lines=40, env={**homes, **env}
    )
    if env:
        terminal._stream.select_other_charset("@")
    terminal.wait_for("newest first")
    terminal.send("long\r")
    terminal.wait_for("Paragraph 0")
    terminal.settle()
    return terminal


def leaf(terminal: Terminal) -> None:
    """Go through the article as keys that are held down do, and read nothing of what comes."""
    for _ in range(_PAGES):
        terminal.send("\x1b[6~")
        time.sleep(0.02)


def test_what_would_be_seen_too_late_is_not_sent(archive: Path, tmp_path: Path) -> None:
    with opened(archive, tmp_path) as terminal:
        before = len(terminal.raw)
        terminal.send("\x1b[6~")
        terminal.settle()
        page = len(terminal.raw) - before
        leaf(terminal)
        terminal.send("G")
        terminal.wait_for("100%")
        terminal.settle()
        assert len(terminal.raw) - before < page * _PAGES / 4
        stood = terminal.text()
        terminal.send("\x0c")
        terminal.settle()
        assert terminal.text() == stood
        terminal.send("\x1b[5~")
        terminal.settle()
        assert terminal.text() != stood
        terminal.send("\x11")
        assert terminal.finish() == 0


def test_a_line_that_takes_nothing_holds_up_no_end(archive: Path, tmp_path: Path) -> None:
    with opened(archive, tmp_path) as terminal:
        leaf(terminal)
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.process.wait(PATIENCE) == 0


def test_a_stop_that_nobody_was_told_of_leaves_one_that_listens_and_one_that_draws(
    archive: Path, tmp_path: Path
) -> None:
    with opened(archive, tmp_path) as terminal:
        stood = terminal.text()
        for _ in range(2):
            os.kill(terminal.process.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED)
            terminal.screen.reset()  # somebody else has had the terminal
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.wait_for(lambda text: text == stood)
            terminal.settle()
        terminal.send("f")
        terminal.send("\x03finquiry of")
        terminal.send("\x1b[D" * 30 + "the ")  # codes that two listeners would take apart
        terminal.wait_for("the inquiry of")
        terminal.send("\x11")
        assert terminal.finish() == 0
        pushed = re.findall(rb"\x1b\[>[0-9]+u", terminal.raw)
        assert len(pushed) == len(re.findall(rb"\x1b\[<u", terminal.raw)) == 3


def test_a_terminal_of_latin_1_gets_letters_it_has_in_their_columns(archive: Path, tmp_path: Path) -> None:
    with opened(archive, tmp_path, PYTHONIOENCODING="latin-1", PYTHONUTF8="0") as terminal:
        assert "été" in terminal.text()
        assert '"été" .' in terminal.text()
        assert "\\u" not in terminal.text()
        assert len({line.rindex("|") for line in terminal.text().splitlines() if "|" in line}) == 1
        terminal.send(f"|cat > '{tmp_path / 'piped'}'\r")
        terminal.wait_for("[done: cat")
        terminal.send("\r")
        terminal.wait_for("Paragraph 0")
        assert 'Paragraph 0 says "\xe9t\xe9" . ' in " ".join((tmp_path / "piped").read_text("latin-1").split())
        terminal.send(b"f\xe9t\xe9")
        terminal.wait_for("  été")
        terminal.send("\x11")
        assert terminal.finish() == 0
