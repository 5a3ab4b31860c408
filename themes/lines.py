"""Where in a TOML file a key stands. The parser forgets it, and an error should say."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[+([^\[\]]*)\]")
_KEY = re.compile(r"""\s*([\w\s."'-]+?)\s*=""")


def line_of(path: tuple[str, ...], text: str) -> int:
    """Return the line, from 1, of the key at `path`, or of the nearest table around it; 0 where there is neither.

    Keys of an inline table stand on the line where it begins.
    """
    best, best_depth = 0, 0
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = here = _parts(header[1])
        elif key := _KEY.match(line):
            here = table + _parts(key[1])
        else:
            continue
        if len(here) > best_depth and here == path[: len(here)]:
            best, best_depth = number, len(here)
    return best


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
