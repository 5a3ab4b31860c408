"""The words of one run: where they stand, what the gazetteer knows of them, and the pieces found so far."""

from __future__ import annotations

from functools import cache
from itertools import repeat
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import Gazetteer, demonyms, load
from docs_store.entities.names import key, plain
from docs_store.entities.papers import PAPERS
from docs_store.model import EntityKind

PERSON: Final = EntityKind.PERSON
ORGANISATION: Final = EntityKind.ORGANISATION
PLACE: Final = EntityKind.PLACE
EVENT: Final = EntityKind.EVENT

CERTAIN: Final = 4.0
"""The run names it by itself: a gazetteer name, a given name with a surname, a head word."""
LIKELY: Final = 2.0
"""Right more often than not."""
FAIR: Final = 1.5
"""Just enough alone: two or three capitalised words that are no words are somebody, in the news."""
HINT: Final = 1.0
"""Worth a vote."""
TRACE: Final = 0.1
"""Nothing without what its surroundings say."""


_SHOUTED: Final = 6
"""Letters in capitals from which on they are a word as likely."""


_CALLED_BY_WORDS: Final = lex.COMPANY_WORDS | PAPERS
_ONES: Final = ("Airways", "Marines", "Congress")
"""Bodies that look like many."""


@cache
def _known() -> dict[str, tuple[EntityKind, str]]:
    """Return what the gazetteer has, by name; a body before a place, and that before an event."""
    gazetteer = load()
    places, bodies = gazetteer.places, gazetteer.organisations
    known = {name: (EVENT, name) for name in gazetteer.events}
    known |= {f"St {name[4:]}": (PLACE, places[name]) for name in places if name.startswith("St. ")}
    known.update(zip(places, zip(repeat(PLACE), places.values()), strict=True))  # twice as fast as one by one
    known.update(zip(bodies, zip(repeat(ORGANISATION), bodies.values()), strict=True))
    return known


class Piece(NamedTuple):
    """A possible name in a run: `run[start:end]`."""

    start: int
    end: int
    kind: EntityKind | None
    weight: float
    name: str
    """Canonical where the gazetteer knows it, else as written."""
    identity: str
    """`names.key(name)`."""
    common: bool = False
    """Made of common words alone: at the start of a sentence its capital says nothing, elsewhere little."""


