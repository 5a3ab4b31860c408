"""Bodies in a run of capitals behind whose names more stands: somebody, a place, or what nothing tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs_store.entities import lexicon as lex
from docs_store.entities.names import plain
from docs_store.entities.persons import person_weight
from docs_store.entities.words import CERTAIN, ORGANISATION

if TYPE_CHECKING:
    from docs_store.entities.naming import Naming

KNOWN_WORDS: Final = 6
"""Words of the longest names that are looked up inside a longer run."""


def name_before_somebody(run: Naming, low: int, high: int) -> bool:
    """Name a body that a head ends, and who is behind it: "Osk Institute Odile Varga"."""
    given = run.gazetteer.given
    for at in range(low + 1, high - 2):
        begin = at + 1
        while begin < high - 2 and run.words[begin] in lex.TITLES:
            begin += 1
        headed = run.words[at] in lex.ORGANISATION_HEADS and plain(run.words[low]) not in given
        if headed and plain(run.words[begin]) in given and person_weight(run, begin, high) >= CERTAIN:
            run.name(low, at + 1)
            run.name(begin, high)
            return True
    return False


def name_after_body(run: Naming, low: int, high: int) -> bool:
    """Name a body known by several words, and who or what is behind it: "Osk Commission Varga"."""
    for end in range(min(high - 1, low + KNOWN_WORDS), low + 1, -1):
        if run.known_body(low, end) and not run.is_of_people(low):
            if high - end == 1 and run.known_place(end, high):
                run.add(low, high, ORGANISATION, CERTAIN)  # "General Lamps Europe"
                return True
            run.take_known(low, end)
            while end < high and run.words[end] in lex.LEGAL:
                end += 1
            if end == high:
                return True
            somebody = run.is_borne(run.words[end]) or not lex.TITLES.isdisjoint(run.words[end:high])
            if somebody or run.is_acronym(end) or run.known(end, high):
                run.name(end, high)
            return True
    return False
