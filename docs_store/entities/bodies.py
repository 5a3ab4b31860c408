"""The organisations of a document, found again by what a text calls them when it has named them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities.names import ACRONYM_SKIPS, initials, key

_LONGEST_ACRONYM: Final = 8
_SHORTEST_ACRONYM: Final = 3
"""Letters of an acronym that needs no definition: where two fit one organisation, they fit too many."""


_SA_DE_CV: Final = (["de", "CV"], ["de", "C.V."])
"""What is left of the Mexican form when its last word is."""

_REMEMBERED: Final = 20_000
"""Names whose short forms are kept: the articles of an archive name the same bodies."""


@dataclass(slots=True)
class Organisations:
    """The organisations of a document, found again by their acronym, or by a part of their name.

    Spellings that differ in case and hyphens alone, or in "Corp", "Ltd" and the like, are one body's.
    """

    _names: dict[str, str] = field(default_factory=dict)
    """Body → its name: the first spelling, and of these the first with "Corp" or the like."""
    _acronyms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _defined: dict[str, str] = field(default_factory=dict)
    _cores: dict[str, str] = field(default_factory=dict)
    """The name without "Corp", "Ltd" and the like → the body."""
    _parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Two words or more of the beginning or the end, or the last word where it is no head → the bodies."""
    _firsts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _lasts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The last word before "Corp" and the like → the bodies."""

    def add(self, name: str) -> None:
        """Note an organisation of two words or more."""
        short = _shortened(name)
        body = short.body
        known = self._names.setdefault(body, name)
        if short.core:
            if not _shortened(known).core:
                self._names[body] = name
            self._cores[short.core] = body
            self._lasts[short.core.rpartition(" ")[2]].add(body)
        for part in short.parts:
            self._parts[part].add(body)
        self._firsts[short.first].add(body)
        for acronym in short.acronyms:
            self._acronyms[acronym].add(body)

    def define(self, acronym: str, name: str) -> None:
        """Note that the text gives `acronym` for `name`."""
        self._defined[acronym] = self._defined[acronym.replace(".", "")] = name

    def called(self, name: str) -> str | None:
        """Return the organisation whose whole name `name` is but for "Corp", "Ltd" and the like, if there is one."""
        body = self._cores.get(name) or (key(name) if " " in name else "")
        full = self._names.get(body)
        return full if full is not None and _shortened(full).core else None

    def named_by(self, word: str) -> str | None:
        """Return the organisation whose name begins with `word`, or ends with it before "Corp", if there is one."""
        return self._only(self._firsts.get(word)) or self._only(self._lasts.get(word))

    def has_first(self, word: str) -> bool:
        """Tell whether the name of any organisation begins with `word`."""
        return word in self._firsts

    def canonical(self, name: str) -> str | None:
        """Return the full name that `name` stands for, or None where there is none or more than one."""
        full = self._defined.get(name)
        if full is None and name.isupper():
            full = self._only(self._acronyms.get(name.replace(".", "")))
        longer = self._parts.get(name) or (self._firsts.get(name) if " " not in name else None)
        return full or (self.called(name) if name in self._cores else self._only(longer))

    def _only(self, bodies: set[str] | None) -> str | None:
        return self._names[next(iter(bodies))] if bodies is not None and len(bodies) == 1 else None


class _Shortened(NamedTuple):
    """What a text may call an organisation when it has named it."""

    body: str
    """What the spellings of its name share."""
    first: str
    """Its first word."""
    core: str
    """The name without "Corp", "Ltd" and the like, "" where that is all of it, or nothing."""
    parts: tuple[str, ...]
    """Two words or more of the beginning or the end, and the last word where it is no head."""
    acronyms: frozenset[str]


def without_form(name: str) -> str:
    """Return a company's name without "Corp", "Ltd" and the like; "" where it has nothing of the kind."""
    return _shortened(name).core


@lru_cache(maxsize=_REMEMBERED)
def _shortened(name: str) -> _Shortened:
    words = name.split()
    parts = [" ".join(words[-size:]) for size in range(2, len(words))]
    parts += [" ".join(words[:size]) for size in range(2, len(words)) if words[size - 1].lower() not in ACRONYM_SKIPS]
    if words[-1] not in lex.ORGANISATION_HEADS or words[-1] in lex.CLUB_NAMES:
        parts.append(words[-1])
    core = len(_core(words))
    is_part = 0 < core < len(words)
    proper = " ".join(words[:core])
    return _Shortened(key(proper or name), words[0], proper if is_part else "", tuple(parts), _acronyms(words, core))


def _acronyms(words: Sequence[str], core: int) -> frozenset[str]:
    """Return the acronyms that may stand for an organisation of which `words[:core]` is the name proper."""
    capitals = "".join(word[0] for word in words if word.lower() not in ACRONYM_SKIPS).upper()
    # "Western Mining Corp Holdings Ltd" is WMC.
    found = {capitals[:end] for end in range(len(capitals) - len(words) + core, len(capitals) + 1)}
    if any("-" in word for word in words):
        found.add(initials(" ".join(words)))
    for whole in tuple(found):
        if _SHORTEST_ACRONYM < len(whole) - 1 < _LONGEST_ACRONYM:  # one word may be passed over
            found |= {whole[:at] + whole[at + 1 :] for at in range(1, len(whole) - 1)}
    return frozenset(acronym for acronym in found if len(acronym) >= _SHORTEST_ACRONYM)


def _core(words: Sequence[str]) -> Sequence[str]:
    """Return `words` without what only says that they name a company."""
    end = len(words)
    while end and (words[end - 1].rstrip(",.") in lex.COMPANY_TAILS or words[end - 1 :][:2] in _SA_DE_CV):
        end -= 1
    return words[:end]
