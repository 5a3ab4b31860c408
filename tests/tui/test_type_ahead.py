"""What is typed after Enter is meant for what Enter opens: it waits for that, in order, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from docs_store import StoreError
from tests.tui.answering import LateAnswers
from tests.tui.conftest import AppMaker
from tests.tui.test_reading import NARROW, WIDE, opened, screen_of, shown, titles
from tests.tui.waiting import until
from tui.archive import Source
from tui.screens.name import NameScreen
from tui.screens.reading import ReadingScreen


class _Gate:
    """Lets calls of an awaitable through when it is opened."""

    def __init__(self, call: Callable[..., Awaitable[Any]], error: Exception | None = None) -> None:
        self.reached, self.opens, self._call, self._error = asyncio.Event(), asyncio.Event(), call, error

    async def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.reached.set()
        await self.opens.wait()
        if self._error is not None:
            raise self._error
        return await self._call(*arguments, **named)


def _commands(screen: ReadingScreen, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the commands that are run from here on, as they are."""
    run, commands = screen.action_command, list[str]()

    async def noted(name: str) -> None:
        commands.append(name)
        await run(name)

    monkeypatch.setattr(screen, "action_command", noted)
    return commands


def _press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys all at once, as they come over a slow line."""
    letters = {"space": " ", "colon": ":"}
    for key in keys:
        pilot.app.post_message(Key(key, letters.get(key, key if len(key) == 1 else None)))


async def _ready(pilot: Pilot[None]) -> ReadingScreen:
    screen = screen_of(pilot)
    await until(pilot, lambda: titles(screen) and screen._desk is not None, "the newest articles")
    return screen


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_keys_wait_for_the_article(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await _ready(pilot)
        assert screen._desk is not None
        gate = _Gate(screen._desk._library.get)
        monkeypatch.setattr(screen._desk._library, "get", gate)
        commands = _commands(screen, monkeypatch)
        _press(pilot, *"bolts", "enter", "g", "j", "space", "n", "N")
        await until(pilot, gate.reached.is_set, "the gate")
        await pilot.pause()
        assert commands == []
        assert screen.finder.box.value == "bolts"
        gate.opens.set()
        await until(pilot, lambda: len(commands) == 5, "what was typed")
        assert commands == ["Top", "Down", "PageDown", "NextHit", "PreviousHit"]
        assert screen.view.has_focus
        assert screen.view.article is not None
        assert screen.view.article.id == "a" * 16
        assert screen.finder.box.value == "bolts"


async def test_keys_wait_for_the_answer_too(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        late = LateAnswers(monkeypatch, only_texts=False)
        commands = _commands(screen, monkeypatch)
        _press(pilot, *"tremors", "enter", "j", "3", "escape", "f", *"inquiry", "enter", "G", "g")
        await until(pilot, late.asked.is_set, "the gate")
        await pilot.pause()
        assert (commands, screen.finder.box.value) == ([], "tremors")
        late.gate.set()
        await until(pilot, lambda: commands[-1:] == ["Top"], "what was typed after the second Enter")
        assert commands == ["Down", "Entities", "Escape", "FindArticle", "Bottom", "Top"]
        assert screen.finder.box.value == "inquiry"
        assert screen.view.article is not None
        assert screen.view.article.id == "a" * 16


async def test_where_nothing_is_found_one_types_on(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        _press(pilot, *"zqzq", "enter", "x", "y")
        await until(pilot, lambda: screen.finder.box.value == "zqzqxy")
        assert screen.finder.box.has_focus


async def test_what_is_corrected_while_it_comes_is_corrected_in_order(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        _press(pilot, *"tide", "backspace", *"xy", "home", "delete", "s", "end", "left", "backspace", "z")
        await until(pilot, lambda: screen.finder.box.value == "sidzy")
        _press(
            pilot, "ctrl+u", *"bo", "end", "ctrl+u", *"bolt", "enter", "slash", *"tidw", "backspace", "e", "enter", "n"
        )
        await until(pilot, lambda: screen.view.has_focus and screen._desk and screen._desk.marked.looks_inside)
        await until(pilot, lambda: "hit 2 of" in screen.status._words, "the next hit of what was typed last")
        assert screen.finder.box.value == "bolt"


async def test_where_the_article_cannot_be_read_keys_go_on(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        assert screen._desk is not None
        gate = _Gate(screen._desk._library.get, StoreError("no such page"))
        monkeypatch.setattr(screen._desk._library, "get", gate)
        commands = _commands(screen, monkeypatch)
        _press(pilot, *"bolts", "enter", "escape", "j")
        await until(pilot, gate.reached.is_set, "the gate")
        gate.opens.set()
        await until(pilot, lambda: commands == ["Escape", "Down"], "the keys")
        assert "no such page" in shown(screen)


async def test_where_the_search_fails_keys_go_on_and_enter_asks_again(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        assert screen._finding is not None

        def fails(*_: object, **__: object) -> None:
            raise StoreError("no such disk")

        with monkeypatch.context() as patched:
            patched.setattr(screen._finding._library._store, "find", fails)
            _press(pilot, *"bolt", "enter", "s")
            await until(pilot, lambda: screen.finder.box.value == "bolts", "what was typed")
            await until(pilot, lambda: not screen._going("finder"), "the end of it")
        _press(pilot, "enter", "G", "g")
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus, "the article")


async def test_an_archive_that_cannot_be_opened_keeps_no_key(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app(Source(tmp_path / "nothing")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        _press(pilot, "enter", "a")
        await until(pilot, lambda: screen.finder.box.value == "a")
        await until(pilot, lambda: "There is no archive here." in shown(screen))
        _press(pilot, "enter", "b")
        await until(pilot, lambda: screen.finder.box.value == "ab")


async def test_enter_before_the_archive_is_open_opens_its_newest(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        _press(pilot, *"tremors", "enter", "G", "g")
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus)
        assert screen.finder.box.value == "tremors"


async def test_enter_in_the_list_and_in_the_find_box(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        commands = _commands(screen, monkeypatch)
        await pilot.press("tab")
        _press(pilot, "j", "k", "enter", "G", "g", "slash", *"bolts", "enter", "n", "1", "enter", "j", "escape")
        await until(pilot, lambda: commands[-1:] == ["Escape"])
        assert commands == [
            "NextPane", "Down", "Up", "Open", "Bottom", "Top", "FindInside", "NextHit", "Pictures", "Open", "Down",
            "Escape",
        ]  # fmt: skip


async def test_a_paste_and_a_click_find_their_places(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        assert screen._desk is not None
        gate = _Gate(screen._desk._library.get)
        monkeypatch.setattr(screen._desk._library, "get", gate)
        _press(pilot, *"bolts", "enter", "slash")
        pilot.app.post_message(Paste("tide"))
        _press(pilot, "s")
        await until(pilot, gate.reached.is_set, "the gate")
        gate.opens.set()
        await until(pilot, lambda: screen.view.article is not None)
        assert screen.finder.box.value == "bolts"


async def test_one_can_leave_while_keys_wait(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "bolts")
        assert screen._desk is not None
        gate = _Gate(screen._desk._library.get)
        monkeypatch.setattr(screen._desk._library, "get", gate)
        _press(pilot, "f", *"tremors", "enter", "j", "ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running, "the end")


@pytest.mark.parametrize("keys", [("f", *"bolts", "enter"), ("ctrl+c", "f", *"bolts", "enter")])
async def test_a_box_opened_and_left_in_one_burst_from_the_list(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        await pilot.press("ctrl+c")
        commands = _commands(screen, monkeypatch)
        _press(pilot, *keys, "G", "g")
        await until(pilot, lambda: commands[-1:] == ["Top"], "the keys typed after Enter")
        assert (screen.finder.box.value, screen.view.article and screen.view.article.id) == ("bolts", "a" * 16)
        await pilot.press("tab")
        await until(pilot, lambda: commands[-1:] == ["NextPane"], "the next key")


@pytest.mark.parametrize("pasted", [False, True])
async def test_a_dialog_opened_and_left_in_one_burst_gets_its_keys(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pasted: bool
) -> None:
    path = tmp_path / "clip.txt"
    path.write_text("A clipping")
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        added: list[Path] = []
        monkeypatch.setattr(screen.broadsheet, "add", added.append)
        await pilot.press("ctrl+c")
        pilot.app.post_message(Key("A", "A"))
        if pasted:
            pilot.app.post_message(Paste(str(path)))
        else:
            for letter in str(path):
                pilot.app.post_message(Key("x", letter))
        _press(pilot, "enter")
        await until(pilot, lambda: added == [path], "what is to be added")
        await pilot.press("f", "x")
        await until(pilot, lambda: screen.finder.box.value == "x", "the next key")


async def test_the_palette_opened_and_left_in_one_burst_keeps_no_key(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        await pilot.press("ctrl+c")
        _press(pilot, "colon", *"help", "enter")
        await until(pilot, lambda: pilot.app.screen is not screen, "another screen")
        await until(pilot, lambda: not screen.broadsheet.ahead.waits, "the end of waiting")
        while pilot.app.screen is not screen:
            await pilot.press("escape")
        await pilot.press("f", "x")
        await until(pilot, lambda: screen.finder.box.value == "x", "the next key")


async def test_esc_ends_waiting_for_what_takes_long(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        assert screen._desk is not None
        gate = _Gate(screen._desk._library.get)
        monkeypatch.setattr(screen._desk._library, "get", gate)
        commands = _commands(screen, monkeypatch)
        _press(pilot, *"bolts", "enter", "j")
        await until(pilot, gate.reached.is_set, "the gate")
        screen.broadsheet.ahead._since = 0.0  # as where one waits
        esc = Key("escape", None)
        esc.time += 60
        pilot.app.post_message(esc)
        await until(pilot, lambda: commands == ["Down", "Escape"], "the keys")
        gate.opens.set()
        await until(pilot, lambda: screen.view.article is not None, "the article all the same")


@pytest.mark.parametrize("keys", [("enter",), ("ctrl+c", "enter")])
async def test_what_becomes_of_enter_is_not_waited_for_for_ever(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    monkeypatch.setattr("tui.keyboard._LONGEST_WAIT", 0.1)
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        monkeypatch.setattr(screen, "open_hit", lambda: None)
        monkeypatch.setattr(screen, "on_row_chosen", lambda _: None)
        monkeypatch.setattr(screen.finder.hits, "choose", lambda: None)
        _press(pilot, *keys, "f", "a") if len(keys) > 1 else _press(pilot, *keys, "a")
        await until(pilot, lambda: screen.finder.box.value == "a", "what was typed")


async def test_keys_wait_for_the_list_that_one_asks_for(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        await pilot.press("escape")
        assert screen._finding is not None
        gate = _Gate(screen._finding._library.entities)
        monkeypatch.setattr(screen._finding._library, "entities", gate)
        _press(pilot, "E", "j", "enter", "j", "enter")
        await until(pilot, gate.reached.is_set, "the gate")
        await pilot.pause()
        assert (screen.finder.text, screen.view.article) == ("", None)
        gate.opens.set()
        await until(pilot, lambda: screen.view.article is not None, "an article of the second name")
        assert screen.finder.text == 'place:"Port Sela"'
        assert screen.view.article is not None
        assert screen.view.article.id == "b" * 16  # the second of those that name it


@pytest.mark.parametrize(("key", "name"), [("right_square_bracket", "NextArticle"), ("n", "NextHit")])
async def test_keys_wait_for_the_next_article(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, key: str, name: str
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        assert screen._desk is not None
        while screen.view.current_hit < screen.view.hits:
            await pilot.press("n")
        before = screen.view.article
        gate = _Gate(screen._desk._library.get)
        monkeypatch.setattr(screen._desk._library, "get", gate)
        commands = _commands(screen, monkeypatch)
        _press(pilot, key, "M")
        await until(pilot, gate.reached.is_set, "the gate")
        await pilot.pause()
        assert (commands, screen.view.article) == ([name], before)
        monkeypatch.setattr(screen, "toggle_mark", lambda _: None)
        gate.opens.set()
        await until(pilot, lambda: commands == [name, "MarkRead"], "what was typed behind it")
        assert screen.view.article != before


async def test_the_key_for_the_next_article_goes_on_while_it_is_held(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None, "the first article")
        assert screen._desk is not None
        gate = _Gate(screen._desk._library.get)
        monkeypatch.setattr(screen._desk._library, "get", gate)
        commands = _commands(screen, monkeypatch)
        _press(
            pilot, "right_square_bracket", "right_square_bracket", "right_square_bracket", "M", "right_square_bracket"
        )
        await until(pilot, lambda: commands == ["NextArticle"] * 3, "three steps, though none is there")
        await pilot.pause()
        assert commands == ["NextArticle"] * 3  # M is meant for the third, and what is behind it waits with it
        assert screen.finder.hits.cursor == 3


async def test_a_name_is_merged_right_after_names_are_asked_for(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        await pilot.press("escape")
        _press(pilot, "E", "m", *"sela")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen), "the question")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value == "sela", "what was typed")
        assert screen.finder.text == ""


@pytest.mark.parametrize("key", ["C", "s", "F"])
async def test_a_list_that_does_not_come_keeps_no_key(make_app: AppMaker, key: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await _ready(pilot)
        await pilot.press("escape")
        _press(pilot, key, "f", "a")
        await until(pilot, lambda: screen.finder.box.value == "a", "what was typed")
