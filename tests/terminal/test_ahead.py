"""What is typed faster than panes are left, or comes over a slow line at once, is not lost."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import pytest

from docs_store import open_store
from tests.terminal.driver import Terminal
from tests.tui.conftest import invented


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ahead") / "archive"
    with open_store(place, create=True) as store:
        store.put_many(invented())
    return place


def opened(archive: Path, tmp_path: Path, columns: int = 120, **env: str) -> Terminal:
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    argv = [sys.executable, "-m", "tui", "open", str(archive)]
    terminal = Terminal(argv, columns=columns, lines=30, env={**homes, **env})
    terminal.wait_for("newest first")
    return terminal


def test_letters_that_come_with_the_key_that_opens_a_box_are_typed_in_it(archive: Path, tmp_path: Path) -> None:
    with opened(archive, tmp_path) as terminal:
        terminal.send("\x03")  # leaves the box
        terminal.wait_for("? help")
        terminal.send("ftremors")
        terminal.wait_for("  tremors ")
        terminal.send("\r")
        terminal.wait_for("third swarm")
        terminal.settle()
        terminal.send("/safe")
        terminal.wait_for("hit 1 of 1 for safe")
        terminal.send("\x11")
        assert terminal.finish() == 0


def test_esc_that_comes_with_the_next_key_is_esc_and_that_key(archive: Path, tmp_path: Path) -> None:
    with opened(archive, tmp_path) as terminal:
        terminal.send("\x1bs")  # leaves the box, and lists searches
        terminal.wait_for("No searches yet")
        terminal.send("fbolts\r")
        terminal.wait_for("for bolts")
        terminal.send("3")
        terminal.wait_for("▌ Ada Quill")
        terminal.send("\x1bftremors\r")
        terminal.wait_for("for tremors")
        terminal.send("\x1b")
        terminal.wait_for("esc list")
        terminal.send("\x11")
        assert terminal.finish() == 0


_SLOW = """
import time
import docs_store.local.store as store
def slowly(name):
    call = getattr(store.LocalStore, name)
    def late(*arguments, **named):
        time.sleep(0.4)
        return call(*arguments, **named)
    setattr(store.LocalStore, name, late)
for name in ("find", "search", "get", "locate"):
    slowly(name)
"""


@pytest.mark.parametrize("columns", [60, 120])
def test_what_is_typed_after_enter_reaches_the_article_in_order(archive: Path, tmp_path: Path, columns: int) -> None:
    (tmp_path / "sitecustomize.py").write_text(_SLOW)
    with opened(archive, tmp_path, columns, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.send("bolts\r")
        terminal.send("n")
        terminal.send("n/witness 2\rnnn")
        terminal.wait_for("hit 4 of 11 for witness 2")
        terminal.send("\x1b")
        terminal.settle()
        terminal.send("f")
        terminal.send("tremors\rG3")
        terminal.wait_for("▌ Ada Quill")
        terminal.send("\x11")
        assert terminal.finish() == 0


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_bursts_from_the_list_and_the_box_leave_no_key_unanswered(
    archive: Path, tmp_path: Path, seed: int | None
) -> None:
    """`seed` draws the gaps between keys of a slow line, 0 to 30 ms; None leaves out all."""
    draw = random.Random(seed)

    def burst(keys: str) -> None:
        if seed is None:
            terminal.send(keys)
            return
        for key in keys:
            time.sleep(draw.choice((0.0, draw.uniform(0.0, 0.03))))
            terminal.send(key)

    with opened(archive, tmp_path) as terminal:
        terminal.send("\x03")  # leaves the box
        terminal.wait_for("? help")
        for query, word in [
            ("tremors", "safe"),
            ("bolts", "witness"),
            ("inquiry", "witness"),
        ] * 2:
            burst(f"f{query}\r")
            terminal.wait_for(f"  {query} ")
            burst(f"/{word}\r")
            terminal.wait_for(f"for {word}")
            terminal.send("\x1b\x1b")
            terminal.settle()
            terminal.send("f")
            terminal.wait_for("complete")
            terminal.send("\x03")
            terminal.wait_for("? help")
        terminal.send("\x11")
        assert terminal.finish() == 0
