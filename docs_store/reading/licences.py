"""The licence of a picture in its credit, and the library that lent it: "Ana Lima, CC BY 2.0, via Flickr"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LONGEST: Final = 120
"""Code points at the end of a line in which a licence is looked for."""
_LONGEST_LINE: Final = 1_200
"""Code points of a line that may end in a credit; each library in it is parted from what is left."""
_CC: Final = (
    r"(?:©\s?)?(?:CC|Creative Commons)[ -]?(?:BY(?:[ -](?:SA|NC|ND)){0,3}|Zero|0)(?:[ -]?\d\.\d)?"
    r"(?: (?:International|Unported|Generic|[A-Z]{2}))?|Creative Commons(?: [Ll]icen[cs]e)?"
)
_FREE: Final = (
    r"(?i:public domain|gemeinfrei|domaine public|dominio público|domínio público|pubblico dominio|publiek domein|"
    r"общественное достояние)|GFDL"
)
_OWN: Final = r"(?i:own work|eigenes werk|travail personnel|trabajo propio|obra do próprio|opera propria)"
_LICENCE = re.compile(
    r"(?P<open>[(\[]\s?)?(?:licen[cs]ed under (?:an? |the )?)?"
    rf"(?:{_OWN}(?:\s?[,;]\s?(?:{_CC}|{_FREE}))?|{_CC}|{_FREE})(?P<closed>\s?[)\]])?(?![\w-])"
)
_LIBRARY = re.compile(
    r"\s(?:on|from|at|auf|von|bei|sur|en|su|da|em|op|via) "
    r"(?P<name>Unsplash|Pexels|Pixabay|Flickr|Freepik|Wikimedia(?: Commons)?)\.?$"
)
_APART = re.compile(r"(?:^|[.,;:!?…|/()\[\]\"”’»•·–—-]|[A-ZÀ-Þ][\w'’.-]*)\s*$")
"""What stands before a licence that is said of a picture; "published under CC BY" is said of something else."""
_ENDED = re.compile(r"(?:^|[.!?…|\"”’»])\s*$")
_BETWEEN: Final = " ,;/|•·–—-"


_TELLING: Final = (
    "cc", "commons", "domain", "gemeinfrei", "domínio", "dominio", "domein", "достояние", "gfdl",
    "own work", "eigenes", "travail", "trabajo", "obra do", "opera propria",
    "unsplash", "pexels", "pixabay", "flickr", "freepik", "wikimedia",
)  # fmt: skip
"""One of these is in every licence and library: nearly all lines have none, which is seen in a third of the time."""


class Licensed(NamedTuple):
    """A line in which a licence, or the library that a picture is from, stands near the end."""

    rest: str
    """What stands before it."""
    behind: str
    """What stands behind it."""
    said: str
    """The licence or the library itself."""
    is_library: bool = False
    is_alone: bool = False
    """Whether it stands by itself, so that it is a credit though nobody is named."""


def licensed(line: str) -> Licensed | None:
    """Return the parts of a line in which a licence or a library is named as it is beside pictures."""
    tail = line[-_LONGEST:].lower()
    if len(line) > _LONGEST_LINE or not any(word in tail for word in _TELLING):
        return None
    library = _LIBRARY.search(line, max(0, len(line) - _LONGEST))
    if library is not None:
        return Licensed(line[: library.start()].rstrip(_BETWEEN), "", library[0].strip(" ."), is_library=True)
    for found in _LICENCE.finditer(line, max(0, len(line) - _LONGEST)):
        before, behind = line[: found.start()], line[found.end() :]
        if found["open"] or _APART.search(before):
            closed = found["closed"].strip() if found["closed"] and not found["open"] else ""
            is_alone = bool(found["open"] or _ENDED.search(before))
            said = found[0].strip(" ()[]")
            return Licensed(before.rstrip(_BETWEEN) + closed, behind.strip(f"{_BETWEEN}."), said, is_alone=is_alone)
    return None
