"""From lines to paragraphs: text comes a paragraph a line, or wrapped, with blank or indented lines between.

Wrapped text gives itself away: lines end because the next word did not fit, or in the middle of a sentence. These two
tests decide, not a width.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from docs_store.reading.boilerplate import furniture
from docs_store.reading.fragments import joined

_OTHER_LINE_ENDS: Final = "\r\x0b\x0c\x85\u2028\u2029"
_LINE_ENDS = re.compile(f"\r\n|[{_OTHER_LINE_ENDS}]")
_WIDEST_WRAP: Final = 120
_NARROWEST_WRAP: Final = 30
"""Columns; nobody wraps text wider, and what is cut shorter was cut at its links."""
_WRAPPED_SHARE: Final = 0.5
"""Share of line ends where the next word did not fit, from which a text counts as wrapped (the rest are paragraph ends
without a blank line, and tables)."""
_BROKEN_SHARE: Final = 0.3
"""Share of line ends inside a sentence from which a text counts as wrapped, be it by hand."""
_FULL_SHARE: Final = 0.8
"""Share of the sentences cut by line ends, or of the long lines of a script without spaces, where the next word did not
fit, from which a page is wrapped whatever else stands there."""
_LEAST_FULL: Final = 4
"""Line ends that can show that."""
_EXACT_SHARE: Final = 0.9
"""The same from which a program has wrapped the text, and no line is ended where the next word would have fitted."""
_LEAST_EXACT: Final = 10
_SLACK: Final = 0.85
"""Of the width: a line shorter than this, next word included, was ended by its author, not by the wrapping."""
_LONGEST_BUTTON: Final = 30
"""Code points of a button in small letters: "hide caption"."""
_SLIP_SHARE: Final = 0.2
_STOPS: Final = ".!?:;…"
_BULLET = re.compile(r"\s*[•▪►‣◦●○*]\s+|\s+[-+–]\s+|\s+\d{1,2}[.)]\s+")
_WIDE_SCRIPT = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")


def paragraphs(text: str, *, has_headline: bool = True) -> list[str]:
    """Return the paragraphs of `text`, none empty, wrapped lines joined. Linear in its length.

    Where its headline is known to stand elsewhere, a short first line is none: a dateline was taken off before it.
    """
    if any(end in text for end in _OTHER_LINE_ENDS):  # rare, and looking at each character costs 30 ns
        text = _LINE_ENDS.sub("\n", text)
    lines = [line.rstrip() for line in text.split("\n")]
    margin = _margin(lines) if any(line[:1].isspace() for line in lines) else 0
    width, wrapped = _wrap_width(lines, margin)
    if not width:
        return joined([line.strip() for line in lines if line.strip()])
    indents = Counter(_indent(line) for line in lines if line)
    # One space before a line is a paragraph's sign where it is rare, and the wrapping's slip where it is common.
    least = 1 if indents[margin + 1] < indents.total() * _SLIP_SHARE else 2
    is_set_in = _sets_in(lines, margin)
    opening = next((line for line in lines if line), "")
    runs_on = not has_headline and _runs_on(lines[lines.index(opening) :], wrapped)
    found: list[list[str]] = []
    previous = ""
    for line in lines:
        continues = _continues(previous, line, wrapped) if line and previous else False
        if (continues or (runs_on and previous is opening)) and not (
            _BULLET.match(line) or _indent(line) - (_text_at(previous) if is_set_in else margin) >= least
        ):
            found[-1].append(line.strip())
        elif line:
            found.append([line.strip()])
        previous = line
    return [_join(parts) for parts in found]


def _margin(lines: list[str]) -> int:
    """Return the columns before all lines; one that stands alone may begin further left, as headings do (`lynx`)."""
    indents = [_indent(each) for line, after in pairwise(lines) if line and after for each in (line, after)]
    return min(indents or map(_indent, filter(None, lines)), default=0)


def _wrap_width(lines: list[str], margin: int) -> tuple[int, int]:
    """Return the width in columns at which `lines` were wrapped, or 0 where they were not, and its least.

    A line that is shorter than that, next word included, was ended by its author.
    """
    width, is_exact = _broken_width(lines)
    width = width or _common_width(lines, margin)
    return width, width if is_exact else round(width * _SLACK)


def _broken_width(lines: list[str]) -> tuple[int, bool]:
    """Return the width at which sentences are cut, be they among menus and tables that nothing has wrapped, or 0.

    And whether every sentence is cut where the next word did not fit: then a shorter line was ended by its author.
    """
    broken = [(line, after) for line, after in pairwise(lines) if line and after and _is_broken(line, after)]
    if len(broken) < _LEAST_FULL:
        return 0, False
    width = _most(_columns(line) for line, _ in broken)
    full = sum(_is_full(line, after, width) for line, after in broken)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or full < len(broken) * _FULL_SHARE:
        return 0, False
    return width, len(broken) >= _LEAST_EXACT and full >= len(broken) * _EXACT_SHARE


def _common_width(lines: list[str], margin: int) -> int:
    """Return the width that most line ends show, of whatever lines, or 0."""
    # A long URL says nothing about the width.
    worded = [_columns(line) for line in lines if " " in line.strip() or _WIDE_SCRIPT.match(line.strip())]
    if not worded:
        return 0
    # Lines without spaces are cut exactly: one that is longer than the others was not wrapped, and no URL either.
    is_wide = bool(_WIDE_SCRIPT.match(max(lines, key=len).strip()))
    width = max(worded) if is_wide else _most(worded)
    if width > (2 * _WIDEST_WRAP if is_wide else _WIDEST_WRAP):
        return 0
    ends = full = broken = long = 0
    for line, after in pairwise(lines):
        if line and after and (not after[0].isspace() or _indent(after) == margin):
            ends += 1
            long += _columns(line) >= width * _SLACK
            full += _is_full(line, after, width)
            broken += _is_broken(line, after)
    if is_wide and full >= max(_LEAST_FULL, long * _FULL_SHARE):
        return width
    is_wrapped = (full >= 2 and full >= ends * _WRAPPED_SHARE) or (broken and broken >= ends * _BROKEN_SHARE)
    return width if is_wrapped else 0


def _most(widths: Iterable[int]) -> int:
    """Return the width that all but one in fifty do not exceed."""
    found = sorted(widths)
    return found[(len(found) - 1) * 49 // 50]


def _columns(line: str) -> int:
    return len(line) if line.isascii() else len(line) + len(_WIDE_SCRIPT.findall(line))


def _continues(line: str, after: str, width: int) -> bool:
    return _is_full(line, after, width) or _is_broken(line, after)


def _runs_on(lines: list[str], width: int) -> bool:
    """Tell whether the second line, which the wrapping has ended, goes on with the first."""
    if len(lines) < 3 or not all(lines[:3]) or lines[0][-1] in _STOPS:
        return False
    return _is_full(lines[1], lines[2], width)


def _sets_in(lines: list[str], margin: int) -> bool:
    """Tell whether paragraphs and items stand further in as a whole, and not each with its first line alone."""
    cuts = [
        (_text_at(line), _indent(after))
        for line, after in pairwise(lines)
        if line and after and _text_at(line) > margin and _is_broken(line, after)
    ]
    return sum(first == second for first, second in cuts) > sum(first > second for first, second in cuts)


def _text_at(line: str) -> int:
    """Return how far in the text of a line stands, behind its bullet where it has one."""
    bullet = _BULLET.match(line)
    return bullet.end() if bullet else _indent(line)


def _is_broken(line: str, after: str) -> bool:
    """Tell whether a sentence runs on from `line` to `after`, in scripts with capitals."""
    if line[-1] in _STOPS or not after.lstrip()[0].islower():
        return False
    return len(after) > _LONGEST_BUTTON or not furniture(after.strip())


def _is_full(line: str, after: str, width: int) -> bool:
    word = after.split(None, 1)[0]
    return (
        _columns(line) + (2 if _WIDE_SCRIPT.match(word) else 1 + len(word)) > width
    )  # no spaces: cut at any character


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _join(parts: list[str]) -> str:
    """Join wrapped lines: with a space, but for scripts that have none."""
    joined = [parts[0]]
    for before, after in pairwise(parts):
        if not (_WIDE_SCRIPT.match(before[-1]) and _WIDE_SCRIPT.match(after[0])):
            joined.append(" ")
        joined.append(after)
    return "".join(joined)
