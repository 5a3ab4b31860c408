"""From a TOML file to a theme, checked whole: a mistake is named by file, line, and the nearest thing that is right."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import tomli

from themes.model import ANSI_COLOURS, COLOURS, ENTITIES, STYLES, Style, Theme, is_colour

ROOT: Final = "ink"
"""The built-in theme that says everything, and that others are based on where they name none."""

_BUILTIN: Final = (ROOT, "paper", "sepia", "high-contrast", "terminal", "mono")

_LARGEST_FILE: Final = 64 * 1024
"""Bytes; a complete theme has about two thousand."""

_LONGEST_DESCRIPTION: Final = 100

_NAME = re.compile(r"[\w-]{1,40}")
_HEADER = re.compile(r"\[([^\[\]]+)\]")
_KEY = re.compile(r"([^=#]+)=")

Path_ = tuple[str, ...]


class ThemeError(Exception):
    """A theme that cannot be used. `path` names the file, `line` counts from 1 (0: no line), `problem` is a sentence."""

    def __init__(self, path: str, problem: str, line: int = 0) -> None:
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")
        self.path = path
        self.problem = problem
        self.line = line


def load_theme(path: Path) -> Theme:
    """Return the theme in the file at `path`, named as the file is. Raises `ThemeError`."""
    shown = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise ThemeError(shown, f"cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST_FILE:
        raise ThemeError(shown, f"is over {_LARGEST_FILE // 1024} kB, too large for a theme")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ThemeError(shown, "is not UTF-8 text; save it as UTF-8") from error
    return _parse(text, shown, path.stem)


@cache
def builtin_themes() -> tuple[Theme, ...]:
    """Return the themes that come with Broadsheet, the default first."""
    return tuple(_builtin(name) for name in _BUILTIN)


def user_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[ThemeError, ...]]:
    """Return the themes in `folder` by name, and what is wrong with those that cannot be used.

    A bad theme costs its own problem, not the others. A folder that is not there has no themes.
    """
    themes, problems = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            themes.append(load_theme(path))
        except ThemeError as error:
            problems.append(error)
    return tuple(themes), tuple(problems)


@cache
def _builtin(name: str) -> Theme:
    file = files("themes") / f"{name}.toml"
    return _parse(file.read_text("utf-8"), str(file), name)


def _parse(text: str, path: str, name: str) -> Theme:
    if not _NAME.fullmatch(name):
        raise ThemeError(path, "a theme is named as its file: use letters, digits, - and _, at most 40")
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ThemeError(path, f"not valid TOML: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise ThemeError(path, "not a theme: nested too deep") from error
    return _Reader(path, text).theme(table, name)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the parts of one theme file; holds what its errors need to say where."""

    path: str
    text: str

    def theme(self, table: Mapping[str, object], name: str) -> Theme:
        self.check_keys(table, ("based_on", "description", "dark", "colours", "styles", "entities"), ())
        base = self.base(table, name)
        if base is None:
            return self.whole(table, name)
        colours = self.colours(table)
        styles = self.styles(table, "styles", STYLES, base) | self.styles(table, "entities", ENTITIES, base)
        description = self.description(table, base.description)
        dark = self.flag(table, ("dark",), base.dark)
        return self.checked(replace, base, name=name, description=description, dark=dark, **colours, **styles)

    def whole(self, table: Mapping[str, object], name: str) -> Theme:
        raise NotImplementedError
