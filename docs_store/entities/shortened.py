"""Companies named again without "Corp" and the like, where the words that are left look like something else.

"Selwyn National Corp", and then "Selwyn National's shares", which would be of the town of Selwyn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities import names
from docs_store.entities.bodies import without_form
from docs_store.entities.candidates import Candidate
from docs_store.entities.gazetteer import load
from docs_store.entities.words import CERTAIN, ORGANISATION, PLACE, Piece

_REMEMBERED: Final = 20_000
"""Names whose shorter forms are kept."""
_JOINS: Final = ("-", "&")
"""What goes on a name: "Selwyn National-Osk"."""


def as_shortened(candidates: Sequence[Candidate], texts: Mapping[int | None, str]) -> list[Candidate]:
    """Return the candidates, in place of those of a part of a company's name the whole of it."""
    cores: set[str] = set()
    for each in candidates:
        piece = each.piece
        if piece.kind is ORGANISATION and piece.weight >= CERTAIN and " " in piece.name:
            cores.update(_shorter(piece.name))
    if not cores:
        return list(candidates)
    by_text: dict[int | None, list[Candidate]] = {}
    for each in candidates:
        by_text.setdefault(each.block, []).append(each)
    return [each for block, found in by_text.items() for each in _in_text(block, texts.get(block, ""), found, cores)]


@lru_cache(maxsize=_REMEMBERED)
def _shorter(name: str) -> tuple[str, ...]:
    """Return what a company's name is shortened to: all of it but its form, and two words or more of its beginning."""
    words = without_form(name).split(" ")
    parts = (words[:size] for size in range(len(words), 1, -1))
    return tuple(" ".join(part) for part in parts if not (part[-1].islower() or part[-1] == "&" or _is_where(part)))


def _is_where(words: Sequence[str]) -> bool:
    """Tell "South Korean" and "New York", by which companies are not called."""
    name = " ".join(words)
    return name in load().places or name in lex.DEMONYM_PAIRS or lex.OF_PEOPLES.issuperset(words)


def _in_text(block: int | None, text: str, found: list[Candidate], cores: Iterable[str]) -> Iterator[Candidate]:
    for core in cores:
        start = text.find(core)
        while start >= 0:
            end = start + len(core)
            if _is_apart(text, start, end):
                inside = [each for each in found if each.start < end and start < each.end]
                known = [(each.start, each.end) for each in inside]
                whole = known == [(start, end)] and inside[0].piece.kind not in (PLACE, None)
                if not whole and all(start <= first and last <= end for first, last in known):
                    piece = Piece(0, end - start, ORGANISATION, CERTAIN, core, names.key(core))
                    new = Candidate(block, start, end, piece, (), silent=False)
                    found = sorted([*(each for each in found if each not in inside), new], key=lambda each: each.start)
            start = text.find(core, end)
    yield from found


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch is no part of a longer name."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before.isalnum() or before in _JOINS or after[:1].isalnum() or after[:1] in _JOINS:
        return False
    return not (after[:1] == " " and after[1:].isupper())
