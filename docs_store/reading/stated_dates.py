"""What a stated date of publication is worth where it says less than a day, or may mean two.

"01/03/2021" is 1 March to most of the world and 3 January to Americans; "1890", "March 2021" tell no day. What settles
the order is looked for in the column, in the words beside the date, in the text, in the address and the language; where
nothing does, the American reading is but a guess, as is the first day of a year or month.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from docs_store.reading.dates import EARLIEST, LATEST, find_dates, month_of, names_order, parse_time, western

_LONGEST: Final = 60
"""Code points of a stated date that is looked at."""
_NEAR: Final = dt.timedelta(days=14)
"""Between a day that is known, as of a picture, and the one that is meant; the other is a month away at least."""
_CENTURY_BEGINS: Final = 69
"""Two digits from here on are of the twentieth century, as POSIX has it."""
_NUMERIC = re.compile(
    r"(?P<before>\W*(?:[^\W\d_]{2,10}\.?,?\s+)?)(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:1[4-9]|20)\d\d|\d\d)(?P<rest>(?!\d).*)"
)
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_PARTIAL: Final = tuple(
    re.compile(rf"[\[(]?(?:(?:circa|ca?\.?|um|vers|hacia)\s*)?(?:{each})[?\])]*", re.IGNORECASE)
    for each in (
        _YEAR,
        rf"{_YEAR}[-/.]{_MONTH}",
        rf"{_MONTH}[-/.]{_YEAR}",
        rf"(?P<name>[^\W\d_]{{3,12}})\.?,? (?:de |del )?{_YEAR}",
        rf"{_YEAR},? (?P<name>[^\W\d_]{{3,12}})\.?",
    )
)
# English is written both ways: day first in these countries, month first in the United States and where nobody says.
_DAY_FIRST_COUNTRIES: Final = frozenset({"gb", "uk", "ie", "au", "nz", "in", "za", "sg", "my", "ng", "ke", "gh", "pk",
                                         "bd", "lk", "mt", "hk", "jm", "tt", "zw", "ug", "tz", "zm"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Partial:
    """A year, or a month of a year."""

    year: int
    month: int | None = None

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month or 1, 1)

    def settled_by(self, day: dt.date) -> dt.date:
        """Return the day that is likely where `day` was found beside it: that one, where it is in it."""
        return day if day.year == self.year and self.month in (None, day.month) else self.first


@dataclass(frozen=True, slots=True)
class Guess:
    """A day that may be another one."""

    first: dt.date

    def settled_by(self, day: dt.date) -> dt.date:
        """Return the day that is likely where `day` was found beside it: the other one, where that is near."""
        other = self.first.replace(month=self.first.day, day=self.first.month)
        return other if abs(other - day) <= _NEAR else self.first


_IN_PATH = re.compile(
    r"(?i)/(?P<year>(?:19|20)\d\d)(?:/(?:[a-z][\w-]{1,30}/)?(?P<month>\d{1,2})/(?P<day>\d{1,2})|"
    r"-(?P<month2>\d\d)-(?P<day2>\d\d))(?=[/?#_-]|$)"
)
_SHORT = re.compile(
    r"(?i)(?:.{0,60}[\s,|·–-])?(?P<day>\d{1,2}\.\d{1,2}\.\d\d)(?:[\s,|·–-]+\d{1,2}[:.]\d\d(?:\s?(?:uhr|h))?)?[\s.]*"
)


def partial_date(value: object) -> Partial | None:
    """Return the year or month that is all `value` tells ("1890", 1890, "c. 1890", "2021-03", "März 2021"), or None."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if 0 < value < 10_000 else ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = western(value.strip())
    for match in filter(None, (pattern.fullmatch(text) for pattern in _PARTIAL)):
        parts = match.groupdict()
        month = int(parts["month"]) if parts.get("month") else month_of(parts["name"]) if parts.get("name") else None
        if month != 0 and EARLIEST.year <= int(parts["year"]) < LATEST.year:
            return Partial(int(parts["year"]), month)
    return None


