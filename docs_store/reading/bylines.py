"""Who wrote it, when, and for whom: the lines under a headline or at the end, in several languages."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from docs_store.entities.gazetteer import load
from docs_store.reading.byline_dates import ago_in, is_clock_alone, is_span, with_clock, without_ago
from docs_store.reading.byline_forms import (
    BEGINNING,
    PLACE,
    SOURCE_LABEL,
    Byline,
    author_and_source,
    by_form,
    split_authors,
)
from docs_store.reading.byline_names import (
    organisation_in,
    parted_paper,
    parted_told_to,
    without_others,
    without_others_work,
    without_post,
)
from docs_store.reading.byline_people import AND, CAPITALISED, NAME_ALONE, has_given_name, people_in
from docs_store.reading.byline_words import BY_WORDS, DATE_WORDS, ORGANISATION, PAPER
from docs_store.reading.dates import find_ambiguous, find_dates, month_at_end, month_of
from docs_store.reading.names import is_names
from docs_store.reading.press_words import AGENCY
from docs_store.reading.saying import says

_LONGEST: Final = 160
"""Code points of a byline."""
_BY_ALONE = re.compile(rf"(?i)^(?:{BY_WORDS}|authors?(?: of the article)?|autor(?:en|es|in)?|redacci[óo]n|auteurs?):?$")
_FEWEST_PLACES: Final = 2
_AGENCY_AFTER = re.compile(
    rf"(?:\s*[,/|]|\s+(?:mit|with|avec|con|og|and|et|und))?\s+(?P<source>{AGENCY})(?:(?:\s+Staff)?\s+Writers?)?$"
)
_INITIALS = re.compile(r"(?P<source>[\w.-]{2,30}) ?(?:[,/] ?[a-z]{2,4}\b)+$")
"""A paper and whoever of it, by their initials: "von Osker Stern, abc"."""
_COMMENTS_AFTER = re.compile(r"(?i)\s+(?:leave a (?:comment|reply)|(?:\d+ |no )?comments?)$")
_CLOCK_AFTER = re.compile(
    r"(?i),?\s+(?:at|um|en|a las|à|alle(?: ore)?|ore|às|om|kl\.?)\s+\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?uhr)?$"
)
"""The time of day behind who posted it."""
_CLOCK_FIRST = re.compile(
    r"(?i)^\W*(?:(?:at|um|à|a las|alle|ore)?\s*\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?uhr)?\W*)?"
)
_LAST_BY = re.compile(rf"(?i)^(?:\S+\s){{0,4}}(?:{BY_WORDS})\s")
_MOST_NAME_WORDS: Final = 14
_MOST_NOISE_WORDS: Final = 3
_LONGEST_NOISY: Final = 100
"""Code points of a line that has words besides names and a date."""
_WIDEST_NAME: Final = 16
"""Characters of a name, or two, in Chinese or Japanese."""
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7ff]")
_WEEKDAY_LAST = re.compile(
    r"(?i)(?:^|[\s,])(?:mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|ma|wo|vr|za|zo|"
    r"пн|вт|ср|чт|пт|сб|вс)\.?,?\s*$"
)
"""A day of the week before the date."""
_SHORTEST_ALONE: Final = 6
"""Code points of a paper's name before a date; shorter words are the date's own."""
_SMALL_WORD = re.compile(r"[^\W\d_A-ZÀ-Þ]{3}$")
_QUOTED = re.compile('["“”„«»:：]')
_LABELLED = re.compile(r"[:：\[\]]")
_DATED_EAST = re.compile("入力|입력|송고|수정|등록|승인|발행|업데이트|掲載|登録|发布|發布|时间|時間|来源|來源|全文")
_NAMED_FIRST = re.compile(
    rf"(?P<name>{CAPITALISED}(?: (?:[A-Z]\.|de|da|do|dos|del|della|di|van|von|der|den|bin|al|{CAPITALISED})){{0,3}}"
    rf" {CAPITALISED})(?:, (?=\S)| \(| – | - | in (?=[A-ZÀ-Þ])).{{2,60}}$"
)

_GLUED = re.compile(r"^(By|Von|Par|Por)(?=[A-ZÀ-Þ][a-zà-ÿ'’-]+ [A-ZÀ-Þ])")
"""The word for the author, whose space was lost: "ByAda Byron"."""
_HANDLE_BEHIND = re.compile(r" ?\(@\w{1,30}\)")
_OF_POST = re.compile(r"[—–-] ?.{2,80}\(@\w{1,30}\)")
"""Who wrote a post that the text quotes, under it: "— Ada Byron (@ada) March 12, 2024"."""


def read_byline(line: str) -> Byline | None:
    """Return what `line` says where it is a byline, a date line or both; None where it is neither."""
    line = line.strip(" ()|•·")
    if not line or len(line) > _LONGEST or "＝" in line or _OF_POST.match(line):  # ＝ parts a caption from its place
        return None
    line = _GLUED.sub(r"\1 ", _HANDLE_BEHIND.sub("", line))
    if made := by_form(line):
        return made
    line = without_others_work(line)
    line, told_to = parted_told_to(line)
    if told_to:
        speaking = read_byline(line)
        return Byline((*(speaking.authors if speaking else people_in(line)), *split_authors(told_to)))
    line = without_post(line)
    month = month_at_end(line)
    if month and (beside := line[: month.start()].strip(" ,|·•–—-(")):
        made = read_byline(beside)
        return replace(made, published=month[0]) if made and (made.authors or made.source) else made
    if dates := list(find_dates(line)) or list(find_ambiguous(line)):
        return _read_dated(line, dates)
    if is_clock_alone(line):
        return Byline()
    by, ago = BEGINNING.match(line), ago_in(line)
    if ago and not any(map(str.isalpha, _bare(without_ago(line)))):  # "Publié il y a 3 heures, mis à jour à 09h42"
        return Byline()
    if (by or ago) and says(line):
        return None
    if ago is not None and len(line) <= _LONGEST // 2:
        before = _bare(_LAST_BY.sub("", line[: ago.start()]))
        return Byline(tuple(split_authors(before)) if is_names(before) else ())
    return _read_names(without_others(_CLOCK_AFTER.sub("", line[by.end() :]))) if by else None


def _read_dated(line: str, dates: list[tuple[dt.date, int, int]]) -> Byline | None:
    """Return what a line with a date says of who wrote an article, None where it says something else."""
    if is_span(line, dates) or line.endswith(("。", "！", "？")):  # a sentence: "2018年3月20日，…通过了…。"
        return None
    start, end = min(start for _, start, _ in dates), max(end for _, _, end in dates)
    before, after = _bare(_LAST_BY.sub("", _WEEKDAY_LAST.sub("", line[:start]))), _bare(line[end:])
    if (before and not is_names(before.replace(" ,", ","))) or len(before.split()) > _MOST_NAME_WORDS:
        return None
    if line[:start].rstrip().endswith((":", "：")) and not people_in(before):  # "Geplaatst: 12.03.2031"
        before = ""
    if len(_WIDE.findall(before)) > _WIDEST_NAME:  # a sentence: its script has neither spaces nor capitals
        return None
    source = SOURCE_LABEL.match(after)
    if source and is_names(source["name"]):
        return Byline(source=source["name"].strip(" .)"), published=with_clock(line, dates))
    signed = _CLOCK_FIRST.sub("", line[end:])
    by = BEGINNING.match(signed)
    if by and not before and (made := _read_names(_COMMENTS_AFTER.sub("", signed[by.end() :]))):
        return replace(made, published=with_clock(line, dates))  # "May 3, 2024 by Ada Byron"
    named = _names_after(after)
    is_long = len(after.split()) > _MOST_NOISE_WORDS and "：" not in after  # which labels a place: "発信地：…"
    if after and not named and (is_long or len(line) > _LONGEST_NOISY):
        return None
    if line.endswith(".") and _SMALL_WORD.search(after):  # "On 3 May 2024 Ada Byron came."
        return None
    if PAPER.fullmatch(before) and not (people_in(before) or named or _LAST_BY.match(line[:start])):
        return Byline(source=before, published=with_clock(line, dates))
    authors = people_in(before) or tuple(filter(_may_be_author, split_authors(before)))
    if not any(find_dates(line)) and not _LAST_BY.match(
        line
    ):  # "Osk Sands | 08/01/2031": where it was, unless somebody is known
        authors = tuple(name for name in authors if has_given_name(name) and not load().places.keys() & name.split())
    return Byline((*authors, *named), published=with_clock(line, dates))


def _read_names(text: str) -> Byline | None:
    """Return whom what follows "by" names, None where it is no names."""
    if organisation := organisation_in(text):
        return Byline(source=organisation)
    name, paper = parted_paper(text)
    if paper:
        return Byline(tuple(split_authors(name)), paper)
    initials = _INITIALS.match(text)
    if initials:
        return Byline(source=initials["source"])
    agency = _AGENCY_AFTER.search(text)
    if agency and is_names(names := text[: agency.start()]):
        return Byline(tuple(split_authors(names)), agency["source"])
    if others := _each_with_place(text):
        return Byline(others)
    if "(" in text and (first := _person_first(text)):
        return Byline((first,))
    if not ORGANISATION.search(text) and (people := people_in(text)):
        return Byline(people)
    if several := _persons(text):
        return Byline(several)
    if first := _person_first(text):
        return Byline((first,))
    if is_names(text.replace(" , ", ", ")):
        names, organisation = author_and_source(text)
        return Byline(tuple(split_authors(names)), organisation)
    return None


def _each_with_place(text: str) -> tuple[str, ...]:
    """Return the people of whom each stands with a place: "Ada Byron in Osk and Max Born in Lindau"."""
    if len(PLACE.findall(text)) < _FEWEST_PLACES:
        return ()
    names = tuple(split_authors(PLACE.sub("", text)))
    return names if all(NAME_ALONE.fullmatch(name) for name in names) else ()


def _may_be_author(name: str) -> bool:
    """Tell whether what stands before a date may be a name: two words, or a script without capitals; no quotation."""
    if _QUOTED.search(name) or month_of(name):
        return False
    return " " in name or len(name) >= _SHORTEST_ALONE or (bool(_WIDE.search(name)) and not _DATED_EAST.match(name))


def _person_first(text: str) -> str:
    """Return the name that what follows "by" begins with, where its bearer's place or paper follows it."""
    found = _NAMED_FIRST.match(text)
    if not found or ORGANISATION.search(found["name"]):
        return ""
    return found["name"]


