"""Which people a line names, and whether it says no more of them than what they are."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities.gazetteer import load
from docs_store.entities.names import plain
from docs_store.reading.byline_words import ORGANISATION, ROLE
from docs_store.reading.bylines_east import reporters_alone
from docs_store.reading.dates import month_at_end
from docs_store.reading.names import is_names
from docs_store.reading.saying import says

_LONGEST: Final = 80
"""Code points of a line that names people and nothing else."""
_LONGEST_ROLE: Final = 60
CAPITALISED: Final = r"[A-ZÀ-ÞĀ-ſΆ-ΏΑ-ΫА-Я][\w'’-]*[^\W\d_]"
NAME_ALONE: Final = re.compile(
    rf"{CAPITALISED}(?: (?:[A-Z]\.|de|da|do|dos|del|della|di|van|von|der|den|bin|al|{CAPITALISED})){{0,2}}"
    rf" {CAPITALISED}"
)
_WITH_ROLE = re.compile(
    rf"(?P<name>{CAPITALISED} (?:[A-Z]\. |de |van |von |al )?{CAPITALISED})(?:[ ,]+| [–|-] )"
    rf"(?:in {CAPITALISED}(?: {CAPITALISED}){{0,2}}|"
    rf"(?:[\w&-]+ ){{0,3}}"
    r"(?i:correspondent|reporter|editor|writer|columnist|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|"
    r"corresponsal|redactora?)(?: (?:i|in|en|à) \w+)?(?: (?i:journaliste?)(?: (?:i|in|en|à) \w+)?)?)$"
)
AND: Final = re.compile(r"\s+(?:and|und|et|y|och|og|e|en|i|&|и|та|und)\s+|\s*[;|•]\s*")
"""What parts two names."""
_WHO = re.compile(r"\s*[,|·•]\s*")
"""What parts a name from what its bearer is, or where."""
_COUNT_AFTER = re.compile(r"(?<![\s,&])[\s,&]+(?:\d{1,3}[\s,&]*)?$")
_SAINT = re.compile(r"(?:San|Santa|Santo|São|Sankt|Saint|Sainte|St\.?|Ste\.?) ")
"""How towns begin that are named for one: "Santa Rita"."""
_HANDLE = re.compile(r" @\w{1,30}$")


def person_alone(line: str) -> tuple[str, ...]:
    """Return whom a line beside the date names, known or not: two or three capitalised words that are no others."""
    line = _COUNT_AFTER.sub("", line)
    if reporters := reporters_alone(line):
        return reporters
    roled = _WITH_ROLE.match(line)
    if roled and not ORGANISATION.search(roled["name"]):
        return (roled["name"],)
    name, words = line, line.split()
    known = load()
    if words and ROLE.fullmatch(words[0]):  # "Redakteurin Politik"
        return ()
    if not NAME_ALONE.fullmatch(name) or ORGANISATION.search(name) or known.places.keys() & {name, *words}:
        return ()
    is_common = any(known.is_word(word.lower()) for word in words)  # "Osk Administration", over the date
    return (name,) if has_given_name(name) or not is_common else ()


def with_role(line: str) -> str:
    """Return whom a line names together with what they write for, "" for nobody: "Ada Byron – Science Editor"."""
    found = _WITH_ROLE.match(line.strip())
    return found["name"] if found else ""


def without_count(name: str) -> str:
    """Return a name without what a page puts behind it: a note's number, a comma."""
    return _COUNT_AFTER.sub("", name.strip(" ,&"))


def people_in(line: str) -> tuple[str, ...]:
    """Return the people a line names where it names nothing else but what they are: "Ada Byron, Science Editor"."""
    if len(line) > _LONGEST or says(line):
        return ()
    line = _COUNT_AFTER.sub("", line)
    first, *others = (AND.split(part.strip()) for part in _WHO.split(line))
    if not all(map(_is_person, first)):
        return ()
    return (*first, *(name for names in others if all(map(_is_person, names)) for name in names))


def tells_only_people(line: str) -> bool:
    """Tell whether a line says no more of the people it names than that they write: "Ada Byron, Staff Writer"."""
    parts = [part.strip() for part in _WHO.split(_COUNT_AFTER.sub("", line))]
    places = load().places
    return all(
        ROLE.search(part) or part in places or _SAINT.match(part) or all(map(_is_person, AND.split(part)))
        for part in parts
    )


def has_given_name(name: str) -> bool:
    """Tell whether `name` begins as a person's does."""
    return plain(name.split(" ", 1)[0]).capitalize() in load().given


def _is_person(name: str) -> bool:
    """Whether `name` is two to four capitalised words, the first a given name."""
    words = name.split()
    if not (2 <= len(words) <= 4 and is_names(name)) or _SAINT.match(name) or month_at_end(name):
        return False
    known, last = load(), plain(words[-1])
    is_surname = last.capitalize() in known.surnames or not known.is_word(last.lower())
    return has_given_name(name) and is_surname


def tells_role(line: str) -> bool:
    """Tell whether a line says only what somebody is: "Staff writer", "Political Editor, The Osk Post"."""
    role, _, house = _HANDLE.sub("", line.strip()).partition(", ")
    return bool(ROLE.fullmatch(role)) and (not house or is_names(house))


def ends_in_role(line: str) -> bool:
    """Tell whether a line names a house and what somebody is there: "Osk Radio's Highlands reporter"."""
    words = line.split()
    ends = any(tells_role(" ".join(words[at:])) for at in range(len(words)))
    return ends and len(line) <= _LONGEST_ROLE and line[:1].isupper()
