"""What is typed faster than panes are left, or comes over a slow line at once, is not lost."""

from __future__ import annotations

import sys
from pathlib import Path

from docs_store import open_store
from tests.terminal.driver import Terminal
from tests.tui.conftest import invented


def test_letters_that_come_with_the_key_that_opens_a_box_are_typed_in_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many(invented())
    env = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    argv = [sys.executable, "-m", "tui", "open", str(tmp_path / "archive")]
    with Terminal(argv, columns=120, lines=30, env=env) as terminal:
        terminal.wait_for("newest first")
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
