"""Names in German, French, Spanish, Italian, Portuguese and Dutch, by what is in them and what stands before them.

Heads tell bodies ("Universidad de …", "… Verlag"), and so do legal forms, what a body is called before its name ("la
banque …") and letters behind an article; titles and trades tell persons. The words stand in `cues_abroad.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import load
from docs_store.entities.latin_patterns import (
    CAPITAL,
    COMPOUNDED,
    FORM_WORDS,
    any_of,
    body_patterns,
    cues,
    listed,
    person_patterns,
)
from docs_store.entities.names import family_name, plain
from docs_store.model import EntityKind

Found: TypeAlias = tuple[int, int, EntityKind, str]
"""Start, end, kind and canonical name."""

LANGUAGES: Final = frozenset(("de", "fr", "es", "it", "pt", "nl"))

_APOSTROPHES: Final = frozenset(("'", "’"))
_BETWEEN: Final = ' \u00a0«„“",('
"""What may stand between a name and what tells of it."""
_NEAR: Final = 24
"""Code points before a name in which the word before it is."""
_Capital: TypeAlias = tuple[int, int, str, str]
"""A word with a capital: its start and end, itself, and the word before it, "" where a sign but a comma or a quotation
mark is between, "'" where that elides."""
_LETTERS: Final = range(3, 7)
"""How many letters stand for a body."""
_CALLED: Final = (
    "verband", "gewerkschaft", "partei", "konzern", "hersteller", "zeitung", "agentur", "sender", "kette", "anbieter",
    "verlag", "bank", "gesellschaft", "firma", "magazin",
)  # fmt: skip
"""How German words end for what bodies are: "der Lampenhersteller Osk"."""
_OF: Final = frozenset(("de", "di"))
_SOME: Final = re.compile(r"\b(?:[Kk]|[Mm]|[Dd]|[Ss])?[Ee]in(?:e[mnrs]?)?(?: [a-zäöüß]+)? [A-ZÄÖÜ]\w+ $")
"""Before what German says of how many: "eine Gruppe Kinder", "einer langen Kette Perlen"."""
_MANY: Final = r"(?:kein|viel|all|wenig|manch|einig|mehrer)e[nr]?|mehr|weniger"
"""What stands before nouns in the plural, and before no name."""
_AROUND: Final = 600
"""Code points to either side in which they are looked for."""
_KIN: Final = lex.words("Söhne Sohn Töchter Tochter Brüder Gebrüder Partner Kollegen Co Cie")
"""With whom German firms are: "Osk & Söhne", where "Kunst & Kultur" is none."""
_DETERMINED: Final = {
    "de": re.compile(
        r"\b(?i:d(?:er|ie|as|e[mns])|(?:[kmds]?ein|unser|dies|jed|jen|manch|welch)(?:e[mnrs]?)?|am|im|vom|zum|zur|beim|ins)"
        r"(?: [a-zäöüß]+e[nrms]?)? $"
    ),
    "fr": re.compile(r"\b(?i:le|la|les|une?|du|au|des|aux|ce|cette|ces) $"),
    "es": re.compile(r"\b(?i:el|los|las|una?|del|al|este|esta) $"),
}
"""What stands before a word that is no family name alone: "am Berg", "jeder alte Koch", "le Roi"."""
_SOME_NEAR: Final = 60
"""Code points in which that is looked for."""
_INFLECTED: Final = ("e", "en", "es", "em")
"""How German adjectives end that no place does ("Kieler")."""
_OF_ANYTHING: Final = frozenset(("Neue", "Internationale"))
"""Adjectives of bodies' names that describe anything as well: "Neue Werke von Osk"."""
_OPENING: Final = ("", ".", "!", "?", ":", "\n", "„", "“", "»", "–")
"""What stands before the first word of a sentence."""
_GERMAN_NOUNS: Final = ("ung", "ungen", "heit", "keit", "schaft", "tion", "ionen", "tät", "ismus", "nis", "tum", "chen")
"""How German nouns end that look like family names."""
_SHORTEST: Final = 3
"""Letters of a given name, and of a family name by which somebody is found again."""


class Told(NamedTuple):
    """What words in and beside names tell in one text."""

    bodies: tuple[Found, ...] = ()
    people: tuple[Found, ...] = ()


def told_in_latin(text: str, language: str) -> Told:
    """Return the organisations and persons of `text` that the words of `language` tell."""
    capitals = _capitals(text, language)
    return Told(tuple(_bodies(text, language, capitals)), tuple(_people(text, language, capitals)))


