"""Kinds of names switched off and on: in the text, the Entities tab and the list of the archive; remembered."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from docs_store import Article, EntityKind, EntityMention
from tests.tui.conftest import AppMaker, invented, mentions_of, paragraph
from tests.tui.test_finding import queries, typed
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, drawn, opened, screen_of, titles
from tests.tui.waiting import until
from tui.kinds import ALL_KEY, KIND_WORDS, Kinds
from tui.mentions import Walk, mentions_in, walk_from
from tui.messages import GoToEntity, GoToQuery
from tui.passages import article_passages
from tui.screens.reading import ReadingScreen
from tui.state import State, load_state
from tui.typeset import Position
from tui.widgets.entity_list import entity_rows
from tui.widgets.side_panel import Tab

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE


def marked(screen: ReadingScreen) -> set[str]:
    """The kinds that the open article's text is marked with."""
    return {mark.role for marks in screen.view._entities for mark in marks}


def names(screen: ReadingScreen) -> list[str]:
    return [row.value.name for row in screen.panel.list.rows if isinstance(row.value, GoToEntity)]


async def listing(pilot: Pilot[None]) -> ReadingScreen:
    """List the names of the archive."""
    screen = screen_of(pilot)
    await until(pilot, lambda: titles(screen))
    await pilot.press("tab", "E")
    await until(pilot, lambda: isinstance(screen.finder.hits.value, GoToQuery))
    return screen


