"""A folder that is being added while one reads: the screen answers, and leaving leaves whole articles."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docs_store import open_store
from tests.terminal.driver import Terminal

MANY = 40_000


def test_one_leaves_while_a_folder_is_added(tmp_path: Path) -> None:
    wire = tmp_path / "clippings" / "wire.jsonl"
    wire.parent.mkdir()
    text = "The tide was out, and nobody at the harbour of Port Sela knew why. " * 5
    with wire.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"title": f"Tide table {number}", "text": text}) + "\n" for number in range(MANY))
    env = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    with Terminal([sys.executable, "-m", "tui", str(wire.parent)], columns=120, lines=30, env=env) as terminal:
        terminal.wait_for("adding · ")
        terminal.wait_for("Tide table")
        terminal.send("table")
        terminal.wait_for(" of ")
        terminal.wait_for("articles · ")
        terminal.send("\x11")
        assert terminal.finish() == 0
        assert "Traceback" not in terminal.text()
    (archive,) = {path.parent for path in (tmp_path / "DATA").rglob("writer.lock")}
    with open_store(archive) as store:  # nobody holds it any more
        assert store.check() == ()
        assert 0 < store.count() < MANY
