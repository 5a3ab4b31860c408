"""A run of capitalised words taken apart into names, by rules and the gazetteer alone.

`parse` sees one run and nothing around it, so equal runs are parsed once. What it cannot tell is left to `vote`: such a
piece has no kind, or a weak one. Here runs are divided (function words, calendar words, connectors that join nothing);
`naming` names the parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities.cues import OCCUPATIONS, TRADES
from docs_store.entities.gazetteer import Gazetteer, demonyms, load
from docs_store.entities.headed import COUNTRIES
from docs_store.entities.naming import Naming
from docs_store.entities.words import LIKELY, ORGANISATION, PERSON, Piece

_AFTER_PLACE: Final = frozenset(("D.C.",))
_OFFICERS: Final = lex.words("Minister Ministers Secretary Undersecretary Under-Secretary Commissioner")
_PARTIES: Final = "DRI"
"""Letters before the state of a member of Congress: "R-Ohio"."""

_REMEMBERED: Final = 50_000
"""Runs whose parse is kept: the distinct runs of some hundred articles, about 15 MB."""


@lru_cache(maxsize=_REMEMBERED)
def parse(run: str, opens: bool) -> tuple[Piece, ...]:
    """Return the pieces of `run`, in order and apart from each other. `opens` tells that it opens a sentence."""
    gazetteer = load()
    if opens and " " not in run and run.lower() in lex.FUNCTION and not run.isupper():
        return ()  # most runs by far: "The", "In", "He"
    if run[1:2] == "-" and run[0] in _PARTIES:
        end = _state_end(run, gazetteer)
        if end:
            rest = parse(run[end + 1 :], True) if end < len(run) else ()
            return (*_shifted(parse(run[2:end], opens), 2), *_shifted(rest, end + 1))
    if "/" in run and " " in run and (parts := _credited(run, opens)):
        return parts
    return tuple(_Parser(run, opens, gazetteer).pieces())


def _credited(run: str, opens: bool) -> tuple[Piece, ...]:
    """Return the pieces of somebody and an agency, as below pictures: "Odile Varga/Selwyn Press"; () of other names."""
    before, _, after = run.rpartition("/")
    first = parse(before, opens)
    if not first or first[-1].kind is not PERSON or first[-1].end < len(before) or first[-1].weight < LIKELY:
        return ()
    return (*first, *_shifted(parse(after, opens), len(before) + 1))


def _state_end(run: str, gazetteer: Gazetteer) -> int:
    """Return where the place ends that a member of Congress is from, 0 where there is none: "D-Santa Clara"."""
    ends = [at for at, letter in enumerate(run) if letter == " "]
    for end in (len(run), *reversed(ends)):
        if run[2:end] in lex.STATES or run[2:end] in gazetteer.places:
            return end
    return 0


def _shifted(pieces: Iterable[Piece], by: int) -> Iterator[Piece]:
    return (piece._replace(start=piece.start + by, end=piece.end + by) for piece in pieces)


class _Parser(Naming):
    """A run divided where no name goes on."""

    def pieces(self) -> list[Piece]:
        """Name the run, one word or part after the other."""
        if len(self.words) == 1 and "-" not in self.run:  # nearly half of all runs
            if not (self.is_break(0) or self.take_known(0, 1) or self.words[0] in lex.LEGAL):
                self.name_single(0)
            return self.found
        low = 1 if self.opens and (self.is_trade(0) or self.is_occupation(0)) else 0
        for at, word in enumerate(self.words[low:-1], low + 1):
            if word in lex.STATES:  # "… in Selwyn, Kan. Osk Rangers said …"
                self.divide(low, at)
                low = at
            elif word in lex.KIN:  # "its U.S. Subsidiary Osk Ltd"
                self.divide(low, at - 1)
                low = at
            elif word[-1] == "." and word in lex.LEGAL and self.is_capital(at) and self.words[at] not in lex.LEGAL:
                self.divide(low, at)  # "… to Osk Co. Varnum said …"
                low = at
        if "-" in self.run:
            for at in (at for at in range(low, len(self.words)) if self.is_compound(at)):
                low = self.taken_before_hyphen(low, at)
        for at in (at for at in self.after_commas if at > low):
            parted = self.known_place(low, at) or (self.known_body(low, at) and self.known_body(at, at + 1))
            if parted and self.words[at] not in _AFTER_PLACE:  # "New York, Keel and Co", "Sony, Nokia and Co"
                self.divide(low, at)
                low = at
        self.divide(low, len(self.words))
        return self.found

    def is_trade(self, at: int) -> bool:
        """Tell "Carmaker Osk said": what a firm does, which is no part of its name."""
        if self.lower[at] not in TRADES or self.is_borne(self.words[at]):
            return False
        return len(self.words) - at > 1 and not self.known(at, len(self.words))

    def is_occupation(self, at: int) -> bool:
        """Tell "Midfielder Odile Osk": what somebody does, which is no part of the name."""
        if self.lower[at] not in OCCUPATIONS or self.words[at] in lex.TITLES or self.is_borne(self.words[at]):
            return False
        return any(map(self.is_borne, self.words[at + 1 : at + 3])) and not self.known(at, len(self.words))

    def taken_before_hyphen(self, low: int, at: int) -> int:
        """Take what the gazetteer knows before the hyphen at `at`, and before that: "New York-based", "Moscow-backed".

        Returns where the rest begins: at `low` where it knows nothing.
        """
        word = self.words[at]
        self.shorten(at, word.rpartition("-")[0])
        first = next((first for first in range(low, at + 1) if self.known(first, at + 1)), None)
        if first is None and at and self.words[at] in lex.DEMONYMS and self.words[at - 1] in lex.BEARINGS:
            self.divide(low, at - 1)  # "North American-made"
            return at + 1
        if first is None:
            self.shorten(at, word)
            return low
        self.divide(low, first)
        self.take_known(first, at + 1)
        return at + 1

    def divide(self, low: int, high: int) -> None:
        """Cut `words[low:high]` where no name goes on, and name each part."""
        while low < high and self.is_break(low):
            # "The Hague", "Los Angeles Times": an article may belong to a name that the gazetteer knows.
            if high - low > 1 and (self.known(low, high) or self.is_first_of(low, high)):
                break
            low += 1
        while low < high and self.is_break(high - 1):
            high -= 1
        if low >= high:
            return
        if self.take_known(low, high):
            return
        here = low + 1
        while here < high - 1:  # the last is no break
            if self.is_break(here):
                after = self.joined_until(low, here, high)
                if after == here:
                    self.divide(low, here)
                    self.divide(self.after_portfolio(here, high), high)
                    return
                here = after
            else:
                here += 1
        self.name_new(low, high)

    def after_portfolio(self, at: int, high: int) -> int:
        """Return where a name begins behind "for" or "of" and what a minister is for, else `at`."""
        if self.words[at - 1] not in _OFFICERS or self.words[at] not in ("for", "of"):
            return at
        begin = at + 1
        while begin < high - 2 and self.is_common(begin):
            begin += 1
        return begin

    def is_first_of(self, low: int, high: int) -> bool:
        """Tell "First Osk Corp" and "First National Bank"."""
        headed = self.words[low + 1 : high] if high - low > 2 else ()
        return self.words[low] == "First" and any(word in lex.CORPORATE or word in lex.FIELDS for word in headed)

    def joined_until(self, low: int, at: int, high: int) -> int:
        """Return where the name goes on if the connector at `at` joins `words[low:at]` to what follows, else `at`."""
        words, connector = self.words, self.lower[at]
        if words[at] != connector:
            return at
        after = at + 1
        while after < high and self.words[after] == self.lower[after]:
            after += 1
        head = words[at - 1]
        if (
            after < high - 1
            and connector in ("of", "for", "on")
            and self.is_function(after)
            and not self.is_break(after + 1)
        ):
            after += 1  # "Institute for Near East Policy", "Campaign for Our Ports"
        if after >= high or self.is_break(after):
            return at
        if connector == "&":
            return after
        if connector == "of":
            joins = (
                head in lex.OF_ORGANISATIONS or head in lex.OF_PLACES or head in lex.EVENT_OPENERS
                or head in lex.EVENT_HEADS
            )  # fmt: skip
            if self.is_title_phrase(at, after) or self.is_purpose(low, at, after):
                return after
            if head in lex.LEGAL and self.lower[at + 1] == "the":
                return at  # "Osk Co. of the United States"
            if head in lex.LEGAL and not self.is_at_home(after, high) and not self.is_branch(after, high):
                return at
            if words[after] == "Year" and after + 1 < high and words[after + 1] in lex.EVENT_HEADS:
                return after  # "Osk Novel of the Year Award"
            if not joins or self.title_before_of(at) or (head in lex.LED and self.is_led(low, at, after, high)):
                return at
            return after
        if connector in ("for", "on"):
            # "in the Osk League for the Rangers", "for FC Osk"
            plays = head == "League" and (self.lower[at + 1] == "the" or self.words[after] in lex.CLUB_OPENERS)
            studied = head in lex.STUDIES and any(self.lower[k] in ("of", "for") for k in range(low, at - 1))
            return after if (head in lex.FOR_ORGANISATIONS or studied) and at - low < 6 and not plays else at
        if connector == "and":
            return self.joined_by_and(low, at, after, high)
        return after if connector in lex.NAME_PARTICLES else at

    def is_purpose(self, low: int, at: int, after: int) -> bool:
        """Tell "Osk Office for the Coordination of Lamps": what a body is for, and of what."""
        joined = any(self.lower[k] in ("for", "on") and self.words[k] == self.lower[k] for k in range(low + 1, at - 1))
        return joined and self.is_common(at - 1) and self.is_common(after) and self.words[at - 1] not in lex.TITLES

    def is_led(self, low: int, at: int, after: int, high: int) -> bool:
        """Tell "Osk Front of Odile Varga", and "Ministers of the HPA"."""
        if self.words[at - 1] == "Ministers":
            return at - 1 == low and self.words[after].isupper()
        if at - 1 == low or high - after < 2 or self.known_place(after, high) or self.words[after] in lex.DEMONYMS:
            return False
        somebody = self.words[after : after + 2]
        return not any(word in lex.HEADS or self.gazetteer.is_word(word.lower()) for word in somebody)

    def is_function(self, at: int) -> bool:
        """Tell a function word with a capital."""
        return self.is_capital(at) and self.lower[at] in lex.FUNCTION

    def is_at_home(self, low: int, high: int) -> bool:
        """Tell a country, and other places that companies have in their names."""
        place = self.text(low, high)
        return place in lex.AT_HOME or place in demonyms()

    def is_branch(self, low: int, high: int) -> bool:
        """Tell the end of "Osk Lamp Corp of South Africa Ltd"."""
        end = next((at for at in range(low + 1, high) if self.words[at] in lex.LEGAL), low)
        return end > low and self.known_place(low, end)

    def title_before_of(self, at: int) -> bool:
        """Tell "President of", "Chief of": a title, not the head of an organisation."""
        return self.words[at - 1] in lex.TITLES and self.words[at - 1] not in lex.OF_ORGANISATIONS

    def is_title_phrase(self, at: int, after: int) -> bool:
        phrase = " ".join(self.words[at - 1 : after + 1])
        return any(title.startswith(phrase) for title in lex.TITLE_PHRASES)

    def are_of_a_kind(self, one: int, other: int) -> bool:
        """Tell "Security and Cooperation" and "Potters and Weavers": what bodies are for, or of whom."""
        if self.words[other] in lex.HEADS or self.words[one] in lex.HEADS:
            return False
        many = self.lower[one].endswith("s") and self.lower[other].endswith("s")
        return many or (self.gazetteer.is_word(self.lower[one]) and self.gazetteer.is_word(self.lower[other]))

    def joined_by_and(self, low: int, at: int, after: int, high: int) -> int:
        words = self.words
        known = self.known(low, at)
        if known and known[0] is ORGANISATION and words[after] not in lex.PARTNERS:
            return at  # "Osk Motors and Brank Bank Corp"
        if self.lower[at + 1] == "the":
            return at
        if words[at - 1] in lex.BEARINGS and words[after] in lex.BEARINGS and at - low == 1:
            return after + 1  # "Central and Eastern Europe"
        tail = after
        while tail < high and words[tail] in lex.PARTNERS:
            tail += 1
        if tail > after and not any(word in lex.TITLE_HEADS for word in words[low:at]):
            return tail  # "Keel and Co Ltd"
        if (words[at - 1], words[after]) in lex.PAIRS:
            return after + 1
        first = low + (words[low] in COUNTRIES)  # "U.S. Securities and Exchange Commission"
        if any(self.known(first, end) for end in range(after + 1, min(after + 3, high) + 1)):
            return after + 1
        # "Department of Health and Human Services": what was joined by "of", "for" or "on" goes on.
        inside = any(self.lower[k] in ("of", "on", "for") and self.words[k] == self.lower[k] for k in range(low, at))
        if inside and words[low] not in lex.OF_PLACES and not self.known_place(after, high):
            if self.are_of_a_kind(at - 1, after) and words[low] not in lex.TITLE_HEADS:
                return after + 1
            first_head = any(word in lex.AND_ORGANISATIONS for word in words[low:at])
            return after if first_head and words[at - 1] not in self.gazetteer.given else at
        end = after
        while end < high and not self.is_break(end):
            end += 1
        if self.known_body(after, end):
            return at  # "Osk Motors and General Electric"
        if words[low] in lex.CHAMBERS and words[end - 1] in lex.PANELS:
            return end  # "House Energy and Commerce Committee"
        if at - low == 1 and words[low] in lex.CHAMBERS:
            return at
        letters = words[low].isupper() and len(words[low]) > 2 and at - low == 1  # "the HPA and Osk Party"
        closes = words[end - 1] in lex.AND_TAILS and not letters
        railway = words[end - 1] in ("Railroad", "Railway")
        founders = at - low == 1 and end - after == 2 and words[end - 1] in lex.LEGAL and known is None
        alone = at - low <= 2 and (railway or not self.known_place(low, at)) and words[low] not in self.gazetteer.given
        titled = any(word in lex.TITLE_HEADS for word in words[low:at])
        headed = words[at - 1] in lex.ORGANISATION_HEADS
        return end if closes and (alone or founders) and not (titled or headed) and end - after <= 3 else at
