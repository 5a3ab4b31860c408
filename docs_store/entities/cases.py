"""Persons in Russian and Ukrainian, whatever case their names are in: each goes by its nominative.

A known given name before a capitalised word is a person; a family name alone is whose it can only be in the document.
"Евгения Аблова" is a woman, or a man in the genitive: the document tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import exonyms, persons_abroad

Found: TypeAlias = tuple[int, int, str]
"""Start, end and name."""

_WORD: Final = "[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+"
_TWO_WORDS: Final = re.compile(
    rf"\b(?=(?P<given>{_WORD}) (?:{_WORD}(?:вич|вн)[а-яёії]{{0,2}} )?(?P<family>{_WORD}(?:-{_WORD})?)\b)"
)
_ALONE: Final = re.compile(rf"\b{_WORD}(?:-{_WORD})?\b")

_MAN_ENDS: Final = ("ові", "єві", "еві", "ом", "ем", "ём", "єм", "а", "у", "е", "я", "ю", "и", "і")
_MAN_NOMINATIVES: Final = ("", "й", "ь", "о", "я")
_WOMAN_ENDS: Final = ("ією", "ой", "ей", "ою", "ею", "ию", "ии", "ії", "ы", "и", "е", "і", "у", "ю")
_WOMAN_NOMINATIVES: Final = ("а", "я", "ия", "ія", "ь")
_MAN_CASES: Final = (
    (re.compile("(?<=[оеёєи]в|[иі]н)(?:а|у|ым|им|ом|е|ові|і)$"), ""),
    (re.compile("(?<=ськ|цьк)(?:ого|ому|им)$"), "ий"),
    (re.compile("(?<=ск|цк)(?:ого|ому|им|ом)$"), "ий"),
    (re.compile("(?<=[уюя]к|ич|ян)(?:а|у|ом|ем|е|ові|еві|і)$"), ""),
    (re.compile("(?<=енк)(?:а|у|ом|ові)$"), "о"),
    (re.compile("(?<=[бвгджзклмнпрстфхцчшщ])ц(?:я|ю|ем|еві|і)$"), "ець"),
    (re.compile("(?<=[^аеиоуыэюяіїє]н)(?:ого|ому|ым|ом)$"), "ой"),
)
_WOMAN_CASES: Final = (
    (re.compile("(?<=[оеёєи]в|[иі]н)(?:ой|у|ої|ій|ою)$"), "а"),
    (re.compile("(?<=ск|цк)(?:ой|ую)$"), "ая"),
    (re.compile("(?<=ськ|цьк)(?:ої|ій|у|ою)$"), "а"),
)
_UNDECLINED: Final = re.compile("(?:ко|[уюя]к|ич|ян|дзе|швили|швілі|ых|их|ман|ейн|ер|ль)$")
"""Family names that women bear as men do."""
_OF_MEN: Final = re.compile(f"(?:[оеёє]в|[иі]н|[сц]к?ь?кий|ец|єць|ець)$|{_UNDECLINED.pattern}")
_OF_WOMEN: Final = re.compile(f"(?:[оеёє]ва|[иі]на|[сц]кая|[сц]ька)$|{_UNDECLINED.pattern}")
_ADJECTIVE_OF_MAN: Final = re.compile("(?:[^аеиоуыэюя]ой|[ыи]й)$")
_ADJECTIVE_OF_WOMAN: Final = re.compile("(?:ая|яя)$")
_CONSONANT: Final = re.compile("[бвгджзклмнпрстфхцчшщ]$")
_WORDS_TOO: Final = lex.words("Роман Вера Надежда Любовь Слава Лев Марк Роза Майя Віра Надія Любов Мир")
"""Given names that are words too: "роман Толстого" begins a sentence as well."""
_RUSSIAN: Final = {
    stem + end: name
    for name, stem in (("Павел", "Павл"), ("Пётр", "Петр"), ("Лев", "Льв"))
    for end in ("а", "у", "ом", "е")
}
"""Cases in Russian of given names that lose a vowel; Ukrainian has Павло and Петро."""

_NO_FAMILY: Final = re.compile("(?:ский|ская|ское|ские|ській|ський|ська|ого|ому|ых|их)$")


def find_in_cyrillic(texts: Mapping[int | None, str], language: str) -> dict[int | None, list[Found]]:
    """Return the persons in each of `texts` of "ru" or "uk", which are one document, in order."""
    read = {
        block: [(match.start("given"), match.end("family"), names) for match in _TWO_WORDS.finditer(text)
                if (names := _readings(match["given"], match["family"], language))]
        for block, text in texts.items()
    }  # fmt: skip
    sure = {names[0] for found in read.values() for _, _, names in found if len(names) == 1}
    full = {
        block: [(start, end, next((name for name in names if name in sure), names[0])) for start, end, names in found]
        for block, found in read.items()
    }
    bearers = _bearers(name for found in full.values() for _, _, name in found)
    return {block: sorted([*found, *_alone(texts[block], found, bearers)]) for block, found in full.items()}


def _bearers(names: Iterable[str]) -> dict[str, str]:
    """Return who bears each family name; nobody where two do, man and woman with the same stem too."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        family = name.rpartition(" ")[2]
        for form in _forms(family):
            found[form].add(name)
    return {form: full for form, (full, *others) in found.items() if not others}


