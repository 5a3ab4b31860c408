"""A store that fails while one reads: it is told in the last line, and one reads on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docs_store import StoreError
from tests.tui.conftest import AppMaker
from tests.tui.test_reading import drawn
from tests.tui.waiting import until
from tui.archive import Source


@pytest.mark.parametrize("key", ["F", "s", "C"])
async def test_a_damaged_index_is_told_by_what_needs_it(
    make_app: AppMaker, archive: Path, tmp_path: Path, key: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(archive, copy)
    for file in next(copy.glob("index-*")).iterdir():
        if file.suffix not in (".json", ".lock"):
            file.write_bytes(b"\xff" * file.stat().st_size)
    app = make_app(Source(copy, name="copy"))
    async with app.run_test(size=(80, 24)) as pilot:  # the path of the index is long
        await until(pilot, lambda: app.library is not None)
        app.keeper.searches.toggle("harbour", 1, 1)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.reading.view.article is not None)
        await pilot.press("escape", key)
        await until(pilot, lambda: "the search index is damaged" in " ".join(drawn(app.reading.status).split()))


@pytest.mark.parametrize(
    ("method", "keys"),
    [
        ("count", ("f", "x", "ctrl+c")),
        ("newest", ("f", "x", "ctrl+c")),
        ("story", ("C",)),
        ("facets", ("F",)),
        ("entities", ("E",)),
        ("moment", ("f", "x", "ctrl+s")),
        ("entity_counts", ("enter",)),
        ("get", ("2", "y")),
    ],
)
async def test_whatever_fails_is_told(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, method: str, keys: tuple[str, ...]
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise StoreError("the disk is gone")

    app = make_app()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.library is not None)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.reading.view.article is not None)
        await pilot.press("escape")
        await until(pilot, lambda: app.reading.finder.hits.has_focus)
        await pilot.press("j")
        await until(pilot, lambda: app.reading.view.article and app.reading.view.article.key == "volcano")
        monkeypatch.setattr(app.library, method, fails)
        await pilot.press(*keys)
        await until(pilot, lambda: "the disk is gone" in drawn(app.reading.status))


async def test_that_nothing_can_be_looked_for_is_told(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails() -> bool:
        raise StoreError("the disk is gone")

    app = make_app()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.library is not None)
        monkeypatch.setattr(app.library, "refresh", fails)
        await app.look()
        await until(pilot, lambda: "the disk is gone" in drawn(app.reading.status))


async def test_the_path_of_the_open_archive_does_not_fill_the_last_line(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.library is not None)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.reading.view.article is not None)
        for between in (": ", "/"):

            async def fails(*_: object, between: str = between) -> None:
                raise StoreError(f"{app.archive}{between}damaged{between}")

            monkeypatch.setattr(app.library, "story", fails)
            await pilot.press("C")
            await until(pilot, lambda b=between: drawn(app.reading.status).startswith(f"damaged{b}".rstrip()))  # type: ignore[misc]


async def test_what_a_key_is_answered_with_is_said_in_full(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = pilot.app.reading  # type: ignore[attr-defined]
        await until(pilot, lambda: screen.finder.hits.rows)
        name = "International Association of Lighthouse and Harbour Lamp Makers"
        screen.say(f"u takes it back · {name} (organisation) is no entity: 3 articles changed", holds=True)
        await until(pilot, lambda: drawn(screen.status).replace("\n", " ").rstrip().endswith("3 articles changed"))
        screen.let_go()
        screen.say("so far and no further " * 9)
        await until(pilot, lambda: screen.status.size.height == 1)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_warning_longer_than_the_line_is_said_in_full_until_another_word(
    make_app: AppMaker, size: tuple[int, int]
) -> None:
    words = f"{'/home/reader/clippings/of/years' * 2}: cannot be written; make room on the disk"
    async with make_app().run_test(size=size) as pilot:
        screen = pilot.app.reading  # type: ignore[attr-defined]
        await until(pilot, lambda: screen.finder.hits.rows)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: screen.view.has_focus and screen.view.article is not None)
        height = screen.view.size.height
        await pilot.press("/")
        screen.say(words, role="warning")
        await until(pilot, lambda: drawn(screen.status).replace("\n", " ").rstrip().endswith("make room on the disk"))
        assert screen.find_box.region.height == 1
        assert screen.find_box.region.bottom == screen.status.region.y
        assert screen.status.region.bottom == size[1]
        await pilot.press("escape")
        screen.say("done")
        await until(pilot, lambda: screen.view.size.height == height)
        assert drawn(screen.status).startswith("done")
