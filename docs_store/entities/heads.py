"""Bodies named again by what they are, with a capital: "the European Commission", and then "the Commission"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from docs_store.entities import names
from docs_store.entities.candidates import Candidate
from docs_store.entities.lexicon import words
from docs_store.entities.words import CERTAIN, ORGANISATION, Piece

_HEADS: Final = words(
    "Commission Bank Fund Council Committee Ministry Department Agency Bureau Board Authority Court Institute "
    "Association Federation Union Exchange Senate Assembly Foundation Society University Museum Tribunal Alliance "
    "League Company Corporation Party Academy Trust"
)
"""What a body may be called for short."""
_ARTICLE: Final = "he "
"""The end of "the " and "The ", which stands before it."""


def by_heads(candidates: Sequence[Candidate], texts: Mapping[int | None, str]) -> list[Candidate]:
    """Return the candidates, with the capitalised heads of names that only one body of the texts has."""
    bodies: dict[str, Piece | None] = {}
    for each in candidates:
        piece = each.piece
        if piece.kind is not ORGANISATION or " " not in piece.name or piece.weight < CERTAIN:
            continue
        if head := _head(piece.name):
            known = bodies.setdefault(head, piece)
            if known is not None and known.identity != piece.identity:
                bodies[head] = None  # whichever it is
    pieces = {head: piece for head, piece in bodies.items() if piece is not None}
    if not pieces:
        return list(candidates)
    found = [each for block, text in texts.items() for each in _in_text(block, text, pieces)]
    if not found:
        return list(candidates)
    taken = {(each.block, at) for each in candidates for at in range(each.start, each.end)}
    order = {block: at for at, block in enumerate(texts)}
    free = (each for each in found if (each.block, each.start) not in taken)
    return sorted([*candidates, *free], key=lambda each: (order[each.block], each.start))


def _head(name: str) -> str:
    """Return the head of a name of several words, "" where it has none that it is called by."""
    last = name.rpartition(" ")[2]
    if last in _HEADS:
        return last
    first, of, _ = name.partition(" of ")
    return first if of and first in _HEADS else ""


def _in_text(block: int | None, text: str, pieces: Mapping[str, Piece]) -> Iterator[Candidate]:
    for head, piece in pieces.items():
        start = text.find(_ARTICLE + head)
        while start >= 0:
            begin = start + len(_ARTICLE)
            end = begin + len(head)
            if text[start - 1 : start] in ("t", "T") and not text[start - 2 : start - 1].isalpha() and _ends(text, end):
                new = Piece(0, end - begin, ORGANISATION, CERTAIN, piece.name, names.key(piece.name))
                yield Candidate(block, begin, end, new, (), silent=False)
            start = text.find(_ARTICLE + head, end)


def _ends(text: str, end: int) -> bool:
    """Tell whether no longer name goes on: "the Court of Appeals", "the Bank Holiday"."""
    after = text[end : end + 4]
    if after[:1].isalnum() or after[:1] in ("-", "&", "."):
        return after[:1] == "." and not after[1:2].isalnum()
    return not (after[:1] in (" ", "\u00a0", "\n") and (after[1:2].isupper() or after[1:3] in ("of", "fo", "on")))
