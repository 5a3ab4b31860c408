"""When a text was made, as its byline or a line beside it says: a day with its clock, or how long ago it was."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Final

from docs_store.reading.dates import find_dates

_CLOCK = re.compile(
    r"(?i)(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|\.\d)(?::\d\d)?"
    r"(?: ?[ap]\.?m\b\.?)?(?: (?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)\b)?"
)
_SPAN: Final = 366
"""Days from which on two dates with a dash between are the ends of a time; of a text, it was changed so much later."""
_DASH = re.compile(r"\s*[–—-]\s*[^\w\s]?\s*")
"""What parts the ends of a time: "3 June 1931 – † 22 January 2018" has a sign too."""
_STROKES = re.compile(r"\d/\d")
AGO = re.compile(
    r"(?i)\b\d+\s?(?:minutes?|mins?|hours?|hrs?|days?) ago\b|"
    r"\bil y a \d+(?:\s(?:heures?|h|minutes?|min|jours?)\b)?|\bhace \d+(?:\s(?:horas?|h|minutos?|min|días?)\b)?|"
    r"\bvor \d+ (?:minuten?|min\.|stunden?|std\.|tagen?)|"
    r"\d+ (?:godzin\w*|timer|timmar|ore) (?:temu|siden|sedan|fa)\b"
)
"""How long ago something was: "14 hours ago"."""


def with_clock(line: str, dates: list[tuple[dt.date, int, int]]) -> str:
    """Return the date in a line with the clock time beside it, where there is one."""
    start, end = min(start for _, start, _ in dates), max(end for _, _, end in dates)
    is_settled = _STROKES.search(line, start, end) and any(find_dates(line))
    written = dates[0][0].isoformat() if is_settled else line[start:end]
    bare = line
    for _, first, last in dates:  # a clock may have lost its space: "2024" and "8:41" are no "20248:41"
        bare = bare[:first] + " " * (last - first) + bare[last:]
    clock = _CLOCK.search(bare)
    return f"{written} {clock[0]}" if clock else written


def is_span(line: str, dates: list[tuple[dt.date, int, int]]) -> bool:
    """Tell whether two of the dates in a line begin and end years: a life, a reign, and no day of publication."""
    ordered = sorted(dates, key=lambda each: each[1])
    return any(
        (last - first).days >= _SPAN and _DASH.fullmatch(line[end:start])
        for (first, _, end), (last, start, _) in pairwise(ordered)
    )


def is_age(line: str) -> bool:
    """Tell whether a line says nothing but how long ago something was: "14 hours ago", "vor 2 Stunden"."""
    return bool(AGO.search(line)) and not re.search(r"[^\W\d_]", AGO.sub("", line).replace("siden", ""))
