"""The finder beyond words: completion, timeline, facets, saved searches; keys in, what stands on the screen out."""

from __future__ import annotations

import shutil
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from docs_store import SearchHit, open_store
from tests.contract.articles import made
from tests.tui.answering import LateAnswers
from tests.tui.conftest import AppMaker
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, drawn, opened, screen_of, titles
from tests.tui.waiting import until
from tui.archive import Source
from tui.library import Library, Opened
from tui.messages import GoToQuery, MoreRowsWanted, QuerySubmitted
from tui.screens.catalogues import name_typed
from tui.screens.finding import Listed
from tui.screens.help import HelpScreen
from tui.screens.reading import ReadingScreen
from tui.state import load_state
from tui.widgets.painted_line import FittedLine


async def typed(pilot: Pilot[None], words: str) -> ReadingScreen:
    """Type into the box, and wait for the answer."""
    screen = screen_of(pilot)
    await until(pilot, lambda: titles(screen), "the newest articles")
    names = {" ": "space", ":": "colon", '"': "quotation_mark", "!": "exclamation_mark", "-": "minus"}
    await pilot.press(*(names.get(character, character) for character in words))
    await answered(pilot, words)
    return screen


async def answered(pilot: Pilot[None], words: str) -> None:
    screen = screen_of(pilot)
    await until(pilot, lambda: screen._finding is not None and screen._finding.query == words.strip(), words)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def queries(screen: ReadingScreen) -> list[str]:
    return [row.value.query for row in screen.finder.hits.rows if isinstance(row.value, GoToQuery)]


async def test_a_field_narrows_the_list(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "source:courier")
        assert titles(screen) == ["Tremors under Mount Ferro"]


async def test_values_are_offered_with_counts_and_taken_with_the_right_arrow(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "person:a")
        assert "→ Ada Quill 2" in drawn(screen.finder.query_one("#count"))
        await pilot.press("right")
        await answered(pilot, 'person:"Ada Quill"')
        assert screen.finder.box.value == 'person:"Ada Quill" '
        assert len(titles(screen)) == 2


async def test_a_field_s_name_is_completed(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "sour")
        await pilot.press("right")
        await until(pilot, lambda: screen.finder.box.value == "source:")
        await pilot.press("left", "left", "right")
        assert screen.finder.box.value == "source:"
        assert screen.finder.box.cursor_position == len("source")


async def test_what_cannot_be_read_is_said_and_forgotten_when_mended(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "on:soon")
        assert "no date" in drawn(screen.status)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: "no date" not in drawn(screen.status))


async def test_the_timeline_filters_as_one_moves_and_esc_lets_go(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen) and screen.finder.timeline.display)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: len(titles(screen)) == 3, "March 2024 alone")
        assert "March 2024: 3" in drawn(screen.finder.timeline)
        await pilot.press("left")
        await until(pilot, lambda: len(titles(screen)) == 20, "January 2023 alone")
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(screen)) == 23, "everything again")


async def test_enter_keeps_the_timeline_s_filter_in_the_box(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen) and screen.finder.timeline.display)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: len(titles(screen)) == 3)
        await pilot.press("enter")
        await answered(pilot, "on:2024-03")
        assert screen.finder.box.value == "on:2024-03"
        assert screen.finder.hits.has_focus


async def test_facets_narrow(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "harbour")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: queries(screen), "what to narrow by")
        assert queries(screen) == [
            'harbour source:"Sela Courier"',
            'harbour source:"The Meridian Post"',
            'harbour org:"Harbour Board"',
            'harbour place:"Mount Ferro"',
        ]
        assert "All of them: 2024, Ada Quill" in drawn(screen.finder.hits)  # to narrow by what all have changes nothing
        await pilot.press("down", "enter")
        await answered(pilot, NARROWED)
        assert titles(screen) == ["Harbour bridge inquiry opens"]


async def test_of_one_article_nothing_is_left_to_narrow(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "bolts")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Nothing to narrow by." in drawn(screen.finder.hits))
        assert queries(screen) == []


