"""Names that a word of theirs declares: "Bank of Osk", "Osk Harbour Ltd", "Lake Osk", "Battle of Osk".

Rules are tried in their order; each adds pieces and tells that it did, or leaves the stretch to the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import club_nicknames
from docs_store.entities.names import plain
from docs_store.entities.papers import is_double
from docs_store.entities.persons import ends_a_person, person_weight
from docs_store.entities.words import CERTAIN, EVENT, FAIR, LIKELY, ORGANISATION, PLACE
from docs_store.model import EntityKind

if TYPE_CHECKING:
    from docs_store.entities.naming import Naming

COUNTRIES: Final = frozenset(("U.S.", "US", "U.K.", "UK", "N.Z.", "H.K.", "E.C."))
"""Countries that stand before nouns as an adjective would."""

_Rule: TypeAlias = Callable[["Naming", int, int], bool]
_LONGEST_OPENED: Final = 6
"""Words of a company's name at most that its first word declares."""
_OPENERS: Final = (
    COUNTRIES | lex.CLUB_OPENERS | lex.EVENT_OPENERS | lex.EVENT_HEADS | lex.COMPANY_OPENERS | lex.BEARINGS
    | lex.PLACE_OPENERS | {"Air", "&"}
)  # fmt: skip
_CLOSERS: Final = lex.HEADS | lex.FIELDS | lex.NICKNAMES | {"&"}
"""First and last words of names of two words that rules look at, beside plurals and words with a hyphen."""


def name_headed(run: Naming, low: int, high: int) -> bool:
    """Name what its last or first word, or the word before "of", declares."""
    words, last = run.words, run.words[high - 1]
    if high - low == 2 and words[low] not in _OPENERS and last not in _CLOSERS and last[-1] != "s" and "-" not in last:
        return False  # as most people
    for at in range(low + 1, high - 1):
        if words[at] in ("of", "for", "on"):
            return _name_with_of(run, low, at, high)
    for rule in _RULES:  # noqa: SIM110 - a generator takes twice as long, and most runs come here
        if rule(run, low, high):
            return True
    return False


def _name_with_of(run: Naming, low: int, of: int, high: int) -> bool:
    words, head = run.words, run.words[of - 1]
    prize = words[high - 2] == "Year" and words[high - 1] in lex.EVENT_HEADS
    campaign = words[of] == "for" and head in lex.FOR_ORGANISATIONS
    if prize or (not campaign and (head in lex.EVENT_OPENERS or head in lex.EVENT_HEADS)):
        run.add(low, high, EVENT, CERTAIN)
    elif head in lex.OF_ORGANISATIONS or head in lex.FOR_ORGANISATIONS:
        # "Bank of Osk Governor Odile Varga"
        end = next((at for at in range(of + 2, high - 1) if words[at] in lex.TITLE_HEADS), high)
        run.add(low, end, ORGANISATION, CERTAIN)
        run.name(end, high)
    elif head in lex.OF_PLACES:
        run.add(low, high, PLACE, CERTAIN)
    else:
        return False
    return True


def _after_country(run: Naming, low: int, high: int) -> bool:
    """Name "US" and "Osk Research Center"."""
    if run.words[low] not in COUNTRIES or high - low < 3 or not run.is_own(low + 1) or run.known(low, high):
        return False
    run.take_known(low, low + 1)
    run.name(low + 1, high)
    return True


def _firm(run: Naming, low: int, high: int) -> bool:
    """Name "Keel & Ferry", each firm of "Keel & Ferry, Osk & Son", each person of "Odile Keel & Tom Ferry"."""
    if "&" not in run.words[low:high]:
        return False
    parts = _parted(run, low, high, ands=True)
    if not all(end - begin > 1 and _is_sure_person(run, begin, end) for begin, end in parts):
        parts = _parted(run, low, high, ands=False)
        if not any("&" in run.words[begin:end] for begin, end in parts[:-1]):
            return run.took(low, high, ORGANISATION, CERTAIN)
    for begin, end in parts:
        run.name(begin, end)
    return True


