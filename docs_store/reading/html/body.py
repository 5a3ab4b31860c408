"""Which pieces of a page are its article.

trafilatura says which text is the article's; the page's own elements say what kind each stretch of it is, and where
the pictures stand. The two are brought together by their letters: a piece is kept where trafilatura's text has it.
Then the page's own make-up mends the judgement: what stands among the article's paragraphs as their equal belongs to
it, and a box of teasers between them does not.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.credits import split_credit
from docs_store.reading.html.chrome import Homes, callout, is_chrome, named
from docs_store.reading.html.flow import BLOCKS, Piece
from docs_store.reading.html.images import Picture
from docs_store.reading.html.page import letters, weight
from docs_store.reading.html.prose import shown_prose, with_most, without_strays
from docs_store.reading.html.teasers import points, signs, without_teasers
from docs_store.reading.html.ticker import find_entries
from docs_store.reading.html.unmarked import find_captions
from docs_store.reading.html.wholes import with_wholes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONG: Final = 30
"""Letters by which a stretch is known wherever it stands; a wide letter counts for three."""
_LEAST_FOUND: Final = 0.6
"""Share of trafilatura's text that must be found in the page's elements, else its own lines are taken."""
_ENOUGH: Final = 600
"""Weight of the text with which the first look is believed."""
_MOST_COMPARED: Final = 2_000
"""Pieces of a page that is looked at a second time."""
_SMALL: Final = 0.2
"""Share of the text up to which an element may be a box of teasers among the paragraphs."""
_BESIDE: Final = 2
"""Pieces between a picture and what else says who made it."""
_SEVERAL: Final = 2
"""Paragraphs of the text in one element, from which others there are its equals."""
_MOST_OF_SHORT: Final = 2
"""Paragraphs of a text that is so short that one is enough."""
_EQUALS: Final = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "dd", "dt", "pre"))
_ITEMS: Final = frozenset(("li", "dd", "dt"))
_REPEATED: Final = 300
"""Weight of a paragraph that no text has twice."""
_MEMBERS: Final = frozenset(("li", "ul", "ol", "blockquote", "dd", "dt"))
_SILENT: Final = frozenset(("script", "style", "noscript", "link", "meta"))
"""What stands beside a post set into the text, and says nothing."""
_RIGHTS = re.compile(r"(?i)\W*(?:©|\(c\)|copyright\b)")
"""Whose the text is, under it."""
_COUNT = re.compile(r"(?i)\W*(?:\w{3,9}\s)?\d{1,3}\s?(?:/|of|von|de|di|sur|av|z|из)\s?\d{1,3}\W*")
"""Which of a gallery's pictures one is: "1/4", "Photo 3 of 12"."""


@dataclass(frozen=True, slots=True)
class Body:
    """The article within a page."""

    kept: tuple[int, ...] = ()
    """Which of the page's pieces are its text, in reading order."""
    homes: Homes = field(default_factory=Homes)
    """Where its text is."""
    captioned: Mapping[int, Picture] = field(default_factory=dict)
    """Pictures with the captions that stand beside them, by their places."""
    signed: tuple[int, ...] = ()
    """Bylines that stand within its text, and are not in `kept`."""
    entries: Mapping[int, str] = field(default_factory=dict)
    """The headings of a live blog's entries, by their places."""
    lines: tuple[str, ...] = ()
    """Its text where the page's elements do not hold it."""