async def test_searches_are_saved_and_found_again_in_the_next_run(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "bolts")
        await pilot.press("S")
        await until(pilot, lambda: "saved: bolts" in drawn(screen.status), "that it is saved")
        assert load_state(tmp_path / "state.json").searches  # at once, not only at the end
    state = load_state(tmp_path / "state.json")
    async with make_app(state=state).run_test(size=NARROW) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen.finder.box.value == "bolts", "the query as it was left")
        await answered(pilot, "bolts")
        await pilot.press("f", "e", "r", "r", "o")  # what was left is selected: typing takes its place
        await answered(pilot, "ferro")
        await pilot.press("ctrl+u", "ctrl+r")
        await until(pilot, lambda: queries(screen) == ["bolts", "ferro"], "saved and earlier ones")
        assert "Saved" in drawn(screen.finder.hits)
        await pilot.press("enter")
        await answered(pilot, "bolts")
        assert any(isinstance(row.value, SearchHit) for row in screen.finder.hits.rows)


async def test_a_search_that_stands_in_the_box_is_gone_back_to(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "market report")
        listed = titles(screen)
        await pilot.press("S", "s")
        await until(pilot, lambda: queries(screen) and screen.finder.hits.has_focus, "the searches")
        await pilot.press("enter")
        await until(pilot, lambda: titles(screen) == listed, "what the search finds")
        assert screen.finder.text == "market report"
        assert screen.finder.hits.has_focus


async def test_a_filter_that_no_search_passes_says_so(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "zzz")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "No searches yet" in drawn(screen.finder.hits))
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "bolts")
        await pilot.press("ctrl+s", "ctrl+u", "z", "z")
        await answered(pilot, "zz")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "No search has “zz” in it. All of" in drawn(screen.finder.hits))
        assert queries(screen) == ["bolts"]  # saved: it is no other than the earlier one
        await pilot.press("enter")
        await answered(pilot, "bolts")


async def test_the_box_offers_its_keys(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "ferro")
        told = drawn(screen.status)
        for keys in (
            "f1 help",
            "enter open",
            "esc list",
            "↓ next",
            "→ complete",
            "ctrl+o narrow",
            "ctrl+t timeline",
            "ctrl+r searches",
        ):
            assert keys in told
    async with make_app().run_test(size=NARROW) as pilot:
        assert "f1 help  enter open  esc list" in drawn(screen_of(pilot).status)


async def test_the_ways_back_and_out_are_among_the_keys_of_a_narrow_screen(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: len(titles(screen)) > 3)
        await pilot.press("escape")
        assert "enter open  esc back  f find  F narrow  s searches  q quit" in drawn(screen.status)
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus)
        assert "esc list  ] next  n next name  / find inside  f find  q quit" in drawn(screen.status)
        await pilot.press("3")
        assert "enter open  esc article  f find  q quit" in drawn(screen.status)
        await pilot.press("escape", "escape", "T")
        await until(pilot, lambda: screen.finder.timeline.has_focus)
        await until(pilot, lambda: "← earlier  → later  enter keep  esc drop" in drawn(screen.status))


async def test_letters_are_commands_in_the_timeline_too(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: len(titles(screen)) > 3 and not screen.finder.timeline.is_empty)
        await pilot.press("escape", "T")
        await until(pilot, lambda: screen.finder.timeline.has_focus)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("escape")
        await pilot.press("slash")
        assert screen.finder.box.has_focus
        await pilot.press("escape", "T", "s")
        await until(pilot, lambda: screen._finding is not None and screen._finding.listed is Listed.SEARCHES)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ada quil", "ada quil"),
        ("person:quill", "quill"),
        ('ferry PLACE:"Port Sela" after:2024', "Port Sela"),
        ("bolts !source:courier on:2024-03", "bolts"),
        ("person:", ""),
        ("is:undated", ""),
    ],
)
def test_names_like_what_is_typed_are_like_the_name_that_is_asked_for(query: str, name: str) -> None:
    assert name_typed(query) == name


async def test_the_names_listed_are_like_the_one_that_is_asked_for(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "place:ferro")
        await pilot.press("escape", "E")
        await until(pilot, lambda: "Names like “ferro”" in drawn(screen.finder.query_one("#count", FittedLine)))
        assert queries(screen) == ['place:"Mount Ferro"']


