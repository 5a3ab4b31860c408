"""The screens that show a picture, and the raw text of an article's file."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PIL import Image as Pillow
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection
from textual.widget import Widget

from docs_store import Article, Block, BlockKind, Image, Original, open_store
from tests.terminal.pictures import sixel_picture
from tests.tui.conftest import AppMaker, paragraph
from tests.tui.test_reading import MEDIUM, NARROW, WIDE, drawn, opened, screen_of
from tests.tui.waiting import until
from tui import pictures
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.config import Config
from tui.frames import PLACEHOLDER
from tui.library import Library
from tui.messages import GoToPicture
from tui.overlay import MARK, Overlay
from tui.screens.original import OriginalScreen
from tui.screens.picture import PictureScreen
from tui.widgets.side_panel import Tab

TEXT = "Tide tables lost\n\n[red]The tables[/] went \x1b]0;owned\x07down with the mail boat.\n" + "A line.\n" * 90


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """An archive of one article, whose file has three pictures: one there, one not, one broken."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "tide.txt").write_text(TEXT, "utf-8")
    Pillow.new("RGB", (60, 40), (200, 40, 40)).save(folder / "quay.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno")
    images = (
        Image("[bold]The quay[/] at noon, " + "where the boats lie, " * 40 + "seen last.", "B. Frisch", "", "quay.png"),
        Image("The boat.", "", "", "https://tides.example/boat.jpg?w=9"),
        Image("A table.", "", "", "broken.png"),
    )
    blocks = [paragraph(f"Paragraph {number} of the tide tables.") for number in range(40)]
    for number in range(3):
        blocks.insert(1 + 12 * number, Block(BlockKind.CAPTION, images[number].caption, number))
    article = Article(
        "d" * 16, str(folder / "tide.txt"), "Tide tables lost at sea", tuple(blocks), images=images,
        path=str(folder / "tide.txt"),
    )  # fmt: skip
    with open_store(tmp_path / "tides", create=True) as store:
        store.put_many([article])
    return Source(tmp_path / "tides")


def words(widget: Widget) -> str:
    """Return what a widget shows, wherever its lines are broken."""
    return " ".join(drawn(widget).split())


async def looked(pilot: Pilot[None], *keys: str) -> PictureScreen:
    await opened(pilot, "tide")
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, PictureScreen), "the picture's screen")
    screen = pilot.app.screen
    assert isinstance(screen, PictureScreen)
    await until(pilot, lambda: screen.picture.is_drawn or screen.has_class("told"), "the picture, or why there is none")
    return screen


async def raw(pilot: Pilot[None]) -> OriginalScreen:
    await opened(pilot, "tide")
    await pilot.press("R")
    await until(pilot, lambda: isinstance(pilot.app.screen, OriginalScreen), "the file's screen")
    screen = pilot.app.screen
    assert isinstance(screen, OriginalScreen)
    await until(pilot, lambda: screen.text.passages, "the file's lines")
    return screen


# --------------------------------------------------------------------------------------------------- pictures


@pytest.mark.parametrize("size", [(200, 50), WIDE, MEDIUM, NARROW])
async def test_a_picture_is_shown_with_its_whole_caption(
    make_app: AppMaker, source: Source, size: tuple[int, int]
) -> None:
    async with make_app(source).run_test(size=size) as pilot:
        screen = await looked(pilot, "v")
        await until(pilot, lambda: "▀" in drawn(screen.picture))
        assert any(red > green for row in screen.picture._rows for red, green, _ in row)
        assert "[bold]The quay[/] at noon" in words(screen.caption)
        await pilot.press(*"j" * 40)
        assert "quay.png" in words(screen.caption)
        assert "picture 1 of 3" in drawn(screen.status)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot))


