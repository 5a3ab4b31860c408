"""What names of organisations share that are spellings of one: legal forms, orders of words, abbreviations, languages.

A name is brought to one form, its core, and what only says what kind of company it is, its tails. "Bank of Tarrow" and
"Tarrow Bank" stay two, and so do a company and its branches: what has a word more is another body.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from docs_store.edits import OSA
from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import (
    clubs,
    companies,
    demonyms,
    exonyms_in_latin,
    federal_bodies,
    load,
    organisation_forms,
    words_abroad,
)
from docs_store.entities.names import key, plain
from docs_store.entities.places_alike import place_keys

_TAILS: Final = {
    "company": "co",
    "corporation": "corp",
    "incorporated": "inc",
    "limited": "ltd",
    "companies": "cos",
    "holdings": "holding",
}
"""Words at the end of a company's name in their short form."""

_FIRST_WORDS: Final = lex.words("The the OAO OJSC PAO PJSC ZAO AO PT AB")
"""The article, and legal forms that stand before the name."""

_CLUB: Final = lex.words("FC F.C. AFC A.F.C. CF C.F. FK")
_SMALL: Final = lex.words("the of and for a to in")
"""Words of an organisation's name that come and go."""

_UNION: Final = 3
"""Words of a union's name from which it goes without the last."""

_APART: Final = frozenset(("appeals",))
"""Plurals that tell bodies apart: England's Court of Appeal, and America's Courts of Appeals."""

_SHORT: Final = 4
"""Letters of a word up to which its "s" is no plural."""

_LONG: Final = 7
"""Letters of a word from which one letter more, less or other is a slip."""

_ACRONYM: Final = 6
"""Letters and stops of a word up to which it is likely an acronym."""

_ABBREVIATED: Final = {
    "assn": "association",
    "assoc": "association",
    "bros": "brothers",
    "dept": "department",
    "govt": "government",
    "inst": "institute",
    "intl": "international",
    "mfg": "manufacturing",
    "natl": "national",
    "univ": "university",
}

_AMERICAN: Final = {"our": "or", "ence": "ense", "amme": "am"}
_BRITISH: Final = re.compile("(?:our|ence|amme)(?=s?$)")

_TURNED: Final = lex.words("department ministry")
"""What stands before "of" and its field, or after its field: "Department of Health", "Health Department"."""

_NAMESAKES: Final = lex.words(
    "Miami York Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho "
    "Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi "
    "Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia "
    "Washington Wisconsin Wyoming"
)
"""Places of which one university is called after the place, and another may be the university of the place."""

_STATE: Final = lex.words("parliament government congress senate cabinet army navy treasury")
"""Heads that a country has one of: of the others, "French Bank", there may be many."""

_UNITED_STATES: Final = ("U.S.", "US", "USA", "United States", "U. S.")
_POLICE: Final = lex.words("service department force")
_ELISION: Final = re.compile(r"(?<=\b[ldLD])['’]")
_HYPHEN: Final = re.compile("[-–/]")
_WORD: Final = re.compile(r"[^\s,]+")


class Body(NamedTuple):
    """An organisation's name taken apart."""

    core: str
    """The letters of its words in one form and order."""
    tails: tuple[str, ...]
    """The words that only say what kind of company it is, in short forms."""
    known: str
    """What all names of a body have that the gazetteer knows; "" for others."""
    abroad: str
    """The words in English, sorted, where some are those that many languages have for bodies; "" for others."""
    foreign: bool
    """Whether some of these are not English."""
    words: tuple[str, ...]
    """The words of the core."""