async def test_a_click_between_the_bars_of_the_timeline_filters_by_nothing(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        timeline = screen.finder.timeline
        await until(pilot, lambda: len(titles(screen)) > 3 and not timeline.is_empty)
        listed = titles(screen)
        empty = next(at for at, column in enumerate(timeline._columns) if not column.articles)
        await pilot.click(timeline, offset=(timeline.gutter.left + empty * timeline._cells, 0))
        assert timeline.column is None
        filled = next(at for at, column in enumerate(timeline._columns) if column.articles)
        await pilot.click(timeline, offset=(timeline.gutter.left + filled * timeline._cells, 0))
        await until(pilot, lambda: timeline.column is not None and titles(screen) != listed, "the articles of that bar")


async def test_arrows_move_the_cursor_in_every_list(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: len(titles(screen)) > 3)
        await pilot.press("tab")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        before = screen.finder.hits.cursor
        await pilot.press("down", "down", "up")
        assert screen.finder.hits.cursor == before + 1
        await pilot.press("end")
        last = screen.finder.hits.cursor
        await pilot.press("home")
        assert screen.finder.hits.cursor == before < last


async def test_escape_returns_from_what_narrows_to_the_hits_and_the_pane(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press(*"harbour", "enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus)
        listed = titles(screen)
        await pilot.press("F")
        await until(pilot, lambda: screen.finder.hits.has_focus and titles(screen) != listed)
        await pilot.press("escape")
        await until(pilot, lambda: screen.view.has_focus and titles(screen) == listed)
        assert screen.finder.text == "harbour"


@pytest.mark.parametrize("key", ["s", "E", "F"])
async def test_escape_returns_to_the_row_of_what_is_read(make_app: AppMaker, key: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "market report")
        for number in range(1, 4):
            await pilot.press("]")
            await until(pilot, partial(lambda cursor: screen.finder.hits.cursor == cursor, number))
        read = titles(screen)[3]
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.title == read)
        await pilot.press(key)
        await until(pilot, lambda: screen.finder.hits.has_focus and not titles(screen), "another list")
        await pilot.press("escape")
        await until(pilot, lambda: titles(screen) and not screen._going("finder"), "the hits")
        hit = screen.finder.hits.value
        assert isinstance(hit, SearchHit)
        assert hit.article.title == read


async def test_escape_returns_as_far_down_as_the_list_reached(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        few = len(titles(screen))
        await pilot.press("tab", "end")
        await until(pilot, lambda: len(titles(screen)) > few, "further texts")
        await pilot.press("end", "enter")
        await until(pilot, lambda: screen.view.has_focus and screen.view.article is not None)
        cursor = screen.finder.hits.cursor
        assert cursor > few
        await pilot.press("s")
        await until(pilot, lambda: screen.finder.hits.has_focus and not titles(screen), "the searches")
        await pilot.press("escape")
        await until(pilot, lambda: screen.finder.hits.cursor == cursor, "its row")


async def test_enter_before_the_archive_is_open_opens_what_was_typed(make_app: AppMaker, archive: Path) -> None:
    opening: Future[Opened] = Future()
    app = make_app(opening=opening)
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await pilot.press(*"inquiry", "enter")
        opening.set_result(Library.opening(archive).result())
        await until(pilot, lambda: screen.view.article is not None, "the article")
        assert screen.view.article is not None
        assert "inquiry" in screen.view.article.title


async def test_escape_returns_through_each_of_the_lists_that_were_opened(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "inquiry")
        await pilot.press("enter", "3")
        await until(pilot, lambda: screen.panel.list.value is not None, "the names")
        await pilot.press("a")
        await until(pilot, lambda: screen.finder.text.startswith("person:"), "the articles naming it")
        await answered(pilot, named := screen.finder.text)
        await pilot.press("s")
        await until(pilot, lambda: screen._finding is not None and screen._finding.listed is Listed.SEARCHES)
        await pilot.press("escape")
        await answered(pilot, named)
        assert screen.finder.text == named
        screen.finder.hits.focus()
        await pilot.press("escape")
        await answered(pilot, "inquiry")
        assert screen.finder.text == "inquiry"


async def test_marks_are_there_again_after_going_back(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press(*"harbour", "enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.hits > 0)
        first, hits = screen.view.article, screen.view.hits
        await pilot.press("]")
        await until(pilot, lambda: screen.view.article not in (None, first))
        await pilot.press("H")
        await until(pilot, lambda: screen.view.article == first and screen.view.hits == hits)


def finder_words(screen: ReadingScreen) -> str:
    return " ".join(screen.finder.query_one("#count", FittedLine)._words)


@pytest.fixture
def without_index(archive: Path, tmp_path: Path) -> Source:
    shutil.copytree(archive, tmp_path / "copy", ignore=shutil.ignore_patterns("index-*"))
    return Source(tmp_path / "copy")


async def test_without_an_index_headlines_are_found_and_it_is_built_anew(
    make_app: AppMaker, without_index: Source
) -> None:
    async with make_app(without_index).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press(*"harbour")
        await until(pilot, lambda: len(titles(screen)) > 0 and screen.finder.text == "harbour")
        await until(pilot, lambda: list(without_index.archive.glob("index-*")) != [])
        await until(pilot, lambda: pilot.app._update is not None)  # type: ignore[attr-defined]
        await pilot.app.workers.wait_for_complete()
        await pilot.press("backspace", "r")
        await until(pilot, lambda: "2 by text" in finder_words(screen))
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None)


async def test_enter_waits_for_the_answer_to_what_was_typed(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        screen.finder.box.value = "harbour"  # and Enter before anything was found
        screen.on_query_submitted(QuerySubmitted())
        await until(pilot, lambda: screen.view.article is not None and screen.view.has_focus)
        assert screen.view.article is not None
        assert "arbour" in screen.view.article.title


async def test_one_entity_asked_for_is_portrayed_and_its_mentions_are_walked(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: bool(titles(screen)), "the list")
        screen.finder.box.value = 'person:"Ada Quill"'
        await until(pilot, lambda: screen.finder.hits.cursor > 0, "the portrait")
        listed = drawn(screen.finder.hits)
        assert "Named with" in listed
        assert "Port Sela" in listed
        assert isinstance(screen.finder.hits.value, SearchHit)
        assert "Ada Quill" in screen.finder.hits.value.snippet
        await pilot.press("enter")
        await until(
            pilot, lambda: screen.view.article is not None and screen.view.current_hit == 1, "its first mention"
        )
        await pilot.press("n")
        screen.finder.hits.cursor = next(
            at for at, row in enumerate(screen.finder.hits.rows) if isinstance(row.value, GoToQuery)
        )
        screen.finder.hits.choose()
        await until(pilot, lambda: 'place:"Port Sela"' in screen.finder.text, "the articles that name both")
        await until(pilot, lambda: isinstance(screen.finder.hits.value, SearchHit), "them")
        both = screen.finder.hits.value
        assert isinstance(both, SearchHit)
        assert {both.snippet[start:end] for start, end in both.snippet_marks} & {"Ada Quill", "Port Sela"}
        before = screen.view.hits
        screen.finder.hits.choose()
        await until(pilot, lambda: screen.view.hits > before and screen.view.current_hit > 0, "the mentions of both")


async def test_the_names_of_the_archive_are_listed_typos_forgiven(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "quil")
        await pilot.press("tab", "E")
        await until(pilot, lambda: "Names like" in drawn(screen.finder.query_one("#count", FittedLine)), "the names")
        assert queries(screen) == ['person:"Ada Quill"']
        await pilot.press("escape")
        await until(pilot, lambda: titles(screen), "what was listed before")
        assert screen.finder.text == "quil"


@pytest.mark.parametrize(("lines", "listed"), [(5, 2), (9, 6), (12, 7)])
async def test_in_a_low_window_the_list_stands_in_place_of_the_timeline(
    make_app: AppMaker, lines: int, listed: int
) -> None:
    async with make_app().run_test(size=(40, lines)) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen) and screen.finder.timeline.display, "the list")
        await pilot.pause()
        assert screen.finder.hits.size.height == listed


async def test_enter_between_what_was_found_and_its_list_opens_what_was_found(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.finding._TOGETHER", 60.0)  # the headlines wait for the texts, and these for us
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen), "the newest articles")
        late = LateAnswers(monkeypatch, only_texts=True)
        screen.finder.box.value = "tremors"
        await late.asked.wait()
        screen.open_hit()
        await pilot.pause()
        assert not screen.view.has_focus
        late.gate.set()
        await until(pilot, lambda: screen.view.has_focus, "the article")
        await until(pilot, lambda: "Tremors under Mount Ferro" in drawn(screen.view), "what was found")


@pytest.mark.parametrize("what", ["articles_arrived", "more_rows"])
async def test_what_is_typed_is_answered_whatever_happens_meanwhile(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen), "the newest articles")
        late = LateAnswers(monkeypatch, only_texts=False)
        screen.finder.box.value = "tremors"
        await late.asked.wait()
        if what == "articles_arrived":
            screen.articles_arrived()
        else:
            screen.finder.hits.post_message(MoreRowsWanted("hits"))
        await pilot.pause()
        late.gate.set()
        await answered(pilot, "tremors")
        assert titles(screen) == ["Tremors under Mount Ferro"]


async def test_enter_opens_at_the_passage_that_the_row_shows(make_app: AppMaker, tmp_path: Path) -> None:
    paragraphs = ["The ferry was late.", *["It rained on the pier all day long, and nobody came."] * 60]
    paragraphs += ["Crews of the ferry and of the tug met the mayor, and the ferry sailed."]
    article = made("late", "Rain", *paragraphs)
    with open_store(tmp_path / "rain", create=True) as store:
        store.put_many([article])
    async with make_app(Source(tmp_path / "rain")).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "ferry crews")
        row = screen.finder.hits.rows[screen.finder.hits.cursor].value
        assert isinstance(row, SearchHit)
        assert row.snippet.startswith("Crews of the ferry")
        await pilot.press("enter")
        await until(pilot, lambda: "Crews of the ferry" in drawn(screen.view), "the passage")
        assert "hit 2 of 4" in screen.status._words