async def test_a_kind_that_is_off_is_neither_marked_nor_listed_and_all_come_back_at_once(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("3")
        await until(pilot, lambda: "3 here · 2 articles" in drawn(screen.panel.list))
        assert marked(screen) == {"person", "organisation", "place"}
        await pilot.press("5")
        assert marked(screen) == {"organisation", "place"}
        assert names(screen) == ["Harbour Board", "Port Sela"]
        await until(pilot, lambda: "People: 1 off" in drawn(screen.panel.list))
        assert "5 shows" in drawn(screen.panel.list)
        assert "2 of 3 names · 0 shows all" in drawn(screen.query_one("#about"))
        assert screen.status._words == "people off, here and in lists · 0 shows all"
        await pilot.press("7")
        assert marked(screen) == {"organisation"}
        await pilot.press("0")
        assert marked(screen) == {"person", "organisation", "place"}
        assert names(screen) == ["Ada Quill", "Harbour Board", "Port Sela"]
        await until(pilot, lambda: "3 here · 2 articles" in drawn(screen.panel.list))
        assert screen.status._words == "all names on"


async def test_the_same_key_brings_a_kind_back(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("5", "7", "5")
        assert marked(screen) == {"person", "organisation"}


async def test_the_last_line_goes_on_to_say_what_is_off(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("5", "7", "escape", "enter")
        await until(pilot, lambda: screen.view.has_focus)
        await pilot.press("space")
        await until(pilot, lambda: screen.status._words.endswith(" · people, places off"))
        await pilot.press("6", "8", "9", "b")
        await until(pilot, lambda: screen.status._words.endswith(" · all names off"))


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_list_of_the_archive_has_the_kinds_that_are_on(make_app: AppMaker, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await listing(pilot)
        assert "Ada Quill" in drawn(screen.finder.hits)
        await pilot.press("5")
        await until(pilot, lambda: "Ada Quill" not in drawn(screen.finder.hits))
        assert "Port Sela" in drawn(screen.finder.hits)
        assert "people off · 0 shows all" in drawn(screen.query_one("#count"))
        assert screen.finder.hits.has_focus
        await pilot.press("6", "7", "8", "9")
        await until(pilot, lambda: "No such name in this archive" in drawn(screen.finder.hits))
        assert "all names off" in " ".join(drawn(screen.finder.hits).split())
        await pilot.press("0")
        await until(pilot, lambda: "Ada Quill" in drawn(screen.finder.hits))


async def test_the_list_keeps_its_place_and_leads_back(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await listing(pilot)
        await pilot.press("j", "j", "8")
        await until(pilot, lambda: "events off" in drawn(screen.query_one("#count")))
        assert screen.finder.hits.cursor == 2
        assert isinstance(selected := screen.finder.hits.value, GoToQuery)
        assert "Harbour Board" in selected.query
        await pilot.press("7")
        await until(pilot, lambda: "2 kinds off" in drawn(screen.query_one("#count")))
        assert screen.finder.hits.value == selected
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(screen)) == 23)


async def test_names_like_what_is_typed_are_of_the_kinds_that_are_on(make_app: AppMaker) -> None:
    async with make_app(state=State(kinds_off=("place",))).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press(*"sela", "tab", "E")
        await until(pilot, lambda: "No name is like “sela”" in drawn(screen.finder.hits))
        await pilot.press("7")
        await until(pilot, lambda: "Port Sela" in drawn(screen.finder.hits))


async def test_the_choice_survives_a_restart(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await opened(pilot, "harbour")
        await pilot.press("5", "8")
    state = load_state(tmp_path / "state.json")
    assert state.kinds_off == ("person", "event")
    async with make_app(state=state).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        assert marked(screen) == {"organisation", "place"}
        assert screen.status._words.endswith(" · people, events off")
        await pilot.press("3")
        await until(pilot, lambda: screen.panel.list.has_focus)
        assert names(screen) == ["Harbour Board", "Port Sela"]
        await pilot.press("0")
    assert load_state(tmp_path / "state.json").kinds_off == ()


def test_a_state_of_another_version_is_read(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_bytes(msgspec.json.encode({"theme": "ink", "kinds_off": ["person", "ship"]}))
    state = load_state(tmp_path / "state.json")
    assert state.theme == "ink"
    assert Kinds(state.kinds_off).as_kept() == ("person",)


async def test_a_click_on_a_name_that_is_off_selects_nothing(make_app: AppMaker) -> None:
    async with make_app(state=State(kinds_off=("person",))).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        assert screen._desk is not None
        place = next(
            each.place for each in mentions_in(invented()[0], screen.view.passages, Kinds()) if "Ada" in each.name
        )
        assert screen._desk.entity_row_at(place) is None
        await pilot.press("0")
        assert screen._desk.entity_row_at(place) is not None


async def test_n_walks_the_names_that_are_on_where_nothing_is_sought(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("escape")  # what was sought is no longer marked
        await until(pilot, lambda: not screen.view.hits)
        walked = []
        for _ in range(6):
            await pilot.press("n")
            walked.append(screen.status._words.split(" · ")[1])
        assert walked == [
            "mention 1 of 6: Ada Quill",
            "mention 2 of 6: Harbour Board",
            "mention 3 of 6: Port Sela",
            "mention 4 of 6: Ada Quill",
            "mention 5 of 6: Port Sela",
            "mention 6 of 6: Ada Quill",
        ]
        await pilot.press("n")
        assert screen.status._words == "no further name in this article"
        await pilot.press("N")
        assert "mention 5 of 6: Port Sela" in screen.status._words
        await pilot.press("5", "g", "n")
        assert "mention 1 of 3: Harbour Board · n next, esc ends · people off" in screen.status._words
        await pilot.press("escape")
        assert "mention" not in screen.status._words
        await pilot.press("6", "7", "n")
        assert screen.status._words.startswith("nothing is marked")


async def test_n_goes_on_along_the_one_chosen(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("escape", "3")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("enter", "n", "n")
        await until(pilot, lambda: "mention 3 of 3: Ada Quill" in screen.status._words)
        await pilot.press("n")
        assert screen.status._words == "no further mention of Ada Quill · enter goes round"


async def test_hits_come_before_names_but_not_before_the_one_chosen(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "rusted bolts")
        hits = screen.view.hits
        assert hits > 10
        await pilot.press("n")
        await until(pilot, lambda: f"of {hits} for rusted bolts" in screen.status._words)
        await pilot.press("3")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("enter", "n")
        await until(pilot, lambda: "mention 2 of 3: Ada Quill" in screen.status._words)
        await pilot.press("escape", "escape", "n")
        await until(pilot, lambda: f"of {hits} for rusted bolts" in screen.status._words)


async def test_the_tab_keeps_its_row_where_it_can(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("3")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("j", "j", "7")
        assert isinstance(screen.panel.list.value, GoToEntity)
        assert screen.panel.list.value.name == "Harbour Board"
        assert screen.panel.tab is Tab.ENTITIES
        await pilot.press("5", "5", "0")
        assert screen.panel.list.value.name == "Harbour Board"


def test_walks_begin_at_the_reading_position() -> None:
    article = invented()[0]
    mentions = mentions_in(article, article_passages(article), Kinds())
    first, last = walk_from(mentions, Position(0, 0), 1), walk_from(mentions, Position(99, 0), -1)
    assert first is not None
    assert last is not None
    assert (first.at, last.at) == (0, 5)
    assert walk_from(mentions, first.mention.place, 1) == first
    assert walk_from(mentions, Position(99, 0), 1) is None
    assert walk_from((), Position(0, 0), 1) is None
    assert first.step(-1) is None


def test_kinds_in_words() -> None:
    kinds = Kinds()
    assert (kinds.off_words, kinds.asked) == ("", None)
    kinds.switch(PLACE)
    kinds.switch(PERSON)
    assert kinds.off_words == "people, places off"
    assert kinds.asked == frozenset((EntityKind.ORGANISATION, EntityKind.EVENT, EntityKind.OTHER))
    kinds.switch(None)
    assert PERSON in kinds
    assert set(KIND_WORDS) == set(EntityKind)
    assert ALL_KEY not in {words.key for words in KIND_WORDS.values()}


async def test_what_hits_are_narrowed_by_is_of_the_kinds_that_are_on(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press("tab", "F")
        await until(pilot, lambda: "Ada Quill" in drawn(screen.finder.hits))
        await pilot.press("5")
        await until(pilot, lambda: "Ada Quill" not in drawn(screen.finder.hits))
        assert "Port Sela" in drawn(screen.finder.hits)
        assert "people off" in drawn(screen.query_one("#count"))
        await pilot.press("0")
        await until(pilot, lambda: "Ada Quill" in drawn(screen.finder.hits))


async def test_a_name_s_page_has_company_of_the_kinds_that_are_on(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, 'place:"Port Sela"')
        await until(pilot, lambda: "Named with" in drawn(screen.finder.hits))
        quill, board = 'place:"Port Sela" person:"Ada Quill"', 'place:"Port Sela" org:"Harbour Board"'
        assert {quill, board} <= set(queries(screen))
        await pilot.press("tab")
        selected = screen.finder.hits.value
        await pilot.press("5")
        await until(pilot, lambda: quill not in queries(screen))
        assert board in queries(screen)
        assert screen.finder.hits.value == selected
        await pilot.press("6", "7", "8", "9")
        await until(pilot, lambda: "Named with" not in drawn(screen.finder.hits))
        assert titles(screen)


def test_counts_of_names_have_one_form_in_a_list() -> None:
    told = (paragraph("Ada Quill met Ben of the International Harbour Workers' League."),)
    names = (("Ada Quill", EntityKind.PERSON), ("Ben", EntityKind.PERSON))
    league = ("International Harbour Workers' League", EntityKind.ORGANISATION)
    counts = {**dict.fromkeys(names, 28), league: 1}
    for every, width, ends in (
        ((*names, league), 33, ("1 · 28", "1 · 28", "1 · 1")),
        ((*names, league), 50, ("1 here · 28", "1 here · 28", "1 here · 1")),
        ((*names, league), 70, ("1 here · 28 articles", "1 here · 28 articles", "1 here · 1 article")),
        (names, 33, ("1 here · 28 articles", "1 here · 28 articles")),
    ):
        article = Article("a" * 16, "a", "A", told, mentions=mentions_of(told, *every))
        rows = entity_rows(article, article_passages(article), counts, Kinds())
        lines = ["".join(run.text for run in row.typeset(width)[-1]) for row in rows if row.value is not None]
        assert all(line.endswith(f"  {end}") for line, end in zip(lines, ends, strict=True)), lines
        assert {len(line) for line in lines} == {width}


def test_thousands_of_mentions_are_counted_as_articles_are() -> None:
    block = paragraph("Ada Quill. " * 1_200)
    at = [EntityMention(n * 11, n * 11 + 9, EntityKind.PERSON, "Ada Quill", 0) for n in range(1_200)]
    article = Article("a" * 16, "a", "A", (block,), mentions=tuple(at))
    counts = {("Ada Quill", EntityKind.PERSON): 4_000}
    rows = entity_rows(article, article_passages(article), counts, Kinds())
    lines = rows[1].typeset(60)
    assert "".join(run.text for run in lines[0]).endswith("1,200 here · 4,000 articles")
    walk = Walk(mentions_in(article, article_passages(article), Kinds()), 1_099)
    assert walk.where == "mention 1,100 of 1,200: Ada Quill"