def _parted(run: Naming, low: int, high: int, *, ands: bool) -> list[tuple[int, int]]:
    """Return the stretches that commas part, and `ands` too."""
    parts = []
    begin = low
    for at in range(low + 1, high):
        is_and = ands and run.words[at] == "&"
        if is_and or at in run.after_commas:
            parts.append((begin, at))
            begin = at + is_and
    return [*parts, (begin, high)]


def _is_sure_person(run: Naming, low: int, high: int) -> bool:
    return plain(run.words[low]) in run.gazetteer.given and person_weight(run, low, high) >= CERTAIN


def _club(run: Naming, low: int, high: int) -> bool:
    """Name "Dynamo Osk"."""
    opens = run.words[low] in lex.CLUB_OPENERS and high - low <= 3
    return opens and run.words[high - 1] not in lex.NO_CLUBS and run.took(low, high, ORGANISATION, LIKELY)


def _event(run: Naming, low: int, high: int) -> bool:
    """Name "Typhoon Osk", "Osk Cup", "World War II"."""
    declared = run.words[low] in lex.EVENT_OPENERS or run.words[high - 1] in lex.EVENT_HEADS or run.is_war(high)
    return declared and run.took(low, high, EVENT, LIKELY)


def _of_country(run: Naming, low: int, high: int) -> bool:
    """Name the country of "U.S. Banks"."""
    if run.words[low] not in COUNTRIES or high - low != 2 or not run.is_vague(high - 1):
        return False
    run.take_known(low, low + 1)
    return True


def _company_opened(run: Naming, low: int, high: int) -> bool:
    """Name "Banque Osk" and "Air Osk"."""
    if run.words[low] == "Air" and high - low == 2:
        opens = run.words[high - 1] not in lex.HEADS and not run.is_common(high - 1)
    else:
        opens = run.words[low] in lex.COMPANY_OPENERS and high - low <= _LONGEST_OPENED
        # "Credit Agreement", which English has too.
        opens = opens and not (run.is_common(low) and all(map(run.is_common, range(low + 1, high))))
    return opens and run.took(low, high, ORGANISATION, CERTAIN)


def _front(run: Naming, low: int, high: int) -> bool:
    """Name the "Western Front"."""
    front = run.words[high - 1] == "Front" and run.words[high - 2] in lex.BEARINGS
    return front and run.took(low, high, PLACE, LIKELY)


def _with_acronym(run: Naming, low: int, high: int) -> bool:
    """Name "Lamp Industry Association LIA", both the name and the letters."""
    head = high - 2
    if high - low < 3 or run.words[head] not in lex.ORGANISATION_HEADS or not run.is_its_acronym(head + 1):
        return False
    run.add_headed(run.without_opening(low, head + 1), head + 1, ORGANISATION)
    run.name_acronym(head + 1)
    return True


def _organisation(run: Naming, low: int, high: int) -> bool:
    """Name "Osk Corp", and "Osk Union-Tribune" and "Commerce Bank-Selwyn"."""
    last = run.words[high - 1]
    if last == "District" and run.words[high - 2] in ("School", "Schools"):
        return run.took(low, high, ORGANISATION, CERTAIN)
    headed = last in lex.ORGANISATION_HEADS
    if not headed and "-" in last:
        headed = last.rpartition("-")[2] in lex.ORGANISATION_HEADS or last.startswith("Bank-") or is_double(last)
    return headed and _is_headed(run, low, high, ORGANISATION)


def _branch(run: Naming, low: int, high: int) -> bool:
    """Name "Osk College Berlin"."""
    head = run.words[high - 2]
    if high - low < 3 or head not in lex.ORGANISATION_HEADS or head in lex.LEAGUES:
        return False
    return run.known_place(high - 1, high) and run.took(low, high, ORGANISATION, LIKELY)


def _company_of_field(run: Naming, low: int, high: int) -> bool:
    """Name "Osk Research"."""
    if run.words[high - 1] not in lex.FIELDS or _is_somebody(run, low, high):
        return False
    if run.words[low] in lex.DEMONYMS or run.known_place(low, high - 1):
        return False
    own = not all(map(run.gazetteer.is_word, run.lower[low : high - 1]))
    return run.took(low, high, ORGANISATION, LIKELY if own else FAIR, common=not own)