async def test_the_arrows_go_from_picture_to_picture_and_say_why_one_is_not_shown(
    make_app: AppMaker, source: Source
) -> None:
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await looked(pilot, "v")
        await pilot.press("left")
        assert "this is the first picture" in drawn(screen.status)
        await pilot.press("right")
        await until(pilot, lambda: "Nothing is loaded from the network" in words(screen.caption))
        assert "https://tides.example/boat.jpg?w=9" in words(screen.caption)
        assert "open address" in drawn(screen.status)
        await pilot.press("l")
        await until(pilot, lambda: "damaged, or no JPEG" in words(screen.caption))
        assert "picture 3 of 3" in drawn(screen.status)
        await pilot.press("o")
        await until(pilot, lambda: "no address on the network" in drawn(screen.status))
        await pilot.press("h", "h")
        await until(pilot, lambda: "▀" in drawn(screen.picture))


async def test_the_selected_picture_is_shown(make_app: AppMaker, source: Source) -> None:
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await looked(pilot, "1", "j", "v")
        assert "The boat." in words(screen.caption)


async def test_in_the_text_it_is_the_one_at_the_reading_position(make_app: AppMaker, source: Source) -> None:
    async with make_app(source).run_test(size=MEDIUM) as pilot:
        screen = await looked(pilot, "G", "v")
        assert "A table." in words(screen.caption)


async def test_the_path_of_its_file_is_copied(make_app: AppMaker, source: Source, tmp_path: Path) -> None:
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await looked(pilot, "v")
        await pilot.press("Y")
        assert pilot.app.clipboard == str(tmp_path / "clippings" / "quay.png")
        await pilot.press("right")
        await until(pilot, lambda: "Nothing is loaded" in words(screen.caption))
        await pilot.press("Y")
        assert "there is no file" in drawn(screen.status)


async def test_it_follows_the_windows_size(make_app: AppMaker, source: Source) -> None:
    async with make_app(source).run_test(size=MEDIUM) as pilot:
        screen = await looked(pilot, "v")
        before = len(screen.picture._rows)
        await pilot.resize_terminal(150, 60)
        await until(pilot, lambda: len(screen.picture._rows) > before)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_kitty_keeps_the_picture_until_it_is_left(
    make_app: AppMaker, source: Source, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[str] = []
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr(BroadsheetApp, "tell_terminal", lambda _, code: codes.append(code))
    async with make_app(source, Config(pictures="kitty")).run_test(size=size) as pilot:
        screen = await looked(pilot, "v")
        await until(pilot, lambda: PLACEHOLDER in drawn(screen.picture))
        assert drawn(screen.picture).count(PLACEHOLDER) == 6 * 2  # 60 x 40 pixels, cells of 10 x 20
        assert [code[:8] for code in codes] == ["\x1b_Ga=T,U"]
        pilot.app.app_resume_signal.publish(pilot.app)  # it was stopped, and goes on
        await until(pilot, lambda: len(codes) == 3)
        assert [code[:8] for code in codes] == ["\x1b_Ga=T,U", "\x1b_Ga=d,d", "\x1b_Ga=T,U"]
        del codes[:2]
        await pilot.press("right")
        await until(pilot, lambda: screen.has_class("told"))
        assert PLACEHOLDER not in drawn(screen.picture)
        assert [code[:8] for code in codes] == ["\x1b_Ga=T,U", "\x1b_Ga=d,d"]
        await pilot.press("left")
        await until(pilot, lambda: PLACEHOLDER in drawn(screen.picture))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot))
        assert [code[:8] for code in codes] == ["\x1b_Ga=T,U", "\x1b_Ga=d,d"] * 2


