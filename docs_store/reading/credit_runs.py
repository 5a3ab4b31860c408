"""Credits that neither stop nor bracket parts from the caption: a run of names behind it, or before it."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.byline_people import has_given_name
from docs_store.reading.credit_edges import in_capitals, is_person_of_paper
from docs_store.reading.credited import Credited
from docs_store.reading.makers import LABELLED, MAKER_FIRST, MARK, Strength, judge, names_agency
from docs_store.reading.names import AGENCY_NAME, LONGEST, MOST_WORDS, is_name, is_names
from docs_store.reading.press_words import AGENCY, PARTICLES

_MOST_NAMES: Final = 3
"""Names of one person."""
_AGENCY_FIRST = re.compile(rf"(?:{AGENCY})(?: [Ff]ile [Pp]hoto)? (?=(?:The|A|An|People) [a-z])")
_SUFFIX = re.compile(r"(?:[IVX]{1,4}|Jr\.?|Sr\.?)(?:/.*)?")


def from_run(tail: str) -> Credited | None:
    """Find "… in the burning hills Region Office/EFE": a run of names with a slash and an agency, no stop before it."""
    words = tail.rstrip(".").split(" ")
    at = len(words)
    while at and is_name(words[at - 1]) and len(words) - at < MOST_WORDS:
        at -= 1
    while at < len(words) and words[at].lower() in PARTICLES:
        at += 1
    run = " ".join(words[at:])
    if not at:
        strength = judge(run)
        is_maker = names_agency(run) or is_person_of_paper(run)
        if strength is Strength.WEAK and is_person_of_paper(run):
            strength = Strength.FAIR  # "Ana Lima for Osk Star", alone
        return Credited("", run, strength) if strength >= Strength.FAIR and is_maker else None
    slashed = re.search(r"\S ?[/|] ?\S", run)
    if slashed is None:
        caption, name = in_capitals(tail)
        return Credited(caption, name, Strength.FAIR) if name else None
    maker = run.rpartition(" / ")[2]
    is_person = 2 <= len(maker.split()) <= _MOST_NAMES and (maker.isupper() or has_given_name(maker))
    if maker != run and is_person and not AGENCY_NAME.search(maker):
        return Credited(tail[: -len(maker)].rstrip(" /"), maker, Strength.FAIR)  # "… in the old town / Ana Lima"
    if not names_agency(run):
        return None
    # No stop parts the caption from the credit: a photographer's two names are taken, more may be the caption's own.
    names = 0
    before_slash = len(run[: slashed.start() + 1].split())
    start = before_slash
    while start and names < 2:
        start -= 1
        names += run.split()[start].lower() not in PARTICLES and not _SUFFIX.fullmatch(run.split()[start])
    parts = run.split()
    return Credited(" ".join((*words[:at], *parts[:start])), " ".join(parts[start:]), Strength.STRONG)


def from_start(line: str) -> Credited:
    """Take the credit off the beginning of a line: "Bild: AGENCY/ADA BYRON The caption", "Reuters The caption"."""
    agency = _AGENCY_FIRST.match(line)
    if agency:
        return Credited(line[agency.end() :], agency[0].strip(), Strength.STRONG)
    maker = MAKER_FIRST.match(line)
    if maker:
        return Credited(line[maker.end() :], maker[0].strip(), Strength.STRONG)
    label = LABELLED.match(line) or MARK.match(line) if "/" in line[:LONGEST] else None
    if label is None:
        return Credited(line)
    words = line[label.end() :].split(" ")
    last = next((at for at in range(min(len(words), MOST_WORDS) - 1, -1, -1) if "/" in words[at]), None)
    if last is None:
        return Credited(line)
    end = last + 1
    while end < len(words) and words[end].isupper() and len(words[end]) > 1:
        end += 1
    credit = " ".join(words[:end])
    if not is_names(credit):
        return Credited(line)
    return Credited(" ".join(words[end:]), credit, Strength.STRONG)
