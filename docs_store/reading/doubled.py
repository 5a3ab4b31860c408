"""Lines that say the same twice: dumps have what a picture is to who sees none, and then its caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_SHORTEST: Final = 20
_LONGEST: Final = 1_500
"""Code points of what a line says twice, and of a line that may."""

_MOST: Final = 3
"""Times that it says so."""
_QUOTES: Final = "\"'“„«»‘"


def parted(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, those that say the same again as two: "The ferry at its pier The ferry at its pier.".

    What is said more often is a chant or a refrain, and so is what is quoted.
    """
    for line in lines:
        ends = [0]
        while at := _second(line[ends[-1] :]) if 2 * _SHORTEST < len(line) - ends[-1] <= _LONGEST else 0:
            ends.append(ends[-1] + at)
        if 1 < len(ends) <= _MOST:
            yield line[ends[-2] : ends[-1]].rstrip()
            yield line[ends[-1] :]
        else:
            yield line


def _second(line: str) -> int:
    """Return where a line begins to say again what stands before that, 0 where it does not."""
    if line[0] in _QUOTES:
        return 0
    at = line.find(line[:_SHORTEST], _SHORTEST)
    said = line[:at].rstrip(" .") if at > 0 else ""
    end = at + len(said)
    is_again = bool(said) and line[at - 1] == " " and line.startswith(said, at)
    return at if is_again and not line[end : end + 1].isalnum() else 0