def find_body(tree: HtmlElement, pieces: Sequence[Piece]) -> Body:
    """Return which of `pieces` are the article's text."""
    spelled = [letters(piece.text) for piece in pieces]
    shown = set(_of_pictures(pieces)) - set(spelled)
    lines = [line for line in _article_lines(tree, len(pieces)) if letters(line) not in shown]
    kept = _aligned(spelled, lines)
    total = sum(len(letters(line)) for line in lines)
    if total and sum(len(spelled[at]) for at in kept) < total * _LEAST_FOUND:
        kept = shown_prose(pieces, lines)
        if not kept:
            return Body(lines=tuple(lines))
    if not kept:
        return Body()
    kept = with_most(pieces, kept)
    captioned, captions = find_captions(pieces, kept)
    homes = _homes([pieces[at] for at in kept])
    kept = [at for at in kept if not _is_told(pieces, at)]
    kept = _with_equals(pieces, [at for at in kept if at not in captions] or kept, homes) if kept else []
    kept = [at for at in kept if at not in captions and not _is_told(pieces, at)]
    kept = [at for at in kept if not is_chrome(pieces[at].element, homes)]
    taken = _without_repeats(spelled, without_strays(pieces, kept))
    kept = with_wholes(pieces, without_teasers(pieces, taken, homes), homes)
    known = frozenset(kept)
    signed = tuple(at for at in taken if at not in known and signs(pieces[at]))
    entries = find_entries(pieces, kept)
    kept = sorted(at for at in {*kept, *entries} if entries.get(at, "kept"))
    return Body(tuple(kept), homes, captioned, signed, entries)


def _without_repeats(spelled: Sequence[str], kept: Sequence[int]) -> list[int]:
    """Leave out the paragraphs that stand on the page once more: for those who have paid, and for others."""
    first = {spelled[at]: at for at in reversed(kept)}
    return [at for at in kept if first[spelled[at]] == at or weight(spelled[at]) < _REPEATED]


