"""Whether two names of persons may be one person's: initials, short forms, middle names, transliterations.

What is said here holds where few persons share the family name; `spellings` sees to that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import load, name_forms
from docs_store.entities.names import family_name, key, plain

_SLIP: Final = 5
"""Letters from which one letter more, less or other is a slip: "Wiliam", but not "Tim" and "Kim"."""

_TRANSLITERATED: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^[jy](?=[e])", ""),  # Yeltsin, Jelzin, Eltsine
        (r"c(?=[aoulrt])", "k"),
        (r"dsch|dzh", "j"),
        (r"s?tsch|s?tch|tsj|cz|shch|sch|sh|ch|sz|sj", "s"),
        (r"(?<=vi)c$", "s"),  # -vić
        (r"kh|q|ck|k", "k"),
        (r"zh|ts|tz|z", "z"),
        (r"ph", "f"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ks", "x"),
        (r"w|ff$", "v"),
        (r"v+", "v"),
        (r"[jy]", "i"),
        (r"ou|oo", "u"),
        (r"(?<=[^aeiou])ii+|(?<=[^aeiou])ie?$", "i"),
        (r"i+", "i"),
        (r"(?<=[a-z]{4})e$", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""How spellings of one sound in several alphabets are made one; each pattern is linear."""

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

_VOWELS: Final = re.compile("[aeiou]+")


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


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """Return what spellings of a word in several alphabets nearly share: "Zelenskyy", "Zelenski" → "zelenski"."""
    for pattern, replacement in _TRANSLITERATED:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """Return what is looked up for a family name: its consonants as they sound, or the first of its known forms."""
    if forms := name_forms().get(word):
        return f"={min(forms)}"
    return _VOWELS.sub("", sound(word)).replace("z", "s") or word  # German writes Selenskyj


def may_be_one(one: Person, other: Person) -> bool:
    """Tell whether two full names may be one person's."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if one.family != other.family:  # else that is all to be asked of it: most who are compared share it
        if _is_turned(one, other) or _has_second_family(one, other) or _has_second_family(other, one):
            return True
        if not family_agrees(one.family, other.family) and not (
            one.given == other.given and _is_slip(one.family, other.family, load_surnames())
        ):
            return False
    longer, shorter = sorted((one.given, other.given), key=len, reverse=True)
    return bool(shorter) and _givens_agree(longer, shorter, rare=one.family not in load_surnames())


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
        mine == its or (mine[0] == its[0] and 1 in (len(mine), len(its))) or _is_form(mine, its)
        for mine, its in zip(one.given, other.given, strict=True)
    )


def turned(person: Person) -> str:
    """Return what "Varga Odile" shares with "Odile Varga"; "" for names of more parts, or with initials."""
    if len(person.given) != 1 or len(person.given[0]) == 1:
        return ""
    return " ".join(sorted((*person.given, person.family)))


def second_family(person: Person) -> str:
    """Return the family name after which another one stands, as in "Luisa Vargas Prieto"; "" where there is none."""
    last = person.given[-1] if len(person.given) > 1 else ""
    return last if len(last) > 1 and last not in load_given() else ""


def _is_turned(one: Person, other: Person) -> bool:
    """Tell whether the one is the other with the family name first, and no name that two people may bear so."""
    if not turned(one) or turned(one) != turned(other):
        return False
    return any(part not in load_given() or part not in load_surnames() for part in (one.family, other.family))


def bears(person: Person, family: str) -> bool:
    """Tell whether the person may be meant by a family name alone, which is written so, or otherwise in a known way."""
    long = min(len(family), len(person.family)) > _SLIP
    slip = long and OSA.distance(family, person.family, score_cutoff=1) <= 1
    return slip or family == person.family or _is_form(family, person.family)


def _has_second_family(one: Person, other: Person) -> bool:
    """Tell whether the one is the other with a second family name: "Luisa Vargas Prieto" is Luisa Vargas."""
    first = second_family(one)
    return bool(first) and one.given[:-1] == other.given and len(one.given[0]) > 1 and first == other.family


def is_initial(person: Person) -> bool:
    """Tell whether only initials stand before the family name."""
    return all(len(part) == 1 for part in person.given)


def family_agrees(one: str, other: str) -> bool:
    """Tell whether two family names are spellings of one."""
    return one == other or _is_form(one, other) or _sounds(one, other, load_surnames())


def _givens_agree(longer: Sequence[str], shorter: Sequence[str], *, rare: bool) -> bool:
    """Tell whether the shorter list is the longer one with parts left out that may be.

    Initials may, and words that are nobody's given name, and what comes after the first: but Paul Jones is not John
    Paul Jones. Nor is J.C. Bradford Charles Bradford: what follows a part left out has to agree by more than its first
    letter. `rare` tells that few bear the family name.
    """
    if len(longer) > len(shorter) and ("".join(longer) == "".join(shorter) or _is_end(longer, shorter)):
        return True
    at = 0
    for place, part in enumerate(longer):
        agree = at < len(shorter) and _agree(part, shorter[at], rare=rare)
        if agree and (at == place or min(len(part), len(shorter[at])) > 1):
            at += 1
        elif len(part) > 1 and part in load_given() and not (at and len(shorter[0]) > 1):
            return False
    return at == len(shorter)


def _is_end(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Tell whether the shorter list is the end of the longer and has a family name: "Vargas Prieto" of Luisa's."""
    ends = len(shorter) < len(longer) and tuple(longer[-len(shorter) :]) == tuple(shorter)
    return ends and any(len(part) > 1 and part not in load_given() for part in shorter)


def _agree(one: str, other: str, *, rare: bool) -> bool:
    if one == other or _is_form(one, other):
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    known = load_given()
    return _sounds(one, other, known) or _is_slip(one, other, known) or (rare and _is_vowel_slip(one, other))


def _is_vowel_slip(one: str, other: str) -> bool:
    """Tell whether two names known differ by a vowel inside, or by letters that changed places: "Danial"."""
    ends = one[0] == other[0] and one[-1] == other[-1] and _VOWELS.sub("", one) == _VOWELS.sub("", other)
    return ends and min(len(one), len(other)) >= _SLIP and OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=16_384)
def _dotless(word: str) -> str:
    """Return a word with its umlauts as letters without dots: "joerg" → "jorg"."""
    return _UMLAUT.sub(r"\1", word)


def _is_form(one: str, other: str) -> bool:
    if one[:1] == other[:1] and _dotless(one) == _dotless(other):
        return True
    return not name_forms().get(one, frozenset()).isdisjoint(name_forms().get(other, ()))


def _sounds(one: str, other: str, known: frozenset[str]) -> bool:
    """Tell whether two words are spellings of one that is written in another alphabet."""
    if one[:1] != other[:1] and skeleton(one)[:1] != skeleton(other)[:1]:
        return False
    heard, other_heard = sound(one), sound(other)
    if one in known or other in known:  # "Kelly" and "Kelley" are two names, and Murison is not Morrison
        return heard == other_heard and not (one in known and other in known)
    most = 1 if min(len(heard), len(other_heard)) >= _SLIP else 0
    return skeleton(one) == skeleton(other) and OSA.distance(heard, other_heard, score_cutoff=most) <= most


def _is_slip(one: str, other: str, known: frozenset[str]) -> bool:
    if min(len(one), len(other)) < _SLIP or (one in known and other in known):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=1)
def load_given() -> frozenset[str]:
    """Return the given names known, in small letters."""
    return frozenset(map(key, load().given))


@lru_cache(maxsize=1)
def load_surnames() -> frozenset[str]:
    """Return the family names known, in small letters."""
    return frozenset(map(key, load().surnames))
