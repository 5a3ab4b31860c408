"""Where a page's prose is: the element that most of its paragraphs are in, and what strays from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.chrome import Homes, are_chrome, named
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.page import letters, weight

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARAGRAPH: Final = 60
"""Weight of a paragraph that says something."""
_ENOUGH: Final = 600
"""Weight of the paragraphs of an article."""
_MOST: Final = 0.7
"""Share of the text that its main element holds."""
_LITTLE: Final = 3
"""The prose of a page is this many times longer than a little of it."""
_FAR: Final = 40
"""Pieces of the page's between the text and a stray one."""


def shown_prose(pieces: Sequence[Piece], lines: Sequence[str]) -> list[int]:
    """Return what stands in the element that most of the paragraphs of a page are in, where it shows enough of them.

    Where `lines` have more paragraphs that it does not show, those are the article, and here is none. What trafilatura
    takes for the text of other pages is all that is in them, their menus and what their forms hold.
    """
    held: Counter[HtmlElement] = Counter()
    total = 0
    for piece in pieces:
        size = weight(piece.text) if piece.linked * 2 < len(piece.text) else 0
        if size >= _PARAGRAPH:
            total += size
            for element in (piece.element, *piece.element.iterancestors()):
                held[element] += size
    shown = "".join(letters(piece.text) for piece in pieces)
    unshown = (weight(line) for line in lines if "<" not in line and letters(line) not in shown)
    if total < max(_ENOUGH, sum(size for size in unshown if size >= _PARAGRAPH)):
        return []
    main = min((element for element, size in held.items() if size >= _MOST * total), key=held.__getitem__)
    if main.tag in ("body", "html"):
        return []
    return [
        at
        for at, piece in enumerate(pieces)
        if piece.text and (piece.element is main or main in piece.element.iterancestors())
    ]


def with_most(pieces: Sequence[Piece], kept: list[int]) -> list[int]:
    """Return `kept`; where that is but a little of what the page says in paragraphs of one name, with the others.

    What is paragraph by paragraph a `div` of its own, trafilatura may take a few of.
    """
    said = [
        at
        for at, piece in enumerate(pieces)
        if piece.linked * 2 < len(piece.text) and piece.element.get("class") and weight(piece.text) >= _PARAGRAPH
    ]
    chrome = are_chrome((pieces[at].element for at in said), Homes())
    alike: dict[object, list[int]] = {}
    for at, is_the_page_s in zip(said, chrome, strict=True):
        piece = pieces[at]
        parent = piece.element.getparent()
        if not is_the_page_s and parent is not None:
            alike.setdefault((parent, named(piece.element)), []).append(at)
    sizes = {key: sum(weight(pieces[at].text) for at in each) for key, each in alike.items()}
    most = max(sizes, key=lambda key: sizes[key], default=None)
    known = sum(weight(pieces[at].text) for at in kept)
    if most is None or sizes[most] < _LITTLE * max(_ENOUGH, known) or set(alike[most]).isdisjoint(kept):
        return kept
    return sorted({*kept, *alike[most]})


def without_strays(pieces: Sequence[Piece], kept: list[int]) -> list[int]:
    """Leave out what stands far below the element that most of the text is in, and outside it: boxes of the page's."""
    held: Counter[HtmlElement] = Counter()
    for at in kept:
        for above in pieces[at].element.iterancestors():
            held[above] += len(pieces[at].text)
    most = _MOST * sum(len(pieces[at].text) for at in kept)
    main = min((element for element, size in held.items() if size >= most), key=held.__getitem__, default=None)
    last = next((at for at in reversed(kept) if main is not None and main in pieces[at].element.iterancestors()), None)
    if main is None or last is None:
        return kept
    after = [at for at in kept if at > last]
    around = (above for at in after for above in pieces[at].element.iterancestors())
    if main.get("class") and any(named(above) == named(main) for above in around):
        return kept  # its text goes on in another element of the same name
    known, between = set(kept), 0
    for at in range(last + 1, kept[-1] + 1):
        between += at not in known and bool(pieces[at].text)
        if between >= _FAR:
            return [each for each in kept if each < at]
    return kept
