"""Persons in scripts of their own: Russian, Ukrainian, Arabic, Japanese, Chinese, Korean.

Each rule needs two signs: a known given or family name, and a title beside it, an ending or a second known part. In
Japanese, Chinese and Korean a name found so is found again wherever the document has it, and by its family name beside
a title where only one bears it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from docs_store.entities.gazetteer import persons_abroad


class Person(NamedTuple):
    """Where a text names a person, and the canonical name."""

    start: int
    end: int
    name: str


def find_persons(texts: Mapping[int | None, str], language: str) -> dict[int | None, list[Person]]:
    """Return the persons that are sure in each of `texts`, which are one document, in order."""
    if language in ("ru", "uk"):
        return _in_cyrillic(texts)
    rule = _RULES.get(language)
    if rule is None:
        return {}
    found = {block: list(rule(text)) for block, text in texts.items()}
    if language in _TITLED:
        names = {person.name for persons in found.values() for person in persons}
        return {block: list(_again(text, names, language)) for block, text in texts.items()} if names else {}
    return found


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _listed(key: str) -> str:
    return _any(persons_abroad()[key])


# ------------------------------------------------------------------------------------------------ East Asia

_TITLE_BEFORE: Final = {"ko": " ?(?:전 |신임 )?", "ja": "(?:元|前|次期|副)?", "zh": ""}
_TITLED: Final = frozenset(_TITLE_BEFORE)
_NO_JAPANESE_GIVEN: Final = re.compile("[長相官社部役員代表締省庁党県市区町村財務房総経済担当選側]")
_CHINESE_BEFORE: Final = "[，。、；：！？（《“\\s]"
_CHINESE_AFTER: Final = (
    "[，。、；：！？）》”\\s]|表示|[说說在于与和及将已称稱同对對为為]|会见|會見|强调|強調|指出|宣布|出席|访问|抵达|$"
)


@cache
def _korean_names() -> re.Pattern[str]:
    tables = persons_abroad()
    families, syllables = ("".join(tables[key]) for key in ("ko families", "ko syllables"))
    titled = f"(?={_TITLE_BEFORE['ko']}(?:{_listed('ko titles')})(?![가-힣]{{3}}))"
    return re.compile(f"(?<![가-힣])([{families}][{syllables}]{{2}}){titled}")


@cache
def _japanese_names() -> re.Pattern[str]:
    titled = f"(?={_TITLE_BEFORE['ja']}(?:{_listed('ja titles')}))"
    given = "(?:(?![元前新副現両各])[一-龥ぁ-ゖ々](?<![のはがをにでとも])){1,3}?"
    return re.compile(
        f"(?<![一-龥々])(?:{_listed('ja families')})(?P<given>{given}){titled}"
        f"|(?<![ァ-ヴー・])[ァ-ヴー]{{2,12}}(?:・[ァ-ヴー]{{1,12}}){{1,3}}{titled}"
    )


@cache
def _chinese_names() -> re.Pattern[str]:
    titles, families = _listed("zh titles"), "".join(persons_abroad()["zh families"])
    return re.compile(
        f"(?:(?:{titles})|^|(?<={_CHINESE_BEFORE}))([一-龥]{{1,6}}(?:·[一-龥]{{1,7}}?){{1,3}})(?={_CHINESE_AFTER})"
        f"|(?:{titles})([{families}][一-龥]{{1,2}}?)(?={_CHINESE_AFTER})"
    )


def _korean(text: str) -> Iterator[Person]:
    for match in _korean_names().finditer(text):
        yield Person(*match.span(1), match[1])


def _japanese(text: str) -> Iterator[Person]:
    for match in _japanese_names().finditer(text):
        if not _NO_JAPANESE_GIVEN.search(match["given"] or ""):
            yield Person(*match.span(), match[0])


def _chinese(text: str) -> Iterator[Person]:
    for match in _chinese_names().finditer(text):
        group = 1 if match[1] else 2
        if match[group] not in persons_abroad()["zh none"]:
            yield Person(*match.span(group), match[group])


def _again(text: str, names: set[str], language: str) -> Iterator[Person]:
    """Yield where the text has one of the document's `names`, or the family name of only one of them with a title."""
    by_family: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_family[_family(name, language)].add(name)
    meant = {family: full for family, (full, *others) in by_family.items() if not others}
    meant |= dict(zip(names, names, strict=True))
    families = _any(meant.keys() - names)
    apart = {"ko": "(?<![가-힣])", "ja": "(?<![ァ-ヴー一-龥])"}.get(language, "")
    titled = f"(?={' ' if language == 'ko' else ''}{_TITLE_BEFORE[language]}(?:{_listed(f'{language} titles')}))"
    for match in re.finditer(f"(?:{_any(names)})|{apart}(?:{families}){titled}", text):
        yield Person(*match.span(), meant[match[0]])


