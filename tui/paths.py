"""Paths as one types them: what a path can go on with."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import Final

from docs_store import clean

_LOOKED_AT: Final = 20_000
"""Entries of a folder that are looked at."""


def typed_path(typed: str) -> Path:
    """Return the path that is meant: "~" is one's own folder, and what is relative begins where one is."""
    try:
        return Path(typed).expanduser().absolute()
    except RuntimeError:  # "~nobody"
        return Path(typed).absolute()


def continued(typed: str, limit: int) -> tuple[str, ...]:
    """Return how a path can go on, in order, at most `limit` ways. Folders end with a separator.

    Hidden ones are there for who types their dot. What cannot be typed, for control characters in its name, is not.
    """
    begun, _, part = typed.rpartition(os.sep)
    begun += os.sep if os.sep in typed else ""
    if typed == "~":
        return (f"~{os.sep}",)
    found: list[str] = []
    try:
        with os.scandir(typed_path(begun) if begun else Path()) as entries:
            for entry in islice(entries, _LOOKED_AT):
                name = entry.name
                shown = name.startswith(part) and (part.startswith(".") or not name.startswith("."))
                if shown and clean(name) == name:
                    found.append(begun + name + (os.sep if entry.is_dir() else ""))
    except (OSError, ValueError):
        return ()
    return tuple(sorted(found, key=str.casefold)[:limit])


def common_start(paths: tuple[str, ...]) -> str:
    """Return what all of `paths` begin with."""
    return os.path.commonprefix(paths)  # noqa: RUF071 - character by character is what one types
