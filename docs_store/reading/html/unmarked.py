"""Captions that no element is named for: told by where they stand, in one box with their picture and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.credits import split_credit
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.images import Picture, told
from docs_store.reading.html.page import weight
from docs_store.reading.html.pictures import plays
from docs_store.reading.makers import Strength

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEAR: Final = 2
"""Pieces after a picture that may be its caption and its credit."""
_LONGEST: Final = 500
_LONGEST_WITHIN: Final = 120
"""Weight of a caption in one paragraph with its picture; a longer stretch is text around a picture."""
_SHARE: Final = 5
"""The article's text is this many times longer than the text of a box that holds a picture and its caption."""
_DEEPEST: Final = 6
"""Elements between a caption and the box it shares with its picture."""


def find_captions(flow: Sequence[Piece], kept: Sequence[int]) -> tuple[dict[int, Picture], set[int]]:
    """Return the pictures without a caption that have one beside them, by their places, with it; and where these are.

    `kept` are the places of the article's text.
    """
    held = _held(flow)
    most = min(_LONGEST, sum(len(flow[at].text) for at in kept) // _SHARE)
    found: dict[int, Picture] = {}
    taken: set[int] = set()
    for at, piece in enumerate(flow):
        picture = piece.picture
        if picture is None or picture.caption or picture.is_foreign or (kept and at > kept[-1]):
            continue
        boxes = set(_boxes(piece.element, held, most))
        beside: list[str] = []
        for after in range(at + 1, min(at + 1 + _NEAR, len(flow))):
            if not _may_caption(flow[after]) or not _is_beside(flow[after], boxes):
                break
            beside.append(flow[after].text)
        caption = _told(beside)
        if caption.caption:
            found[at] = replace(
                caption, credit=caption.credit or picture.credit, alt=picture.alt, source=picture.source
            )
            taken.update(range(at + 1, at + 1 + len(beside)))
    return found, taken


def _held(flow: Sequence[Piece]) -> dict[HtmlElement, int]:
    """Return how many code points of text each element holds."""
    held: dict[HtmlElement, int] = {}
    for piece in flow:
        for above in piece.element.iterancestors():
            held[above] = held.get(above, 0) + len(piece.text)
    return held


def _boxes(element: HtmlElement, held: dict[HtmlElement, int], most: int) -> Iterator[HtmlElement]:
    """Yield the elements close around a picture that hold little text, so none but the picture's."""
    for _, above in zip(range(_DEEPEST), element.iterancestors(), strict=False):
        if above.tag in ("a", "article", "body") or plays(above) or held.get(above, 0) > most:
            return
        yield above


def _is_beside(piece: Piece, boxes: set[HtmlElement]) -> bool:
    """Tell whether a stretch shares a picture's box, or is a short one in one paragraph with it."""
    is_short = weight(piece.text) <= _LONGEST_WITHIN and not piece.text.rstrip('”»"').endswith((".", ":", "。", "）"))
    is_within = piece.element in boxes and is_short
    return is_within or not boxes.isdisjoint(piece.element.iterancestors())


def _may_caption(piece: Piece) -> bool:
    return (
        0 < len(piece.text) <= _LONGEST
        and piece.kind is BlockKind.PARAGRAPH
        and piece.linked * 2 < len(piece.text)
        and not furniture(piece.text)
        and not (read_byline(piece.text) and split_credit(piece.text).strength is not Strength.STRONG)
    )


def _told(lines: list[str]) -> Picture:
    """Return what one or two lines say: a caption, or a caption and who made the picture."""
    if not lines:
        return Picture()
    credit = ""
    if len(lines) > 1:
        split = split_credit(lines[1])
        credit = split.credit if not split.caption else lines[1] if len(lines[1]) <= 60 else ""
    return told(lines[0], credit)