def _alone(text: str, full: Iterable[Found], bearers: Mapping[str, str]) -> Iterable[Found]:
    """Yield where a family name stands alone, in any case."""
    taken = {at for start, end, _ in full for at in range(start, end)}
    for match in _ALONE.finditer(text) if bearers else ():
        if match.start() in taken:
            continue
        name = next((bearers[form] for form in (match[0], *_forms(match[0])) if form in bearers), None)
        if name is not None:
            yield *match.span(), name


@lru_cache(maxsize=4_096)
def _forms(family: str) -> frozenset[str]:
    """Return the nominatives of which a family name may be a case: a man's, a woman's, or itself."""
    return frozenset((family, _without_case(family, _MAN_CASES), _without_case(family, _WOMAN_CASES)))


@lru_cache(maxsize=4_096)
def _readings(given: str, family: str, language: str) -> list[str]:
    """Return whom the two words may name, in the nominative: a woman, a man."""
    tables = persons_abroad()
    woman = _nominative(given, tables["ru women"], _WOMAN_ENDS, _WOMAN_NOMINATIVES)
    man = _RUSSIAN.get(given) if language == "ru" else None
    man = man or _nominative(given, tables["ru men"], _MAN_ENDS, _MAN_NOMINATIVES)
    readings = (
        (woman, _without_case(family, _WOMAN_CASES), _OF_WOMEN),
        (man, _without_case(family, _MAN_CASES), _OF_MEN),
    )
    found = [f"{name} {surname}" for name, surname, fits in readings if name and fits.search(surname)]
    return found or _adjectives(given, family, woman, man)


def _adjectives(given: str, family: str, woman: str | None, man: str | None) -> list[str]:
    """Return whom a given name in the nominative and an unusual family name may name: "Анна Полевая", "Ольга Мороз"."""
    if {given, woman, man} & _WORDS_TOO or len(given) < len("Яна") or _is_place(family):
        return []
    if given == woman and _ADJECTIVE_OF_WOMAN.search(family) and not _NO_FAMILY.search(family):
        return [f"{woman} {family}"]
    if given == man and _ADJECTIVE_OF_MAN.search(family) and not _NO_FAMILY.search(family):
        return [f"{man} {family}"]
    if given in (woman, man) and _CONSONANT.search(family):
        return [f"{given} {family}"]
    # "Степана Гончара": both have the same ending.
    ending = next((end for end in ("ом", "ем", "а", "у") if given.endswith(end) and family.endswith(end)), "")
    if man and given != man and ending and _CONSONANT.search(family.removesuffix(ending)):
        return [f"{man} {family.removesuffix(ending)}"]
    return []


def _is_place(word: str) -> bool:
    return word in exonyms("ru").names or word in exonyms("uk").names


def _nominative(word: str, names: tuple[str, ...], ends: tuple[str, ...], nominatives: tuple[str, ...]) -> str | None:
    """Return the given name of which `word` is a case: an ending taken off, and put on what the nominative has."""
    if word in names:
        return word
    stems = (word.removesuffix(end) for end in ends if word.endswith(end))
    return next((stem + end for stem in stems for end in nominatives if stem + end in names), None)


def _without_case(family: str, cases: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, nominative in cases:
        if pattern.search(family):
            return pattern.sub(nominative, family)
    return family
