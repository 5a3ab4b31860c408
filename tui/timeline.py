"""Articles over time as a row of bars: months, or days, gathered into as many columns as there are. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

_BARS: Final = "▁▂▃▄▅▆▇█"
_SPANS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400)
"""Months that one column may stand for: spans that people count in."""


_DAYS: Final = (1, 2, 7, 14)
"""Days that one column may stand for; beyond, months are counted in."""


class Column(Struct, frozen=True):
    """A stretch of months, and how many articles fall into it."""

    first: dt.date
    """The first day of its first month."""
    last: dt.date
    """The first day of its last month."""
    articles: int

    @property
    def query(self) -> str:
        """What asks for it: "on:1987-03", "on:1987", "on:1987-03..1987-05"."""
        first, last = self.first.isoformat()[:7], self.last.isoformat()[:7]
        if first == last:
            return f"on:{first}"
        if self.first.month == 1 and self.last.month == 12:
            years = first[:4], last[:4]
            return f"on:{years[0]}" if years[0] == years[1] else f"on:{years[0]}..{years[1]}"
        return f"on:{first}..{last}"

    @property
    def words(self) -> str:
        """Its name for a person: "March 1987", "1987", "Mar–May 1987"."""
        if self.first == self.last:
            return f"{self.first:%B %Y}"
        if self.first.month == 1 and self.last.month == 12:
            return f"{self.first:%Y}" if self.first.year == self.last.year else f"{self.first:%Y}–{self.last:%Y}"
        return f"{self.first:%b %Y}–{self.last:%b %Y}"

    def holds(self, day: dt.date) -> bool:
        """Whether a day falls into it."""
        return self.first <= day.replace(day=1) <= self.last


class Days(Column, frozen=True):
    """A stretch of days, `first` and `last` among them."""

    @property
    def query(self) -> str:
        """What asks for it: "on:1987-03-05", "on:1987-03-05..1987-03-11"."""
        return f"on:{self.first}" if self.first == self.last else f"on:{self.first}..{self.last}"

    @property
    def words(self) -> str:
        """Its name for a person: "5 March 1987", "5 Mar–11 Mar 1987"."""
        if self.first == self.last:
            return f"{self.first.day} {self.first:%B %Y}"
        return f"{self.first.day} {self.first:%b}–{self.last.day} {self.last:%b %Y}"

    def holds(self, day: dt.date) -> bool:
        """Whether a day falls into it."""
        return self.first <= day <= self.last


def columns(months: Sequence[tuple[dt.date, int]], width: int) -> tuple[Column, ...]:
    """Gather `months` (first days, oldest first, and counts) into at most `width` columns of equal spans."""
    if not months or width < 1:
        return ()
    begin, end = _number(months[0][0]), _number(months[-1][0])
    span = next((span for span in _SPANS if end // span - begin // span < width), _SPANS[-1])
    counts: dict[int, int] = {}
    for month, articles in months:
        column = _number(month) // span
        counts[column] = counts.get(column, 0) + articles
    return tuple(
        Column(_month(at * span), _month(at * span + span - 1), counts.get(at, 0))
        for at in range(begin // span, end // span + 1)
    )[-width:]


def day_columns(days: Iterable[dt.date], width: int) -> tuple[Column, ...]:
    """Gather articles, by the day of each, into at most `width` columns: of days where they are near, else months."""
    counts = Counter(day.toordinal() for day in days)
    if not counts or width < 1:
        return ()
    begin, end = min(counts), max(counts)
    span = next((span for span in _DAYS if (end - begin) // span < width), 0)
    if not span:
        months: Counter[dt.date] = Counter()
        for day, articles in counts.items():
            months[dt.date.fromordinal(day).replace(day=1)] += articles
        return columns(sorted(months.items()), width)
    gathered: Counter[int] = Counter()
    for day, articles in counts.items():
        gathered[(day - begin) // span] += articles
    latest = dt.date.max.toordinal()
    return tuple(
        Days(
            dt.date.fromordinal(begin + at * span),
            dt.date.fromordinal(min(begin + at * span + span - 1, latest)),
            gathered[at],
        )
        for at in range((end - begin) // span + 1)
    )


def bars(found: Sequence[Column]) -> str:
    """Return a character for each column, as high as it has articles; a blank where it has none."""
    most = max((column.articles for column in found), default=0)
    return "".join(
        _BARS[min(len(_BARS) - 1, column.articles * len(_BARS) // (most + 1))] if column.articles else " "
        for column in found
    )


def _number(month: dt.date) -> int:
    return month.year * 12 + month.month - 1


def _month(number: int) -> dt.date:
    year, month = divmod(number, 12)
    return dt.date(min(max(year, dt.MINYEAR), dt.MAXYEAR), month + 1, 1)
