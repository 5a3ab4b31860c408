"""Finding added names in texts as they are spelled, in one walk over a text's words however many names there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from docs_store.corrections.model import Added
from docs_store.model import Block, EntityMention
from docs_store.scripts import MARKS, UNSPACED

_PLAIN: Final = re.compile(r"[^\W_]+")
_SPECIAL: Final = re.compile(f"[{UNSPACED}{MARKS}]")
_WORD: Final = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])(?:[^\W_]|[{MARKS}]))+")
"""In scripts without spaces every letter: a name may begin and end at any."""


class Found(NamedTuple):
    """Where a text has an added name."""

    start: int
    end: int
    spelling: str


class Spellings:
    """Names by their first word."""

    def __init__(self, added: Mapping[str, Added]) -> None:
        self.added = added
        self._by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for spelling in sorted(added, key=lambda name: (-len(name), name)):  # of two that begin so, the longer
            if first := _WORD.search(spelling):
                self._by_word[first[0]].append((first.start(), spelling))

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in `text`, in order, whole words only, none within another."""
        reached = 0
        word_of = _WORD if _SPECIAL.search(text) else _PLAIN  # the same words, in half the time
        for word in word_of.finditer(text):
            for lead, spelling in self._by_word.get(word[0], ()):
                start = word.start() - lead
                end = start + len(spelling)
                if start >= reached and text.startswith(spelling, start) and _apart(text, start) and _apart(text, end):
                    yield Found(start, end, spelling)
                    reached = end
                    break


def _apart(text: str, at: int) -> bool:
    """Whether a word may end and another begin at `at`."""
    if not 0 < at < len(text):
        return True
    return _WORD.fullmatch(text, at - 1, at + 1) is None


def with_added(
    blocks: Sequence[Block], mentions: Iterable[EntityMention], spellings: Spellings
) -> tuple[list[EntityMention], set[str]]:
    """Return the mentions and those of added names in `blocks`, in order; and the spellings that were found.

    None overlaps another: a longer mention stays, one of the same length stays unless its kind is overruled, and what
    is shorter gives way.
    """
    by_block: dict[int | None, list[EntityMention]] = defaultdict(list)
    for mention in mentions:
        by_block[mention.block].append(mention)
    result, spelled = by_block.pop(None, []), set[str]()
    for index, block in enumerate(blocks):
        held = by_block.get(index, [])
        found = list(spellings.find(block.text))
        spelled.update(name.spelling for name in found)
        result += _merged(held, found, index, spellings.added) if found else held
    return result, spelled


def _merged(
    held: list[EntityMention], found: Sequence[Found], block: int, added: Mapping[str, Added]
) -> Iterator[EntityMention]:
    waiting = sorted(held, key=lambda mention: (mention.start, mention.end))[::-1]
    for name in found:
        while waiting and waiting[-1].end <= name.start:
            yield waiting.pop()
        meant = added[name.spelling]
        if not meant.marked:
            continue
        at = len(waiting)
        while at and waiting[at - 1].start < name.end:
            at -= 1
        if all(_gives_way(mention, name, meant) for mention in waiting[at:]):
            del waiting[at:]
            yield EntityMention(name.start, name.end, meant.kind, meant.name, block)
    yield from reversed(waiting)


def _gives_way(mention: EntityMention, name: Found, meant: Added) -> bool:
    if (mention.start, mention.end) == (name.start, name.end):
        return meant.firm and mention.kind is not meant.kind
    return name.start <= mention.start and mention.end <= name.end
