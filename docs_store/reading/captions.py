"""Which lines of a page are captions.

They carry a credit, or have one on the next line, or follow a picture's file name, or say what they are in words of
their own (`cues.py`). Where the page has shown a style of its own, weaker signs in that style are enough.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from docs_store.entities.gazetteer import load
from docs_store.reading.byline_dates import is_date_alone
from docs_store.reading.byline_people import has_given_name
from docs_store.reading.caption_pairs import find_pairs, is_of_house
from docs_store.reading.credited import Credited
from docs_store.reading.cues import (
    LABELLED,
    ends_in_day,
    is_single_sentence,
    is_told,
    kicker,
    lists_people,
)
from docs_store.reading.dates import date_in_text
from docs_store.reading.lines import PROSE, Line, is_sentence
from docs_store.reading.makers import Strength, is_caseless_name
from docs_store.reading.named_lines import shows_named
from docs_store.reading.names import AGENCY_NAME
from docs_store.reading.page import Page
from docs_store.reading.press_words import PICTURE_NOTE
from docs_store.reading.story import list_item

_LONGEST: Final = 700
"""Width of a caption with a credit."""
_LONGEST_BARE: Final = 400
"""Width of a caption without one."""
_LONGEST_FAIR: Final = 320
"""Width of a caption whose credit running text could end in, too."""
_SHORTEST_REPEATED: Final = 15
"""Width from which a line that is a caption elsewhere, or stands under a file's name, is one here."""

