"""Sides in lists of results, fixtures and standings: "Selwyn 2 Quillby 1" names two clubs by their cities.

Such a line has nothing but names and numbers; a text has several, and a word of sport. Countries stay places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import clubs, countries, load
from docs_store.model import EntityKind, EntityMention

_Side: TypeAlias = tuple[int, int]
"""Start and end in the text."""

_PART: Final = rf"[{lex.UPPER}][\w.&'’/-]*"
_NAME: Final = rf"(?:{_PART}|\d{{2,4}} {_PART})(?: (?:{_PART}|of the|of|da|do|de)(?![^ \n])){{0,3}}"
"""A side: four words at most ("Queen of the South", "1860 Quillby")."""
_OF: Final = r"(?: \([^()\d\n]{2,24}\))?"
"""The country a side is of."""
_PLACE: Final = r"(?:(?:In|At) [^:\d\n]{2,24}: )?"
_DONE: Final = r"(?![\w%]|[.,:/-]\d| (?:pct|percent|million|mln|billion|km|miles|degrees)\b)"
_GOALS: Final = r" \d{1,3}"
_SCORE: Final = rf" \d{{1,3}} ?[-–:] ?\d{{1,3}}{_DONE}"
_SPORT: Final = re.compile(
    r"\b(?:leagues?\b(?! of)|\w*(?<!\bob)liga\b|ligue\b(?! des)|division (?:one|two|three|four|\d)"
    r"|playoffs?|championships?\b|(?:foot|basket|base|soft|hand|net|volley)ball|soccer|rugby|hockey|cricket|standings"
    r"|serie a\b|spieltag|fu(?:ß|ss)ball|tabellenführer|fútbol|futebol|calcio|championnat|campionato|campeonato"
    r"|eredivisie)"
)
"""What a text with such lists has, in small letters, and no ballots, colleagues and divisions of an army."""
_ENDS: Final = frozenset("0123456789)-")
"""How such lines end, a full stop aside, but fixtures, and where a number is inside."""
_INSIDE: Final = re.compile(r"\d ?[-–:] ?\d| (?:vs?\.?|AT) |[a-z)] \d")
_SHORT: Final = 50
"""What those have inside, and their code points at most."""
_NO_SIDE: Final = lex.MONTHS_AND_DAYS | lex.words("Attendance Halftime Half-time Total Group Division Round")
"""First words of what is no side."""
_LINES_LEAST: Final = 2
_LEAST: Final = 3
"""Lines, and sides, that make a list."""
_SHARE: Final = 0.3
"""Share of the names of a list that are cities or clubs, where it is one of sides."""


def with_results(texts: Mapping[int | None, str], mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """Return the mentions of the document `texts`, in order, with the sides in lists of results as organisations."""
    lines = {block: starts for block, text in texts.items() if (starts := _lines(text))}
    if sum(map(len, lines.values())) < _LINES_LEAST or not _is_sport(texts.values()):
        return list(mentions)
    sides = _sides(texts, lines)
    if not sides:
        return list(mentions)
    inside: defaultdict[tuple[int | None, _Side], list[EntityMention]] = defaultdict(list)
    named, apart = [], set()
    for each in mentions:
        over = _overlapped(each, sides.get(each.block, ()))
        if len(over) == 1 and over[0][0] <= each.start and each.end <= over[0][1]:
            inside[each.block, over[0]].append(each)
        else:
            named.append(each)
            apart |= {(each.block, side) for side in over}
    for block, found in sides.items():
        for side in found:
            here = inside[block, side]
            if (block, side) in apart or any(map(_is_country, here)):
                named += here
            else:
                start, end = side
                name = load().organisations.get(texts[block][start:end], texts[block][start:end])
                named.append(EntityMention(start, end, EntityKind.ORGANISATION, name, block))
    order = {block: at for at, block in enumerate(texts)}
    return sorted(named, key=lambda each: (order[each.block], each.start))


def _lines(text: str) -> list[int]:
    """Return where lines begin that may be such: nearly all texts have none, and no pattern is asked for them."""
    found, start = [], 0
    for line in text.split("\n"):
        last = line[-1:]
        if last == ".":
            last = line[-2:-1]
        may_be = last in _ENDS or (len(line) < _SHORT and last.isalpha() and _INSIDE.search(line))
        if may_be and not line[0].islower():
            found.append(start)
        start += len(line) + 1
    return found


def _is_sport(texts: Iterable[str]) -> bool:
    return any(_SPORT.search(text.lower()) for text in texts)


def _overlapped(mention: EntityMention, sides: Sequence[_Side]) -> Sequence[_Side]:
    """Return the sides, which are in order, that share code points with the mention."""
    at = bisect_left(sides, (mention.start, mention.start))
    first = at - 1 if at and sides[at - 1][1] > mention.start else at
    return sides[first : bisect_left(sides, (mention.end, mention.end))]


def _is_country(mention: EntityMention) -> bool:
    return mention.kind is EntityKind.PLACE and mention.name in countries()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what finds lines of sides, made when the first list is met."""
    lines = (
        rf"{_PLACE}(?P<home>{_NAME}){_OF}{_GOALS}(?: \([^()\n]{{3,160}}\))?,? (?P<away>{_NAME}){_OF}{_GOALS}{_DONE}",
        rf"{_PLACE}(?P<home>{_NAME}){_OF} ?[-–—:] ?(?P<away>{_NAME}){_OF}:?{_SCORE}",
        rf"{_PLACE}(?P<home>{_NAME}){_OF}{_SCORE} (?P<away>{_NAME}){_OF}(?= ?$| \()",
        rf"{_PLACE}(?P<home>{_NAME}){_OF} (?:v\.?|vs\.?) (?P<away>{_NAME}){_OF}(?= ?$| \()",
        rf"(?P<home>{_NAME}) AT {_NAME}(?= ?$| \()",
        rf"{_PLACE}(?P<home>{_NAME}) \d{{1,3}}(?:-\d{{1,2}})?(?: (?:declared|all out))?(?= ?$| \()",
        rf"(?:\d{{1,2}}\.? )?(?P<home>{_NAME})(?: [-+]?[\d.,/:]+){{3,}}(?: -)? ?$",  # a row of a standing
    )
    return tuple(re.compile(line, re.MULTILINE) for line in lines)


