"""Names alone on a line inside the text: whom a picture shows, where the text has named them already.

A heading names somebody before the text does, or is one of several, under which a paragraph begins with the name; who
speaks, in an interview or a play, is named again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.reading.byline_people import CAPITALISED, has_given_name
from docs_store.reading.lines import Line, is_sentence
from docs_store.reading.page import Page

_PARAGRAPH: Final = 60
_HEADING: Final = 80
"""Widths: from which a sentence is a paragraph, and up to which a line without a full stop is a heading."""
_NEAR: Final = 200
"""Lines over a name, and under it, in which the text may have named them."""
_OPENING: Final = 40
"""Code points with which a paragraph begins."""
_NAME = re.compile(rf"{CAPITALISED}(?: (?:[A-Z]\.|de|da|del|della|di|van|von|bin|al|{CAPITALISED}))? {CAPITALISED}")


def shows_named(page: Page, at: int) -> bool:
    """Tell whether a line is the name of one whom the text names: over it, or, where a heading follows, anywhere.

    That it stands on no other line is for the caller to see.
    """
    name = page.lines[at].text.rstrip(" .")
    if not (page.first_prose < at < page.last_prose and _is_person(name)):
        return False
    if _is_portrait(page, at) and any(_is_portrait(page, near) for near in _around(page, at)):
        return False
    below = page.lines[at + 1]
    if not (_tells(page.lines[at - 1]) and (_tells(below) or _heads(below))):
        return False
    end = at if _tells(below) else min(page.last_prose + 1, at + _NEAR)
    told = page.lines[max(page.first_prose, at - _NEAR) : end]
    return any(name in line.text for line in told if _tells(line))


def _around(page: Page, at: int) -> Iterator[int]:
    """Yield the lines near another one."""
    near = range(max(page.first_prose, at - _NEAR), min(page.last_prose, at + _NEAR))
    return (other for other in near if other != at)


def _is_portrait(page: Page, at: int) -> bool:
    """Tell whether a line is somebody's name, under which a paragraph begins with their family name."""
    name, below = page.lines[at].text.rstrip(" ."), page.lines[at + 1]
    is_short = page.lines[at].width <= _HEADING and _tells(below)
    return is_short and name.rpartition(" ")[2] in below.text[:_OPENING] and _is_person(name)


def _tells(line: Line) -> bool:
    return line.width >= _PARAGRAPH and is_sentence(line.text) and line.furniture is None


def _heads(line: Line) -> bool:
    is_other = line.furniture or line.byline or line.is_credit or line.is_slug
    return line.width <= _HEADING and not (is_other or is_sentence(line.text) or _is_person(line.text))


def _is_person(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and has_given_name(text)
