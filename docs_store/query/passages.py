"""Where a text has the words of a query: the spans that match, and the passage worth showing. Pure.

A store brings its own analysis (what makes two words one); everything else is shared by all stores.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from docs_store.edits import OSA
from docs_store.model import Span
from docs_store.query.twins import has_twins, is_twin
from docs_store.text import fold
from docs_store.words import UNSPACED, Analyse, Token, words

SNIPPET_LIMIT: Final = 240
"""Code points of a snippet: about three lines of the list at 80 columns."""

PREFIX_LENGTH: Final = 3
"""Letters from which on an unfinished word is looked for by its beginning."""

_SENTENCE_END = re.compile(r"[.!?。！？]['\"”’)]*\s")


class Hit(NamedTuple):
    """A stretch that a query matches, and which of its needles did."""

    start: int
    end: int
    needle: int


Needle: TypeAlias = tuple[str, ...]
"""Terms that must follow each other: one for a plain word, several for a phrase or an unspaced name."""


def typos_allowed(word: str) -> int:
    """Return how many wrong letters a word of this length forgives; short words are too alike to forgive any."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 8 else 2


class Wanted(NamedTuple):
    """A needle, how often the query names it, and the first of its words as typed, folded."""

    needle: Needle
    times: int
    typed: str
    also: tuple[Needle, ...] = ()
    """What will do too: "G7" for "G-7", "U.K." for "UK"; words that are spelled alike, for one that nothing has."""


def locate(
    wanted: Sequence[Wanted],
    passages: Sequence[str],
    analyse: Analyse,
    *,
    forgive: Callable[[Wanted], bool] | None = None,
) -> tuple[tuple[Hit, ...], ...]:
    """Return the hits of each passage, in order.

    A word that no passage holds is looked for as the beginning of one, then with the typos that finding forgives; with
    `forgive`, only where that allows it.
    """
    sought: dict[str, list[tuple[int, Needle]]] = {}
    lone: list[tuple[int, str]] = []
    for index, asked in enumerate(wanted):
        if _is_lone(asked.needle):
            lone.append((index, asked.needle[0]))
            continue
        for needle in (asked.needle, *asked.also):
            sought.setdefault(needle[0], []).append((index, needle))
    if not (sought or lone):
        return ((),) * len(passages)
    hits = [[*_hits(wanted, sought, analyse(passage), passage), *_alone(lone, passage)] for passage in passages]
    seen = {hit.needle for passage in hits for hit in passage}
    missing = [
        index
        for index, asked in enumerate(wanted)
        if index not in seen and len(asked.needle) == 1 and (forgive is None or forgive(asked))
    ]
    if missing:
        folded = [words(passage) for passage in passages]
        vocabulary = {token.term for found in folded for token in found}
        near = {index: _near(wanted[index].typed, vocabulary) for index in missing}
        for passage, found in zip(hits, folded, strict=True):
            passage += [
                Hit(token.start, token.end, index) for token in found for index in missing if token.term in near[index]
            ]
    return tuple(tuple(sorted(passage)) for passage in hits)


def _hits(
    wanted: Sequence[Wanted], sought: Mapping[str, Sequence[tuple[int, Needle]]], tokens: Sequence[Token], passage: str
) -> list[Hit]:
    """Return where a passage has what is sought, by the first term of each needle."""
    hits: list[Hit] = []
    for at, token in enumerate(tokens):
        for index, needle in sought.get(token.term, ()):
            run = tokens[at : at + len(needle)]
            if len(needle) > 1 and needle != tuple(follower.term for follower in run):
                continue
            if needle == wanted[index].needle and has_twins(wanted[index].typed, token.term):
                word = fold(passage[token.start : token.end])
                if is_twin(wanted[index].typed, word, token.term):
                    continue
            hits.append(Hit(token.start, run[-1].end, index))
    return hits


def _is_lone(needle: Needle) -> bool:
    """Whether one character is sought of a script whose texts are told in pairs of them."""
    return len(needle) == len(needle[0]) == 1 and UNSPACED.match(needle[0]) is not None


def _alone(lone: Iterable[tuple[int, str]], passage: str) -> Iterator[Hit]:
    for index, character in lone:
        at = passage.find(character)
        while at >= 0:
            yield Hit(at, at + 1, index)
            at = passage.find(character, at + 1)


def _near(word: str, vocabulary: Collection[str]) -> frozenset[str]:
    if len(word) >= PREFIX_LENGTH:
        longer = frozenset(other for other in vocabulary if other.startswith(word))
        if longer:
            return longer
    typos = typos_allowed(word)
    if not typos:
        return frozenset()
    return frozenset(
        other for other in vocabulary if OSA.distance(word, other, score_cutoff=typos) <= typos and len(other) > typos
    )


def spans(hits: Iterable[tuple[int, int] | Hit]) -> tuple[Span, ...]:
    """Return the stretches that `hits` cover, merged where they touch or overlap, in order."""
    merged: list[Span] = []
    for start, end in sorted((hit[0], hit[1]) for hit in hits):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def best_passage(
    blocks: Sequence[str], hits: Sequence[Sequence[Hit]], *, limit: int = SNIPPET_LIMIT
) -> tuple[str, tuple[Span, ...]]:
    """Return the passage of at most `limit` code points that shows most of a query, and its marks.

    The stretch with most different needles wins, then that with most hits, then the first. Without any hit it is the
    beginning of the first block.
    """
    best = (0, 0)
    place: tuple[int, int, int] | None = None  # block, first hit, last hit
    for index, found in enumerate(hits):
        last = 0
        for first in range(len(found)):
            last = max(last, first)
            while last + 1 < len(found) and found[last + 1].end - found[first].start <= limit * 3 // 4:
                last += 1
            window = found[first : last + 1]
            worth = (len({hit.needle for hit in window}), len(window))
            if worth > best:
                best, place = worth, (index, first, last)
    if place is None:
        return (_cut(blocks[0], 0, limit)[0] if blocks else ""), ()
    index, first, last = place
    block = blocks[index]
    start = _passage_start(block, hits[index][first].start, hits[index][last].end, limit)
    text, end = _cut(block, start, limit)
    shift = (1 if start else 0) - start  # the ellipsis before it
    inside = [hit for hit in hits[index] if start <= hit.start < end]
    return text, spans((hit.start + shift, min(hit.end, end) + shift) for hit in inside)


def _passage_start(block: str, first: int, last: int, limit: int) -> int:
    """Begin where the sentence begins if the hits still fit, else a little before them, at a word."""
    if last < limit:
        return 0
    earliest = min(last - limit + 2, first)  # two ellipses
    for match in _SENTENCE_END.finditer(block, max(0, earliest - 2), first):
        if match.end() >= earliest:
            return match.end()
    start = max(earliest, first - limit // 4)
    space = block.find(" ", start, first)
    return space + 1 if space >= 0 else start


def _cut(block: str, start: int, limit: int) -> tuple[str, int]:
    """Return one line of at most `limit` code points of `block` from `start`, and where it ends in `block`.

    An ellipsis stands for what is left out at either end.
    """
    head = "…" if start else ""
    end = start + limit - len(head)
    if end >= len(block):
        return (head + block[start:]).replace("\n", " "), len(block)
    end -= 1
    space = block.rfind(" ", start + limit // 2, end + 1)  # a word may end just here
    end = space if space > 0 else end
    return (head + block[start:end] + "…").replace("\n", " "), end