async def test_a_sixel_picture_lies_over_blank_cells_until_it_is_left(
    make_app: AppMaker, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[Overlay | None] = []
    monkeypatch.setattr(BroadsheetApp, "lay_over", lambda _, overlay: laid.append(overlay))
    async with make_app(source, Config(pictures="sixel")).run_test(size=WIDE) as pilot:
        screen = await looked(pilot, "v")
        await until(pilot, lambda: laid)
        overlay = laid[-1]
        assert overlay is not None
        assert (overlay.columns, overlay.lines) == (6, 2)
        assert sixel_picture(overlay.codes).getpixel((30, 20)) == (199, 41, 41, 255)
        row = screen.picture.render_line(overlay.y - screen.picture.region.y).text
        assert row[overlay.x - screen.picture.region.x :].startswith(MARK * 6)
        assert row.count(MARK) == 6
        await pilot.press("right")
        await until(pilot, lambda: laid[-1] is None)
        await pilot.press("left")
        await until(pilot, lambda: laid[-1] is not None)
        await pilot.press("escape")
        await until(pilot, lambda: laid[-1] is None)


async def test_without_colours_it_says_that_a_picture_needs_them(
    make_app: AppMaker, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make_app(source).run_test(size=MEDIUM) as pilot:
        screen = await looked(pilot, "v")
        await pilot.press("G", *"j" * 40)
        assert "A picture needs colours, and NO_COLOR is set." in words(screen.caption)


async def test_without_pillow_it_says_what_to_install(
    make_app: AppMaker, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await looked(pilot, "v")
        await pilot.press(*"j" * 40)
        assert "pip install 'broadsheet[pictures]'" in words(screen.caption)


async def test_leaving_while_it_is_decoded_stops_the_decoder(
    make_app: AppMaker, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    start = asyncio.create_subprocess_exec

    async def noted(*_: object, **how: object) -> asyncio.subprocess.Process:
        process = await start("sleep", "600", **how)  # type: ignore[arg-type]  # passed on as they came
        started.append(process)
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    monkeypatch.setattr(pictures, "_PATIENCE", 600.0)
    async with make_app(source).run_test(size=WIDE) as pilot:
        await opened(pilot, "tide")
        await pilot.press("v")
        await until(pilot, lambda: started)
        await pilot.press("escape")
        await until(pilot, lambda: started[0].returncode is not None)


async def test_where_there_is_no_picture_it_says_so(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "tremors")
        await pilot.press("v")
        assert "no pictures in this article" in drawn(screen.status)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_long_caption_of_the_panel_can_be_read_to_its_credit(
    make_app: AppMaker, source: Source, size: tuple[int, int]
) -> None:
    async with make_app(source).run_test(size=size) as pilot:
        screen = await opened(pilot, "tide")
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        assert "1. [bold]The quay[/]" in words(screen.panel.list)
        seen = ""
        while screen.panel.list.cursor == 0:
            seen += words(screen.panel.list)
            await pilot.press("j")
        assert "B. Frisch" in seen
        while screen.panel.list.cursor > 0:
            await pilot.press("k")
        await pilot.press(*"kkk")
        assert "1. [bold]The quay[/]" in words(screen.panel.list)


async def test_a_file_s_name_stands_once_where_there_is_no_caption(make_app: AppMaker, tmp_path: Path) -> None:
    article = Article("e" * 16, "key", "Tide tables", (paragraph("Gone."),), images=(Image(source="img/quay.png"),))
    with open_store(tmp_path / "one", create=True) as store:
        store.put_many([article])
    async with make_app(Source(tmp_path / "one")).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "tide")
        await pilot.press("1")
        assert words(screen.panel.list).count("quay.png") == 1


async def test_the_panel_tells_credit_and_file_and_which_key_shows_it(make_app: AppMaker, source: Source) -> None:
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "tide")
        await pilot.press("1")
        await until(pilot, lambda: screen.panel.list.has_focus)
        assert "v views one" in screen.panel._counts[Tab.PICTURES]
        assert isinstance(screen.panel.list.value, GoToPicture)
        panel = drawn(screen.panel.list)
        assert "B. Frisch" in panel
        assert "boat.jpg" in panel
        assert "?w=9" not in panel


# --------------------------------------------------------------------------------------------------- raw text


@pytest.mark.parametrize("size", [(200, 50), WIDE, MEDIUM, NARROW])
async def test_the_raw_text_has_line_numbers_and_shows_controls(
    make_app: AppMaker, source: Source, size: tuple[int, int]
) -> None:
    async with make_app(source).run_test(size=size) as pilot:
        screen = await raw(pilot)
        assert "1 Tide tables lost" in words(screen.text)
        assert "3 [red]The tables[/] went ␛]0;owned␇down" in words(screen.text)
        await pilot.press("G")
        assert "93 A line." in words(screen.text)
        await pilot.press("g", "j", "space", "b", "ctrl+d", "ctrl+u", "k")
        assert "1 Tide tables lost" in words(screen.text)
        assert "93 lines" in drawn(screen.status)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot))


