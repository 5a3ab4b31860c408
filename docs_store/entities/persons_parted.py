"""Names of persons taken apart: given names, initials, the family name; and which of a document's are one person's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import load, name_forms
from docs_store.entities.names import family_name, key, plain

_STYLES: Final = lex.words(
    "Prince Princess King Queen Pope Saint Sir Lord Lady Dame Sister Brother Father Emperor Empress Sultan Shah Emir "
    "Duke Duchess Count Countess Baron Baroness Earl Sheikh Sheik Imam Miss Mrs Mrs. Ms Ms. Madame Mme. Mlle. Frau "
    "Junior Senior"
)
"""Titles by which another may be meant than who bears the family name."""

_FUSED: Final = 5
_NO_INITIALS: Final = lex.words("DJ MC MP PC PM QC MD")

_UMLAUT: Final = re.compile("(?<=[^aeiou])([aou])e(?=[^aeiou])")
"""An umlaut as it is written without its dots: "Joerg"."""


class Person(NamedTuple):
    """A name taken apart. All parts are in small letters, without diacritics."""

    given: tuple[str, ...]
    """All but the family name, particles and titles; initials are single letters."""
    family: str
    suffix: str
    titled: bool
    """It has a title by which more may be meant than by the name, as that of Prince Charles, or Mrs Varga."""

    @property
    def bare(self) -> bool:
        """Whether it is a family name and nothing else."""
        return not (self.given or self.suffix or self.titled)


@lru_cache(maxsize=8_192)
def parted(name: str) -> Person:
    """Return `name` taken apart."""
    words = [word.rstrip(",") for word in name.split() if key(word)]
    if not words:
        return Person((), "", "", titled=False)
    titled = False
    while len(words) > 1 and words[0] in lex.TITLES and not (len(words) == 2 and _is_given(words[0])):
        titled = titled or words[0] in _STYLES
        del words[0]
    suffix = words.pop() if len(words) > 1 and words[-1] in lex.SUFFIXES else ""
    family = family_name(" ".join(words))
    at = 0 if words[0] == family and len(words) > 1 else len(words) - 1
    given = [word for place, word in enumerate(words) if place != at and not _is_particle(word, place)]
    known = load().given
    while len(given) > 1 and len(given[0]) > 1 and plain(given[0]) not in known and plain(given[1]) in known:
        del given[0]  # "Defence Caspar Weinberger", "MEP Robert Kilroy-Silk"
    particle, hyphen, bare = family.partition("-")
    if hyphen and particle.lower() in lex.NAME_PARTICLES:  # "al-Assad"
        family = bare
    if len(family) > _FUSED and family[:2] in ("Al", "El") and family[2].isupper():  # "ElBaradei"
        family = family[2:]
    letters: list[str] = []
    for word in given:
        if word.isascii() and word.isalpha() and not word.isupper():
            letters.append(word.lower())
        else:
            letters += _letters(word, shouted=name.isupper() or load().is_word(family.lower()))
    return Person(tuple(letters), key(family), key(suffix), titled)


def _is_given(title: str) -> bool:
    """Tell whether a title may be a given name, or an initial: "Dean Tarrow", "M. Tarrow"."""
    return title == "M." or (title not in _STYLES and title in load().given)


def _is_particle(word: str, place: int) -> bool:
    """Tell whether a word is none of the given names: "de", and "De" at the beginning; but Ben Gates has one."""
    return word.lower() in lex.NAME_PARTICLES and (place > 0 or word not in load().given)


def _letters(word: str, *, shouted: bool) -> Iterator[str]:
    """Yield a word's letters; those of "T.B." and "JK" one by one, and "Jean-Claude" as two words.

    `shouted` tells that capitals say nothing.
    """
    parts = [part for part in re.split(r"[.-]+", plain(word)) if part]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        yield from map(str.lower, parts)
    elif not shouted and len(word) == 2 and word.isalpha() and word.isupper() and word not in _NO_INITIALS | lex.ROMAN:
        yield from word.lower()
    elif len(parts) == 2 and all(part.lower() in load_given() for part in parts):
        yield from map(key, parts)
    elif spelled := key(word):
        yield spelled


def is_initial(person: Person) -> bool:
    """Tell whether only initials stand before the family name."""
    return all(len(part) == 1 for part in person.given)


def one_person_each(names: Iterable[str]) -> dict[str, str]:
    """Return, for those of a document's full names that are another one's short form, that: "O. Varga" → "Odile Varga".

    Initials and short forms count, more does not: two people of one text may be called nearly alike. Where a name may
    be that of two, it stays as it is.
    """
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_last[name.rpartition(" ")[2]].append(name)
    meant = {}
    for same in by_last.values():
        bearers = [(name, parted(name)) for name in same] if len(same) > 1 else []
        for name, person in bearers:
            alike = [other for other in bearers if other[0] != name and _is_short_or_long(person, other[1])]
            sure = all(_is_short_or_long(one[1], other[1]) for one, other in combinations(alike, 2))
            fullest = max([(name, person), *alike], key=lambda each: sum(map(len, each[1].given)))[0]
            if sure and fullest != name:
                meant[name] = fullest
    return {name: full for name, full in meant.items() if full not in meant}


def _is_short_or_long(one: Person, other: Person) -> bool:
    """Tell whether one text may call a person by both: the given names are the same, or a form or initials of them."""
    same = one.family == other.family and one.suffix == other.suffix and len(one.given) == len(other.given)
    return same and all(
        mine == its or (mine[0] == its[0] and 1 in (len(mine), len(its))) or is_form(mine, its)
        for mine, its in zip(one.given, other.given, strict=True)
    )


@lru_cache(maxsize=16_384)
def _dotless(word: str) -> str:
    """Return a word with its umlauts as letters without dots: "joerg" → "jorg"."""
    return _UMLAUT.sub(r"\1", word)


def is_form(one: str, other: str) -> bool:
    """Tell whether two words are one name, but for umlauts, or forms of one that are known: "Bill", "William"."""
    if one[:1] == other[:1] and _dotless(one) == _dotless(other):
        return True
    return not name_forms().get(one, frozenset()).isdisjoint(name_forms().get(other, ()))


@lru_cache(maxsize=1)
def load_given() -> frozenset[str]:
    """Return the given names known, in small letters."""
    return frozenset(map(key.__wrapped__, load().given))  # past the cache, which these would fill
