"""The configuration: flag over environment over file over default. A value passed in, never a global."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import tomli
from msgspec import Struct
from msgspec.structs import replace

from themes.lines import line_of
from tui.graphics import AUTO, WISHES
from tui.typeset import DEFAULT_MEASURE, MEASURES


class ConfigError(Exception):
    """A setting that cannot be used: file, line, and the remedy."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")


class Config(Struct, frozen=True):
    """Every setting and its default."""

    theme: str = ""
    """The colour theme's name; "" for the one chosen last, else ink."""
    measure: int = 0
    """Columns of running text, 40 to 120; 0 for the one chosen last, else 72."""
    archive: str = ""
    """The archive opened where none is named; "" for the last one."""
    remember_positions: bool = True
    """Whether articles reopen where they were left."""
    pipe: bool = True
    """Whether `|` runs commands of the reader's: not where the archive is served to others."""
    pictures: str = AUTO
    """How pictures are drawn: one of `WISHES`."""

    @property
    def columns(self) -> int:
        """The measure to begin with."""
        return self.measure or DEFAULT_MEASURE


SETTING_HELP: Final = {
    "theme": "colour theme: broadsheet themes lists them",
    "measure": "columns of running text, 40 to 120; 0 for the last one chosen",
    "archive": "the archive to open where none is named",
    "remember_positions": "reopen articles where they were left",
    "pipe": "let readers pipe articles into commands; false where others are served, who get no shell",
    "pictures": f"how pictures are drawn: {', '.join(WISHES)}",
}
"""What each setting means."""

_ENVIRONMENT: Final = {
    "theme": "BROADSHEET_THEME", "measure": "BROADSHEET_MEASURE", "archive": "BROADSHEET_ARCHIVE",
    "pictures": "BROADSHEET_PICTURES",
}  # fmt: skip


def load_config(path: Path, environ: Mapping[str, str] = os.environ) -> Config:
    """Return the configuration in the file at `path`, overlaid by the environment. Raises `ConfigError`."""
    config = _from_file(path) if path.is_file() else Config()
    for name, variable in _ENVIRONMENT.items():
        if text := environ.get(variable, ""):
            value: object = text
            if name == "measure":
                if not text.isdecimal():
                    raise ConfigError(variable, f"{text!r} is no number of columns; use {MEASURES[0]} to {MEASURES[1]}")
                value = int(text)
            config = _with(config, name, value, variable)
    return config


def _from_file(path: Path) -> Config:
    try:
        text = path.read_text("utf-8")
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ConfigError(str(path), f"not valid TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"cannot be read: {error}") from error
    config = Config()
    for name, value in table.items():
        config = _with(config, name, value, f"{path}:{line_of((name,), text)}")
    return config


def _with(config: Config, name: str, value: object, where: str) -> Config:
    known = dict.fromkeys(Config.__struct_fields__)
    if name not in known:
        raise ConfigError(where, f"unknown setting {name!r}{nearest(name, known)}")
    wanted = type(getattr(Config(), name))
    if type(value) is not wanted:
        raise ConfigError(where, f"{name} must be {_KINDS[wanted]}, not {value!r}")
    if isinstance(value, int) and name == "measure" and value and not MEASURES[0] <= value <= MEASURES[1]:
        raise ConfigError(where, f"measure must be {MEASURES[0]} to {MEASURES[1]}, not {value}")
    if name == "pictures" and value not in WISHES:
        raise ConfigError(where, f"pictures must be one of {', '.join(WISHES)}, not {value!r}")
    return replace(config, **{name: value})


_KINDS: Final[Mapping[type, str]] = {str: "a string", int: "a whole number", bool: "true or false"}


_NEAR: Final = 65
"""Percent that a name has to be like a known one: below, "bookmarks" is like "foo"."""


def nearest(name: str, known: Mapping[str, object], *, else_all: bool = True) -> str:
    """Return "; did you mean …?" where a known name is near, else the known names, or nothing."""
    from rapidfuzz import process

    found = process.extractOne(name, list(known), score_cutoff=_NEAR)
    if found:
        return f"; did you mean {found[0]!r}?"
    return f"; known are {', '.join(known)}" if else_all else ""


def as_toml(config: Config) -> str:
    """Return the configuration as a file would hold it, each setting with what it means."""
    values = {name: _value(getattr(config, name)) for name in config.__struct_fields__}
    return "".join(f"{name} = {value}  # {SETTING_HELP[name]}\n" for name, value in values.items())


def _value(value: object) -> str:
    """Return a value as TOML has it: as JSON has it, but for DEL, which TOML lets stand in no string."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
