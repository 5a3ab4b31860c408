"""What in a run of words is a person's name: titles before it, given names, surnames, initials, order."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities.names import is_east_asian, plain
from docs_store.entities.words import CERTAIN, LIKELY, Words

COMPOUNDED: Final = re.compile(
    "[A-Z]+[a-z]*(?:Bank|Corp|Tech|Soft|Net|Media|Group|Air|Star|Com|Care|Power|Gen)(?![a-z])"
)
"""Words that firms are called by: "VarnBank"."""
_LONG: Final = 6
"""Letters of a word at most that may be a given name though it ends as what somebody does: "Norman"."""


def after_titles(run: Words, low: int, high: int) -> int:
    """Return where a name begins after the last title in the stretch, 0 where there is no title or nothing after it."""
    words = run.words
    if words[low] != "Lord" and lex.TITLE_HEADS.isdisjoint(words[low : high - 1]):
        return 0  # most runs
    last = -1
    for at in range(low, high - 1):
        # "Attorney General", and not the "General" of "American General".
        general = words[at] == "General" and at > low and words[at - 1] in lex.DEMONYMS
        if (words[at] in lex.TITLE_HEADS and not general) or (at == low and words[at] == "Lord"):
            last = at
        elif words[at] == "of" and last == at - 1:
            last = _phrase_end(run, last, high) or last
    if last < 0:
        return 0
    while last + 2 < high and words[last + 1] in lex.TITLES:
        last += 1
    if last + 1 >= high:
        return 0
    # "Mr Major": a title by itself, but nobody is addressed by two.
    surname = last + 2 == high and words[last] in lex.HONORIFICS and words[last + 1] in run.gazetteer.surnames
    return last + 1 if surname or words[last + 1] not in lex.TITLES else 0


def after_demonym(run: Words, low: int, high: int) -> int:
    """Return where a person's full name begins: after a word for a people, or of the language.

    "American Odile Varga", and "Lineman Tom Tarrow".
    """
    for at in range(low + 2, high - 1):  # "(Minister for) Economic Affairs Odile Varga"
        if not (run.is_common(at - 1) and run.is_common(at - 2)) or run.words[at - 1] in lex.HEADS:
            break
        if plain(run.words[at]) in run.gazetteer.given and person_weight(run, at, high) >= CERTAIN:
            return at
    word = run.words[low]
    named = plain(run.words[low + 1]) in run.gazetteer.given if high - low > 2 else False
    if not named and (high - low < 3 or run.is_borne(word)):
        return low
    if run.is_borne(word) and word not in lex.NATIONALS:
        return low
    common = named and (run.gazetteer.is_word(run.lower[low]) or (low == 0 and run.opens and _is_trade(run.lower[0])))
    if word not in lex.DEMONYMS and not (common and word not in lex.HEADS):
        return low
    return low + 1 if person_weight(run, low + 1, high) >= (CERTAIN if common else LIKELY) else low


def _is_trade(lower: str) -> bool:
    """Tell what somebody does: "lampkeeper", "goal-kickers"."""
    return len(lower) > _LONG and lower.endswith(("man", "men", "woman", "women", "keeper", "keepers", "-kickers"))


def _phrase_end(run: Words, at: int, high: int) -> int:
    """Return the index of the last word of a title like "Secretary of State" that begins at `at`, or 0."""
    for phrase in lex.TITLE_PHRASES:
        parts = phrase.split(" ")
        if run.words[at : at + len(parts)] == parts and at + len(parts) < high:
            return at + len(parts) - 1
    return 0


def looks_personal(run: Words, low: int, high: int) -> bool:
    """Tell whether what follows a title may be a person: few words, and no company or people among them."""
    return high - low <= 4 and not any(
        word in lex.DEMONYMS or (word in lex.CORPORATE and at == high - 1)
        for at, word in enumerate(run.words[low:high], low)
    )


def person_weight(run: Words, low: int, high: int) -> float:
    """Return how sure the stretch is a person's name, 0.0 where it does not look like one."""
    words, size, tables = run.words, high - low, run.gazetteer
    if size > 6 or any(word in lex.DEMONYMS and word not in tables.surnames for word in words[low + 1 : high]):
        return 0.0
    if _family_name_first(run, low, high) or (size == 2 and words[low + 1] == "Lama"):  # "Dalai Lama"
        return CERTAIN
    first, last = words[low], words[high - 1]
    if first in lex.PARTISANS:
        return 0.0
    if (last.isupper() and run.known_body(high - 1, high)) or (first.isupper() and run.known_body(low, low + 1)):
        return 0.0  # "Irish FA", "GE Quenby"
    family = high - 2 if last in lex.SUFFIXES and size > 2 else high - 1
    given = plain(first) in tables.given
    surname = plain(words[family]) in tables.surnames
    common = tables.is_word(run.lower[family])
    if last in lex.TITLES and not surname:
        return 0.0
    if given and (not common or surname) and size <= 4:
        a_place = first in tables.places and first not in tables.doubtful_places
        return LIKELY if a_place and not surname else CERTAIN
    if COMPOUNDED.match(first) or run.is_code(first) or (last not in lex.SUFFIXES and run.is_code(last)):
        return 0.0  # "NHS England", "OSK Varga", "Osk Varga GSI"
    opens_common = tables.is_word(run.lower[low])
    if given and size == 2 and not (opens_common or first in lex.DEMONYMS or first in tables.places):
        return LIKELY  # "Stevie Wonder": a surname that only the word list knows
    if (run.known_place(low, low + 1) or last in lex.BRANCHES) and not given:
        return 0.0
    if _has_initials(run, low, high) and size <= 4 and (surname or not common):
        return LIKELY if common else CERTAIN  # "O. Brown"
    particle = any(word in lex.NAME_PARTICLES for word in words[low + 1 : high - 1])
    if particle and size <= 5 and (given or surname):
        return LIKELY
    return LIKELY if surname and not opens_common and not common and size <= 3 else 0.0


