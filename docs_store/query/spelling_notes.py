"""What is said beside answers of how words are spelled: looked for otherwise than typed, or perhaps meant so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from docs_store.query.needles import in_two
from docs_store.query.passages import Wanted
from docs_store.query.rewriting import Terms
from docs_store.query.slips import Slips

_FEW: Final = 5
_FEW_BESIDE: Final = 10
"""Articles found up to which a word may be mistyped though some have it, and how many times as many have the right one.
"""

_RARE: Final = 50
_RARE_BESIDE: Final = 100
"""The same of articles that have the word, however many are found: they may all have it mistyped, as newspapers do."""


def spelling_notes(wanted: Sequence[Wanted], total: int, slips: Slips, terms: Terms) -> Iterator[str]:
    """Say which words were looked for otherwise than typed, and, where `total` is small, which might be meant."""
    unknown: list[tuple[str, str]] = []
    for asked in wanted:
        spellings = _in_two(asked, slips)
        own = slips.holding(asked.typed)
        may_be_slip = total <= _FEW or 0 < own <= _RARE
        if (len(asked.needle) > 1 and not spellings) or not (asked.also or may_be_slip):
            continue
        spellings += slips.meant(asked.typed)
        meant = next((word for word in spellings if tuple(map(slips.stem, word.split())) == asked.needle), "")
        if meant:
            yield f"no text has “{asked.typed}” with the other words: looked for {meant} too"
        elif spellings and asked.also and terms.unknown(asked.needle):
            unknown.append((f"“{asked.typed}”", " or ".join(spellings)))
        elif spellings and may_be_slip:
            many = slips.holding(spellings[0])
            # What narrows makes no slip.
            if many > (_FEW_BESIDE * max(total, own) if total <= _FEW else _RARE_BESIDE * own):
                yield f"did you mean {spellings[0]}? {many:,} texts have that"
    if unknown:  # in one: it has to fit a line
        typed, looked_for = zip(*unknown, strict=True)
        yield f"no text has {' or '.join(typed)}: looked for {', '.join(looked_for)}"


def _in_two(asked: Wanted, slips: Slips) -> list[str]:
    """Return the two words that one is looked for as, as it has them."""
    looked_for = (asked.needle, *asked.also)
    return [" ".join(way) for way in in_two(asked.typed) if tuple(map(slips.stem, way)) in looked_for]