def _sides(
    texts: Mapping[int | None, str], lines: Mapping[int | None, Sequence[int]]
) -> Mapping[int | None, list[_Side]]:
    """Return the sides in the lists of the texts, in order, by block; `lines` tells where lines begin that may be."""
    sides: defaultdict[int | None, dict[int, int]] = defaultdict(dict)
    for pattern in _patterns():
        found = [(block, *side) for block, at in lines.items() for side in _of_lines(texts[block], at, pattern)]
        known = sum(_is_known(texts[block][start:end]) for block, start, end in found)
        if len(found) >= _LEAST and known >= _SHARE * len(found):
            for block, start, end in found:
                sides[block].setdefault(start, end)
    return {block: sorted(found.items()) for block, found in sides.items()}


def _of_lines(text: str, starts: Iterable[int], pattern: re.Pattern[str]) -> Iterator[_Side]:
    for match in filter(None, (pattern.match(text, at) for at in starts)):
        for start, end in map(match.span, pattern.groupindex):
            if not _NO_SIDE.issuperset(text[start:end].split()[:1]):
                yield start, end


def _is_known(name: str) -> bool:
    """Tell a city or a club, in capitals too."""
    tables, spoken = load(), name.title() if name.isupper() else name
    place = tables.places.get(spoken)
    if place is not None:
        return spoken not in tables.doubtful_places and spoken not in countries()
    return tables.organisations.get(spoken) in clubs() or spoken.partition(" ")[0] in lex.CLUB_OPENERS
