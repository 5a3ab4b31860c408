"""Which lines are captions because their credit stands on a line of its own, over or under them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from docs_store.reading.boilerplate import pleads
from docs_store.reading.byline_dates import is_date_alone
from docs_store.reading.byline_people import has_given_name
from docs_store.reading.credited import Credited
from docs_store.reading.cues import ends_in_day, is_of_pictures, is_told
from docs_store.reading.line import is_several, is_window_title
from docs_store.reading.lines import Line, is_sentence
from docs_store.reading.makers import Strength
from docs_store.reading.names import is_names
from docs_store.reading.page import Page
from docs_store.reading.press_words import AGENCY, CAPTION_LABEL
from docs_store.reading.story import list_item
from docs_store.reading.told_lines import tells

_SHORTEST: Final = 12
_LONGEST: Final = 400
"""Widths of a caption whose credit stands on another line."""
_PARAGRAPH: Final = 120
"""Width from which a sentence inside the text is a paragraph."""
_FEWEST_ABOVE: Final = 3
_NEAR_BYLINE: Final = 3
_RARE: Final = 3
"""Captions over their credits, and how many of them to one under its own, from which a page has none under theirs."""
_FEWEST_HEADINGS: Final = 3
_FEWEST_BARE: Final = 2
"""Credits between paragraphs, with no caption to either, from which a page has credits and no captions."""
_TITLE_CASE = re.compile(r"[A-Z][\w’'/-]*(?:,? (?:[A-Z][\w’'/-]*|a|an|the|and|or|of|for|in|on|to|with|at|by|vs\.?))+")
_CRUMBS = re.compile(r"(?:^|\w )(?:[/>›»|] ?[^/>›»|]{2,40}){2}$|^\W*(?i:home|start(?:seite)?|inicio|accueil) ?[/>›»|]")
"""Where a page stands on its site: "Home / Fit & Well / Food"."""
_SINCE = re.compile(r"(?:(?:19|20)\d\d(?: ?[–-] ?)?)+(?: (?P<house>\S.*))?")
"""Since when a page is somebody's, who may stand on the next line: "© 2016", "© 2019 Osk Press"."""
_BY_AGENCY = re.compile(rf"(?:{AGENCY})\s?/\s?\S|\S\s?/\s?(?:{AGENCY})$")
_QUOTED = re.compile(r"[”“»\"]$")
_NO_CAPTION = re.compile(r"[a-zß-ÿа-яё]\S* \S|(?i:you(?:r| have| can| may| must)\b)|.*(?:\s@\w{3,}|[?？:：—–]\W*$)")
"""What begins in small letters, speaks to visitors, names an account, asks, or announces what follows."""


def find_pairs(page: Page, is_other: Callable[[int], bool]) -> dict[int, int | None]:
    """Return the captions whose credit stands on the line after or before them, each with that line.

    `is_other` tells of a line's index whether the line is known to be something else.
    """
    return _Pairs(page, is_other).found()