def _bodies(text: str, language: str, capitals: Sequence[_Capital]) -> Iterator[Found]:
    """Yield the organisations that a head, a form, a word before them or their letters tell."""
    told, patterns = cues(language), body_patterns(language)
    words = {word for _, _, word, _ in capitals}
    spans: list[tuple[int, int]] = []
    if not words.isdisjoint(FORM_WORDS):
        spans += (match.span() for match in patterns.formed.finditer(text))
    if not words.isdisjoint(told.tails):
        spans += _tailed(text, language, capitals)
    if " & " in text:
        given = load().given  # "Odile & Tom" are two
        spans += (
            match.span()
            for match in patterns.joined.finditer(text)
            if given.isdisjoint(parts := match[0].split()) and (language != "de" or _is_firm(parts))
        )
    if patterns.small is not None:
        spans += (match.span() for match in patterns.small.finditer(text))
    for start, end, word, before in capitals:
        if word in told.openers or ("-" in word and word.rpartition("-")[2].removesuffix("s") in COMPOUNDED):
            match = patterns.opened.match(text, start)
            spans += [match.span()] if match else []
        is_called = before in told.nouns or (language == "de" and before.endswith(_CALLED) and before[0].isupper())
        if is_called and not (language == "de" and _is_owned(text, start, word)):
            match = patterns.called.match(text, start)
            spans += [match.span()] if match else []
        if (
            before in told.articles
            and word.isupper()
            and word.isalpha()
            and len(word) in _LETTERS
            and _may_be_letters(word)
        ):
            spans.append((start, end))
    for start, end in spans:
        yield start, end, EntityKind.ORGANISATION, " ".join(text[start:end].split())


def _people(text: str, language: str, capitals: Sequence[_Capital]) -> Iterator[Found]:
    """Yield persons behind a title, and beside what they are."""
    told, patterns = cues(language), person_patterns(language)
    for start, _, word, before in capitals:
        titled, trade = before in told.titles, before in told.trades
        if not (titled or trade) or not told.titles.isdisjoint((word, f"{word}.")):
            continue
        if titled and not told.trades.isdisjoint((word, word.lower())) and plain(word) not in load().surnames:
            continue  # "Herr Präsident"; "Herr Richter" may be called so
        match = patterns.name.match(text, start)
        if match and (titled or (" " in match[0] and _may_be_somebody(match[0], language))):
            yield *match.span(), EntityKind.PERSON, match[0]
    ends = {end: start for start, end, _, _ in capitals}
    for match in patterns.told.finditer(text):
        begin = ends.get(match.start())
        while begin is not None and (earlier := ends.get(begin - 1)) is not None:
            begin = earlier
        while begin is not None and text[begin : text.find(" ", begin)] in listed(language, "nobody"):
            begin = text.find(" ", begin) + 1
        name = text[begin : match.start()] if begin is not None else ""
        if 1 <= name.count(" ") <= 2 and _may_be_somebody(name, language):
            yield begin or 0, match.start(), EntityKind.PERSON, name


def _capitals(text: str, language: str) -> list[_Capital]:
    """Return the words of `text` that have a capital."""
    found = []
    elides = language in ("fr", "it")
    for match in CAPITAL.finditer(text):
        start, end = match.span()
        word = match[0]
        if elides and word[1:2] in _APOSTROPHES and word[2:3].isupper():
            found.append((start + 2, end, word[2:], "'"))
            continue
        before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start - 1] if text[start - 1 : start] == " " else ""
        if not (before.isalpha() or before.removesuffix(".").isalpha()):  # what stands there has to be seen through
            before = _before(text, start, elides=elides)
        found.append((start, end, word, before))
    return found


def _before(text: str, start: int, *, elides: bool) -> str:
    """Return the word before what begins at `start`, as `_Capital` has it."""
    if text[start - 1 : start] in _APOSTROPHES:
        return "'"
    low = max(0, start - _NEAR)
    near = text[low:start].rstrip(_BETWEEN)
    before = near[max(near.rfind(" "), near.rfind("\n")) + 1 :] if len(near) < start - low else ""
    return before[before.rfind("'") + 1 :] if elides and "'" in before else before


def _tailed(text: str, language: str, capitals: Sequence[_Capital]) -> Iterator[tuple[int, int]]:
    """Yield the bodies that a word ends, which is looked for first: from any capital on, most would be in vain."""
    tails, pattern, end = cues(language).tails, body_patterns(language).tailed, 0
    for at, (_, _, tail, _) in enumerate(capitals):
        if tail not in tails:
            continue
        for start, *_ in capitals[max(0, at - 2) : at]:
            match = pattern.match(text, start) if start >= end else None
            if match:
                end = match.end()
                if not _is_described(text, match, language):
                    yield match.span()
                break


