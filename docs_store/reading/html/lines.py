"""The lines that a page breaks a stretch of its text into: verses, addresses, team sheets; not where it only wraps."""

from __future__ import annotations

from typing import Final

from docs_store.reading.html.page import squeezed

BREAK: Final = "\x0b"
"""Stands for a line's end in a stretch of text until its lines are told apart; no page's text has it."""
_WRAPPED: Final = 50
"""Code points from which a line may have ended because it was full."""
_ENDS: Final = '.!?:;…"”»)]'


def own_lines(text: str) -> list[str]:
    """Return the lines of `text`, none empty: what `BREAK` parts, but where a full line runs on into the next."""
    found: list[str] = []
    for line in filter(None, map(squeezed, text.split(BREAK))):
        if found and _runs_on(found[-1], line):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _runs_on(line: str, after: str) -> bool:
    return len(line) >= _WRAPPED and line[-1] not in _ENDS and (after[0].islower() or line[-1] in ",-–")
