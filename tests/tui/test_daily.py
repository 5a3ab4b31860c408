"""What one who reads every day does: keys that answer everywhere, one level back, what is copied."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from docs_store import Action, Article, Block, BlockKind, Correction, EntityKind, Image, SearchHit, open_store
from tests.tui.conftest import AppMaker, invented, mentions_of, paragraph
from tests.tui.test_finding import typed
from tests.tui.test_reading import HALCYON, MEDIUM, NARROW, WIDE, drawn, opened, screen_of, shown, titles
from tests.tui.waiting import until
from tui.archive import Source
from tui.command import READING
from tui.commands.every import COMMANDS
from tui.config import Config
from tui.messages import GoToArticle, GoToEntity, GoToQuery
from tui.screens import finding
from tui.screens.finding import Listed
from tui.screens.picture import PictureScreen
from tui.screens.reading import ReadingScreen
from tui.state import State, load_state
from tui.widgets.article_view import ArticleView
from tui.widgets.side_panel import Tab

SIZES = [MEDIUM, WIDE, NARROW]


def says(screen: ReadingScreen, words: str) -> bool:
    return words in drawn(screen.status)


def reads(screen: ReadingScreen, words: str) -> bool:
    return words in drawn(screen.view)


async def at_first_name(pilot: Pilot[None], words: str) -> ReadingScreen:
    """Open an article, and select the first of its names."""
    screen = await opened(pilot, words)
    await pilot.press("3")
    await until(pilot, lambda: screen.panel.list.has_focus and isinstance(screen.panel.list.value, GoToEntity))
    return screen


# --------------------------------------------------------------------------------------------------- keys that answer


def test_no_letter_that_works_in_one_pane_is_silent_in_another() -> None:
    letters = {key for command in COMMANDS if command.scopes & READING for key in command.keys}
    for scope in READING:
        answered = {key for command in COMMANDS if command.is_answered(scope) for key in command.keys}
        assert not letters - answered, scope


@pytest.mark.parametrize("key", ["a", "x", "m", "c"])
async def test_what_needs_a_name_says_so_in_the_article(make_app: AppMaker, key: str) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press(key)
        assert "select a name first: 3" in drawn(screen.status)
        assert screen.view.has_focus


@pytest.mark.parametrize("key", ["h", "l"])
async def test_tabs_are_told_of_outside_the_panel(make_app: AppMaker, key: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        for pane in (screen.view, screen.finder.hits):
            pane.focus()
            await pilot.pause()
            screen.say("")
            await pilot.press(key)
            assert "tabs of the side panel: 1 to 4 go there" in drawn(screen.status)


async def test_what_was_looked_for_in_place_of_a_mistyped_word_is_said(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "harbuor rusted")
        await until(pilot, lambda: "no text has “harbuor”: looked for harbour" in drawn(screen.status))


@pytest.mark.parametrize("key", ["F", "E", "s"])
async def test_what_was_said_of_a_query_is_over_in_another_list_and_comes_back(make_app: AppMaker, key: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "harbuor bolts")
        await until(pilot, lambda: "looked for harbour" in screen.status._words)
        await pilot.press("escape", key)
        await until(pilot, lambda: screen._finding is not None and screen._finding.listed is not Listed.ARTICLES)
        await until(pilot, lambda: "looked for" not in screen.status._words)
        await pilot.press("escape")
        await until(pilot, lambda: "looked for harbour" in screen.status._words)


def test_one_who_leaves_before_the_first_screen_leaves_quietly(make_app: AppMaker) -> None:
    make_app().begin()  # of an app that does not run any more


async def test_enter_in_the_article_says_where_it_opens(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("enter")
        await until(pilot, lambda: "enter opens what is selected" in drawn(screen.status))


@pytest.mark.parametrize("size", SIZES)
async def test_a_correction_is_taken_back_from_the_text_too(
    make_app: AppMaker, own: Source, size: tuple[int, int]
) -> None:
    async with make_app(own).run_test(size=size) as pilot:
        screen = await at_first_name(pilot, "harbour")
        await pilot.press("x")
        await until(pilot, lambda: "is no entity: 2 articles changed" in screen.status._words)
        await pilot.press("enter")
        if size == WIDE:
            await pilot.press("escape")
        await until(pilot, lambda: screen.view.has_focus)
        await pilot.press("u")
        await until(pilot, lambda: "undone: Ada Quill" in screen.status._words)


async def test_the_last_line_tells_what_esc_and_n_do_as_the_article_is_marked(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await at_first_name(pilot, "rusted bolts")
        await pilot.press("enter", "escape")
        for keys in (
            "esc end  ] next  n next mention",
            "esc clear  ] next  n next hit",
            "esc list  ] next  n next name",
        ):
            await until(pilot, partial(says, screen, keys), keys)
            await pilot.press("escape")
        await until(pilot, lambda: screen.finder.hits.has_focus)


@pytest.mark.parametrize("way", ["switched off", "corrected", "renewed"])
async def test_the_last_line_tells_what_keys_do_after_names_have_changed(
    make_app: AppMaker, own: Source, way: str
) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await at_first_name(pilot, "rusted bolts")
        await pilot.press("enter", "escape")
        await until(pilot, partial(says, screen, "esc end  ] next  n next mention"))
        if way == "renewed":
            with open_store(own.archive) as store:
                store.correct(Correction(Action.ALIAS, "Ada Quill", EntityKind.PERSON, "Adelaide Quill"))
            await screen.broadsheet.look()
        else:
            await pilot.press("x" if way == "corrected" else "5")
        await until(pilot, partial(says, screen, "esc clear  ] next"))


async def test_the_last_line_tells_how_names_are_corrected_where_they_are_listed(make_app: AppMaker) -> None:
    corrections = "m merge  c change  x no name"
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await at_first_name(pilot, "harbour")
        await until(pilot, partial(says, screen, f"a its page  {corrections}"))
        await pilot.press("l")
        await until(pilot, lambda: "its page" not in drawn(screen.status))
        await pilot.press("e", "a")
        await until(pilot, partial(says, screen, f"q quit  {corrections}"))
        await pilot.press("E")
        await until(pilot, partial(says, screen, f"q quit  a its page  {corrections}"))
        await pilot.press("s")
        await until(pilot, partial(says, screen, "q quit  S save or drop"))
        await pilot.press("escape")
        await until(pilot, partial(says, screen, f"q quit  a its page  {corrections}"))


@pytest.mark.parametrize(
    ("keys", "leads_to"), [("esc clear", "esc list"), ("3 entities", "enter open"), ("f find", "f1")]
)
async def test_a_key_in_the_last_line_is_clicked(make_app: AppMaker, keys: str, leads_to: str) -> None:
    async with make_app().run_test(size=(160, 40)) as pilot:
        screen = await opened(pilot, "harbour")
        for part in (keys.split(maxsplit=1)[0], keys):  # the key itself, and what it does
            await pilot.click("#status", offset=(drawn(screen.status).index(keys) + len(part), 0))
            await until(pilot, partial(says, screen, leads_to), leads_to)
            screen = await opened_again(pilot, screen)


async def opened_again(pilot: Pilot[None], screen: ReadingScreen) -> ReadingScreen:
    """Open the selected article once more, wherever the focus is."""
    screen._focus(screen.finder.hits)
    await pilot.press("enter")
    await until(pilot, lambda: screen.view.has_focus and "esc clear" in drawn(screen.status))
    return screen


async def test_a_key_that_goes_on_says_where_there_is_no_further(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour inquiry")
        await pilot.press("G", "space")
        await until(pilot, lambda: "the end · ] opens the next article" in drawn(screen.status))
        await pilot.press("b")
        await until(pilot, lambda: "the end" not in drawn(screen.status))
        await pilot.press("g", "b")
        assert "the end" not in drawn(screen.status)


async def test_who_has_read_here_before_is_told_the_way_back(make_app: AppMaker, archive: Path) -> None:
    state = State(read={str(archive): (("a" * 16, 0, 0, ""),)})
    for known, is_told in ((State(), False), (state, True)):
        async with make_app(state=known).run_test(size=WIDE) as pilot:
            screen = screen_of(pilot)
            await until(pilot, partial(reads, screen, "Enter opens one"))
            assert ("Esc, then H" in drawn(screen.view)) is is_told


# --------------------------------------------------------------------------------------------------- mentions


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_enter_and_n_go_on_along_the_mentions_of_a_name_while_a_query_is_marked(
    make_app: AppMaker, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await at_first_name(pilot, "bolts")
        hits = screen.view.hits
        assert hits > 10
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.has_focus)
        for key, number in (("enter", 2), ("n", 3), ("N", 2), ("n", 3), ("enter", 1), ("n", 2)):
            await pilot.press(key)
            told = f"mention {number} of 3: Ada Quill · n next, esc ends"
            await until(pilot, lambda told=told: told in screen.status._words, told)  # type: ignore[misc]
            assert screen.view.hits == hits
        await pilot.press("n", "n")
        await until(pilot, lambda: "no further mention of Ada Quill" in screen.status._words)
        await pilot.press("escape")
        await until(
            pilot, lambda: f"of {hits} for bolts" in screen.status._words or f"{hits} hits" in screen.status._words
        )
        await pilot.press("n")
        await until(pilot, lambda: f"of {hits} for bolts" in screen.status._words)
        await pilot.press("escape")
        await until(pilot, lambda: not screen.view.hits)


async def test_the_keys_along_mentions_are_told_where_they_are_these(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await at_first_name(pilot, "bolts")
        at = "mention 1 of 3: Ada Quill"
        await pilot.press("enter")
        await until(pilot, lambda: screen.status._words.endswith(f"{at} · n next"))
        await pilot.press("escape")
        await until(pilot, lambda: screen.status._words.endswith(f"{at} · n next, esc ends"))
        await pilot.press("a")
        await until(pilot, lambda: screen._finding is not None and screen._finding.portrays)
        await until(pilot, lambda: screen.status._words.endswith(at), "that esc is the way back now")


# --------------------------------------------------------------------------------------------------- the story


async def test_a_chapter_opens_at_what_it_adds(make_app: AppMaker, tmp_path: Path) -> None:
    def made(number: int, *paragraphs: str) -> Article:
        blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
        return Article(
            f"{number:x>16}", f"part{number}", f"Wreck of the Halcyon, part {number}", blocks,
            published=dt.datetime(2031, 5, number, tzinfo=dt.UTC), mentions=mentions_of(blocks, HALCYON),
        )  # fmt: skip

    ran = "The coaster Halcyon ran on to the Cutter rocks with a cargo of oranges."
    raised = "Salvors of the Varn yard raised the Halcyon from the Cutter rocks."
    fill = [ran] * 30
    with open_store(tmp_path / "wreck", create=True) as store:
        store.put_many([made(2, *fill, raised, ran), made(1, ran), *invented()])
    async with make_app(Source(tmp_path / "wreck", name="wreck")).run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "wreck part 1")
        await pilot.press("C")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        await pilot.press("j")
        hit = screen.finder.hits.value
        assert isinstance(hit, SearchHit)
        assert hit.snippet == raised
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.key == "part2")
        await until(pilot, lambda: "hit 1 of 1 for what it adds" in screen.status._words)
        assert "raised the Halcyon" in " ".join(shown(screen).split())


# --------------------------------------------------------------------------------------------------- lists


async def test_esc_from_a_name_returns_to_its_row_among_the_names(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press("escape", "E")
        await until(pilot, lambda: screen._finding and screen._finding.listed is Listed.ENTITIES)
        await until(pilot, lambda: screen.finder.hits.value is not None)
        await pilot.press("j", "j")
        selected, over_time = screen.finder.hits.value, screen.finder.timeline._months
        assert isinstance(selected, GoToQuery)
        await pilot.press("enter")
        await until(pilot, lambda: screen._finding and screen._finding.portrays, "the name's page")
        assert screen.finder.timeline._months != over_time
        await pilot.press("escape")
        await until(pilot, lambda: screen._finding and screen._finding.listed is Listed.ENTITIES, "the names")
        await until(pilot, lambda: screen.finder.hits.value == selected, "its row")
        await until(pilot, lambda: screen.finder.timeline._months == over_time, "the timeline of all")
        assert screen.finder.hits.has_focus
        assert screen.finder.text == ""
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(screen)) == 23, "the newest")


async def test_esc_from_a_search_returns_to_its_row_among_the_searches(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: len(titles(screen)) == 23)
        await pilot.press("s")
        await until(pilot, lambda: screen._finding and screen._finding.listed is Listed.SEARCHES)
        await pilot.press("enter")
        await until(pilot, lambda: screen._finding and screen._finding.query == "harbour")
        await pilot.press("escape")
        await until(pilot, lambda: screen._finding and screen._finding.listed is Listed.SEARCHES, "the searches")
        await until(pilot, lambda: screen.finder.hits.value == GoToQuery("harbour"))
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(screen)) == 23, "the newest")


async def test_where_no_name_is_like_what_is_typed_all_are_listed(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "rusted bolts")
        await pilot.press("E")
        await until(pilot, lambda: screen._finding and screen._finding.listed is Listed.ENTITIES)
        await until(
            pilot, lambda: "No name is like “rusted bolts”. All of them:" in " ".join(drawn(screen.finder.hits).split())
        )
        assert "Ada Quill" in drawn(screen.finder.hits)
        assert isinstance(screen.finder.hits.value, GoToQuery)


@pytest.mark.parametrize("query", ["is:read", "is:starred"])
async def test_how_articles_are_marked_is_told_where_no_mark_is_found(make_app: AppMaker, query: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        screen.finder.box.value = query
        await until(pilot, lambda: "* stars an article" in drawn(screen.finder.hits))


# --------------------------------------------------------------------------------------------------- what is copied


@pytest.fixture
def captioned(tmp_path: Path) -> Source:
    """An archive of one article with a picture, and the invented ones."""
    image = Image("The quay at noon.", "B. Frisch", "", "quay.png")
    blocks = (paragraph("The boats lie there."), Block(BlockKind.CAPTION, image.caption, 0), paragraph("They left."))
    with open_store(tmp_path / "captioned", create=True) as store:
        store.put_many([Article("e" * 16, "quay", "Zinc quay", blocks, images=(image,)), *invented()])
    return Source(tmp_path / "captioned")


@pytest.mark.parametrize("size", SIZES)
async def test_caption_and_credit_are_copied(make_app: AppMaker, captioned: Source, size: tuple[int, int]) -> None:
    async with make_app(captioned).run_test(size=size) as pilot:
        screen = await opened(pilot, "zinc quay")
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.clipboard == "The quay at noon.\nB. Frisch")
        pilot.app.copy_to_clipboard("")
        await pilot.press("v")
        await until(pilot, lambda: isinstance(pilot.app.screen, PictureScreen))
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.clipboard == "The quay at noon.\nB. Frisch")


async def test_what_is_selected_beside_the_article_is_copied(make_app: AppMaker) -> None:
    async with make_app().run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("2")
        await until(pilot, lambda: screen.panel.list.has_focus and screen.panel.tab is Tab.RELATED)
        await pilot.press("y")
        await until(
            pilot,
            lambda: (
                pilot.app.clipboard == "Tremors under Mount Ferro\nSela Courier, 7 March 2024"
                or pilot.app.clipboard.startswith("Tremors under Mount Ferro\nSela Courier, 2024-03-07")
            ),
        )
        await pilot.press("3")
        await until(pilot, lambda: screen.panel.tab is Tab.ENTITIES)
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.clipboard == "Ada Quill")
        await pilot.press("escape", "y")
        await until(pilot, lambda: pilot.app.clipboard.startswith("Harbour bridge inquiry opens\n"))


async def test_a_drag_over_a_row_is_no_click(make_app: AppMaker, captioned: Source) -> None:
    async with make_app(captioned).run_test(size=MEDIUM) as pilot:
        screen = await opened(pilot, "zinc quay")
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        await pilot.mouse_down("#panel", offset=(4, 0))
        await pilot.hover("#panel", offset=(14, 0))
        await pilot.mouse_up("#panel", offset=(14, 0))
        await pilot.pause()
        assert screen.panel.list.has_focus
        await pilot.click("#panel", offset=(4, 0))
        await until(pilot, lambda: screen.view.has_focus)


# --------------------------------------------------------------------------------------------------- length of lines


async def test_lines_have_a_way_back_and_no_window_shortens_those_of_others(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app().run_test(size=(50, 20)) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("plus")
        assert screen.status._words == "lines of 45 columns: no room for longer ones"
        await pilot.press(*["minus"] * 5)
        assert screen.status._words == "lines of 40 columns: the shortest · = for the usual"
        assert screen.view.measure == 40
        await pilot.press("equals_sign")
        assert screen.view.measure == 72
    assert load_state(tmp_path / "state.json").measure == 0
    async with make_app(state=State(measure=100)).run_test(size=(40, 20)) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("minus", "minus")
        assert screen.status._words == "lines of 35 columns: the shortest · = for the usual"
        assert screen.broadsheet.keeper.measure == 100


async def test_the_panel_is_named_only_where_it_takes_the_room(make_app: AppMaker) -> None:
    async with make_app(state=State(measure=120)).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("plus")
        assert "no room for longer ones · p hides the panel" in screen.status._words
        await pilot.press("p", "plus")
        assert "p hides" not in screen.status._words


# --------------------------------------------------------------------------------------------------- ends and restarts


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 1,250 articles, a day each."""
    place = tmp_path_factory.mktemp("many") / "reports"
    first = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
    with open_store(place, create=True) as store:
        store.put_many(
            Article(
                f"{day:016x}", f"day{day}", f"Report of day {day}", (paragraph(f"Rain fell on day {day}."),),
                published=first + dt.timedelta(days=day),
            )
            for day in range(1250)
        )  # fmt: skip
    return place


