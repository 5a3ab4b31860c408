"""Names known by heart that no run of capitalised words holds whole: "Channel 4", "Lloyd's List", "Group of Seven".

A number, a day, a small word or a comma in them ends a run, so they are looked for as they are written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import load, places_by_hand
from docs_store.entities.words import EVENT, ORGANISATION, PLACE
from docs_store.model import EntityKind

_CAPITAL: Final = re.compile(r"[A-Z\d][^\W_]*")
_ASCII_CAPITAL: Final = re.compile("[A-Z0-9][A-Za-z0-9]*")
"""From a capital on: "Bay" is what eBay is looked up by. The second is faster, and the same where a text is ASCII."""
_INSIDE: Final = lex.NAME_PARTICLES | lex.words("of the for and &")
"""Small words that do not end a run."""
_SMALL: Final = frozenset(word.capitalize() for word in lex.FUNCTION) | lex.MONTHS_AND_DAYS
"""Words that do, even with a capital."""
_SIGN: Final = re.compile(r"[^\w .&/-]|[.@]\w\w|\b[a-z0-9]")
"""What every name that is apart has, unless one of `_SMALL` is in it."""
_STRANGE: Final = re.compile(r"^\d|[^\w&.'/-]|[.@]\w\w")
"""What is in words that no run holds: a number first, a comma, a domain."""
_STRANGE_INSIDE: Final = re.compile(r"(?<![^ ])[\d']|[^\w&.'/ -]|[.@]\w\w|\w's?(?![^ ])")
"""And in any of several words: a possessive, too."""
_FORMS: Final = "|".join(re.escape(form) for form in sorted(lex.LEGAL, key=len, reverse=True))
_COMPANY: Final = re.compile(rf"(?P<more>(?: [A-Z]\w+){{0,2}})(?:,? (?:{_FORMS}))+(?!\w)")
"""What goes on the name of a company: "Capital One Financial Corp."."""


_UNIT: Final = re.compile(
    r"(?<![\w.-])(?:\d{1,3}(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh"
    r"|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth"
    r"|Twentieth) (?:[A-Z][\w.-]+ ){0,3}?(?:Brigade|Regiment|Battalion|Squadron|Cavalry|Army|Fleet|Corps|Air Force|Wing"
    r"|Circuit(?: Court(?: of Appeals)?)?|Expeditionary (?:Unit|Force)|Infantry(?: (?:Division|Brigade|Regiment))?"
    r"|(?:Airborne|Mountain|Armou?red|Marine|Cavalry|Air|Panzer|Parachute|Rifle|Mechani[sz]ed) Division)(?! [A-Z])\b"
)
"""Units of forces and courts that go by a number: "10th Mountain Division", "9th U.S. Circuit Court of Appeals"."""
_CAUSE: Final = re.compile(
    r"\b(?!The |A )(?:[A-Z]\w+ ){0,3}(?:Committee|Campaign|Coalition|Citizens|Alliance) (?:to (?P<deed>[A-Z]\w+)"
    r"|Against(?= [A-Z]))(?:(?: (?:the|and|of|in|from))? [A-Z][\w-]+){0,5}"
)
"""Bodies that are called by what they are to do: "Committee to Free Odile Varga"."""
_CAUSES: Final = lex.words("Committee Campaign Coalition Citizens Alliance")
_UNITS: Final = lex.words(
    "Brigade Regiment Battalion Squadron Cavalry Army Fleet Corps Force Wing Circuit Expeditionary Infantry Division"
)


class Whole(NamedTuple):
    """A known name where it stands in a text."""

    start: int
    end: int
    kind: EntityKind
    name: str
    """Canonical."""


def find_whole(text: str) -> list[Whole]:
    """Return the known names in `text` that no run holds, in order; the longest where several begin."""
    is_ascii = text.isascii()
    straight = text if is_ascii else text.replace("’", "'").replace("\u00a0", " ")  # as long as before
    table = _table()
    met = _words() & frozenset((_ASCII_CAPITAL if is_ascii else _CAPITAL).findall(straight))
    if not met:
        return []
    found: list[Whole] = []
    if not _UNITS.isdisjoint(met):
        found += [Whole(*match.span(), ORGANISATION, match[0]) for match in _UNIT.finditer(straight)]
    if not _CAUSES.isdisjoint(met):
        found += _causes(straight)
    for word in met:
        for written, kind, name in table[word]:
            found += [_whole(straight, start, written, kind, name) for start in _starts(straight, written)]
    if len(found) > 1:
        found.sort(key=lambda each: (each.start, -each.end))
        found = [each for at, each in enumerate(found) if all(each.start >= before.end for before in found[:at])]
    return found


def _causes(text: str) -> Iterator[Whole]:
    gazetteer = load()
    for match in _CAUSE.finditer(text):
        deed = match["deed"]
        if deed is None or (gazetteer.is_word(deed.lower()) and deed not in gazetteer.places):
            yield Whole(*match.span(), ORGANISATION, match[0])


def _whole(text: str, start: int, written: str, kind: EntityKind, name: str) -> Whole:
    end = start + len(written)
    tail = _COMPANY.match(text, end) if kind is ORGANISATION else None
    if tail is None:
        return Whole(start, end, kind, name)
    return Whole(start, tail.end(), kind, text[start : tail.end()] if tail["more"] else name)


def _starts(text: str, name: str) -> Iterator[int]:
    """Yield where `name` stands as words of its own; "$3M" is money."""
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        if not (before.isalnum() or before in ("$", "£", "€") or after.isalnum()):
            yield start
        start = text.find(name, start + len(name))


@cache
def _table() -> Mapping[str, list[tuple[str, EntityKind, str]]]:
    """Return the names that are apart, each with its kind and canonical name, by their longest word in capitals.

    Fewer texts have that word than the others, and fewer yet what is no word, place or given name. Words of units and
    causes lead to no names, but are asked for, too.
    """
    tables = load()

    def rarity(word: str) -> tuple[bool, int]:
        common = tables.is_word(word.lower()) or word in tables.places or word in tables.given
        return not (common or word in lex.MONTHS_AND_DAYS), len(word)

    table: dict[str, list[tuple[str, EntityKind, str]]] = defaultdict(list, {word: [] for word in _UNITS | _CAUSES})
    for names, kind in (
        (tables.organisations, ORGANISATION),
        (places_by_hand(), PLACE),
        (dict(zip(tables.events, tables.events, strict=True)), EVENT),
    ):
        for written, name in names.items():
            if written.isalpha() and written[0].isupper():
                continue  # as a third of them
            signed = _SIGN.search(written) or not _SMALL.isdisjoint(written.split(" "))
            if signed and _is_apart(written) and (capitals := _CAPITAL.findall(written)):
                table[max(capitals, key=rarity)].append((written, kind, name))
    return dict(table)


@cache
def _words() -> frozenset[str]:
    return frozenset(_table())


def _is_apart(name: str) -> bool:
    """Tell whether a name known is in no run, or not whole. "Macy's" is: "Carla Macy's" is somebody's."""
    words = name.split(" ")
    if len(words) == 1:
        return bool(_STRANGE.search(name)) or name[0].islower()
    if _STRANGE_INSIDE.search(name) or not lex.MONTHS_AND_DAYS.isdisjoint(words):
        return True
    return any(
        word not in _INSIDE
        if word.islower()
        else at and word.lower() in lex.FUNCTION and word[0].isupper() and not word.isupper()
        for at, word in enumerate(words)
    )
