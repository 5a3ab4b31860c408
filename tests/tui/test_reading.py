"""The reading screen as a reader uses it: keys in, what stands on the screen out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.events import Paste
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from docs_store import Article, Block, BlockKind, EntityKind, SearchHit, open_store
from tests.tui.conftest import AppMaker, invented, mentions_of
from tests.tui.waiting import until
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.messages import GoToArticle, GoToEntity, GoToLink
from tui.screens.help import HelpScreen
from tui.screens.name import NameScreen
from tui.screens.reading import ReadingScreen
from tui.screens.sure import SureScreen
from tui.state import load_state
from tui.typeset import Position
from tui.widgets.side_panel import Tab

HALCYON = ("Halcyon", EntityKind.OTHER)

WIDE, MEDIUM, NARROW = (130, 40), (80, 24), (40, 12)


def screen_of(pilot: Pilot[None]) -> ReadingScreen:
    app = pilot.app
    assert isinstance(app, BroadsheetApp)
    return app.reading


def titles(screen: ReadingScreen) -> list[str]:
    return [row.value.article.title for row in screen.finder.hits.rows if isinstance(row.value, SearchHit)]


def drawn(widget: Widget) -> str:
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def shown(screen: ReadingScreen) -> str:
    return drawn(screen.view)


async def opened(pilot: Pilot[None], words: str) -> ReadingScreen:
    """Find an article by words and open it."""
    screen = screen_of(pilot)
    await until(pilot, lambda: titles(screen), "the newest articles")
    await pilot.press(*("space" if character == " " else character for character in words))
    await until(pilot, lambda: screen.finder.text == words and screen._finding and screen._finding.query == words)
    await until(pilot, lambda: screen.finder.hits.value is not None, "a hit")
    await pilot.press("enter")
    await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus, "the article")
    await until(pilot, lambda: screen.panel._counts[Tab.RELATED] != "Looking …", "what is related")
    return screen


async def test_the_newest_articles_are_listed_before_anything_is_typed(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: len(titles(screen)) == 23)
        assert titles(screen)[:3] == [
            "Harbour bridge inquiry opens",
            "Tremors under Mount Ferro",
            "港の橋の調査はじまる",
        ]
        assert titles(screen)[3] == "Market report number 19"
        assert screen.finder.box.has_focus


async def test_half_remembered_words_with_a_typo_lead_to_the_article(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "inqiury bridge")
        assert screen.view.article is not None
        assert screen.view.article.title == "Harbour bridge inquiry opens"
        assert "Harbour bridge inquiry opens" in shown(screen)
        assert "By Ben Hark · The Meridian Post · 9 March 2024" in shown(screen)
        assert "▌ Ada Quill outside the town hall of Port Sela." in shown(screen)


async def test_one_document_named_is_opened_at_once(make_app: AppMaker, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Tide tables lost at sea\n\nThe tables went down with the mail boat on Monday night, it was said.\n"
    )
    async with make_app(Source(tmp_path / "archive", (page,))).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus, "the article")
        assert "Tide tables lost at sea" in shown(screen)


async def test_brackets_in_a_text_are_text(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(130, 60)) as pilot:
        assert "[Video] The bridge closed an hour later." in shown(await opened(pilot, "harbour"))


async def test_what_only_the_text_holds_is_found_with_a_snippet_and_opens_at_its_hit(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "rusted bolts")
        assert screen.view.article is not None
        assert screen.view.article.title == "Harbour bridge inquiry opens"
        assert screen.view.hits > 10
        first = screen.view.current_hit
        await pilot.press("n")
        assert screen.view.current_hit == first + 1
        await pilot.press("N")
        assert screen.view.current_hit == first


async def test_past_the_last_hit_n_goes_on_to_the_next_article(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "copper")
        first = screen.view.article
        assert first is not None
        await until(pilot, lambda: screen.view.current_hit == 1)
        await pilot.press("n")
        await until(pilot, lambda: screen.view.article not in (None, first))
        await until(pilot, lambda: screen.view.current_hit == 1)
        await pilot.press("N")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == first.id)


async def test_nothing_found_says_so_and_what_to_do(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press(*"zzzzqqqq")
        await until(pilot, lambda: not titles(screen))
        lines = [screen.finder.hits.render_line(y).text for y in range(8)]
        assert any("Nothing found for" in line for line in lines)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: len(titles(screen)) == 23)


async def test_find_inside_marks_as_one_types_and_escape_clears(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("slash", *"witness 2")
        await until(pilot, lambda: screen.view.hits == 11)  # 2 and 20 to 29
        assert "esc close" in drawn(screen.status)
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.has_focus)
        assert "Witness 2 " in shown(screen)
        await pilot.press("n")
        assert screen.view.current_hit == 2
        await pilot.press("escape")
        assert screen.view.hits == 2  # what led here
        await pilot.press("escape")
        assert screen.view.hits == 0


async def test_enter_on_a_picture_goes_to_its_place(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("G")
        assert "town hall" not in shown(screen)
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        assert "I. Brandt/Nordlicht" in "\n".join(screen.panel.list.render_line(y).text for y in range(8))
        await pilot.press("enter")
        await until(pilot, lambda: "town hall" in shown(screen))


async def test_related_gives_the_archives_own_copy_with_its_reason_and_back_returns(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("space")
        left_at = screen.view.position
        await pilot.press("2")
        await until(pilot, lambda: screen.panel.list.has_focus)
        rows = [row.value for row in screen.panel.list.rows if row.value is not None]
        assert isinstance(rows[0], GoToArticle)
        assert rows[0].article.title == "Tremors under Mount Ferro"
        heading, _, title, reason = (screen.panel.list.render_line(y).text.strip(" ▌") for y in range(4))
        assert (heading, title, reason) == ("Linked", "Tremors under Mount Ferro", "linked: related")
        assert [value.link.title for value in rows if isinstance(value, GoToLink)] == ["Lost link"]
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "b" * 16)
        await pilot.press("H")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "a" * 16)
        await until(pilot, lambda: screen.view.position == left_at)
        await pilot.press("L")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "b" * 16)


async def test_the_story_is_listed_in_order_of_time_and_esc_returns(make_app: AppMaker, tmp_path: Path) -> None:
    def made(number: int, *sentences: str) -> Article:
        block = Block(BlockKind.PARAGRAPH, " ".join(sentences))
        return Article(
            f"{number:x>16}", f"part{number}", f"Wreck of the Halcyon, part {number}", (block,),
            published=dt.datetime(2031, 5, number, tzinfo=dt.UTC), mentions=mentions_of((block,), HALCYON),
        )  # fmt: skip

    ran = "The coaster Halcyon ran on to the Cutter rocks with a cargo of oranges."
    raised = "Salvors of the Varn yard raised the Halcyon from the Cutter rocks."
    with open_store(tmp_path / "wreck", create=True) as store:
        store.put_many([made(2, ran, raised), made(1, ran), *invented()])
    async with make_app(Source(tmp_path / "wreck", name="wreck")).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "halcyon part 2")
        await pilot.press("C")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        hits = [row.value for row in screen.finder.hits.rows]
        assert [(hit.article.key, hit.snippet) for hit in hits if isinstance(hit, SearchHit)] == [
            ("part1", ran),
            ("part2", raised),
        ]
        assert screen.finder.hits.cursor == 1  # the article that is open
        assert "2 May 2031" in drawn(screen.finder.timeline)
        await pilot.press("k")
        await until(pilot, lambda: "1 May 2031" in drawn(screen.finder.timeline), "the one that is selected")
        await pilot.press("T", "right")
        await until(pilot, lambda: screen.finder.hits.cursor == 1, "the article of the bar")
        await pilot.press("enter")
        assert screen.finder.hits.has_focus
        assert screen.finder.text == "halcyon part 2"
        assert len(screen.finder.hits.rows) == 2
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.key == "part1")
        await pilot.press("escape")
        await until(pilot, lambda: len(screen.finder.hits.rows) != 2 or not screen.finder.hits.has_focus)
        await until(pilot, lambda: not screen.finder.timeline.shows_days, "the timeline of what was found")
        await pilot.app.workers.wait_for_complete()
        hit = screen.finder.hits.value
        assert isinstance(hit, SearchHit)
        assert hit.article.story in {story.article.story for story in hits if isinstance(story, SearchHit)}


async def test_an_article_of_no_story_says_so(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "market report number 7")
        listed = screen.finder.hits.rows
        await pilot.press("C")
        await until(pilot, lambda: "no other article is surely of this story" in drawn(screen.status))
        assert screen.finder.hits.rows is listed


async def test_entities_have_counts_and_lead_from_mention_to_mention(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("3")
        await until(pilot, lambda: screen.panel.list.has_focus)
        entity = screen.panel.list.value
        assert isinstance(entity, GoToEntity)
        assert (entity.name, len(entity.places)) == ("Ada Quill", 3)
        await until(pilot, lambda: "3 here · 2 articles" in drawn(screen.panel.list))
        for number in (1, 2, 3, 1):
            await pilot.press("enter")
            await until(pilot, lambda at=number: f"mention {at} of 3: Ada Quill" in screen.status._words)  # type: ignore[misc]
        await pilot.press("a")
        await until(pilot, lambda: titles(screen) == ["Harbour bridge inquiry opens", "Tremors under Mount Ferro"])


async def test_the_outline_follows_the_reading_position(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("4")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: screen.view.has_focus)
        assert screen.panel.list.cursor == 0
        await pilot.press("G")
        await until(pilot, lambda: screen.panel.list.cursor == 2)


async def test_the_place_survives_a_resize(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("space")
        place = screen.view.position
        await pilot.resize_terminal(90, 30)
        await until(pilot, lambda: screen.has_class("-medium"))
        assert screen.view.position.passage == place.passage


async def test_moving_in_the_list_shows_the_article_but_typing_does_not(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press("tab", "j")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "b" * 16)
        assert screen.finder.hits.has_focus


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_the_panel_comes_on_demand_and_goes_with_escape(make_app: AppMaker, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await opened(pilot, "harbour")
        assert not screen.panel.display
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.display and screen.panel.list.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: not screen.panel.display and screen.view.has_focus)


async def test_a_narrow_screen_shows_one_pane_at_a_time(make_app: AppMaker) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        assert screen.finder.display
        assert not screen.view.display
        screen = await opened(pilot, "harbour")
        await until(pilot, lambda: screen.view.display and not screen.finder.display)
        assert "Harbour bridge" in shown(screen)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.finder.display)


async def test_help_lists_every_key_and_closes(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await until(pilot, lambda: titles(screen_of(pilot)))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot))


async def test_help_is_read_on_the_smallest_screen(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: titles(screen_of(pilot)))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.pause()
        assert "  f ctrl+f\n    Find an article: type words of\n    its headline or text\n" in page(pilot)
        assert max(map(len, page(pilot).splitlines())) <= 34
        await pilot.resize_terminal(100, 30)
        beside = "  f ctrl+f           Find an article: type words of its headline or text"
        await until(pilot, lambda: beside in page(pilot))
        await pilot.press("G")
        await until(pilot, lambda: pilot.app.screen.query_one(VerticalScroll).is_vertical_scroll_end)


async def test_a_key_is_found_in_the_help_by_what_it_does(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await until(pilot, lambda: titles(screen_of(pilot)))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("slash", *"path copy", "enter")
        await until(pilot, lambda: "Y  " in page(pilot) and "Find an article" not in page(pilot))
        await pilot.press("slash", *"zzz")
        await until(pilot, lambda: "No key has to do with “path copyzzz”" in page(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Find an article" in page(pilot))
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot))


def page(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(Static).visual)


async def test_what_is_remembered_outlives_the_program(make_app: AppMaker, tmp_path: Path, archive: Path) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("t", "p", "plus", "space")
        place = screen.view.position
        theme = pilot.app.theme
    state = load_state(tmp_path / "state.json")
    assert state.last_archive == str(archive)
    assert state.theme == theme
    assert state.measure == 76
    assert Position(*state.positions["a" * 16]) == place
    async with make_app(state=state).run_test(size=WIDE) as pilot:
        assert pilot.app.theme == theme
        screen = await opened(pilot, "harbour")
        assert screen.view.position == place


async def test_every_theme_can_be_switched_to_live(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        app = pilot.app
        assert isinstance(app, BroadsheetApp)
        await opened(pilot, "harbour")
        seen = set()
        for _ in app.themes:
            await pilot.press("t")
            seen.add(app.theme)
        assert seen == set(app.themes)


async def test_a_folder_is_read_in_the_background_while_one_reads(make_app: AppMaker, tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(5):
        (folder / f"story{number}.txt").write_text(
            f"Ferry strike enters day {number}\n\nThe ferries stayed in port. Passengers waited on the quay.\n\n"
            "A second paragraph tells of the talks that failed on Monday night.\n", "utf-8",
        )  # fmt: skip
    app = make_app(Source(tmp_path / "kept", (folder,), "clippings"))
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: len(titles(screen)) == 5)
        (folder / "later.txt").write_text(
            "Ferry strike ends\n\nThe boats sail again, the harbour master said today.\n", "utf-8"
        )
    async with make_app(Source(tmp_path / "kept", (folder,), "clippings")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: len(titles(screen)) == 6)


async def test_what_is_no_archive_is_told_with_a_remedy(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app(Source(tmp_path / "nothing")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: "There is no archive here." in shown(screen))
        assert "ctrl+q quits." in shown(screen)


async def test_an_empty_archive_says_what_to_do(make_app: AppMaker, tmp_path: Path) -> None:
    from docs_store import open_store

    open_store(tmp_path / "empty", create=True).close()
    async with make_app(Source(tmp_path / "empty")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: "This archive is empty." in drawn(screen.finder.hits))
        assert "broadsheet add" in drawn(screen.finder.hits)


async def test_a_click_opens_a_row(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.click("#hits", offset=(5, 4))
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "b" * 16)


async def test_a_paste_of_many_lines_and_controls_is_one_clean_line(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        screen.finder.box.post_message(Paste("harbour\n\x1b[31mbridge\r\n"))
        await until(pilot, lambda: screen.finder.box.value == "harbour ␛[31mbridge")


@pytest.mark.parametrize("pane", ["hits", "article", "panel"])
async def test_a_paste_where_nothing_is_typed_is_sought(make_app: AppMaker, pane: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "market report")
        screen.query_one(f"#{pane}").focus()
        await until(pilot, lambda: screen.focused is not None and screen.focused.id == pane)
        pilot.app.post_message(Paste("harbour\n bridge\r\n"))
        await until(pilot, lambda: screen.finder.box.value == "harbour bridge" and screen.finder.box.has_focus)
        await until(pilot, lambda: titles(screen)[:1] == ["Harbour bridge inquiry opens"])


async def test_a_paste_into_a_box_goes_nowhere_else(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "inquiry")
        await pilot.press("slash")
        await until(pilot, lambda: screen.find_box.has_focus)
        pilot.app.post_message(Paste("bolts"))
        await until(pilot, lambda: screen.find_box.value == "bolts")
        assert screen.finder.box.value == "inquiry"
        assert screen.find_box.has_focus


async def test_names_are_corrected_where_one_reads(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("3")
        await until(pilot, lambda: "Ada Quill" in drawn(screen.panel.list))
        await pilot.press("x")
        await until(pilot, lambda: "Ada Quill (person) is no entity: 2 articles changed" in screen.status._words)
        assert "Ada Quill" not in drawn(screen.panel.list)
        await pilot.press("u")
        await until(pilot, lambda: "undone: Ada Quill" in screen.status._words)
        assert "3 here · 2 articles" in drawn(screen.panel.list)
        assert screen.panel.list.has_focus


async def test_a_name_is_renamed_and_merged(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("3")
        await until(pilot, lambda: "Ada Quill" in drawn(screen.panel.list))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen))
        await pilot.press(*"-Rohm", "enter")
        await until(pilot, lambda: "is called Ada Quill-Rohm: 2 articles changed" in screen.status._words)
        assert "Ada Quill-Rohm" in drawn(screen.panel.list)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen))
        await pilot.press(*"harbor", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SureScreen), "whether a person is an organisation")
        await pilot.press("y")
        await until(pilot, lambda: "is Harbour Board (organisation): 2 articles changed" in screen.status._words)
        await until(pilot, lambda: "Harbour Board" in drawn(screen.panel.list))
        await pilot.press("m", "escape", "u", "u", "u")
        await until(pilot, lambda: "there is no correction to undo" in screen.status._words)
        await until(pilot, lambda: "Ada Quill" in drawn(screen.panel.list))
