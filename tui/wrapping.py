"""Text broken into lines of cells, words whole where they fit, and cut to what fits in one."""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size

from docs_store import Span

# Every character in these ranges is one cell wide and may not be broken after: the fast path (Latin, Greek, Cyrillic,
# common punctuation).
_NARROW = re.compile("[\\s\x21-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*")
_NO_LINE_START = frozenset(
    "、。，．・：；？！）」』】〕〉》｝］ゝゞ々ー…—ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?%),.:;]}」’”"
)
_NO_LINE_END = frozenset("（「『【〔〈《｛［([{“‘")
_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"
"""After some characters of one cell: they are then drawn as pictures, two cells wide."""


def wrap(text: str, width: int) -> list[Span]:
    """Return the spans of `text` that stand on one line each, at most `width` cells wide. Linear in the text.

    Lines break at spaces, between wide characters (never before closing punctuation: kinsoku shori), and inside a word
    only where the word alone is wider than the line. Spaces at a break belong to no line.
    """
    width = max(width, 2)
    lines: list[Span] = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        # One regex call decides; the narrow path then costs a few operations a line, not a character.
        matched = _NARROW.match(text, start, end)
        if matched is not None and matched.end() == end:
            _wrap_narrow(text, start, end, width, lines)
        else:
            _wrap_wide(text, start, end, width, lines)
        start = end + 1
    return lines


def wrap_parts(text: str, width: int) -> list[Span]:
    """Like `wrap`, of parts with " · " between: breaks inside one only where that alone is wider than the line."""
    room = width - 2  # its dot stays with it
    parts = (part.replace(" ", "\xa0") if cell_len(part) <= room else part for part in text.split(" · "))
    return wrap("\xa0· ".join(parts), width)


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    first = len(lines)
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = start + width  # a word wider than the line
        stop = cut
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop > start:
            lines.append((start, stop))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    if start < end or len(lines) == first:
        lines.append((start, end))


def _wrap_wide(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    first = len(lines)
    used = 0
    last_break = -1  # where the line may end, exclusive
    index = start
    while index < end:
        character = text[index]
        cells = _cells_at(text, index)
        if character == " " or (cells == 2 and index > start and _may_break(text, index)):
            last_break = index
        if used + cells > width and index > start and character != " ":
            cut = last_break if last_break > start else _grapheme_start(text, start, index)
            stop = cut
            while stop > start and text[stop - 1] == " ":
                stop -= 1
            if stop > start:
                lines.append((start, stop))
            while cut < end and text[cut] == " ":
                cut += 1
            start, last_break = cut, -1
            index, used = max(index, cut), sum(_cells_at(text, place) for place in range(cut, index))
            continue
        used += cells
        index += 1
    if start < end or len(lines) == first:
        stop = end
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        lines.append((start, stop))


def _cells_at(text: str, index: int) -> int:
    """Return the cells that the character at `index` takes beside those before it."""
    if text[index] != _AS_EMOJI or not index:
        return get_character_cell_size(text[index])
    return cell_len(text[index - 1 : index + 1]) - get_character_cell_size(text[index - 1])


def _may_break(text: str, index: int) -> bool:
    before = text[index - 1]
    return text[index] not in _NO_LINE_START and before not in _NO_LINE_END and before != _JOINER


def _grapheme_start(text: str, start: int, index: int) -> int:
    """Return the last place in `start < place <= index` that does not part a base from its marks or joiners."""
    place = index
    while place > start + 1 and (get_character_cell_size(text[place]) == 0 or text[place - 1] == _JOINER):
        place -= 1
    # A "grapheme" wider than the line is hostile input: cut it where the line is full.
    return place if place > start + 1 else index


def fit(text: str, width: int) -> str:
    """Return `text` cut to `width` cells, an ellipsis in place of what was cut."""
    if len(text) * 2 <= width or cell_len(text) <= width:
        return text
    used = 0
    for index in range(len(text)):
        used += _cells_at(text, index)
        if used > width - 1:
            return text[: index - (text[index] == _AS_EMOJI)].rstrip() + "…"
    return text


def fit_end(text: str, width: int) -> str:
    """Return the last `width` cells of `text`, an ellipsis in place of what was cut: of a path its end tells more."""
    if cell_len(text) <= width:
        return text
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += _cells_at(text, index)
        if used > width - 1:
            return "…" + text[index + 1 :].lstrip(_AS_EMOJI)
    return text
