"""Elements that pages hold their article in, and that are made for something else: a form, an aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import letters
from docs_store.reading.html.titles import window_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BESIDE: Final = ("aside", "form", "nav", "footer")
_LEAST: Final = 8
"""Letters of a headline."""
_MOST: Final = 0.5
"""Share of the paragraphs of a page from which what holds them is no box of its own."""


def set_right(tree: HtmlElement) -> None:
    """Make a plain block of each element that is named a box of the page's and holds its headline and most of its text.

    Whole pages stand in one form where a server's program keeps its state in it.
    """
    window = letters(window_title(tree))
    sizes = {each: len(each.text_content()) for each in tree.iter("p")}
    total = sum(sizes.values())
    headlines = (each for each in tree.iter("h1", "h2") if total and _is_in(window, letters(each.text_content())))
    for box in {box for each in headlines for box in each.iterancestors(*_BESIDE)}:
        if sum(sizes.get(each, 0) for each in box.iter("p")) >= _MOST * total:
            box.tag = "div"


def _is_in(window: str, headline: str) -> bool:
    return len(headline) >= _LEAST and headline in window