@pytest.mark.parametrize("key", ["G", "end"])
async def test_one_key_leads_to_the_oldest_article(make_app: AppMaker, many: Path, key: str) -> None:
    async with make_app(Source(many)).run_test(size=MEDIUM) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press("escape", key)
        await until(pilot, lambda: len(titles(screen)) == 1250, "all of them")
        assert titles(screen) == [f"Report of day {day}" for day in range(1249, -1, -1)]
        hits = screen.finder.hits
        await until(pilot, lambda: isinstance(hits.value, SearchHit) and hits.value.article.title == "Report of day 0")
        assert "Report of day 0" in drawn(hits)
        await pilot.press("g")
        assert hits.cursor == 0


async def test_of_an_archive_too_large_to_list_the_end_is_listed(
    make_app: AppMaker, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_ALL", 1_000)
    async with make_app(Source(many)).run_test(size=MEDIUM) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: titles(screen))
        await pilot.press("escape", "G")
        hits = screen.finder.hits
        await until(pilot, lambda: isinstance(hits.value, SearchHit) and hits.value.article.title == "Report of day 0")
        assert len(titles(screen)) == 600
        assert titles(screen)[99:101] == ["Report of day 1150", "Report of day 499"]
        hits.select(101)  # the first of the oldest, behind the words
        await pilot.press("k")
        assert isinstance(hits.value, SearchHit)
        assert hits.value.article.title == "Report of day 1150"
        assert "650 articles between are not listed" in " ".join(drawn(hits).split())


