"""What a person at a terminal waits for: the first list, and each key; programs driven on a pty, key by key."""

from __future__ import annotations

import os
import select
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from docs_store import open_store
from tests.benchmarks.rows import Row
from tests.terminal.driver import Terminal

_QUIET: Final = 0.5
"""Seconds of silence after which a screen counts as settled."""

_CLEAR: Final = "\x15"
"""Ctrl+u: empties the box of both programs."""


class Key(NamedTuple):
    """What one key took."""

    milliseconds: float
    """From the key to the last byte of what it draws."""
    size: int
    """Bytes drawn."""


def first_list(archive: Path, articles: int, rounds: int, env: Mapping[str, str]) -> list[Row]:
    """Start both programs in turn; ours is there when the newest articles are listed.

    Both run from bytecode, as installed programs do; a first start of each, not counted, makes what is missing of it.
    """
    ours = [sys.executable, "-m", "tui", "open", str(archive)]
    bare = [sys.executable, "-m", "tests.benchmarks.bare"]
    with tempfile.TemporaryDirectory() as bytecode:
        env = {**env, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        pairs = [(_until(ours, "articles, newest", env), _until(bare, "bare frame", env)) for _ in range(rounds + 1)]
    mine, theirs = (median(side) for side in zip(*pairs[1:], strict=True))
    return [Row("start to the first list", articles, mine, theirs, "ms", "bare Textual app, first frame")]


def _until(argv: Sequence[str], sign: str, env: Mapping[str, str]) -> float:
    start = time.perf_counter()
    with Terminal(argv, columns=120, lines=40, env=env) as terminal:
        return 1000 * (terminal.arrival(sign) - start)


def keys(archive: Path, articles: int, words: Sequence[str], env: Mapping[str, str], titles: Path) -> list[Row]:
    """Type `words` into both finders."""
    fzf = shutil.which("fzf", path=os.environ.get("BROADSHEET_FZF", "") or None)

    def ready(terminal: Terminal) -> None:
        terminal.wait_for("articles, newest")
        _press(terminal, "z", 5.0)  # loads the headlines and the index
        _press(terminal, _CLEAR, 1.0)

    ours = _typed([sys.executable, "-m", "tui", "open", str(archive)], words, env, ready)
    theirs: list[Key] = []
    peer = "fzf is not on this machine"
    if fzf:
        with open_store(archive, read_only=True) as store, titles.open("w", encoding="utf-8") as file:
            file.writelines(f"{summary.title}\n" for summary in store.iter_summaries())
        theirs = _typed(["sh", "-c", f"exec {fzf} < {titles}"], words, env, lambda terminal: _press(terminal, "", 3.0))
        peer = "fzf, headlines alone"
    return [
        Row("key to the settled screen, median", articles, *_both(ours, theirs, median), "ms", peer),
        Row("key to the settled screen, worst", articles, *_both(ours, theirs, max), "ms", peer),
        Row("bytes a key, median", articles, median(key.size for key in ours),
            median(key.size for key in theirs) if theirs else 0.0, "B", peer),
    ]  # fmt: skip


def _both(ours: Sequence[Key], theirs: Sequence[Key], of: Callable[[list[float]], float]) -> tuple[float, float]:
    mine, other = ([key.milliseconds for key in keys] for keys in (ours, theirs))
    return of(mine), of(other) if other else 0.0


def _typed(
    argv: Sequence[str], words: Sequence[str], env: Mapping[str, str], ready: Callable[[Terminal], object]
) -> list[Key]:
    pressed: list[Key] = []
    with Terminal(argv, columns=120, lines=40, env=env) as terminal:
        ready(terminal)
        for word in words:
            pressed += [_press(terminal, letter, _QUIET) for letter in word]
            _press(terminal, _CLEAR, 1.0)
    return pressed


def _press(terminal: Terminal, letters: str, quiet: float) -> Key:
    """Send `letters`, and read until nothing comes for `quiet` seconds; the emulator is fed after the clock."""
    start = last = time.perf_counter()
    os.write(terminal._master, letters.encode())
    parts: list[bytes] = []
    while select.select([terminal._master], [], [], quiet)[0]:
        parts.append(os.read(terminal._master, 1 << 16))
        last = time.perf_counter()
    return Key(1000 * (last - start), sum(map(len, parts)))