def _persons(text: str) -> tuple[str, ...]:
    """Return the names that commas part in what follows "by", where more than the first are a person's."""
    names = [name.strip() for part in AND.split(text) for name in part.split(",")]
    are_names = len(names) > 1 and all(NAME_ALONE.fullmatch(name) and not ORGANISATION.search(name) for name in names)
    return tuple(names) if are_names and all(map(has_given_name, names[1:])) else ()


def announces_author(line: str) -> bool:
    """Tell whether `line` says that the next one names the author: "By", "Author of the article:"."""
    return len(line) <= 40 and bool(_BY_ALONE.match(line.strip()))


def _names_after(text: str) -> tuple[str, ...]:
    parts = [part for part in re.split(r"\s*[•|·]\s*|\s/\s", text) if part]
    named = (part for part in parts if is_names(part) and len(part.split()) in (2, 3, 4) and "," not in part)
    plain = [part for part in named if not _LABELLED.search(part)]
    return tuple(filter(has_given_name, plain) if any(map(has_given_name, plain)) else plain)


def _bare(text: str) -> str:
    """Return `text` without times, counts and the words that go with a date."""
    return re.sub(
        r"^\W+|\W+$", "", re.sub(r"\s{2,}", " ", DATE_WORDS.sub(" ", re.sub(r"\d+(?:[:.h]\d\d)?", " ", text)))
    )
