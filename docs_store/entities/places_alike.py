"""What names of places share that are spellings of one: abbreviations, the order of their words, names that changed.

A people's name leads to its place elsewhere (`listing`); here "French" is no spelling of "France".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import exonyms_in_latin, load, place_forms
from docs_store.entities.names import key, plain

_FIRST: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_BEARINGS: Final = {"n": "north", "s": "south", "e": "east", "w": "west"}
_LAST: Final = {
    "st": "street",
    "ave": "avenue",
    "av": "avenue",
    "rd": "road",
    "sq": "square",
    "blvd": "boulevard",
    "hwy": "highway",
    "pkwy": "parkway",
    "is": "islands",
}
_HEADS: Final = lex.words("bay cape county gulf island isle lake loch peninsula province river sea strait straits")
"""Words that say what a place is, before its name proper ("Strait of Hormuz") or after it ("Hormuz Strait")."""

_UMLAUT: Final = re.compile("(?<=[^aeiou])([aou])e(?=[^aeiou]|$)")
"""An umlaut as it is written without one: "Zuerich"."""

_FEW: Final = 3

_WORDS: Final = re.compile(r"[^\s,–-]+")


@lru_cache(maxsize=16_384)
def place_keys(name: str) -> frozenset[str]:
    """Return what `name` shares with the other spellings of its place; two names with one in common are one place's."""
    found = {_levelled(name)}
    found |= {_UMLAUT.sub(r"\1", each) for each in found}
    # Also what is written "Ft. Lauderdale" or "S. Korea" may be known.
    spelled = (_spelled(name), *(each.replace(" ", "") for each in found))
    return frozenset(found) | {known for each in spelled if (known := _known().get(each))}


def _spelled(name: str) -> str:
    """Return the letters of a name; few letters as they are written, for "La." is not "LA"."""
    letters = key(name)
    return letters if len(letters) > _FEW else name


def _levelled(name: str) -> str:
    """Return the words of a place's name without abbreviations, with what it is ("lake") first."""
    words = [word for word in (key(word) for word in _WORDS.findall(plain(name).replace("'", ""))) if word]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) < 2:
        return "".join(words) or key(name)
    words[0] = _FIRST.get(words[0]) or _BEARINGS.get(words[0], words[0])
    words[1:-1] = [_FIRST.get(word, word) for word in words[1:-1]]
    words[-1] = _LAST.get(words[-1], words[-1])
    if words[-2:] == ["international", "airport"]:
        del words[-2]
    if words[0] in _HEADS:
        rest = words[2:] if words[1] == "of" and len(words) > 2 else words[1:]
        return f"{words[0].removesuffix('s')} {''.join(rest).removeprefix('the')}"
    if words[-1] in _HEADS:
        return f"{words[-1].removesuffix('s')} {''.join(words[:-1])}"
    if words[-1] == "islands":
        return f"{''.join(words[:-1])}s"  # the Falklands
    return "".join(words)


@cache
def _known() -> dict[str, str]:
    """Return what all names of a known place share, by the letters of each."""
    places = load().places
    known = {_spelled(name): f"={canonical}" for name, canonical in places.items() if name != canonical}
    for canonical in set(places.values()):
        known[_spelled(canonical)] = f"={canonical}"
    for name, canonical in exonyms_in_latin().items():
        known.setdefault(_spelled(name), f"={canonical}")
    for first, *others in place_forms():
        shared = known.get(_spelled(first), f"={first}")
        for name in (first, *others):
            known[_spelled(name)] = shared
    return known