@dataclass(frozen=True)
class _Pairs:
    page: Page
    is_other: Callable[[int], bool]

    def found(self) -> dict[int, int | None]:
        """Return the pairs; where both neighbours could be the caption, the page's other credits decide."""
        lines = self.page.lines
        sides: list[tuple[int, bool, bool]] = []
        for at, line in enumerate(lines):
            is_sure = line.is_credit and not list_item(line.text) and not is_of_house(line.credited)
            if is_sure and at <= self.page.last_prose and not self._is_of_all(at):
                above, below = self._may_pair(at - 1, line), self._may_pair(at + 1, line)
                sides.append((at, above, below and not (self._runs_on(at + 1) or self._heads(at + 1))))
        if self._are_bare(sides):
            sides = [
                (at, above and self._may_stay(at - 1), below and self._may_stay(at + 1)) for at, above, below in sides
            ]
        before = sum(above and not below for _, above, below in sides)
        after = sum(below and not above for _, above, below in sides)
        before += sum(line.credited.strength is Strength.STRONG and bool(line.credited.caption) for line in lines)
        is_below = before < _FEWEST_ABOVE or after * _RARE >= before
        found: dict[int, int | None] = {}
        for at, _, _ in sides:  # "Image source, Ana Lima" over "Image caption, The ferry at its pier"
            if at + 1 < len(lines) and CAPTION_LABEL.match(lines[at + 1].text):
                found[at + 1] = at
        sides = [side for side in sides if side[0] + 1 not in found]
        for at, _, below in sides:  # between a credit and the same credit again
            if below and at + 2 < len(lines) and lines[at + 2].credited == lines[at].credited:
                found[at + 1] = at
        for at, above, below in sides:
            if at + 1 in found or at - 1 in found:
                continue
            if above and (not below or before >= after or self._is_over_heading(at)):
                found[at - 1] = at
            elif below and (is_below or CAPTION_LABEL.match(lines[at + 1].text)):
                found[at + 1] = at
        return found

    def _are_bare(self, sides: list[tuple[int, bool, bool]]) -> bool:
        """Tell whether credits stand right between the text's paragraphs, as many as half of those that may not."""
        inside = [side for side in sides if side[0] > self.page.first_prose]
        bare = sum(not (above or below) and self._ends_paragraph(at - 1) for at, above, below in inside)
        return bare >= _FEWEST_BARE and bare * 2 >= sum(above or below for _, above, below in inside)

    def _ends_paragraph(self, at: int) -> bool:
        line = self.page.lines[at]
        return line.width >= _PARAGRAPH and is_sentence(line.text) and not is_told(line)

    def _may_stay(self, at: int) -> bool:
        """Tell whether a line is a caption where credits stand alone inside the text: over it, or told by its words."""
        return at < self.page.first_prose or is_told(self.page.lines[at])

    def _is_of_all(self, at: int) -> bool:
        """Tell whether a credit beside byline or headline is of all the page's pictures: "Photographs by Ana Lima"."""
        lines = self.page.lines
        beside = any(lines[near].byline or near == 0 for near in (at - 1, at + 1) if 0 <= near < len(lines))
        return beside and is_of_pictures(lines[at].text)

    @cached_property
    def _title_cased(self) -> frozenset[int]:
        """Lines written as English headings are, each over a credit: of a list of things, and not of what is shown."""
        lines = self.page.lines
        over = (at for at, below in enumerate(lines[1:]) if below.is_credit and _TITLE_CASE.fullmatch(lines[at].text))
        found = frozenset(at for at in over if not has_given_name(lines[at].text))
        return found if len(found) >= _FEWEST_HEADINGS else frozenset()

    def _is_over_heading(self, at: int) -> bool:
        """Tell whether a sentence stands over a credit with a label, and under it what is none: the text's heading."""
        above, credit, below = self.page.lines[at - 1 : at + 2]
        is_labelled = credit.text.strip("()[] ") != credit.credited.credit
        return is_labelled and is_sentence(above.text) and not is_sentence(below.text)

    def _shows_person(self, at: int) -> bool:
        """Tell whether a name under headline and byline stands over an agency with its maker: "REUTERS/Ana Lima"."""
        title, credit = self.page.front.title, self.page.lines[at + 1 : at + 2]
        is_under = title is not None and title < at and any(line.byline for line in self.page.lines[title:at])
        return is_under and any(_BY_AGENCY.search(line.text) and line.is_credit for line in credit)

    def _is_under_standfirst(self, at: int, credit: Line) -> bool:
        """Tell whether a sentence stands over a sure credit between standfirst and text: it tells of a picture."""
        standfirst = self.page.front.standfirst
        is_between = standfirst is not None and standfirst < at < self.page.first_prose
        is_one = not is_several(self.page.lines[at].text)
        return is_between and is_one and credit.credited.strength is Strength.STRONG

    def _is_under_byline(self, at: int, credit: Line) -> bool:
        """Tell whether a line stands between the day or the author and a sure credit, over the text."""
        over = self.page.lines[max(0, at - _NEAR_BYLINE) : at]
        is_between = any(line.byline for line in over) and at < self.page.first_prose
        is_sure = credit.credited.strength is Strength.STRONG and self.page.lines[at + 1 : at + 2] == [credit]
        return is_between and is_sure and at != self.page.front.standfirst

    def _is_of_text(self, at: int) -> bool:
        """Tell whether a line inside the text is one of its paragraphs, or a heading in title case."""
        line = self.page.lines[at]
        is_heading = bool(_TITLE_CASE.fullmatch(line.text)) and not has_given_name(line.text)
        return (
            at > self.page.first_prose
            and (is_heading or (line.width >= _PARAGRAPH and self._runs_on(at)))
            and not is_told(line)
        )

    def _runs_on(self, at: int) -> bool:
        """Tell whether a line is a sentence as long as the page's paragraphs are: the text, under a picture."""
        return is_sentence(self.page.lines[at].text) and self.page.is_common(at)

    def _heads(self, at: int) -> bool:
        """Tell whether a line without a full stop stands inside the text, right over a paragraph, as headings do."""
        line, below = self.page.lines[at], self.page.lines[at + 1 : at + 2]
        is_over = at > self.page.first_prose and bool(below and below[0].is_prose)
        return is_over and not (is_sentence(line.text) or is_told(line))

    def _may_pair(self, at: int, credit: Line) -> bool:
        """Tell whether a line may be the caption that the credit beside it belongs to."""
        if not 0 <= at < len(self.page.lines) or self.is_other(at) or self.page.lines[at].is_prose:
            return False
        line = self.page.lines[at]
        if not _SHORTEST <= line.width < _LONGEST or line.credited.strength is Strength.STRONG:
            return False
        if at == 0 and is_window_title(line.text):
            return False
        if _CRUMBS.search(line.text) or _NO_CAPTION.match(line.text) or pleads(line.text):
            return False
        if credit.credited.strength < Strength.STRONG and self._is_of_text(at):
            return False
        if is_date_alone(line.text) or at in self._title_cased or list_item(line.text):
            return False
        if credit.credited.strength < Strength.STRONG and _QUOTED.search(line.text):  # who said it
            return False
        is_shown = is_told(line) or ends_in_day(line, after_comma=False) or self._is_under_standfirst(at, credit)
        is_shown = is_shown or self._is_under_byline(at, credit)
        if is_told_of(line.text) and not is_shown:
            return False
        if " " not in line.text and line.text.islower():  # "ap/kam/bfi", with which an agency's desks sign
            return False
        is_name = is_names(line.text) and not line.text.endswith("。")
        # A writer's, a magazine's: "Photographs by" follows.
        return not (at < self.page.first_prose and is_name) or self._shows_person(at)


def is_told_of(text: str) -> bool:
    """Tell whether a line tells a story, in several sentences or of what was, a credit beside it or not."""
    return is_sentence(text) and (is_several(text) or tells(text))


def is_of_house(credited: Credited) -> bool:
    """Tell whether a credit says since when a page is whose, and no person's, behind a few words of it or none."""
    since = _SINCE.fullmatch(credited.credit)
    return since is not None and not (is_sentence(credited.caption) or has_given_name(since["house"] or ""))
