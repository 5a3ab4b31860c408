"""An article given to a command of the reader's own, in a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tui.piping import piped


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "pier.txt").write_text("The old pier\n\nThe pier of Port Sela, $(exit 3), closed on Monday.\n", "utf-8")
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    return homes | {"SHELL": "/bin/sh"}


def _reading(tmp_path: Path, env: dict[str, str]) -> Terminal:
    terminal = Terminal([sys.executable, "-m", "tui", str(tmp_path / "pier.txt")], columns=100, lines=20, env=env)
    terminal.wait_for("closed on Monday")
    terminal.wait_for("1 added")  # what is said later stands
    return terminal


def _status(text: str, words: str) -> bool:
    """Whether the app's last line says `words`: not the one that is written below what a command has written."""
    return text.splitlines()[-1].startswith(f"  {words}")


def test_a_command_gets_the_text_and_the_terminal(tmp_path: Path, env: dict[str, str]) -> None:
    out = tmp_path / "out"
    with _reading(tmp_path, env) as terminal:
        terminal.send("|")
        terminal.wait_for("Pipe the article into a command")
        terminal.send(f"cat > '{out}'; echo; echo $((41 + 1)) lines; exit 4\r")
        terminal.wait_for("42 lines")
        terminal.wait_for("[exit status 4: ")
        terminal.send("\r")
        terminal.wait_for(lambda text: _status(text, "exit status 4"))
        assert " ".join(out.read_text("utf-8").split()) == (
            "The old pier The pier of Port Sela, $(exit 3), closed on Monday."
        )
        terminal.send("|")  # the last command stands there, to be typed over
        terminal.wait_for("+ 1)) lines; exit 4")
        terminal.send("true\r")  # reads nothing
        terminal.wait_for("[done: true]")
        terminal.send("\r")
        terminal.wait_for(lambda text: _status(text, "done: true"))
        terminal.send("\x11")
        assert terminal.finish() == 0
        assert "Traceback" not in terminal.text()


def test_ctrl_c_ends_the_command_alone(tmp_path: Path, env: dict[str, str]) -> None:
    with _reading(tmp_path, env) as terminal:
        terminal.send("|")
        terminal.wait_for("Pipe the article into a command")
        terminal.send("echo; echo $((41 + 1)) sleeps; exec sleep 600\r")
        terminal.wait_for("42 sleeps")
        terminal.send("\x03")
        terminal.wait_for("[ended by SIGINT")
        terminal.send("\r")
        terminal.wait_for(lambda text: _status(text, "ended by SIGINT"))
        terminal.send("\x11")
        assert terminal.finish() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems number signals otherwise")
def test_a_command_that_a_signal_without_a_name_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    assert piped("kill -40 $$", "") == "ended by signal 40: kill -40 $$"