def day_first(value: object) -> bool | None:
    """Return whether the numbers of a date show by themselves that the day comes first; None where both may be."""
    match = _numeric(value)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    if first <= 12 < second:
        return False
    if second <= 12 < first:
        return True
    return names_order(match[0])


def day_first_in(values: Iterable[object]) -> bool | None:
    """Return whether the day comes first in a column, by those of its values that show it; None where none does."""
    shown = [order for value in values if (order := day_first(value)) is not None]
    return None if not shown or shown.count(True) * 2 == len(shown) else shown.count(True) * 2 > len(shown)


def is_ambiguous(value: object) -> bool:
    """Tell whether a date means two days, as 01/03/2021 does; with stops ("01.03.2021") the day comes first."""
    match = _numeric(value)
    if match is None or match["mark"] == "." or match["first"].lstrip("0") == match["second"].lstrip("0"):
        return False
    return 0 < int(match["first"]) <= 12 and 0 < int(match["second"]) <= 12 and names_order(match[0]) is None


def in_order(value: str, *, is_day_first: bool) -> dt.datetime | None:
    """Return the moment that an ambiguous `value` tells when it is read in that order."""
    match = _numeric(value)
    if match is None:
        return parse_time(value)
    day, month = (match["first"], match["second"]) if is_day_first else (match["second"], match["first"])
    year = int(match["year"])
    if year < 100:
        year += 1900 if year >= _CENTURY_BEGINS else 2000
    return parse_time(f"{year}-{int(month):02}-{int(day):02}{match['rest']}")


def finer(value: str, other: str) -> str:
    """Return `other` where it tells the same day as `value` and more: of two that it may mean which, or the time."""
    moment = parse_time(other) if value and not is_ambiguous(other) else None
    if moment is None:
        return value
    read = [in_order(value, is_day_first=order) for order in (True, False)] if is_ambiguous(value) else []
    days = [each for each in read or (parse_time(value),) if each is not None]
    same = next((each for each in days if each.date() == moment.date()), None)
    return other if same is not None and (read or same.time() == dt.time()) else value


def day_in_address(url: str) -> str:
    """Return the day that the path of an address names, "" where it names none: "/2031/harbour/03/12/lamps"."""
    found = _IN_PATH.search(url)
    if found is None:
        return ""
    month, day = int(found["month"] or found["month2"]), int(found["day"] or found["day2"])
    named = f"{found['year']}-{month:02}-{day:02}"
    return named if parse_time(named) is not None else ""


def short_day(line: str) -> str:
    """Return the day that a line ends in as Europe writes it short, "" where it does not: "von Ada Byron, 8.5.12"."""
    found = _SHORT.fullmatch(line) if len(line) <= 2 * _LONGEST else None
    day = in_order(found["day"], is_day_first=True) if found else None
    return "" if day is None else day.date().isoformat()


def settled(value: str, *, text: str, url: str, language: str) -> bool | None:
    """Return whether an ambiguous date has its day first, by what is said around it; None where nothing tells.

    `text` is the article's, `language` as it is stated ("en-GB") or guessed.
    """
    days = {order: moment.date() for order in (True, False) if (moment := in_order(value, is_day_first=order))}
    told = {found for found, _, _ in find_dates(f"{url}\n{text}")}
    agreeing = [order for order, day in days.items() if day in told]
    if len(agreeing) == 1:
        return agreeing[0]
    code, _, country = language.lower().replace("_", "-").partition("-")
    if code not in ("", "en"):
        return True
    if country:
        return country in _DAY_FIRST_COUNTRIES or (None if country != "us" else False)
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # no address
        return None
    return True if host.rpartition(".")[2] in _DAY_FIRST_COUNTRIES else None


def _numeric(value: object) -> re.Match[str] | None:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return _NUMERIC.fullmatch(western(value.strip()))
