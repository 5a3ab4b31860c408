"""Which of a page's pictures are its article's, and not of what the page puts around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from docs_store.reading.boilerplate import Furniture, furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.html.body import Body
from docs_store.reading.html.chrome import is_chrome, is_named_chrome
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.head import Head
from docs_store.reading.html.images import Picture, file_of, leads_elsewhere, told
from docs_store.reading.html.jsonld import ImageFact
from docs_store.reading.html.page import letters, weight
from docs_store.reading.html.pictures import around, plays

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HERO: Final = 8
"""Pieces before the headline among which its picture may stand."""
_DEEPEST: Final = 4
"""Elements between a picture and the aside that is its frame."""
_LABELS: Final = 20
"""Letters in such a frame beside the caption and the credit: "Photo", "Enlarge"."""
_SCAN = re.compile(
    r"(?i)(?:请|請)?(?:使?用)?(?:手机|手機|微信|支付宝|qq|微博)?(?:扫|掃)[一码碼描].{0,12}|"
    r"(?:长按|長按).{0,10}(?:二维码|二維碼|识别|識別|关注|關注).{0,8}|"
    r"scan (?:me|(?:the|this) (?:qr )?code|to \w+)\b.{0,40}|.{0,10}qr ?コードを.{0,6}(?:読|スキャン).{0,12}"
)
"""What is said under a code to be scanned, which leads to the page or its publisher."""
_LEAST: Final = 3
"""Weight of a caption."""
_AFTER: Final = 3
"""Pieces after the text among which its last picture may stand."""


def article_pictures(flow: Sequence[Piece], body: Body, head: Head, images: Sequence[ImageFact]) -> dict[int, Picture]:
    """Return the article's pictures by their places.

    `images` is what the page's data tells of them: of one that has no caption on the page, its caption is taken.
    """
    said = {file_of(image.source): told(image.caption, image.credit) for image in images if image.caption}
    last = max(head.kept, default=len(flow))
    gallery = sum(1 for _ in takewhile(lambda piece: piece.picture is not None, flow[last + 1 :]))
    begin, end = max(0, head.headline - _HERO), last + max(_AFTER, gallery)
    headline = letters(flow[head.headline].text) if head.headline >= 0 else ""
    found: dict[int, Picture] = {}
    sources: set[str] = set()
    for at, piece in enumerate(flow[begin : end + 1], begin):
        picture = body.captioned.get(at, piece.picture)
        if picture is not piece.picture and picture is not None and headline and letters(picture.caption) == headline:
            picture = piece.picture  # a logo, with the headline once more beside it
        if picture is not None and picture.caption and weight(letters(picture.caption)) < _LEAST:
            picture = replace(picture, caption="")  # which of how many it is, an initial, arrows
        if picture is None or (picture.source in sources and not picture.caption):
            continue
        if not _is_its_own(picture, piece.element, body, is_over=at < head.headline):
            continue
        is_inside = bool(head.kept) and head.headline < at <= head.kept[-1]
        if not picture.caption and not _may_be_bare(piece.element, is_inside=is_inside):
            continue
        name = file_of(picture.source)
        if name and not picture.caption and name in said:
            picture = replace(picture, caption=said[name].caption, credit=picture.credit or said[name].credit)
        found[at] = picture
        sources.add(picture.source)
    return found


def _may_be_bare(element: HtmlElement, *, is_inside: bool) -> bool:
    """Tell whether a picture that nothing is said of may be the article's: one that leads elsewhere is a teaser's."""
    return is_inside and not leads_elsewhere(element) and not any(map(plays, around(element)))


def lead_picture(flow: Sequence[Piece], images: Sequence[ImageFact], title: str) -> Picture | None:
    """Return the article's first picture as the page's data tells of it, where the page itself captions none."""
    if any(piece.picture is not None and piece.picture.caption for piece in flow):
        return None
    lead = next((image for image in images if image.caption and image.caption != title), None)
    return None if lead is None else replace(told(lead.caption, lead.credit), source=lead.source)


def _is_its_own(picture: Picture, element: HtmlElement, body: Body, *, is_over: bool) -> bool:
    is_byline = not picture.credit and read_byline(picture.caption) is not None
    if picture.is_foreign or is_byline or _SCAN.fullmatch(picture.caption):
        return False
    said = furniture(picture.caption)
    if said is not None and said[0] is not Furniture.RELATED:
        return False
    if is_over and body.homes.is_loose(element):
        return False
    frame = _frame(picture, element)
    parent = (element if frame is None else frame).getparent()  # its own name may say that teasers show it too
    return parent is None or not is_chrome(parent, body.homes)


def _frame(picture: Picture, element: HtmlElement) -> HtmlElement | None:
    """Return the aside that holds a picture, its caption and its credit, and no more: no box of the page's."""
    close = islice(element.iterancestors(), _DEEPEST)
    aside = next((above for above in close if above.tag == "aside"), None)
    if aside is None or not (picture.caption and picture.credit) or is_named_chrome(aside):
        return None
    said = letters(picture.caption + picture.credit)
    return aside if said and len(letters(aside.text_content())) <= len(said) + _LABELS else None
