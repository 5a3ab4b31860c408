"""What points to other articles from among the text of one, and what the page itself says there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import Furniture, furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.html.chrome import Homes, named
from docs_store.reading.html.flow import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AFTER: Final = 30
"""Pieces after the text among which other articles are named."""
_MOST_RELATED: Final = 30
_LINKED: Final = 0.7
"""Share of a stretch that is links from which it points elsewhere and says nothing itself."""
_PLEA: Final = 400
"""Code points of the text that a box among the article's has where it pleads with its readers."""
_NEAR: Final = 6
"""Pieces after the text that may stand in one box with its last."""
_LABEL: Final = 60
_CUT: Final = ("[…]", "[...]")
_SEVERAL: Final = 2
_ANSWER = re.compile(
    r"(?i)\W*(?:repl(?:y|ies)|answer|antwort(?:en)?|répondre|responder|rispondi|beantwoorden|svara?|odpowiedz|ответить|回复|返信|답글)\b"
    r"[^.!?:：]{0,40}"
)
"""The button under what a reader has said, which says nothing itself: "Reply to Ada", and not "Answer: no."."""
_SAYING: Final = 25
"""Code points beside its links from which a stretch says something itself."""


def points(piece: Piece) -> bool:
    """Tell whether a stretch points elsewhere and says nothing itself."""
    return piece.linked > _LINKED * len(piece.text) and len(piece.text) - piece.linked < _SAYING


def signs(piece: Piece) -> bool:
    """Tell whether a stretch says who wrote the article, and when, and nothing else."""
    if piece.kind in (BlockKind.HEADING, BlockKind.QUOTE) or piece.is_row:  # whom and when a post is from
        return False
    return read_byline(piece.text) is not None


def without_teasers(pieces: Sequence[Piece], kept: list[int], homes: Homes) -> list[int]:
    """Leave out what points to other articles, and what the page itself says."""
    total = sum(len(pieces[at].text) for at in kept)
    out: set[int] = set()
    teasers: set[HtmlElement | None] = {*_pleading(pieces, kept, homes), *_lists_elsewhere(pieces, kept)}
    remarks = {*_remarks(pieces, kept), *_begun(pieces, kept)}
    length = 0
    for place, at in enumerate(kept):
        piece = pieces[at]
        box = _box(piece.element, homes)
        said = None if piece.is_row else furniture(piece.text)
        length += len(piece.text)
        if said is not None and said[0] is Furniture.COMMENTS and length > total / 2:
            out.update(kept[place:])
            break
        if said is not None and said[0] is Furniture.RELATED and box is not None:
            teasers.add(box)
        is_teaser = (box is not None and box in teasers) or piece.element.getparent() in teasers
        if said is not None or signs(piece) or points(piece) or is_teaser or at in remarks:
            out.add(at)
    left = [at for at in kept if at not in out]
    return _without_bare_headings(pieces, left, out) if left else kept


def _pleading(pieces: Sequence[Piece], kept: Sequence[int], homes: Homes) -> Iterator[HtmlElement]:
    """Yield the small boxes among the text that want their readers to subscribe or to follow."""
    held: Counter[HtmlElement | None] = Counter()
    for at in kept:
        held[_box(pieces[at].element, homes)] += len(pieces[at].text)
    for at in range(kept[0], min(kept[-1] + _NEAR, len(pieces))) if kept else ():
        box = _box(pieces[at].element, homes) if pieces[at].text else None
        if box is not None and held[box] <= _PLEA:
            said = furniture(pieces[at].text)
            if said is not None and said[0] is Furniture.PLEA:
                yield box


def _lists_elsewhere(pieces: Sequence[Piece], kept: Sequence[int]) -> Iterator[HtmlElement]:
    """Yield the lists each of whose items is a word or two and then a link: "Harbour: How the ferry came back"."""
    items: dict[HtmlElement, list[Piece]] = {}
    for at in kept:
        above = pieces[at].element.getparent()
        if pieces[at].element.tag == "li" and above is not None:
            items.setdefault(above, []).append(pieces[at])
    for above, held in items.items():
        if len(held) > 1 and all(map(_labels_link, held)):
            yield above