def _is_described(text: str, match: re.Match[str], language: str) -> bool:
    """Tell a German adjective that has a capital as its sentence begins: "Gute Nachrichten kommen"."""
    first, _, last = match[0].partition(" ")
    if language != "de" or " " in last or not first.endswith(_INFLECTED) or _is_of_names(first):
        return False
    return text[max(0, match.start() - _SOME_NEAR) : match.start()].rstrip(" ")[-1:] in _OPENING


def _is_owned(text: str, start: int, word: str) -> bool:
    """Tell a German noun that is no name of the one before it: what bodies have, or the text around has many of."""
    if text[start - 1] != " ":
        return False  # in quotation marks
    end = start + len(word)
    after = text[end + 1 : end + _NEAR].partition(" ")[0] if text[end : end + 1] == " " else ""
    is_owned = word in listed("de", "owned") and plain(after.rstrip(".,;:")) not in load().surnames
    if is_owned or _SOME.search(text, max(0, start - _SOME_NEAR), start):
        return True
    if after[:1].isupper():
        return False  # with another word
    many = re.compile(rf"\b(?i:{_MANY}) {re.escape(word)}(?![\w-])")
    return many.search(text, max(0, start - _AROUND), start + _AROUND) is not None


def _is_firm(words: Iterable[str]) -> bool:
    return any(word in _KIN or plain(word) in load().surnames for word in words)


def is_determined(text: str, start: int, language: str) -> bool:
    """Tell whether what begins at `start` is a noun of the language, by the words before it, and nobody's name."""
    determined = _DETERMINED.get(language)
    return determined is not None and determined.search(text, max(0, start - _NEAR), start) is not None


def _is_of_names(adjective: str) -> bool:
    adjectives = listed("de", "adjectives") - _OF_ANYTHING
    return adjective in adjectives or adjective[:-1] in adjectives


def _may_be_letters(word: str) -> bool:
    return not (word in no_bodies() or word in lex.ROMAN or word.title() in load().places)


@cache
def no_bodies() -> frozenset[str]:
    """Return capitals behind an article that stand for no body."""
    return lex.NO_ACRONYMS.union(*(listed(language, "letters") for language in LANGUAGES))


def _may_be_somebody(name: str, language: str) -> bool:
    words = name.split()
    ends_as_noun = language == "de" and any(word.endswith(_GERMAN_NOUNS) for word in words)
    return _no_names(language).isdisjoint(words) and not ends_as_noun


def family_names(names: Iterable[str], language: str) -> re.Pattern[str] | None:
    """Return what finds the family names of the persons `names`, each alone; None where none has two words."""
    full = [name for name in names if " " in name]
    families = {family for name in full if len(family := family_name(name)) >= _SHORTEST} - _no_names(language)
    tails = {name.partition(" ")[2] for name in full}
    families |= {f"{tail[0].upper()}{tail[1:]}" for tail in tails if tail[0].islower()}  # "Von Osk" opens a sentence
    families |= {tail for tail in tails if tail.partition(" ")[0].lower() in lex.NAME_PARTICLES}  # "Le Guen"
    return re.compile(rf"(?<![\w-])(?:{any_of(families)})(?![\w-])") if families else None


def find_again(text: str, families: re.Pattern[str], language: str) -> Iterator[Found]:
    """Yield where `text` has a family name alone."""
    for match in families.finditer(text):
        if not is_determined(text, match.start(), language):
            yield *match.span(), EntityKind.PERSON, match[0]


def is_name(words: Sequence[str], language: str) -> bool:
    """Tell a given name, or several, and what can be a family name behind it, which may have particles."""
    tables, none = load(), _no_names(language)
    given, family = plain(words[0]), plain(words[-1])
    if given not in tables.given or len(given) < _SHORTEST or words[0] in none or words[-1] in none:
        return False
    if tables.is_word(given.lower()) or family.isupper():
        return False
    inner = words[1:-1]
    small = [word for word in inner if word[:1].islower()]
    fits = inner == [word for word in inner if word in small or plain(word) in tables.given or word[1:] == "."]
    if not fits and (language == "de" or small):
        return False  # "Odile Varga von", which goes on with where she is from
    if family in tables.surnames:
        return True
    return not (words[-1].endswith(_GERMAN_NOUNS) if language == "de" else tables.is_word(family.lower()))


def is_there(before: str, language: str, *, given: bool) -> bool:
    """Tell whether what stands `before` a name is a preposition of places; "de" is one where it is no `given` name."""
    last = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
    return last.lower() in listed(language, "there") or (last in _OF and not given)


@cache
def _no_names(language: str) -> frozenset[str]:
    """Return the words that are no part of a person's name."""
    keys = ("heads", "purposes", "sole", "tails", "nouns", "titles", "trades", "days", "nobody")
    return frozenset().union(*(listed(language, key) for key in keys))
