"""One canonical name for every spelling of it in a document: surnames, hyphens, diacritics, acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import load

_SEPARATORS: Final = re.compile(r"[\W_]+")
_ASCII_SEPARATORS: Final = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())
_HYPHENS: Final = re.compile("[-‐–]")
_SYLLABLES: Final = re.compile(
    "(?:(?:[csz]h|[kpt]h|hs|t[sz]|ng|tr|[kmhrby]y|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,3}(?:ng|nh|[nklmprtc])?){1,2}",
    re.IGNORECASE,
)
"""One or two syllables of Korean, Chinese or Vietnamese, romanised."""
_STROKED: Final = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "’": "'", "ı": "i", "İ": "I"}
)
ACRONYM_SKIPS: Final = lex.words("of the and for on in to & de la et des du")
"""Words whose initials acronyms leave out."""
_SHORTEST_VARIED: Final = 10
_LONGEST_VARIED: Final = 60
"""Letters of names in which one letter more or less is a slip: in shorter ones it is another name."""

_REMEMBERED: Final = 20_000
"""Names whose keys are kept: the same ones are asked for several times in an article, and in the next ones."""


def plain(name: str) -> str:
    """Return `name` without diacritics: "Dvořák" → "Dvorak"."""
    return name if name.isascii() else _without_diacritics(name)


@lru_cache(maxsize=_REMEMBERED)
def _without_diacritics(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.translate(_STROKED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=_REMEMBERED)
def key(name: str) -> str:
    """Return what spellings of one name share: "Choe Son Hui", "Choe Son-hui" and "CHOE SON-HUI" → "choesonhui"."""
    if name.isascii():
        return name.lower() if name.isalnum() else name.translate(_ASCII_SEPARATORS).lower()
    return _SEPARATORS.sub("", plain(name)).lower()


def initials(name: str) -> str:
    """Return the capitals an organisation's acronym is made of: "World Health Organization" → "WHO"."""
    words = re.split(r"[ \u00a0-]+", name)
    return "".join(word[0] for word in words if word and word.lower() not in ACRONYM_SKIPS).upper()


def abbreviates(acronym: str, name: str) -> bool:
    """Tell whether the letters of `acronym` stand in `name` in their order, beginning with its first."""
    letters = iter(plain(name).lower())
    short = plain(acronym).lower().replace(".", "")
    return short[:1] == plain(name)[:1].lower() and all(letter in letters for letter in short)


def is_east_asian(words: Sequence[str]) -> bool:
    """Tell whether `words` are a name with the family name first: "Kim Jong Un", "Choe Son-hui", "Deng Xiaoping"."""
    if not 2 <= len(words) <= 3 or words[0] not in lex.EAST_ASIAN_FAMILIES:
        return False
    if not all(_SYLLABLES.fullmatch(part) for word in words[1:] for part in _HYPHENS.split(word)):
        return False
    tables = load()
    if len(words) == 3 or "-" in words[1]:
        return True
    # "Kim Hunter", "Lee Cooper": given names of the West too.
    return words[0] not in tables.given or words[1] not in tables.surnames


def family_name(name: str) -> str:
    """Return the word by which a person is named again: the family name, first in East Asian names."""
    words = name.split()
    while len(words) > 1 and words[-1] in lex.SUFFIXES:
        words.pop()
    return words[0] if is_east_asian(words) else words[-1].rstrip(",")