@lru_cache(maxsize=16_384)
def body(name: str) -> Body:
    """Return an organisation's name taken apart."""
    words = _WORD.findall(name)
    end = len(words)
    while end > 1 and words[end - 1].rstrip(".") in lex.COMPANY_TAILS:
        end -= 1
    tails = tuple(_TAILS.get(tail, tail) for tail in map(key, words[end:]))
    words = words[:end]
    while len(words) > 1 and words[-1] in ("and", "&"):
        words.pop()
    while len(words) > 1 and words[0] in _FIRST_WORDS:
        del words[0]
    if len(words) > 2 and words[-2:] == ["Football", "Club"]:
        del words[-2:]
    while len(words) > 1 and words[-1] in _CLUB:
        words.pop()
    core = _core([part for word in words for part in _HYPHEN.split(word)] if _HYPHEN.search(name) else words)
    proper = " ".join(words)
    # Arsenal Holdings Inc is no football club, though Manchester United Plc is.
    namesake = tails and len(words) == 1 and load().organisations.get(proper) in clubs()
    known = f"{proper} {tails[0]}" if namesake else _known_as(name, proper) or _known_in_full(words)
    return Body("".join(core) or key(name), tails, known, *_abroad(words), core)


def organisation_keys(name: str) -> frozenset[str]:
    """Return what `name` shares with the other spellings of its body."""
    found = body(name)
    keys = {f"core {found.core}"}
    if found.known:
        keys.add(f"body {found.known}")
    if found.abroad:
        keys.add(f"abroad {found.abroad}")
    if len(found.words) > 1 and any(len(word) >= _LONG and not _is_known(word) for word in found.words):
        keys.add(f"slip {found.core[:3]}{found.core[-3:]}")
    return frozenset(keys)


def is_slip(one: Body, other: Body) -> bool:
    """Tell whether one word of two names differs, by one letter, and is a word that nobody knows."""
    if one.tails and other.tails and one.tails[0] != other.tails[0]:
        return False
    pairs = [pair for pair in zip(one.words, other.words, strict=False) if pair[0] != pair[1]]
    if len(one.words) != len(other.words) or len(one.words) < 2 or len(pairs) != 1:
        return False
    (written, meant) = pairs[0]
    if min(len(written), len(meant)) < _LONG or (_is_known(written) and _is_known(meant)):
        return False
    return OSA.distance(written, meant, score_cutoff=1) <= 1


def _is_known(word: str) -> bool:
    tables = load()
    spelled = word.title()
    return tables.is_word(word) or spelled in tables.places or spelled in tables.given or spelled in tables.surnames


def _core(words: list[str]) -> tuple[str, ...]:
    """Return the words of a name proper in one form and order."""
    if len(words) > 2 and words[-2] == "Police" and key(words[-1]) in _POLICE:
        words = words[:-1]
    words, place = _without_place(words)
    level = [_levelled(word) for word in map(key, words) if word and word not in _SMALL]
    if len(words) > 2 and words[1] in ("of", "for"):  # "Department of Health": the field first
        university = words[0] == "University" and _names_a_university(" ".join(words[2:]))
        if university or key(words[0]) in _TURNED:
            level = [*level[1:], level[0]]
    if len(level) > _UNION and level[-1] == "union":
        del level[-1]
    return (*level, *((f"@{place}",) if place else ()))


def _names_a_university(place: str) -> bool:
    tables = load()
    return place in tables.places and place not in _NAMESAKES and place not in demonyms()


def _without_place(words: list[str]) -> tuple[list[str], str]:
    """Return the words without the country or city they begin or end with, and that: "Banking Board of Norway"."""
    for size in (3, 2, 1) if words and words[0].removesuffix("'s").removesuffix("’s") in _first_words() else ():
        rest = words[size:]
        whose = " ".join(words[:size])
        place = _place_of(whose)
        if place and (len(rest) > 1 or (rest and key(rest[0]) in _STATE)) and rest[0] not in ("of", "and", "&"):
            return rest, place
    for size in (4, 3, 2, 1) if "of" in words else ():
        rest, whose = words[:-size], " ".join(words[-size:])
        if len(rest) > 1 and rest[-1] in ("the", "The"):
            rest = rest[:-1]
        if len(rest) > 1 and rest[-1] == "of" and whose in load().places:
            rest = rest[:-1]
            if len(rest) > 1 or key(rest[0]) in _STATE:
                return rest, load().places[whose]
    return words, ""


