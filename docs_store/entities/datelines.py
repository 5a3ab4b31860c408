"""Where a report is from, as its first line says: "PORT SELA, May 3 (Nordlicht) - ", "SALEM, Ore. (AP) _ "."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from docs_store.entities.gazetteer import load

_CITY: Final = re.compile(r"(?P<city>[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3})(?![\w'’])")
_SAYS_MORE: Final = re.compile(
    r"(?P<more>(?:, [A-Z][\w.]{1,12}(?: [A-Z]\w*)?)?"
    r"(?:,? (?:Jan|Feb|March|Mar|April|Apr|May|June|July|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?"
    r"(?: \([A-Z][\w/. -]{1,30}\))?) ?(?:--?|_|–|—)(?=\s)"
)
"""A state or country, a day, an agency, of which any may be missing; then a dash."""


class Dateline(NamedTuple):
    """The city of a dateline."""

    end: int
    """Of the city, which the text begins with."""
    name: str
    """The city as running text has it, where it is sure to be one; else "": a dash alone may follow other words."""


def dateline(text: str) -> Dateline | None:
    """Return the dateline of which the city in capitals begins `text`; None where there is none."""
    city = _CITY.match(text)
    after = _SAYS_MORE.match(text, city.end()) if city else None
    if city is None or after is None:
        return None
    last = city["city"].lower().replace("-", " ").split()[-1]
    is_sure = bool(after["more"]) and not load().is_word(last)  # not "TOKYO RUBBER, March 20 -"
    return Dateline(city.end(), city["city"].title() if is_sure else "")
