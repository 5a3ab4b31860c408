"""What a capitalised word by itself names: by its shape, or as a candidate that its surroundings must speak for."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import leaders
from docs_store.entities.names import plain
from docs_store.entities.papers import is_double
from docs_store.entities.words import CERTAIN, EVENT, FAIR, HINT, LIKELY, ORGANISATION, PERSON, PLACE, Words

_GRADE: Final = re.compile(r"[A-Z][a-z]{0,2}-\d+")
"""What bonds, money and papers are: "Baa-2", "M-1"."""
_SEAT: Final = re.compile(r"[DRI]-[A-Z][a-z]{1,5}\.?")
"""Party and state of somebody in Congress: "D-Wis"."""
_PERIOD: Final = re.compile(r"[QH][1-4]|FY\d*")
"""Parts of a year in business."""
_SUMMIT: Final = re.compile(r"COP-?\d{1,2}")
"""Conferences that are numbered."""
_TELLING: Final = 4
"""Letters of an acronym that is hardly anything but a body's."""


class SingleWords(Words):
    """Words that can be named one by one."""

    def name_single(self, at: int) -> None:
        """Name one word: by its shape, or as a candidate that its surroundings must speak for."""
        word, lower, gazetteer = self.words[at], self.lower[at], self.gazetteer
        if word in lex.DEMONYMS or word in lex.TITLES or word in lex.NOBODY:
            return
        if len(word) < 3 and (len(word) == 1 or word[1] == "."):  # "S. African"
            return
        if lower.endswith(("ism", "ology", "onomy")) and len(word) > 5:  # a creed, a science
            return
        if "-" in word:
            if _GRADE.fullmatch(word) or _SEAT.fullmatch(word):
                return
            if is_double(word):
                self.add(at, at + 1, ORGANISATION, CERTAIN)
                return
        if word.isupper() and "." not in word and len(word) > 1:
            self.name_acronym(at)
            return
        common = gazetteer.is_word(lower)
        if common and word in lex.HEADS and word not in lex.CLUB_NAMES:
            return
        folded = plain(word)
        if word in lex.AWARDS:
            self.add(at, at + 1, None, 0.0, common=True)  # somebody's where the text has his family name
        elif (folded in gazetteer.given and not common and len(word) > 2) or word in leaders():
            self.add(at, at + 1, PERSON, FAIR)
        elif folded in gazetteer.given or folded in gazetteer.surnames:
            self.add(at, at + 1, PERSON, HINT, common=common)
        elif not common and lower.endswith(lex.PLACE_ENDINGS):
            self.add(at, at + 1, PLACE, HINT)
        elif not common and len(word) > 4 and lower.endswith(lex.PERSON_ENDINGS):
            self.add(at, at + 1, PERSON, HINT)
        else:
            self.add(at, at + 1, None, 0.0, common=common)

    def name_acronym(self, at: int) -> None:
        """Name a word in capitals: a place shouted, or an organisation's letters."""
        word = self.words[at]
        if _SUMMIT.fullmatch(word):
            self.add(at, at + 1, EVENT, CERTAIN)
            return
        if _PERIOD.fullmatch(word):
            return
        if word in lex.NO_ACRONYMS or word in lex.ROMAN or not 2 <= len(word) <= 6 or sum(map(str.isdigit, word)) > 1:
            spoken = word.title()
            if len(word) > 3 and spoken in self.gazetteer.places and not self.gazetteer.is_word(self.lower[at]):
                doubtful = spoken in self.gazetteer.doubtful_places
                self.add(at, at + 1, PLACE, LIKELY if doubtful else CERTAIN, self.gazetteer.places[spoken])
            return
        spoken = word.title()
        if len(word) > 3 and spoken in self.gazetteer.places:
            self.add(at, at + 1, PLACE, LIKELY, self.gazetteer.places[spoken])
        elif len(word) <= 5 or not self.gazetteer.is_word(word.lower()):
            long = len(word) >= _TELLING and word.isalpha() and not self.gazetteer.is_word(word.lower())
            self.add(at, at + 1, ORGANISATION, FAIR if long else HINT)