def _begun(pieces: Sequence[Piece], kept: Sequence[int]) -> list[int]:
    """Return the beginnings of other articles, several cut under their linked headlines each: "The ferry […]"."""
    cut = [at for at in kept if pieces[at].text.endswith(_CUT)]
    over = {at: next((each for each in reversed(pieces[max(0, at - _NEAR) : at]) if each.text), None) for at in cut}
    found = [at for at, before in over.items() if before is not None and points(before)]
    return found if len(found) >= _SEVERAL else []


def _remarks(pieces: Sequence[Piece], kept: Sequence[int]) -> Iterator[int]:
    """Yield what readers have said, of whom each may be answered: several boxes with one such button in each."""
    answers = [piece.element for piece in pieces if _ANSWER.fullmatch(piece.text)]
    if len(answers) < _SEVERAL:
        return
    around: Counter[HtmlElement] = Counter(above for each in set(answers) for above in each.iterancestors())
    boxes: dict[tuple[HtmlElement | None, tuple[str, str]], set[HtmlElement]] = {}
    for each in answers:
        own = [each, *takewhile(lambda above: around[above] == 1, each.iterancestors())]
        boxes.setdefault((own[-1].getparent(), named(own[-1])), set()).add(own[-1])
    remarks = {box for alike in boxes.values() if len(alike) >= _SEVERAL for box in alike}
    for at in kept if remarks else ():
        if not remarks.isdisjoint(pieces[at].element.iterancestors()):
            yield at


def _labels_link(piece: Piece) -> bool:
    label = piece.text[: -len(piece.links[-1][0])] if piece.links else ""
    is_last = len(piece.links) == 1 and piece.text.endswith(piece.links[-1][0])
    is_label = not label or (len(label) <= _LABEL and label.rstrip().endswith((":", "?", "!", "|", "–", "-", "…")))
    return is_last and is_label


def related(pieces: Sequence[Piece], kept: Sequence[int]) -> list[int]:
    """Return the pieces that point to other articles from among the text, which is at `kept`, or after it."""
    if not kept:
        return []
    inside = [at for at in range(kept[0], kept[-1]) if points(pieces[at]) or _names_related(pieces[at])]
    inside = [at for at in inside if not read_byline(pieces[at].text)]
    after: list[int] = []
    is_headed = False
    for at in range(kept[-1] + 1, min(kept[-1] + 1 + _AFTER, len(pieces))):
        said = furniture(pieces[at].text)
        if said is not None:
            is_headed = said[0] is Furniture.RELATED
        elif is_headed and points(pieces[at]):
            after.append(at)
    return (inside + after)[:_MOST_RELATED]


def _without_bare_headings(pieces: Sequence[Piece], left: list[int], out: set[int]) -> list[int]:
    """Leave out the headings of what has been left out, and those at the end."""
    kept: list[int] = []
    for at, after in zip(left, [*left[1:], len(pieces)], strict=True):
        is_heading = pieces[at].kind is BlockKind.HEADING
        is_headed = after < len(pieces) and pieces[after].kind is not BlockKind.HEADING
        if is_heading and _are_links(pieces[at + 1 : after]):
            continue
        if not is_heading or is_headed or not any(gone in out for gone in range(at + 1, after)):
            kept.append(at)
    while kept and pieces[kept[-1]].kind is BlockKind.HEADING:
        kept.pop()
    return kept or left


def _are_links(between: Sequence[Piece]) -> bool:
    """Tell whether what stands there, none of it text, is a list of links: "Related Topics" is over it."""
    said = [piece for piece in between if piece.text]
    return len(said) > 1 and all(piece.kind is BlockKind.LIST_ITEM and points(piece) for piece in said)


def _names_related(piece: Piece) -> bool:
    said = furniture(piece.text) if piece.links else None
    return said is not None and said[0] is Furniture.RELATED


def _box(element: HtmlElement, homes: Homes) -> HtmlElement | None:
    """Return the element around `element` that stands directly in the article's, None where it does so itself."""
    box = None
    for above in (element, *element.iterancestors()):
        if homes.hold(above):
            return box if box is not element else None
        box = above
    return None
