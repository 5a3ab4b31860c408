"""What stands over an article: kicker, headline and standfirst, told by their order and by having no full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docs_store.reading.cues import is_told
from docs_store.reading.lines import Line
from docs_store.reading.makers import Strength

_DEEPEST: Final = 25
"""Lines from the top in which a headline is looked for; share buttons may come before it."""
_NEAR_TITLE: Final = 8
"""Lines after the headline in which the standfirst is looked for."""
_LONGEST_TITLE: Final = 180
_SHORTEST_REPEATED: Final = 25
_LONGEST_KICKER: Final = 40
_MOST_KICKER_WORDS: Final = 3
_SHORTEST_STANDFIRST: Final = 50
_LONGEST_STANDFIRST: Final = 500

_FULL_STOP = re.compile(r"[.…。;,:][\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Front:
    """Indices of lines; None where there is no such line."""

    kicker: int | None = None
    title: int | None = None
    standfirst: int | None = None
    repeated: int | None = None
    """The headline once more, with words of the page's own."""

    def __contains__(self, at: int) -> bool:
        return at in (self.kicker, self.title, self.standfirst, self.repeated)


def read_front(lines: Sequence[Line], first_prose: int) -> Front:
    """Return what stands over the text, whose first paragraph is `lines[first_prose]`."""
    top = min(first_prose, _DEEPEST, len(lines))
    own = [at for at in range(top) if _may_lead(lines[at]) and not _is_credited(lines, at)]
    if not own:
        return _without_title(lines, first_prose)
    if not _is_title(lines[own[0]]):
        return _without_title(lines, first_prose)
    title, kicker, repeated = own[0], None, None
    again = next((at for at in own[1:] if _is_within(lines[title], lines[at])), None)
    if again is not None:  # "Home News The Headline", "Share this story: The Headline", "The Headline | The Paper"
        title, repeated = again, title
    elif len(own) > 1 and _is_kicker(lines, title, own[1]):
        kicker, title = title, own[1]
    if top == len(lines) or title == top:
        return Front(kicker, title, None, repeated)
    return Front(kicker, title, _standfirst(lines, title), repeated)


def _is_within(line: Line, headline: Line) -> bool:
    """Tell whether `line` is the headline with words before it or after it."""
    is_longer = _SHORTEST_REPEATED <= len(headline.text) < len(line.text)
    return is_longer and (line.text.endswith(headline.text) or line.text.startswith(headline.text))


def _is_kicker(lines: Sequence[Line], at: int, after: int) -> bool:
    """Tell whether a line is a section's name or the like over the headline, and not the headline itself."""
    line, title = lines[at], lines[after]
    if line.width > _LONGEST_KICKER or len(line.text.split()) > _MOST_KICKER_WORDS or not _is_title(title):
        return False
    if after == at + 1 and title.width > _LONGEST_KICKER:
        return True
    is_word = line.text.isupper() or " " not in line.text
    return is_word and after <= at + 2 and title.width >= 2 * line.width


def _standfirst(lines: Sequence[Line], title: int) -> int | None:
    """Return the next line of some length after the headline, where something parts it from the text.

    After a byline it might as well be a caption, unless a sure caption follows it.
    """
    made = False
    for at in range(title + 1, min(title + _NEAR_TITLE, len(lines) - 1)):
        line, after = lines[at], lines[at + 1]
        if line.furniture or line.byline or line.announces_author:
            made = made or line.furniture is None
            continue
        is_picture = line.credited.strength >= Strength.FAIR or line.is_slug or is_told(line)
        if is_picture or line.width < _SHORTEST_STANDFIRST:
            return None
        is_parted = after.credited.strength is Strength.STRONG if made else not after.is_prose
        return at if is_parted and line.width <= _LONGEST_STANDFIRST else None
    return None


def _without_title(lines: Sequence[Line], first_prose: int) -> Front:
    """Take the first sentence of a page for its standfirst where a picture stands between it and the text."""
    if (
        not lines
        or len(lines) < 3
        or lines[0].furniture
        or lines[0].byline
        or lines[0].credited.strength >= Strength.FAIR
    ):
        return Front()
    after = lines[1]
    is_parted = after.is_slug or (after.credited.strength is Strength.STRONG and not after.is_credit)
    if is_parted and _SHORTEST_STANDFIRST <= lines[0].width <= _LONGEST_STANDFIRST and first_prose > 0:
        return Front(standfirst=0)
    return Front()


def _may_lead(line: Line) -> bool:
    return not (
        line.furniture
        or line.byline
        or line.announces_author
        or line.is_slug
        or line.credited.strength >= Strength.FAIR
        or is_told(line)
    )


def _is_credited(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a credit stands on the line before or after: then a line is a caption."""
    return any(lines[near].is_credit for near in (at - 1, at + 1) if 0 <= near < len(lines))


def _is_title(line: Line) -> bool:
    return line.width <= _LONGEST_TITLE and not _FULL_STOP.search(line.text)
