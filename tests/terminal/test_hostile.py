"""Hostile bytes in every field, through every screen, on a real pty: the terminal must only ever be drawn on."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from docs_store import Article, Block, BlockKind, EntityKind, EntityMention, Image, Link, LinkKind, open_store
from tests.terminal.driver import PATIENCE, SETTLED, Terminal
from tests.terminal.judge import faults

OSC_TITLE = "\x1b]0;owned\x07"
PAYLOADS = [
    OSC_TITLE, "\x1b]52;c;b3duZWQ=\x07", "\x1b[2J\x1b[H", "\x9b31m", "\x1bP+q544e\x1b\\", "\x1b]8;;http://x/\x1b\\link",
    "\x1b[?1049l", "\x1bc", "\x07\x08\x0e\x0f", "\u202egpj.exe", "\u2066x\u2069", "[@click=app.exit]x[/]", "[/",
    "[/Reuters]", "[bold]x", "a\u2028b\u2029c", "\x00\x7f", "\ufeff\u200b", "\U000e0041", "e" + "\u0301" * 40, "\ud800",
]  # fmt: skip
ALL = " ".join(PAYLOADS)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    names = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
    return {name: str(tmp_path / name) for name in names} | {"COLORTERM": "truecolor"}


def hostile_article() -> Article:
    text = f"Hostile {ALL} text names Ada\x1b[31m Quill here."
    blocks = (
        Block(BlockKind.STANDFIRST, f"stand {ALL}"),
        Block(BlockKind.PARAGRAPH, text),
        Block(BlockKind.CAPTION, f"caption {ALL}", 0),
        Block(BlockKind.HEADING, f"heading {ALL}"),
        Block(BlockKind.LIST_ITEM, f"item {ALL}"),
        Block(BlockKind.QUOTE, f"quote {ALL}"),
    )
    return Article(
        "a" * 16, f"key {ALL}", f"Hostile headline {ALL}", blocks, (f"author {ALL}",), source=f"source {ALL}",
        url=f"https://x.example/{ALL}", tags=(f"tag {ALL}",),
        images=(Image(f"caption {ALL}", f"credit {ALL}", f"alt {ALL}", f"file {ALL}.jpg"),),
        mentions=(EntityMention(0, 7, EntityKind.PERSON, f"Ada {ALL}", 1),),
        links=(Link(f"link {ALL}", f"javascript:{ALL}", LinkKind.RELATED),),
        path=f"/tmp/{ALL}",
    )  # fmt: skip


@pytest.fixture
def hostile_archive(tmp_path: Path) -> Path:
    place = tmp_path / "archive"
    with open_store(place, create=True) as store:
        store.put_many([hostile_article()])
    return place


def run(path: Path | str, env: Mapping[str, str], columns: int = 130, lines: int = 40) -> Terminal:
    return Terminal([sys.executable, "-m", "tui", "open", str(path)], columns=columns, lines=lines, env=env)


@pytest.mark.parametrize("size", [(130, 40), (80, 24), (40, 12)])
def test_hostile_fields_through_every_screen(hostile_archive: Path, env: dict[str, str], size: tuple[int, int]) -> None:
    with run(hostile_archive, env, *size) as terminal:
        terminal.wait_for("newest first")
        terminal.send("hostile")
        terminal.wait_for("1 article of 1")
        terminal.send("\r")
        terminal.wait_for("stand")
        for keys in (
            "1",
            "\r",
            "2",
            "3",
            "\r",
            "a",
            "f",
            "\x1b",
            "\t",
            "\t",
            "y",
            "v",
            "l",
            "\x1b",
            "R",
            "\x1b",
            "4",
            "?",
            "\x1b",
            "t",
            "t",
            "n",
            "/",
            "x",
            "\r",
        ):
            terminal.send(keys)
            terminal.settle(SETTLED if keys == "\x1b" else 0.05)  # an Esc and a key at once would be that key with Alt
        terminal.send("q")
        code = terminal.finish()
        assert code == 0
        assert faults(bytes(terminal.raw).replace(copied(terminal), b"")) == []
        assert "owned" not in terminal.screen.title


def copied(terminal: Terminal) -> bytes:
    """Return the one OSC 52 that the reader's own `y` asked for, so that it is not taken for the article's."""
    raw = bytes(terminal.raw)
    start = raw.find(b"\x1b]52;c;")
    assert raw.count(b"\x1b]52;") <= 1
    return raw[start : raw.find(b"\x07", start) + 1] if start >= 0 else b"\x00never\x00"


def test_what_is_typed_and_pasted_cannot_act(hostile_archive: Path, env: dict[str, str]) -> None:
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        terminal.send(b"\x1b[200~" + ALL.encode("utf-8", "replace").replace(b"\x1b", b"") + b"\n\x1b[201~")
        terminal.settle()
        terminal.send("\x03")
        terminal.settle()
        terminal.send("q")
        assert terminal.finish() == 0
        assert faults(bytes(terminal.raw)) == []


def test_hostile_files_and_their_names(tmp_path: Path, env: dict[str, str]) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "evil\x1b]0;owned\x07[bold].txt").write_bytes(
        f"Evil title {ALL}\n\nText {ALL}\n".encode("utf-8", "replace")
    )
    (folder / "records.jsonl").write_text(
        json.dumps({"id": ALL, "title": f"Evil record {ALL}", "text": f"Body {ALL}", "images": [{"caption": ALL}]})
        + "\n"
    )
    (folder / os.fsdecode(b"bad\xff\xfename.txt")).write_bytes(
        b"A file of a strange name\n\nIt has some text, and more of it.\n"
    )
    with run(folder, env) as terminal:
        terminal.wait_for("Evil")
        terminal.send("evil\r")
        terminal.settle()
        terminal.send("q")
        assert terminal.finish() == 0
        assert faults(bytes(terminal.raw)) == []


def test_the_end_of_the_line_ends_it_and_keeps_what_is_to_be_kept(hostile_archive: Path, env: dict[str, str]) -> None:
    terminal = run(hostile_archive, env)
    terminal.wait_for("newest first")
    os.close(terminal._master)
    assert terminal.process.wait(PATIENCE) == 0
    assert (Path(env["XDG_STATE_HOME"]) / "broadsheet" / "state.json").is_file()


def test_invalid_utf8_on_standard_input_does_not_kill(hostile_archive: Path, env: dict[str, str]) -> None:
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        terminal.send(b"host\xff\xfe\x80ile")
        terminal.settle()
        assert terminal.process.poll() is None
        terminal.send("\x03")
        terminal.wait_for("newest first")
        terminal.settle()
        terminal.send("q")
        assert terminal.finish() == 0


def test_the_screen_is_given_back(hostile_archive: Path, env: dict[str, str]) -> None:
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        terminal.send("\x11")
        assert terminal.finish() == 0
        assert b"\x1b[?1049l" in terminal.raw
        assert b"\x1b[?25h" in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it(hostile_archive: Path, env: dict[str, str], number: signal.Signals) -> None:
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        os.kill(terminal.process.pid, number)
        deadline = time.monotonic() + PATIENCE
        while terminal.process.poll() is None:
            assert time.monotonic() < deadline
            terminal.read(0.1)
        assert terminal.process.returncode == 0
        assert (Path(env["XDG_STATE_HOME"]) / "broadsheet" / "state.json").is_file()


def test_resizing_to_anything_while_it_runs(hostile_archive: Path, env: dict[str, str]) -> None:
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        terminal.send("hostile\r")
        for columns, lines in ((20, 5), (1, 1), (300, 100), (80, 24), (2, 40), (120, 40)):
            terminal.resize(columns, lines)
            terminal.settle()
            terminal.send("1\x1bj")
        terminal.wait_for("Hostile")
        assert terminal.process.poll() is None


def test_an_idle_screen_writes_no_byte(hostile_archive: Path, env: dict[str, str]) -> None:
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        terminal.settle()
        before = len(terminal.raw)
        terminal.read(5.0)
        assert len(terminal.raw) == before


@pytest.mark.parametrize("cut", [0, 20])
def test_nothing_in_a_pasted_text_is_a_key(hostile_archive: Path, env: dict[str, str], cut: int) -> None:
    pasted = b"\x1b[200~hostile\x1bq\x1b[31m q \x11?\x1b[201~"
    with run(hostile_archive, env) as terminal:
        terminal.wait_for("newest first")
        terminal.send(pasted[:cut])
        terminal.read(0.005)
        terminal.send(pasted[cut:])
        terminal.wait_for("hostile␛q␛[31m q ␑?")
        terminal.send("\x1b")
        terminal.settle()
        terminal.send(pasted)  # the list has the focus: a key would be a command
        terminal.settle()
        assert terminal.process.poll() is None
        terminal.send(b"\x1b[200~with no end")
        terminal.wait_for("with no end")
        terminal.send("\x11")
        assert terminal.finish() == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_refused_with_a_sentence(hostile_archive: Path, env: dict[str, str], term: str) -> None:
    with Terminal([sys.executable, "-m", "tui", "open", str(hostile_archive)], env=env | {"TERM": term}) as terminal:
        terminal.wait_for("cannot show the reading room")
        assert terminal.finish() == 2
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(
    "setting", [{"TERM": "xterm-256color", "COLORTERM": ""}, {"TERM": "linux", "COLORTERM": ""}, {"NO_COLOR": "1"}]
)
def test_it_draws_in_every_kind_of_terminal(
    hostile_archive: Path, env: dict[str, str], setting: dict[str, str]
) -> None:
    with Terminal([sys.executable, "-m", "tui", "open", str(hostile_archive)], env=env | setting) as terminal:
        terminal.wait_for("Hostile headline")
        terminal.send("\x11")
        assert terminal.finish() == 0
        coloured = b"\x1b[38;2;" in terminal.raw or b";38;2;" in terminal.raw
        assert not (coloured and setting.get("COLORTERM") == "")
