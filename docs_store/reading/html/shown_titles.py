"""What a page shows as its headline, and what it has over its window."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import is_called, letters, squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST: Final = 500
"""Code points of a title that are looked at."""
MOST_HEADINGS: Final = 50
_SET: Final = ("h2", "h3", "h4", "b", "strong", "font", "big")
"""Elements that pages without first-level headings set their headline in."""
_MOST_SET: Final = 200
ANY: Final = ("h1", *_SET, "h5", "h6", "div", "p", "span", "td")
MOST_ANY: Final = 5_000
"""Elements among whose texts the beginning of a window's title is looked for."""

NO_TITLE = re.compile(
    r"(?i)\W*(?:print(?:er|able)?(?:[- ]friendly)?(?:\s(?:this\s)?(?:page|version|article|story|view))?|"
    r"untitled(?:\s\w+)?|new\spage|no\stitle|(?:home|index|main)(?:\s?page)?|article|story|news|document|page|druckversion|"
    r"druckansicht|unbenanntes\sdokument|version\simprimable|sans\stitre|versi[óo]n\spara\simprimir|versione\sstampabile)[\W\d]*"
)
"""What stands over a window and says nothing of what is in it."""
CALLED = re.compile(r"(?i)(?:^|[\s_-])(?:head-?line|(?:article|story|post|entry|news|page)[-_]?title)(?:$|[\s_-])")
"""What an element is called that holds the headline of a page without headings."""
_STYLED = re.compile(rf"(?i){CALLED.pattern.removeprefix('(?i)')}|(?:^|\s)(?:mso)?title(?:$|\s)")
"""The same of a page without a title too, as word processors write it: elsewhere "title" is the site's name."""
_GLUED = re.compile("(?<=[a-zß-ÿа-яё])\x00(?=[A-ZÀ-ÞА-ЯЁ])")
SEPARATOR = re.compile(r"\s+(?:[|–—•·»«*›‹/]|-{1,3}|:{1,2})\s+|\s*[|｜：]\s*")
"""What parts a headline from the name of its site."""


def window_title(tree: HtmlElement) -> str:
    """Return what a browser shows over a page."""
    return next((squeezed(each.text_content()) for each in tree.iter("title")), "")


def headings(tree: HtmlElement) -> list[str]:
    """Return a page's first-level headings."""
    return [text for each in islice(tree.iter("h1"), MOST_HEADINGS) if (text := _spaced(each))]


def _spaced(element: HtmlElement) -> str:
    """Return the text of a heading, a space where nothing but elements parts its words."""
    return squeezed(_GLUED.sub(" ", "\x00".join(element.itertext())).replace("\x00", ""))


def shown_titles(tree: HtmlElement) -> list[str]:
    """Return what a page may show as its headline: its first-level headings, else what is set as one.

    That is a line in bold, in a larger type or a lesser heading that the window's title has beside the site's name; or,
    where that title says nothing, the first heading there is.
    """
    found = headings(tree)
    if found:
        return found
    window = window_title(tree)
    if not window or NO_TITLE.fullmatch(window):
        called = (each for each in islice(tree.iter(*ANY), MOST_ANY) if is_called(each, _STYLED))
        lesser = chain(islice(called, 1), islice(tree.iter("h2", "h3"), 1))
        return [text for each in lesser if (text := squeezed(each.text_content()[: 2 * LONGEST]))]
    return [line for line in set_titles(tree, window) if letters(line) != letters(window)]


def set_titles(tree: HtmlElement, window: str) -> list[str]:
    """Return what a page sets as a heading of some kind that its window's title is, or has beside the site's name."""
    parts = SEPARATOR.split(window[:LONGEST])
    whole = {letters("".join(parts[:at])) for at in range(1, len(parts) + 1)}
    whole |= {letters("".join(parts[at:])) for at in range(1, len(parts))}
    lines = (squeezed(each.text_content()[: 2 * LONGEST]) for each in islice(tree.iter(*_SET), _MOST_SET))
    return list(dict.fromkeys(line for line in lines if line and letters(line) in whole))
