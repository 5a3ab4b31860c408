"""Dates as people and publishers write them, in the languages of the press: a whole value, or in running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final
from unicodedata import decimal

from docs_store.text import fold

EARLIEST: Final = dt.date(1450, 1, 1)
"""No printed matter is older; an earlier date is a filler such as 0001-01-01."""
LATEST: Final = dt.date(2100, 1, 1)
_LONGEST: Final = 100
"""Code points of a date written out; dateutil's time grows with the tokens it is given."""
_MILLISECONDS: Final = 10**11
_MICROSECONDS: Final = 10**14
"""Epoch numbers from here on (the year 5138 in seconds) count in the smaller unit."""

# The first letters that tell the months of a language apart, January to December, folded (no accents, lower case).
_MONTH_STEMS: Final = (
    "jan feb mar apr may jun jul aug sep oct nov dec",  # English
    "jan feb maer apr mai jun jul aug sep okt nov dez",  # German, as it folds from "März" typed without the umlaut
    "jan feb marz apr mai jun jul aug sep okt nov dez",
    "jaen feb mar apr mai jun jul aug sep okt nov des",  # Austrian; Norwegian
    "janv fev mars avr mai juin juil aou sep oct nov dec",  # French
    "ene feb mar abr may jun jul ago set oct nov dic",  # Spanish
    "gen feb mar apr mag giu lug ago set ott nov dic",  # Italian
    "jan fev mar abr mai jun jul ago set out nov dez",  # Portuguese
    "jan feb maa apr mei jun jul aug sep okt nov dec",  # Dutch
    "sty lut mar kwi maj cze lip sie wrz paz lis gru",  # Polish
    "led uno bre dub kve cer cec srp zar rij lis pro",  # Czech (cerven and cervenec: see below)
    "ian feb mar apr mai iun iul aug sep oct nov dec",  # Romanian
    "jan feb mar apr maj jun jul aug sep okt nov dec",  # Danish, Swedish
    "oca sub mar nis may haz tem agu eyl eki kas ara",  # Turkish
    "янв фев мар апр мая июн июл авг сен окт ноя дек",  # Russian
    "яну фев мар апр маи юни юли авг сеп окт ное дек",  # Bulgarian
    "јан феб мар апр мај јун јул авг сеп окт нов дец",  # Serbian
    "січ лют бер кві тра чер лип сер вер жов лис гру",  # Ukrainian
    "ينا فبر مار ابر ماي يون يول اغس سبت اكت نوف ديس",  # Arabic, as in Egypt
    "jan feb mac apr mei jun jul ogo sep okt nov dis",  # Malay
    "gen feb mar abr mai jun jul ago set oct nov des",  # Catalan
    "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",  # Greek
    "tamm helm maal huht touk kesa hein elok syys loka marr joul",  # Finnish
    "ינו פבר מרץ אפר מאי יונ יול אוג ספט אוק נוב דצמ",  # Hebrew, and after "in"
    "בינו בפב במר באפ במא ביונ ביול באוג בספ באוק בנו בדצ",
)
_MONTHS: Final = {stem: month + 1 for stems in reversed(_MONTH_STEMS) for month, stem in enumerate(stems.split())} | {
    "juin": 6,
    "juil": 7,
    "cervence": 7,
    "маи": 5,
    "szep": 9,  # Hungarian
    "jui": 7,
    "mrt": 3,  # Dutch
}
_STEM_LENGTHS: Final = (8, 4, 3)

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_ENDED = r"(?!\d(?!\d?(?::\d\d| [A-Z][a-z]{2})))"
"""No digit follows, but for those of a clock or of the date once more, whose space was lost."""
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_PATTERNS: Final = (
    re.compile(rf"(?<!\d){_YEAR}[-/.](?P<month>0?[1-9]|1[0-2])[-/.]{_DAY}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR} ?[年년] ?(?P<month>0?[1-9]|1[0-2]) ?[月월] ?{_DAY} ?[日일]"),
    re.compile(rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|ª|\.)?[ -]?(?:de |of |d['’])?(?P<name>[^\W\d_]{{3,12}})\.?,?"
               rf"[ .-](?:de |del )?{_YEAR}{_ENDED}"),
    re.compile(rf"(?<![^\W\d_])(?P<name>[^\W\d_]{{3,12}})\.? {_DAY}(?:st|nd|rd|th)?,? {_YEAR}{_ENDED}"),
    re.compile(rf"(?<!\d){_YEAR}\. (?P<name>[^\W\d_]{{3,12}}) {_DAY}\."),  # Hungarian
    re.compile(rf"(?<!\d){_DAY} tháng (?P<month>0?[1-9]|1[0-2]),?(?: năm)? {_YEAR}(?!\d)"),  # Vietnamese
    re.compile(rf"(?<![\d.]){_DAY}\. ?(?P<month>0?[1-9]|1[0-2])\. ?{_YEAR}(?!\d)"),
    # With strokes, only where day and month cannot be taken for each other: day first, then month first.
    re.compile(rf"(?<![\d/-])(?P<day>1[3-9]|2\d|3[01])(?P<mark>[/-])(?P<month>0?[1-9]|1[0-2])(?P=mark){_YEAR}(?!\d)"),
    re.compile(rf"(?<![\d/-])(?P<month>0?[1-9]|1[0-2])(?P<mark>[/-])(?P<day>1[3-9]|2\d|3[01])(?P=mark){_YEAR}(?!\d)"),
    re.compile(rf"(?<![\d/-])(?P<day>0?[1-9]|1[0-2])(?P<mark>[/-])(?P<month>(?P=day))(?P=mark){_YEAR}(?!\d)"),
)  # fmt: skip
_BOTH_WAYS = re.compile(
    rf"(?<![\d/-])(?P<first>0?[1-9]|1[0-2])(?P<mark>[/-])(?P<second>0?[1-9]|1[0-2])(?P=mark){_YEAR}(?!\d)"
)
_MONTH_AT_END = re.compile(rf"(?<![^\W_])(?P<name>[^\W\d_]{{3,12}})\.?,? (?:de |del )?{_YEAR}$")
_DAY_FIRST = re.compile(
    r"(?i)\b(?:publié|mis à jour|modifié|le|à|publicado|actualizado|a las|atualizado|às|\d\d?h\d\d|pubblicato|"
    r"aggiornato|alle|ore|gepubliceerd|bijgewerkt|om|opublikowano|veröffentlicht|stand|uhr|publisert|publicerad|yayın\w*|giriş|"
    r"güncelleme|опубликовано|опубліковано|gmt|bst|ist|cest?)\b"
)
_MONTH_FIRST = re.compile(r"(?i)\d\s?[ap]\.?m\.?\b|\b(?:e[sd]?t|p[sd]?t|c[sd]t|m[sd]t)\b")
_LONGEST_DATE_LINE: Final = 160
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_SOME_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_ISO_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])[-_.](0[1-9]|[12]\d|3[01])(?!\d)")
# Names of zones people write; without them dateutil knows UTC and the machine's own, and warns of all others.
_ZONES: Final = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
    "EEST": 3, "MSK": 3, "EAT": 3, "PKT": 5, "HKT": 8, "SGT": 8, "MYT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "PT": -8,
}  # fmt: skip
_NOISE = re.compile(
    r"(?i)^\W*(?:first |zuletzt |zuerst )?(?:published|posted|updated|stand|date|veröffentlicht|"
    r"aktualisiert|publi[ée])?"
    r"(?: on| at| le| am)?[\s:]*|\s*\b(?:uhr|h|hrs)\b\.?|\s*[,•·|–-]+\s*$"
)
_FROM_UTC = re.compile(r"(?i)\b(?:UTC|GMT) ?(?=[+-]\d)")
"""dateutil takes "GMT+3" for three hours to the west, as POSIX does and nobody who writes of the day."""
_MAIL_DATE = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)"
)
"""Of mail and feeds (RFC 5322)."""
_CLOCK = re.compile(
    r"[\s,T]*(?:(?:at|um|kl\.?|à|a las|alle|ore)\s)?(?:(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?)?\s*(?P<utc>Z|UTC|GMT)?[\s,.]*",
    re.IGNORECASE,
)


