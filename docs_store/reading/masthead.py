"""What stands over and under an article where a whole page was scraped: menus, and the titles of other articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docs_store.reading.boilerplate import Furniture
from docs_store.reading.cues import is_told
from docs_store.reading.lines import Line, is_sentence
from docs_store.reading.makers import Strength
from docs_store.reading.site_phrases import FOOTER
from docs_store.reading.topic import told_of, topic

_SHORT: Final = 30
"""Width of an entry in a menu."""
_MENU: Final = 10
"""Entries that make a menu, over a text."""
_NEAR: Final = 40
"""Lines over the text among which the headline is, under a menu."""
_BYLINE: Final = 7
"""Lines under the headline among which the byline is."""
_WINDOW: Final = 0.4
"""Share of a window's title, the page's first line, that its headline has at least."""
_SAID_OVER: Final = 0.2
"""Share of a page's sentences that may stand over its headline; where more do, they are the article."""
_FEWEST_OF_FOOTER: Final = 3
"""Lines that lead to what a site says of itself, which show that its last menu has begun."""
_SHORTEST: Final = 20
_LONGEST: Final = 180
"""Widths of a headline."""
_FEW: Final = 2
"""Lines of the page's own over a headline that says what the text says."""
_MOSTLY: Final = 0.5
"""Share of what stands over it that they are."""
_FAR: Final = 200
"""Lines over the text among which such a headline is."""
_TEXT: Final = 300
"""Lines of the text that are looked at."""
_ENOUGH: Final = 5
"""Words in common with the text from which more say no more: a standfirst has many."""
_USUAL: Final = 120
"""Width of most headlines; a standfirst is often wider."""
_SIGNED: Final = 3.0
_REPEATED: Final = 1.5
"""How much likelier a byline and a repetition make a headline."""
_CLUSTER: Final = 4
"""Lines over the likeliest among which is the headline, when that is its standfirst."""
_ALIKE: Final = 0.6
"""Share of the likeliest's weight that it has."""
_SURE: Final = 30
"""Width of one that is no section's name, over a menu."""
_SHORTEST_REPEATED: Final = 25
_FOOTER: Final = frozenset(FOOTER.replace("\n", "").split("|"))
_STOPPED = re.compile(r"[.…。;,:][\"”’»)\]]*$")


def masthead(lines: Sequence[Line], first_prose: int) -> int:
    """Return where the article begins under the menus of its page, at its headline; 0 where no menu is over it.

    `lines[first_prose]` is the first paragraph. Where the title of the window stands first, the headline is what of it
    stands last over the text; else the last line over it that a byline follows, or that the page repeats.
    """
    begins = _headline(lines, first_prose) if first_prose < len(lines) else 0
    if not begins:
        return 0
    said = [line.width if is_sentence(line.text) and not line.furniture else 0 for line in lines]
    return begins if sum(said[:begins]) <= sum(said) * _SAID_OVER else 0


def footer(lines: Sequence[Line]) -> int:
    """Return where the last menu of a page has begun for sure, under nearly all of its text; else the number of lines.

    What stands over the first line that tells may be the article's last list.
    """
    found = [at for at, line in enumerate(lines) if line.text.strip(" ›»>•·|").casefold() in _FOOTER]
    said = [line.width if is_sentence(line.text) and not line.furniture else 0 for line in lines]
    under = [at for at in found if sum(said[at:]) <= sum(said) * _SAID_OVER]
    return under[0] if len(under) >= _FEWEST_OF_FOOTER else len(lines)


def _headline(lines: Sequence[Line], first_prose: int) -> int:
    """Return where the headline stands under the menus of a page, 0 where no menu is over it."""
    entries = [at for at in range(first_prose) if _is_entry(lines[at])]
    found = [at for at in range(1, first_prose) if _may_head(lines[at])]
    of_window = [at for at in found if _is_of_window(lines, at)]
    if of_window:
        return of_window[-1] if len(entries) >= _MENU else 0
    return _telling(lines, first_prose, found) or _under_menu(lines, first_prose, entries, found)


