"""What stands between marks in a text, nested or not, found in one pass and put otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_DEEPEST: Final = 60
"""Pairs of marks within each other; deeper ones are text."""


def between(text: str, opening: str, closing: str, put: Callable[[str], str]) -> str:
    """Return `text` with `put` of what stands after each opening, up to the next closing or the end."""
    kept, at = [], 0
    while (start := text.find(opening, at)) >= 0:
        end = text.find(closing, start)
        kept += [text[at:start], put(text[start + len(opening) : end if end >= 0 else None])]
        at = end + len(closing) if end >= 0 else len(text)
    return "".join((*kept, text[at:]))


def within(text: str, opening: re.Pattern[str], put: Callable[[str], str]) -> str:
    """Return `text` with `put` of what stands in each element, by the tags that `opening` (with its `name`) matches.

    One without an end is but a tag, and left out.
    """
    kept, at, endless = [], 0, set[str]()
    lower = text.lower() if len(text.lower()) == len(text) else text
    for tag in opening.finditer(text):
        if tag.start() < at:
            continue
        closing = f"</{tag['name'].lower()}"
        is_empty = tag[0].endswith("/>") or closing in endless
        end = -1 if is_empty else lower.find(closing, tag.end())
        kept.append(text[at : tag.start()])
        at = tag.end()
        if end >= 0:
            kept.append(put(text[at:end]))
            at = text.find(">", end) + 1 or len(text)
        elif not is_empty:
            endless.add(closing)
    return "".join((*kept, text[at:]))


def matched(text: str, opening: str, closing: str, put: Callable[[str], str]) -> str:
    """Return `text` with `put` of what stands between each opening and its own closing, the inner ones first."""
    levels: list[list[str]] = [[]]
    for piece in re.split(f"({re.escape(opening)}|{re.escape(closing)})", text):
        if piece == opening and len(levels) <= _DEEPEST:
            levels.append([])
        elif piece == closing and len(levels) > 1:
            inner = "".join(levels.pop())
            levels[-1].append(put(inner))
        else:
            levels[-1].append(piece)
    while len(levels) > 1:  # those that nobody closed are text
        inner = "".join(levels.pop())
        levels[-1] += [opening, inner]
    return "".join(levels[0])
