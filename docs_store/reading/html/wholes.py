"""What belongs to an article though it was not taken for its text: the rest of a list, programs, boxes, answers.

What points elsewhere, what the page itself says and what its own boxes hold stays out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.html.chrome import Homes, is_chrome, named
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.page import is_called, letters, weight
from docs_store.reading.html.pictures import is_control, plays
from docs_store.reading.html.teasers import points, signs
from docs_store.reading.lines import is_sentence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST: Final = 6
"""Elements between a line and the program, list or quotation that it is in."""
_LISTS: Final = frozenset(("ul", "ol", "dl", "blockquote"))
_ITEMS: Final = frozenset(("li", "dd", "dt"))
_MOST_OF: Final = 0.5
"""Share of a list's text that is the article's, from which all of it is."""
_LONGEST_RUN: Final = 8
"""Stretches of a box among the text."""
_LONGEST_BOX: Final = 1_000
_SAYS: Final = 40
"""Weight of a sentence in such a box."""
_DOES: Final = frozenset(
    ("a", "button", "form", "input", "iframe", "video", "audio", "select", "textarea", "amp-iframe")
)
"""What a box of the page's has in it: something to press, or to play."""
_NUMBERS = re.compile(r"(?i)(?:^|[\s_-])(?:gutter|ln|lineno|line[_-]?numbers?|blob[_-]num|hljs-ln-n\w*)(?:$|[\s_-])")
"""What holds the numbers of a program's lines."""
_ADDRESS = re.compile(r"https?://\S{4,300}|\S{1,60}@[\w.-]{3,80}")
_NEAR: Final = 3
"""Pieces between the heading of a post and its text."""
_POST: Final = 200
"""Weight of the text of a post in full."""
_LABEL: Final = 3
"""Letters of what is an icon and says nothing."""


def with_wholes(pieces: Sequence[Piece], kept: Sequence[int], homes: Homes) -> list[int]:
    """Return `kept` with what is theirs, in reading order."""
    if not kept:
        return []
    known = set(kept)
    seen = {letters(pieces[at].text) for at in kept}
    seen |= {letters(piece.picture.caption) for piece in pieces if piece.picture is not None}
    for found in (_programs, _lists, _boxes, _answers, _addresses, _headings, _posts):
        for at in list(found(pieces, known, homes)):
            spelled = letters(pieces[at].text)
            if spelled not in seen or found is _programs:
                known.add(at)
                seen.add(spelled)
    return sorted(known)


def _within(element: HtmlElement, tags: frozenset[str]) -> HtmlElement | None:
    """Return the outermost element close around one, or itself, that has such a tag."""
    close = [each for each in chain((element,), islice(element.iterancestors(), _DEEPEST)) if each.tag in tags]
    return close[-1] if close else None


