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

from docs_store.entities.cases import find_in_cyrillic
from docs_store.entities.gazetteer import persons_abroad


class Person(NamedTuple):
    """Where a text names a person, and the canonical name."""

    start: int
    end: int
    name: str


def find_persons(texts: Mapping[int | None, str], language: str) -> dict[int | None, list[Person]]:
    """Return the persons that are sure in each of `texts`, which are one document, in order."""
    if language in ("ru", "uk"):
        return {block: [Person(*each) for each in found] for block, found in find_in_cyrillic(texts, language).items()}
    rule = _RULES.get(language)
    if rule is None:
        return {}
    found = {block: list(rule(text)) for block, text in texts.items()}
    names = {person.name for persons in found.values() for person in persons}
    if not names or (language != "ar" and language not in _TITLED):
        return found
    again, meant = _arabic_again(names) if language == "ar" else _again(names, language)
    for block, text in texts.items():
        persons = [Person(*match.span("again"), meant[match["again"]]) for match in again.finditer(text)]
        taken = {at for person in persons for at in range(person.start, person.end)}
        found[block] = sorted([*persons, *(person for person in found[block] if person.start not in taken)])
    return found


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


@cache
def _listed(key: str) -> str:
    return _any(persons_abroad()[key])


# ------------------------------------------------------------------------------------------------ East Asia

_TITLE_BEFORE: Final = {"ko": " ?(?:전 |신임 )?", "ja": "(?:元|前|次期|副)?", "zh": ""}
_TITLED: Final = frozenset(_TITLE_BEFORE)
_NO_JAPANESE_GIVEN: Final = re.compile("[長相官社部役員代表締省庁党県市区町村財務房総経済担当選側館図術物族念究会]")
_CHINESE_BEFORE: Final = "[，。、；：！？（《“\\s]"
_CHINESE_AFTER: Final = (
    "[，。、；：！？）》”\\s]|表示|[说說在于与與和及将將已称稱同对對为為的获獲]|会见|會見|会晤|强调|強調|指出|宣布|出席|访问|訪問|抵达|抵達|呼吁"
    "|呼籲|考察|认为|認為|发表|發表|透露|承认|警告|批评|领导|前往|返回|介绍|主持|回应|接受|率领|率領|带领|当选|當選|辞职"
    "|发来|發來|致信|参观|參觀|视察|視察|揭幕|[一二三四五六七八九十\\d]{1,3}日|今天|昨天|周[一二三四五六日]|$"
)


_KOREAN_PLACE: Final = (
    "(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|성남|고양|용인|창원|청주|전주|포항)(?=시장)"
    "|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)(?=지사|도지사))?도?"
)
"""오세훈 서울시장: the title has its place before it."""
_KOREAN_VERB: Final = "[하했할한해되됐된될돼]"
"""소장하다 is to possess, as 소장 is a director: such words are titles where nothing makes verbs of them."""


@cache
def _korean_names() -> re.Pattern[str]:
    tables = persons_abroad()
    families, syllables = ("".join(tables[key]) for key in ("ko families", "ko syllables"))
    title = f"(?:{_listed('ko titles')})(?![가-힣]{{3}}|{_KOREAN_VERB})"
    titled = f"(?={_TITLE_BEFORE['ko']}{_KOREAN_PLACE}{title})"
    foreign = f"(?:{_listed('ko given')})(?: [가-힣]{{2,5}}){{1,2}}"
    return re.compile(f"(?<![가-힣])([{families}][{syllables}]{{2}}|{foreign}){titled}")


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
    families = "".join(persons_abroad()["zh families"])
    firsts = re.escape("".join(sorted({title[0] for title in persons_abroad()["zh titles"]})))
    titles = f"(?=[{firsts}])(?:{_listed('zh titles')})"
    return re.compile(
        f"(?:(?:{titles})|(?:^|(?<={_CHINESE_BEFORE}))(?![一-龥]{{0,8}}(?:{titles})))([一-龥]{{1,6}}(?:·[一-龥]{{1,7}}?){{1,3}})(?={_CHINESE_AFTER})"
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


def _again(names: set[str], language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the `names` of a document, and with a title the family name that one of them has; and whose."""
    by_family: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_family[_family(name, language)].add(name)
    meant = {family: full for family, (full, *others) in by_family.items() if not others}
    meant |= dict(zip(names, names, strict=True))
    families = _any(meant.keys() - names)
    apart = {"ko": "(?<![가-힣])", "ja": "(?<![ァ-ヴー一-龥])"}.get(language, "")
    titled = f"(?={' ' if language == 'ko' else ''}{_TITLE_BEFORE[language]}(?:{_listed(f'{language} titles')}))"
    return re.compile(f"(?P<again>{_any(names)}|{apart}(?:{families}){titled})"), meant


def _family(name: str, language: str) -> str:
    if "・" in name or "·" in name:
        return re.split("[・·]", name)[-1]
    if " " in name:
        return name.rpartition(" ")[2]
    if language == "ja" and (family := re.match(_listed("ja families"), name)):
        return family[0]
    return name[0]


# ------------------------------------------------------------------------------------------------ Arabic


@cache
def _arabic_names() -> re.Pattern[str]:
    given = f"(?:{_listed('ar given')}|عبد ال[ء-ي]{{2,}})"
    family = "(?:بن [ء-ي]{3,}(?: آل [ء-ي]{3,}| ال[ء-ي]{2,}ي)?|(?:ال|بو|بن)[ء-ي]{3,})"
    known = _any(set(persons_abroad()["ar given"]) - set(persons_abroad()["ar words"]))
    return re.compile(f"(?<![ء-ي])[ولب]?({given}(?: {given})? (?:{family}|(?:{known})(?! بن)))(?![ء-ي])")


def _arabic(text: str) -> Iterator[Person]:
    for match in _arabic_names().finditer(text):
        if match[1].rpartition(" ")[2] not in persons_abroad()["ar none"]:
            yield Person(*match.span(1), match[1])


def _arabic_again(names: set[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the document's `names`, and the family name alone that one of them has; whose each is."""
    by_family: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if (family := name.rpartition(" ")[2]).startswith("ال") and family.endswith("ي"):
            by_family[family].add(name)
    meant = {family: full for family, (full, *others) in by_family.items() if not others}
    meant |= dict(zip(names, names, strict=True))
    return re.compile(f"(?<![ء-ي])[ولب]?(?P<again>{_any(meant)})(?![ء-ي])"), meant


_RULES: Final[Mapping[str, Callable[[str], Iterator[Person]]]] = {
    "ko": _korean,
    "ja": _japanese,
    "zh": _chinese,
    "ar": _arabic,
}