def _has_initials(run: Words, low: int, high: int) -> bool:
    first = run.words[low]
    leading = (len(first) == 2 or first.count(".") > 1) and first[1:2] == "." and first != "U.S."
    return leading or any(len(word) == 2 and word[1] == "." for word in run.words[low + 1 : high - 1])


def _family_name_first(run: Words, low: int, high: int) -> bool:
    words = run.words[low:high]
    if not is_east_asian(words) or any(word in lex.HEADS or word in lex.TITLES for word in words[1:]):
        return False
    # "Song Min", and not "Song Book".
    return len(words) == 3 or not run.gazetteer.is_word(run.lower[high - 1])


def ends_a_person(run: Words, low: int, high: int) -> bool:
    """Tell "Charlotte Church" and "Mary Ann Banks" from "Chase Manhattan Bank" and "Charlotte Co"."""
    if run.words[high - 1] in lex.LEGAL or run.words[high - 1] == "Bank" or high - low > 3:
        return False
    middle = run.words[low + 1]
    return high - low == 2 or plain(middle) in run.gazetteer.given or middle.endswith(".")


def is_odd_person(run: Words, low: int, high: int) -> bool:
    """Tell "Gray Varga": a family name after a word that is no head of anything."""
    if high - low != 2 or (run.opens and low == 0) or run.known_place(low + 1, high):
        return False
    first, last = run.words[low], run.words[low + 1]
    family = plain(last) in run.gazetteer.surnames and not run.gazetteer.is_word(run.lower[low + 1])
    return family and run.gazetteer.is_word(run.lower[low]) and first not in lex.HEADS and first not in lex.TITLES


def is_rare_person(run: Words, low: int, high: int) -> bool:
    """Tell "Osk Cooper": a family name that is a word too, after what is no word, no place and no letters."""
    first, last = run.words[low], run.words[high - 1]
    if high - low != 2 or last not in run.gazetteer.surnames or last in lex.HEADS or last in lex.TITLES | lex.CORNERS:
        return False
    return first.isalpha() and not (first.isupper() or run.gazetteer.is_word(run.lower[low]) or run.known(low, low + 1))
