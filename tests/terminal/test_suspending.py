"""ctrl+z, as in other programs: the shell has the terminal until its fg."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "pier.txt").write_text("The old pier\n\nThe pier of Port Sela closed on Monday.\n", "utf-8")
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    return homes | {"HISTFILE": "/dev/null", "PS1": "shell> "}


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("runs", ["{}", "sh -c '{}; true'"], ids=["alone", "behind another program"])
def test_the_shell_has_the_terminal_until_it_brings_it_back(tmp_path: Path, env: dict[str, str], runs: str) -> None:
    read = f"{sys.executable} -m tui {tmp_path / 'pier.txt'}"
    with Terminal(["bash", "--norc", "-i"], columns=160, lines=20, env=env) as terminal:
        terminal.wait_for("shell>")
        terminal.send(f"{runs.format(read)}\r")
        terminal.wait_for("closed on Monday")
        terminal.wait_for("1 added")
        for _ in range(2):
            terminal.send("\x1a")
            terminal.wait_for("Stopped")
            terminal.send("clear; echo $((41 + 1)) jobs\r")
            terminal.wait_for("42 jobs")
            terminal.send("fg\r")
            terminal.wait_for("closed on Monday")
            terminal.wait_for(lambda text: "42 jobs" not in text)
        terminal.send("\x11")
        terminal.wait_for("shell>")
        terminal.send("exit\r")
        assert terminal.finish() == 0


def test_what_no_shell_would_bring_back_goes_on(tmp_path: Path, env: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "tui", str(tmp_path / "pier.txt")], env=env) as terminal:
        terminal.wait_for("closed on Monday")
        terminal.wait_for("1 added")
        terminal.send("\x1a")
        terminal.wait_for("no shell would bring this back")
        terminal.send("\x11")
        assert terminal.finish() == 0
