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
from docs_store.entities.words import CERTAIN, FAIR, HINT, LIKELY, Piece
from docs_store.model import EntityKind, EntityMention

Surroundings: TypeAlias = Callable[[str, int, int, Gazetteer], Evidence]
_ADDRESS: Final = re.compile(r"https?:|www\.|\S*@\S")
"""What pipelines take for names, and is an address on the web, or somebody's there."""
_VOICE: Final = 0.5
"""What a small pipeline's word is worth beside the rules: it makes a name of a hint."""


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


def asks(candidates: Iterable[Candidate]) -> bool:
    """Tell whether the rules only guess at one of their candidates of a text: else nobody need be asked."""
    return any(candidate.piece.weight <= HINT for candidate in candidates)


def heard(candidates: Sequence[Candidate], found: Iterable[Found]) -> list[Candidate]:
    """Return the rules' candidates of one text, with the pipeline's word for those guesses of theirs that it shares.

    Against the rules it has none: on Wikigold, re3d and WNUT17 its contradictions were wrong more often than right.
    """
    kinds = {(each.start, each.end): each.kind for each in found}
    return [_shared(candidate, kinds.get((candidate.start, candidate.end))) for candidate in candidates]


def _shared(candidate: Candidate, kind: EntityKind | None) -> Candidate:
    """Return a candidate with the word of the pipeline, which takes it for a name of `kind`, or none."""
    if kind is None or candidate.piece.kind is not kind or candidate.piece.weight > HINT:
        return candidate
    return candidate._replace(context=(*candidate.context, (kind, _VOICE)))
