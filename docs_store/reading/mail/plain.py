"""The text of a message without markup: flowed lines joined, quotations told apart, the signature left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from docs_store.model import Block, BlockKind
from docs_store.reading.layout import paragraphs
from docs_store.reading.story import Story, story_blocks

_SIGNATURE = "-- "


def plain_story(text: str) -> Story:
    """Return the story of a message's text."""
    lines = list(_unsigned(text.splitlines()))
    if not any(line.startswith(">") for line in lines):
        return story_blocks("\n".join(lines))
    blocks: list[Block] = []
    for is_quoted, group in groupby(lines, lambda line: line.startswith(">")):
        kind = BlockKind.QUOTE if is_quoted else BlockKind.PARAGRAPH
        text = "\n".join(line.lstrip("> ") if is_quoted else line for line in group)
        blocks += [Block(kind, paragraph) for paragraph in paragraphs(text)]
    return Story(tuple(blocks))


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Return text sent as "format=flowed" (RFC 3676) with its lines joined: one that ends in a space goes on."""
    lines, held, depth = list[str](), "", -1
    for line in text.splitlines():
        bare = line.lstrip(">")
        quotes = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if depth >= 0 and (quotes != depth or bare == _SIGNATURE):
            lines.append(held)
            held, depth = "", -1
        if depth < 0:
            held, depth = ">" * quotes + (" " if quotes else ""), quotes
        if bare.endswith(" ") and bare != _SIGNATURE:
            held += bare[:-1] if delete_space else bare
            continue
        lines.append(held + bare)
        held, depth = "", -1
    return "\n".join([*lines, held] if held else lines)


def _unsigned(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line == _SIGNATURE:
            return
        yield line
