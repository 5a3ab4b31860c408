"""Elements that pages hold their article in, and that are made for something else: a form, an aside, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import is_called, is_hidden, letters
from docs_store.reading.html.shown_titles import window_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BESIDE: Final = ("aside", "form", "nav", "footer")
_LEAST: Final = 8
"""Letters of a headline."""
_MOST: Final = 0.5
"""Share of the paragraphs of a page from which what holds them is no box of its own."""
_DEEPEST: Final = 60
"""Elements around a paragraph that are looked at."""
_ENOUGH: Final = 600
"""Code points of the paragraphs of an article."""
_UNSEEN: Final = ("noscript", "template")
_ASKS = re.compile(r"(?i)cookie|consent|privacy|gdpr|modal|popup|dialog|overlay|comment")
"""What is called so is shown when it is called for."""


def set_right(tree: HtmlElement) -> None:
    """Make a plain block of each element that is named a box of the page's and holds its headline and most of its text.

    Whole pages stand in one form where a server's program keeps its state in it. What is hidden and holds most of the
    text is shown by a script: React sends an article so, and some sites do for all but the first paragraph; or it is
    there for browsers without scripts.
    """
    window = letters(window_title(tree))
    sizes = {each: len(each.text_content()) for each in tree.iter("p")}
    total = sum(sizes.values())
    headlines = (each for each in tree.iter("h1", "h2") if total and _is_in(window, letters(each.text_content())))
    for box in {box for each in headlines for box in each.iterancestors(*_BESIDE)}:
        if sum(sizes.get(each, 0) for each in box.iter("p")) >= _MOST * total:
            box.tag = "div"
    for box in _around_middle(sizes, total) if total >= _ENOUGH else ():
        is_unseen = box.tag in _UNSEEN or is_hidden(box)
        own = sum(sizes.get(each, 0) for each in box.iter("p")) if is_unseen else 0
        if own >= max(_ENOUGH, _MOST * total) and not is_called(box, _ASKS):
            box.tag = "div" if box.tag in _UNSEEN else box.tag
            for name in ("hidden", "style"):
                box.attrib.pop(name, None)


def _around_middle(sizes: dict[HtmlElement, int], total: int) -> Iterator[HtmlElement]:
    """Yield what is around the paragraph in the middle of a page's text: what holds most of it is among that."""
    passed = 0
    for paragraph, size in sizes.items():
        passed += size
        if 2 * passed >= total:
            return islice(paragraph.iterancestors(), _DEEPEST)
    return iter(())


def _is_in(window: str, headline: str) -> bool:
    return len(headline) >= _LEAST and headline in window
