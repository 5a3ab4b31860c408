"""Captions that no element is named for: told by where they stand, in one box with their picture and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.credits import split_credit
from docs_store.reading.html.bylines import AUTHOR
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.images import Picture, leads_elsewhere, told
from docs_store.reading.html.page import is_called, letters, squeezed, weight
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
_LEAST_SAID: Final = 12
"""Weight of a caption that a picture has once more."""
_FEW_WORDS: Final = 80
"""Weight of a caption that no box holds together with its picture."""
_SLANTED: Final = frozenset(("em", "i", "small"))
_ENLARGE = re.compile(
    r"(?i)\W*(?:(?:click|tap)\sto\s)?(?:enlarge|zoom|view\slarger|agrandir|ampliar|ingrandisci|vergrößern|vergroot|förstora|"
    r"forstørr|powiększ|увеличить|拡大|放大|확대)(?:\s(?:this\s)?(?:image|photo|picture|foto|imagen|l['’]image|bilde?t?))?\W*"
)
_CENTRED = re.compile(r"(?i)text-align:\s*center")
_PORTRAIT: Final = 2
"""Elements around a portrait that may be called after its author."""
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
        if _is_portrait(piece.element):
            continue
        boxes = set(_boxes(piece.element, held, most))
        beside = list(_beside(flow, at, boxes))
        caption = _told([line for after in beside for line in _lines(flow[after])])
        if not beside and (_is_small_print(flow, at + 1) or _is_credited(flow, at + 1) or _says_as(flow, at)):
            beside, caption = [at + 1], told(flow[at + 1].text)
        if caption.caption or (caption.credit and not picture.credit):
            found[at] = replace(
                caption, credit=caption.credit or picture.credit, alt=picture.alt, source=picture.source
            )
            taken.update(beside)
    return found, taken


def _beside(flow: Sequence[Piece], at: int, boxes: set[HtmlElement]) -> Iterator[int]:
    """Yield the places of the stretches after the picture at `at` that may be its caption and its credit."""
    count = 0
    for after in range(at + 1, len(flow)):
        piece = flow[after]
        if count == _NEAR or not _is_beside(piece, boxes):
            return
        if _ENLARGE.fullmatch(piece.text):
            continue
        if not _may_caption(piece):
            return
        yield after
        count += 1


def _lines(piece: Piece) -> list[str]:
    """Return what a stretch says: where who made the picture is cited at its beginning or end, that last."""
    small = [squeezed(each.text_content()) for each in piece.element.iterchildren("cite", "small")]
    cited = next((text for text in small if text and not split_credit(text).caption), "")
    rest = piece.text.removeprefix(cited).removesuffix(cited).strip()
    return [rest, cited] if cited and rest and rest != piece.text else [piece.text]


def _is_small_print(flow: Sequence[Piece], at: int) -> bool:
    """Tell whether a stretch stands between a picture and the text, a few words and all of them centred or slanted."""
    if at + 1 >= len(flow) or not _may_caption(flow[at]) or flow[at].text[-1] in ".:?!…。？！：":
        return False
    element: HtmlElement | None = flow[at].element
    is_slanted = False
    while element is not None and not is_slanted:
        is_slanted = element.tag in _SLANTED
        element = next(iter(element), None) if len(element) == 1 and not (element.text or "").strip() else None
    is_centred = _CENTRED.search(flow[at].element.get("style") or "") or flow[at].element.get("align") == "center"
    is_short = weight(flow[at].text) <= _FEW_WORDS and not flow[at].links
    return is_short and is_slanted and bool(is_centred) and weight(flow[at + 1].text) > _FEW_WORDS


def _held(flow: Sequence[Piece]) -> dict[HtmlElement, int]:
    """Return how many code points of text each element holds."""
    close: Counter[HtmlElement | None] = Counter()
    for piece in flow:
        close[piece.element.getparent()] += len(piece.text)
    held: Counter[HtmlElement] = Counter()
    for parent, size in close.items():
        for above in () if parent is None else chain((parent,), parent.iterancestors()):
            held[above] += size
    return held


def _boxes(element: HtmlElement, held: dict[HtmlElement, int], most: int) -> Iterator[HtmlElement]:
    """Yield the elements close around a picture that hold little text, so none but the picture's."""
    for _, above in zip(range(_DEEPEST), element.iterancestors(), strict=False):
        is_teaser = above.tag == "a" and leads_elsewhere(element)  # no link to the picture itself, enlarged
        if is_teaser or above.tag in ("article", "body") or plays(above) or held.get(above, 0) > most:
            return
        yield above


def _is_portrait(image: HtmlElement) -> bool:
    """Tell whether an image is called after the author: what stands beside it is a name."""
    return any(is_called(each, AUTHOR) for each in chain((image,), islice(image.iterancestors(), _PORTRAIT)))


def _is_beside(piece: Piece, boxes: set[HtmlElement]) -> bool:
    """Tell whether a stretch shares a picture's box, or is a short one in one paragraph with it."""
    is_short = weight(piece.text) <= _LONGEST_WITHIN and not piece.text.rstrip('”»"').endswith((".", ":", "。", "）"))
    is_within = piece.element in boxes and is_short
    return is_within or not boxes.isdisjoint(piece.element.iterancestors())


def _may_caption(piece: Piece) -> bool:
    return (
        0 < len(piece.text) <= _LONGEST
        and piece.kind is BlockKind.PARAGRAPH
        and not piece.is_row
        and not _is_header(piece.element)
        and piece.linked * 2 < len(piece.text)
        and not furniture(piece.text)
        and not (read_byline(piece.text) and split_credit(piece.text).strength is not Strength.STRONG)
    )


def _is_header(element: HtmlElement) -> bool:
    """Tell whether an element is in the header of a table's column or row."""
    close = chain((element,), islice(element.iterancestors(), _DEEPEST))
    return any(each.tag == "th" for each in close)


def _says_as(flow: Sequence[Piece], at: int) -> bool:
    """Tell whether the stretch under the picture at `at` is what the picture itself has for those who cannot see it."""
    picture, below = flow[at].picture, flow[at + 1] if at + 1 < len(flow) else None
    alt = letters(picture.alt) if picture is not None else ""
    return below is not None and weight(alt) >= _LEAST_SAID and letters(below.text) == alt and _may_caption(below)


def _is_credited(flow: Sequence[Piece], at: int) -> bool:
    """Tell whether a stretch under a picture says in so many words who made it."""
    piece = flow[at] if at < len(flow) else None
    if piece is None or piece.is_row or piece.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    is_line = 0 < len(piece.text) <= _LONGEST and not _is_header(piece.element) and not furniture(piece.text)
    return is_line and split_credit(piece.text).strength is Strength.STRONG


def _told(lines: list[str]) -> Picture:
    """Return what one or two lines say: a caption, or a caption and who made the picture."""
    if not lines:
        return Picture()
    credit = ""
    if len(lines) > 1:
        split = split_credit(lines[1])
        credit = split.credit if not split.caption else lines[1] if len(lines[1]) <= 60 else ""
    return told(lines[0], credit)
