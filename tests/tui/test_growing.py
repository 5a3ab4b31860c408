"""Lists of hits in an archive that grows while one reads."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from docs_store import Action, Article, Correction, EntityKind, open_store
from tests.contract.test_editions import LEAD, MORE, edition
from tests.tui.answering import LateAnswers
from tests.tui.conftest import AppMaker, invented, paragraph
from tests.tui.test_finding import typed
from tests.tui.test_reading import WIDE, drawn, opened, screen_of, shown, titles
from tests.tui.waiting import until
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.typeset import START

NEW = "Copper for market ferry 1"
OLDER = "this list is older"


def ferry(number: int) -> Article:
    return Article(
        f"{number:f>16}", f"ferry{number}", f"Copper for market ferry {number}", (paragraph("Copper rose again."),)
    )


async def grown(pilot: Pilot[None], source: Source, *articles: Article) -> None:
    """Store more, as another process does, and let the app see it."""
    with open_store(source.archive) as store:
        store.put_many(articles)
    assert isinstance(pilot.app, BroadsheetApp)
    await pilot.app.look()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_hits_nobody_has_moved_in_are_asked_for_anew(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        assert NEW not in titles(screen)
        await grown(pilot, own, ferry(1))
        assert NEW in titles(screen)
        assert not screen.finder.hits.is_moved
        assert screen.finder.box.has_focus
        assert OLDER not in drawn(screen.status)


async def test_hits_one_moves_in_stay_and_are_told_to_be_older(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        await pilot.press("down")
        listed, selected = titles(screen), screen.finder.hits.value
        await grown(pilot, own, ferry(1))
        assert (titles(screen), screen.finder.hits.value) == (listed, selected)
        assert drawn(screen.status).strip().startswith(OLDER)
        await pilot.press("tab")
        await grown(pilot, own, ferry(2))
        assert titles(screen) == listed
        await pilot.press("f")
        await until(pilot, lambda: NEW in titles(screen), "asked anew in the box")
        assert OLDER not in drawn(screen.status)


async def test_the_article_that_is_read_stays_selected(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus)
        selected, listed = screen.finder.hits.value, titles(screen)
        await grown(pilot, own, ferry(1))
        assert "this list is older · f asks anew" in drawn(screen.status)
        assert screen.finder.hits.value is selected
        assert titles(screen) == listed


async def test_the_end_of_adding_tells_that_the_list_is_older(make_app: AppMaker, own: Source, tmp_path: Path) -> None:
    (tmp_path / "later.txt").write_text("Copper for a ferry\n\nCopper rose again, the harbour master said today.\n")
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        await pilot.press("tab", "down")
        assert isinstance(pilot.app, BroadsheetApp)
        pilot.app.add(tmp_path / "later.txt")
        await until(pilot, lambda: "1 added · this list is older · f asks anew" in drawn(screen.status), "both")


async def test_what_comes_while_an_answer_is_on_its_way_is_taken_in_after_it(
    make_app: AppMaker, own: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = LateAnswers(monkeypatch, only_texts=True)
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen, app = screen_of(pilot), pilot.app
        assert isinstance(app, BroadsheetApp)
        await until(pilot, lambda: titles(screen))
        await pilot.press(*"market")
        await until(pilot, lambda: late.asked.is_set() and screen._finding and screen._finding.query == "market")
        with open_store(own.archive) as store:
            store.put_many([ferry(1)])
        await app.look()
        assert NEW not in titles(screen)
        late.gate.set()
        await until(pilot, lambda: NEW in titles(screen), "asked anew")


async def test_in_a_story_no_row_counts_the_editions_that_have_rows_there(make_app: AppMaker, own: Source) -> None:
    with open_store(own.archive) as store:
        store.put_many(edition(f"chain{day}", LEAD, MORE, title="Pier chain", date=f"2031-05-0{day}") for day in (1, 2))
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "pier chain")
        assert "· +1" in drawn(screen.finder.hits)
        await pilot.press("C")
        await until(pilot, lambda: titles(screen) == ["Pier chain"] * 2, "both")
        assert "· +1" not in drawn(screen.finder.hits)


async def test_what_others_correct_is_seen_in_the_article_that_is_open_where_one_reads(
    make_app: AppMaker, own: Source
) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "inquiry bolts")
        app = pilot.app
        assert isinstance(app, BroadsheetApp)
        await pilot.press(*"n" * 9, "3")
        await pilot.pause()
        place, hit, hits = screen.view.position, screen.view.current_hit, screen.view.hits
        assert place > START
        assert hit > 1
        with open_store(own.archive) as store:
            store.correct(Correction(Action.ALIAS, "Ada Quill", EntityKind.PERSON, "Adelaide Quill"))
        await app.look()
        await until(pilot, lambda: "Adelaide Quill" in drawn(screen.panel.list), "its new name")
        assert (screen.view.position, screen.view.current_hit, screen.view.hits) == (place, hit, hits)
        screen.view.focus()
        await pilot.press("/", *"witness", "enter")
        await until(pilot, lambda: screen.view.hits == 29, "what is sought inside")
        place, hit = screen.view.position, screen.view.current_hit
        inquiry = invented()[0]
        await grown(pilot, own, replace(inquiry, authors=("Ben Hark", "Cy Moss")))
        assert screen.view.article is not None
        assert screen.view.article.authors == ("Ben Hark", "Cy Moss")
        assert (screen.view.position, screen.view.current_hit, screen.view.hits) == (place, hit, 29)
        await grown(pilot, own, replace(inquiry, blocks=(*inquiry.blocks, paragraph("Nobody else was heard."))))
        assert screen.view.article.blocks[-1].text == "Nobody else was heard."
        assert (screen.view.position, screen.view.current_hit, screen.view.hits) == (place, hit, 29)


async def test_an_article_that_others_remove_is_read_to_its_end(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "inquiry")
        app = pilot.app
        assert isinstance(app, BroadsheetApp)
        with open_store(own.archive) as store:
            store.remove(["a" * 16])
        await app.look()
        await until(pilot, lambda: "another program has removed this article" in drawn(screen.status), "what happened")
        assert screen.view.article is not None
        await pilot.press("j")
        await grown(pilot, own, ferry(1))
        assert "removed" not in drawn(screen.status)
        assert screen.view.article.id == "a" * 16


async def test_an_archive_that_is_newer_than_the_program_is_said_to_be(make_app: AppMaker, own: Source) -> None:
    connection = sqlite3.connect(own.archive / "articles.sqlite")
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: "archive cannot be opened." in shown(screen), "what is wrong")
        assert "newer Broadsheet" in " ".join(shown(screen).split())  # the archive's path decides where lines end


async def test_saved_searches_are_counted_again_where_they_are_listed(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "ferro")
        await pilot.press("ctrl+u")
        await typed(pilot, "copper")
        await pilot.press("escape", "S")
        await until(pilot, lambda: "saved: copper" in drawn(screen.status))
        await pilot.press("s")
        await until(pilot, lambda: "Saved and earlier" in drawn(screen.finder.query_one("#count")))
        assert "new)" not in drawn(screen.finder.hits)
        await pilot.press("G")
        cursor = screen.finder.hits.cursor
        for number in (1, 2):
            await grown(pilot, own, ferry(number))
            assert f"{20 + number} (+{number} new)" in drawn(screen.finder.hits)
            assert screen.finder.hits.cursor == cursor
            assert screen.finder.hits.has_focus
        await pilot.press("f", *"mark")
        await until(pilot, lambda: "Market report number 1" in titles(screen), "what is typed")
