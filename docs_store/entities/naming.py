"""Rules that name a stretch of capitalised words which no connector divides any further."""

from __future__ import annotations

from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities.behind import KNOWN_WORDS, name_after_body, name_before_somebody
from docs_store.entities.gazetteer import companies
from docs_store.entities.headed import name_headed
from docs_store.entities.names import plain
from docs_store.entities.persons import (
    after_demonym,
    after_titles,
    looks_personal,
    person_weight,
)
from docs_store.entities.single import SingleWords
from docs_store.entities.unknown import name_unknown
from docs_store.entities.words import CERTAIN, FAIR, HINT, LIKELY, ORGANISATION, PERSON, PLACE
from docs_store.model import EntityKind

_PAST: Final = frozenset(("Former", "Acting", "Retired", "Late", "Then"))
_RANKS: Final = lex.words("Deputy Vice Assistant Associate Senior Acting Former")
"""Words before the body that somebody is an officer of."""
_PAIRED: Final = frozenset(pair.partition(" ")[2] for pair in lex.DEMONYM_PAIRS)
_IN_HALL: Final = ["Hall", "of", "Famer"]
_PARTIES: Final = lex.TITLES & lex.ORGANISATION_HEADS - lex.PORTFOLIOS
"""Heads of bodies that stand before titles too: "Party Leader"."""
_BARE: Final = lex.words("Bank Group Company Holding Holdings")
"""Words before a legal form that name no company by themselves."""
_JOINING: Final = frozenset(("of", "for", "and", "on", "the", "&"))


