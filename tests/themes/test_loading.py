"""A reader's own theme: what it leaves out is inherited, what it gets wrong is named by file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themes import Style, ThemeError, Themes, load_theme, user_themes
from themes.contrast import weak_pairs
from themes.lines import line_of

INK, PAPER = map(Themes().__getitem__, ("ink", "paper"))


def written(folder: Path, text: str, name: str = "evening.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_theme_takes_what_it_does_not_say_from_the_one_it_is_based_on(tmp_path: Path) -> None:
    theme = load_theme(
        written(
            tmp_path,
            """
            based_on = "paper"
            description = "greener"
            [colours]
            accent = "#060"
            [styles]
            heading = { foreground = "ansi_green" }
            [entities.place]
            foreground = "#003300"
            """,
        )
    )
    assert (theme.name, theme.description, theme.dark) == ("evening", "greener", False)
    assert (theme.accent, theme.muted) == ("#060", PAPER.muted)
    assert theme.heading == Style(foreground="ansi_green", bold=True)
    assert theme.place == Style(foreground="#003300", italic=True)
    assert theme.person == PAPER.person


def test_an_empty_theme_is_ink_under_another_name(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, ""))
    assert theme.background == INK.background
    assert theme.headline == INK.headline


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("dark = true\nbackgruond = '#000'\n", 2, "unknown key 'backgruond'"),
        ("colors = {}\n", 1, "did you mean 'colours'?"),
        ("[colours]\n\nbackgruond = '#000'\n", 3, "did you mean 'background'?"),
        ("[colours]\naccent = 'red'\n", 2, "accent must be #rgb, #rrggbb or a colour like ansi_blue, not 'red'"),
        ("[colours]\naccent = 'ansi_bleu'\n", 2, "did you mean 'ansi_blue'?"),
        ("[colours]\naccent = '#12345'\n", 2, "not '#12345'"),
        ("[colours]\naccent = 7\n", 2, "not 7"),
        ("colours = 7\n", 1, "colours must be a table"),
        ("\n[styles]\nheadline = 'bold'\n", 3, "styles.headline must be a table"),
        ("[styles]\ncaption = {}\nheadline = { bolt = true }\n", 3, "unknown key 'bolt' in styles.headline"),
        ("[styles]\nheadline.bold = 'yes'\n", 2, "bold must be true or false, not 'yes'"),
        ("[styles.headline]\nbold = true\nblink = true\n", 3, "unknown key 'blink'"),
        ("[entities]\nplaces = { bold = true }\n", 2, "did you mean 'place'?"),
        ("[entities]\nplace = { bold = true, italic = false }\n", 1, "both bold; without colour they look the same"),
        ("[entities]\nplace = { italic = false }\n", 1, "told by colour alone"),
        ("dark = 1\n", 1, "dark must be true or false"),
        ("based_on = 'inky'\n", 1, "based_on must be one of ink, paper"),
        ('description = "two\\nlines"\n', 1, "description must be one line"),
        ("dark = true\ndark = false\n", 2, "not valid TOML"),
        ("[colours\n", 1, "not valid TOML"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_remedy(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ThemeError) as caught:
        load_theme(path)
    assert caught.value.line == line
    assert caught.value.path == str(path)
    assert says in caught.value.problem
    assert str(caught.value) == f"{path}:{line}: {caught.value.problem}"


def test_what_is_no_theme_file_is_a_theme_error(tmp_path: Path) -> None:
    big = written(tmp_path, "#" * 70_000, "big.toml")
    deep = written(tmp_path, "dark = " + "[" * 20_000, "deep.toml")
    odd = written(tmp_path, "", "a b.toml")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (big, deep, odd, binary, tmp_path / "absent.toml", tmp_path):
        with pytest.raises(ThemeError):
            load_theme(path)


def test_a_bad_theme_costs_one_problem_and_not_the_rest(tmp_path: Path) -> None:
    written(tmp_path, "", "dawn.toml")
    written(tmp_path, "nonsense", "broken.toml")
    written(tmp_path, "", "dusk.toml")
    written(tmp_path, "nonsense", "notes.txt")
    written(tmp_path, "", "ink.toml")
    themes, problems = user_themes(tmp_path)
    assert [theme.name for theme in themes] == ["dawn", "dusk"]
    assert [Path(problem.path).name for problem in problems] == ["broken.toml", "ink.toml"]


def test_no_folder_is_no_themes(tmp_path: Path) -> None:
    assert user_themes(tmp_path / "absent") == ((), ())


def test_weak_text_is_found_and_said(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, "[styles]\ncredit = { foreground = '#333' }\n"))
    weak = weak_pairs(theme)
    assert {pair.text for pair in weak} == {"credit"}
    assert str(weak[0]).startswith("credit on background has a contrast of 1.")


@given(st.text(max_size=200))
def test_any_text_is_a_theme_or_a_theme_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "any.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        assert load_theme(path).name == "any"
    except ThemeError as error:
        assert error.path == str(path)


def test_the_line_of_a_key() -> None:
    text = "a = 1\n[b]\nc = 2\n[b.d]\ne = { f = 1 }\n"
    assert line_of(("b", "c"), text) == 3
    assert line_of(("b", "d", "e", "f"), text) == 5
    assert line_of(("b", "x"), text) == 2
    assert line_of(("z",), text) == 0
