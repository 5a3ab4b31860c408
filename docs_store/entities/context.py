"""What the words around a name tell of its kind: their tables are in `cues`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from docs_store.entities import cues
from docs_store.entities import lexicon as lex
from docs_store.entities.cues import Evidence
from docs_store.entities.gazetteer import Gazetteer, countries
from docs_store.model import EntityKind

_PERSON: Final = EntityKind.PERSON
_BODY: Final = EntityKind.ORGANISATION
_PLACE: Final = EntityKind.PLACE
_AGE: Final = re.compile(r", \d\d?(?:,| and\b)")
_NEXT_WORD: Final = re.compile(r"(?:['’]s)?[ ,]{1,2}([a-z]+)")
_CLASS: Final = re.compile(r" (?:is|was|are|were) (?:an? |the )((?:[\w-]+ ){0,5}[\w-]+)")
_APPOSITION: Final = re.compile(
    r", (?:an?|the|one of the) ((?:[\w-]+ ){0,5}?[\w-]+)"
    r"(?=,|\.| (?:of|in|at|for|with|to|by|from|on|who|which|that|based|and)\b)"
)
"""What "X, the largest …," says."""
_AGREED: Final = re.compile(r" (?:ha[sd] )?(?:agreed|plans|planned|offered|intends) to (\w+)")
_BODIES: Final = ("news", "party")
_OF_BODIES: Final = re.compile(
    r" (?:news agency|party (?:leaders?|members?|chairman|chief|spokes\w+|officials?|candidates?|activists?))\b"
)
"""What only an agency and a party have behind their names."""
_EARNED: Final = re.compile(
    r" \w+ (?:[\w.,%$£€-]+ ){0,5}?(?:profits?|loss(?:es)?|earnings|revenues?|sales|income|dividends?)\b"
)
"""What companies report, and nobody else: "posted a smaller second-quarter loss"."""
_WINDS: Final = ("north", "south", "east", "west")
_SITUATED: Final = re.compile(r",? (?:north|south|east|west)(?:[- ]?(?:east|west))? of [A-Z]")
"""Where places are: "Osk, south-west of Selwyn"."""
_OF_A_RIVER: Final = re.compile(
    " (?:[Rr]iver|[Bb]asin|[Dd]elta|rain ?forests?|forests?|jungles?|deforestation|tribes?|fires|region)\\b"
)
_CHIEF: Final = re.compile(r"['’]s chief (?:executive|financial|operating|technology)\b")
_NEXT_NAME: Final = re.compile(r", ([A-Z][^,.;:()\n]{2,24}|[A-Z][a-z]+\.|(?:[A-Z]\.)+)")
_PRONOUN: Final = re.compile(r" (?:said|says|announced|reported|added)(?: \w+day)?(?: that)? (it|its|he|she|his|her)\b")
OWNS: Final = ("'s", "’s")
_NO_PLACE: Final = re.compile(
    r"\d|^[A-Z]{2,}s$|^(?!(?:Mc|Mac|De|Del|La|Le|Du|Des|Van|Kwa|So|No|Tri)[A-Z])[A-Za-z]*[a-z][A-Z]"
)
"""A number, letters in the plural, a capital inside; "KwaSipho", "McOsk" and "SoVarn" are places."""
_JOINED: Final = re.compile("[-/]")
_AND_MORE: Final = re.compile(r"(?:,| and| &) [A-Z]")
OF_SHARES: Final = ((_BODY, -4.0),)
"""What letters that a company's shares go by are evidence for: nothing."""
_EXCHANGES: Final = "NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|ASX|OTC|EPA|NSE|BSE"
_LISTED: Final = re.compile(rf"<$|\((?:{_EXCHANGES}): ?$")
"""What stands before them: "Osk Corp <OSKC.O>", "Osk Corp. (NYSE: OSKC)"."""
_TICKER: Final = re.compile(rf" <[A-Z]{{1,6}}(?:\.[A-Z]{{1,3}})?>| \((?:{_EXCHANGES}): ?[A-Z]")
"""By what a company's shares go, as the wires write it."""
_BRACKETED: Final = re.compile(r" \(([A-Z][\w. ]{2,24})\)")
"""Where somebody who takes part is from: "Odile Varga (Norway)"."""
_SETTLEMENT: Final = re.compile(
    r"\b(?:(?:city|port|parish|settlement|village|town|hamlet|suburb) of|village|town|hamlet|suburb) $"
)
_QUOTED: Final = re.compile(r"[\"”'’] [a-z]+ $")
_ENDS: Final = (".", ",")
"""Behind "…," said and who said it."""
_AND_WHO: Final = re.compile(r" [A-Z]\w+ [A-Z]")
"""After what somebody is in a team: who."""
_AND_OWN: Final = (" and his ", " and her ")
"""After somebody: "Varga and his colleagues"."""
_NEAR: Final = 24
"""Code points looked at before a name: its two last words."""


