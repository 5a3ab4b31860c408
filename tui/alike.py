"""What stands for characters that the terminal's encoding does not have: letters like them, of as many cells.

In a locale of Latin-1, say, a line of the screen keeps its columns, and nothing that is printed fails.
"""

from __future__ import annotations

import codecs
import sys
from typing import Final, TextIO

ALIKE: Final = "broadsheet.alike"
"""The name by which `codecs` knows how characters are replaced."""

_LIKE: Final = str.maketrans(
    {
        **dict.fromkeys("▏▕▐│┃", "|"),
        **dict.fromkeys("▌▶►›→", ">"),
        **dict.fromkeys("◀◄‹←", "<"),
        **dict.fromkeys("─━‐‑‒–—―−", "-"),
        **dict.fromkeys("▁▂▃", "_"),
        **dict.fromkeys("▀▄▅▆▇█", "#"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‘’‚′", "'"),
        **dict.fromkeys("•·●", "*"),
        "…": ".",
        "↑": "^",
        "↓": "v",
    }
)


def print_alike() -> None:
    """Have what is printed replaced where standard output or error cannot say it."""
    for stream in (sys.stdout, sys.stderr):
        if not says_all(stream) and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors_for(stream.encoding))


def errors_for(encoding: str) -> str:
    """Return how `str.encode` is to treat what `encoding` does not have."""
    if codecs.lookup(encoding).name == "utf-8":
        return "replace"
    codecs.register_error(ALIKE, _replace)
    return ALIKE


def says_all(stream: TextIO) -> bool:
    """Return whether a stream can say every character."""
    return stream is None or not stream.encoding or codecs.lookup(stream.encoding).name == "utf-8"


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_alike, error.object[error.start : error.end])), error.end


def _alike(character: str) -> str:
    import unicodedata

    from rich.cells import cell_len

    like = character.translate(_LIKE)
    cells = cell_len(character)
    if not like.isascii():
        like = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return like if like and len(like) == cells else "?" * cells
