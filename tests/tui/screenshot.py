"""README's picture, taken of the real program with the demo archive: `python -m tests.tui.screenshot [FILE] [WxH]`."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

from docs_store import ingest, open_store
from tests.tui.waiting import until
from themes import Themes
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.config import Config
from tui.demo import demo_folder
from tui.remembering import Memory
from tui.state import State

PLACE = Path(__file__).parents[2] / "tui" / "demo" / "screenshot.svg"
KEYS = ("harbour brigde", "enter", "3")
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Textual names fonts on a server; a picture in a repository fetches nothing."""


async def taken(size: tuple[int, int], keys: tuple[str, ...] = KEYS) -> str:
    """Return the screen as SVG after `keys`: words are typed, names of keys pressed."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        with open_store(archive, create=True) as store:
            ingest([demo_folder()], store)
        source = Source(archive, name="the demo archive")
        os.environ["COLORTERM"] = "truecolor"  # whatever this is run in
        app = BroadsheetApp(source, Config(), Memory(Path(folder) / "state.json", State()), Themes())
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: len(app.reading.finder.hits.rows) > 3)
            for key in keys:
                names = ["space" if letter == " " else letter for letter in key] if len(key) > 6 else [key]
                await pilot.press(*names)
                await pilot.pause(0.6)
            return _FONTS.sub("", app.export_screenshot(title="broadsheet demo"))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    width, height = map(int, (sys.argv[2] if len(sys.argv) > 2 else "120x36").split("x"))
    target.write_text(asyncio.run(taken((width, height))), encoding="utf-8")
