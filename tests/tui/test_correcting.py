"""Names corrected where wrong ones are seen: among those of the archive, and on a name's page."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from docs_store import Action, Article, Correction, EntityKind, open_store
from tests.tui.conftest import AppMaker, mentions_of, paragraph
from tests.tui.test_finding import answered, queries
from tests.tui.test_reading import WIDE, drawn, opened, screen_of, titles
from tests.tui.waiting import until
from tui.archive import Source
from tui.messages import GoToEntity
from tui.screens.name import NameScreen
from tui.screens.reading import ReadingScreen
from tui.screens.sure import SureScreen


async def names_listed(pilot: Pilot[None]) -> ReadingScreen:
    screen = screen_of(pilot)
    await until(pilot, lambda: titles(screen), "the newest articles")
    await pilot.press("escape", "E")
    await until(pilot, lambda: "Names" in drawn(screen.finder.query_one("#count")), "the names")
    assert queries(screen)[0] == 'person:"Ada Quill"'
    return screen


def whose_page(screen: ReadingScreen) -> str:
    entity = screen._finding.portrayed if screen._finding is not None else None
    return entity.name if entity else ""


async def test_a_name_among_those_of_the_archive_is_no_entity_and_is_again(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=(80, 24)) as pilot:
        screen = await names_listed(pilot)
        await pilot.press("x")
        said = "u takes it back · Ada Quill (person) is no entity: 2 articles changed"
        await until(pilot, lambda: said in drawn(screen.status), "what was corrected")
        await until(pilot, lambda: 'person:"Ada Quill"' not in queries(screen), "the names without it")
        assert screen.finder.hits.has_focus
        await pilot.press("u")
        await until(pilot, lambda: "undone: Ada Quill" in drawn(screen.status), "that it is taken back")
        await until(pilot, lambda: 'person:"Ada Quill"' in queries(screen), "the names with it")


async def test_whose_page_it_is_is_renamed_there(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await names_listed(pilot)
        await pilot.press("enter")
        await answered(pilot, 'person:"Ada Quill"')
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen), "its name")
        await pilot.press(*"-Rohm", "enter")
        await until(pilot, lambda: whose_page(screen) == "Ada Quill-Rohm", "its page")
        assert "u takes it back · Ada Quill (person) is called Ada Quill-Rohm" in drawn(screen.status)
        await pilot.press("u")
        await until(pilot, lambda: whose_page(screen) == "Ada Quill", "as it was")
        await pilot.press("x")
        await until(pilot, lambda: "is no entity" in drawn(screen.status), "that it is none")
        await until(pilot, lambda: not whose_page(screen), "that there is no page of it")
        await pilot.press("u")
        await until(pilot, lambda: whose_page(screen) == "Ada Quill", "as it was")


async def test_whom_one_is_named_with_is_corrected_on_its_page(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await names_listed(pilot)
        await pilot.press("enter")
        await answered(pilot, 'person:"Ada Quill"')
        await pilot.press("g")
        value = screen.finder.hits.value
        assert getattr(value, "name", "") == "Port Sela"
        await pilot.press("x")
        await until(pilot, lambda: "Port Sela (place) is no entity" in drawn(screen.status), "what was corrected")


async def test_where_no_name_is_selected_that_is_said(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "market")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        await pilot.press("x")
        assert "select a name first" in drawn(screen.status)


async def test_a_name_is_not_offered_to_be_merged_into_itself(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=(80, 24)) as pilot:
        await names_listed(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen), "whom it is")
        asking = pilot.app.screen
        assert isinstance(asking, NameScreen)
        assert "Merge Ada Quill into" in str(asking.query_one("#question").render())
        assert str(asking.query_one("#help").render()) == "esc leaves"  # there is none like it to choose
        assert "a name of this archive, or a part of it" in drawn(asking.query_one("#name"))
        await pilot.press(*"adaquill")
        await until(pilot, lambda: asking._offered_for == "adaquill", "what is offered")
        assert "Ada Quill" not in {each.name for each in asking._offered}
        await pilot.press(*["backspace"] * 8, *"port")
        await until(pilot, lambda: [each.name for each in asking._offered][:1] == ["Port Sela"], "another")
        assert str(asking.query_one("#help").render()) == "↓ chooses · esc leaves"


async def test_enter_merges_into_no_name_that_was_neither_chosen_nor_typed_in_full(
    make_app: AppMaker, own: Source
) -> None:
    with open_store(own.archive) as store:
        text = "Ada Quayle and Ben Quillon met at noon."
        blocks = (paragraph(text),)
        names = ("Ada Quayle", EntityKind.PERSON), ("Ben Quillon", EntityKind.PERSON)
        store.put_many([Article("d" * 16, "met", "They met", blocks, mentions=mentions_of(blocks, *names))])
    async with make_app(own).run_test(size=(80, 24)) as pilot:
        screen = await names_listed(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen), "whom it is")
        asking = pilot.app.screen
        assert isinstance(asking, NameScreen)
        await until(pilot, lambda: "Ada Quayle" in {each.name for each in asking._offered}, "what is like the name")
        await pilot.press("enter", *"quilon", "enter")  # like that name, and not it
        await until(pilot, lambda: "Ben Quillon" in {each.name for each in asking._offered}, "what is offered")
        await pilot.press("enter")
        assert pilot.app.screen is asking
        assert "enter" not in str(asking.query_one("#help").render())
        await pilot.press(*["backspace"] * 6, *"ben quillon")
        await until(pilot, lambda: "enter merges them" in str(asking.query_one("#help").render()), "that it is typed")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen, "the answer")
        await until(pilot, lambda: "Ada Quill is Ben Quillon (person)" in drawn(screen.status), "what was corrected")


async def test_the_name_that_one_has_gone_to_in_the_article_is_selected(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("escape", "n", "n")  # what was sought is marked no longer
        assert "mention 2 of" in drawn(screen.status)
        assert screen.view.has_focus
        await pilot.press("x")
        await until(pilot, lambda: "u takes it back · Harbour Board" in drawn(screen.status), "what was corrected")
        assert screen.view.has_focus
        await pilot.press("n", "a")
        await answered(pilot, 'person:"Ada Quill"')
        assert whose_page(screen) == "Ada Quill"


async def test_merging_different_kinds_asks(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await names_listed(pilot)
        for answer in ("n", "y"):
            await pilot.press("m")
            await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen), "whom it is")
            await pilot.press(*"harbour", "down", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, SureScreen), "the question")
            assert "Ada Quill (person) and Harbour Board (organisation) differ in kind" in str(
                pilot.app.screen.query_one("#question").render()
            )
            await pilot.press(answer)
            await until(pilot, lambda: pilot.app.screen is screen, "the answer")
            await pilot.app.workers.wait_for_complete()
            with open_store(own.archive, read_only=True) as store:
                assert len(store.corrections.steps) == (answer == "y")
        assert drawn(screen.status).startswith("u takes it back · Ada Quill (person) is Harbour Board (organisation)")


async def test_what_others_corrected_is_taken_back_after_a_question(make_app: AppMaker, own: Source) -> None:
    theirs = Correction(Action.IGNORE, "Port Sela", EntityKind.PLACE)
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await names_listed(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "Ada Quill (person) is no entity" in drawn(screen.status), "what was corrected")
        await pilot.app.workers.wait_for_complete()
        with open_store(own.archive) as store:
            store.correct(theirs)
        await pilot.press("u")
        await until(pilot, lambda: isinstance(pilot.app.screen, SureScreen), "the question")
        await pilot.press("n")
        await pilot.app.workers.wait_for_complete()
        with open_store(own.archive, read_only=True) as store:
            assert store.corrections.steps[-1] == theirs
        await pilot.press("u")
        await until(pilot, lambda: isinstance(pilot.app.screen, SureScreen), "the question")
        await pilot.press("y")
        await until(pilot, lambda: "undone: Port Sela" in drawn(screen.status), "that it is taken back")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("u")  # its own: no question
        await until(pilot, lambda: "undone: Ada Quill" in drawn(screen.status), "that it is taken back")


async def test_how_many_names_there_are_is_said(
    make_app: AppMaker, own: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.catalogues._ENTITIES", 2)
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await names_listed(pilot)
        await until(pilot, lambda: "Names: 2 of 4" in drawn(screen.finder.query_one("#count")), "how many")
        assert "2 more of 4 names" in drawn(screen.finder.hits)


async def test_what_was_taken_back_is_made_again_and_selected(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "harbour")
        await pilot.press("3")
        await until(pilot, lambda: screen.panel.list.has_focus and isinstance(screen.panel.list.value, GoToEntity))
        await pilot.press("j")
        second = screen.panel.list.value
        assert isinstance(second, GoToEntity)
        await pilot.press("U")
        await until(pilot, lambda: "no correction was taken back" in screen.status._words)
        await pilot.press("x")
        await until(pilot, lambda: f"u takes it back · {second.name}" in screen.status._words)
        await pilot.pause()
        await pilot.press("g", "u")
        await until(pilot, lambda: f"U makes it again · undone: {second.name}" in screen.status._words)
        await until(pilot, lambda: _named(screen) == second.name, "the name that is back")
        await pilot.press("U")
        await until(pilot, lambda: f"u takes it back · {second.name}" in screen.status._words)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("u")
        await until(pilot, lambda: f"U makes it again · undone: {second.name}" in screen.status._words)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("g", "x")  # another one: what was taken back before is over
        await until(pilot, lambda: "u takes it back" in screen.status._words)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("U")
        await until(pilot, lambda: "no correction was taken back" in screen.status._words)


def _named(screen: ReadingScreen) -> str:
    value = screen.panel.list.value
    return value.name if isinstance(value, GoToEntity) else ""


async def test_corrections_wait_until_another_program_has_written(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=(80, 24)) as pilot:
        screen = await names_listed(pilot)
        with open_store(own.archive) as other:
            other.put_many([])  # writes from here on
            await pilot.press("x")
            await until(pilot, lambda: "corrected as soon as that is done · u drops it" in drawn(screen.status))
            await pilot.press("j")
            assert "corrected as soon" not in drawn(screen.status)
            for _ in range(2):
                await pilot.press("x")
                await until(pilot, lambda: "corrected as soon as that is done" in drawn(screen.status))
                await pilot.press("u")
                await until(pilot, lambda: "dropped before it was done: Port Sela" in drawn(screen.status))
            await pilot.press("U")
            await until(pilot, lambda: "corrected as soon as that is done" in drawn(screen.status))
            await pilot.press("q")
            await until(pilot, lambda: "corrections wait until articles are added" in drawn(screen.status))
            assert not other.corrections.steps
        await until(pilot, lambda: "u takes it back · Ada Quill (person) is no entity" in drawn(screen.status))
        await until(pilot, lambda: 'person:"Ada Quill"' not in queries(screen), "the names without it")
        await pilot.app.workers.wait_for_complete()
        with open_store(own.archive) as other:
            assert [step.name for step in other.corrections.steps] == ["Ada Quill"]
            await pilot.press("u")
            await until(pilot, lambda: "corrected as soon as that is done" in drawn(screen.status))
        await until(pilot, lambda: "undone: Ada Quill" in drawn(screen.status), "that it is taken back")


async def test_a_correction_that_alone_waited_and_is_dropped_is_never_made(make_app: AppMaker, own: Source) -> None:
    async with make_app(own).run_test(size=(80, 24)) as pilot:
        screen = await names_listed(pilot)
        with open_store(own.archive) as other:
            other.put_many([])
            await pilot.press("x")
            await until(pilot, lambda: "corrected as soon as that is done" in drawn(screen.status))
            await pilot.press("u")
            await until(pilot, lambda: "dropped before it was done: Ada Quill (person)" in drawn(screen.status))
        await pilot.app.workers.wait_for_complete()
        with open_store(own.archive, read_only=True) as store:
            assert not store.corrections.steps
        await pilot.press("q")
        assert not pilot.app.is_running