def _under_menu(lines: Sequence[Line], first_prose: int, entries: Sequence[int], found: Sequence[int]) -> int:
    """Return where a headline stands under a menu, told by what is under it; 0 where none does."""
    if len(entries) < _MENU:
        return 0
    menu = entries[_MENU - 1]
    top = (at for at in (0, *found) if at < min(menu, _NEAR) and lines[at].width >= _SURE)
    if any(_is_likely(lines, at, first_prose) for at in top):
        return 0
    found = [at for at in found if at >= max(menu, first_prose - _NEAR)]
    signed = [at for at in found if _is_signed(lines, at, first_prose)]
    repeated = [at for at in signed or found if _is_repeated(lines, at)]
    best = (repeated or signed or [0])[-1]
    # A standfirst without a full stop stands right under the headline.
    return best - 1 if best - 1 in found and not repeated else best


def _telling(lines: Sequence[Line], first_prose: int, found: Sequence[int]) -> int:
    """Return where a headline stands that says what the text says, under lines that do not; 0 where none does."""
    text = (line.text for line in lines[first_prose:][:_TEXT] if is_sentence(line.text) and not line.furniture)
    about = topic(text)
    weights = {at: _weight(lines, at, first_prose, about) for at in found if at >= first_prose - _FAR}
    if not any(weights.values()) or (not lines[0].furniture and told_of(lines[0].text, about).tells):
        return 0
    best = max(weights, key=lambda at: (weights[at], at))
    first = next(at for at in weights if at >= best - _CLUSTER and weights[at] >= weights[best] * _ALIKE)
    if weights.get(first + 2) and _is_entry(lines[first + 1]) and lines[first + 2].width <= lines[first].width:
        first += 2  # that was the path through the site, over the kicker; a standfirst is longer than its headline
    over = sum(bool(line.furniture) or (_is_entry(line) and not _has_figures(line)) for line in lines[:first])
    return first if over >= max(_FEW, first * _MOSTLY) else 0


def _weight(lines: Sequence[Line], at: int, first_prose: int, about: frozenset[str]) -> float:
    """Return how likely a line is the headline, by what it says and what stands around it; 0 where it says nothing."""
    told = told_of(lines[at].text, about)
    if not told.tells or any(line.furniture == (Furniture.RELATED, "") for line in lines[max(0, at - 2) : at]):
        return 0
    weight = min(told.words, _ENOUGH) * told.share
    if _is_signed(lines, at, first_prose):
        weight *= _SIGNED
    if _is_repeated(lines, at):
        weight *= _REPEATED
    return weight if lines[at].width <= _USUAL else weight / 2


def _is_entry(line: Line) -> bool:
    return line.width <= _SHORT and not (_STOPPED.search(line.text) or _signs(line) or line.furniture)


def _has_figures(line: Line) -> bool:
    """Tell whether a line is a row of a table, or says when: neither stands in a menu."""
    return any(map(str.isdigit, line.text))


def _signs(line: Line) -> bool:
    return line.byline is not None or line.announces_author


def _may_head(line: Line) -> bool:
    is_title = _SHORTEST <= line.width <= _LONGEST and not _STOPPED.search(line.text)
    is_other = (
        line.furniture or _signs(line) or line.is_slug or line.credited.strength >= Strength.FAIR or is_told(line)
    )
    return is_title and not is_other


def _is_likely(lines: Sequence[Line], at: int, end: int) -> bool:
    return _may_head(lines[at]) and (_is_signed(lines, at, end) or _is_repeated(lines, at))


def _is_signed(lines: Sequence[Line], at: int, end: int) -> bool:
    return any(map(_signs, lines[at + 1 : min(at + _BYLINE, end)]))


def _is_of_window(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is most of the page's first, the window's title: "The Headline | The Paper"."""
    window, text = lines[0].text, lines[at].text
    return len(window) <= 2 * _LONGEST and text in window and len(text) >= len(window) * _WINDOW


def _is_repeated(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands on the page before, as its title, or within another: over the buttons to share it."""
    text = lines[at].text
    return len(text) >= _SHORTEST_REPEATED and any(
        text in line.text and (text != line.text or other < at) and line.width <= 2 * _LONGEST and not line.is_prose
        for other, line in enumerate(lines)
        if other != at
    )