class Words:
    """One run, word by word. Methods take a stretch of it as `low` and `high`, indices of words."""

    def __init__(self, run: str, opens: bool, gazetteer: Gazetteer) -> None:
        self.opens = opens
        self.gazetteer = gazetteer
        self.table = _known()
        self.found: list[Piece] = []
        self.after_commas: list[int] = []
        if run.isalpha():  # one word, as nearly half of all runs
            self.run = run
            self.words = [run]
            self.lower = [run.lower()]
            self.starts = [0]
            self.ends = [len(run)]
            return
        self.run = run.replace("\u00a0", " ")
        self.words = self.run.split(" ")
        self.starts = []
        self.ends = []
        at = 0
        for word in self.words:
            self.starts.append(at)
            at += len(word)
            self.ends.append(at)
            at += 1
        if "," in run:  # "Jackson, Jr."
            self.after_commas = [at for at, word in enumerate(self.words[:-1], 1) if word.endswith(",")]
            self.words = [word.rstrip(",") for word in self.words]
        self.lower = [word.lower() for word in self.words]

    def text(self, low: int, high: int) -> str:
        """Return the stretch as written, no-break spaces as spaces."""
        if high - low == 1:
            return self.words[low]
        text = self.run[self.starts[low] : self.ends[high - 1]]
        return text[:-1] if text[-1] == "," else text

    def shorten(self, at: int, word: str) -> None:
        """Let only `word`, the beginning of the word at `at`, be named."""
        self.words[at] = word
        self.lower[at] = word.lower()
        self.ends[at] = self.starts[at] + len(word)

    def known(self, low: int, high: int) -> tuple[EntityKind, str] | None:
        """Return the kind and canonical name of `words[low:high]` as a whole, if the gazetteer has it."""
        text = self.text(low, high)
        if high - low > 1 and text.isupper() and (name := self.gazetteer.places.get(text.title())):
            return PLACE, name  # "NEW YORK", of a dateline
        known = self.table.get(text)
        if known is None and not text.isascii() and plain(text) in self.gazetteer.places:
            return PLACE, text
        return known

    def known_place(self, low: int, high: int) -> bool:
        """Tell whether the gazetteer has the stretch as a place."""
        known = self.known(low, high)
        return known is not None and known[0] is PLACE

    def is_capital(self, at: int) -> bool:
        """Tell whether the word is no connector."""
        return self.words[at] != self.lower[at]

    def is_country(self, at: int) -> bool:
        """Tell whether the word is a country, by its canonical name."""
        return self.words[at] in lex.BRANCHES or self.words[at] in demonyms()

    def is_acronym(self, at: int) -> bool:
        """Tell letters that may be a body's, and that the gazetteer does not know."""
        word = self.words[at]
        return len(word) > 1 and word.isupper() and word.isalpha() and not self.known(at, at + 1)

    def is_letters(self, word: str) -> bool:
        """Tell a word in capitals that is nobody's name: "EPROM", and not "VARGA"."""
        letters = word.isupper() and word.isalpha() and word not in lex.NO_ACRONYMS
        return letters and len(word) < _SHOUTED and not self.is_borne(word.title())

    def known_body(self, low: int, high: int) -> bool:
        """Tell whether the gazetteer has the stretch as an organisation."""
        return self.text(low, high) in self.gazetteer.organisations

    def is_common(self, at: int) -> bool:
        """Tell whether the word is a common word and no given name."""
        return self.words[at] not in self.gazetteer.given and self.gazetteer.is_word(self.lower[at])

    def is_borne(self, word: str) -> bool:
        """Tell whether somebody's name has the word."""
        return word in self.gazetteer.given or word in self.gazetteer.surnames

    def may_be_somebody(self, low: int, high: int) -> bool:
        """Tell "Kobe Tarrow": a place, and no family name that anybody has after it, is nobody."""
        return self.is_borne(self.words[low]) or plain(self.words[high - 1]) in self.gazetteer.surnames

    def before_letters(self, high: int) -> int:
        """Return where a name ends before the letters of an office or order ("Odile Varga QC")."""
        return high - 1 if high > 2 and self.words[high - 1] in lex.LETTERS else high

    def is_weak(self, low: int, high: int) -> bool:
        """Tell whether the stretch is one common word."""
        return high - low == 1 and self.gazetteer.is_word(self.lower[low])

    def is_break(self, at: int) -> bool:
        """Tell whether no name goes on over the word: a connector, a function word, a day."""
        word, lower = self.words[at], self.lower[at]
        if word is lower or word == lower:  # a connector, or al-Something
            return not (lower in lex.NAME_PARTICLES or "-" in lower or len(lower) > 5)
        before = self.words[at - 1] if at else ""
        if lower in lex.FUNCTION and not (len(word) > 1 and word.isupper()):
            # "Will Smith", "King Carlos I", "Mrs May".
            if word == "May":
                return not (before in lex.HONORIFICS or before == "Justice")
            return not (word == "I" and before in self.gazetteer.given)
        if word == "Jan" and at + 1 < len(self.words) and self.is_capital(at + 1):
            return False  # somebody: the month's abbreviation stands before numbers
        if word in lex.NETS and at and self.words[at + 1 : at + 2] and self.words[at + 1] in lex.ORGANISATION_HEADS:
            return False  # "Osk Internet Institute"
        if word == "Sun" and (at + 1 == len(self.words) and before in ("", "The")):
            return False  # a paper
        return word in lex.MONTHS_AND_DAYS or ("-" in word and self.is_compound(at))

    def is_compound(self, at: int) -> bool:
        """Tell "Moscow-based" and "Iranian-made", which are no names."""
        stem, hyphen, tail = self.words[at].rpartition("-")
        if not hyphen or tail == "operative" or not tail[:1].islower() or not self.gazetteer.is_word(tail):
            return False
        if at and self.words[at - 1] in lex.EAST_ASIAN_FAMILIES:  # "Kim Tae-young", and "Hong Kong-based"
            return f"{self.words[at - 1]} {stem}" in self.gazetteer.places
        return True

    def is_code(self, word: str) -> bool:
        """Tell three such letters or more, which are nobody's initials."""
        return len(word) > 2 and self.is_letters(word)

    def is_own_or_borne(self, at: int) -> bool:
        """Tell a word that is somebody's, or no word of the language."""
        return self.is_borne(self.words[at]) or not self.gazetteer.is_word(self.lower[at])

    def is_vague(self, at: int) -> bool:
        """Tell what countries have many of: "U.S. Banks", and not "U.S. Airways"."""
        word, lower = self.words[at], self.lower[at]
        many = lower.endswith("s") and self.gazetteer.is_word(lower) and word not in _ONES
        return word in lex.VAGUE_HEADS or many

    def is_war(self, high: int) -> bool:
        """Tell "World War II"."""
        return self.words[high - 1] in lex.ROMAN and self.words[high - 2] in lex.EVENT_HEADS

    def take_known(self, low: int, high: int) -> bool:
        """Add the stretch if the gazetteer knows it as a whole."""
        single = high - low == 1
        if single and self.words[low] in _CALLED_BY_WORDS:  # and a delta is a place
            self.add(low, high, ORGANISATION, TRACE, common=True)
            return True
        known = self.known(low, high)
        if known is None:
            return False
        kind, name = known
        if single:
            word, lower = self.words[low], self.lower[low]
            if kind is PLACE and word in self.gazetteer.doubtful_places:
                # A person's name or a word too: the document decides.
                self.add(low, high, PLACE, HINT, name, common=self.gazetteer.is_word(lower))
                return True
            if self.gazetteer.is_word(lower) and not (word.isupper() or word in lex.PROPER):
                # That "the" stands before it speaks against a place elsewhere, and not here: "the Gulf".
                self.add(low, high, kind, LIKELY + (0.5 if kind is PLACE else 0.0), name, common=True)
                return True
        self.add(low, high, kind, CERTAIN, name)
        return True

    def add(
        self, low: int, high: int, kind: EntityKind | None, weight: float, name: str = "", *, common: bool = False
    ) -> None:
        """Add a piece; `name` is the canonical one, where there is one."""
        start = self.starts[low]
        text = self.text(low, high)
        self.found.append(Piece(start, start + len(text), kind, weight, name or text, key(name or text), common))