def _programs(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield the lines of programs that stand among the text, and what their figures are called."""
    for at in range(min(known), max(known)):
        piece = pieces[at]
        if at in known or not piece.text or is_chrome(piece.element, homes):
            continue
        figure = _within(piece.element, frozenset(("figure",)))
        is_title = (
            piece.element.tag == "figcaption" and figure is not None and next(figure.iter("pre"), None) is not None
        )
        if is_title or (
            _within(piece.element, frozenset(("pre",))) is not None and not is_called(piece.element, _NUMBERS)
        ):
            yield at


def _lists(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield what is left of the lists and quotations most of which is the article's."""
    held: Counter[HtmlElement] = Counter()
    all_of: Counter[HtmlElement] = Counter()
    parts: list[tuple[int, HtmlElement]] = []
    for at, piece in enumerate(pieces):
        is_part = piece.element.tag in _ITEMS or piece.kind is BlockKind.QUOTE
        whole = _within(piece.element, _LISTS) if piece.text and is_part else None
        if whole is not None:
            all_of[whole] += len(piece.text)
            held[whole] += len(piece.text) * (at in known)
            parts.append((at, whole))
    for at, whole in parts:
        piece = pieces[at]
        is_most = bool(held[whole]) and held[whole] >= all_of[whole] * _MOST_OF
        is_other = points(piece) or furniture(piece.text) or is_chrome(piece.element, homes)
        if is_most and at not in known and not is_other:
            yield at


def _boxes(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield what stands in boxes among the text that say something, and in which there is nothing to press."""
    places = sorted(known)
    for before, after in pairwise(places):
        run = [at for at in range(before + 1, after) if pieces[at].text]
        if not 0 < len(run) <= _LONGEST_RUN or sum(len(pieces[at].text) for at in run) > _LONGEST_BOX:
            continue
        if any(is_sentence(pieces[at].text) and weight(pieces[at].text) >= _SAYS for at in run):
            around = (pieces[before].element, pieces[after].element)
            if all(_is_silent(pieces[at], around, homes) for at in run):
                yield from run


def _is_silent(piece: Piece, around: tuple[HtmlElement, HtmlElement], homes: Homes) -> bool:
    """Tell whether a stretch is in a box that does nothing, within what holds the text before and after it."""
    if piece.links or piece.is_row or furniture(piece.text) or signs(piece) or is_chrome(piece.element, homes):
        return False
    box = piece.element
    for above in chain((piece.element,), piece.element.iterancestors()):
        if homes.hold(above):
            holds_all = all(above is each or above in each.iterancestors() for each in around)
            return holds_all and not any(each.tag in _DOES for each in box.iter())
        if is_control(above) or plays(above):
            return False
        box = above
    return False


def _answers(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield the paragraphs under a heading of the text's that is in one box with each and with nothing else."""
    last = -1
    for at in range(min(known), min(max(known) + 2, len(pieces))):
        piece = pieces[at]
        if at in known:
            last = at if piece.kind is BlockKind.HEADING else -1
        elif last >= 0 and len(letters(piece.text)) >= _LABEL:
            if weight(piece.text) >= _SAYS and is_sentence(piece.text) and not (furniture(piece.text) or points(piece)):
                box = next((each for each in piece.element.iterancestors() if each in _above(pieces[last])), None)
                is_own = box is not None and not homes.hold(box) and not is_chrome(piece.element, homes)
                if is_own:
                    yield at
            last = -1


def _addresses(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield the addresses that stand on lines of their own where the text has announced them: "Write to:"."""
    for at in range(min(known), max(known) + 2):
        is_told = at in known and pieces[at].text.endswith((":", "：")) and at + 1 < len(pieces)
        if is_told and _ADDRESS.fullmatch(pieces[at + 1].text) and not is_chrome(pieces[at + 1].element, homes):
            yield at + 1


def _above(piece: Piece) -> set[HtmlElement]:
    return set(islice(piece.element.iterancestors(), _DEEPEST))


def _headings(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield the headings right over the text."""
    for at in range(min(known), max(known)):
        piece = pieces[at]
        if at in known or piece.kind is not BlockKind.HEADING or piece.links or at + 1 not in known:
            continue
        is_over_text = pieces[at + 1].kind is not BlockKind.HEADING and piece.element.tag != "h1"
        if is_over_text and not (furniture(piece.text) or signs(piece) or is_chrome(piece.element, homes)):
            yield at


def _posts(pieces: Sequence[Piece], known: set[int], homes: Homes) -> Iterator[int]:
    """Yield the headings of the posts that a page has in full one after another, each a link to the post alone."""
    found: dict[tuple[str, str], list[int]] = {}
    for at in range(max(0, min(known) - _NEAR), max(known)):
        piece = pieces[at]
        if piece.kind is BlockKind.HEADING and points(piece) and not is_chrome(piece.element, homes):
            found.setdefault(named(piece.element), []).append(at)
    for alike in found.values():
        parts = [range(at + 1, end) for at, end in zip(alike, [*alike[1:], max(known) + 1], strict=True)]
        said = [[weight(pieces[at].text) for at in part if at in known] for part in parts]
        is_near = all(not known.isdisjoint(part[:_NEAR]) for part in parts)
        if len(alike) > 1 and is_near and all(sum(each) >= _POST for each in said):
            yield from alike
