"""What goes to the terminal is little, and what the terminal then shows is all: pyte is the judge."""

from __future__ import annotations

import re

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.drawing.emulator import EMULATORS, Narrow, Wide
from tests.terminal.pictures import Pictures, Showing, Stream
from tui.frames import Frames
from tui.overlay import MARK, Overlay

WIDTH, HEIGHT = 24, 4
STYLES = [
    None,
    Style.parse("red on blue"),
    Style.parse("bold red on blue"),
    Style.parse("underline #a0b0c0 on #102030"),
    Style.parse("italic"),
    Style.parse("bold reverse on white"),
    Style.parse("bold italic underline strike red"),
]

pieces = st.tuples(st.sampled_from(["a", "harbour", "  ", "é", "日本", "ab日c", "x y z"]), st.sampled_from(STYLES))
lines = st.lists(pieces, max_size=6)
screens = st.lists(lines, min_size=HEIGHT, max_size=HEIGHT)


def update(screen: list[list[tuple[str, Style | None]]]) -> LayoutUpdate:
    strips = [
        [Strip([Segment(text, style) for text, style in line]).adjust_cell_length(WIDTH, STYLES[1])] for line in screen
    ]
    return LayoutUpdate([iter(line) for line in strips], Region(0, 0, WIDTH, HEIGHT))


def drawn(codes: list[str]) -> list[list[tuple[object, ...]]]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for code in codes:
        stream.feed(code)
    return [[tuple(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


@settings(max_examples=150)
@given(st.lists(screens, min_size=1, max_size=4))
def test_the_terminal_shows_what_drawing_everything_would_show(
    frames: list[list[list[tuple[str, Style | None]]]],
) -> None:
    kept = Frames()
    told = [kept.encoded(update(screen), ColorSystem.TRUECOLOR) for screen in frames]
    whole = Frames().encoded(update(frames[-1]), ColorSystem.TRUECOLOR)
    assert drawn(told) == drawn([whole])


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(["a", "日", "ab", " ", "日本"]), *[st.sampled_from(STYLES)] * 3), max_size=9))
def test_what_is_but_restyled_stays_in_its_place(
    pieces: list[tuple[str, Style | None, Style | None, Style | None]],
) -> None:
    frames = [[[(text, styles[at]) for text, *styles in pieces]] * HEIGHT for at in range(3)]
    kept = Frames()
    told = [kept.encoded(update(screen), ColorSystem.TRUECOLOR) for screen in frames]
    assert drawn(told) == drawn([Frames().encoded(update(frames[-1]), ColorSystem.TRUECOLOR)])


def test_what_is_there_already_is_not_sent() -> None:
    screen: list[list[tuple[str, Style | None]]] = [[("harbour bridge", STYLES[1])] for _ in range(HEIGHT)]
    frames = Frames()
    whole = frames.encoded(update(screen), ColorSystem.TRUECOLOR)
    assert frames.encoded(update(screen), ColorSystem.TRUECOLOR) == ""
    screen[2] = [("harbour fridge", STYLES[1])]
    change = frames.encoded(update(screen), ColorSystem.TRUECOLOR)
    assert "f" in change
    assert "harbour" not in change
    frames.forget()
    assert len(frames.encoded(update(screen), ColorSystem.TRUECOLOR)) == len(whole)


def test_without_colours_a_bright_background_is_reversed_and_nothing_is_coloured() -> None:
    frames = Frames(colourless=True)
    screen: list[list[tuple[str, Style | None]]] = [
        [("dark", Style.parse("bold red on #101010")), ("lit", Style.parse("black on white"))],
        [],
        [],
        [],
    ]
    codes = frames.encoded(update(screen), ColorSystem.TRUECOLOR)
    assert "\x1b[1mdark" in codes
    assert re.search(r"\x1b\[(0|22);7mlit", codes)
    assert not re.search(r"\x1b\[[\d;]*(?:[349]\d|[34]8;)[\d;]*m", codes)


def test_the_many_colours_of_pictures_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.frames._PENS", 10)
    frames, told = Frames(), []
    for number in range(30):
        style = Style.parse(f"#0000{number:02x} on #00{number:02x}00")
        told.append(frames.encoded(update([[("▀" * 5, style), ("x", STYLES[2])]] * HEIGHT), ColorSystem.TRUECOLOR))
        assert len(frames._pens) <= 10
    assert drawn(told)[0][0][:3] == ("▀", "00001d", "001d00")


DRIFTING = ["👩‍👩‍👧", "👍🏽", "🇯🇵", "❤️", "1️⃣", "🫨"]
"""Characters that terminals take for one to six cells."""


@pytest.mark.parametrize("emulator", EMULATORS)
@settings(max_examples=60)
@given(frames=st.lists(st.lists(st.sampled_from([*DRIFTING, "a", "日"]), max_size=8), min_size=2, max_size=4))
def test_what_is_drawn_stays_in_its_place_whatever_the_terminal_thinks_of_emoji(
    emulator: type[Narrow], frames: list[list[str]]
) -> None:
    def panes(left: list[str]) -> LayoutUpdate:
        strips = [
            Strip([Segment("".join(left), STYLES[1])]).adjust_cell_length(12, STYLES[1]),
            Strip([Segment("another pane", STYLES[2])]).adjust_cell_length(WIDTH - 12, STYLES[2]),
        ]
        return LayoutUpdate([iter(strips)], Region(0, 0, WIDTH, 1))

    kept, screen = Frames(), emulator(WIDTH, 1)
    stream = pyte.Stream(screen)
    for left in frames:
        stream.feed(kept.encoded(panes(left), ColorSystem.TRUECOLOR))
        stood = screen.cells()
        stream.feed(Frames().encoded(panes(left), ColorSystem.TRUECOLOR))
        assert screen.cells() == stood
        assert screen.display[0].endswith("another pane")


