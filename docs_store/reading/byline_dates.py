"""When a text was made, as its byline or a line beside it says: a day with its clock, or how long ago it was."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Final

from docs_store.reading.byline_words import DATE_WORDS
from docs_store.reading.dates import find_dates

_CLOCK = re.compile(
    r"(?i)(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|\.\d)(?::\d\d)?"
    r"(?: ?[ap]\.?m\b\.?)?(?: (?:(?-i:Z|[A-Z]{2,4})|[+-]\d\d:?\d\d)\b)?"
)
_CLOCK_EAST = re.compile(
    r"(?<!\d)(?:(?P<half>午前|午後|上午|下午|오전|오후)\s?(?P<hour>[01]?\d)\s?[:時时点點시]|"
    r"(?P<whole>[01]?\d|2[0-3])\s?[時时点點시])\s?(?P<minute>[0-5]?\d(?!\d))?"
)
_LETTERS = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS: Final = 4
"""Letters beside its dates from which a line is no date."""
_MOST_LETTERS: Final = 16
"""Of a date in any language, that stands with the time of day."""
_LONGEST_DATE: Final = 50
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_AFTERNOON: Final = ("午後", "下午", "오후")
_CHANGED = re.compile(
    r"(?i)updated?|modified|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|"
    r"aktualizacja|oppdatert|uppdaterad|opdateret|обновлено|оновлено|güncelle\w*|更新|수정|تحديث"
)
_PUBLISHED = re.compile(
    r"(?i)publi|posted|created|veröffentlicht|erstellt|pubblicat|gepubliceerd|geplaatst|opublikowan|опублик|опублік|"
    r"yayın|公開|配信|掲載|입력|نشر"
)
_SPAN: Final = 366
"""Days from which on two dates with a dash between are the ends of a time; of a text, it was changed so much later."""
_DASH = re.compile(r"\s*[–—-]\s*[^\w\s]?\s*")
"""What parts the ends of a time: "3 June 1931 – † 22 January 2018" has a sign too."""
_STROKES = re.compile(r"\d[/-]\d")
_AGO = re.compile(
    r"(?i)\b\d+\s?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\b|"
    r"\bil y a \d+(?:\s(?:heures?|h|minutes?|min|jours?)\b)?|\bhace \d+(?:\s(?:horas?|h|minutos?|min|días?)\b)?|"
    r"\bvor \d+ (?:minuten?|min\.|stunden?|std\.|tagen?|wochen?|monaten?)(?!\w)|"
    r"\bhá \d+ (?:horas?|h|minutos?|min|dias?)\b|\b\d+ (?:uur|uren|minuten|min\.?|dag(?:en)?) geleden\b|"
    r"\b\d+ (?:час\w*|минут\w*|дн\w+|день) назад|\b\d+ (?:dakika|saat|gün) önce\b|"
    r"\d+ ?(?:分|時間|日|小时|小時|分钟|分鐘|天)前|"
    r"\d+ ?(?:분|시간|일) 전|"
    r"\d+ (?:godzin\w*|minut\w*|timer|timmar|ore|giorni) (?:temu|siden|sedan|fa)\b"
)
_DIGIT = re.compile(r"\d")
_AGO_WORDS: Final = (
    "ago", "il y a", "hace", "vor", "há", "geleden", "назад", "önce", "前", "전", "temu", "siden", "sedan", "fa"
)  # fmt: skip
"""What a line has that says how long ago something was: to look for that costs fifty times as much."""


def ago_in(line: str) -> re.Match[str] | None:
    """Return where a line says how long ago something was: "14 hours ago". Most lines have no digit and say nothing."""
    if not _DIGIT.search(line):
        return None
    lowered = line.lower()
    return _AGO.search(line) if any(word in lowered for word in _AGO_WORDS) else None


def without_ago(line: str) -> str:
    """Return a line without what it says of how long ago something was."""
    return _AGO.sub(" ", line)


def with_clock(line: str, dates: list[tuple[dt.date, int, int]]) -> str:
    """Return the date in a line with the clock time beside it, where there is one; of several, that of publication."""
    date, start, end = _of_publication(line, dates)
    is_settled = _STROKES.search(line, start, end) and any(find_dates(line))
    written = date.isoformat() if is_settled else line[start:end]
    bare = line
    for _, first, last in dates:  # a clock may have lost its space: "2024" and "8:41" are no "20248:41"
        bare = bare[:first] + " " * (last - first) + bare[last:]
    behind = min((first for _, first, _ in dates if first > start), default=len(line))
    clock = _clock(bare[end:behind]) or _clock(bare)
    return f"{written} {clock}" if clock else written


def _of_publication(line: str, dates: list[tuple[dt.date, int, int]]) -> tuple[dt.date, int, int]:
    """Return the first of the dates in a line; where it is when a text was changed, the one when it was published."""
    ordered = sorted(dates, key=lambda each: each[1])
    if len(ordered) > 1 and _CHANGED.search(line, 0, ordered[0][1]):
        for (_, _, end), published in pairwise(ordered):
            if _PUBLISHED.search(line, end, published[1]):
                return published
    return ordered[0]


def _clock(text: str) -> str:
    """Return the first time of day in a text, "" where there is none: "午後2時05分" is 14:05."""
    east = None if text.isascii() else _CLOCK_EAST.search(text)
    if east is None:
        west = _CLOCK.search(text)
        return west[0] if west else ""
    hour = int(east["hour"] or east["whole"]) % (12 if east["half"] else 24) + (12 if east["half"] in _AFTERNOON else 0)
    return f"{hour:02}:{east['minute'] or '0':0>2}"


def is_span(line: str, dates: list[tuple[dt.date, int, int]]) -> bool:
    """Tell whether two of the dates in a line begin and end years: a life, a reign, and no day of publication."""
    ordered = sorted(dates, key=lambda each: each[1])
    return any(
        (last - first).days >= _SPAN and _DASH.fullmatch(line[end:start])
        for (first, _, end), (last, start, _) in pairwise(ordered)
    )


def is_age(line: str) -> bool:
    """Tell whether a line says nothing but how long ago something was: "14 hours ago", "vor 2 Stunden"."""
    return ago_in(line) is not None and not re.search(r"[^\W\d_]", without_ago(line).replace("siden", ""))


def is_date_alone(text: str) -> bool:
    """Tell whether a line is a date and no more: a day that is read, or a year and a time of day with few words."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return False
    if _YEAR.search(text) and _SHORT_CLOCK.search(text):
        return len(_LETTERS.findall(text)) <= _MOST_LETTERS
    bare = text
    for _, start, end in find_dates(text):
        bare = bare.replace(text[start:end], "")
    return bare != text and len(_LETTERS.findall(bare)) < _FEWEST_LETTERS


def is_clock_alone(line: str) -> bool:
    """Tell whether a line says nothing but at what time something was published or changed: "Aggiornato alle 18:30"."""
    clock = _CLOCK.search(line) if len(line) <= _LONGEST_DATE else None
    rest = line[: clock.start()] + line[clock.end() :] if clock else ""
    is_worded = bool(_CHANGED.search(rest) or _PUBLISHED.search(rest))  # "21:38 Uhr" heads an entry of a live blog
    return is_worded and not any(map(str.isalpha, DATE_WORDS.sub(" ", rest)))
