"""Runs the program on a pty through steps, and compares what stands on the screen with what a full redraw draws."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from tests.drawing.emulator import EMULATORS, Cells, Narrow
from tests.drawing.steps import Step
from tests.terminal.driver import SETTLED, Terminal
from tests.terminal.pictures import watched

REDRAW: Final = "\x0c"

_PASSING: Final = "Do you want to quit?"
"""What goes away by itself after a while: Textual's answer to ctrl+c outside a box."""

_TOLD: Final = 12
"""Lines told of a difference: one fault often has the whole screen."""

_ENVIRONMENTS: Final = (
    {"COLORTERM": "truecolor"}, {"COLORTERM": "truecolor"}, {"COLORTERM": ""}, {"TERM": "linux"}, {"NO_COLOR": "1"},
    {"BROADSHEET_PICTURES": "kitty"}, {"BROADSHEET_PICTURES": "sixel"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a sequence."""

    steps: int
    checks: int
    fault: str = ""
    """What is wrong, in words; "" where nothing is."""


class Session:
    """The program on a pty, on its own copy of an archive."""

    def __init__(
        self, archive: Path, folder: Path, size: tuple[int, int], emulator: type[Narrow] = Narrow, **env: str
    ) -> None:
        shutil.copytree(archive, folder / "archive")
        homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
        self.terminal = Terminal(
            [sys.executable, "-m", "tui", "open", str(folder / "archive")],
            columns=size[0],
            lines=size[1],
            env={**homes, "BROWSER": "true", "COLORTERM": "truecolor", **env},
            emulator=emulator,
        )
        self.pictures = watched(self.terminal)

    @property
    def ended(self) -> bool:
        return self.terminal.process.poll() is not None

    def cells(self) -> Cells:
        screen = self.terminal.screen
        assert isinstance(screen, Narrow)
        return screen.cells()

    def do(self, step: Step) -> None:
        if step.size:
            self.terminal.resize(*step.size)
        else:
            self.terminal.send(step.sent)
        if step.pause:
            self.terminal.rest(step.pause)

    def difference(self, quiet: float = SETTLED) -> str:
        """Let the screen settle, draw it anew, and tell what differs from before; "" where nothing does."""
        self.terminal.settle(quiet)
        while _PASSING in self.terminal.text() and not self.ended:
            self.terminal.read(1.0)
        before = self.cells()
        self.terminal.send(REDRAW)
        if not self.terminal.read(20.0) and not self.ended:
            return f"it answers no more:\n{self.terminal.text()}"
        self.terminal.settle(quiet)
        after = self.cells()
        return "" if before == after or self.ended else told(before, after)


def told(before: Cells, after: Cells) -> str:
    """Tell where two screens differ."""
    lines = []
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        differing = [x for x, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
        if not differing:
            continue
        first, last = differing[0], differing[-1] + 1
        lines.append(f"line {y}, columns {first}..{last - 1} ({len(differing)} differ):")
        lines += [f"  {name} {_text(row[first:last])!r}" for name, row in (("stood", old), ("redrawn", new))]
        if _text(old[first:last]) == _text(new[first:last]):
            lines.append(f"  {old[first]} is redrawn as {new[first]}")
    return "\n".join(lines[:_TOLD])


def _text(cells: Sequence[tuple[object, ...]]) -> str:
    return "".join(str(cell[0]) for cell in cells)


def run(
    archive: Path, folder: Path, size: tuple[int, int], steps: Sequence[Step], chance: Random, *, quiet: float = 0.2
) -> Outcome:
    """Run one sequence up to its first fault."""
    emulator = chance.choice(EMULATORS)
    done = checks = 0
    session = Session(archive, folder, size, emulator, **chance.choice(_ENVIRONMENTS))
    with session.terminal as terminal:
        terminal.wait_for(lambda text: "articles" in text or "newest" in text)
        terminal.settle(0.5)  # the timeline comes after the list
        fault = ""
        while done < len(steps) and not session.ended and not fault:
            some = steps[done : done + chance.choice((1, 1, 2, 4))]
            if some[-1].holds_button:  # a text that is being selected scrolls as long as it is held
                some = steps[done : done + len(some) + 1]
            for step in some:
                session.do(step)
            done += len(some)
            checks += 1
            fault = session.difference(quiet)
        if session.ended and (terminal.process.returncode or b"Traceback" in terminal.raw):
            terminal.read(0.5)
            raw = bytes(terminal.raw[-6_000:]).decode("utf-8", "replace")
            fault = f"it ended with {terminal.process.returncode}:\n{raw}"
    if fault:
        ways = " ".join(map(str, steps[max(0, done - 12) : done]))
        columns, lines = terminal.columns, terminal.lines
        fault = f"{emulator.__name__} {columns}x{lines} after {done} steps, the last: {ways}\n{fault}"
    return Outcome(done, checks, fault)
