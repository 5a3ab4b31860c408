"""Bodies named again by what they are, with a capital: "the European Commission", and then "the Commission"."""

from __future__ import annotations

from bisect import bisect_left
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
_BESIDE: Final = 150
"""Code points between two bodies of one head within which either may be meant next."""
_ARTICLE: Final = "he "
"""The end of "the " and "The ", which stands before it."""


def by_heads(candidates: Sequence[Candidate], texts: Mapping[int | None, str]) -> list[Candidate]:
    """Return the candidates, with the capitalised heads of names, each of the body of that head named last before it.

    Where the texts name but one such body, it may be named later.
    """
    order = {block: at for at, block in enumerate(texts)}
    bodies: dict[str, list[tuple[int, int, Piece]]] = {}
    for each in candidates:
        piece = each.piece
        if piece.kind is not ORGANISATION or " " not in piece.name or piece.weight < CERTAIN:
            continue
        if head := _head(piece.name):
            bodies.setdefault(head, []).append((order.get(each.block, 0), each.start, piece))
    if not bodies:
        return list(candidates)
    found = [each for block, text in texts.items() for each in _in_text(block, order[block], text, bodies)]
    if not found:
        return list(candidates)
    taken = {(each.block, at) for each in candidates for at in range(each.start, each.end)}
    free = (each for each in found if (each.block, each.start) not in taken)
    return sorted([*candidates, *free], key=lambda each: (order[each.block], each.start))


def _head(name: str) -> str:
    """Return the head of a name of several words, "" where it has none that it is called by."""
    last = name.rpartition(" ")[2]
    if last in _HEADS:
        return last
    first, of, _ = name.partition(" of ")
    return first if of and first in _HEADS else ""


def _in_text(
    block: int | None, at: int, text: str, bodies: Mapping[str, Sequence[tuple[int, int, Piece]]]
) -> Iterator[Candidate]:
    for head, named in bodies.items():
        only = named[0][2] if len({piece.identity for _, _, piece in named}) == 1 else None
        start = text.find(_ARTICLE + head)
        while start >= 0:
            begin = start + len(_ARTICLE)
            end = begin + len(head)
            if text[start - 1 : start] in ("t", "T") and not text[start - 2 : start - 1].isalpha() and _ends(text, end):
                piece = only or _meant(named, at, start)
                if piece is not None:
                    new = Piece(0, end - begin, ORGANISATION, CERTAIN, piece.name, names.key(piece.name))
                    yield Candidate(block, begin, end, new, (), silent=False)
            start = text.find(_ARTICLE + head, end)


def _meant(named: Sequence[tuple[int, int, Piece]], at: int, start: int) -> Piece | None:
    """Return the body named last before `start` of the text that is `at` so many.

    None where another was named just before that: whichever it is.
    """
    end = bisect_left(named, (at, start), key=lambda each: each[:2])
    if not end:
        return None
    block, last, piece = named[end - 1]
    near = named[bisect_left(named, (block, last - _BESIDE + 1), key=lambda each: each[:2]) : end]
    return piece if all(each[2].identity == piece.identity for each in near) else None


def _ends(text: str, end: int) -> bool:
    """Tell whether no longer name goes on: "the Court of Appeals", "the Bank Holiday"."""
    after = text[end : end + 4]
    if after[:1].isalnum() or after[:1] in ("-", "&", "."):
        return after[:1] == "." and not after[1:2].isalnum()
    return not (after[:1] in (" ", "\u00a0", "\n") and (after[1:2].isupper() or after[1:3] in ("of", "fo", "on")))
