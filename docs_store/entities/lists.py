"""Names in a list are of one kind: "Merck, Varnolt and Pfizer" are three companies, a team sheet is of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docs_store.entities.candidates import Candidate
from docs_store.entities.gazetteer import Gazetteer
from docs_store.entities.names import plain
from docs_store.entities.words import CERTAIN, LIKELY, ORGANISATION, PERSON, PLACE
from docs_store.model import EntityKind

_BETWEEN: Final = {" and ": 1.5, " or ": 1.5, ", and ": 0.75, ", ": 0.75}
"""What stands between the names of a list, and how much the kind of one speaks for the kind of the next."""
_JOINED: Final = 1.5
"""What a place needs: after a comma it says where somebody or something is, or ends a clause."""
_FIRMS: Final = tuple((ORGANISATION, weight) for weight in (2.0, 2.5))
"""What "companies", "firms such as" and the like say of the first of a list, and then of the others."""
_SHEET: Final = re.compile(
    r"(?: \d{1,3}['’]?)?(?: \([a-z -]{1,12}\)|, (?:capt|captain|c|gk))?\)?(?:[,;] (?:and |or )?| and | or )| \("
)
"""What stands between the names of a team sheet: "Varga (capt), Tarrow (Quill 71), Brank"."""
_WIDEST: Final = 18
_FEWEST: Final = 3
_FEWEST_SURNAMES: Final = 5
"""Names of a list that is told by those that are certain, and of one that is told by family names."""
_LONG: Final = 9
_MOST: Final = 0.6
_MOST_OF_LONG: Final = 0.4
"""Share of a list that are persons, or may be, from which on the others are; a team has names from many countries."""
_ODD: Final = 5
"""Of so many players one may be called like a place that is known by heart."""


def in_lists(text: str, candidates: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Return the candidates of `text`, in order, each that is not certain with the kinds of its certain neighbours.

    Where most of a longer list are persons, all are that are not certain to be something else.
    """
    answer = list(candidates)
    listed: EntityKind | None = None
    begin = end = 0
    for at, other in enumerate(candidates):
        between = text[end : other.start] if at and other.start - end <= _WIDEST else ""
        end = other.end
        weight = _BETWEEN.get(between) if between else None
        if weight is None:
            if not (between and _SHEET.fullmatch(between)):  # nearly all
                if at - begin >= _FEWEST:
                    _pull(text, answer, begin, at, gazetteer)
                begin = at
                listed = None
            continue
        one = candidates[at - 1]
        if one.piece.weight >= CERTAIN:
            listed = one.piece.kind
        if listed is not None and other.piece.weight < CERTAIN:
            answer[at] = _like(answer[at], listed, weight)
        elif other.piece.weight >= CERTAIN > one.piece.weight:
            answer[at - 1] = _like(answer[at - 1], other.piece.kind, weight)
        elif one.piece.weight < CERTAIN and any(told in _FIRMS for told in answer[at - 1].context):
            answer[at] = answer[at]._replace(context=(*answer[at].context, _FIRMS[0]))
    if len(candidates) - begin >= _FEWEST:
        _pull(text, answer, begin, len(candidates), gazetteer)
    return answer


def _like(candidate: Candidate, kind: EntityKind | None, weight: float) -> Candidate:
    if kind is None or (kind is PLACE and (weight < _JOINED or " " in candidate.piece.name)):
        return candidate
    return candidate._replace(context=(*candidate.context, (kind, weight)))


def _pull(text: str, candidates: list[Candidate], begin: int, end: int, gazetteer: Gazetteer) -> None:
    """Make persons of all that is not certain in the list `candidates[begin:end]`, if most of it are persons."""
    members = list(_members(text, candidates, begin, end))
    listed = [candidates[at] for at in members]
    certain = [each.piece.kind for each in listed if each.piece.weight >= CERTAIN]
    persons = certain.count(PERSON)
    borne = persons + sum(_bearing(each, gazetteer) for each in listed)
    size = len(members)
    told = persons > 1 and size >= _FEWEST and persons >= size / 2
    enough = size * (_MOST_OF_LONG if size >= _LONG else _MOST)
    others = len(certain) - persons
    if others * _ODD > (size if size >= _LONG else 0) or not (told or (size >= _FEWEST_SURNAMES and borne >= enough)):
        return
    for at in members:
        each = candidates[at]
        if each.piece.weight < CERTAIN and (not each.piece.common or _bearing(each, gazetteer)):
            context = (*each.context, (PERSON, LIKELY))
            candidates[at] = each._replace(context=context, silent=False)


def _members(text: str, candidates: Sequence[Candidate], begin: int, end: int) -> Iterator[int]:
    """Yield the places of the names of a list; not where a player is from ("Varga (Selwyn)")."""
    for at in range(begin, end):
        each = candidates[at]
        if text[each.start - 1 : each.start] != "(" or text[each.end + 1 : each.end + 2].isdigit():
            yield at


def _bearing(candidate: Candidate, gazetteer: Gazetteer) -> float:
    """Return how much a name that is not certain speaks for a list of persons: somebody's name, that is no place's."""
    name = candidate.piece.name
    word = plain(name.rpartition(" ")[2])
    borne = word in gazetteer.surnames or word in gazetteer.given
    if not borne or candidate.piece.weight >= CERTAIN or name in gazetteer.places:
        return 0.0
    return 0.5 if gazetteer.is_word(word.lower()) else 1.0
