"""Names in other languages of the Latin script that runs of capitals hold: what is known by heart, and full names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import Gazetteer, exonyms, load
from docs_store.entities.latin import Found, is_determined, is_name, is_there, no_bodies
from docs_store.entities.latin_patterns import listed
from docs_store.entities.names import plain
from docs_store.entities.runs import find_runs
from docs_store.model import EntityKind

_AND: Final = frozenset((", ", " und ", " oder ", " et ", " ou ", " y ", " o ", " e ", " en ", " of "))
"""What stands between places that are named together."""
_THERE_TOO: Final = {"de": "in ", "fr": "à ", "es": "en ", "it": "a ", "pt": "em ", "nl": "in "}
"""What might stand before the second as well."""
_NEAR: Final = 8
"""Code points looked at before a name."""
_LONGEST: Final = 5
"""Words of a name at most."""
# Prepositions before which a capital in German can only be a name of a place, the article being left out.
_THERE: Final = re.compile(r"\b(?:[Ii]n|[Aa]us|[Nn]ach) $")
"""What tells Bayern from its club."""
_ARTICLES: Final = lex.words("Le La Les El Los Las Il Lo Gli Der Die Das De Het Un Une Una")
_CLUBS: Final = lex.CLUB_OPENERS | lex.words(
    "VfB VfL VfR TSV TSG SV SSV SpVgg Eintracht Fortuna Hertha Union Arminia Energie"
)
"""What clubs are called before the name of their city."""
_GERMAN_PLACE: Final = re.compile(r"\b(?:in|aus|nach|bei|von|um|gegen) $")


def find_in_runs(text: str, language: str) -> Iterator[Found]:
    """Yield what the gazetteer is sure of, and given names followed by surnames."""
    gazetteer, names, longest_by = load(), exonyms(language).names, _longest_by_first(language)
    place_end = -1
    for run in find_runs(text):
        words = run.text.split(" ")
        offset = run.start
        starts = []
        for word in words:
            starts.append(offset)
            offset += len(word) + 1
        at = 0
        while at < len(words):
            first = plain(words[at])
            longest = _LONGEST if first in gazetteer.given else longest_by.get(first, 0)
            if not longest and first not in gazetteer.surnames:
                at += 1  # most words of German, whose nouns have capitals
                continue
            longest = max(1, min(longest, len(words) - at))
            for size in range(longest, 0, -1):
                name = " ".join(words[at : at + size])
                start, end = starts[at], starts[at + size - 1] + len(words[at + size - 1])
                before = text[max(0, start - _NEAR) : start]
                beside = 0 <= place_end < start and text[place_end:start] in _AND
                sure = _sure(name, size, gazetteer, names, language, _THERE_TOO.get(language, "") if beside else before)
                if (
                    sure is not None
                    and size == 1
                    and sure[0] is EntityKind.PERSON
                    and is_determined(text, start, language)
                ):
                    continue
                # "Eintracht Leipzig"
                if sure is not None and not (at and sure[0] is EntityKind.PLACE and words[at - 1] in _CLUBS):
                    yield start, end, *sure
                    place_end = end if sure[0] is EntityKind.PLACE else place_end
                    at += size
                    break
            else:
                at += 1


@cache
def _longest_by_first(language: str) -> dict[str, int]:
    """Return how many words at most a name has that is known by heart, by its first one without diacritics."""
    gazetteer = load()
    longest: dict[str, int] = {}
    for name in (*exonyms(language).names, *gazetteer.places, *gazetteer.organisations):
        first, size = plain(name.partition(" ")[0]), min(_LONGEST, name.count(" ") + 1)
        if size > longest.get(first, 0):
            longest[first] = size
    return longest


def _sure(
    name: str, size: int, gazetteer: Gazetteer, names: Mapping[str, str], language: str, before: str
) -> tuple[EntityKind, str] | None:
    if name in listed(language, "nobody"):
        return None
    if name in names:
        return (EntityKind.PLACE, names[name]) if name != "Bayern" or _THERE.search(before) else None
    organisation = gazetteer.organisations.get(name)
    if (
        organisation is not None
        and (size > 1 or _is_body(name, gazetteer))
        and name not in no_bodies()
        and name not in listed(language, "common")
    ):
        return EntityKind.ORGANISATION, organisation
    folded = plain(name)
    place = gazetteer.places.get(folded)
    if place is not None and len(name) > 3 and not name.isupper():
        borne = folded in gazetteer.given or folded in gazetteer.surnames
        # What is but a word of English is doubtful nowhere else: "Bordeaux", "Nice".
        opens = before.rstrip()[-1:] in ("", ".", "!", "?", ":")
        doubtful = folded in gazetteer.doubtful_places and (borne or opens or language == "de")
        if is_there(before, language, given=folded in gazetteer.given) or (
            language == "de" and _GERMAN_PLACE.search(before) and not doubtful
        ):
            return EntityKind.PLACE, place if name.isascii() else name
        if not (doubtful or language == "de"):
            return EntityKind.PLACE, place if name.isascii() else name
        if size > 1 or not doubtful:
            return None
    words = name.split(" ")
    if size == 1:
        return (EntityKind.PERSON, name) if len(name) > 2 and folded in gazetteer.surnames else None
    low = [word for word in words if not word[:1].isupper()]
    if words[0] in _ARTICLES or not 2 <= size - len(low) <= 3 or not words[-1][:1].isupper():
        return None
    if lex.NAME_PARTICLES.issuperset(low) and is_name(words, language):
        return EntityKind.PERSON, name
    return None


def _is_body(name: str, gazetteer: Gazetteer) -> bool:
    """Tell letters that are a body's, and a word that is nothing else."""
    if name.isupper():
        return len(name) > 2
    folded = plain(name)
    borne = folded in gazetteer.given or folded in gazetteer.surnames or folded in gazetteer.places
    return len(name) > 3 and not borne and not gazetteer.is_word(folded.lower())
