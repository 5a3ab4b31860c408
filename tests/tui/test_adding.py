"""Adding from within: a path is typed and completed, what it holds is added while one reads, and reported."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from docs_store import open_store
from tests.docs_store.packing import BRIDGE, HARBOUR
from tests.tui.conftest import AppMaker
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, drawn, screen_of, shown, titles
from tests.tui.waiting import until
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.paths import common_start, continued, typed_path
from tui.progress import told
from tui.screens.adding import AddScreen
from tui.state import load_state
from tui.update_process import Done, Reason


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "harbour.txt").write_bytes(HARBOUR)
    (folder / "bridge.txt").write_bytes(BRIDGE)
    (folder / "broken.txt").write_bytes(b"\0\1\2" * 100 + b"x")
    return folder


def _words(pilot: Pilot[None], name: str) -> str:
    assert isinstance(pilot.app.screen, AddScreen)
    return str(pilot.app.screen.query_one(f"#{name}", Static).content)


async def _asked(pilot: Pilot[None], typed: str) -> Input:
    """Open the line in which a path is typed, and type."""
    screen = screen_of(pilot)
    await until(pilot, lambda: screen._finding is not None, "the archive")
    if screen.finder.box.has_focus:
        await pilot.press("tab")
    await pilot.press("A")
    await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen), "the line")
    box = pilot.app.screen.query_one(Input)
    box.value = typed
    box.cursor_position = len(typed)
    return box


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_an_empty_archive_says_how_to_begin_and_is_filled_by_a_key(
    make_app: AppMaker, tmp_path: Path, clippings: Path, size: tuple[int, int]
) -> None:
    open_store(tmp_path / "empty", create=True).close()
    async with make_app(Source(tmp_path / "empty")).run_test(size=size) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: "This archive is empty." in drawn(screen.finder.hits))
        await until(pilot, lambda: screen.finder.hits.has_focus, "where letters are commands")
        told_here = " ".join(drawn(screen.finder.hits).split())
        assert "Press A to add a folder or a file, or: broadsheet add FOLDER" in told_here
        if size != NARROW:
            assert "Press A, and type a folder or a file" in " ".join(shown(screen).split())
            assert "From a shell: broadsheet add FOLDER" in " ".join(shown(screen).split())
        await _asked(pilot, str(clippings))
        await pilot.press("enter")
        await until(pilot, lambda: len(titles(screen)) == 2, "the articles")
        await until(pilot, lambda: "This archive is empty" not in shown(screen))
        await until(pilot, lambda: "2 added · 1 skipped" in screen.status._words, "what was done")
        await pilot.press("A")
        await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
        report = " ".join(_words(pilot, "last").split())
        assert report.startswith("Added last: clippings 2 added, 0 changed, 0 the same; 3 files read")
        if size == WIDE:
            assert "1 skipped: 1 binary, not text: broken.txt" in report
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_what_was_sought_in_an_empty_archive_is_found_once_it_is_there(
    make_app: AppMaker, tmp_path: Path, clippings: Path
) -> None:
    open_store(tmp_path / "empty", create=True).close()
    async with make_app(Source(tmp_path / "empty")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        screen.finder.box.value = "harbour"
        await until(pilot, lambda: "Press Esc, then A" in " ".join(drawn(screen.finder.hits).split()), "what to do")
        await pilot.press("tab")
        await _asked(pilot, str(clippings))
        await pilot.press("enter")
        await until(pilot, lambda: len(titles(screen)) == 1, "the article that was sought")
        await until(pilot, lambda: "This archive is empty" not in shown(screen))


async def test_a_folder_that_is_read_first_is_called_by_its_name(
    make_app: AppMaker, tmp_path: Path, clippings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(tmp_path / "archives" / "clippings-4711", (clippings,), name="~/clippings")
    with monkeypatch.context() as patch:
        patch.setattr(BroadsheetApp, "_bring_up_to_date", lambda *_: None)
        async with make_app(source).run_test(size=WIDE) as pilot:
            await until(pilot, lambda: "Reading ~/clippings for the first time" in shown(screen_of(pilot)))
    async with make_app(source).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: len(titles(screen_of(pilot))) == 2, "what is in it")
        await _asked(pilot, "")
        assert _words(pilot, "question") == "Add a folder or a file to ~/clippings"
    assert load_state(tmp_path / "state.json").last_documents == str(clippings)


async def test_a_path_is_completed(make_app: AppMaker, own: Source, clippings: Path) -> None:
    (clippings / "büro").mkdir()
    async with make_app(own).run_test(size=WIDE) as pilot:
        box = await _asked(pilot, str(clippings.parent / "clip"))
        await pilot.press("tab")
        await until(pilot, lambda: box.value == f"{clippings}{os.sep}", "the folder")
        await until(pilot, lambda: "harbour.txt" in _words(pilot, "offered"), "what is in it")
        assert _words(pilot, "offered").splitlines()[0] == "› bridge.txt"
        await pilot.press("b", "r")
        await until(pilot, lambda: len(_words(pilot, "offered").splitlines()) == 2)
        await pilot.press("down", "tab")
        await until(pilot, lambda: box.value == f"{clippings}{os.sep}broken.txt", "the second")
        await pilot.press("enter")
        await until(pilot, lambda: "1 skipped" in screen_of(pilot).status._words, "what was done")


async def test_what_is_not_there_is_told_and_what_is_empty_too(make_app: AppMaker, own: Source, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    async with make_app(own).run_test(size=WIDE) as pilot:
        box = await _asked(pilot, str(tmp_path / "nowhere"))
        await pilot.press("enter")
        await until(pilot, lambda: "nowhere: no such file or folder" in _words(pilot, "offered"))
        box.value = ""
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, AddScreen)
        box.value = f" {tmp_path / 'none'} "
        await pilot.press("enter")
        await until(pilot, lambda: "no files in none" in screen_of(pilot).status._words)


async def test_it_is_stopped_by_a_key(make_app: AppMaker, own: Source, tmp_path: Path) -> None:
    wire = tmp_path / "wire.jsonl"
    text = "The tide was out, and nobody at the harbour of Port Sela knew why. " * 5
    with wire.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"title": f"Tide table {number}", "text": text}) + "\n" for number in range(40_000))
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await _asked(pilot, str(wire))
        await pilot.press("enter")
        await until(pilot, lambda: "adding · " in screen.status._words, "progress")
        await pilot.press("A")
        await until(pilot, lambda: "wire.jsonl is being added · X stops it" in screen.status._words)
        await pilot.press("X")
        await until(pilot, lambda: "stopped; what was read stays" in screen.status._words)
        await pilot.press("X")
        assert "nothing is being added · A adds" in screen.status._words
    with open_store(own.archive) as store:
        assert store.check() == ()


def test_paths_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Alpha", "alps"):
        (tmp_path / name).mkdir()
    for name in ("beta", ".hidden", "be\x1b[31mta"):
        (tmp_path / name).touch()
    here = f"{tmp_path}{os.sep}"
    assert continued(here, 9) == (f"{here}Alpha/", f"{here}alps/", f"{here}beta")
    assert continued(here, 2) == (f"{here}Alpha/", f"{here}alps/")
    assert continued(f"{here}.", 9) == (f"{here}.hidden",)
    assert continued(f"{here}gamma/", 9) == ()
    assert continued(f"{here}a\0/b", 9) == ()
    monkeypatch.chdir(tmp_path)
    assert continued("al", 9) == ("alps/",)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert continued("~", 9) == ("~/",)
    assert continued("~/be", 9) == ("~/beta",)
    assert typed_path("~/beta") == tmp_path / "beta"
    assert typed_path("beta") == tmp_path / "beta"
    assert typed_path("~no-such-user/x").name == "x"
    assert common_start(("alpha", "alps")) == "alp"
    assert common_start(()) == ""


def test_the_report_names_reasons_and_hints() -> None:
    reasons = tuple(Reason(f"reason {number}", 9, ("/a/b.txt", "/a/c.txt")) for number in range(7))
    done = Done(5, 4, 3, 2, 1, 0, 63, reasons, ("/a/t.csv: columns x and y say nothing",))
    lines = told("clippings", done)
    assert lines[:4] == (
        "Added last: clippings",
        "5 added, 4 changed, 3 the same; 1 files read, 0 unchanged since last time",
        "2 no longer in their files; they stay (broadsheet add --prune removes them)",
        "63 skipped:",
    )
    assert lines[4] == "  9  reason 0: b.txt, c.txt, …"
    assert lines[-2:] == (
        "  and for other reasons: broadsheet report -v names all",
        "hint: /a/t.csv: columns x and y say nothing",
    )
