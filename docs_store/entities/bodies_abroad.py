"""Organisations in scripts of their own that a rule can tell: ministries, universities, courts, companies in quotes.

Each rule has a word that says what the body is, and what stands beside it; what is known by name is in the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from docs_store.entities.gazetteer import exonyms


class Body(NamedTuple):
    """Where a text names an organisation, and its name, in the nominative."""

    start: int
    end: int
    name: str


def find_bodies(text: str, language: str) -> Iterator[Body]:
    """Yield the organisations of `text` that rules of the language tell."""
    rule = _RULES.get(language)
    if rule is not None:
        yield from rule(text)


# ------------------------------------------------------------------------------------------------ Cyrillic

_RU_FIELDS: Final = (
    "финансов|обороны|юстиции|транспорта|здравоохранения|просвещения|образования(?: и науки)?|науки|культуры|энергетики"
    "|иностранных дел|внутренних дел|экономики|экономического развития|сельского хозяйства|труда|связи|спорта"
    "|природных ресурсов|промышленности(?: и торговли)?|чрезвычайных ситуаций|строительства"
)
_UK_FIELDS: Final = (
    "фінансів|оборони|юстиції|транспорту|охорони здоров['’]я|освіти(?: і науки)?|культури|енергетики|закордонних справ"
    "|внутрішніх справ|економіки|інфраструктури|аграрної політики|цифрової трансформації|соціальної політики|спорту"
)
_RU_COMPANY: Final = (
    "(?:компани|корпораци)(?:я|и|ю|ей)|(?:концерн|холдинг|банк|клуб|завод|театр|фонд|телеканал|канал|ресторан|отель)"
    "(?:|а|у|ом|е)|групп(?:а|ы|е|у)|фирм(?:а|ы|е|у)|газет(?:а|ы|е|у)|агентств(?:о|а|у|ом|е)|журнал(?:|а|у|ом|е)"
    "|издательств(?:о|а|у|ом|е)|парти(?:я|и|ю|ей)"
)
_UK_COMPANY: Final = (
    "(?:компані|корпораці)(?:я|ї|ю|єю)|(?:концерн|холдинг|банк|клуб|завод|театр|фонд|телеканал|канал)(?:|у|ом|і)"
    "|фірм(?:а|и|і|у)|газет(?:а|и|і|у)|агентств(?:о|а|у|ом|і)|парті(?:я|ї|ю|єю)"
)


def _cyrillic_patterns(fields: str, ministry: str, company: str, adjective: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"\b{ministry} (?P<field>{fields})\b"),
        re.compile(rf"\b(?i:{company}) «(?P<quoted>[А-ЯЁІЇЄҐ][^«»\n]{{1,40}})»"),
        re.compile(
            rf"\b(?P<stem>[А-ЯЁІЇЄҐ][а-яёіїєґ'-]+{adjective}) "
            rf"(?P<middle>(?:[а-яёіїєґ]+{adjective} ){{0,2}})(?P<head>університет|университет|институт|інститут)"
            r"(?:а|у|ом|ові|е|і)?\b"
        ),
    )


_RU_ADJECTIVE: Final = "(?:ый|ий|ого|ому|ым|им|ом)"
_UK_ADJECTIVE: Final = "(?:ий|ого|ому|им)"
_CYRILLIC: Final = {
    "ru": _cyrillic_patterns(_RU_FIELDS, "Министерств(?:о|а|у|ом|е)", _RU_COMPANY, _RU_ADJECTIVE),
    "uk": _cyrillic_patterns(_UK_FIELDS, "Міністерств(?:о|а|у|ом|і)", _UK_COMPANY, _UK_ADJECTIVE),
}
_MINISTRY: Final = {"ru": "Министерство", "uk": "Міністерство"}
_CASE: Final = {
    "ru": re.compile("(?<=[кгхжшчщ])(?:ий|ого|ому|им|ом)$|(?:ый|ого|ому|ым|ом)$"),
    "uk": re.compile("(?:ий|ого|ому|им)$"),
}


def _in_cyrillic(text: str, language: str) -> Iterator[Body]:
    ministry, company, university = _CYRILLIC[language]
    for match in ministry.finditer(text):
        yield Body(*match.span(), f"{_MINISTRY[language]} {match['field']}")
    for match in company.finditer(text):
        yield Body(*match.span("quoted"), match["quoted"])
    for match in university.finditer(text):
        words = [_nominative(word, language) for word in (match["stem"], *match["middle"].split())]
        yield Body(*match.span(), " ".join((*words, match["head"])))


def _nominative(adjective: str, language: str) -> str:
    stem = _CASE[language].sub("", adjective)
    return stem + ("ий" if language == "uk" or stem[-1] in "кгхжшчщ" else "ый")


# ------------------------------------------------------------------------------------------------ Arabic

_AR_FIELDS: Final = (
    "الصحة|الدفاع|الخارجية|الداخلية|المالية|التعليم(?: العالي)?|العدل|الطاقة|النفط|الثقافة|السياحة|الإعلام|الزراعة"
    "|التجارة|الصناعة|النقل|العمل|البيئة|الاقتصاد|التربية|الأوقاف|الإسكان"
)


@cache
def _arabic_bodies() -> re.Pattern[str]:
    places = "|".join(map(re.escape, sorted(exonyms("ar").names, key=len, reverse=True)))
    return re.compile(f"(?<![ء-ي])[ولبف]?(?P<name>وزارة (?:{_AR_FIELDS})|جامعة (?:{places}))(?![ء-ي])")


def _arabic(text: str) -> Iterator[Body]:
    for match in _arabic_bodies().finditer(text):
        yield Body(*match.span("name"), match["name"])


# ------------------------------------------------------------------------------------------------ East Asia

_JA_MINISTRIES: Final = (
    "(?:財務|外務|防衛|法務|文部科学|文科|厚生労働|厚労|農林水産|農水|経済産業|経産|国土交通|国交|環境|総務)省"
    "|(?:金融|消費者|デジタル|復興|宮内|検察|公正取引委員会|国税|文化|観光|林野|水産|資源エネルギー|海上保安|消防|警察)庁"
    "|公正取引委員会|(?:東京|大阪|名古屋|福岡|仙台|札幌|広島|高松)(?:地裁|高裁|地検)"
)
_JA_HEADS: Final = "大学|銀行|新聞社|新聞|証券|自動車|製作所|重工業?|電機|製薬|製鉄|商事|物産|不動産|航空|鉄道"
_JA_NO: Final = re.compile(
    "^(?:国立|私立|公立|女子|地方|中央|都市|民間|大手|同|両|各|当|海外|外国|商業|投資|[一二三四五六七八九十])"
)


@cache
def _japanese_bodies() -> re.Pattern[str]:
    return re.compile(
        f"(?<![一-龥々ァ-ヴー])(?:{_JA_MINISTRIES}|(?:日本|全国|東京|国際)[一-龥々ァ-ヴー]{{2,10}}(?:協会|連盟|機構|学会|組合)|[一-龥々ァ-ヴー]{{2,6}}?(?:{_JA_HEADS}))(?![一-龥々])"
    )


def _japanese(text: str) -> Iterator[Body]:
    for match in _japanese_bodies().finditer(text):
        if not _JA_NO.search(match[0]):
            yield Body(*match.span(), match[0])


_ZH_BEFORE: Final = "(?<=[，。、；：！？（《“\\s])|(?<=^)"
_ZH_NO: Final = re.compile("^(?:[这那该各某本一两]|多所|[a-z])")


@cache
def _chinese_bodies() -> re.Pattern[str]:
    names = exonyms("zh").names
    places = "|".join(map(re.escape, sorted((name for name in names if len(name) > 1), key=len, reverse=True)))
    firsts = re.escape("".join(sorted({name[0] for name in names})))
    heads = "大学|大學|银行|銀行|日报|日報|人民法院|证券交易所|證券交易所|理工大学|师范大学"
    return re.compile(f"(?:{_ZH_BEFORE})[一-龥]{{2,4}}(?:大学|大學)|(?=[{firsts}])(?:{places})(?:{heads})")


def _chinese(text: str) -> Iterator[Body]:
    for match in _chinese_bodies().finditer(text):
        if not _ZH_NO.search(match[0]):
            yield Body(*match.span(), match[0])


_KO_HEADS: Final = (
    "전자|자동차|은행|대학교|그룹|중공업|건설|화학|항공|증권|생명|방송|신문|일보|제약|통신|조선해양|물산|위원회"
    "|협회|재단"
)
_KO_NO: Final = re.compile(
    "^(?:중앙|지방|시중|국립|사립|전기|수소|중고|국내|해외|대형|소형|외국|투자|상업|특별|조사|임시|한|두|각)"
)
_KO_AFTER: Final = "(?=(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|으로|에게|측)?(?![가-힣]))"


@cache
def _korean_bodies() -> re.Pattern[str]:
    return re.compile(f"(?<![가-힣A-Za-z])[가-힣A-Z]{{2,5}}?(?:{_KO_HEADS}){_KO_AFTER}")


def _korean(text: str) -> Iterator[Body]:
    for match in _korean_bodies().finditer(text):
        if not _KO_NO.search(match[0]):
            yield Body(*match.span(), match[0])


_RULES: Final[Mapping[str, Callable[[str], Iterator[Body]]]] = {
    "ru": lambda text: _in_cyrillic(text, "ru"),
    "uk": lambda text: _in_cyrillic(text, "uk"),
    "ar": _arabic,
    "ja": _japanese,
    "zh": _chinese,
    "ko": _korean,
}
