"""Whom a page marks as its author: by a link's relation, by microdata, by what it calls a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.boilerplate import furniture
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.bylines import announces_author
from docs_store.reading.html.bylines import after_by, is_of_pictures, without_label
from docs_store.reading.html.page import is_called, letters, squeezed
from docs_store.reading.html.signed import is_name, without_house
from docs_store.reading.press_words import AGENCY

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST: Final = 20_000
"""Elements that are looked at."""
_LONGEST: Final = 100
"""Code points of a line that names an author."""
_MOST_SPACED: Final = 2_000
"""Code points of the same with the spaces that its source is laid out by."""
_LONGEST_NAME: Final = 40
_MOST_AUTHORS: Final = 3
"""Authors of one article; more are those of an index."""
_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:meta|post|entry|article|story|news|by|item)[_-]{0,2}(?:author|byline)(?:[_-]?name)?|"
    r"author(?:[_-]?name)?|by-?line|autor|auteur|reader-credits)(?:$|\s)"
)
"""What an element is called that holds an author's name and little else."""
_OF_OTHERS = re.compile(
    r"(?i)(?:^|[\s_-])(?:comment\w*|respond|repl(?:y|ies)|related\w*|recommend\w*|teasers?|trending|popular|latest|recent|"
    r"most[_-]\w+|tweet|quote)(?:$|[\s_-])"
)
"""What is around the name of another's author: of a comment, a teaser, a quotation."""
_BESIDE = re.compile(r"(?i)(?:^|[\s_-])(?:widget\w*|sidebar|card)(?:$|[\s_-])")
"""What is around whatever is in the margin."""
_BOXES: Final = frozenset(("nav", "footer", "form", "blockquote", "figure", "figcaption"))
_LINK = re.compile(r"(?i)(?:view|show|see|read|visit|more|all|alle|mehr|voir|tous|toutes|ver|todos|vedi|tutti)\b")
"""How links to an author's page begin that do not name him alone."""
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7ff]")
_WIDEST: Final = 8
"""Letters of a name in a wide script: more are what its bearer is."""


def marked_authors(tree: HtmlElement) -> tuple[str, ...]:
    """Return whom a page marks as its author but an agency, () where it marks nobody, or many, as an index does."""
    found: dict[str, str] = {}
    for element in islice(tree.iter("*"), _MOST):
        is_certain = _is_marked(element)
        if (is_certain or is_called(element, _NAMED)) and not _is_elsewhere(element, is_certain=is_certain):
            for name in _names(element, is_certain=is_certain):
                found.setdefault(letters(name), name)
    names = (name for name in found.values() if not re.fullmatch(AGENCY, name))
    return tuple(names) if len(found) <= _MOST_AUTHORS else ()


def _is_marked(element: HtmlElement) -> bool:
    """Tell whether an element is marked as an author's name, whatever the words."""
    if element.tag == "a" and "author" in (element.get("rel") or "").lower().split():
        return True
    return element.tag not in ("meta", "link") and (element.get("itemprop") or "") == "author"


def _is_elsewhere(element: HtmlElement, *, is_certain: bool) -> bool:
    around = list(chain((element,), element.iterancestors()))
    if any(each.tag in _BOXES or is_called(each, _OF_OTHERS) for each in around):
        return True
    return not is_certain and any(each.tag == "li" or is_called(each, _BESIDE) for each in around)


def _begin(element: HtmlElement) -> str:
    """Return the text of an element, or as much of it as tells that it is no name: others are in it, each asked so."""
    found = ""
    for text in element.itertext():
        found += text[:_MOST_SPACED]
        if len(found) > _MOST_SPACED:
            break
    return found


def _names(element: HtmlElement, *, is_certain: bool) -> Iterator[str]:
    """Yield whom an element names: persons, and where it is certain that it names one, whoever that is."""
    named = next((each for each in element.iter("*") if (each.get("itemprop") or "") == "name"), element)
    text = squeezed(named.get("content") or _begin(named)).strip(" –—|/·•,-")
    is_other = is_of_pictures(text) or announces_author(text) or furniture(text) or _LINK.match(text)
    if not text or len(text) > _LONGEST or is_other:
        return
    worded = after_by(text)
    text = without_house(without_label(worded or text))
    parts = list(split_authors(text))
    names = [name for name in parts if is_name(name)]
    is_short = 1 < len(text) <= _LONGEST_NAME and len(_WIDE.findall(text)) <= _WIDEST
    if names and (is_certain or names == parts):
        yield from names
    elif (
        (is_certain or (worded and " " not in text))
        and is_short
        and any(map(str.isalpha, text))
        and not any(map(str.isdigit, text))
    ):
        yield text