@cache
def _first_words() -> frozenset[str]:
    """Return the words that names of places and peoples begin with."""
    return frozenset(name.partition(" ")[0] for name in (*load().places, *_places_of_peoples()))


@cache
def _places_of_peoples() -> dict[str, str]:
    return {called: place for place, names in demonyms().items() for called in names if place != "United States"}


def _place_of(whose: str) -> str:
    """Return the place whose people, or which itself, stands before a name: "Japanese", "Japan's", "Japan"."""
    bare = whose.removesuffix("'s").removesuffix("’s")
    place = _places_of_peoples().get(bare) or load().places.get(bare, "")
    if bare in load().places and bare not in demonyms() and " " not in bare and load().is_word(bare.lower()):
        return ""  # "Reading Football Club", but China's ministries
    return "" if bare in load().doubtful_places else place  # "Lincoln National Corp"


def _known_as(name: str, proper: str) -> str:
    if found := _body_of(name, proper):
        return found
    prefix = next((each for each in _UNITED_STATES if name.startswith(f"{each} ")), None)
    if prefix is None:
        return ""
    found = _body_of(name[len(prefix) + 1 :], proper.removeprefix(f"{prefix} "))
    return found if found in federal_bodies() else ""


def _known_in_full(words: list[str]) -> str:
    """Return what "Osk Bros" is known as, where Osk Brothers is."""
    full = [_ABBREVIATED.get(key(word), word) for word in words]
    return _body_of(" ".join(full), " ".join(full)) if full != words else ""


def _body_of(name: str, proper: str) -> str:
    known = _known()
    found = known.get(_spelled(name), "")
    if found or proper == name:
        return found
    found = known.get(_spelled(proper), "")
    # IBM Corp is IBM, but NSA Inc is not the NSA.
    return found if not _is_acronym(proper) or found in companies() else ""


def _spelled(name: str) -> str:
    """Return the letters of a name; of an acronym as they are written."""
    return name.replace(".", "") if _is_acronym(name) else key(name)


def _is_acronym(name: str) -> bool:
    return name.isupper() and " " not in name and len(name) <= _ACRONYM


@cache
def _known() -> dict[str, str]:
    """Return the bodies known, by the letters of each name of theirs."""
    organisations = load().organisations
    known = {_spelled(name): body for name, body in organisations.items() if name.isupper() or " " in name}
    known |= {_spelled(body): body for body in organisations.values()}
    for first, *others in organisation_forms():
        shared = known.get(_spelled(first), first)
        for name in (first, *others):
            known[_spelled(name)] = shared
    return known


def _abroad(words: list[str]) -> tuple[str, bool]:
    """Return the words in English, sorted, of a name that has words of `words_abroad`, and whether some are foreign."""
    table = _english()
    written = [part for word in words for part in _ELISION.split(word)] if _ELISION.search(" ".join(words)) else words
    english = [table.get(_lower(word)) for word in written]
    if not any(english):
        return "", False
    found = set()
    foreign = False
    for word, translated in zip(written, english, strict=True):
        if translated is not None:
            foreign = foreign or (translated != "" and translated.lower() != plain(word).lower())
            found.update([min(place_keys(translated))] if translated.istitle() else translated.split(" "))
            continue
        place = _places_of_peoples().get(word) or exonyms_in_latin().get(word) or load().places.get(word)
        found.add(min(place_keys(place)) if place else _levelled(key(word)))
    return " ".join(sorted(found - {""})), foreign


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else plain(word).lower()


@cache
def _english() -> dict[str, str]:
    return {plain(word): english for word, english in words_abroad().items()}


@lru_cache(maxsize=16_384)
def _levelled(word: str) -> str:
    """Return `word` in full, as it is spelled in America, and in the singular."""
    word = _ABBREVIATED.get(word, word)
    word = word.replace("isation", "ization").removesuffix("tre") + "ter" * word.endswith("tre")
    if len(word) > _SHORT + 1:
        word = _BRITISH.sub(lambda ending: _AMERICAN[ending[0]], word)
    if word in _APART:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > _SHORT and word[-1] == "s" and word[-2] != "s" else word
