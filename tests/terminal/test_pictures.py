"""Pictures as terminals get them, on a real pty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawing.archives import demo
from tests.drawing.driver import Session
from tests.drawing.emulator import Narrow
from tests.terminal.pictures import Pictures, Showing, placed, sixel_picture


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pictures") / "demo"
    demo(place)
    return place


def opened(session: Session) -> None:
    """Open the picture of the demo's article that has one."""
    terminal = session.terminal
    terminal.wait_for("newest")
    terminal.send("Mount Ferro erupts at dawn")
    terminal.settle()
    terminal.send("\r")
    terminal.settle()
    terminal.send("v")
    terminal.wait_for("picture 1 of")


def test_kitty_gets_a_picture_once_and_its_cells_as_others(archive: Path, tmp_path: Path) -> None:
    session = Session(archive, tmp_path, (120, 40), Narrow, TERM="xterm-kitty")
    with session.terminal as terminal:
        pictures = session.pictures
        opened(session)
        wait(session, lambda: bool(placed(terminal)))
        terminal.settle()
        ((number, kept),) = pictures.kept.items()
        assert placed(terminal) == {(number, y, x) for y in range(kept.lines) for x in range(kept.columns)}
        assert pictures.sent < 300_000
        assert abs(kept.pixels.width / kept.pixels.height - 720 / 450) < 0.01
        assert session.difference() == ""
        assert (len(pictures.kept), pictures.deleted) == (1, [])
        terminal.send("q")
        wait(session, lambda: not placed(terminal))
        terminal.settle()
        assert pictures.deleted == [number]
        assert session.difference() == ""
        terminal.send("\x11")
        assert terminal.finish() == 0


def test_another_size_has_another_picture(archive: Path, tmp_path: Path) -> None:
    session = Session(archive, tmp_path, (120, 40), Narrow, BROADSHEET_PICTURES="kitty")
    with session.terminal as terminal:
        pictures = session.pictures
        opened(session)
        wait(session, lambda: bool(placed(terminal)))
        terminal.resize(60, 20)
        wait(session, lambda: len(pictures.deleted) == 1)
        terminal.settle()
        ((number, kept),) = pictures.kept.items()
        assert number not in pictures.deleted
        assert placed(terminal) == {(number, y, x) for y in range(kept.lines) for x in range(kept.columns)}
        assert kept.columns <= 60


def test_sixels_lie_over_blank_cells_and_nothing_is_left_of_them(archive: Path, tmp_path: Path) -> None:
    session = Session(archive, tmp_path, (120, 40), Showing, BROADSHEET_PICTURES="sixel")
    with session.terminal as terminal:
        screen = terminal.screen
        assert isinstance(screen, Showing)
        opened(session)
        wait(session, lambda: screen.painted)
        terminal.settle()
        whole = set(screen.painted)
        (code,) = screen.sixels
        assert len(code) < 300_000
        assert sixel_picture(code).size == (720, 450)
        assert len(whole) == 72 * 23
        terminal.send("\x0c")  # drawn anew, cells and picture
        wait(session, lambda: len(screen.sixels) == 2)
        terminal.settle()
        assert screen.painted == whole
        terminal.send("j")  # the caption is no reason to draw the picture again
        terminal.settle()
        assert len(screen.sixels) == 2
        terminal.resize(60, 20)
        screen.painted.clear()
        wait(session, lambda: screen.painted)
        terminal.settle()
        assert max(x for x, _ in screen.painted) < 60
        terminal.send("q")
        wait(session, lambda: not screen.painted)
        terminal.settle()
        assert session.difference() == ""
        terminal.send("v")
        wait(session, lambda: screen.painted)
        terminal.send("l")
        wait(session, lambda: not screen.painted)
        assert session.difference() == ""
        terminal.send("\x11")
        assert terminal.finish() == 0


def answering(session: Session, answer: str) -> Showing:
    """Have the terminal answer what it is."""
    screen = session.terminal.screen
    assert isinstance(screen, Showing)
    screen.answer = answer
    screen.say = lambda text: session.terminal.send(text) if text else None
    return screen


def test_a_terminal_that_says_that_it_draws_sixels_gets_them(archive: Path, tmp_path: Path) -> None:
    session = Session(archive, tmp_path, (120, 40), Showing)
    with session.terminal as terminal:
        screen = answering(session, "\x1b[?62;4;22c")
        terminal.wait_for("newest")
        assert screen.asked == [], "a start asks nothing"
        opened(session)
        wait(session, lambda: screen.painted or "▀▀▀▀" in terminal.text())
        if not screen.painted:  # on a busy machine an answer comes late, and counts for the next picture
            terminal.send("q")
            terminal.wait_for("hits for")
            terminal.send("v")
        wait(session, lambda: screen.painted)
        terminal.settle()
        assert len(screen.asked) == 2
        terminal.send("q")
        wait(session, lambda: not screen.painted)
        terminal.send("v")
        wait(session, lambda: screen.painted)
        assert len(screen.asked) == 2
        assert session.difference() == ""


@pytest.mark.parametrize("answer", ["", "\x1b[?62;22c"])
def test_one_that_does_not_say_so_gets_blocks(archive: Path, tmp_path: Path, answer: str) -> None:
    session = Session(archive, tmp_path, (120, 40), Showing)
    with session.terminal as terminal:
        screen = answering(session, answer)
        opened(session)
        terminal.wait_for("▀▀▀▀")
        assert (len(screen.asked), screen.sixels) == (1, [])
        terminal.send("\x1b[?62;4c")  # a late answer is no keys: "c", "6" and others would be commands
        terminal.settle()
        assert session.difference() == ""
        assert "picture 1 of" in terminal.text()
        terminal.send("\x1b")
        terminal.wait_for("hits for")


def test_within_tmux_it_is_drawn_in_blocks(archive: Path, tmp_path: Path) -> None:
    session = Session(archive, tmp_path, (120, 40), Narrow, TERM="tmux-256color", KITTY_WINDOW_ID="1")
    with session.terminal as terminal:
        pictures = session.pictures
        opened(session)
        terminal.wait_for("▀▀▀▀")
        assert pictures == Pictures()


def wait(session: Session, holds) -> None:  # type: ignore[no-untyped-def]
    session.terminal.wait_for(lambda _: bool(holds()))
