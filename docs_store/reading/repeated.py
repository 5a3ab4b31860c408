"""Taking a site's own lines, known because many of its pages have them, out of one page.

That many texts have a line is not enough: reports of the police say "No arrests were made.", recipes have "Salt", an
interview its questions. A site's lines stand over the headline or after the text, where several of them stand together
or where the page's own words are known; and a sentence among paragraphs is always the article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import Final

from docs_store.reading.boilerplate import Furniture
from docs_store.reading.lines import Line, is_sentence

_COPIED: Final = 0.5
"""Share of a page's text from which other files are copies of it, and no line of it is the site's."""
_PARAGRAPH: Final = 80
"""Code points of a line that no two articles end in by chance."""
_FEWEST: Final = 2
"""Lines of a site that stand together."""
_NAMED: Final = 3
_LONGEST_NAMED: Final = 40
"""Lines that are told of those left out, and their code points."""


def mark_repeated(lines: Sequence[Line], repeated: Set[str]) -> Sequence[Line]:
    """Return the lines of a page, those in `repeated` that are surely the page's own marked as that."""
    same = [line for line in lines if line.text in repeated]
    if not same or sum(len(line.text) for line in same) > _COPIED * sum(len(line.text) for line in lines):
        return lines
    found = frozenset(at for at, line in enumerate(lines) if line.text in repeated and not _tells(line))
    own = set(chain(_over_headline(lines, found), _after_text(lines, found), _among_leftovers(lines, found)))
    return [replace(line, furniture=(Furniture.REPEATED, "")) if at in own else line for at, line in enumerate(lines)]


def told(lines: Sequence[Line]) -> str:
    """Return what to say of the lines that were left out because many texts have them, "" where there are none."""
    texts = [line.text for line in lines if line.furniture == (Furniture.REPEATED, "")]
    if not texts:
        return ""
    named = ", ".join(
        f'"{text}"' if len(text) <= _LONGEST_NAMED else f'"{text[: _LONGEST_NAMED - 1].rstrip()}…"'
        for text in texts[:_NAMED]
    )
    more = f" and {len(texts) - _NAMED} more" if len(texts) > _NAMED else ""
    return f"left out, as many texts of its folder have them: {named}{more}"


def _over_headline(lines: Sequence[Line], found: Set[int]) -> Iterator[int]:
    """Yield the site's lines over the headline; one alone may be a section's name, and is told apart later."""
    others = (at for at, line in enumerate(lines) if at not in found and not line.furniture and not _is_made(line))
    own = next(others, len(lines))
    over = sum(at in found or bool(lines[at].furniture) for at in range(own))
    if own < len(lines) and over >= _FEWEST and not is_sentence(lines[own].text):
        yield from (at for at in found if at < own)


def _after_text(lines: Sequence[Line], found: Set[int]) -> Iterator[int]:
    """Yield the site's lines after the text: from where the page speaks for sure, or several to the very end."""
    others = [at for at, line in enumerate(lines) if at not in found and not line.furniture and not _is_made(line)]
    said = max((at for at in others if is_sentence(lines[at].text)), default=len(lines))
    known = next((at for at in range(said + 1, len(lines)) if lines[at].furniture), len(lines))
    yield from (at for at in found if at > known)
    last = [at for at in found if max(others, default=len(lines)) < at < known]
    is_long = any(len(lines[at].text) >= _PARAGRAPH for at in last)
    if len(last) >= _FEWEST and is_long and not all(is_sentence(lines[at].text) for at in last):
        yield from last


def _among_leftovers(lines: Sequence[Line], found: Set[int]) -> Iterator[int]:
    """Yield the site's lines between two that are known to be the page's, wherever these stand."""
    for at in found:
        is_inside = 0 < at < len(lines) - 1 and bool(lines[at - 1].furniture and lines[at + 1].furniture)
        if is_inside and not is_sentence(lines[at].text):
            yield at


def _is_made(line: Line) -> bool:
    return bool(line.byline or line.announces_author)


def _tells(line: Line) -> bool:
    """Tell whether a line says something of the article or of a picture, whoever else says it: a byline, a credit."""
    return bool(line.furniture or line.byline or line.announces_author or line.credited.strength)