async def test_escape_leaves_the_box_and_what_is_typed_stays(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "harbour")
        assert "esc list" in drawn(screen.status)
        await pilot.press("escape")
        assert screen.finder.hits.has_focus
        assert screen.finder.text == "harbour"
        await pilot.press("F")  # a command now
        await until(pilot, lambda: queries(screen), "what to narrow by")
        assert screen.finder.text == "harbour"


async def test_a_query_that_is_cleared_comes_back(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "bolts")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: "s brings it back: bolts" in drawn(screen.status), "how it comes back")
        assert screen.finder.text == ""
        assert screen.finder.hits.has_focus
        await pilot.press("s")
        await until(pilot, lambda: queries(screen) == ["bolts"], "the earlier search")
        await pilot.press("enter")
        await answered(pilot, "bolts")
        assert screen.finder.hits.has_focus
        await pilot.press("f", "ctrl+c")
        await until(pilot, lambda: "s brings it back: bolts" in drawn(screen.status), "how it comes back")
        assert screen.finder.hits.has_focus


NARROWED = 'harbour source:"The Meridian Post"'


async def narrowed(pilot: Pilot[None]) -> ReadingScreen:
    """Narrow what is typed by its second facet."""
    screen = await typed(pilot, "harbour")
    await pilot.press("ctrl+o")
    await until(pilot, lambda: queries(screen), "what to narrow by")
    await pilot.press("down", "enter")
    await answered(pilot, NARROWED)
    return screen


