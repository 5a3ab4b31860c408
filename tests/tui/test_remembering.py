"""What is remembered, with two programs on one archive, an end without warning, and a damaged file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal.driver import Terminal
from tests.tui.conftest import AppMaker
from tests.tui.test_finding import typed
from tests.tui.test_reading import WIDE, drawn, opened, screen_of
from tests.tui.waiting import until
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.remembering import Memory
from tui.searches import KeptSearches, earlier_merged
from tui.state import State, load_state, merged, save_state


def test_what_two_programs_change_is_merged_item_by_item() -> None:
    base = State(
        theme="ink",
        positions={"a": (1, 0), "b": (2, 0)},
        kinds_off=("place",),
        searches={"/x": KeptSearches(("old",), {"kept": 1, "dropped": 2, "looked": 3}, "old")},
    )
    mine = State(
        theme="paper",
        positions={"b": (2, 0), "c": (3, 0)},
        kinds_off=("place", "event"),
        searches={"/x": KeptSearches(("mine", "old"), {"kept": 1, "looked": 9, "mine": 4}, "old")},
    )
    theirs = State(
        last_archive="/y",
        theme="sepia",
        positions={"a": (1, 0), "b": (7, 7)},
        searches={"/x": KeptSearches(("theirs", "old"), {"kept": 5, "dropped": 2, "looked": 3}, "new"), "/y": KeptSearches()},  # noqa: E501
    )  # fmt: skip
    assert merged(base, mine, theirs) == State(
        last_archive="/y",
        theme="paper",
        positions={"b": (7, 7), "c": (3, 0)},
        kinds_off=("event",),
        searches={
            "/x": KeptSearches(("mine", "theirs", "old"), {"kept": 5, "looked": 9, "mine": 4}, "new"),
            "/y": KeptSearches(),
        },
    )


Places = dict[str, tuple[int, int]]
places = st.dictionaries(st.sampled_from("abcde"), st.tuples(st.integers(0, 3), st.just(0)))


@given(places, places, places)
def test_no_change_of_either_is_lost(base: Places, mine: Places, theirs: Places) -> None:
    found = merged(State(positions=base), State(positions=mine), State(positions=theirs)).positions
    for key in "abcde":
        assert found.get(key) == (mine if mine.get(key) != base.get(key) else theirs).get(key)


def test_the_last_archive_and_what_it_is_kept_for_are_of_one_program() -> None:
    before, mine = State(last_archive="before"), State(last_archive="mine")
    theirs = State(last_archive="kept", last_documents="clippings")
    assert merged(before, mine, theirs) == mine
    assert merged(theirs, State(last_archive="kept"), before) == State(last_archive="kept")
    assert merged(before, before, theirs) == theirs


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef"), unique=True))
def test_what_is_recorded_comes_before_what_others_recorded(recorded: list[str], theirs: list[str]) -> None:
    mine = ["a", "b", "c"]
    for query in recorded:
        mine = [query, *(each for each in mine if each != query)]
    found = earlier_merged(("a", "b", "c"), mine, theirs)
    assert len(set(found)) == len(found)
    assert {*theirs} <= {*found}
    assert not recorded or mine == ["a", "b", "c"] or found[0] == recorded[-1]
    assert earlier_merged(("a", "b", "c"), mine, ("a", "b", "c")) == tuple(mine)


def test_two_programs_write_one_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.json"
    one, other = Memory.opened(path), Memory.opened(path)
    one.keep(State(positions={"a": (1, 1)}))
    other.keep(State(positions={"b": (2, 2)}))
    assert one.keep(State(positions={"a": (1, 2)})) == State(positions={"a": (1, 2), "b": (2, 2)})
    assert one.keep(State(positions={"b": (2, 2)})) == load_state(path) == State(positions={"b": (2, 2)})


@pytest.mark.parametrize("damage", [b'{"searches": {"/x": {"saved"', b"", b'{"positions": 3}', b"\xff\xfe"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "state.json"
    for name in ("state.json.damaged", "state.json.damaged-2"):
        path.write_bytes(damage)
        memory = Memory.opened(path)
        assert (tmp_path / name).read_bytes() == damage
        assert memory.remark.endswith(name)
        memory.keep(State(theme="ink"))
        assert load_state(path).theme == "ink"


def test_what_is_damaged_while_one_reads_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    save_state(path, State(theme="ink", positions={"a": (1, 1)}))
    memory = Memory.opened(path)
    path.write_bytes(b"{")
    memory.keep(State(theme="ink", positions={"a": (2, 2)}))
    assert (tmp_path / "state.json.damaged").read_bytes() == b"{"
    assert load_state(path) == State(theme="ink", positions={"a": (2, 2)})


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything can be read there")
def test_what_may_not_be_read_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    save_state(path, State(theme="ink"))
    path.chmod(0)
    assert Memory.opened(path).remark
    assert not path.exists()


async def test_searches_of_two_programs_are_all_kept(make_app: AppMaker, tmp_path: Path) -> None:
    one, other = make_app(), make_app()
    async with one.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "bolts")
        await pilot.press("S")
        await until(pilot, lambda: "saved: bolts" in drawn(screen.status), "that it is saved")
    async with other.run_test(size=WIDE) as pilot:  # begun before: it knows nothing of it
        await typed(pilot, "grain")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "saved: grain" in drawn(screen_of(pilot).status), "that it is saved")
        await pilot.press("ctrl+u", "ctrl+r")
        await until(pilot, lambda: "bolts" in drawn(screen_of(pilot).finder.hits), "what the first one saved")
    (kept,) = load_state(tmp_path / "state.json").searches.values()
    assert [*kept.saved] == ["bolts", "grain"]
    assert "bolts" in kept.earlier


async def test_places_are_kept_while_one_reads(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app._KEPT_EVERY", 0.05)
    async with make_app().run_test(size=WIDE) as pilot:
        await opened(pilot, "harbour")
        await pilot.press("space")
        await until(pilot, lambda: load_state(tmp_path / "state.json").positions, "the place, in the file")
        assert "harbour" in next(iter(load_state(tmp_path / "state.json").searches.values())).earlier


async def test_positions_of_before_stay_where_none_are_to_be_remembered(make_app: AppMaker, tmp_path: Path) -> None:
    from tui.config import Config

    state = State(positions={"z" * 16: (1, 1)})
    async with make_app(config=Config(remember_positions=False), state=state).run_test(size=WIDE) as pilot:
        await opened(pilot, "harbour")
        await pilot.press("space")
    assert load_state(tmp_path / "state.json").positions == state.positions


async def test_that_a_file_was_set_aside_is_said(archive: Path, tmp_path: Path) -> None:
    from themes import Themes
    from tui.config import Config

    path = tmp_path / "state.json"
    path.write_bytes(b'{"searches"')
    app = BroadsheetApp(Source(archive), Config(), Memory.opened(path), Themes())
    async with app.run_test(size=WIDE) as pilot:
        await typed(pilot, "harbour")
        words = drawn(screen_of(pilot).status)
        assert words.startswith("state.json could not be read: begun anew; the old one is")
        await pilot.press("enter")
        await until(pilot, lambda: "could not be read" not in drawn(screen_of(pilot).status), "the article's place")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_search_that_is_said_to_be_saved_outlives_a_kill(archive: Path, tmp_path: Path) -> None:
    env = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    with Terminal([sys.executable, "-m", "tui", str(archive)], columns=120, lines=30, env=env) as terminal:
        terminal.wait_for("articles")
        terminal.send("grain")
        terminal.wait_for("20 by text")
        terminal.send("\x13")  # ctrl+s
        terminal.wait_for("saved: grain")
        terminal.process.kill()
    (kept,) = load_state(next((tmp_path / "STATE").rglob("state.json"))).searches.values()
    assert [*kept.saved] == ["grain"]
