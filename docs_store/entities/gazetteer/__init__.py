"""What the recogniser knows by heart: names of places, organisations and people, and the common words that are none.

`own/` is written by hand; `made/` comes from `build.py`. Origins and licences stand in LICENSE.md beside this file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
_BAR: Final = re.compile(r"\|(?![^(|]*(?:\|[^(]*)?\))")
_ALTERNATIVES: Final = re.compile(r"\([^)]*\)|[^(]+")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by kind. Keys are as written; `names.plain` makes spellings with diacritics findable without them."""

    places: dict[str, str]
    """Place name → canonical name."""
    doubtful_places: frozenset[str]
    """Places that are a person's name or a common word at least as often."""
    organisations: dict[str, str]
    """Organisation name → canonical name."""
    events: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    """Common English words, in lower case; most plurals and regular past and -ing forms are left to `is_word`."""

    def is_word(self, word: str) -> bool:
        """Tell whether `word` (lower case) is a common English word or a regular inflection of one."""
        words = self.words
        if word in words:
            return True
        if word.endswith("s") and len(word) > 3:
            return self.is_word(word[:-1])
        for ending in ("ed", "ing"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word.removesuffix(ending)
                return stem in words or stem + "e" in words
        return False


@dataclass(frozen=True, slots=True)
class Exonyms:
    """What other languages call countries and large cities."""

    names: dict[str, str]
    """Name in its own script → canonical English name."""
    longest: int
    """Code points of the longest name."""


@cache
def load() -> Gazetteer:
    """Return the gazetteer; read from disk once (about 25 ms)."""
    names = _lines("made/places.txt")
    places = dict(zip(names, names, strict=True))
    places.update(places_by_hand())
    return Gazetteer(
        places=places,
        doubtful_places=frozenset(_lines("made/places_doubtful.txt")),
        organisations=_aliases("own/organisations.txt"),
        events=frozenset(line for line in _lines("own/events.txt") if not line.startswith("#")),
        given=frozenset(_lines("made/given.txt")),
        surnames=frozenset(_lines("made/surnames.txt")),
        words=frozenset(_lines("made/words.txt")),
    )


@cache
def places_by_hand() -> dict[str, str]:
    """Return the places that are met most, and what they are called: place name → canonical name."""
    return _aliases("own/places.txt")


@cache
def name_forms() -> dict[str, frozenset[int]]:
    """Return, for each part of a name with several forms, in small letters, the numbers of the names it is one of."""
    forms: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines("own/name_forms.txt")):
        if not line.startswith("#"):
            for word in line.lower().replace("-", "").split():
                forms[word].add(number)
    return {word: frozenset(numbers) for word, numbers in forms.items()}


@cache
def organisations_abroad(language: str) -> dict[str, str]:
    """Return the organisations known in `language` (ISO 639-1), a script of its own: name as written → English name."""
    rows = _abroad("own/organisations_abroad.txt")
    english = load().organisations
    return {
        name: english.get(known, known)
        for known, of, *names in rows
        if language in of.split(",")
        for each in names
        for name in _expanded(each)
    }


@cache
def persons_abroad() -> dict[str, tuple[str, ...]]:
    """Return parts of persons' names in scripts of their own, by language and what they are ("ja families")."""
    return _keyed("own/persons_abroad.txt")


@cache
def cues_abroad() -> dict[str, tuple[str, ...]]:
    """Return words that tell names in other languages, by language and what they are ("fr heads")."""
    return _keyed("own/cues_abroad.txt")


@cache
def leaders() -> frozenset[str]:
    """Return family names that stand alone for who is meant by far: heads of large states."""
    return frozenset(word for line in _lines("own/leaders.txt") if not line.startswith("#") for word in line.split())


@cache
def lexicon() -> dict[str, tuple[str, ...]]:
    """Return the words that the rules of English turn on, by what they are ("titles")."""
    return _keyed("own/lexicon.txt")


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """Return what the people and things of a place are called, the adjective first, by its canonical name."""
    lines = (line for line in _lines("own/demonyms.txt") if not line.startswith("#"))
    return {place: tuple(called) for place, *called in (line.split("|") for line in lines)}


@cache
def countries() -> frozenset[str]:
    """Return the names of countries, all that each has."""
    states = demonyms().keys() - {"Europe", "Paris", "Sicily", "Texas", "Tibet"}
    return frozenset(name for name, canonical in load().places.items() if canonical in states)


