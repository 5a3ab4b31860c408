"""A short run of the comparison over both archives, and what it has found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawing.archives import ARCHIVES
from tests.drawing.driver import Session
from tests.drawing.emulator import EMULATORS, Narrow
from tests.drawing.steps import Step, steps_of


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("drawn")
    for name, fill in ARCHIVES.items():
        fill(place / name)
    return place


@pytest.mark.parametrize(("name", "emulator"), list(zip(ARCHIVES, EMULATORS, strict=True)))
def test_what_stands_is_what_a_redraw_draws(archives: Path, tmp_path: Path, name: str, emulator: type[Narrow]) -> None:
    session = Session(archives / name, tmp_path, (120, 40), emulator)
    with session.terminal as terminal:
        terminal.wait_for("newest")
        for sent in ("harbour", "\r", "n", "2", "\x1b[<65;10;12M", "\x1b[<0;60;14M\x1b[<0;60;14m"):
            session.do(Step(sent, pause=0.1))
        assert session.difference() == ""
        for size in ((20, 5), (80, 24)):
            session.do(Step(size=size, pause=0.2))
        assert session.difference() == ""


@pytest.mark.parametrize("key", ["\x1bOP", "\x1bOQ"])
def test_the_screens_that_lie_over_it_are_redrawn_too(archives: Path, tmp_path: Path, key: str) -> None:
    session = Session(archives / "demo", tmp_path, (80, 24))
    with session.terminal as terminal:
        terminal.wait_for("newest")
        session.do(Step(key, pause=0.3))
        before = terminal.text()
        terminal.screen.erase_in_display(2)
        assert session.difference() != ""
        assert terminal.text() == before
        size = len(terminal.raw)
        terminal.read(1.2)
        assert len(terminal.raw) == size, "an idle screen writes no byte: its cursor does not blink"
        terminal.send("\x11")
        assert terminal.finish() == 0


def test_steps_are_the_same_at_every_run() -> None:
    assert steps_of(3, 4, 50) == steps_of(3, 4, 50)
    assert steps_of(3, 4, 50) != steps_of(3, 5, 50)
    assert len(steps_of(3, 4, 50)[1]) == 50


@pytest.mark.parametrize("emulator", EMULATORS)
def test_the_emulators_draw_all_and_break_what_is_written_over(emulator: type[Narrow]) -> None:
    screen = emulator(6, 1)
    screen.draw("a\u200b日e\u0301x")
    assert "".join(screen.display).startswith("a\u200b日e\u0301x")
    screen.cursor.x = 2
    screen.draw("b")
    assert screen.display[0].startswith("a\u200b be\u0301x")


def test_the_emulators_differ_on_joined_emoji() -> None:
    ends = []
    for emulator in EMULATORS:
        screen = emulator(10, 1)
        screen.draw("👩‍👧")
        ends.append(screen.cursor.x)
    assert ends == [4, 2]
