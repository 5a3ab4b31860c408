"""The document's vote: one kind for a name, one canonical name for its spellings, whatever each mention looked like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities import names
from docs_store.entities.bodies import Organisations, without_form
from docs_store.entities.candidates import Candidate, Definition
from docs_store.entities.context import does
from docs_store.entities.cues import Evidence
from docs_store.entities.gazetteer import demonyms, load
from docs_store.entities.persons_parted import one_person_each
from docs_store.entities.tally import Tally
from docs_store.entities.words import CERTAIN, ORGANISATION, PERSON, PLACE
from docs_store.model import EntityKind, EntityMention
from docs_store.text import fold

_TELLING: Final = 1.5
"""What the surroundings must say for a body that goes by somebody's name."""
_PEERS: Final = tuple(f"{title} " for title in lex.PEERS)
_TAILS: Final = (PLACE, None)
"""What two family names look like: "El Osk"."""
_BORNE: Final = (PLACE, ORGANISATION)
"""Kinds of what is called as somebody may be."""
_SITE: Final = ".com"


class Vote:
    """Answers for each candidate of one document, as all of them together tell."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        definitions: Sequence[Definition],
        surroundings: Callable[[Candidate], Evidence],
    ) -> None:
        """`surroundings` tells of a candidate that is certain, which nobody has asked about, what its context would."""
        self._candidates = candidates
        self._surroundings = surroundings
        self._tally = Tally(candidates, definitions)
        self._companies: dict[str, bool] = {}
        self._answers: dict[tuple[str, bool], tuple[EntityKind, str] | None] = {}
        spellings = dict.fromkeys((each.piece.identity, each.piece.name) for each in candidates)
        full = [each for each in spellings if " " in each[1]]
        self._meant = self._slips(dict(reversed(full)))  # the first spelling of each stays
        leads = [(self._tally.leader(identity), name) for identity, name in full if identity not in self._meant]
        self._organisations = Organisations()
        for kind, name in leads:
            if kind is ORGANISATION:
                self._organisations.add(name)
        persons = [name for kind, name in leads if kind is PERSON and not self._organisations.called(name)]
        self._people = names.People()
        self._short = one_person_each(persons)
        self._note(persons)
        for definition in definitions:
            self._organisations.define(definition.acronym, definition.name)
        sites = [each for each in spellings if each[1].endswith(_SITE)]
        self._sites = {
            fold(name.removesuffix(_SITE)): name
            for identity, name in sites
            if self._tally.leader(identity) is ORGANISATION
        }
        """"Amazon.com" by "amazon": the company that is meant where nothing says that it is the place."""
        self._in_full = {
            each.piece.name
            for each in (candidates if self._sites else ())
            if each.end - each.start == len(each.piece.name)
        }
        """Names that the text has whole: with the Amazon River in it, "the Amazon" may be that."""

    def mentions(self, candidates: Iterable[Candidate]) -> list[EntityMention]:
        """Return the candidates that are names, each with its kind and canonical name."""
        found = []
        for candidate in candidates:
            answer = self._answer(candidate)
            if answer is not None:
                kind, name = answer
                found.append(EntityMention(candidate.start, candidate.end, kind, name, candidate.block))
        return found

    def _note(self, persons: Sequence[str]) -> None:
        peers = [name for name in persons if name.startswith(_PEERS) and name.count(" ") == 1]
        for name in persons:
            if name not in self._short and name not in peers:
                self._people.add(name)
        for peer in peers:
            full = self._people.canonical(peer.rpartition(" ")[2])
            if full is None:
                self._people.add(peer)
            else:
                self._short[peer] = full  # "Lord Osk" is Thomas Osk of the same text

    def _slips(self, written: Mapping[str, str]) -> dict[str, str]:
        """Return what was meant, by the identity of what was written, where one letter more or less is a slip.

        A doubtful name gives way to a sure one, and of two alike in kind the one with fewer votes; never a person's,
        who may have a relation: Petrov and Petrova.
        """
        meant = {}
        for pair in names.one_letter_more(written):
            if pair[0] == f"{pair[1]}s" and written[pair[0]].endswith("Appeals"):
                continue  # two courts
            votes = [max(self._tally.votes(identity).values(), default=0.0) for identity in pair]
            right, slip = pair if votes[0] > votes[1] else reversed(pair)
            kind = self._tally.leader(right)
            same = kind is self._tally.leader(slip) and kind is not PERSON
            if kind is not None and (same or min(votes) < CERTAIN <= max(votes)) and right not in meant:
                meant[slip] = written[right]
        return meant

    def _answer(self, candidate: Candidate) -> tuple[EntityKind, str] | None:
        _, _, _, piece, context, silent = candidate
        _, _, kind, weight, name, identity, _ = piece
        certain = weight >= CERTAIN
        asks = context or (certain and kind in _BORNE)
        borne = asks and self._people.has_family(name)
        if borne and certain and kind in _BORNE and self._is_family(candidate):
            return PERSON, self._people.canonical(name) or name
        if not certain and kind in _TAILS and self._people.has_tail(name):
            return PERSON, self._people.canonical(name) or name
        if self._sites and kind is PLACE and (site := self._site(candidate)):
            return ORGANISATION, site
        if borne and context and (body := self._firm_of(candidate)):
            return ORGANISATION, body
        silent = silent and not certain and not self._speaks(candidate)
        asked = (name, silent)
        if asked not in self._answers:
            self._answers[asked] = self._resolve(name, identity, silent=silent)
        return self._answers[asked]

    def _site(self, candidate: Candidate) -> str | None:
        """Return the company of the text that a place's name is short for: "Amazon.com", then "Amazon hired more"."""
        piece = candidate.piece
        first = fold(piece.name).partition(" ")[0]
        short = len(first) == candidate.end - candidate.start  # "Amazon" alone, whose whole name is Amazon River
        if not short or (" " in piece.name and piece.name in self._in_full):
            return None
        if any(kind is PLACE and weight > 0 for kind, weight in candidate.context):
            return None
        return self._sites.get(first)

    def _is_family(self, candidate: Candidate) -> bool:
        """Tell "Jordan scored", where a Michael Jordan is in the text, if nothing says that it is the country.

        Nor "Honda said", of Yukio Honda, where the text has shown nothing of the company.
        """
        name = candidate.piece.name
        if candidate.piece.kind is ORGANISATION:
            whole = candidate.end - candidate.start == len(name)
            return whole and self._is_said(candidate, PERSON) and not self._is_company(name)
        if name in demonyms() and not (name in load().surnames or name in load().given):
            return False  # nobody is called like a country, whatever ends with it: "Free Namibia"
        return not any(kind is PLACE and weight > 0 for kind, weight in candidate.context)

    def _firm_of(self, candidate: Candidate) -> str | None:
        """Return whose "the Jacobs board" is where Jacobs Engineering and Joseph Jacobs are both in the text."""
        name = candidate.piece.name
        if " " in name or not self._organisations.has_first(name):
            return None
        if not any(kind is ORGANISATION and weight >= _TELLING for kind, weight in candidate.context):
            return None
        return self._organisations.named_by(name) or name

    def _is_company(self, name: str) -> bool:
        """Tell "Honda": a company by its own right if it is named before somebody of that name, or as companies are."""
        known = self._companies.get(name)
        if known is None:
            known = self._companies[name] = self._is_own(name)
        return known

    def _is_own(self, name: str) -> bool:
        borne = False
        for each in self._candidates:
            if each.piece.name == name:
                if not borne or self._is_said(each, ORGANISATION):
                    return True
            elif each.piece.kind is PERSON and names.family_name(each.piece.name) == name:
                borne = True
        return False

    def _is_said(self, candidate: Candidate, of: EntityKind) -> bool:
        return any(kind is of and weight > 0 for kind, weight in self._surroundings(candidate))

    def _speaks(self, candidate: Candidate) -> bool:
        """Tell whether what opens a sentence is short for a body: some of its words, or the first, which acts.

        "Dunmore Harbour Ltd", and then "Dunmore Harbour is …", "Dunmore said …".
        """
        name = candidate.piece.name
        if " " in name:
            whole = candidate.end - candidate.start == len(name)  # not "Labour", which goes by a longer name
            return whole and self._organisations.canonical(name) is not None
        short = self._organisations.named_by(name) is not None or self._organisations.has_first(name)
        return short and does(candidate.context) and not self._people.bears(name)

    def _resolve(self, name: str, identity: str, *, silent: bool) -> tuple[EntityKind, str] | None:
        if not identity:
            return None
        if identity in self._meant:
            name = self._meant[identity]
            identity = names.key(name)
        name = self._short.get(name, name)
        unheard = silent and not self._tally.is_heard(identity)
        if unheard and not self._people.has_family(name):
            return None
        votes = self._tally.votes(identity)
        kind = self._tally.leader(identity)
        single = " " not in name
        borne = single and self._people.bears(name)
        if borne and kind is not PERSON:
            family = self._people.has_family(name)
            place = votes.get(PLACE, 0.0) + votes.get(ORGANISATION, 0.0)
            if place < CERTAIN and (family or (kind is None and not silent)):
                return PERSON, self._people.canonical(name) or name
        body = self._body(name, identity, kind)
        if body is not None and not unheard:
            return ORGANISATION, body
        guess = kind is not None and single and not borne and votes[kind] < CERTAIN
        guess = guess and not (kind is PLACE and name in load().places)
        if kind is None or kind is ORGANISATION or guess:
            full = self._organisations.canonical(name)
            if full is not None and (_is_apart(name, full) or _is_region(name, full)):
                full = None
            if full is not None and not unheard:
                return ORGANISATION, full
        if kind is None or unheard:
            return None
        if kind is PERSON:
            return kind, self._people.canonical(name) or name
        return kind, name

    def _body(self, name: str, identity: str, kind: EntityKind | None) -> str | None:
        """Return the organisation that `name` is short for, where its verbs alone make it look like somebody.

        "Dunmore Corp" and then "Dunmore said": a body says things too, unless a person of that name is in the text.
        """
        if kind is PLACE and name not in load().places:  # "in Varnolt", of Varnolt Corp
            return self._organisations.called(name)
        if kind not in (None, PERSON) or self._people.has_family(name):
            return None
        called = self._organisations.called(name)
        if called is not None or " " in name or self._tally.is_somebody(identity):
            return called
        if kind is None:
            return None
        # "Dunmore Piers Ltd and Dunmore Oil Ltd": whichever "Dunmore said" is of, it is a body's.
        return self._organisations.named_by(name) or (name if self._organisations.has_first(name) else None)


def _is_region(name: str, longer: str) -> bool:
    """Tell "North Selwyn" from North Selwyn Hospital, which is there."""
    first, _, rest = name.partition(" ")
    return first in lex.BEARINGS and bool(rest) and not (load().is_word(rest.lower()) or without_form(longer))


def _is_apart(name: str, longer: str) -> bool:
    """Tell whether a known organisation is not the longer-named one: Harvard is not Harvard Medical School."""
    last = longer.rpartition(" ")[2]
    return load().organisations.get(name) == name and " " in longer and last not in lex.LEGAL
