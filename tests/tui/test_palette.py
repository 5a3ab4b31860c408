"""The command palette."""

from __future__ import annotations

import asyncio

import pytest

from tests.tui.conftest import AppMaker
from tests.tui.test_reading import WIDE, screen_of
from tests.tui.waiting import until
from tui.command import Command, name_in_words
from tui.commands.every import COMMANDS
from tui.palette import CommandList, CommandScreen


@pytest.mark.parametrize("size", [WIDE, (20, 5)])
@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_keys_that_come_before_its_list_is_laid_out_do_no_harm(
    make_app: AppMaker, size: tuple[int, int], key: str
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(pilot).finder.hits.rows)
        app.action_command_palette()
        for _ in range(60):
            app.simulate_key(key)
            await asyncio.sleep(0)
        await pilot.pause()
        assert isinstance(app.screen, CommandScreen)
        await pilot.press("escape")
        assert not isinstance(app.screen, CommandScreen)


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.in_palette], ids=name_in_words)
def test_a_command_is_named_in_the_words_of_its_sentence(command: type[Command]) -> None:
    """README and help have those: who looks for what they name finds it by that name."""
    words = command.help.casefold()
    assert all(word in words for word in name_in_words(command).casefold().split())


async def test_it_tells_the_keys(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen_of(pilot).finder.hits.rows)
        told = [hit.help or "" async for hit in CommandList(app.screen).discover()]
        assert any(words.startswith("f ctrl+f · Find an article") for words in told)


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_a_key_leaves_it(make_app: AppMaker, key: str) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen_of(pilot).finder.hits.rows)
        await pilot.press("escape", "colon", "x")
        assert isinstance(app.screen, CommandScreen)
        await pilot.press(key)
        assert not isinstance(app.screen, CommandScreen)


@pytest.mark.parametrize(("typed", "names"), [("timel", ["Timeline"]), ("star it", ["Star"]), ("saved report", [])])
async def test_letters_scattered_over_a_sentence_are_no_match(make_app: AppMaker, typed: str, names: list[str]) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen_of(pilot).finder.hits.rows)
        hits = [hit async for hit in CommandList(app.screen).search(typed)]
        assert [str(hit.prompt) for hit in hits] == names


async def test_a_command_is_found_by_what_its_sentence_says_behind_those_by_name(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen_of(pilot).finder.hits.rows)
        hits = sorted([hit async for hit in CommandList(app.screen).search("pict")], reverse=True)
        names = [str(hit.prompt) for hit in hits]
        assert set(names[:2]) == {"Pictures", "View picture"}


async def test_no_picture_stands_in_it(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen_of(pilot).finder.hits.rows)
        await pilot.press("escape", "colon")
        assert isinstance(app.screen, CommandScreen)
        assert "🔎" not in app.export_screenshot()
