"""Where the reader is in an article: the line that was at the top comes back, what is found is on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Resize
from textual.message import Message
from textual.scroll_view import ScrollView

from docs_store import Article, SearchHit, open_store
from tests.tui.conftest import AppMaker, paragraph
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, opened, screen_of, shown
from tests.tui.waiting import until
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.screens.original import OriginalScreen
from tui.screens.reading import ReadingScreen
from tui.state import load_state
from tui.typeset import Position
from tui.widgets.article_view import ArticleView

SIZES = [MEDIUM, WIDE, NARROW]


def long_paragraph(number: int, sentence: str = "The keel was laid before the frost came to the yard. ") -> str:
    return f"Entry {number} of the log. " + sentence * 14


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """An archive of two long articles, one of them longer than what is wrapped before the first frame."""
    place = tmp_path_factory.mktemp("logs")
    file = place / "short.txt"
    entries = [long_paragraph(number) for number in range(8)]
    file.write_text("\n".join([*entries * 9, "Here the zymurgist came aboard.", "The end."]), "utf-8")
    short = tuple(map(paragraph, [*entries, "Here the zymurgist came aboard.", "The end."]))
    other = [long_paragraph(number, "A pilot counted nine gulls over some grey chimneys. ") for number in range(400)]
    other.insert(380, "Here the zymurgist came aboard.")
    long = tuple(map(paragraph, other))
    with open_store(place / "logs", create=True) as store:
        store.put_many(
            [
                Article("1" * 16, "short", "Brief log of the Petrel", short, path=str(file)),
                Article("2" * 16, "long", "Endless log of the Petrel", long),
            ]
        )
    return Source(place / "logs")


def is_of(value: object, key: str) -> bool:
    return isinstance(value, SearchHit) and value.article.id == key * 16


def top_line(screen: ReadingScreen) -> str:
    return screen.view.render_line(0).text.strip()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["1", "2"])
async def test_the_line_at_the_top_comes_back_however_often_one_returns(
    make_app: AppMaker, logs: Source, tmp_path: Path, size: tuple[int, int], key: str
) -> None:
    async with make_app(logs).run_test(size=size) as pilot:
        screen = await opened(pilot, "petrel")
        row = next(at for at, hit in enumerate(screen.finder.hits.rows) if is_of(hit.value, key))
        if row:
            await pilot.press("J")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == key * 16)
        article = screen.view.article
        assert article is not None
        await until(pilot, lambda: screen.view._page.complete, "all of its lines")
        screen.view.move_view(37 if key == "1" else 4000)
        await pilot.pause()
        before, y = shown(screen), screen.view.scroll_offset.y
        assert top_line(screen)
        for away in ("K" if row else "J", "L", "L"):
            await pilot.press(away)
            await until(pilot, lambda: screen.view.article is not None and screen.view.article.id != article.id)
            await pilot.press("H")
            await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == article.id)
            await until(pilot, lambda: shown(screen) == before, "the same lines")
            assert screen.view.scroll_offset.y == y
    for _ in range(2):
        await reopened(make_app(logs, state=load_state(tmp_path / "state.json")), size, row, before)


async def reopened(app: BroadsheetApp, size: tuple[int, int], row: int, before: str) -> None:
    """Open the article of a row once more, and see the lines that were there `before`."""
    async with app.run_test(size=size) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen._finding and screen._finding.query == "petrel", "the last search")
        await until(pilot, lambda: len(screen.finder.hits.rows) == 2)
        await pilot.press(*["down"] * row, "enter")
        await until(pilot, lambda: shown(screen) == before, "the same lines")


async def test_no_width_of_the_window_moves_what_is_at_the_top(make_app: AppMaker, logs: Source) -> None:
    async with make_app(logs).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "brief")
        screen.view.move_view(37)
        await pilot.pause()
        before, place = shown(screen), screen.view.position
        for size in (MEDIUM, (97, 31), (72, 24), WIDE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: screen.size == size)  # type: ignore[misc]
            await until(pilot, lambda: screen.view.position == place, "the place")
        await until(pilot, lambda: shown(screen) == before, "the same lines")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["brief", "endless"])
async def test_what_is_found_inside_is_on_the_screen(
    make_app: AppMaker, logs: Source, size: tuple[int, int], name: str
) -> None:
    async with make_app(logs).run_test(size=size) as pilot:
        screen = await opened(pilot, name)
        await pilot.press("slash", *"zymurgist")
        await until(pilot, lambda: "hit 1 of 1" in screen.status._words)
        await until(pilot, lambda: "zymurgist" in shown(screen), "the hit beside the box")
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.has_focus and not screen.find_box.display)
        await pilot.pause()
        assert "zymurgist" in shown(screen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_hit_in_the_last_line_stays_in_view_when_the_box_comes(
    make_app: AppMaker, logs: Source, size: tuple[int, int]
) -> None:
    async with make_app(logs).run_test(size=size) as pilot:
        screen = await opened(pilot, "brief")
        hit = next(number for number, each in enumerate(screen.view.passages) if "zymurgist" in each.text)
        line = screen.view._page.line_of(Position(hit, 0))
        screen.view.move_view(line + 2 - screen.view.size.height)
        await pilot.pause()
        assert "zymurgist" in shown(screen).splitlines()[-1]
        await pilot.press("slash", *"zymurgist")
        await until(pilot, lambda: "hit 1 of 1" in screen.status._words)
        await until(pilot, lambda: screen.find_box.region.height == 1)
        await pilot.pause()
        assert "zymurgist" in shown(screen)
        await pilot.press("enter")
        await pilot.pause()
        assert "zymurgist" in shown(screen)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_found_in_the_raw_text_is_on_the_screen(
    make_app: AppMaker, logs: Source, size: tuple[int, int]
) -> None:
    async with make_app(logs).run_test(size=size) as pilot:
        await opened(pilot, "brief")
        await pilot.press("R")
        await until(pilot, lambda: isinstance(pilot.app.screen, OriginalScreen))
        screen = pilot.app.screen
        assert isinstance(screen, OriginalScreen)
        await until(pilot, lambda: screen.text.passages)

        def drawn() -> str:
            return "\n".join(screen.text.render_line(y).text for y in range(screen.text.size.height))

        await pilot.press("slash", *"zymurgist")
        await until(pilot, lambda: "zymurgist" in drawn(), "the hit beside the box")
        await pilot.press("enter")
        await until(pilot, lambda: not screen.find_box.display)
        await pilot.pause()
        assert "zymurgist" in drawn()


async def test_a_size_that_the_view_is_not_told_of_is_wrapped_to(
    make_app: AppMaker, logs: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it comes to be where its pane is shown for the first time, soon after the program has begun."""

    def untold(view: ArticleView, message: Message) -> bool:
        return not isinstance(message, Resize) and ScrollView.post_message(view, message)

    async with make_app(logs).run_test(size=NARROW) as pilot:
        view = (await opened(pilot, "brief")).view
        view.move_view(37)
        await pilot.pause()
        place, before = view.position, view._page.width
        monkeypatch.setattr(ArticleView, "post_message", untold)
        await pilot.resize_terminal(NARROW[0] + 12, NARROW[1])
        await until(pilot, lambda: view._page.width == before + 12, "longer lines")
        assert view.position == place
