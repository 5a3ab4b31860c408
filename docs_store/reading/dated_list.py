"""A list of other articles under the text, told by what each of its entries has: a title, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docs_store.reading.byline_dates import is_age
from docs_store.reading.lines import Line, is_sentence

_FEWEST: Final = 3
"""Entries that make a list."""
_APART: Final = 4
"""Lines from one entry's date to the next one's."""
_TEXT_BEFORE: Final = 0.6
"""Of a page's code points in sentences: as much stands before the list; a live blog has its dates all over."""
_LONGEST_STAMP: Final = 90
_ABOVE: Final = 2
"""Lines of an entry over its date: its section and its title."""
_BELOW: Final = 2
"""Lines of the last entry under its date."""
_TEXT: Final = 100
"""Code points of a sentence that is no entry's."""

_STAMP = re.compile(
    r"""(?x)(?:[^\W\d_][\w'’.&-]*\s){0,4}(?:[•·|,–—-]\s)?(?:
    \d{1,2}\.?\s[^\W\d_]{3,9}\.?\s(?:20)?\d\d            # Comment 04 NOV 25
    |(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:\s?\d{1,2}[:時]\d\d分?)?
    |\d{1,2}[./]\d{1,2}[./](?:20)?\d\d(?:,?\s\d{1,2}[:.]\d\d)?(?:\s\d{1,3}\smin)?
    )"""
)


def find_dated_list(lines: Sequence[Line]) -> range:
    """Return where such a list stands; an empty range at the end of the lines where there is none."""
    stamps = [at for at, line in enumerate(lines) if _is_stamp(line)]
    none = range(len(lines), len(lines))
    if len(stamps) < _FEWEST:
        return none
    chains = [[stamps[0]]]
    for at in stamps[1:]:
        if at - chains[-1][-1] > _APART:
            chains.append([])
        chains[-1].append(at)
    told = [len(line.text) if is_sentence(line.text) else 0 for line in lines]
    for chain in chains:
        begins = _entry(lines, chain[0])
        if len(chain) >= _FEWEST and sum(told[:begins]) >= _TEXT_BEFORE * sum(told):
            return range(begins, _end(lines, chain[-1]))
    return none


def _end(lines: Sequence[Line], stamp: int) -> int:
    """Return where the list ends whose last date is at `stamp`."""
    below = range(stamp + 1, min(stamp + _BELOW + 1, len(lines)))
    return next((at for at in below if _is_text(lines[at])), below.stop)


def _is_stamp(line: Line) -> bool:
    """Tell whether a line says when something was published, and who wrote it or what it is at most.

    A day with a colon stands before what happened then.
    """
    if line.width > _LONGEST_STAMP or is_sentence(line.text) or line.text.endswith((":", "：")):
        return False
    return bool((line.byline and line.byline.published) or _STAMP.fullmatch(line.text.strip()) or is_age(line.text))


def _entry(lines: Sequence[Line], stamp: int) -> int:
    """Return where the entry begins whose date is at `stamp`."""
    begins = stamp
    while begins > max(0, stamp - _ABOVE) and not _is_text(lines[begins - 1]):
        begins -= 1
    return begins


def _is_text(line: Line) -> bool:
    return len(line.text) >= _TEXT and is_sentence(line.text)
