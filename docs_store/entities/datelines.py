"""Where a report is from, as its first line says: "PORT SELA, May 3 (Nordlicht) - ", "SALEM, Ore. (AP) _ "."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from docs_store.entities.gazetteer import load

_CITY: Final = re.compile(r"(?P<city>[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3})(?![\w'’])")
_MONTH: Final = "(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?"
_DAY: Final = rf"(?:,? (?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|\d{{4}}-\d\d-\d\d))"
_STATE: Final = r"(?:, [A-Z][\w.]{1,12}(?: [A-Z]\w*)?)?"
_AGENCY: Final = r"(?: \([A-Z][\w/. -]{1,30}\))?"
_SAYS_MORE: Final = re.compile(
    rf"(?P<more>{_STATE}{_DAY}?{_AGENCY}) ?(?:--?|_|–|—)(?=\s)|(?P<line>{_STATE}{_DAY}{_AGENCY})[ \t]*(?=\n|$)"
)
"""A state or country, a day, an agency, of which any may be missing; then a dash. With a day it may be a whole line."""
_LINES: Final = 3
"""Lines of a text of which one may begin with a dateline: headlines come before."""


class Dateline(NamedTuple):
    """The city of a dateline."""

    start: int
    end: int
    name: str
    """The city as running text has it, where it is sure to be one; else "": a dash alone may follow other words."""


def dateline(text: str) -> Dateline | None:
    """Return the dateline of which the city in capitals begins a line, one of the first; None where there is none."""
    found, start = None, 0
    for _ in range(_LINES):
        city = _CITY.match(text, start)
        after = _SAYS_MORE.match(text, city.end()) if city else None
        if city and after:
            is_sure = bool(after["more"]) or (bool(after["line"]) and not _is_borne(city["city"]))
            last = city["city"].lower().replace("-", " ").split()[-1]
            if is_sure and not load().is_word(last):  # not "TOKYO RUBBER, March 20 -"
                return Dateline(start, city.end(), city["city"].title())
            found = found or Dateline(start, city.end(), "")
        start = text.find("\n", start) + 1
        if not start:
            break
    return found


def _is_borne(letters: str) -> bool:
    """Tell a body's letters, or somebody's name that is no city's, over a letter: "ANNA, June 3"."""
    tables, spoken = load(), letters.title()
    if letters in tables.organisations:
        return True
    return spoken not in tables.places and any(
        word in tables.given or word in tables.surnames for word in spoken.split()
    )
