"""Countries and cities that play: in reports of team sport "Selwyn beat Quillby" names two teams, no places.

Each mention is asked by itself, so that England who won and "in England" are two entities. Only texts that are plainly
about such a sport are touched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from docs_store.entities.gazetteer import clubs, demonyms, load
from docs_store.entities.lexicon import BEARINGS, words
from docs_store.entities.names import plain
from docs_store.model import EntityKind, EntityMention

_PLAIN_WORDS: Final = (
    " midfield", " striker", " goalkeeper", " defender", " winger", " fly-half", " scrum", " full-back", " flanker",
    " centre-half", " wicket", " innings", " batsm", " bowler", " quarterback", " touchdown", " halfback",
    " linebacker", " inning", " homer", " pitcher", " shortstop", " outfield", " playoff", " play-off", " rebounds",
    " half-time", " halftime", " second half", " first half", " second-half", " first-half", " equaliser",
    " World Cup", " Six Nations", " Champions League", " Premiership", " Premier League", " penalty kick",
    " free-kick", " free kick", " power play", " puck", " coach", " free throw", " three-pointer", " 3-pointer", " NBA",
    " NFL", " NHL", " overtime", " bullpen", " yards", " fumble", " World Series", " Super Bowl", " Stanley Cup",
    " kick-off", " Test match", " Test against", " tries", " international debut", " shootout", " defenseman",
    " goalie", " hat trick", " injury time", " stoppage time", " Bundesliga", " La Liga", " LaLiga", " Serie A",
    " Ligue 1", " Eredivisie", " scoresheet", " clean sheet",
)  # fmt: skip
"""Beginnings of words that only reports of team sport have, or have often."""
_VAGUE_WORDS: Final = (
    " match", " season", " goal", " team", " squad", " game", " play", " score", " league", " club", " injur",
    " defeat", " victory", " win ", " tournament", " fixture", " Cup", " champion", " captain", " fans", " replay",
    " friendly", " opener", " referee", " semi-final", " quarter-final", " rugby", " football", " cricket",
    " basketball", " baseball", " hockey", " soccer", " draw", " loan", " penalt",
)  # fmt: skip


def _any_of(beginnings: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the beginnings of words, which are parted by first letters: most words have none."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for beginning in beginnings:
        rests[beginning[1]].append(re.sub(" $", "(?= )", beginning[2:]))
    return re.compile(" (?:" + "|".join(f"{first}(?:{'|'.join(each)})" for first, each in rests.items()) + ")")


_PLAIN_WORD: Final = _any_of(_PLAIN_WORDS)
_VAGUE_WORD: Final = _any_of(_VAGUE_WORDS)
"""Any vague word: no two of them begin alike."""
_NICKNAMES: Final = re.compile(
    r"he (?=[BCDFHJKLMNRSW])(?P<name>Browns|Bucks|Bucs|Blues|Capitals|Coyotes|Devils|Ducks|Flames|Heat|Hurricanes|Jazz"
    r"|Kings|Lightning|Magic|Nets|Rams|Senators|Sharks|Sonics|Stars|Suns|Whalers|Wizards)(?![\w-]| [A-Z](?!oach))"
)
"""Teams called by words that are believed in reports of sport alone: "the Heat beat the Kings"."""
_PLAIN: Final = 2
_LEAST_VAGUE: Final = 2
_ENOUGH: Final = 5
_PER_WORD: Final = 2_000
"""Different words that a report of team sport has at least, plain ones counting twice, and a word more for so many code
points: of 5,650 other texts 5 have as many."""

_PLACING: Final = words(
    "in at near from to into across around outside throughout inside of through via between born live lives lived "
    "leave leaving left toward towards visit visiting"
)
"""Words before a place where something is, or goes."""
_WON: Final = words(
    "beat beats beating defeated defeat thrash thrashed stunned edged downed crushed routed against versus v vs over "
    "past led leads sweep swept past face faced facing meet meets met playing play plays host hosts hosting eliminated"
)
"""Words before the other side."""
_LOST: Final = words("loss losses lost lose losing defeat defeats beaten defeated thrashed fell succumbed")
_PLAYED: Final = words("play plays played playing caps appearances victory win triumph debut tries goals captained")
_MOVED: Final = words(
    "move moved moves loan transfer signed signing joined joins arrived switch switched bought recruited"
)
_LINKS: Final = {
    "to": _LOST | {"away", "home"},
    "by": _LOST | words("shots goals saves points"),
    "for": _PLAYED,
    "with": words("draw drew clash match game tie"),
    "at": words("win wins draw drew defeat defeats loss won lost spell"),
    "from": _MOVED,
}
"""Words before a preposition and the side: "lost to Norway", "caps for Norway"."""
_OFFICE: Final = words(
    "coach captain skipper manager boss striker midfielder defender goalkeeper keeper winger forward forwards prop "
    "hooker lock flanker fly-half scrum-half centre full-back back-row squad side team players player fans supporters "
    "star international internationals selectors batsman batsmen bowler opener debut pack defence defense "
    "attack pitcher quarterback shortstop guard center rookie goaltender line-up lineup shirt jersey management"
)
"""Words after a team that is theirs."""
_DEED: Final = words(
    "beat beats beating won win wins lost lose loses drew draw play plays played playing scored score scores led lead "
    "leads trailed trail defeated defeats thrashed face faces faced host hosts hosted meet met kicked clinched secured "
    "qualified struggled dominated conceded equalised advanced earned snapped rallied captured hit took take went "
    "are were have had need needed finished looked could will"
)
"""Words after a team that tell what it did."""
_OWN: Final = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}(?:wins?|victor(?:y|ies)|defeats?|loss(?:es)?|triumph|hopes|openers?|tr(?:y|ies)|goals?"
    r"|innings|bowling|bowlers|batting|batsmen|fielding|squad|line-?up|midfield|goalkeeper|forwards|backs)\b"
)
"""What sides have: "Norway's second innings"."""
_SHARED: Final = words("are were have had could will need went took take hit met finished looked lead led")
"""What countries do too: not enough to show a team."""
_ANYTHING: Final = words("is was has continue continues resume resumes looks look hope hopes dominate dominates")
"""And what else they do, beside another side."""
_CLUBS: Final = words("City Town County Forest")
"""Last words of places that are football clubs as often: "Selwyn Town"."""
_SCORE: Final = re.compile(r"(?: \(\d{1,3}-\d|,?(?: \w+)? \d{1,3}[-–]\d{1,3}\b|,? \d{1,3}(?: [A-Z]\w+|,|\.(?!\d)|$))")
_AFTER: Final = re.compile(r"(?P<possessive>['’]s?)? (?P<word>[a-z][a-z-]*)")
_BEFORE: Final = re.compile(r"(?:(?P<first>\w+) )?(?P<second>[\w.]+) (?:the )?$")
_OF_SOMEBODY: Final = re.compile("['’]s? [A-Z]")
_APART: Final = re.compile(r"-|\)")
_DATELINE: Final = re.compile(r"(?:, [\w .]{1,24})?(?: \([A-Z]| ?(?:_|--?|–|—) )")
_NEAR: Final = 24
_SHARED_BY: Final = 3
"""Teams that share a nickname, at most: the Giants are of two cities, and United is any."""


def with_teams(texts: Mapping[int | None, str], mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """Return the mentions of the document `texts`, in order, with places that play, and clubs, as organisations."""
    if not any(each.kind is EntityKind.PLACE for each in mentions) or not _is_sport(texts.values()):
        return list(mentions)
    asked = [each for each in mentions if _may_play(each)]
    playing = list(_not_placed(texts, asked))
    called = list(_called(texts, mentions))
    bodies = [each for each in (*mentions, *called) if each.kind is EntityKind.ORGANISATION]
    homes = {home for each in bodies for home in _homes_of(texts[each.block][each.start : each.end])}
    shown = {each.name for each in playing if each.name in homes or _acts(texts[each.block], each)}
    # Where two play, the others in the text are sides too; where one does, those that do what sides do.
    teams = {
        (each.block, each.start)
        for each in playing
        if each.name in shown
        or (
            (len(shown) > 1 or (shown and _does(texts[each.block], each)))
            and each.kind is EntityKind.PLACE
            and not _is_home(texts[each.block], each)
        )
    }
    named = [
        replace(each, kind=EntityKind.ORGANISATION) if (each.block, each.start) in teams else each for each in mentions
    ]
    if not called:
        return named
    order = {block: at for at, block in enumerate(texts)}
    return sorted([*named, *called], key=lambda each: (order[each.block], each.start))


def _may_play(mention: EntityMention) -> bool:
    """Tell a city or country, and what ends with a city and is neither there nor anybody's name: "Rowing Quillby"."""
    if mention.kind not in (EntityKind.PLACE, EntityKind.PERSON):
        return False
    known = load()
    first, _, last = mention.name.rpartition(" ")
    if mention.kind is EntityKind.PLACE and (mention.name in known.places or last in _CLUBS):
        return True
    return bool(first) and last in known.places and plain(first) not in known.given and first not in BEARINGS