def names_order(text: str) -> bool | None:
    """Return whether the words beside a date are of those who write the day first ("le", "GMT"); None without any."""
    if _MONTH_FIRST.search(text):
        return False
    return True if _DAY_FIRST.search(text) else None


def western(text: str) -> str:
    """Return `text` with the digits of every script as 0 to 9, each in its place: "٣ مايو ٢٠٢٤"."""
    return text if text.isascii() else _FOREIGN_DIGIT.sub(lambda digit: str(decimal(digit[0])), text)


def find_dates(text: str) -> Iterator[tuple[dt.date, int, int]]:
    """Yield the full dates written in `text` (day, month and year) with where they stand, pattern by pattern."""
    text = western(text)
    if not _SOME_YEAR.search(text):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = int(parts["month"]) if parts.get("month") else month_of(parts["name"])
            found = _date(int(parts["year"]), month, int(parts["day"]))
            if found is not None:
                yield found, match.start(), match.end()
    if len(text) <= _LONGEST_DATE_LINE and _DAY_FIRST.search(text) and not _MONTH_FIRST.search(text):
        for match in _BOTH_WAYS.finditer(text):
            if int(match["first"]) != int(match["second"]):
                found = _date(int(match["year"]), int(match["second"]), int(match["first"]))
                if found is not None:
                    yield found, match.start(), match.end()


def find_ambiguous(text: str) -> Iterator[tuple[dt.date, int, int]]:
    """Yield the dates that mean two days ("11/03/2024"), as Americans read them, with where they stand."""
    text = western(text)
    for match in _BOTH_WAYS.finditer(text):
        found = _date(int(match["year"]), int(match["first"]), int(match["second"]))
        if found is not None and match["first"] != match["second"]:
            yield found, match.start(), match.end()


