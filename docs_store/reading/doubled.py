"""Lines that say the same twice: dumps have what a picture is to who sees none, and then its caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_SHORTEST: Final = 20
_LONGEST: Final = 1_500
"""Code points of what a line says twice, and of a line that may."""


def parted(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, those that say the same again as two: "The ferry at its pier The ferry at its pier."."""
    for line in lines:
        first, rest = "", line
        while at := _second(rest) if 2 * _SHORTEST < len(rest) <= _LONGEST else 0:
            first, rest = rest[:at].rstrip(), rest[at:]
        if first:
            yield first
        yield rest


def _second(line: str) -> int:
    """Return where a line begins to say again what stands before that, 0 where it does not."""
    at = line.find(line[:_SHORTEST], _SHORTEST)
    said = line[:at].rstrip(" .") if at > 0 else ""
    end = at + len(said)
    is_again = bool(said) and line[at - 1] == " " and line.startswith(said, at)
    return at if is_again and not line[end : end + 1].isalnum() else 0