class Naming(SingleWords):
    """Words that can be named: each method adds pieces, and tells whether it did where it is one of several to try."""

    def name(self, low: int, high: int) -> None:
        """Name `words[low:high]`, a stretch that connectors hold together or that has none."""
        if low < high and not self.take_known(low, high):
            self.name_new(low, high)

    def name_new(self, low: int, high: int) -> None:
        """Name a stretch that the gazetteer does not know as a whole."""
        words = self.words
        if words[high - 1] in lex.LEGAL and all(word in lex.LEGAL or word in _BARE for word in words[low:high]):
            return  # "Bank Plc", of a name that stands apart
        if high - low == 1:
            self.name_single(low)
            return
        if high - low == 2 and self.is_of_people(low):  # "Costa Rican coffee", which no opener of places makes a place
            return
        if high - low == 2 and words[low] in lex.GRADED and len(words[low + 1]) == 1:
            return
        if words[low] in lex.PORTFOLIOS and low and self.lower[low - 1] == "and":
            self.name(low + 1, high)  # "Minister of Mines and Energy Varga"
            return
        if self.name_titled(low, high, only_sure=True) or name_headed(self, low, high):
            return
        if self.opens and low == 0 and words[0] in _PAST:
            self.name(1, high)
            return
        if high - low > 2 and (name_before_somebody(self, low, high) or name_after_body(self, low, high)):
            return
        filmed = high - low > 2 and words[high - 1] in lex.FILMED
        low, high = after_demonym(self, low, high), self.before_letters(high) - filmed
        weight = person_weight(self, low, high)
        if weight:
            self.add(low, high, PERSON, weight)
            return
        if self.name_titled(low, high, only_sure=False):
            return
        if self.name_before_common(low, high):
            return
        if high - low == 2 and words[low] in lex.BEARINGS and self.may_be_region(low + 1):
            self.add(low, high, PLACE, HINT)  # "Northern Osk"
            return
        if words[low] in lex.DEMONYMS:
            self.name(low + 1, high)
            return
        if self.is_of_people(low) or (words[low] in lex.BEARINGS and words[low + 1] in lex.DEMONYMS):
            self.name(low + 2, high)
            return
        if self.is_country(high - 1) and self.has_branches(low, high - 1):
            self.add(low, high, ORGANISATION, CERTAIN)
            return
        if self.name_around_known(low, high):
            return
        # "OSK Global Lamps said": letters are no word that only opens the sentence.
        if self.opens and (not self.is_acronym(low) or self.run.isupper()) and self.name_within_common(low, high):
            return
        name_unknown(self, low, high)

    def name_within_common(self, low: int, high: int) -> bool:
        """Name what common words surround ("Meanwhile Galina Orlova", "Floods Reach Prague Again")."""
        inner_low, inner_high = low, high
        while inner_low < high and self.is_common(inner_low):
            if inner_low + 1 < high and self.known(inner_low, inner_low + 2):
                break  # "Reports New York Again"
            inner_low += 1
        while inner_high > inner_low and self.is_common(inner_high - 1):
            inner_high -= 1
        if inner_low == inner_high or (inner_low, inner_high) == (low, high):
            return False
        before = len(self.found)
        self.name(inner_low, inner_high)
        if any(piece.kind is not None for piece in self.found[before:]):
            return True
        del self.found[before:]
        return False

    def name_titled(self, low: int, high: int, *, only_sure: bool) -> bool:
        """Name a person after titles, and what stands before the titles. `only_sure`: the title leaves no doubt."""
        words = self.words
        person = after_titles(self, low, high)
        if not person or self.lower[person] in _JOINING:
            return False
        honorific = words[person - 1] in lex.HONORIFICS or (person > low + 1 and words[low] in lex.BENCH)
        surname = high - person == 1 and words[person - 1] in lex.PERSONAL and words[person] in self.gazetteer.surnames
        sure = honorific or surname or (plain(words[person]) in self.gazetteer.given and high - person >= 2)
        if not sure and (only_sure or words[high - 1] in lex.NAMED_HEADS):
            return False
        if not sure and high - person > 1 and not any(map(self.is_own_or_borne, range(person, high))):
            return words[high - 1] in lex.TITLES  # "Chief Operating Officer", "Economist Intelligence Unit"
        self.name_prefix(low, person)
        alone = high - person == 1
        peer = alone and words[person - 1] in lex.PEERS
        addressed = alone and honorific and words[person] not in lex.LEGAL  # "Mr Cable"
        a_place = alone and not peer and self.known_place(person, high)
        a_place = a_place and (not honorific or words[person - 1 : person] == ["Miss"])  # "Miss America"
        if (addressed or looks_personal(self, person, high)) and not a_place:
            self.add(person - peer, self.before_letters(high), PERSON, CERTAIN)
        else:
            self.name(person, high)
        return True

    def name_prefix(self, low: int, high: int) -> None:
        """Name the place or organisation that stands before titles: "Texas Gov.", "Microsoft Chairman"."""
        while low < high and (self.words[low] in lex.DEMONYMS or self.words[low] in _PAST):
            low += 1
        if self.words[low:high] == _IN_HALL:
            return
        for end in range(min(high, low + KNOWN_WORDS), low + 1, -1):
            if self.take_known(low, end):
                return
        begin, end = low, high
        while end > low and self.words[end - 1] in lex.TITLES:
            end -= 1
        while begin < end and (self.words[begin] in lex.TITLE_HEADS or self.words[begin] in _RANKS):
            begin += 1
        if end - begin > 1 and self.words[end - 1] in lex.ORGANISATION_HEADS:
            before = len(self.found)
            self.name(begin, end)  # "House Lamps Committee Chairman", "Foreign Lamps Centre Mr."
            self.found[before:] = [piece._replace(common=False) for piece in self.found[before:]]
            return
        if end - begin == 2 and self.known_body(begin, begin + 1) and self.words[begin + 1] in lex.PLACE_HEADS:
            self.take_known(begin, begin + 1)  # "EU Farm Commissioner"
            return
        end = low
        while end < high and (self.words[end] not in lex.TITLES or self.words[end + 1 : end + 2] == ["MP"]):
            end += 1
        if end - low > 1 or (end > low and self.known(low, end)):
            self.name(low, end)
        elif end > low and self.words[end] in _PARTIES and high - end > 1:
            self.name(low, end + 1)  # "LMP Party Leader"
        elif end > low and self.is_acronym(low):
            self.name_acronym(low)
        elif end > low and self.words[end] in lex.CORPORATE_TITLES and self.words[low] not in lex.TITLES:
            own = self.is_own(low)  # others may be short for a company of the text
            self.add(low, end, ORGANISATION if own else None, FAIR if own else 0.0, common=not own)

    def is_of_people(self, low: int) -> bool:
        """Tell "Costa Rican" at `low`."""
        return self.words[low + 1] in _PAIRED and f"{self.words[low]} {self.words[low + 1]}" in lex.DEMONYM_PAIRS

    def is_its_acronym(self, at: int) -> bool:
        """Tell letters behind a name with a head, which are the same body's, and no form or number of it."""
        word = self.words[at]
        return self.is_acronym(at) and word not in lex.LEGAL and word not in lex.ROMAN and word not in lex.NO_ACRONYMS

    def is_own(self, at: int) -> bool:
        """Tell a word that is no word of the language, nor known: it begins a name."""
        word = self.words[at]
        return not (word.isupper() or word in lex.DEMONYMS or self.gazetteer.is_word(self.lower[at]))

    def may_be_region(self, at: int) -> bool:
        """Tell a word of a name that is nobody's, and no product's ("MatchThread")."""
        word = self.words[at]
        return word[1:].islower() and self.is_own(at) and word not in lex.NOBODY and not self.is_borne(word)

    def took(
        self, low: int, high: int, kind: EntityKind, weight: float, name: str = "", *, common: bool = False
    ) -> bool:
        """Add a piece, and tell that it did."""
        self.add(low, high, kind, weight, name, common=common)
        return True

    def add_headed(self, low: int, high: int, kind: EntityKind) -> None:
        """Add a name with a head word; one made of common words at the start of a sentence may be none."""
        opens = self.opens and low == 0 and self.words[high - 1] not in lex.OFFICES
        common = opens and all(map(self.gazetteer.is_word, self.lower[low:high]))
        self.add(low, high, kind, LIKELY if common else CERTAIN, common=common)

    def has_branches(self, low: int, high: int) -> bool:
        """Tell what countries stand behind: "IBM Norway", "NHS England"."""
        return self.text(low, high) in companies() or (self.is_letters(self.words[low]) and self.known_body(low, high))

    def is_called_after(self, low: int, high: int) -> bool:
        """Tell whether a country ends the stretch that is no part of it, nor anybody's name."""
        return self.is_country(high - 1) and not (
            self.is_borne(self.words[high - 1]) or self.words[low] in lex.OF_OLD | lex.BEARINGS
        )

    def without_opening(self, low: int, high: int) -> int:
        """Leave out an adverb or participle that only opens the sentence: "Struggling Osk Corp".

        Before a word of the language it is the name's: "Integrated Lamps Inc".
        """
        if self.opens and low == 0 and high - low > 2 and self.lower[0].endswith(("ing", "ed", "ly")):
            opening = self.gazetteer.is_word(self.lower[0]) and not self.is_common(low + 1)
            return low + 1 if opening or self.words[high - 1] not in lex.LEGAL else low
        return low

    def name_around_known(self, low: int, high: int) -> bool:
        """Name what the gazetteer knows and then the rest, if that is sure too: "Seoul Kim Dae-jung"."""
        for size in range(min(high - low - 1, KNOWN_WORDS), 0, -1):
            if self.known(low, low + size) and not self.is_weak(low, low + size):
                before = len(self.found)
                self.take_known(low, low + size)
                self.name(low + size, high)
                rest = self.found[before + 1 :]
                if self.words[low + size] in lex.TITLES or any(piece.weight >= CERTAIN for piece in rest):
                    return True
                del self.found[before:]
                return False
        return False

    def name_before_common(self, low: int, high: int) -> bool:
        """Name what the gazetteer knows of two words or more before common ones: "American Airlines Flight"."""
        for end in range(high - 1, low + 1, -1):
            if not self.gazetteer.is_word(self.lower[end]):
                return False
            if self.take_known(low, end):
                return True
        return False