@cache
def exonyms(language: str) -> Exonyms:
    """Return the place names of `language` (ISO 639-1); empty where we have none."""
    english = load().places
    names = {name: english.get(canonical, canonical) for canonical, codes, name in _exonyms() if language in codes}
    for canonical, codes, *listed in _abroad("own/places_abroad.txt"):
        if language in codes.split(","):
            names |= {name: english.get(canonical, canonical) for each in listed for name in _expanded(each)}
    return Exonyms(names, max(map(len, names), default=0))


def _exonyms() -> Iterator[tuple[str, list[str], str]]:
    """Yield English names, the languages that have another one, and that."""
    for line in _lines("made/exonyms.tsv"):
        canonical, *listed = line.split("\t")
        for codes, _, names in (each.partition("=") for each in listed):
            of = codes.split(",")
            yield from ((canonical, of, name) for name in names.split("|"))


@cache
def exonyms_in_latin() -> dict[str, str]:
    """Return the place names of all languages in the Latin script that mean one place only: name → English name."""
    meant: dict[str, set[str]] = defaultdict(set)
    places = load().places
    for canonical, _, name in _exonyms():
        if name[0].isalpha() and name[0] < "\u0250":
            meant[name].add(places.get(canonical, canonical))
    return {name: canonicals.pop() for name, canonicals in meant.items() if len(canonicals) == 1}


@cache
def place_forms() -> tuple[tuple[str, ...], ...]:
    """Return the names of places with several, those of each together."""
    return _rows("own/place_forms.txt")


@cache
def organisation_forms() -> tuple[tuple[str, ...], ...]:
    """Return the names of organisations with several, those of each together."""
    return _rows("own/organisation_forms.txt")


@cache
def federal_bodies() -> frozenset[str]:
    """Return the organisations that are the United States': "U.S." before their names says nothing more."""
    return _listed("# United States", "# Other states")


@cache
def companies() -> frozenset[str]:
    """Return the organisations that are companies."""
    return _listed("# Companies", "# Sports")


@cache
def clubs() -> frozenset[str]:
    """Return the organisations of sports."""
    return _listed("# Sports", "# Music")


@cache
def club_nicknames() -> frozenset[str]:
    """Return the plurals that clubs are called by after their cities: "Falcons"."""
    tables = load()
    found = set()
    for name, club in tables.organisations.items():
        city, _, nickname = name.rpartition(" ")
        if nickname.endswith("s") and (not city or city in tables.places) and club in clubs():
            found.add(nickname)
    return frozenset(found)


def _abroad(path: str) -> Iterator[list[str]]:
    """Yield the columns of lines, which bars part; those between brackets part alternatives."""
    for line in _lines(path):
        if not line.startswith("#"):
            yield _BAR.split(line)


def _expanded(name: str) -> Iterator[str]:
    """Yield what a name with alternatives stands for: "суд(|а)" → "суд", "суда"."""
    parts = (part.strip("()").split("|") if part[0] == "(" else [part] for part in _ALTERNATIVES.findall(name))
    yield from map("".join, product(*parts))


def _listed(first: str, last: str) -> frozenset[str]:
    lines = _lines("own/organisations.txt")
    return frozenset(line.partition("|")[0] for line in lines[lines.index(first) + 1 : lines.index(last)])


@cache
def words_abroad() -> dict[str, str]:
    """Return words in names of organisations, in small letters: word → English, "" for small words."""
    rows = (line.split("|") for line in _lines("own/words_abroad.txt") if not line.startswith("#"))
    return {word: english for english, listed in rows for word in (english.lower(), *listed.split()) if word}


def _keyed(path: str) -> dict[str, tuple[str, ...]]:
    """Return the words of lines that say what they are: "titles: Mr Mrs"."""
    words: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in _lines(path):
        if not line.startswith("#"):
            key, _, listed = line.partition(":")
            words[key] += tuple(listed.split())
    return dict(words)


def _rows(path: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("|")) for line in _lines(path) if not line.startswith("#"))


def _lines(path: str) -> list[str]:
    return (_HERE / path).read_text(encoding="utf-8").splitlines()


def _aliases(path: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _lines(path):
        if "|" not in line:
            if line and line[0] != "#":
                table[line] = line
            continue
        canonical, *others = line.split("|")
        if canonical[0] == "#":
            continue
        # The first line to claim a name keeps it, and a canonical name always means itself.
        for name in others:
            table.setdefault(name, canonical)
        table[canonical] = canonical
    return table