def evidence(text: str, start: int, end: int, gazetteer: Gazetteer) -> Evidence:
    """Return how much the surroundings of `text[start:end]` speak for each kind, in the weights of `words`."""
    found: list[tuple[EntityKind, float]] = []
    before = text[max(0, start - _NEAR) : start]
    following = text[end : end + 2]
    if before[-2:] == ", " and following[:1] in (",", "."):
        found.extend(cues.APPOSED.get(before[:-2].rpartition(" ")[2], ()))  # "the rock band, Osk, …"
    elif before[-1:] in (" ", "\u00a0"):
        told = _before(before, gazetteer)
        # "over Osk's plans": who owns something is seldom where it happens.
        found.extend(told if told is not cues.TOWARDS or following not in OWNS else ())
        if told is cues.SPOKEN and following[:1] in _ENDS and end - start > 3 and _QUOTED.search(before):
            found.extend(told)
    if (before[-1:] in ("<", ":") or before[-2:] == ": ") and text[start:end].isupper() and _LISTED.search(before):
        return OF_SHARES
    if following in (" <", " ("):
        if _TICKER.match(text, end):
            found.append((_BODY, 4.0))
        elif (country := _BRACKETED.match(text, end)) and " " in text[start:end] and country[1] in countries():
            found.append((_PERSON, 2.0))
    if following[:1] in ("'", "’", " ", ","):
        if following == ", " and _AGE.match(text, end):
            found.append((_PERSON, 4.0))
        elif following == ", ":
            name = _NEXT_NAME.match(text, end)
            if name and _is_place(name[1].strip(), gazetteer):
                found.append((_PLACE, 2.5))
            apposition = _APPOSITION.match(text, end)
            if apposition and cues.SPEECH.isdisjoint(said := apposition[1].split(" ")):
                found.extend(_classes(reversed(said)))
        classified = _CLASS.match(text, end) if following in (" i", " w", " a") else None
        if classified:
            found.extend(_classes(classified[1].split(" ")))
        if following == " a" and text.startswith(_AND_OWN, end):
            found.append((_PERSON, 2.0))
        next_word = _NEXT_WORD.match(text, end)
        if next_word:
            found.extend(_after(text, start, end, next_word[1]))
    return tuple(found)


def without_place(context: Evidence, name: str) -> Evidence:
    """Return the evidence for an unknown `name`, but for a place where no place is written so: "DVDs", "BoxMate".

    Nothing is evidence for prizes, nor for months and peoples that are joined: "January/March", "French-Japanese".
    """
    if name in lex.AWARDS:
        return ()
    parts = _JOINED.split(name) if "-" in name or "/" in name else ()
    if any(part in lex.MONTHS_AND_DAYS or part in lex.DEMONYMS for part in parts):
        return ()
    if not any(kind is _PLACE and weight > 0 for kind, weight in context) or not _NO_PLACE.search(name):
        return context
    return tuple(told for told in context if told[0] is not _PLACE)


def does(context: Evidence, least: float = 0.0) -> bool:
    """Tell whether anything that a name's surroundings tell, by more than `least`, is of somebody, or of a body."""
    return any(kind is not _PLACE and weight > least for kind, weight in context)


