"""A star and a read mark of one's own, by a key."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from docs_store import Article, SearchHit, open_store
from tests.tui.conftest import AppMaker, paragraph
from tests.tui.test_finding import answered, typed
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, drawn, opened, screen_of, titles
from tests.tui.waiting import until
from tui.archive import Source
from tui.screens.reading import ReadingScreen


def stars(source: Source) -> list[str]:
    with open_store(source.archive, read_only=True) as store:
        return sorted(hit.article.title for hit in store.search("is:starred", limit=99).hits)


async def said(pilot: Pilot[None], screen: ReadingScreen, words: str) -> None:
    await until(pilot, lambda: words in screen.status._words, words)


@pytest.mark.parametrize("size", [MEDIUM, WIDE, NARROW])
async def test_the_open_article_is_starred_where_it_is_read(
    make_app: AppMaker, own: Source, size: tuple[int, int]
) -> None:
    async with make_app(own).run_test(size=size) as pilot:
        screen = await opened(pilot, "harbour bolts")
        await pilot.press("n", "n")
        where, at = screen.status._words, screen.view.scroll_offset.y
        assert "hit " in where
        await pilot.press("asterisk")
        await said(pilot, screen, "★ starred")
        assert stars(own) == ["Harbour bridge inquiry opens"]
        assert any("★" in passage.text for passage in screen.view.passages if passage.role == "byline")
        assert size == NARROW or "★ 2024-03-09" in drawn(screen.finder.hits)
        await pilot.press("tab", "shift+tab")  # what was said is over, and one is where one was
        assert (screen.status._words, screen.view.scroll_offset.y) == (where, at)
        await pilot.press("asterisk")
        await said(pilot, screen, "no longer starred")
        assert stars(own) == []
        assert "★" not in drawn(screen.finder.hits)


async def test_the_selected_article_is_starred_in_the_list_and_the_cursor_stays(
    make_app: AppMaker, own: Source
) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press("escape", "j", "j", "asterisk")
        await said(pilot, screen, "★ starred")
        hit = screen.finder.hits.value
        assert isinstance(hit, SearchHit)
        assert hit.article.starred
        assert stars(own) == [hit.article.title]
        assert screen.finder.hits.cursor == 2
        assert "older" not in screen.status._words
        assert screen._finding is not None
        assert not screen._finding.is_older
        await pilot.press("f", "i", "s", "colon", *"starred")
        await answered(pilot, "is:starred")
        assert titles(screen) == [hit.article.title]


async def test_the_selected_related_article_is_starred(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour bolts")
        await pilot.press("2")
        await until(pilot, lambda: screen.panel.list.value is not None)
        await pilot.press("asterisk")
        await said(pilot, screen, "★ starred")
        assert stars(own) == ["Tremors under Mount Ferro"]


async def test_an_article_without_a_byline_gains_one(make_app: AppMaker, own: Source) -> None:
    with open_store(own.archive) as store:
        store.put_many([Article("f" * 16, "bare", "Bare of all", (paragraph("A word of a ferry."),))])
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "bare of all")
        for shown in (["★"], []):
            await pilot.press("asterisk")
            await until(pilot, lambda s=shown: [p.text for p in screen.view.passages if p.role == "byline"] == s)  # type: ignore[misc]


async def test_what_is_read_is_marked_and_asked_for(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour bolts")
        await pilot.press("M")
        await said(pilot, screen, "✓ read · is:unread in the box")
        lines = [line[0] for y in range(4) if (line := screen.finder.hits.line(y))]
        roles = {run.text: run.roles[0] for line in lines for run in line if run.roles}
        assert roles["Harbour"] == roles[" bridge inquiry opens"] == "row_title_read"
        assert "✓ 2024-03-09" in drawn(screen.finder.hits)
        await pilot.press("f")
        await typed(pilot, "is:unread harbour")
        assert titles(screen) == ["Tremors under Mount Ferro"]
        await pilot.press("escape", "tab", "M")
        await said(pilot, screen, "unread")
        assert not any(p.role == "byline" and "read" in p.text for p in screen.view.passages)


async def test_what_is_marked_among_the_related_shows_it_there(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour bolts")
        await pilot.press("2")
        await until(pilot, lambda: screen.panel.list.value is not None)
        at = screen.panel.list.cursor
        await pilot.press("asterisk", "M")
        await until(pilot, lambda: "★ ✓ 2024-03-07" in drawn(screen.panel.list), "both marks")
        assert screen.panel.list.cursor == at
        await pilot.press("h", "l")  # to another tab and back
        assert "★ ✓ 2024-03-07" in drawn(screen.panel.list)


async def test_a_mark_waits_until_another_program_has_written(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour bolts")
        with open_store(own.archive) as other:
            other.put_many([])  # writes from here on
            await pilot.press("asterisk")
            await said(pilot, screen, "marked as soon as that is done")
            await pilot.press("j")
            await pilot.press("M")
            await said(pilot, screen, "marked as soon as that is done")
            assert stars(own) == []
        await until(pilot, lambda: "★ ✓ 2024-03-09" in drawn(screen.finder.hits), "both marks")
        assert stars(own) == ["Harbour bridge inquiry opens"]
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_who_leaves_while_a_mark_waits_is_told_once(make_app: AppMaker, own: Source) -> None:
    app = make_app(own)
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour bolts")
        with open_store(own.archive) as other:
            other.put_many([])
            await pilot.press("asterisk")
            await said(pilot, screen, "marked as soon as that is done")
            await pilot.press("q")
            await said(pilot, screen, "once more leaves without them")
            await pilot.press("q")
            await until(pilot, lambda: not app.is_running, "the end")
    assert stars(own) == []


async def test_what_others_store_meanwhile_is_still_told(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        await pilot.press("escape", "j")
        with open_store(own.archive) as store:
            store.put_many([Article("f" * 16, "new", "Copper rose", (paragraph("Copper."),))])
        await pilot.press("asterisk")
        await said(pilot, screen, "★ starred")
        assert screen._finding is not None
        assert screen._finding.is_older


async def test_ctrl_c_says_how_to_leave_whatever_was_said_before(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour bolts")
        await pilot.press("asterisk")
        await said(pilot, screen, "★ starred")
        await pilot.press("ctrl+c")
        await said(pilot, screen, "q leaves, ctrl+q from anywhere")
