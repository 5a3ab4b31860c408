"""Cities that play, in other languages of the Latin script: "Bremen gewann gegen Barcelona" names two clubs.

Only texts with several words of sport are touched; a city that is shown to play there is a club wherever no
preposition says that something is in it. The words stand in `cues_abroad.txt`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from docs_store.entities.gazetteer import clubs, countries, exonyms, load
from docs_store.entities.latin_patterns import CLUBS, any_of, listed
from docs_store.entities.lexicon import UPPER
from docs_store.entities.names import plain
from docs_store.model import EntityKind, EntityMention

_LEAST: Final = 3
"""Different words of sport that a report has at least."""
_NEAR: Final = 16
"""Code points before a name in which the word before it is."""
_SCORE: Final = r"(?:,? (?:mit )?\d{1,2} ?[:–-] ?\d{1,2}(?![\w.:-]))"


def with_teams_abroad(
    texts: Mapping[int | None, str], mentions: Sequence[EntityMention], language: str
) -> list[EntityMention]:
    """Return the mentions of the document `texts`, in order, with cities that play as organisations."""
    if not _is_sport(texts.values(), language):
        return list(mentions)
    called = _by_city(mentions, language)
    shown = {name for text in texts.values() for name in _playing(text, language)} | called.keys()
    if not shown:
        return list(mentions)
    teams = re.compile(rf"(?<![\w-])(?:{any_of(shown)})(?![\w-])")
    by_block: defaultdict[int | None, list[EntityMention]] = defaultdict(list)
    for each in mentions:
        by_block[each.block].append(each)
    named: list[EntityMention] = []
    for block, text in texts.items():
        here = by_block[block]
        for start, end in _unplaced(text, teams, language):
            at = bisect_left(here, start, key=lambda each: each.start)
            free = (at == 0 or here[at - 1].end <= start) and (at == len(here) or end <= here[at].start)
            team = EntityMention(start, end, EntityKind.ORGANISATION, _club(text[start:end], called), block)
            if free:
                here.insert(at, team)
            elif at < len(here) and (here[at].start, here[at].end, here[at].kind) == (start, end, EntityKind.PLACE):
                here[at] = team
        named += here
    return named


def _unplaced(text: str, teams: re.Pattern[str], language: str) -> Iterator[tuple[int, int]]:
    """Yield where `teams` are, but behind what says that something is there."""
    placing = listed(language, "there")
    for match in teams.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()].rstrip().rpartition(" ")[2]
        if before.lower() not in placing:
            yield match.span()


def _is_sport(texts: Iterable[str], language: str) -> bool:
    """Tell a report of sport by several words of it, of which one is of nothing else."""
    whole = "\n".join(texts)
    games = sum(word in whole for word in listed(language, "game"))
    return games > 0 and games + sum(word in whole for word in listed(language, "sport")) >= _LEAST


def _playing(text: str, language: str) -> Iterator[str]:
    """Yield the cities that what is said around them shows to play."""
    for match in _shows(language).finditer(text):
        name = match["against"] or match["plays"]
        if _is_home(name, language):
            yield name


@cache
def _shows(language: str) -> re.Pattern[str]:
    name = rf"[{UPPER}][\w'’-]+"
    against, plays = any_of(listed(language, "against")), any_of(listed(language, "plays"))
    after = rf"(?: (?:{plays})\b|{_SCORE})"
    return re.compile(rf"\b(?:{against}) (?:el |la |il |o )?(?P<against>{name})|(?<![\w-])(?P<plays>{name})(?={after})")


def _is_home(name: str, language: str) -> bool:
    """Tell a city, or a region that clubs are called by: countries play too, and stay places."""
    if name in countries() or exonyms(language).names.get(name) in countries():
        return False
    return name in exonyms(language).names or plain(name) in load().places


def _by_city(mentions: Iterable[EntityMention], language: str) -> dict[str, set[str]]:
    """Return the clubs that are called by a city, by that."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for name in {each.name for each in mentions if each.kind is EntityKind.ORGANISATION}:
        first, *others = name.split()
        if name in clubs() or first in CLUBS:
            for word in (first, *others):
                if _is_home(word, language):
                    called[word].add(name)
    return called


def _club(city: str, called: Mapping[str, set[str]]) -> str:
    """Return the one club of the document that is called by the city, else the city."""
    clubs_there = called.get(city, set())
    return next(iter(clubs_there)) if len(clubs_there) == 1 else load().organisations.get(city, city)
