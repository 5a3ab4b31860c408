"""The words and expressions that tell names in languages of the Latin script, made from `cues_abroad.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import cues_abroad
from docs_store.entities.lexicon import UPPER

_WORD: Final = rf"[{UPPER}][\w’'-]{{0,60}}(?<![’'-])"
"""As long as any is: each apostrophe in a word may begin a name, and each would look through to the word's end."""
_INITIAL: Final = rf"[{UPPER}]\.(?:-?[{UPPER}]\.)*"
_FORMS: Final = (
    r"(?:GmbH(?: & Co\.? KG)?|AG|SE|KGaA|KG|e\.V\.|eG|S\.A\.S\.|S\.A\.|SA|SAS|SARL|S\.L\.|SL|S\.p\.A\.|SpA|Spa"
    r"|S\.r\.l\.|Srl|N\.V\.|NV|B\.V\.|BV|Ltda|Lda|Ltd|Inc|PLC|plc)(?!\w)"
)
"""What the law wants at the end of a company's name."""
_PARTICLES: Final = {
    "de": "von der |von dem |vom und zum |von und zu |von |vom |zu |van der |van |de ",
    "nl": "van der |van den |van de |van |de |den |ter |ten ",
}
_ROMANCE_PARTICLES: Final = (
    "de la |de los |de las |del |della |de |di |da |dos |das |do |du |le |la |el |ben |bin |van |von |y |d[’']"
)
_JOINS: Final = {
    "fr": "de la|de|du|des|et de|et du|et|pour la|pour le|pour les|pour|contre|sur|à",
    "es": "de la|de los|de las|del|de|y de|y|e|para la|para el|para|contra|sobre",
    "it": "della|dello|dei|degli|delle|del|di|e|per la|per il|per|contro|sulla",
    "pt": "dos|das|do|da|de|e|para a|para o|para|contra|sobre",
    "nl": "van de|van het|van|voor de|voor|en|tot",
}
"""Small words inside the names of bodies."""
_ELIDED: Final = "(?:(?:de l|sur l|dell|all|sull|nell|[dlDL])[’'])?"
_ARTICLES: Final = {
    "de": "der|die|das|dem|des|den|Der|Die|Das|vom|beim|zur|zum",
    "fr": "le|la|les|Le|La|Les|du|au|des|aux",
    "es": "el|la|los|las|El|La|Los|Las|del|al",
    "it": "il|lo|la|i|gli|le|Il|La|del|della|dal|dalla|al|alla",
    "pt": "o|a|os|as|O|A|do|da|dos|das|no|na|ao|pelo|pela",
    "nl": "de|het|De|Het",
}
"""Words before letters that are a body's."""
CLUBS: Final = lex.words(
    "FC SC SV TSV VfB VfL VfR TSG SSV SpVgg AC AS CD UD SK FK RC OGC CF Borussia Eintracht Hertha Arminia Alemannia "
    "Fortuna Hansa Bayer Olympique Racing Club Real Sporting Deportivo Atlético Stade"
)
"""What clubs are called before their place, or what is as one."""
_OF_BANDS: Final = "(?:(?:Les?|La|Las|Los|El|Il|Gli|Die|De|Os?|As?) )?"
"""Articles that are part of what a band or a paper is called."""
_LONGEST: Final = 6
"""Words behind the head of a body's name at most."""
CAPITAL: Final = re.compile(rf"[{UPPER}](?<![\w-].)[\w’'-]*(?<![’'-])")
"""The lookbehind stands after the capital so that the engine can skip ahead to capitals."""
FORM_WORDS: Final = lex.words("GmbH AG SE KGaA KG SA SAS SARL SL SpA Spa Srl NV BV Ltda Lda Ltd Inc PLC S N B V")
COMPOUNDED: Final = (
    "Stiftung",
    "Verlag",
    "Universität",
    "Institut",
    "Konzern",
    "Museum",
    "Gesellschaft",
    "Zeitung",
    "Werke",
)
"""Last parts of German compounds that are bodies: "Osk-Stiftung"."""


@cache
def listed(language: str, key: str) -> frozenset[str]:
    """Return the words of `cues_abroad.txt` that are `key` in the language."""
    return frozenset(cues_abroad().get(f"{language} {key}", ()))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _listed(language: str, key: str) -> str:
    return any_of(cues_abroad().get(f"{language} {key}", ()))


