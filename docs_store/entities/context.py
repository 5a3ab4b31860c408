"""What the words around a name tell of its kind."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import Gazetteer
from docs_store.model import EntityKind

_AGE: Final = re.compile(r", \d\d?(?:,| and\b)")
_NEXT_WORD: Final = re.compile(r"(?:['’]s)?[ ,]{1,2}([a-z]+)")
_CLASS: Final = re.compile(r" (?:is|was|are|were) (?:an? |the )((?:[\w-]+ ){0,5}[\w-]+)")
_NEXT_NAME: Final = re.compile(r", ([A-Z][^,.;:()\n]{2,24}|[A-Z][a-z]+\.|(?:[A-Z]\.)+)")
_TICKER: Final = re.compile(r" <[A-Z]{1,6}(?:\.[A-Z]{1,3})?>| \((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|ASX|OTC): ?[A-Z]")
"""By what a company's shares go, as the wires write it."""
_NEAR: Final = 24
"""Code points looked at before a name: its two last words."""
_COMPANY_WORDS: Final = lex.words("shares stock employees officials executives spokesman spokeswoman headquarters fans")
_PERSONAL: Final = lex.words("administration campaign presidency cabinet aides family camp era")

Evidence: TypeAlias = tuple[tuple[EntityKind, float], ...]


def evidence(text: str, start: int, end: int, gazetteer: Gazetteer) -> Evidence:
    """Return how much the surroundings of `text[start:end]` speak for each kind, in the weights of `words`."""
    found: list[tuple[EntityKind, float]] = []
    before = text[max(0, start - _NEAR) : start]
    if before[-1:] in (" ", "\u00a0"):
        nearest = before.rsplit(None, 2)[-2:]
        word = nearest[-1].lower() if nearest else ""
        if word == "of" and nearest[0].lower() in lex.PLACE_OF:
            found.append((EntityKind.PLACE, 3.0))
        elif (word == "of" and nearest[0].lower() in lex.COMPANY_OF) or (
            word in ("at", "with") and nearest[0].lower() in lex.COMPANY_AT
        ):
            found.append((EntityKind.ORGANISATION, 2.0))
        elif word in lex.PLACE_BEFORE:
            found.append((EntityKind.PLACE, 2.0))
        elif word in lex.PLACE_BEFORE_WEAK:
            found.append((EntityKind.PLACE, 0.7))
        elif word in lex.PERSON_BEFORE:
            found.append((EntityKind.PERSON, 2.0))
        elif word in lex.ORGANISATION_BEFORE:
            found.append((EntityKind.ORGANISATION, 2.0))
        elif nearest and nearest[-1] == "the":
            found.append((EntityKind.ORGANISATION, 0.8))
            found.append((EntityKind.PERSON, -1.0))
            found.append((EntityKind.PLACE, -0.3))
        elif word in lex.SPEECH:
            found.append((EntityKind.PERSON, 1.0))
        elif word in ("by", "with", "that"):
            found.append((EntityKind.PERSON, 0.5))
    following = text[end : end + 2]
    if following in (" <", " (") and _TICKER.match(text, end):
        found.append((EntityKind.ORGANISATION, 4.0))
    if following[:1] in ("'", "’", " ", ","):
        if following == ", " and _AGE.match(text, end):
            found.append((EntityKind.PERSON, 4.0))
        elif following == ", ":
            name = _NEXT_NAME.match(text, end)
            if name and (place := name[1].strip()) in gazetteer.places and place not in gazetteer.doubtful_places:
                found.append((EntityKind.PLACE, 2.5))
        classified = _CLASS.match(text, end) if following in (" i", " w", " a") else None
        if classified:
            found.extend(_classes(classified[1]))
        next_word = _NEXT_WORD.match(text, end)
        if next_word:
            if next_word[1] in lex.SPEECH and text[start:end] not in lex.GOVERNMENTS:
                found.append((EntityKind.PERSON, 1.5))
            elif next_word[1] in _PERSONAL:
                found.append((EntityKind.PERSON, 2.0))
            elif next_word[1] in _COMPANY_WORDS:
                found.append((EntityKind.ORGANISATION, 1.5))
    return tuple(found)


def _classes(words: str) -> Evidence:
    """Return what "X is a …" says: the first class word counts."""
    for word in words.split(" "):
        if word in lex.PLACE_CLASSES:
            return ((EntityKind.PLACE, 3.0),)
        if word in lex.ORGANISATION_CLASSES:
            return ((EntityKind.ORGANISATION, 3.0),)
        if word in lex.PERSON_CLASSES:
            return ((EntityKind.PERSON, 3.0),)
    return ()