def test_of_a_line_of_wide_characters_what_differs_is_sent() -> None:
    def line(text: str) -> LayoutUpdate:
        return update([[(text, STYLES[1])], [], [], []])

    frames = Frames()
    frames.encoded(line("港の橋の調査"), ColorSystem.TRUECOLOR)
    change = frames.encoded(line("港の橋の審査"), ColorSystem.TRUECOLOR)
    assert "審" in change
    assert "港" not in change


def test_a_line_that_held_emoji_is_told_by_its_changes_again_once_they_are_gone() -> None:
    def line(text: str) -> LayoutUpdate:
        return update([[(text, STYLES[1])], [], [], []])

    frames = Frames()
    for text in ("harbour 👍🏽 bridge", "harbour or bridge"):
        frames.encoded(line(text), ColorSystem.TRUECOLOR)
    assert "bridge" not in frames.encoded(line("harbour on bridge"), ColorSystem.TRUECOLOR)


def test_emoji_beside_what_nobody_has_drawn_yet() -> None:
    frames, screen = Frames(), Wide(WIDTH, 1)
    stream = pyte.Stream(screen)
    for place, text in ((8, "👍🏽 bridge"), (0, "harbour")):
        change = LayoutUpdate([iter([Strip([Segment(text)])])], Region(place, 0, len(text), 1))
        stream.feed(frames.encoded(change, ColorSystem.TRUECOLOR))
    assert screen.display[0].rstrip() == "harbour 👍🏽 bridge"


@pytest.mark.parametrize("emulator", EMULATORS)
@given(st.lists(st.sampled_from([*DRIFTING, "☺️", "©️", "a", "日"]), max_size=8), st.integers(1, WIDTH - 1))
def test_what_is_cut_within_a_character_leaves_the_rest_in_its_place(
    emulator: type[Narrow], pieces: list[str], cut: int
) -> None:
    line = Strip([Segment("".join(pieces), STYLES[1])]).adjust_cell_length(WIDTH - 1)
    panes = [*line.divide([cut, WIDTH - 1]), Strip([Segment("|")])]
    screen = emulator(WIDTH, 1)
    change = LayoutUpdate([iter(panes)], Region(0, 0, WIDTH, 1))
    pyte.Stream(screen).feed(Frames().encoded(change, ColorSystem.TRUECOLOR))
    assert screen.buffer[0][WIDTH - 1].data == "|"


def test_letters_of_a_flag_and_an_accent_of_another_style_stay_together() -> None:
    frames = Frames()
    codes = frames.encoded(update([[("x🇯🇵e", STYLES[1]), ("\u0301z", STYLES[2])], [], [], []]), ColorSystem.TRUECOLOR)
    assert "🇯🇵" in codes
    assert "e\u0301" in codes


# ----------------------------------------------------------------------------------------------- pictures over cells

PICTURE = Overlay(4, 1, 6, 2, '\x1bP0;1;0q"1;1;60;40#0;2;0;0;0#0!60~-!60~\x1b\\')

over = st.lists(
    st.tuples(st.integers(0, HEIGHT - 2), st.integers(0, WIDTH - 4), st.sampled_from(["abc", "日", "  "])), max_size=2
)


def with_picture(pieces: list[tuple[int, int, str]]) -> LayoutUpdate:
    """Return a frame of the picture's cells among text, with pieces of text over it."""
    rows = [["."] * WIDTH for _ in range(HEIGHT)]
    for y in range(PICTURE.y, PICTURE.y + PICTURE.lines):
        rows[y][PICTURE.x : PICTURE.x + PICTURE.columns] = [MARK] * PICTURE.columns
    for y, x, text in pieces:
        rows[y][x : x + len(text) * (1 + (text == "日"))] = text
    return update([[("".join(row), STYLES[1])] for row in rows])


@settings(max_examples=150)
@given(st.lists(st.tuples(over, st.sampled_from(["", "", "forget", "lay", "lift"])), min_size=1, max_size=6))
def test_a_picture_stands_where_its_cells_are_bare_and_leaves_nothing_behind(
    frames: list[tuple[list[tuple[int, int, str]], str]],
) -> None:
    kept, screen = Frames(), Showing(WIDTH, HEIGHT)
    stream = Stream(Pictures(), pyte.ByteStream(screen), screen)
    kept.lay(PICTURE)
    is_laid = True
    for pieces, act in frames:
        if act == "forget":
            kept.forget()
        elif act:
            is_laid = act == "lay"
            kept.lay(PICTURE if is_laid else None)
        sent = len(screen.sixels)
        stood = bool(screen.painted)
        stream.feed(kept.encoded(with_picture(pieces), ColorSystem.TRUECOLOR).encode())
        fresh = Showing(WIDTH, HEIGHT)
        pyte.ByteStream(fresh).feed(Frames().encoded(with_picture(pieces), ColorSystem.TRUECOLOR).encode())
        assert screen.cells() == fresh.cells()
        place = {(x, y) for x in range(4, 10) for y in (1, 2)}
        is_bare = all(screen.buffer[y][x].data == MARK for x, y in place)
        assert screen.painted == (place if is_laid and is_bare else set())
        assert len(screen.sixels) - sent <= 1
        if stood and not act and is_bare:
            assert len(screen.sixels) == sent, "what stands is not sent again"
