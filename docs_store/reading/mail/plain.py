"""The text of a message without markup: flowed lines joined, quotations told apart, the signature left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from docs_store.model import Block, BlockKind
from docs_store.reading.layout import paragraphs
from docs_store.reading.story import Story, story_blocks

_SIGNATURE = "-- "
_MOST_SIGNED: Final = 6
_WIDEST_SIGNED: Final = 80
"""Lines of a signature, which are its last ones, and their columns; what is more is text, whatever stands before it."""


def plain_story(lines: Sequence[str], *, is_quoted: bool = False) -> Story:
    """Return the story of the lines of a message; where they are `is_quoted`, all of it is a quotation."""
    lines = unsigned(lines)
    if is_quoted:
        return Story(tuple(Block(BlockKind.QUOTE, paragraph) for paragraph in paragraphs("\n".join(lines))))
    if not any(line.startswith(">") for line in lines):
        return story_blocks("\n".join(lines))
    blocks: list[Block] = []
    for quotes, group in groupby(lines, lambda line: line.startswith(">")):
        kind = BlockKind.QUOTE if quotes else BlockKind.PARAGRAPH
        text = "\n".join(line.lstrip("> ") if quotes else line for line in group)
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


def unsigned(lines: Sequence[str]) -> Sequence[str]:
    """Return `lines` without the signature at their end. What is too long for one, or has paragraphs, is kept."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    for at in range(end - 1, max(-1, end - 2 - _MOST_SIGNED), -1):
        if lines[at] == _SIGNATURE:
            return lines[:at]
        if not lines[at].strip() or len(lines[at]) > _WIDEST_SIGNED:
            break
    return ["" if line == _SIGNATURE else line for line in lines]
