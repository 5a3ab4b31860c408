"""Whether two names of persons may be one person's: initials, short forms, middle names, transliterations.

What is said here holds where few persons share the family name; `spellings` sees to that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from docs_store.edits import OSA
from docs_store.entities.gazetteer import load, name_forms
from docs_store.entities.names import key
from docs_store.entities.persons_parted import Person, is_form, load_given

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

_VOWELS: Final = re.compile("[aeiou]+")


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
    return slip or family == person.family or is_form(family, person.family)


def _has_second_family(one: Person, other: Person) -> bool:
    """Tell whether the one is the other with a second family name: "Luisa Vargas Prieto" is Luisa Vargas."""
    first = second_family(one)
    return bool(first) and one.given[:-1] == other.given and len(one.given[0]) > 1 and first == other.family


def family_agrees(one: str, other: str) -> bool:
    """Tell whether two family names are spellings of one."""
    return one == other or is_form(one, other) or _sounds(one, other, load_surnames())


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
    if one == other or is_form(one, other):
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    known = load_given()
    return _sounds(one, other, known) or _is_slip(one, other, known) or (rare and _is_vowel_slip(one, other))


def _is_vowel_slip(one: str, other: str) -> bool:
    """Tell whether two names known differ by a vowel inside, or by letters that changed places: "Danial"."""
    ends = one[0] == other[0] and one[-1] == other[-1] and _VOWELS.sub("", one) == _VOWELS.sub("", other)
    return ends and min(len(one), len(other)) >= _SLIP and OSA.distance(one, other, score_cutoff=1) <= 1


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
def load_surnames() -> frozenset[str]:
    """Return the family names known, in small letters."""
    return frozenset(map(key.__wrapped__, load().surnames))
