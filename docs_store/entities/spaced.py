"""Texts whose words and signs stand apart, as corpora have them: "Osk ' s lamps , ( LMPC ) and al - Varga"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from docs_store.model import EntityMention

_COMMA: Final = " , "
_COMMAS: Final = 2
_SAMPLE: Final = 800
"""Code points of a text that are looked at."""
_SHORT: Final = "(?:s|t|re|ve|ll|d|m)"
_TAILS: Final = "(?:led|backed|held|based|made|born|style|controlled|run|owned|funded)"
_GAPS: Final = re.compile(
    # A space first, so that the engine skips ahead to spaces; then what is next, or before it, for most are none.
    r" (?:(?=['’n,;:.!?)\]%-])(?:"
    rf"(?<=\w )(?=['’] ?{_SHORT}\b|n ?['’] ?t\b)|(?<=\S )(?=[,;:.!?)\]%](?:\s|$))"
    rf"|(?<=\b[Aa]l )(?=- [A-Z])|(?<=[A-Za-z] )(?=- {_TAILS}\b))"
    r"|(?<=['’(\[-] )(?:"
    rf"(?<= ['’] )(?={_SHORT}\b)|(?<=[(\[] )(?=\S)|(?<=\b[Aa]l - )(?=[A-Z])|(?<=[A-Za-z] - )(?={_TAILS}\b)))"
)
"""Spaces that no writer sets."""


def is_spaced(text: str) -> bool:
    """Tell whether the signs of `text` stand apart from its words."""
    if text.endswith(" ."):
        return True
    text = text[:_SAMPLE]
    if " al - " in text or " - led " in text or " 's " in text or " n't " in text:
        return True
    if " s " in text and ("' s " in text or "’ s " in text):
        return True
    if _COMMA in text and text.count(_COMMA) >= _COMMAS:
        return True
    return not text.isascii() and (" ’s " in text or " n’t " in text)


def closed(text: str) -> tuple[str, list[int]]:
    """Return `text` without the spaces that no writer sets, and where in `text` each of these stood."""
    gaps = [match.start() for match in _GAPS.finditer(text)]
    begins = (0, *(gap + 1 for gap in gaps))
    return "".join(text[begin:end] for begin, end in zip(begins, (*gaps, len(text)), strict=True)), gaps


def as_spaced(mentions: Iterable[EntityMention], gaps: Mapping[int | None, list[int]]) -> Iterator[EntityMention]:
    """Yield mentions in closed texts as they stand in the spaced ones, of which `gaps` are by block."""
    closed_at = {block: [gap - before for before, gap in enumerate(here)] for block, here in gaps.items()}
    for each in mentions:
        here = closed_at.get(each.block)
        if not here:
            yield each
            continue
        last = each.end - 1
        yield replace(each, start=each.start + bisect_right(here, each.start), end=last + bisect_right(here, last) + 1)
