"""Dates as people write them, as periods: "1987", "2024-01", "last march", "3 days ago". Pure; English words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final, NamedTuple

_MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS: Final = {
    name.lower(): number for names in (calendar.day_name, calendar.day_abbr) for number, name in enumerate(names)
}
_UNITS: Final = {"day": 1, "week": 7}
_YEARS: Final = (1000, dt.MAXYEAR)
"""Years that a bare number may be."""

_NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DECADE = re.compile(r"(\d{3}0)s")
_AGO = re.compile(r"(\d{1,4}|an?) (day|week|month|year)s? ago")
_RELATIVE = re.compile(r"(last|this) (\w+)")


class Period(NamedTuple):
    """A stretch of days, both included."""

    first: dt.date
    last: dt.date


def parse_period(text: str, today: dt.date) -> Period | None:
    """Return the period that `text` names, None where it names none.

    A year, a month, a day or a decade, in figures or English words; `today`, `yesterday`, `last week`, `this month`,
    `last march`, `last tuesday`, `2 years ago`. A month or weekday without "last" is the latest that has begun.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    try:
        return _absolute(words) or _relative(words, today) or _written(words, today)
    except (ValueError, OverflowError):
        return None


def is_in_figures(text: str) -> bool:
    """Tell whether `text` is a year, a month, a day or a decade in figures: more words would make another date."""
    try:
        return _absolute(text.lower()) is not None
    except ValueError:
        return False


def month_of(year: int, month: int) -> Period:
    """Return the days of a month. Raises `ValueError` where there is no such month."""
    first = dt.date(year, month, 1)
    return Period(first, first.replace(day=calendar.monthrange(year, month)[1]))


def _year(year: int) -> Period:
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _absolute(words: str) -> Period | None:
    if match := _DECADE.fullmatch(words):
        return Period(dt.date(int(match[1]), 1, 1), dt.date(int(match[1]) + 9, 12, 31))
    match = _COMPACT.fullmatch(words) or _NUMERIC.fullmatch(words)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not _YEARS[0] <= year <= _YEARS[1]:
        return None
    if month is None:
        return _year(year)
    if day is None:
        return month_of(year, month)
    return Period(dt.date(year, month, day), dt.date(year, month, day))


def _relative(words: str, today: dt.date) -> Period | None:
    if words in ("today", "yesterday"):
        day = today - dt.timedelta(days=words == "yesterday")
        return Period(day, day)
    if match := _AGO.fullmatch(words):
        many = int(match[1]) if match[1].isdigit() else 1
        return _ago(many, match[2], today)
    if match := _RELATIVE.fullmatch(words):
        return _last_or_this(match[2], match[1] == "last", today)
    return None


def _ago(many: int, unit: str, today: dt.date) -> Period:
    """Return the day, week, month or year that was so many ago."""
    if unit == "year":
        return _year(today.year - many)
    if unit == "month":
        return _months_before(today, many)
    first = today - dt.timedelta(days=many * _UNITS[unit])
    return Period(first, first) if unit == "day" else _week_of(first)


def _last_or_this(thing: str, last: bool, today: dt.date) -> Period | None:
    if thing in ("day", "week", "month", "year"):
        return _ago(int(last), thing, today)
    if thing in _MONTHS:
        year = today.year - (_MONTHS[thing] >= today.month if last else 0)
        return month_of(year, _MONTHS[thing])
    if thing in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS[thing]) % 7
        day = today - dt.timedelta(days=7 if last and not back else back)
        return Period(day, day)
    return None


def _written(words: str, today: dt.date) -> Period | None:
    """Read "march", "march 1987", "5 march 1987", "march 5 1987", "tuesday", in any order of the parts."""
    month = day = year = None
    parts = words.split()
    if len(parts) == 1 and parts[0] in _WEEKDAYS:
        return _last_or_this(parts[0], False, today)
    for part in parts:
        figures = part.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
        if part in _MONTHS and month is None:
            month = _MONTHS[part]
        elif figures.isdecimal() and len(figures) <= 2 and day is None:
            day = int(figures)
        elif part.isdecimal() and len(part) == 4 and year is None:
            year = int(part)
        else:
            return None
    if month is None:
        return None
    if year is None:
        year = today.year - ((month, day or 1) > (today.month, today.day))
    period = month_of(year, month)
    return Period(period.first.replace(day=day), period.first.replace(day=day)) if day else period


def _months_before(today: dt.date, many: int) -> Period:
    year, month = divmod(today.year * 12 + today.month - 1 - many, 12)
    return month_of(year, month + 1)


def _week_of(day: dt.date) -> Period:
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + dt.timedelta(days=6))
