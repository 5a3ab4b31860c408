"""What a trained pipeline says, as candidates of the document's vote, alone or beside those of the rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from docs_store.entities import names
from docs_store.entities.candidates import Candidate
from docs_store.entities.cues import Evidence
from docs_store.entities.gazetteer import Gazetteer
from docs_store.entities.words import CERTAIN, FAIR, LIKELY, Piece
from docs_store.model import EntityKind, EntityMention

Surroundings: TypeAlias = Callable[[str, int, int, Gazetteer], Evidence]
_ADDRESS: Final = re.compile(r"https?:|www\.|\S*@\S")
"""What pipelines take for names, and is an address on the web, or somebody's there."""
_VOICE: Final = 0.5
"""What a small pipeline's word is worth beside the rules: it makes a name of a hint, and overrules nothing certain."""


_SEEN: Final = (EntityKind.PERSON, EntityKind.PLACE)
"""Kinds that pipelines hardly miss."""


class Found(NamedTuple):
    """A name as the pipeline sees it, trimmed."""

    start: int
    end: int
    kind: EntityKind


def as_known(text: str, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what the pipeline found in English `text`, each of the kind that the gazetteer tells without a doubt.

    Not a place of what the pipeline takes for an organisation: it may be the team, or the government.
    """
    places, organisations = gazetteer.places, gazetteer.organisations
    for each in found:
        written = " ".join(text[each.start : each.end].split())
        if (written in places or written in organisations) and not _are_words(written, gazetteer):
            if written not in places:
                each = each._replace(kind=EntityKind.ORGANISATION)
            elif each.kind is EntityKind.PERSON and _is_known(written, EntityKind.PLACE, gazetteer):
                each = each._replace(kind=EntityKind.PERSON if written in gazetteer.surnames else EntityKind.PLACE)
        yield each


def _are_words(written: str, gazetteer: Gazetteer) -> bool:
    return all(gazetteer.is_word(word) for word in written.lower().split())


def candidates_of(
    block: int | None,
    text: str,
    found: Iterable[Found],
    canonical: Mapping[str, str],
    gazetteer: Gazetteer,
    *,
    sure: Sequence[EntityMention] = (),
    surroundings: Surroundings | None = None,
) -> list[Candidate]:
    """Return what the pipeline found as candidates, in order, and the mentions that are `sure`, which come first.

    `canonical` has the names that spellings of places and organisations share. What the gazetteer knows as the pipeline
    does is certain; on the rest `surroundings`, given the text and a span, has a word, where the language has rules.
    """
    candidates = [_sure(mention) for mention in sure]
    taken = sorted((mention.start, mention.end) for mention in sure)
    for start, end, kind in found:
        at = bisect_left(taken, (start, start))
        if (at < len(taken) and taken[at][0] < end) or (at and taken[at - 1][1] > start):
            continue
        written = " ".join(text[start:end].split())
        if _ADDRESS.match(written):
            continue
        name = written if kind is EntityKind.PERSON else canonical.get(written, written)
        common = _are_words(written, gazetteer)
        weight = LIKELY if common else FAIR
        if _is_known(written, kind, gazetteer, common=common):
            weight = CERTAIN
        piece = Piece(0, end - start, kind, weight, name, names.key(name), common)
        context = surroundings(text, start, end, gazetteer) if surroundings else ()
        candidates.append(Candidate(block, start, end, piece, context, silent=False))
    return sorted(candidates, key=lambda candidate: candidate.start)


def _is_known(written: str, kind: EntityKind, gazetteer: Gazetteer, *, common: bool = False) -> bool:
    if kind is EntityKind.PLACE:
        return written in gazetteer.places and written not in gazetteer.doubtful_places
    return kind is EntityKind.ORGANISATION and written in gazetteer.organisations and not common


def _sure(mention: EntityMention) -> Candidate:
    size = mention.end - mention.start
    piece = Piece(0, size, mention.kind, CERTAIN, mention.name, names.key(mention.name))
    return Candidate(mention.block, mention.start, mention.end, piece, (), silent=False)


def heard(candidates: Sequence[Candidate], found: Sequence[Found]) -> list[Candidate]:
    """Return the rules' candidates of one text with the pipeline's word on each that is not certain.

    Where it names the same span, that counts for its kind; where it sees no name at all, against the rules' person or
    place. Organisations and events it misses too often.
    """
    starts = [each.start for each in found]
    answer = []
    for candidate in candidates:
        at = bisect_left(starts, candidate.start)
        same = at < len(found) and found[at][:2] == (candidate.start, candidate.end)
        near = (at < len(found) and found[at].start < candidate.end) or (at and found[at - 1].end > candidate.start)
        kind = candidate.piece.kind
        if same:
            candidate = _told(candidate, found[at].kind, _VOICE)
        elif not near and kind in _SEEN and candidate.piece.weight < CERTAIN:
            candidate = _told(candidate, kind, -_VOICE)
        answer.append(candidate)
    return answer


def _told(candidate: Candidate, kind: EntityKind, weight: float) -> Candidate:
    return candidate._replace(context=(*candidate.context, (kind, weight)))