def month_at_end(text: str) -> re.Match[str] | None:
    """Return where `text` ends in a month and its year alone ("April 1999"), None where it does not."""
    found = _MONTH_AT_END.search(text)
    return found if found and month_of(found["name"]) and not any(find_dates(text)) else None


def date_in_text(text: str) -> dt.date | None:
    """Return the latest full date written in `text`, or None."""
    return max((found for found, _, _ in find_dates(text)), default=None)


def date_in_name(name: str) -> dt.date | None:
    """Return the date in the name of a file or in a slug ("20240116", "2024-01-16"), or None."""
    for pattern in (_COMPACT, _ISO_IN_NAME):
        for match in pattern.finditer(western(name)):
            found = _date(int(match[1]), int(match[2]), int(match[3]))
            if found is not None:
                return found
    return None


def parse_time(value: str | float | dt.datetime | None) -> dt.datetime | None:
    """Return the moment `value` tells of, aware, in UTC where no zone is stated; None where it tells of none.

    Numbers are seconds, milliseconds or microseconds since 1970, or a date as 20240116. Moments outside 1450-2100 and
    1970-01-01T00:00Z, a zero that someone took for a date, are none.
    """
    if isinstance(value, str):
        value = western(value.strip())
        if value.isdecimal() and value.isascii() and len(value) <= 20:
            value = int(value)
    try:
        moment = _from_text(value) if isinstance(value, str) else _from_number(value)
        if moment is None:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=dt.UTC)
        in_utc = moment if moment.tzinfo is dt.UTC else moment.astimezone(dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    if not EARLIEST <= in_utc.date() < LATEST or in_utc.timestamp() == 0:
        return None
    # Zones of odd offsets (seconds, fractions) do not survive being written down.
    return moment if moment is in_utc or moment.utcoffset() == _whole_minutes(moment) else in_utc


def _whole_minutes(moment: dt.datetime) -> dt.timedelta | None:
    offset = moment.utcoffset()
    return None if offset is None else dt.timedelta(minutes=offset // dt.timedelta(minutes=1))


def _from_number(value: float | dt.datetime | None) -> dt.datetime | None:
    if value is None or isinstance(value, dt.datetime):
        return value
    if isinstance(value, int) and 10_000_000 < value < 100_000_000:
        date = date_in_name(str(value))
        if date is not None:
            return dt.datetime.combine(date, dt.time(), dt.UTC)
    size = abs(value)
    if size < 10_000:  # a year alone is no date
        return None
    seconds = value / 1e6 if size >= _MICROSECONDS else value / 1e3 if size >= _MILLISECONDS else value
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _from_text(text: str) -> dt.datetime | None:
    if not text or len(text) > _LONGEST:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        pass
    if _MAIL_DATE.fullmatch(text):
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(text)
    dates = list(find_dates(text))
    if len(dates) == 1:
        date, start, end = dates[0]
        clock = _CLOCK.fullmatch(_NOISE.sub("", text[:start] + " " + text[end:]))
        if clock is not None:  # nothing else is said, and dateutil takes ten times as long
            return _at(date, clock)
    found = _by_dateutil(_FROM_UTC.sub("", _NOISE.sub("", text)))
    return found or (dt.datetime.combine(dates[0][0], dt.time()) if dates else None)


def _at(date: dt.date, clock: re.Match[str]) -> dt.datetime:
    time = dt.time(int(clock["hour"] or 0), int(clock["minute"] or 0), int(clock["second"] or 0))
    return dt.datetime.combine(date, time, dt.UTC if clock["utc"] else None)


def _by_dateutil(text: str) -> dt.datetime | None:
    from dateutil import parser

    first, second = dt.datetime(1999, 1, 1), dt.datetime(2000, 2, 2)  # noqa: DTZ001 - the zone is the text's to state
    try:
        found: dt.datetime = parser.parse(text, default=first, tzinfos=_zone)
        # What the text does not state is taken from the default: with two defaults, a guess shows.
        return found if found == parser.parse(text, default=second, tzinfos=_zone) else None
    except (ValueError, ArithmeticError):  # of dates that are too large, and of decimals
        return None


def _zone(name: str | None, offset: int | None) -> dt.tzinfo | None:
    """Return the zone that a text states by name or by seconds; None for one that nobody knows."""
    hours = _ZONES.get(name or "")
    if hours is not None:
        return dt.timezone(dt.timedelta(hours=hours))
    return None if offset is None else dt.timezone(dt.timedelta(seconds=offset))


def month_of(name: str) -> int:
    """Return 1-12 for the name of a month or its abbreviation, else 0."""
    folded = fold(name)
    return next((_MONTHS[folded[:size]] for size in _STEM_LENGTHS if folded[:size] in _MONTHS), 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