def is_certain(context: Evidence) -> bool:
    """Tell whether a name's surroundings leave no doubt that it is a body's: "Time magazine", "Osk <OSKC>"."""
    return any(kind is _BODY and weight >= cues.NO_DOUBT for kind, weight in context)


def is_firm(text: str, end: int, before: str) -> bool:
    """Tell "insurer Odile Osk", who is no person, and "brokers James Osk" from "brokers James Osk and Tom Osk"."""
    return before in cues.NOBODY or (before in cues.PARTNERSHIPS and not _AND_MORE.match(text, end))


def is_namesake(text: str, start: int, end: int) -> bool:
    """Tell the company from the river of its name, which has an article, and what is of the river."""
    name = text[start:end]
    river = " " in name or f"the {name}" in text or f"The {name}" in text
    return not (river or _OF_A_RIVER.match(text, end))


def is_settled(text: str, start: int) -> bool:
    """Tell "the village of Alma al-Osk" and "the town Grace Osk", which are places."""
    return _SETTLEMENT.search(text, max(0, start - _NEAR), start) is not None


def _is_place(name: str, gazetteer: Gazetteer) -> bool:
    if name in gazetteer.places:
        return name not in gazetteer.doubtful_places or name in cues.GOVERNMENTS
    return f"{name}." in lex.STATES


def _before(before: str, gazetteer: Gazetteer) -> Evidence:
    if before[-4:] == " as " and before.endswith(" such as "):
        return cues.BEFORE_SUCH_AS.get(before.rsplit(None, 3)[-3:][0].lower(), ())
    nearest = before.rsplit(None, 2)[-2:]
    if not nearest:
        return ()
    word = nearest[-1].lower()
    if nearest[-1] == "The":
        return cues.OPENING_THE
    if word == "of":
        head = nearest[0].lower()
        told = cues.BEFORE_OF.get(head)
        if told is None and nearest[0] != head and nearest[0] not in lex.TITLES and gazetteer.is_word(head):
            return ()  # "World of Osk", and not "Varga of Osk"
    else:
        table = cues.BEFORE_OTHERS.get(word)
        told = table.get(nearest[0].lower()) if table else None
    return told or cues.BEFORE.get(word, ())


def _after(text: str, start: int, end: int, word: str) -> Evidence:
    if word in cues.SPEECH:
        if text[start:end] in cues.GOVERNMENTS:
            return ()
        pronoun = _PRONOUN.match(text, end)
        if pronoun:
            return ((_BODY, 2.5),) if pronoun[1] in ("it", "its") else ((_PERSON, 3.0),)
    elif word in cues.PLANNING:
        agreed = _AGREED.match(text, end)
        return ((_BODY, 2.0),) if agreed and agreed[1] in cues.AGREED else ()
    if word in _BODIES and _OF_BODIES.match(text, end):
        return ((_BODY, cues.NO_DOUBT), (_PERSON, -1.0))
    if word.startswith(_WINDS) and _SITUATED.match(text, end):
        return ((_PLACE, 2.0),)
    if word in cues.RESULTS and _EARNED.match(text, end):
        return ((_BODY, 2.5),)
    if word in cues.PLAYERS and text[end] == " " and _AND_WHO.match(text, end + len(word) + 1):
        return ((_BODY, 2.5), (_PERSON, -1.0))
    if text[end] in "'’":
        owned = ((_BODY, 2.0),) if word == "chief" and _CHIEF.match(text, end) else cues.AFTER_OWNER.get(word)
        if owned:
            return owned
    told = cues.AFTER.get(word, ()) or (cues.AFTER_SPACE.get(word, ()) if text[end] == " " else ())
    return told or (cues.AFTER_COMMA.get(word, ()) if text[end] == "," else ())


def _classes(words: Iterable[str]) -> Evidence:
    """Return what "X is a …" says: the first class word counts."""
    for word in words:
        if word in cues.PLACE_CLASSES:
            return ((_PLACE, 3.0),)
        if word in cues.ORGANISATION_CLASSES:
            return ((_BODY, 3.0),)
        if word in cues.PERSON_CLASSES:
            return ((_PERSON, 3.0),)
    return ()