def _homes_of(team: str) -> Iterable[str]:
    """Return where a team is at home: "Indiana" of the Indiana Pacers, and of "Pacers"."""
    city, _, _ = team.rpartition(" ")
    return (city,) if city else _homes().get(team, ())


@cache
def _homes() -> Mapping[str, tuple[str, ...]]:
    """Return the homes of the teams that go by a word that few share."""
    tables = load()
    homes: dict[str, tuple[str, ...]] = {}
    for name, team in tables.organisations.items():
        city, _, nickname = name.rpartition(" ")
        if city in tables.places and team in clubs():
            homes[nickname] = (*homes.get(nickname, ()), tables.places[city])
    return {nickname: cities for nickname, cities in homes.items() if len(cities) <= _SHARED_BY}


def _called(texts: Mapping[int | None, str], mentions: Sequence[EntityMention]) -> Iterator[EntityMention]:
    """Yield the teams that go by a word of the language, where nothing is found yet."""
    for block, text in texts.items():
        for match in _NICKNAMES.finditer(text):
            start, end = match.span("name")
            before = match.start() - 1  # the engine skips ahead to "he "
            articled = before >= 0 and text[before] in "tT" and not text[before - 1 : before].isalnum()
            if articled and not any(each.block == block and each.start < end and start < each.end for each in mentions):
                yield EntityMention(start, end, EntityKind.ORGANISATION, match["name"], block)