def _of_pictures(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the letters of what pictures are captioned with, and of who made them."""
    for piece in pieces:
        if piece.picture is not None:
            caption, credit = letters(piece.picture.caption), letters(piece.picture.credit)
            yield from filter(None, (caption, credit, caption + credit, credit + caption))


def _is_told(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a stretch beside a picture says who made it, once more, or which of how many it is."""
    near = pieces[max(0, at - _BESIDE) : at + _BESIDE + 1]
    if pieces[at].kind is BlockKind.HEADING or not any(piece.picture is not None for piece in near):
        return False
    said, split = set(_of_pictures(near)), split_credit(pieces[at].text)
    is_maker = bool(split.credit) and not split.caption and letters(split.credit) in said  # "Photograph by Ada Byron"
    return is_maker or bool(_COUNT.fullmatch(pieces[at].text)) or letters(pieces[at].text) in said


def _article_lines(tree: HtmlElement, size: int) -> list[str]:
    """Return the lines that trafilatura takes for the article's text, on a page of `size` pieces.

    Its comparison with other extractors takes as long again and, on large pages, time that grows with their square; it
    helps where there is little.
    """
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs each page it finds nothing in
    lines: list[str] = []
    for fast in (True, False) if size <= _MOST_COMPARED else (True,):
        document = bare_extraction(tree, include_comments=False, fast=fast)
        text = document.text if document is not None and not isinstance(document, dict) else None
        lines = [line for line in (text or "").split("\n") if line.strip()] or lines
        if sum(map(weight, lines)) >= _ENOUGH:
            break
    return lines


def _aligned(spelled: list[str], lines: list[str]) -> list[int]:
    """Return the pieces whose letters stand in `lines`.

    Long pieces are found wherever they stand; a short one only between its neighbours, where it cannot be a stray
    word that the text happens to have.
    """
    whole = "".join(map(letters, lines))
    places: dict[int, tuple[int, int]] = {}
    taken: set[str] = set()
    for at, word in enumerate(spelled):
        if weight(word) >= _LONG and word not in taken and (start := whole.find(word)) >= 0:
            places[at] = (start, start + len(word))
            taken.add(word)
    kept, end, waiting = [], 0, list[int]()
    for at, word in enumerate(spelled):
        if at not in places:
            if word:
                waiting.append(at)
            continue
        start = places[at][0]
        kept.extend(_between(waiting, spelled, whole[end:start] if end <= start else ""))
        waiting = []
        kept.append(at)
        end = places[at][1]
    kept.extend(_between(waiting, spelled, whole[end:]))
    return kept


def _between(waiting: list[int], spelled: list[str], gap: str) -> list[int]:
    """Return which `waiting` pieces stand in `gap`, the letters between two that are known, in its order."""
    found, begin = [], 0
    for at in waiting:
        start = gap.find(spelled[at], begin)
        if start == begin or (start >= 0 and weight(spelled[at]) >= _LONG // 3):
            found.append(at)
            begin = start + len(spelled[at])
    return found


def _homes(kept: Sequence[Piece]) -> Homes:
    """Return the elements that hold more than a small share of the text of `kept`."""
    held: Counter[HtmlElement] = Counter()
    for piece in kept:
        for above in piece.element.iterancestors():
            held[above] += len(piece.text)
    total = sum(len(piece.text) for piece in kept)
    elements = frozenset(element for element, size in held.items() if size >= _SMALL * total)
    return Homes(elements, frozenset(named(element) for element in elements if element.get("class")))


def _block(element: HtmlElement) -> HtmlElement:
    """Return what stands among paragraphs as their equal: of an item its whole list, of a wrapped one its wrapper."""
    above = element.getparent()
    while above is not None and above.tag != "body":
        if element.tag not in _ITEMS and above.tag not in _MEMBERS and not _is_alone_in(above):
            break
        element, above = above, above.getparent()
    return element


def _is_alone_in(above: HtmlElement) -> bool:
    """Tell whether an element holds one that says something, and nothing else."""
    told = (each for each in above if each.tag not in _SILENT)
    return next(islice(told, 1, None), None) is None and not (above.text or "").strip()


def _home(block: HtmlElement) -> HtmlElement | None:
    """Return the block around a block: `<font>` and its like are none."""
    return next((above for above in block.iterancestors() if above.tag in BLOCKS), None)


def _with_equals(pieces: Sequence[Piece], kept: list[int], homes: Homes) -> list[int]:
    """Return `kept` with what stands among its paragraphs as their equal."""
    texts = [at for at in kept if pieces[at].kind is BlockKind.PARAGRAPH]
    least = 1 if len(texts) <= _MOST_OF_SHORT else _SEVERAL
    parents = Counter(_home(_block(pieces[at].element)) for at in texts)
    shared = {parent for parent, count in parents.items() if parent is not None and count >= least}
    # A live blog's entries have a paragraph each, and one name.
    called = Counter(named(parent) for parent in parents.elements() if parent is not None and parent.get("class"))
    names = {name for name, count in called.items() if count >= least}
    looks = {named(pieces[at].element) for at in kept if pieces[at].element.get("class")}
    known = set(kept)
    boxes: dict[HtmlElement, bool] = {}
    first = texts[0] if texts else kept[0]
    seen = {letters(pieces[at].text) for at in kept if not pieces[at].is_row}
    tables = {pieces[at].element for at in kept if pieces[at].is_row}
    for at, piece in enumerate(pieces):
        if piece.is_row and piece.element in tables:
            known.add(at)
        if at in known or not piece.text:
            continue
        box = callout(piece.element, boxes)
        home = _home(_block(piece.element) if box is None else box)
        is_bare = piece.element in shared and weight(piece.text) >= _LONG and not _RIGHTS.match(piece.text)
        is_among = is_bare or (home is not None and (home in shared or named(home) in names))
        if not is_among or (box is not None and not letters(piece.text)):
            continue
        if piece.is_row and at > first and not is_chrome(piece.element, homes):
            known.add(at)
        is_item = piece.element.tag in _EQUALS or piece.kind is BlockKind.LIST_ITEM
        is_equal = is_item or named(piece.element) in looks or is_bare or box is not None
        if not is_equal or (at < first and len(piece.text) < _LONG):
            continue
        if points(piece) or letters(piece.text) in seen or is_chrome(piece.element, homes):
            continue
        if not (furniture(piece.text) or signs(piece)):
            known.add(at)
            seen.add(letters(piece.text))
    return sorted(known)
