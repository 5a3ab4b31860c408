"""Colours in terminals that have 256, where they look like those of the theme, and in those that have 16."""

from __future__ import annotations

import colorsys

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.geometry import Region

from tests.tui.conftest import AppMaker
from tests.tui.test_reading import screen_of
from tests.tui.waiting import until
from themes import Themes
from tui.colours import shown
from tui.config import Config
from tui.pens import pen_of

EIGHT_BIT = ColorSystem.EIGHT_BIT


def hue(color: Color) -> float:
    return colorsys.rgb_to_hsv(*(each / 255 for each in color.get_truecolor()))[0] * 360


@pytest.mark.parametrize("number", range(16, 256))
def test_a_colour_of_the_palette_is_itself(number: int) -> None:
    colour = Color.from_triplet(Color.from_ansi(number).get_truecolor())
    assert shown(colour, EIGHT_BIT).get_truecolor() == colour.triplet


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("#d6ccbb", 252),  # paper: a grey, where Rich has a green
        ("#c4baa8", 250),  # its caption: a grey, where Rich has a pink
        ("#9fc0dd", 110),  # an organisation: a blue, where Rich has a violet
        ("#000000", 16),
        ("#ffffff", 231),
    ],
)
def test_what_looks_most_alike_stands_for_a_colour(asked: str, number: int) -> None:
    assert shown(Color.parse(asked), EIGHT_BIT).number == number
    assert pen_of(Style(color=asked), EIGHT_BIT).foreground == f"38;5;{number}"


@pytest.mark.parametrize("name", ["ink", "paper", "sepia", "high-contrast"])
def test_names_keep_their_hue(name: str) -> None:
    theme = Themes()[name]
    for style in (theme.person, theme.organisation, theme.place, theme.event, theme.other):
        colour = Color.parse(style.foreground)
        apart = abs(hue(shown(colour, EIGHT_BIT)) - hue(colour))
        assert min(apart, 360 - apart) < 40, style.foreground


def test_the_terminals_own_colours_and_other_terminals_are_left_alone() -> None:
    assert shown(Color.parse("red"), EIGHT_BIT) == Color.parse("red")
    assert shown(Color.parse("#d6ccbb"), ColorSystem.TRUECOLOR) == Color.parse("#d6ccbb")
    assert shown(Color.parse("#d6ccbb"), ColorSystem.STANDARD).number == 7


@pytest.mark.parametrize("value", ["1", ""])
async def test_without_colours_a_scroll_bar_is_a_line(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = screen_of(pilot)
        await until(pilot, lambda: screen.finder.hits.rows)
        bar = [
            cell for line in screen.finder.hits.vertical_scrollbar.render_lines(Region(0, 0, 1, 10)) for cell in line
        ]
        thumb = [cell for cell in bar if cell.style and cell.style.meta.get("@mouse.down") == "grab"]
        assert thumb
        assert all((cell.text == "▐" and not cell.style.reverse) is (value == "1") for cell in thumb if cell.style)


@pytest.mark.parametrize(
    ("terminal", "chosen", "worn"),
    [
        ({"TERM": "linux", "COLORTERM": ""}, "", "terminal"),
        ({"TERM": "xterm", "COLORTERM": ""}, "paper", "paper"),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, "", "ink"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "", "ink"),
        ({"TERM": "linux", "COLORTERM": "", "NO_COLOR": "1"}, "", "mono"),
    ],
)
def test_what_is_worn_where_nobody_chose_depends_on_how_many_colours_there_are(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, terminal: dict[str, str], chosen: str, worn: str
) -> None:
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    assert make_app(config=Config(theme=chosen)).theme == worn