async def test_a_huge_file_opens_and_says_how_much_is_shown(make_app: AppMaker, source: Source, tmp_path: Path) -> None:
    with (tmp_path / "clippings" / "tide.txt").open("r+b") as stream:
        stream.truncate(5 * 2**30)
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await raw(pilot)
        assert "of a file of 5.4 GB" in drawn(screen.status)


@pytest.mark.parametrize(("data", "reason"), [(None, "no such file"), (b"PK\x03\x04" + bytes(99), "binary, not text")])
async def test_a_file_that_cannot_be_shown_is_told(
    make_app: AppMaker, source: Source, tmp_path: Path, data: bytes | None, reason: str
) -> None:
    file = tmp_path / "clippings" / "tide.txt"
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    async with make_app(source).run_test(size=MEDIUM) as pilot:
        screen = await raw(pilot)
        assert reason in words(screen.text)
        assert "Y copies the file's path" in words(screen.text)


async def test_a_file_within_a_file_is_named(make_app: AppMaker, tmp_path: Path) -> None:
    archive = tmp_path / "saved.zip"
    archive.write_bytes(b"PK\x03\x04" + bytes(99))
    article = Article("e" * 16, f"{archive}!2024/tide.html", "Tide tables", (paragraph("Gone."),), path=str(archive))
    with open_store(tmp_path / "one", create=True) as store:
        store.put_many([article])
    async with make_app(Source(tmp_path / "one")).run_test(size=WIDE) as pilot:
        screen = await raw(pilot)
        assert "The article is a file within that file: 2024/tide.html" in words(screen.text)


async def test_the_path_is_shown_and_copied(make_app: AppMaker, source: Source, tmp_path: Path) -> None:
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "tide")
        await pilot.press("Y")
        assert pilot.app.clipboard == str(tmp_path / "clippings" / "tide.txt")
        assert "tide.txt" in drawn(screen.status)


async def test_without_a_file_the_path_is_not_copied(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "tremors")
        await pilot.press("Y")
        assert "there is no file" in drawn(screen.status)


async def test_ctrl_c_where_nothing_is_typed_says_how_to_leave(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "tremors")
        await pilot.press("ctrl+c")
        assert "q leaves" in drawn(screen.status)


