"""A disk that is full when the app is left: what it remembered before stays, and it is said once the screen is back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docs_store import open_store
from tests.contract.articles import made
from tests.terminal.driver import Terminal

_RUN = """
import resource, signal, sys
from tui.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="files are limited there")
def test_what_cannot_be_remembered_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([made("well", "The well of Osk", "It is dry.")])
    env = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    state = tmp_path / "XDG_STATE_HOME" / "broadsheet" / "state.json"
    state.parent.mkdir(parents=True)
    state.write_text('{"theme": "ink"}')

    with Terminal([sys.executable, "-c", _RUN, "open", str(tmp_path / "archive")], env=env) as terminal:
        terminal.wait_for("The well of Osk")
        terminal.send("\x11")
        assert terminal.finish() == 2
        # The file's path decides where the lines end.
        terminal.wait_for(lambda text: "not remembered" in text.replace("\n", ""))

    assert state.read_text() == '{"theme": "ink"}'
    assert {path.name for path in state.parent.iterdir()} == {"state.json", "state.lock"}
