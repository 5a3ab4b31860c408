"""Where and by whom a report was filed, before its first sentence, and what an agency signs it with after its last."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities.gazetteer import load
from docs_store.reading.dates import find_dates
from docs_store.reading.press_words import AGENCY

_LONGEST: Final = 300
"""Code points in which a dateline ends: a text without spaces would be gone through from each of its letters on."""

_LONGEST_SIGN: Final = 60
_UPPER: Final = "A-ZÀ-ÞĀ-ſА-ЯЁЄІЇҐ"
_DATELINE = re.compile(
    rf"""(?x)\s*(?:
    # KATHMANDU, April 25 (Reuters) -    Kiel (dpo) -    MADRID, 3 Ene. (EUROPA PRESS) -    (ANSA) - ROMA, 12 GEN -
    (?:[{_UPPER}][^()\n]{{1,60}}?[ ])?\((?:{AGENCY.replace(" ", "[ ]")}|[a-z]{{2,5}}|[{_UPPER}]{{2,6}})
      (?:[/, +-]{{1,3}}\w+)*\)\s?[-–—:]{{1,2}}\s+(?:[{_UPPER}]{{3,}}[^()a-z\n]{{0,40}}\s[-–—]\s+)?
    # BHOPAL: A bridge    WASHINGTON — The bridge    NEW YORK, N.Y. - The bridge
    |(?P<place>[{_UPPER}]{{3,}}(?:[ .'’-]{{1,2}}[{_UPPER}]{{2,}}){{0,3}})
      (?:[/,][ ]?[{_UPPER}][\w. ]{{1,20}})?\s?(?::|[-–—]{{1,2}})\s+
    # КИЕВ, 3 янв — РИА Новости.
    |[{_UPPER}]{{3,}}[^.\n]{{0,25}}\s[-–—/]\s?(?:ТАСС|РИА[ ]Новости|Интерфакс\S*|Укрінформ|УНІАН)\s?[./]\s*
    |【[^】]{{1,30}}】\s*|\[[^\]\d]{{1,25}}\]\s*
    |\([^)=]{{1,20}}=[^)]{{1,20}}\)\s*(?:[가-힣]{{2,4}}[ ]기자\s?=\s*)?
    |新华社\S{{2,12}}?\d{{1,2}}月\d{{1,2}}日电\s?(?:（[^）]{{1,30}}）)?\s*|（[^（）]{{0,12}}(?:記者|记者|共同|時事)[^（）]{{0,20}}）\s*
    )(?=[^\sa-zß-ÿа-яё])"""
)
_DAY_FILED = re.compile(
    rf"[{_UPPER}][^()\n:;]{{2,60}}?, (?P<day>[^\W\d_]{{3,9}}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} [^\W\d_]{{3,9}} \d{{4}})"
    r" ?(?:/\w+/|\([\w /-]{2,30}\))? ?(?:--|[–—-]) "
)
"""Where and when a release was given out: "OSK, March 12, 2031 /PRNewswire/ -- "."""
_REPORTERS = re.compile(
    r"(?:新华社|中新社|中新网)\S{2,14}?电\s?[（(](?:记者\s?)?(?P<names>[\u4e00-\u9fff]{2,4}(?:[、,，\s]+[\u4e00-\u9fff]{2,4})*)[）)]|"
    r"\([^()=]{2,12}=[^()]{2,12}\)\s?(?P<name>[가-힣]{2,4}) 기자"
)
_PLACE_FIRST = re.compile(rf"([{_UPPER}][\w'’-]+(?:[ /-][{_UPPER}(][\w'’()-]+){{0,2}})\.\s+(?=\S)")
_SIGNED: Final = rf"(?:{AGENCY}|REUTER|Reuter|[a-zäöü]{{2,4}})"
_SIGN = re.compile(
    r"[-–—(\[/|\s]*(?:(?i:source|quelle|fuente|fonte|kilde|källa|źródło|источник)s?:\s?)?"
    rf"{_SIGNED}(?:\s*[-–—(\[/|,;]+\s*{_SIGNED})*[-–—)\]/|,;.\s]*"
)
_NAMES_AGENCY = re.compile(rf"(?<!\w)(?:{AGENCY}|REUTER|Reuter)(?!\w)")


def without_dateline(text: str) -> str:
    """Return a paragraph without its dateline; all of it where nothing else would be left."""
    found = _DATELINE.match(text, 0, _LONGEST)
    if found is not None and (not found["place"] or found["place"].title() in load().places):
        return text[found.end() :]
    place = _PLACE_FIRST.match(text, 0, _LONGEST)
    if place is not None and place[1] in load().places:
        return text[place.end() :]
    return text


def day_filed(text: str) -> str:
    """Return the whole day in the dateline that a paragraph begins with, "" where it has none."""
    found = _DAY_FILED.match(text, 0, _LONGEST)
    return found["day"] if found and any(find_dates(found["day"])) else ""


def reporters_filed(text: str) -> tuple[str, ...]:
    """Return the reporters in the dateline that a paragraph begins with: "新华社奥斯克3月12日电（记者王小明）"."""
    found = _REPORTERS.match(text, 0, _LONGEST)
    return tuple(re.split(r"[、,，\s]+", found["names"] or found["name"])) if found else ()


def agency_signed(line: str) -> str:
    """Return the agency where `line` is but what one signs with, else "": "Reuter", "(dpa/lby)", "AFP/ab"."""
    line = line.strip()
    if len(line) > _LONGEST_SIGN or not _SIGN.fullmatch(line):
        return ""
    named = _NAMES_AGENCY.search(line)
    return named[0] if named else ""
