"""Names in other languages of the Latin script that runs of capitals hold: what is known by heart, and full names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import exonyms, load
from docs_store.entities.latin import Found, is_determined, is_name, is_there, no_bodies
from docs_store.entities.latin_patterns import listed
from docs_store.entities.names import plain
from docs_store.entities.runs import find_runs
from docs_store.model import EntityKind

_Named: TypeAlias = tuple[EntityKind, str]
"""Kind and canonical name."""

_AND: Final = frozenset((", ", " und ", " oder ", " et ", " ou ", " y ", " o ", " e ", " en ", " of "))
"""What stands between places that are named together."""
_THERE_TOO: Final = {"de": "in ", "fr": "à ", "es": "en ", "it": "a ", "pt": "em ", "nl": "in "}
"""What might stand before the second as well."""
_NEAR: Final = 9
"""Code points looked at before a name."""
_LONGEST: Final = 5
"""Words of a name at most."""
_SHORTEST: Final = 3
"""Letters of a family name, and of a body's."""
_REMEMBERED: Final = 10_000
"""Words of which is kept what begins with them: the same ones are in every article."""
_ARTICLES: Final = lex.words("Le La Les El Los Las Il Lo Gli Der Die Das De Het Un Une Una")
_CLUBS: Final = lex.CLUB_OPENERS | lex.words(
    "VfB VfL VfR TSV TSG SV SSV SpVgg Eintracht Fortuna Hertha Union Arminia Energie"
)
"""What clubs are called before the name of their city."""
_GERMAN_PLACE: Final = re.compile(r"\b(?:in|aus|nach|bei|von|um|gegen|Stadt|Provinz|Region|Insel|Gemeinde|Dorf) $")
"""What stands before a place where every noun has a capital."""
_OPENING: Final = ("", ".", "!", "?", ":")
"""What stands before the first word of a sentence."""


def find_in_runs(text: str, language: str) -> Iterator[Found]:
    """Yield what the gazetteer is sure of, and given names followed by surnames."""
    place_end = -1
    for run in find_runs(text, _is_idle(language)):
        words = run.text.split(" ")
        at, end = 0, run.start - 1
        while at < len(words):
            start = end + 1
            longest = min(_longest(words[at], language), len(words) - at)
            for size in range(longest, 0, -1):
                name = words[at] if size == 1 else " ".join(words[at : at + size])
                before = text[max(0, start - _NEAR) : start]
                beside = 0 <= place_end < start and text[place_end:start] in _AND
                named = _named(
                    name, size, _THERE_TOO[language] if beside and language in _THERE_TOO else before, language
                )
                if named is None or not _fits(text, start, words[:at], size, named[0], language):
                    continue
                end = start + len(name)
                yield start, end, *named
                place_end = end if named[0] is EntityKind.PLACE else place_end
                at += size
                break
            else:
                end = start + len(words[at])
                at += 1


def _fits(text: str, start: int, before: Sequence[str], size: int, kind: EntityKind, language: str) -> bool:
    """Tell whether a name may stand where it does: no noun with an article, and no city of "Eintracht Leipzig"."""
    if kind is EntityKind.PLACE:
        return not before or before[-1] not in _CLUBS
    return not (kind is EntityKind.PERSON and size == 1 and is_determined(text, start, language))


@cache
def _is_idle(language: str) -> Callable[[str], bool]:
    """Return what tells runs of one word that begins no name: most of German, whose nouns have capitals."""

    @lru_cache(maxsize=_REMEMBERED)
    def begins_none(words: str) -> bool:
        return " " not in words and not _longest(words, language)

    return begins_none


@lru_cache(maxsize=_REMEMBERED)
def _longest(word: str, language: str) -> int:
    """Return how many words a name at most has that begins with `word`; 0 where none does."""
    first, gazetteer = plain(word), load()
    if first in gazetteer.given:
        return _LONGEST
    return _longest_by_first(language).get(first, 0) or int(first in gazetteer.surnames)


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


def _named(name: str, size: int, before: str, language: str) -> _Named | None:
    """Return what a name of `size` words, behind `before`, is sure to name."""
    if name in listed(language, "nobody"):
        return None
    names = exonyms(language).names
    if name in names:
        return EntityKind.PLACE, names[name]
    body = load().organisations.get(name)
    if body is not None and _is_body(name, size, language):
        return EntityKind.ORGANISATION, body
    folded = plain(name)
    place = load().places.get(folded) if len(name) > _SHORTEST and not name.isupper() else None
    if place is not None:
        doubtful = _is_doubtful(folded, before, language)
        if _is_there(folded, before, doubtful, language):
            return EntityKind.PLACE, place if name.isascii() else name
        if size > 1 or not doubtful:
            return None
    if size > 1:
        return (EntityKind.PERSON, name) if _is_full_name(name.split(" "), language) else None
    return (EntityKind.PERSON, name) if len(name) >= _SHORTEST and folded in load().surnames else None


def _is_body(name: str, size: int, language: str) -> bool:
    """Tell a known body from what is a word of the language too: letters that are a body's, a word that is no other."""
    if name in no_bodies() or name in listed(language, "common"):
        return False
    if size > 1 or name.isupper():
        return len(name) >= _SHORTEST
    gazetteer, folded = load(), plain(name)
    borne = folded in gazetteer.given or folded in gazetteer.surnames or folded in gazetteer.places
    return len(name) > _SHORTEST and not borne and not gazetteer.is_word(folded.lower())


def _is_doubtful(folded: str, before: str, language: str) -> bool:
    """Tell a place that is a word or somebody's name; one of English alone is doubtful nowhere else: "Bordeaux"."""
    gazetteer = load()
    if folded not in gazetteer.doubtful_places:
        return False
    borne = folded in gazetteer.given or folded in gazetteer.surnames
    return borne or language == "de" or before.rstrip()[-1:] in _OPENING


def _is_there(folded: str, before: str, doubtful: bool, language: str) -> bool:
    """Tell whether a known place is meant: behind a preposition, or, where nouns have no capitals, without doubt."""
    if is_there(before, language, given=folded in load().given):
        return True
    return not doubtful and (language != "de" or _GERMAN_PLACE.search(before) is not None)


def _is_full_name(words: Sequence[str], language: str) -> bool:
    """Tell two or three words with capitals, particles between them, that are somebody's."""
    small = [word for word in words if not word[:1].isupper()]
    if words[0] in _ARTICLES or not 2 <= len(words) - len(small) <= 3 or not words[-1][:1].isupper():
        return False
    return lex.NAME_PARTICLES.issuperset(small) and is_name(words, language)