def _place(run: Naming, low: int, high: int) -> bool:
    """Name "Osk River"; "Osk Mountain resorts" are of the Osk Mountains."""
    if run.words[high - 1] not in lex.PLACE_HEADS:
        return False
    many = run.gazetteer.places.get(f"{run.text(low, high)}s")
    return run.took(low, high, PLACE, CERTAIN, many) if many else _is_headed(run, low, high, PLACE)


def _thing(run: Naming, low: int, high: int) -> bool:  # noqa: ARG001 - its first words do not matter
    """Leave "Osk Act" without a name."""
    return run.words[high - 1] in lex.THING_HEADS


def _region(run: Naming, low: int, high: int) -> bool:
    """Name "Northern Osk" and "Upper North Osk"."""
    where = run.words[low] in lex.BEARINGS and (run.known_place(low + 1, high) or run.words[low + 1] in lex.BEARINGS)
    return where and run.took(low, high, PLACE, CERTAIN)


def _team(run: Naming, low: int, high: int) -> bool:
    """Name "Houston Comets" and "Tampa Bay Devil Rays": a city and a plural, or a nickname that is none."""
    last, gazetteer = run.words[high - 1], run.gazetteer
    if last[-1] == "s" and last in club_nicknames():
        in_city = run.known_place(low, high - 1) or (high - low > 2 and run.known_place(low, high - 2))
        if in_city or (last not in lex.VAGUE_NICKNAMES and _may_be_city(run, low, high - 1)):
            return run.took(low, high, ORGANISATION, LIKELY)
    if last not in lex.NICKNAMES:
        borne = last in gazetteer.surnames or run.words[low] in gazetteer.given
        if not last.endswith("s") or (borne and not gazetteer.is_word(run.lower[high - 1])):
            return False
    in_city = run.known_place(low, high - 1) or (high - low > 3 and run.known_place(low, high - 2))
    return in_city and run.took(low, high, ORGANISATION, LIKELY)


def _may_be_city(run: Naming, low: int, high: int) -> bool:
    """Tell what a team may be called after that nobody knows: no people, no letters, nobody."""
    words = run.words[low:high]
    if run.opens or words[0] in lex.OF_PEOPLES or run.is_borne(words[0]):
        return False
    return all(word.isalpha() and not word.isupper() and word not in lex.HEADS for word in words)


_SAINTS: Final = ("St", "St.")


def _place_opened(run: Naming, low: int, high: int) -> bool:
    """Name "Lake Osk", and no saint."""
    if high - low == 2 and run.words[low] in _SAINTS and run.words[high - 1] in run.gazetteer.given:
        return False
    opens = run.words[low] in lex.PLACE_OPENERS and high - low <= 3 and not _has_given(run, low)
    return opens and not run.known_place(low, high - 1) and run.took(low, high, PLACE, LIKELY)


_RULES: Final[tuple[_Rule, ...]] = (
    _after_country,
    _firm,
    _club,
    _event,
    _of_country,
    _company_opened,
    _front,
    _with_acronym,
    _organisation,
    _branch,
    _company_of_field,
    _place,
    _thing,
    _region,
    _team,
    _place_opened,
)


def _is_headed(run: Naming, low: int, high: int, kind: EntityKind) -> bool:
    """Add a name with a head, unless it is somebody's; tell whether it did."""
    if _is_somebody(run, low, high):
        return False
    run.add_headed(run.without_opening(low, high), high, kind)
    return True


def _is_somebody(run: Naming, low: int, high: int) -> bool:
    """Tell "Odile Banks", whose family name is a head."""
    return run.words[high - 1] in run.gazetteer.surnames and _has_given(run, low) and ends_a_person(run, low, high)


def _has_given(run: Naming, low: int) -> bool:
    """Tell a given name that is no place."""
    return plain(run.words[low]) in run.gazetteer.given and not run.known_place(low, low + 1)