async def test_escape_undoes_what_narrowed_and_stays_in_the_list(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await narrowed(pilot)
        await pilot.press("T")
        await until(pilot, lambda: screen.finder.timeline.has_focus and screen.finder.timeline.column is not None)
        await pilot.press("enter")
        await answered(pilot, f"{NARROWED} on:2024-03")
        await pilot.press("escape")
        await answered(pilot, NARROWED)
        assert screen.finder.hits.has_focus
        await pilot.press("escape")
        await answered(pilot, "harbour")
        assert screen.finder.hits.has_focus
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: "f finds an article, q quits" in drawn(screen.status), "that there is no way back")
        assert screen.finder.text == ""
        assert screen.finder.hits.has_focus


async def test_typing_anew_leads_away_from_what_was_narrowed(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await narrowed(pilot)
        await pilot.press("f", *"ferro")
        await answered(pilot, "ferro")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.finder.text == "", "the newest")
        assert screen.broadsheet.keeper.searches.earlier("")[:3] == ("ferro", NARROWED, "harbour")


async def test_headlines_that_are_only_like_what_texts_have_stand_behind_those(make_app: AppMaker, own: Source) -> None:
    with open_store(own.archive) as store:
        store.put_many([made("oval", "Oval sold"), made("fair", "Nothing new at the fair", "They weighed an opal.")])
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "opal")
        assert titles(screen) == ["Nothing new at the fair", "Oval sold"]
        assert "Headlines like it" in drawn(screen.finder.hits)
        assert drawn(screen.finder.query_one("#count")).strip().startswith("1 by text of")  # none by headline: not told