class Cues(NamedTuple):
    """Words that tell names, of one language."""

    openers: frozenset[str]
    """First words of bodies' names."""
    tails: frozenset[str]
    nouns: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]
    trades: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Return the words of a language."""
    opening = (listed(language, key) for key in ("heads", "purposes", "sole"))
    return Cues(
        openers=CLUBS.union(*opening),
        tails=listed(language, "tails"),
        nouns=listed(language, "nouns"),
        articles=frozenset((*_ARTICLES[language].split("|"), "'")),
        titles=listed(language, "titles"),
        trades=listed(language, "trades"),
    )


class Bodies(NamedTuple):
    """What finds bodies."""

    opened: re.Pattern[str]
    """Where an opener is."""
    formed: re.Pattern[str]
    tailed: re.Pattern[str]
    small: re.Pattern[str] | None
    """By heads in lower case."""
    joined: re.Pattern[str]
    """Firms of two: "Osk & Söhne"."""
    called: re.Pattern[str]
    """Behind what they are called before their names."""


@cache
def body_patterns(language: str) -> Bodies:
    """Return what finds the bodies of a language."""
    part = rf"(?!(?:{_listed(language, 'days')}|{_listed(language, 'nobody')})\b){_WORD}"
    joins = _JOINS.get(language)
    inside = rf"(?: (?:{joins}))?" if joins else ""
    join = rf"(?:(?:{joins}) )?{_ELIDED}" if joins else ""
    low = rf"(?:{_listed(language, 'goes on')})\b"
    more = rf"(?: {low}| {join}{part}| {join}{low}){{1,{_LONGEST}}}"
    tails, sole = _listed(language, "tails"), _listed(language, "sole")
    clubs = rf"(?:{any_of(CLUBS - {'Stade'})})(?: Club| Deportivo)?(?: de)? {part}|Stade \w+(?:ais|ois|ain|aux)"
    purpose = rf"(?:für|zur|zum|der|des|gegen) {part}(?: (?:und|für) {part})?"
    opened = rf"(?:{_listed(language, 'heads')}){more if joins else f' {part}'}"
    opened += rf"|(?:{_listed(language, 'purposes')}) {purpose}"
    inflected = rf"(?:{_listed(language, 'adjectives')})[nrs]?"
    tailed = rf"(?:{inflected}|{part})(?: {part})? (?:{tails})(?: {part}(?= [a-z(,.]|[,.]))?"
    compound = rf"{_WORD}-(?:{any_of(COMPOUNDED)})(?:e?s)?" if language == "de" else "(?!)"
    in_small = listed(language, "small")
    small = rf"\b(?:{any_of(in_small)}) {join}{part}(?:{more})?"
    ends = r"(?![\w-])"
    return Bodies(
        opened=re.compile(rf"(?:{compound}|{opened}|{clubs}|{sole}){ends}"),
        formed=re.compile(rf"(?<![\w-]){part}(?:{inside} {part}|,? & {part}){{0,4}},? {_FORMS}"),
        tailed=re.compile(rf"(?<![\w-])(?:{tailed}){ends}"),
        small=re.compile(small + ends) if in_small else None,
        joined=re.compile(rf"(?<![\w-]){part} & {part}{ends}"),
        called=re.compile(rf"{_OF_BANDS}{part}(?: {part}){{0,2}}{ends}"),
    )


class Persons(NamedTuple):
    """What finds persons."""

    name: re.Pattern[str]
    """Behind a title or trade."""
    told: re.Pattern[str]
    """What stands behind a name that a trade follows."""


@cache
def person_patterns(language: str) -> Persons:
    """Return what finds the persons of a language."""
    part = rf"(?!(?:{_listed(language, 'days')}|{_listed(language, 'nobody')})\b)(?:{_INITIAL}|{_WORD})"
    particle = rf"(?:{_PARTICLES.get(language, _ROMANCE_PARTICLES)})?"
    most = 1 if language == "de" else 2
    articles = rf"(?:(?:{_ARTICLES[language]}) |[lL][’'])?"
    return Persons(
        name=re.compile(rf"{particle}{part}(?: {particle}{part}){{0,{most}}}(?![\w-])"),
        told=re.compile(rf", {articles}(?:{_listed(language, 'trades')})\b"),
    )
