"""Taking a site's own lines, known because many of its pages have them, out of one page."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from docs_store.reading.boilerplate import Furniture
from docs_store.reading.lines import Line, is_sentence

_COPIED: Final = 0.5
"""Share of a page's text from which other files are copies of it, and no line of it is the site's."""
_HEADING: Final = 60
"""Code points of a line that may be a heading between paragraphs ("Background"), however many articles have it."""
_PARAGRAPH: Final = 80
"""Code points of a sentence that is the article's own."""


def mark_repeated(lines: Sequence[Line], repeated: Set[str]) -> Sequence[Line]:
    """Return the lines of a page, those in `repeated` that say nothing of an article as the page's own."""
    found = [at for at, line in enumerate(lines) if line.text in repeated]
    if not found or sum(len(lines[at].text) for at in found) > _COPIED * sum(len(line.text) for line in lines):
        return lines
    paragraphs = [at for at, line in enumerate(lines) if _is_paragraph(line) and line.text not in repeated]
    marked = list(lines)
    for at in found:
        is_kicker = at == 0 and 1 not in found
        is_heading = len(lines[at].text) <= _HEADING and bool(paragraphs) and paragraphs[0] < at < paragraphs[-1]
        if not (is_kicker or is_heading or _tells(lines[at])):
            marked[at] = replace(lines[at], furniture=(Furniture.REPEATED, ""))
    return marked


def _is_paragraph(line: Line) -> bool:
    return len(line.text) >= _PARAGRAPH and is_sentence(line.text)


def _tells(line: Line) -> bool:
    """Tell whether a line says something of the article or of a picture, whoever else says it: a byline, a credit."""
    return bool(line.furniture or line.byline or line.announces_author or line.credited.strength)
