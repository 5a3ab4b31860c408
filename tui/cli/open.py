"""`broadsheet [PATH]`: the application."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from docs_store import is_archive
from tui.cli.exits import DONE, CommandError
from tui.cli.settings import configuration, require_theme
from tui.config import nearest
from tui.places import archive_of, state_file
from tui.state import load_state

_FRAMES: Final = "120"
"""Frames a second that Textual draws at most, where TEXTUAL_FPS says nothing: at its 60, 7 of the 37 ms of a key were
waiting for the next one."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="an archive, a folder of documents, or one file")
    parser.add_argument("--archive", metavar="DIR", help="an archive; no folder is looked at")
    parser.add_argument("--theme", metavar="NAME", help="colour theme: broadsheet themes lists them")


def run(options: argparse.Namespace) -> int:
    """Open the reading room."""
    named = options.path or options.archive or configuration().archive
    if named:
        return read(named, theme=options.theme or "")
    from tui.demo import demo_folder

    demo = str(demo_folder())
    named = _last() or demo
    return read(named, theme=options.theme or "", name="the demo archive" if named == demo else "")


def _last() -> str:
    """Return what was opened last: the documents named, which may have changed since, else the archive."""
    state = load_state(state_file())  # `Path.exists` fails where a server is down, or a folder shut
    return next((last for last in (state.last_documents, state.last_archive) if os.access(last, os.F_OK)), "")


def read(named: str, *, theme: str = "", name: str = "") -> int:
    """Open what `named` is: an archive, or documents whose archive is kept under the data folder."""
    path = Path(named).expanduser().absolute()
    if not path.exists():
        raise CommandError(f"{named}: no such archive, folder, file or verb{_like_a_verb(named)}")
    config = configuration()
    if theme:
        config = replace(config, theme=theme)
    themes, problems = require_theme(config.theme)
    _check_terminal()
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)  # looked at when Textual loads
    if path.is_file():
        _require_readable(path)
    documents = () if path.is_dir() and is_archive(path) else (path,)
    archive = archive_of(path) if documents else path
    from tui.library import Library

    opening = Library.opening(archive)  # while Textual loads and starts
    from tui.app import BroadsheetApp
    from tui.archive import Source
    from tui.remembering import Memory

    source = Source(archive, documents, name or str(path))
    app = BroadsheetApp(source, config, Memory.opened(state_file()), themes, problems, opening=opening)
    app.run(mouse=True)
    if app.keeper.not_remembered:
        raise CommandError(app.keeper.not_remembered)
    return app.return_code or DONE


def _like_a_verb(named: str) -> str:
    from tui.__main__ import VERBS

    return nearest(named, VERBS, else_all=False) if named.isalpha() else ""


def _require_readable(path: Path) -> None:
    """Raise `DocumentError` where nothing can be read in the file that was named."""
    from docs_store import read_bounded

    next(read_bounded(path, annotate=False, on_skip=lambda _: None), None)


def _check_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError(
            "the reading room needs a terminal; in a pipe use: broadsheet search WORDS, or broadsheet show"
        )
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise CommandError(
            "this terminal (TERM=dumb) cannot show the reading room; use: broadsheet search, broadsheet show"
        )
    if not os.environ.get("NO_COLOR"):
        os.environ.pop(
            "NO_COLOR", None
        )  # set but empty means colour (no-color.org); Textual looks only whether it is set