async def test_before_an_article_is_open_the_keys_say_so(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen.finder.hits.rows)
        await pilot.press("tab")
        await until(pilot, lambda: screen.finder.hits.has_focus)
        for key in ("R", "v", "o", "Y"):
            screen.say("")
            await pilot.press(key)
            assert "open an article first" in drawn(screen.status)
        await pilot.press("y")  # what is selected in the list can be copied
        await until(pilot, lambda: "copied: Harbour bridge inquiry opens" in drawn(screen.status))


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
async def test_what_the_mouse_selects_is_marked_and_copied(make_app: AppMaker, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await opened(pilot, "tremors")
        shown = drawn(screen.view).split("\n")
        y = next(y for y, line in enumerate(shown) if "Ada Quill" in line)
        x = shown[y].index("Ada Quill") + screen.view.gutter.left
        await pilot.mouse_down(screen.view, offset=(x, y))
        await pilot.hover(screen.view, offset=(x + 4, y))
        await pilot.hover(screen.view, offset=(x + 8, y))
        await pilot.mouse_up(screen.view, offset=(x + 8, y))
        await pilot.pause()
        assert screen.get_selected_text() == "Ada Quill"
        assert drawn(screen.view).split("\n") == shown
        marked = [segment.text for segment in screen.view.render_line(y) if segment.style and segment.style.bgcolor
                  == screen.broadsheet.palette.style(("selected",)).bgcolor]  # fmt: skip
        assert "".join(marked) == "Ada Quill"
        assert screen.panel.tab is not Tab.ENTITIES, "a place that is dragged over is not clicked"
        await pilot.press("y")
        assert "copied: Ada Quill" in drawn(screen.status)
        await pilot.press("minus")
        assert screen.get_selected_text() is None


async def test_what_is_copied_breaks_where_a_paragraph_ends_and_not_where_a_line_does(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "tremors")
        page = screen.view._page.lines
        passage = next(p for p, start, _ in page if start > 0 and screen.view.passages[p].role == "paragraph")
        first, *_, last = (y for y, line in enumerate(page) if line[0] == passage)
        text = screen.view.passages[passage].text
        before = screen.view.passages[passage - 1].text
        for start, end, copied in (
            (Offset(0, first + 1), Offset(3, last), text[: page[last][1] + 3]),
            (Offset(2, first - 1), Offset(1, last), f"{before[page[first - 1][1] + 2 :]}\n{text[: page[last][1] + 1]}"),
            (None, None, "\n".join(filter(None, (each.text for each in screen.view.passages)))),
        ):
            assert screen.view.get_selection(Selection(start, end)) == (copied, "\n")


async def test_a_click_in_wide_characters_meets_the_one_that_is_there(make_app: AppMaker) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "港の橋")
        line = next(y for y, text in enumerate(drawn(screen.view).split("\n")) if "月曜日" in text)
        left = screen.view._left
        assert screen.view.place_at(left + 1, line).x == 0
        assert screen.view.place_at(left + 2, line).x == 1
        assert screen.view.place_at(left + 7, line).x == 3
        assert screen.view.place_at(0, line).x == 0
        assert screen.view.place_at(500, line).x > 10
        assert screen.view.place_at(0, 500).y == len(screen.view._page.lines) - 1


async def test_words_are_found_in_the_raw_text(make_app: AppMaker, source: Source) -> None:
    async with make_app(source).run_test(size=WIDE) as pilot:
        screen = await raw(pilot)
        sought = screen.text.passages[0].text.split()[0]
        await pilot.press("/", *sought)
        await until(pilot, lambda: screen.text.hits >= 1, "the words")
        assert f"1 of {screen.text.hits}" in drawn(screen.status)
        await pilot.press("enter")
        await until(pilot, lambda: screen.text.has_focus, "the lines")
        await pilot.press(*"n" * screen.text.hits)
        assert f"1 of {screen.text.hits}" in drawn(screen.status)  # round again
        await pilot.press("/", *"zzqq")
        await until(pilot, lambda: "not in this file" in drawn(screen.status))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot), "the article")


async def test_what_is_typed_before_the_raw_text_is_there_is_found_in_it(
    make_app: AppMaker, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = asyncio.Event()
    read = Library.original

    async def late(library: Library, article: Article) -> Original:
        await ready.wait()
        return await read(library, article)

    monkeypatch.setattr(Library, "original", late)
    async with make_app(source).run_test(size=MEDIUM) as pilot:
        await opened(pilot, "tide")
        await pilot.press("R")
        await until(pilot, lambda: isinstance(pilot.app.screen, OriginalScreen))
        screen = pilot.app.screen
        assert isinstance(screen, OriginalScreen)
        await pilot.press("slash", *"tide", "enter")
        ready.set()
        await until(pilot, lambda: screen.text.hits)
        assert f"1 of {screen.text.hits}" in drawn(screen.status)
        assert "q close  esc clear" in drawn(screen.status)
        await pilot.press("escape")
        assert "esc close" in drawn(screen.status)


async def test_the_raw_text_is_copied_where_it_is_selected_else_its_path(make_app: AppMaker, source: Source) -> None:
    async with make_app(source).run_test(size=MEDIUM) as pilot:
        screen = await raw(pilot)
        await pilot.press("y")
        assert "copied: " in drawn(screen.status)
        assert pilot.app.clipboard == screen._article.path
        screen.selections = {screen.text: Selection(Offset(0, 0), Offset(4, 0))}
        await pilot.press("y")
        assert pilot.app.clipboard == "Tide"
