"""Captions that no element is named for: told by where they stand, in one box with their picture and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.credits import Strength, split_credit
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.pictures import Picture, told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEAR: Final = 2
"""Pieces after a picture that may be its caption and its credit."""
_LONGEST: Final = 500
_DEEPEST: Final = 6
"""Elements between a caption and the box it shares with its picture."""


def find_captions(flow: Sequence[Piece], kept: Sequence[int]) -> dict[int, Picture]:
    """Return the pictures without a caption that have one beside them, by their places, with it."""
    known = set(kept)
    text_boxes = {above for at in kept for above in flow[at].element.iterancestors()}
    found: dict[int, Picture] = {}
    for at, piece in enumerate(flow):
        picture = piece.picture
        if picture is None or picture.caption or picture.is_linked:
            continue
        boxes = _boxes(piece.element, text_boxes)
        beside = []
        for after in range(at + 1, min(at + 1 + _NEAR, len(flow))):
            if after in known or not _may_caption(flow[after]) or not boxes & set(flow[after].element.iterancestors()):
                break
            beside.append(flow[after].text)
        caption = _told(beside)
        if caption.caption:
            found[at] = replace(caption, credit=caption.credit or picture.credit, alt=picture.alt, source=picture.source)
    return found


def _boxes(element: HtmlElement, text_boxes: set[HtmlElement]) -> set[HtmlElement]:
    """Return the elements close around a picture that hold none of the article's text."""
    boxes: set[HtmlElement] = set()
    for _, above in zip(range(_DEEPEST), element.iterancestors(), strict=False):
        if above in text_boxes or above.tag in ("a", "article", "body"):
            break
        boxes.add(above)
    return boxes


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
