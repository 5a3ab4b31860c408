"""No string reaches a call that would parse it as markup: a rule on the source, since one slip would do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parents[2] / "tui"
PARSERS = {"from_markup", "from_ansi", "render_markup", "to_content"}
"""Calls that parse markup by their nature."""
WIDGETS = {"Static", "Label", "Button", "Collapsible", "Markdown", "Rule", "TabPane", "OptionList", "notify"}
"""Calls that parse a string given to them, unless told `markup=False`."""
FINISHED = {"Content", "Text", "assemble", "styled", "Strip"}
"""What is no string any more."""


def violations(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        told = {word.arg: word.value for word in node.keywords}
        markup = told.get("markup")
        if (name in PARSERS and not _is_of_a_colour(node.func)) or (
            isinstance(markup, ast.Constant) and markup.value is True
        ):
            yield f"{node.lineno}: {name} parses markup"
        elif name in WIDGETS and not (isinstance(markup, ast.Constant) and markup.value is False):
            yield from (f"{node.lineno}: {name} would parse its text" for text in node.args[:1] if not _harmless(text))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_of_a_colour(function: ast.expr) -> bool:
    """`Color.from_ansi` takes the number of a colour."""
    return isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "Color"


def _harmless(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Constant):
        return True
    return isinstance(argument, ast.Call) and _name(argument.func) in FINISHED


@pytest.mark.parametrize("file", sorted(TUI.rglob("*.py")), ids=lambda file: str(file.relative_to(TUI)))
def test_no_text_is_parsed_as_markup(file: Path) -> None:
    assert list(violations(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "slip",
    [
        "Static(article.title)",
        "self.notify(f'read {title}')",
        "Text.from_markup('[b]')",
        "widgets.Label(name, markup=True)",
        "console.print(name, markup=True)",
    ],
)
def test_a_slip_is_seen(slip: str) -> None:
    assert list(violations(slip))


@pytest.mark.parametrize(
    "fine", ["Static(Content(title))", "notify(words, markup=False)", "Static('ours')", "Static()"]
)
def test_what_is_fine_is_let_pass(fine: str) -> None:
    assert not list(violations(fine))