def _is_sport(texts: Iterable[str]) -> bool:
    whole = "\n".join(texts)
    if _PLAIN_WORD.search(whole) is None:  # as in most texts by far
        return False
    vague = len(set(_VAGUE_WORD.findall(whole)))
    if vague < _LEAST_VAGUE:
        return False
    missing = _ENOUGH + len(whole) // _PER_WORD - vague
    plain = (word for word in _PLAIN_WORDS if word in whole)
    return all(next(plain, None) for _ in range(0, missing, _PLAIN))  # no more are looked for than are needed


def _acts(text: str, mention: EntityMention) -> bool:
    """Tell whether the surroundings show a team: what it did, who is its captain, whom it beat, the score."""
    if _is_home(text, mention):
        return False
    before, link = _before(text, mention)
    if (
        link in _WON
        or before in _LINKS.get(link, ())
        or (link == "for" and before.isdigit())
        or _SCORE.match(text, mention.end)
    ):
        return True
    after = _AFTER.match(text, mention.end)
    if after is None:
        return False
    word = after["word"]
    if after["possessive"]:
        return word in _OFFICE or _OWN.match(text, mention.end) is not None
    return word in _OFFICE or (word in _DEED and word not in _SHARED)


def _does(text: str, mention: EntityMention) -> bool:
    """Tell whether a mention does what sides do, and countries too: "Norway will resume"."""
    after = _AFTER.match(text, mention.end)
    return after is not None and not after["possessive"] and after["word"] in _DEED | _ANYTHING


def _not_placed(texts: Mapping[int | None, str], places: Iterable[EntityMention]) -> Iterator[EntityMention]:
    """Yield the places, but "in Quillby, Selwyn", "Selwyn-born", "(Selwyn)" and where the report is from."""
    last: tuple[int | None, int] | None = None
    for each in places:
        text = texts[each.block]
        inside = not _acts(text, each) and last == (each.block, each.start - len(", ")) and text[each.start - 2] == ","
        before, link = _before(text, each)
        apart = _APART.match(text, each.end) or text[each.start - 1] == "("
        there = link in _PLACING and before not in _LINKS.get(link, ()) and not _OWN.match(text, each.end)
        placed = apart or there
        opens = text[max(0, each.start - 1) : each.start] in ("", "\n")
        if inside or placed or (opens and _DATELINE.match(text, each.end)):
            last = (each.block, each.end)
        else:
            yield each


def _is_home(text: str, mention: EntityMention) -> bool:
    """Tell "Norway's Ola Osk", who is from there; "Boston's Tom Osk" plays there."""
    return mention.name in demonyms() and _OF_SOMEBODY.match(text, mention.end) is not None


def _before(text: str, mention: EntityMention) -> tuple[str, str]:
    """Return the two words before the mention, in small letters, an article left out."""
    before = _BEFORE.search(text[max(0, mention.start - _NEAR) : mention.start])
    return (before["first"] or "", before["second"].lower()) if before else ("", "")
