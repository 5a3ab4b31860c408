"""What a start loads before the first list is a promise: it is most of what a start costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from docs_store import ingest, open_store
from tests.docs_store.packing import HARBOUR

_BEHIND_THE_FIRST_LIST = (
    "docs_store.answers", "docs_store.entities", "docs_store.ingestion", "docs_store.ledger",
    "docs_store.local.finding", "docs_store.portraits", "docs_store.query", "docs_store.reading", "docs_store.unsafe",
    "frizbee", "lxml", "markdown_it", "rapidfuzz", "tantivy", "trafilatura",
    "PIL", "tui.cli.naming", "tui.cli.output",
    "tui.kitty", "tui.pictures", "tui.screens.help", "tui.screens.original", "tui.screens.picture",
)  # fmt: skip


def test_the_first_list_needs_the_records_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(HARBOUR)
    with open_store(tmp_path / "archive", create=True) as store:
        ingest([tmp_path / "a.txt"], store)
    program = (
        "import sys\n"
        "import tui.__main__, tui.cli.open, tui.app, tui.driver\n"
        "from tui.library import Library\n"
        "opened = Library.opening(__import__('pathlib').Path(sys.argv[1])).result()\n"
        "assert opened.articles == len(opened.newest) == 1\n"
        f"print([name for name in {_BEHIND_THE_FIRST_LIST!r} if name in sys.modules])\n"
    )
    argv = [sys.executable, "-c", program, str(tmp_path / "archive")]
    assert subprocess.run(argv, capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_values_of_the_start_are_structs() -> None:
    """A frozen dataclass takes half a millisecond to make, a Struct a thirtieth; forty were 15 ms of a start."""
    program = (
        "import sys, tui.__main__, tui.cli.open, tui.app, tui.driver\n"
        "from textual.message import Message\n"
        "print(*{\n"
        "    each.__module__ for module in list(sys.modules.values()) for each in vars(module).values()\n"
        "    if isinstance(each, type) and hasattr(each, '__dataclass_fields__') and not issubclass(each, Message)\n"
        "    and each.__module__.partition('.')[0] in ('tui', 'themes', 'docs_store')\n"
        "})\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert set(said.split()) == {"docs_store.marks", "docs_store.model"}, "these are the contract's, and dataclasses"


def test_textual_is_told_how_often_to_draw_before_it_loads(tmp_path: Path) -> None:
    open_store(tmp_path / "archive", create=True).close()
    program = (
        "import os, sys, tui.__main__, tui.cli.open, tui.library\n"
        "def opening(_):\n"
        "    print('textual.constants' in sys.modules, os.environ['TEXTUAL_FPS'])\n"
        "    sys.exit()\n"
        "tui.library.Library.opening = opening\n"
        "tui.cli.open._check_terminal = lambda: None\n"
        "tui.cli.open.read(sys.argv[1])\n"
    )
    for given, told in (({}, "120"), ({"TEXTUAL_FPS": "30"}, "30")):
        env = {"PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path)} | given
        argv = [sys.executable, "-c", program, str(tmp_path / "archive")]
        said = subprocess.run(argv, capture_output=True, text=True, check=True, env=env).stdout
        assert said.split() == ["False", told]


def test_a_part_of_the_names_can_be_imported_in_any_thread() -> None:
    program = (
        "import sys, docs_store.entities\n"
        "print([name for name in sys.modules if name.startswith('docs_store.entities.')])\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]", "a package that imports its parts can deadlock with a thread that imports one of them"
