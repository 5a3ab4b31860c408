"""The built-in themes: legible in every colour depth, and told apart without any."""

from __future__ import annotations

import pytest
import tomli
from rich.color import Color, ColorSystem

from themes import Theme, Themes
from themes.contrast import Rgb, contrast, rgb, weak_pairs
from themes.loading import DEFAULT
from themes.model import COLOURS, ENTITIES, STYLES

THEMES = Themes()

# The 16 colours of xterm's own defaults and of VGA text mode, in the order of their numbers.
XTERM = [
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
    "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
]  # fmt: skip
VGA = [
    "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
    "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
]  # fmt: skip


def in_256_colours(colour: str) -> Rgb | None:
    """Return what a colour becomes over SSH, where Textual has Rich take the nearest of 256."""
    if not colour.startswith("#"):
        return None
    red, green, blue = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return red, green, blue


def least_of(theme: Theme) -> float:
    return 7.0 if theme.name == "high-contrast" else 4.5


def colours_of(theme: Theme) -> set[str]:
    styles = [getattr(theme, name) for name in (*STYLES, *ENTITIES)]
    found = {getattr(theme, name) for name in COLOURS}
    return (found | {style.foreground for style in styles} | {style.background for style in styles}) - {""}


def test_six_come_with_broadsheet_and_the_default_is_first() -> None:
    assert list(THEMES) == ["ink", "paper", "sepia", "high-contrast", "terminal", "mono"]
    assert next(iter(THEMES)) == DEFAULT
    assert all(theme.description for theme in THEMES.values())


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_stands_out_in_true_colour(theme: Theme) -> None:
    assert weak_pairs(theme, least_of(theme)) == ()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_stands_out_in_256_colours(theme: Theme) -> None:
    assert weak_pairs(theme, least_of(theme), in_256_colours) == ()


@pytest.mark.parametrize("palette", [XTERM, VGA], ids=["xterm", "vga"])
def test_the_terminals_own_colours_stand_out_on_a_dark_terminal(palette: list[str]) -> None:
    """Text in the default colour on the default background is the terminal's own pair, and is left out."""
    theme = THEMES["terminal"]
    assert all(colour.startswith("ansi_") for colour in colours_of(theme))

    def as_text(colour: str) -> Rgb | None:
        number = Color.parse(colour.removeprefix("ansi_")).number
        return None if number is None else rgb(palette[number])

    for name in ("accent", "error", "warning", "hit_background", "current_hit_background"):
        assert contrast(as_text(getattr(theme, name)) or (0, 0, 0), (0, 0, 0)) >= 4, name
    for kind in ENTITIES:
        assert contrast(as_text(getattr(theme, kind).foreground) or (0, 0, 0), (0, 0, 0)) >= 4.5, kind
    assert theme.hit_foreground == theme.current_hit_foreground == "ansi_black"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_focused_border_can_be_seen(theme: Theme) -> None:
    """WCAG 2.2, 1.4.11: 3 for parts of the interface."""
    border = rgb(theme.border_focus)
    for ground in (theme.background, theme.surface):
        behind = rgb(ground)
        if border is not None and behind is not None:
            assert contrast(border, behind) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_kinds_of_entity_differ_without_colour(theme: Theme) -> None:
    traits = [getattr(theme, kind).attributes for kind in ENTITIES]
    assert all(traits)
    assert len(set(traits)) == len(ENTITIES)


def test_kinds_of_entity_differ_in_colour_too_where_there_is_colour() -> None:
    for name in ("ink", "paper", "sepia", "high-contrast", "terminal"):
        assert len({getattr(THEMES[name], kind).foreground for kind in ENTITIES}) == len(ENTITIES), name


def test_mono_has_no_hue() -> None:
    for colour in colours_of(THEMES["mono"]):
        red, green, blue = rgb(colour) or (0, 0, 1)
        assert red == green == blue, colour


def test_only_terminal_is_made_of_the_terminals_colours() -> None:
    assert [theme.name for theme in THEMES.values() if theme.ansi] == ["terminal"]


@pytest.mark.parametrize("name", THEMES)
def test_built_in_files_say_everything(name: str) -> None:
    """The default must, as others are based on it; the rest do so that a change of it does not change them."""
    from importlib.resources import files

    table = tomli.loads((files("themes") / f"{name}.toml").read_text("utf-8"))
    assert set(table["colours"]) == set(COLOURS)
    assert set(table["styles"]) == set(STYLES)
    assert set(table["entities"]) == set(ENTITIES)
    assert "dark" in table


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21; the grey #767676 is the lightest that passes on white, at 4.54."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.005)
    assert contrast((255, 255, 255), (0, 0, 0)) == contrast((0, 0, 0), (255, 255, 255))
    assert rgb("#abc") == (0xAA, 0xBB, 0xCC)