@dataclass(slots=True)
class People:
    """The full names of a document, found again by a part of them."""

    _full: dict[str, str] = field(default_factory=dict)
    """Key of a full name → the spelling seen first."""
    _by_family: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _by_other: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _by_tail: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Key of all words but the first, where these are two or more → full names: two family names, and particles."""

    def add(self, name: str) -> None:
        """Note a full name of two words or more."""
        identity = key(name)
        if identity in self._full:
            return
        self._full[identity] = name
        parts = _parts(name)
        for family in parts.families:
            self._by_family[family].append(name)
        if parts.other:
            self._by_other[parts.other].append(name)
        if parts.tail:
            self._by_tail[parts.tail].add(name)

    def canonical(self, name: str) -> str | None:
        """Return the full name that `name` stands for, or None where nobody, or more than one person, bears it."""
        identity = key(name)
        if " " in name or identity in self._full:
            tailed = self._by_tail.get(identity)
            return next(iter(tailed)) if tailed is not None and len(tailed) == 1 else self._merged(identity, name)
        bearers = self._by_family.get(identity) or self._by_other.get(identity) or []
        distinct = {self._merged(key(bearer), bearer) for bearer in bearers}
        return distinct.pop() if len(distinct) == 1 else None

    def bears(self, word: str) -> bool:
        """Tell whether `word` is the family name, or the first name, of anybody in the document."""
        identity = key(word)
        return identity in self._by_family or identity in self._by_other

    def has_family(self, word: str) -> bool:
        """Tell whether `word` is the family name of anybody in the document."""
        return key(word) in self._by_family

    def has_tail(self, name: str) -> bool:
        """Tell whether `name` is all of a full name but its first word: "El Osk" of "Odile El Osk"."""
        return bool(self._by_tail) and key(name) in self._by_tail

    def _merged(self, identity: str, name: str) -> str:
        """Return the one spelling of a full name: "George W. Bush" for "George Bush" where there is one such Bush."""
        written = self._full.get(identity, name)
        family = self._by_family.get(key(family_name(written)), ())
        if len(family) == 1 and family[0] == written:  # nearly always
            return written
        words = written.split()
        same = [other for other in family if _same_but_middle(words, other.split())]
        longest = max(same, key=len, default=written)
        # Two Bushes with different initials: the bare name stays by itself.
        agree = all(_same_but_middle(longest.split(), other.split()) for other in same)
        return longest if agree and len(longest) > len(written) else written


class _Parts(NamedTuple):
    """Keys of the parts of a full name by which somebody is named again."""

    families: tuple[str, ...]
    """Of the family name, and of that without its particle: "al-Assad", "Assad"."""
    other: str
    """Of the first word that is not the family name, "" where there is none."""
    tail: str
    """Of two family names, as in "Ernesto Díaz Torres"; "" where there are none."""


@lru_cache(maxsize=_REMEMBERED)
def _parts(name: str) -> _Parts:
    words = name.split()
    family = family_name(name)
    other = next((word for word in words if word != family), "")
    rest = words[1:]
    tailed = len(rest) > 1 and "." not in rest[0] and rest[-1] not in lex.SUFFIXES
    tailed = tailed and plain(rest[0]) not in load().given  # Paul Jones is not John Paul Jones
    families = (key(family), key(family.partition("-")[2]))
    return _Parts(tuple(filter(None, families)), key(other), key(" ".join(rest)) if tailed else "")


def _same_but_middle(one: list[str], other: list[str]) -> bool:
    """Tell whether two full names differ only in a middle name that one of them leaves out or shortens.

    Not a given name, left out: John Quincy Adams is the son of John Adams.
    """
    if one[0] != other[0] or one[-1] != other[-1] or not one[1:] or not other[1:]:
        return False
    middle, second = one[1:-1], other[1:-1]
    if not middle or not second:
        left_out = middle + second
        return not left_out or (len(left_out) == 1 and plain(left_out[0]) not in load().given)
    return len(middle) == len(second) and all(
        a[0] == b[0] and (a == b or "." in (a[1:2], b[1:2])) for a, b in zip(middle, second, strict=True)
    )


def one_letter_more(identities: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of which the first is the second with one letter more: slips of the pen, and plurals."""
    known = frozenset(each for each in identities if _SHORTEST_VARIED <= len(each) <= _LONGEST_VARIED)
    halves = {half for each in known for half in _halves(each, len(each))}
    for longer in sorted(known):
        if halves.isdisjoint(_halves(longer, len(longer) - 1)):
            continue  # as nearly all: a letter more leaves one half as it was
        for shorter in sorted({longer[:at] + longer[at + 1 :] for at in range(len(longer))} & known):
            yield longer, shorter


def _halves(word: str, letters: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return the first and the last letters of `word`, half as many as `letters`, with that number."""
    half = letters // 2
    return (letters, word[:half]), (letters, word[-half:])
