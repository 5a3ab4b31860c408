"""The byline and the day over a text of which only its paragraphs are known: taken out of them where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from docs_store.model import Block, BlockKind
from docs_store.reading.bylines import read_byline

_FRONT: Final = 6
"""Blocks among which they are looked for."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the first lines of a text tell, and the blocks without them."""

    blocks: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    source: str = ""
    published: str = ""


def without_byline(blocks: Iterable[Block]) -> Front:
    """Return what the lines of a byline among the first blocks tell, and the others."""
    kept: list[Block] = []
    authors, source, published = tuple[str, ...](), "", ""
    for number, block in enumerate(blocks):
        is_line = number < _FRONT and block.kind in (BlockKind.PARAGRAPH, BlockKind.STANDFIRST)
        byline = read_byline(" ".join(block.text.split())) if is_line else None
        if byline is not None and not (authors and byline.authors) and not (published and byline.published):
            authors, source = authors or byline.authors, source or byline.source
            published = published or byline.published
        else:
            kept.append(block)
    return Front(tuple(kept), authors, source, published)