async def test_what_is_new_is_told_by_the_count_that_was_saved(make_app: AppMaker, own: Source, tmp_path: Path) -> None:
    weighed = "They weighed an opal."
    with open_store(own.archive) as store:
        store.put_many([made("oval", "Oval sold"), made("ovals", "Ovals lost"), made("fair", "At the fair", weighed)])
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "opal")
        await pilot.press("S")
        await until(pilot, lambda: "saved: opal" in drawn(screen.status))
        assert screen.broadsheet.keeper.searches.as_kept().saved == {"opal": 1}
        await pilot.press("f", "ctrl+u")
        await until(pilot, lambda: screen.finder.box.value == "")
    with open_store(own.archive) as store:
        store.put_many([made("shop", "At the shop", weighed)])
    async with make_app(own, state=load_state(tmp_path / "state.json")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen), "the newest articles")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "2 (+1 new)" in drawn(screen.finder.hits), "what is new")


async def test_what_is_new_has_all_words_stands_first_and_is_new_until_it_is_chosen(
    make_app: AppMaker, own: Source, tmp_path: Path
) -> None:
    with open_store(own.archive) as store:
        store.put_many([made("old", "Opal fair opens", "An opal fair, an opal fair."), made("fair", "At the fair")])
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "opal fair")
        await pilot.press("S")
        await until(pilot, lambda: "saved: opal fair" in drawn(screen.status))
    with open_store(own.archive) as store:
        fresh = made("new", "A quiet day in Varn", "Stones were sold there, and one opal, after the fair.")
        store.put_many([fresh, made("lunch", "Lunch at the fair")])
    async with make_app(own, state=load_state(tmp_path / "state.json")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)  # what stands in the box at the start has not been looked for
        await until(pilot, lambda: titles(screen)[:1] == ["A quiet day in Varn"], "what is new first")
        assert "New since you last looked" in drawn(screen.finder.hits)
    async with make_app(own, state=load_state(tmp_path / "state.json")).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen)[:1] == ["A quiet day in Varn"])
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "(+1 new)" in drawn(screen.finder.hits), "one, not the lunch")
        await pilot.press("enter")
        await until(pilot, lambda: titles(screen)[:1] == ["A quiet day in Varn"])
        assert "All that it finds" in drawn(screen.finder.hits)
        await pilot.press("ctrl+r" if screen.finder.box.has_focus else "s")
        await until(pilot, lambda: "Saved" in drawn(screen.finder.hits))
        assert "new)" not in drawn(screen.finder.hits)


async def test_what_is_typed_hides_no_saved_search(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "ferro")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "saved: ferro" in drawn(screen.status))
        await pilot.press("ctrl+u", *"bolts")
        await answered(pilot, "bolts")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "saved: bolts" in drawn(screen.status))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "Saved" in drawn(screen.finder.hits))
        assert queries(screen)[:2] == ["bolts", "ferro"]


async def test_a_box_that_was_left_shows_the_beginning_of_what_is_longer_than_it(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await typed(pilot, "report number copper grain market rose")
        assert drawn(screen.finder.box).endswith("market rose")
        await pilot.press("escape")
        assert drawn(screen.finder.box) == "report number copper grain…"
        await pilot.press("f")
        assert drawn(screen.finder.box).endswith("market rose")


async def test_a_value_that_is_typed_out_is_offered_no_more(make_app: AppMaker, own: Source) -> None:
    with open_store(own.archive) as store:
        store.put_many([replace(made(tag, f"On {tag}"), tags=(tag,)) for tag in ("grain", "Grain trade", "copper")])
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "tag:copper")
        count = screen.finder.query_one("#count")
        await until(pilot, lambda: "1 article of 26" in drawn(count), "how many")
        await pilot.press("ctrl+u")
        await typed(pilot, "tag:grain")
        await until(pilot, lambda: "→ Grain trade 1" in drawn(count), "what goes on")
        assert "copper" not in drawn(count)


async def test_how_many_there_are_is_said_where_nobody_types(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "person:ada")
        count = screen.finder.query_one("#count")
        assert "→ Ada Quill 2" in drawn(count)
        await pilot.press("escape")
        await until(pilot, lambda: "2 articles of 23" in drawn(count), "how many")
        await pilot.press("f")
        await until(pilot, lambda: "→ Ada Quill 2" in drawn(count), "how it can go on")
