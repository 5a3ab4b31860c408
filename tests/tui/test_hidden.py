"""The open article where another pane hides it: what one does with an article is done in sight."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from docs_store import SearchHit
from tests.tui.conftest import AppMaker
from tests.tui.test_finding import NARROWED, answered, queries, typed
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, drawn, opened, screen_of, shown, titles
from tests.tui.waiting import until
from tui.screens.reading import ReadingScreen
from tui.state import load_state
from tui.widgets.side_panel import Tab

INQUIRY, TREMORS = "Harbour bridge inquiry opens", "Tremors under Mount Ferro"


def title(screen: ReadingScreen) -> str:
    return screen.view.article.title if screen.view.article is not None else ""


def is_open(screen: ReadingScreen, name: str) -> bool:
    return title(screen) == name


async def in_list(pilot: Pilot[None]) -> ReadingScreen:
    """Go among the newest, to the second of them; nothing is open."""
    screen = screen_of(pilot)
    await until(pilot, lambda: len(titles(screen)) > 2)
    await pilot.press("escape", "down")
    await until(pilot, lambda: screen.finder.hits.has_focus and selected(screen) == TREMORS)
    return screen


def selected(screen: ReadingScreen) -> str:
    hit = screen.finder.hits.value
    return hit.article.title if isinstance(hit, SearchHit) else ""


@pytest.mark.parametrize(("key", "tab"), [("1", Tab.PICTURES), ("r", Tab.RELATED), ("e", Tab.ENTITIES)])
async def test_the_panel_is_of_the_article_selected_in_a_list_that_hides_the_open_one(
    make_app: AppMaker, key: str, tab: Tab
) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = await in_list(pilot)
        await pilot.press(key)
        await until(pilot, lambda: screen.panel.list.has_focus and screen.panel.tab is tab)
        assert title(screen) == TREMORS
        await pilot.press("escape")
        await until(pilot, lambda: screen.view.has_focus and TREMORS in shown(screen))


@pytest.mark.parametrize(
    ("key", "said"), [("o", "not opened: no address is known"), ("Y", "there is no file"), ("v", "no pictures in this")]
)
async def test_what_is_done_with_an_article_is_done_with_the_one_selected(
    make_app: AppMaker, key: str, said: str
) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = await opened(pilot, "harbour inquiry")
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: screen.finder.hits.has_focus and len(titles(screen)) > 2)
        await pilot.press("down")
        await until(pilot, lambda: selected(screen) == TREMORS)
        await pilot.press(key)
        await until(pilot, lambda: said in drawn(screen.status))
        assert title(screen) == TREMORS


@pytest.mark.parametrize("key", ["right_square_bracket", "n"])
async def test_a_narrow_list_gives_way_to_the_article_that_a_key_opens(make_app: AppMaker, key: str) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = await in_list(pilot)
        await pilot.press("up", key)
        await until(pilot, lambda: screen.view.display and screen.view.has_focus)
        assert title(screen) == (INQUIRY if key == "n" else TREMORS)


async def test_a_narrow_list_gives_way_to_what_was_read_before(make_app: AppMaker) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = await opened(pilot, "harbour inquiry")
        await pilot.press("right_square_bracket", "escape", "escape")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        await pilot.press("H")
        await until(pilot, lambda: screen.view.has_focus and title(screen) == INQUIRY)


async def test_the_panel_gives_way_to_the_hit_that_it_hides(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "rusted bolts")
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("n")
        await until(pilot, lambda: screen.view.has_focus and not screen.panel.display)


async def test_the_panel_stays_where_a_key_steps_on_with_it(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "market")
        following = titles(screen)[1]
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: title(screen) == following)
        assert screen.panel.list.has_focus
        assert screen.panel.display


async def test_the_list_and_the_panel_stay_beside_an_article_that_is_seen(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await in_list(pilot)
        await until(pilot, lambda: title(screen) == TREMORS)
        await pilot.press("n")
        assert screen.finder.hits.has_focus
        await pilot.press("1", "n")
        await until(pilot, lambda: screen.panel.list.has_focus)


async def test_a_row_that_one_left_at_once_for_another_list_opens_nothing_there(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "harbour")
        await pilot.press("escape", "F")
        await until(pilot, lambda: bool(queries(screen)) and screen.finder.hits.has_focus)
        screen.finder.hits.move_cursor(1)
        await pilot.press("enter")
        await answered(pilot, NARROWED)
        await pilot.pause(0.2)  # longer than the cursor rests on a row before its article is shown
        await pilot.app.workers.wait_for_complete()
        assert title(screen) == ""


async def test_a_hit_that_a_key_of_the_list_goes_to_in_another_article_stays_selected(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "market")
        first, second = titles(screen)[:2]
        await pilot.press("escape", "down", "up")
        await until(pilot, lambda: title(screen) == first and screen.view.hits == 1)
        await pilot.press("n", "n")
        await until(pilot, lambda: title(screen) == second and screen.view.current_hit == 1)
        await pilot.pause(0.2)  # longer than the cursor rests on a row before its article is shown
        await pilot.app.workers.wait_for_complete()
        assert screen.view.current_hit == 1
        for key, shown_then in (("up", first), ("down", second)):
            await pilot.press(key)
            await until(pilot, partial(is_open, screen, shown_then), shown_then)


async def test_what_is_opened_at_once_is_not_opened_again_by_the_cursor(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "market")
        first, second = titles(screen)[:2]
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        screen.finder.hits.move_cursor(1)
        screen.finder.hits.choose()
        await until(pilot, lambda: title(screen) == second)
        passages = screen.view.passages
        await pilot.pause(0.2)  # longer than the cursor rests on a row before its article is shown
        await pilot.app.workers.wait_for_complete()
        assert screen.view.passages is passages
        await pilot.press("escape", "escape", "down", "H")
        await until(pilot, lambda: title(screen) == first)
        await pilot.pause(0.2)
        await pilot.app.workers.wait_for_complete()
        assert title(screen) == first


async def test_a_row_that_is_marked_at_once_is_shown_all_the_same(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await in_list(pilot)
        hit = screen.finder.hits.value
        assert isinstance(hit, SearchHit)
        assert screen._finding is not None
        screen._finding.show_marks(replace(hit.article, starred=True))
        await until(pilot, lambda: title(screen) == TREMORS)


async def test_a_panel_that_was_hidden_does_not_come_back_between_other_panes(
    make_app: AppMaker, tmp_path: Path
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour inquiry")
        await pilot.press("p")
        await until(pilot, lambda: not screen.panel.display)
        for pane in (screen.finder.box, screen.finder.hits, screen.view):
            await pilot.press("tab")
            assert pane.has_focus
            assert not screen.panel.display
    app = make_app(state=load_state(tmp_path / "state.json"))
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour inquiry")
        assert not screen.panel.display
        await pilot.press("p", "tab")
        await until(pilot, lambda: screen.panel.list.has_focus and screen.panel.display)


async def test_what_is_searched_inside_is_made_before_the_first_key(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour inquiry")
        assert screen._desk is not None
        assert screen._desk.marked._searched_inside is None
        await pilot.press("slash")
        marked = screen._desk.marked
        await until(pilot, lambda: marked._searched_inside is not None)