async def test_what_was_read_before_a_restart_can_be_gone_back_to(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await opened(pilot, "tremors")
        await pilot.press("f")
        screen = await opened(pilot, "inquiry")
        await pilot.press("space")
        place = screen.view.position
    state = load_state(tmp_path / "state.json")
    async with make_app(state=state).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen._finding and screen._finding.query == "inquiry")
        await pilot.press("escape", "H")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "a" * 16)
        assert screen.view.position == place
        await pilot.press("H")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "b" * 16)
        await pilot.press("H")
        await until(pilot, lambda: "nothing was read before this" in screen.status._words)
        await pilot.press("L")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == "a" * 16)
    async with make_app(config=Config(remember_positions=False), state=state).run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen._finding and screen._finding.query == "inquiry")
        await pilot.press("escape", "H")
        await until(pilot, lambda: "nothing was read before this" in screen.status._words)


# --------------------------------------------------------------------------------------------------- what is said


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_said_of_a_key_is_over_with_the_next(make_app: AppMaker, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("y")
        assert screen.status._words.startswith("copied: Harbour bridge inquiry opens")
        await pilot.press("v")
        await until(pilot, lambda: isinstance(pilot.app.screen, PictureScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.status._words.endswith("% · 2 hits for harbour")


async def test_what_was_said_is_over_in_a_list_too(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        await pilot.press("escape", "t")
        assert "theme: " in screen.status._words
        await pilot.press("T")
        assert screen.status._words == ""


async def test_what_goes_on_is_said_through_all_keys(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "copper")
        app._say_progress("adding · 3 articles")
        await pilot.press("escape", "t")
        assert "theme: " in screen.status._words
        await pilot.press("T")
        assert screen.status._words == "adding · 3 articles"


# --------------------------------------------------------------------------------------------------- the side panel


@pytest.fixture
def company(own: Source) -> Source:
    """An archive in which several articles share who is named in one."""
    names = (("Ada Quill", EntityKind.PERSON), ("Harbour Board", EntityKind.ORGANISATION))
    with open_store(own.archive) as store:
        for number, topic in enumerate(("Pilots", "Divers", "Painters", "Riggers")):
            told = (paragraph(f"{topic} told Ada Quill of the Harbour Board about the {topic.lower()} of old."),)
            store.put_many(
                [Article(f"{number:e>16}", topic, f"{topic} heard", told, mentions=mentions_of(told, *names))]
            )
    return own


@pytest.mark.parametrize("size", SIZES)
async def test_one_comes_back_to_the_related_article_that_one_left(
    make_app: AppMaker, company: Source, size: tuple[int, int]
) -> None:
    async with make_app(company).run_test(size=size) as pilot:
        screen = await opened(pilot, "pilots heard")
        await pilot.press("2")
        await until(pilot, lambda: isinstance(screen.panel.list.value, GoToArticle))
        first = screen.panel.list.value
        await pilot.press("j", "j")
        chosen = screen.panel.list.value
        assert isinstance(chosen, GoToArticle)
        assert chosen != first
        await pilot.press("enter")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id == chosen.article.id)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("H")
        await until(pilot, lambda: screen.view.article is not None and screen.view.article.id != chosen.article.id)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("2")
        assert screen.panel.list.value == chosen


async def test_each_tab_keeps_its_place_while_one_turns_to_others(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await at_first_name(pilot, "harbour")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("j", "j")
        chosen = screen.panel.list.value
        assert isinstance(chosen, GoToEntity)
        await pilot.press("l", "h", "2", "3")
        assert screen.panel.list.value == chosen


async def test_the_tab_is_remembered(make_app: AppMaker, tmp_path: Path) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        assert screen.panel.tab is Tab.PICTURES
        await pilot.press("4")
    state = load_state(tmp_path / "state.json")
    assert state.tab == "Outline"
    async with make_app(state=state).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        assert screen.panel.tab is Tab.OUTLINE
        assert "What comes next" in drawn(screen.panel.list)


async def test_what_led_to_the_article_is_marked_again_once_what_was_found_inside_is_not(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        hits = screen.view.hits
        assert hits
        await pilot.press("slash", "escape")
        assert (screen.view.hits, screen.view.has_focus) == (hits, True)
        for keys in (("enter", "escape"), ("escape",), ("backspace", "backspace", "backspace", "escape")):
            await pilot.press("slash", *"tid")
            await until(pilot, lambda: "for tid" in screen.status._words)
            assert screen.view.hits > hits
            await pilot.press(*keys)
            await until(pilot, lambda: f"{hits} hits for harbour" in screen.status._words)
            assert screen.view.hits == hits
        await pilot.press("escape")
        assert screen.view.hits == 0
        assert screen.view.has_focus
        await pilot.press("escape")
        assert screen.finder.hits.has_focus


async def test_n_says_what_is_not_inside(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("slash", *"zzz", "enter", "n")
        assert "“zzz” is not in this article" in screen.status._words


async def test_how_long_lines_are_is_said_though_the_text_moves(make_app: AppMaker) -> None:
    async with make_app(state=State(measure=44)).run_test(size=(200, 24)) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("space", "space")
        before = screen.view.scroll_offset.y
        await pilot.press("equals_sign")
        await until(pilot, lambda: screen.view.scroll_offset.y != before)
        await pilot.pause()
        assert screen.status._words.startswith("lines of ")


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_how_much_was_seen_is_right_where_the_article_has_just_come_into_view(
    make_app: AppMaker, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await at_first_name(pilot, "harbour bolts")
        await pilot.press("enter")
        await until(pilot, lambda: "mention 1 of" in screen.status._words)
        assert screen.status._words.startswith(f"{screen.view.progress:.0%} ")


async def test_how_much_was_seen_is_right_at_once_in_one_pane(make_app: AppMaker) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = await opened(pilot, "harbour")
        assert screen.status._words.startswith(f"{screen.view.progress:.0%} ")


async def test_where_the_keys_go_is_seen_without_colours(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        lists = (screen.finder.hits, screen.panel.list)

        def marks() -> tuple[str, ...]:
            return tuple("".join(mark for mark in "▌▏" if mark in drawn(each)) for each in lists)

        await pilot.press("3")
        assert marks() == ("▏", "▌")
        await pilot.press("escape")
        assert marks() == ("▏", "▏")
        screen.finder.hits.focus()
        await pilot.pause()
        assert marks() == ("▌", "▏")
        await pilot.press("f", "down")
        assert marks() == ("▌", "▏")


async def test_progress_takes_the_place_of_nothing_that_was_said_of_a_key(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        app._say_progress("adding · 3 articles")
        assert "adding · 3 articles" in drawn(screen.status)
        await pilot.press("t")
        app._say_progress("adding · 4 articles")
        assert "theme: " in drawn(screen.status)
        await pilot.press("j")
        assert "adding · 4 articles" in drawn(screen.status)
        app._say_progress("adding · 5 articles")
        assert "adding · 5 articles" in drawn(screen.status)


async def test_what_comes_when_the_pane_is_gone_harms_nothing(make_app: AppMaker) -> None:
    """An article that was being opened as the app closed brought it down: the pane had no screen any more."""
    async with make_app().run_test(size=WIDE) as pilot:
        article = (await opened(pilot, "inquiry")).view.article
        assert article is not None
        gone = ArticleView(id="gone")
        gone.show(article)
        assert gone.article == article
