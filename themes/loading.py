"""From a TOML file to a theme, checked whole: a mistake is named by file, line, and the nearest thing that is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import tomli
from msgspec import Struct
from msgspec.structs import replace

from themes.model import ANSI_COLOURS, COLOURS, ENTITIES, STYLES, Style, Theme, is_colour

DEFAULT: Final = "ink"
"""The built-in theme that says everything; a theme is based on it where it names no other."""

_BUILTIN: Final = (DEFAULT, "paper", "sepia", "high-contrast", "terminal", "mono")

_LARGEST_FILE: Final = 64 * 1024
"""Bytes; a complete theme has about two thousand."""

_LONGEST_DESCRIPTION: Final = 100

_NAME = re.compile(r"[\w-]{1,40}")

KeyPath: TypeAlias = tuple[str, ...]


class ThemeError(Exception):
    """A theme that cannot be used.

    `path` names the file, `line` counts from 1 (0 where no line is to blame), `problem` is a sentence with its remedy.
    """

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


class Themes(Mapping[str, Theme]):
    """Themes by name: Broadsheet's own, the default first, and `others`. Its own are read when they are asked for."""

    def __init__(self, others: Iterable[Theme] = ()) -> None:
        self._others = {theme.name: theme for theme in others}

    def __getitem__(self, name: str) -> Theme:
        """Return the theme of that name. Raises `KeyError`."""
        return _builtin(name) if name in _BUILTIN else self._others[name]

    def __iter__(self) -> Iterator[str]:
        yield from _BUILTIN
        yield from self._others

    def __len__(self) -> int:
        return len(_BUILTIN) + len(self._others)


def user_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[ThemeError, ...]]:
    """Return the themes in `folder`, by name, and what is wrong with those that cannot be used.

    A bad theme costs its own problem, not the others. A folder that is not there has no themes.
    """
    themes, problems = [], []
    for path in sorted(folder.glob("*.toml")):
        if path.stem in _BUILTIN:
            problems.append(
                ThemeError(str(path), f"{path.stem} is a theme of Broadsheet's own; give the file another name")
            )
            continue
        try:
            themes.append(load_theme(path))
        except ThemeError as error:
            problems.append(error)
    return tuple(themes), tuple(problems)


@cache
def _builtin(name: str) -> Theme:
    file = Path(__file__).with_name(f"{name}.toml")
    text = file.read_text("utf-8")
    return _parse(text, str(file), name, _bare() if name == DEFAULT else None)


def _bare() -> Theme:
    """Return what the default theme is written on: nothing but what a theme must have to be one."""
    colours: dict[str, Any] = dict.fromkeys(COLOURS, "ansi_default")
    styles: dict[str, Any] = dict.fromkeys(STYLES, Style())
    return Theme(
        name="bare",
        description="",
        dark=True,
        person=Style(underline=True),
        organisation=Style(bold=True),
        place=Style(italic=True),
        event=Style(bold=True, underline=True),
        other=Style(italic=True, underline=True),
        **colours,
        **styles,
    )


def _parse(text: str, path: str, name: str, base: Theme | None = None) -> Theme:
    if not _NAME.fullmatch(name):
        raise ThemeError(path, "a theme is named as its file: use letters, digits, - and _, at most 40")
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ThemeError(path, f"not valid TOML: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise ThemeError(path, "not a theme: its values are nested too deep") from error
    return _Reader(path, text).theme(table, name, base)


class _Reader(Struct, frozen=True):
    """Reads one theme file; holds what its errors need to say where."""

    path: str
    text: str

    def theme(self, table: Mapping[str, object], name: str, base: Theme | None) -> Theme:
        self.check_keys(table, ("based_on", "description", "dark", "colours", "styles", "entities"), ())
        if base is None:
            base = self.base(table)
        changes: dict[str, Any] = {"name": name}
        if "description" in table:
            changes["description"] = self.description(table["description"])
        if "dark" in table:
            changes["dark"] = self.flag(table["dark"], ("dark",))
        colours = self.table(table, ("colours",), COLOURS)
        changes |= {key: self.colour(value, ("colours", key)) for key, value in colours.items()}
        for section, known in (("styles", STYLES), ("entities", ENTITIES)):
            for key in self.table(table, (section,), known):
                changes[key] = self.style(self.table(table, (section, key), _TRAITS), (section, key), base)
        try:
            return replace(base, **changes)
        except ValueError as error:
            raise self.error(str(error), ("entities",)) from error

    def base(self, table: Mapping[str, object]) -> Theme:
        name = table.get("based_on", DEFAULT)
        if name not in _BUILTIN:
            raise self.error(f"based_on must be one of {', '.join(_BUILTIN)}, not {name!r}", ("based_on",))
        return _builtin(str(name))

    def table(self, table: Mapping[str, object], at: KeyPath, known: Sequence[str]) -> Mapping[str, object]:
        found: object = table
        for key in at:
            found = found.get(key, {}) if isinstance(found, dict) else {}
        if not isinstance(found, dict):
            raise self.error(f"{'.'.join(at)} must be a table of {', '.join(known)}, not {found!r}", at)
        self.check_keys(found, known, at)
        return found

    def style(self, traits: Mapping[str, object], at: KeyPath, base: Theme) -> Style:
        changes: dict[str, Any] = {
            key: self.colour(value, (*at, key)) if key in ("foreground", "background") else self.flag(value, (*at, key))
            for key, value in traits.items()
        }
        style: Style = getattr(base, at[-1])
        return replace(style, **changes)

    def colour(self, value: object, at: KeyPath) -> str:
        if isinstance(value, str) and is_colour(value):
            return value
        hint = _nearest(value, ANSI_COLOURS) if isinstance(value, str) and value.startswith("ansi") else ""
        raise self.error(f"{at[-1]} must be #rgb, #rrggbb or a colour like ansi_blue, not {value!r}{hint}", at)

    def flag(self, value: object, at: KeyPath) -> bool:
        if isinstance(value, bool):
            return value
        raise self.error(f"{at[-1]} must be true or false, not {value!r}", at)

    def description(self, value: object) -> str:
        if isinstance(value, str) and value.isprintable() and len(value) <= _LONGEST_DESCRIPTION:
            return value
        raise self.error(f"description must be one line of at most {_LONGEST_DESCRIPTION} letters", ("description",))

    def check_keys(self, table: Mapping[str, object], known: Sequence[str], at: KeyPath) -> None:
        for key in table:
            if key not in known:
                within = f" in {'.'.join(at)}" if at else ""
                hint = _nearest(key, known) or f"; known are {', '.join(known)}"
                raise self.error(f"unknown key {key!r}{within}{hint}", (*at, key))

    def error(self, problem: str, at: KeyPath) -> ThemeError:
        from themes.lines import line_of

        return ThemeError(self.path, problem, line_of(at, self.text))


_TRAITS: Final = Style.__struct_fields__


def _nearest(word: str, known: Sequence[str]) -> str:
    """Return "; did you mean …?" where a known word is near, else ""."""
    from rapidfuzz import process  # needed only where something is wrong

    found = process.extractOne(word, known, score_cutoff=60)
    return f"; did you mean {found[0]!r}?" if found else ""
