"""What a trained pipeline says, as candidates of the document's vote, alone or beside those of the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from docs_store.entities import names
from docs_store.entities.gazetteer import Gazetteer
from docs_store.entities.vote import Candidate
from docs_store.entities.words import CERTAIN, FAIR, LIKELY, Piece
from docs_store.model import EntityKind, EntityMention

_VOICE: Final = 0.5
"""What a small pipeline's word is worth beside the rules: it makes a name of a hint, and overrules nothing certain."""


class Found(NamedTuple):
    """A name as the pipeline sees it, trimmed."""

    start: int
    end: int
    kind: EntityKind


def candidates_of(
    block: int | None,
    text: str,
    found: Iterable[Found],
    canonical: Mapping[str, str],
    gazetteer: Gazetteer,
    *,
    sure: Sequence[EntityMention] = (),
) -> list[Candidate]:
    """Return what the pipeline found as candidates, in order, and the mentions that are `sure`, which come first.

    `canonical` has the names that spellings of places and organisations share.
    """
    candidates = [_sure(mention) for mention in sure]
    taken = sorted((mention.start, mention.end) for mention in sure)
    for start, end, kind in found:
        at = bisect_left(taken, (start, start))
        if (at < len(taken) and taken[at][0] < end) or (at and taken[at - 1][1] > start):
            continue
        written = " ".join(text[start:end].split())
        name = written if kind is EntityKind.PERSON else canonical.get(written, written)
        common = all(gazetteer.is_word(word) for word in written.lower().split())
        piece = Piece(0, end - start, kind, LIKELY if common else FAIR, name, names.key(name), common)
        candidates.append(Candidate(block, start, end, piece, (), silent=False))
    return sorted(candidates, key=lambda candidate: candidate.start)


def _sure(mention: EntityMention) -> Candidate:
    size = mention.end - mention.start
    piece = Piece(0, size, mention.kind, CERTAIN, mention.name, names.key(mention.name))
    return Candidate(mention.block, mention.start, mention.end, piece, (), silent=False)


def heard(candidates: Sequence[Candidate], found: Sequence[Found]) -> list[Candidate]:
    """Return the rules' candidates of one text with the pipeline's word on each that is not certain.

    Where it names the same span, that counts for its kind; where it sees no name at all, against the rules' kind.
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
        elif not near and kind is not None and candidate.piece.weight < CERTAIN:
            candidate = _told(candidate, kind, -_VOICE)
        answer.append(candidate)
    return answer


def _told(candidate: Candidate, kind: EntityKind, weight: float) -> Candidate:
    return candidate._replace(context=(*candidate.context, (kind, weight)))