_SHORTEST_OVER_TEXT: Final = 28
"""Width of a caption with nothing that tells it but its place."""
_NEAR_BYLINE: Final = 6
"""Lines over such a caption among which is the byline: buttons may stand between them."""
_BARE_OVER_TEXT = re.compile(
    r"(?i)(?!.*\b(?:artikel|article|story|artículo|articolo|artigo|beitrag|podcast|newsletter|video|audio|app|read|watch|"
    r"listen|share|updated?|follow|author|page|twitter|facebook|comments?|kommentare?)\b)"
    r"[^\W\d_][^\"“”„«»‘|?:：!]*[^\W_]$"
)
"""No question, no quotation, nothing that a colon announces, nothing of the page."""
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|vs|Lt|Col|Gen|Sgt|Capt|Maj|Cpl|Adm|Sen|Sens|Rep|Reps|Gov|Dr|Drs|Mr|Mrs|Ms|Messrs|Prof|Rev|Hon|St|Mme|Sr|Sra|Dra)\.$"
)
"""Initials and titles before a name, which end no sentence."""
_FIELD = re.compile(r"\[\]|\[[^\[\]]{0,60}[ _]\]|_{5}|[━─═]{3}")
"""Where visitors write or tick, and a rule, as browsers in the terminal write them."""
_SAYS_NOTHING = re.compile(rf"^[^\s:]+:$|^\W*{PICTURE_NOTE.pattern.removeprefix('(?i)')}\W*$", re.IGNORECASE)
"""What stands before a credit and shows nothing: "Foto(s): © …", "Left Image: …"."""
_HEADING = re.compile(r"#{1,6} ")
"""A heading, as programs that write Markdown have it."""
_OF_HOUSE = re.compile(r"(?:(?:19|20)\d\d(?: ?[–-] ?)?)+ \S.*|\S.* (?:19|20)\d\d")
"""Whose a page is, and since when, after its text: "© 2019 Osk Press", "© Osk Press 2019"."""
_TWICE: Final = 2
_AGAIN: Final = (2, 3)
"""Times that a caption stands on its page: under its picture, over it, and for those who cannot see it."""
_BESIDE: Final = 8
"""Lines over and under one that stands twice, among which are paragraphs; several pictures may stand in a row."""
_INSIDE = re.compile(r"(?<=[a-zß-ÿ,] )\w*")
"""How a word begins that stands inside a sentence."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DATELINE: Final = 120
"""Code points at the beginning of a line in which its dateline is looked for."""
_TRANSLATED = re.compile(
    r"(?i)(?:translat(?:ed|ion)(?: from [\w ]{3,30})? by|(?:(?:übersetzt )?aus dem \w+|übersetzung) von|"
    r"traduit d(?:e l['’]|u )\w+ par|traducción d(?:e|el \w+ por)|tradu(?:zione|ção) (?:di|d[eo]|dall['’]\w+ di)|"
    r"vertaald door|перевод с \w+)\b"
)
"""Who translated an article; whose rights it is may follow."""


def find_captions(page: Page) -> Mapping[int, int | None]:
    """Return the lines that are captions, each with the line of its credit where that is another."""
    return _Finder(page).found()


@dataclass(frozen=True)
class _Finder:
    page: Page

    def found(self) -> dict[int, int | None]:
        found = find_pairs(self.page, self._is_other)
        for at in range(len(self.page.lines)):
            if at not in found and not self._is_other(at) and self._is_sure(at):
                found[at] = None
        found.update(dict.fromkeys(self._in_rows(found)))
        return found

    def _in_rows(self, found: Mapping[int, int | None]) -> list[int]:
        """Return the sentences that stand between two captions, with a third one beside these: a gallery's."""
        inside = range(_TWICE, len(self.page.lines) - _TWICE)
        between = (at for at in inside if at not in found and found.keys() >= {at - 1, at + 1})
        rows = (at for at in between if found.keys() & {at - _TWICE, at + _TWICE} and at not in found.values())
        lines = self.page.lines
        return [at for at in rows if lines[at].width < PROSE and is_sentence(lines[at].text) and not self._is_other(at)]

    def _is_other(self, at: int) -> bool:
        """Tell whether a line is known to be something else."""
        line = self.page.lines[at]
        if line.furniture or line.byline or line.announces_author or line.is_credit or line.is_slug:
            return True
        if _TRANSLATED.match(line.text) or _has_field(line.text):
            return True
        if _HEADING.match(line.text) and not is_sentence(line.text):
            return True
        if (said := list_item(line.text)) and not (_LETTERS.search(said) and _LETTERS.search(line.credited.caption)):
            return True
        if at in self.page.front or at in self.page.related or at >= min(self.page.site_ends, self.page.comments_begin):
            return True
        return line.width > _LONGEST or self.page.repeats(at)

    def _is_sure(self, at: int) -> bool:
        """Tell whether a line is a caption."""
        page, line = self.page, self.page.lines[at]
        credited = line.credited
        if credited.strength >= Strength.FAIR and (self._signs_off(at) or _SAYS_NOTHING.search(credited.caption)):
            return False
        if at > page.last_prose:
            if _OF_HOUSE.fullmatch(credited.credit):
                return False
            is_last = line.width >= PROSE and is_sentence(credited.caption)  # an agency signs the text
            return at < page.ends and ((credited.strength is Strength.STRONG and not is_last) or is_told(line))
        if credited.strength is Strength.STRONG:
            # A day and the source of a text, "20 August 2015, 11:16 Source: Agency", or "Home © 2019 Osk Press".
            return not (is_date_alone(credited.caption) or is_of_house(credited))
        if line.width > _LONGEST_BARE:
            return False
        if at and page.lines[at - 1].is_slug and line.width > _SHORTEST_REPEATED:
            return True
        if credited.strength is Strength.FAIR and line.width < _LONGEST_FAIR and at < page.last_prose:
            return True
        if at < page.first_prose and lists_people(line.text):
            return True
        if is_told(line) or ends_in_day(line, after_comma=not self._is_over_text(at)):
            return True
        if self._kickers[kicker(line)] == 1 and is_single_sentence(line):
            return True
        if credited.strength and self._is_house_style(credited) and line.width < _LONGEST_FAIR:
            return True
        if self._is_alone_over_text(at) or self._is_signed_over_text(at):
            return True
        if self._stands_twice(at) or (self._times[_said(line)] == 1 and shows_named(page, at)):
            return True
        bare = line.text.rstrip(" .")
        return len(bare) > _SHORTEST_REPEATED and (bare in self._credited or line.text in self._house_captions)

    def _is_alone_over_text(self, at: int) -> bool:
        """Tell whether a line without a full stop stands alone between byline and text, as bare captions do."""
        lines = self.page.lines
        if not 0 < at == self.page.first_prose - 1 or not _BARE_OVER_TEXT.match(lines[at].text):
            return False
        if any(line.is_prose for line in lines[:at]):  # a heading, the lead above it
            return False
        above = lines[at - 1]
        is_under_byline = any(line.byline for line in lines[max(0, at - _NEAR_BYLINE) : at])
        return bool(above.furniture or above.byline) and is_under_byline and lines[at].width >= _SHORTEST_OVER_TEXT

    def _is_signed_over_text(self, at: int) -> bool:
        """Tell whether a sentence between byline and text ends in a name: "… its star. Ana Lima, Osk University"."""
        credited = self.page.lines[at].credited
        is_named = " " in credited.credit and credited.strength is Strength.WEAK and has_given_name(credited.credit)
        is_said = is_sentence(credited.caption) and not _ABBREVIATED.search(credited.caption)  # "… from Col. Ana Lima"
        return is_named and is_said and at < self.page.first_prose and any(line.byline for line in self.page.lines[:at])

    def _stands_twice(self, at: int) -> bool:
        """Tell whether a sentence stands twice, right under itself, inside the text: under a picture and over it."""
        lines, page = self.page.lines, self.page
        said = _said(lines[at])
        if not page.first_prose < at < page.last_prose or said not in map(_said, (lines[at - 1], lines[at + 1])):
            return False
        near = lines[max(0, at - _TWICE) : at + _TWICE + 1]
        is_said = any(_said(line) == said and is_sentence(line.text) for line in near)
        is_said = is_said and sum(line.text == lines[at].text for line in near) <= _TWICE  # more often a refrain
        is_again = is_said and lines[at].width < PROSE and self._times[said] in _AGAIN
        over, under = lines[max(0, at - _BESIDE) : at], lines[at + 1 : at + 1 + _BESIDE]
        return is_again and any(line.is_prose for line in over) and any(line.is_prose for line in under)

    def _signs_off(self, at: int) -> bool:
        """Tell whether an agency signs a text of its own: "… on Monday. EFE" under "OSK, May 3 (EFE).-"."""
        if date_in_text(self.page.lines[at].text):  # the day of a picture
            return False
        credit = self.page.lines[at].credited.credit
        signed = re.compile(rf"(?i)\({re.escape(credit)}\)\s?[:.–—-]")
        bare = re.search(rf"[.!?…\"”’»]\s\(?{re.escape(credit)}\)?\.?$", self.page.lines[at].text)  # not "(Photo/ANI)"
        is_agency = bool(bare and AGENCY_NAME.fullmatch(credit))
        return is_agency and any(signed.search(line.text[:_DATELINE]) for line in self.page.lines)

    def _is_over_text(self, at: int) -> bool:
        """Tell whether a line stands between byline and text, where the picture is."""
        return 0 < at < self.page.first_prose < self.page.last_prose and bool(
            self.page.lines[at - 1].byline and self.page.lines[at + 1].is_prose
        )

    def _is_house_style(self, credited: Credited) -> bool:
        """Tell whether the page credits its pictures so: to this maker, or, where no label is ever used, as weakly."""
        return credited.credit in self._house_credits or bool(
            self._house_credits and not self.page.credits_its_pictures and is_sentence(credited.caption)
        )

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(map(_said, self.page.lines))

    @cached_property
    def _kickers(self) -> Counter[str]:
        """How often each kicker stands on the page: a speaker's name, in an interview, more than once."""
        found = Counter(map(kicker, self.page.lines))
        del found[""]
        return found

    @cached_property
    def _house_credits(self) -> Mapping[str, frozenset[str]]:
        """The credits that stand behind several different lines, with those lines: however weak, no chance."""
        captions: dict[str, set[str]] = {}
        for line in self.page.lines:
            credit, caption = line.credited.credit, line.credited.caption
            if not (line.credited.strength and caption) or line.width >= _LONGEST_BARE:
                continue
            is_said = is_sentence(caption) and not _ABBREVIATED.search(caption.rstrip(")"))
            # Neither "$20 at Osk (Small)" nor "Lima (Ft. Vera)" names a maker.
            if (is_said and self._names(credit)) or has_given_name(credit) or is_caseless_name(credit):
                captions.setdefault(credit, set()).add(caption)
        return {credit: frozenset(found) for credit, found in captions.items() if len(found) > 1}

    def _names(self, credit: str) -> bool:
        """Tell whether a credit is a name: several words, an agency, or one that has its capital inside sentences too.

        Where pages are cut at their links, "Auch" and "The" stand at the ends of lines, and whom a story is about.
        """
        if " " in credit or AGENCY_NAME.search(credit):
            return True
        if load().is_word(credit.lower()):
            return False
        inside = re.compile(rf"[a-zß-ÿ,] {re.escape(credit)}(?!\w)")
        named = sum(inside.search(text) is not None for text in self._inside[re.split(r"\W", credit, maxsplit=1)[0]])
        return 0 < named <= self._credits[credit]

    @cached_property
    def _credits(self) -> Counter[str]:
        return Counter(line.credited.credit for line in self.page.lines)

    @cached_property
    def _inside(self) -> Mapping[str, Sequence[str]]:
        """The lines in whose sentences each word stands."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for line in self.page.lines:
            for word in set(_INSIDE.findall(line.text)):
                found[word].append(line.text)
        return found

    @cached_property
    def _house_captions(self) -> frozenset[str]:
        return frozenset().union(*self._house_credits.values())

    @cached_property
    def _credited(self) -> frozenset[str]:
        """The captions that stand on the page with a sure credit: without it, they are said of the same picture."""
        sure = [line.credited.caption for line in self.page.lines if line.credited.strength >= Strength.FAIR]
        sure += [LABELLED.sub("", line.text) for line in self.page.lines if LABELLED.match(line.text)]
        return frozenset(caption.rstrip(" .") for caption in sure)


def _has_field(text: str) -> bool:
    return any(sign in text for sign in "[_━─═") and _FIELD.search(text) is not None


def _said(line: Line) -> str:
    return line.text.rstrip(" .")
