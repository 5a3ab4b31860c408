"""The moments in scraped text that the entries of a live blog begin with; elsewhere a bare time is a player's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_FEWEST: Final = 3
"""Entries of which a live blog has at least as many."""
_NEAR: Final = 3
"""Lines under a moment among which its entry tells something: a heading may stand between."""
_SHORTEST: Final = 60
_LONGEST_HEADING: Final = 110
"""Code points of what tells something, and of the heading over it."""

_CLOCK = re.compile(r"(?i)\W*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|h|(?-i:[A-Z]{2,4})))?\W*")
_TELLS = re.compile(r"[.!?…。！？][\"”’»)\]」』]*$")


def with_moments(texts: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return the lines of a page, each moment of a live blog with its entry's heading, and where the moments stand."""
    found = [at for at, text in enumerate(texts) if _CLOCK.fullmatch(text) and _begins_entry(texts, at)]
    if len(found) < _FEWEST:
        return list(texts), frozenset()
    moments, joined = set(found), list[str]()
    places = set[int]()
    at = 0
    while at < len(texts):
        text = texts[at]
        if at in moments:
            places.add(len(joined))
            if _is_heading(texts[at + 1]):
                at += 1
                text = f"{text} {texts[at]}"
        joined.append(text)
        at += 1
    return joined, frozenset(places)


def _begins_entry(texts: Sequence[str], at: int) -> bool:
    """Tell whether something is told under a moment, before the next one."""
    for text in texts[at + 1 : at + 1 + _NEAR]:
        if _CLOCK.fullmatch(text):
            return False
        if len(text) >= _SHORTEST and _TELLS.search(text):
            return True
    return False


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not _TELLS.search(text)