def _family(name: str, language: str) -> str:
    if "・" in name or "·" in name:
        return re.split("[・·]", name)[-1]
    if language == "ja" and (family := re.match(_listed("ja families"), name)):
        return family[0]
    return name[0]


# ------------------------------------------------------------------------------------------------ Cyrillic

_WORD: Final = "[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+"
_TWO_WORDS: Final = re.compile(
    rf"\b(?=(?P<given>{_WORD}) (?:{_WORD}(?:вич|вн)[а-яёії]{{0,2}} )?(?P<family>{_WORD}(?:-{_WORD})?)\b)"
)
_MAN_ENDS: Final = ("ові", "єві", "еві", "ом", "ем", "ём", "єм", "а", "у", "е", "я", "ю", "и", "і")
_MAN_NOMINATIVES: Final = ("", "й", "ь", "о", "я")
_WOMAN_ENDS: Final = ("ією", "ой", "ей", "ою", "ею", "ию", "ии", "ії", "ы", "и", "е", "і", "у", "ю")
_WOMAN_NOMINATIVES: Final = ("а", "я", "ия", "ія", "ь")
_MAN_CASES: Final = (
    (re.compile("(?<=[оеёєи]в|[иі]н)(?:а|у|ым|им|е|ові|і)$"), ""),
    (re.compile("(?<=ськ|цьк)(?:ого|ому|им)$"), "ий"),
    (re.compile("(?<=ск|цк)(?:ого|ому|им|ом)$"), "ий"),
    (re.compile("(?<=[уюя]к|ич|ян)(?:а|у|ом|ем|е|ові|еві|і)$"), ""),
)
_WOMAN_CASES: Final = (
    (re.compile("(?<=[оеёєи]в|[иі]н)(?:ой|у|ої|ій|ою)$"), "а"),
    (re.compile("(?<=ск|цк)(?:ой|ую)$"), "ая"),
    (re.compile("(?<=ськ|цьк)(?:ої|ій|у|ою)$"), "а"),
)
_UNDECLINED: Final = re.compile("(?:ко|[уюя]к|ич|ян|дзе|швили|швілі|ых|их|ман|ейн|ер|ль)$")
"""Family names that women bear as men do."""
_OF_MEN: Final = re.compile(f"(?:[оеёє]в|[иі]н|[сц]к?ь?кий|ец|єць)$|{_UNDECLINED.pattern}")
_OF_WOMEN: Final = re.compile(f"(?:[оеёє]ва|[иі]на|[сц]кая|[сц]ька)$|{_UNDECLINED.pattern}")


def _in_cyrillic(texts: Mapping[int | None, str]) -> dict[int | None, list[Person]]:
    """Find Russian and Ukrainian names. "Евгения Аблова" is a woman, or a man in the genitive: the document tells."""
    read = {
        block: [(match.start("given"), match.end("family"), names) for match in _TWO_WORDS.finditer(text)
                if (names := _readings(match["given"], match["family"]))]
        for block, text in texts.items()
    }  # fmt: skip
    sure = {names[0] for found in read.values() for _, _, names in found if len(names) == 1}
    return {
        block: [
            Person(start, end, next((name for name in names if name in sure), names[0])) for start, end, names in found
        ]
        for block, found in read.items()
    }


def _readings(given: str, family: str) -> list[str]:
    """Return whom the two words may name, in the nominative: a woman, a man."""
    tables = persons_abroad()
    woman = _nominative(given, tables["ru women"], _WOMAN_ENDS, _WOMAN_NOMINATIVES)
    man = _nominative(given, tables["ru men"], _MAN_ENDS, _MAN_NOMINATIVES)
    readings = (
        (woman, _without_case(family, _WOMAN_CASES), _OF_WOMEN),
        (man, _without_case(family, _MAN_CASES), _OF_MEN),
    )
    return [f"{name} {surname}" for name, surname, fits in readings if name and fits.search(surname)]


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


# ------------------------------------------------------------------------------------------------ Arabic


@cache
def _arabic_names() -> re.Pattern[str]:
    given = f"(?:{_listed('ar given')}|عبد ال[ء-ي]{{2,}})"
    family = "(?:بن [ء-ي]{3,}(?: آل [ء-ي]{3,})?|ال[ء-ي]{3,})"
    return re.compile(f"(?<![ء-ي])[ولب]?({given}(?: {given})? {family})(?![ء-ي])")


def _arabic(text: str) -> Iterator[Person]:
    for match in _arabic_names().finditer(text):
        if match[1].rpartition(" ")[2] not in persons_abroad()["ar none"]:
            yield Person(*match.span(1), match[1])


_RULES: Final[Mapping[str, Callable[[str], Iterator[Person]]]] = {
    "ko": _korean,
    "ja": _japanese,
    "zh": _chinese,
    "ar": _arabic,
}
