"""Names that no rule tells: what words they are made of is a guess at their kind, and the document decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs_store.entities import lexicon as lex
from docs_store.entities.headed import COUNTRIES
from docs_store.entities.names import plain
from docs_store.entities.persons import COMPOUNDED, is_odd_person, is_rare_person
from docs_store.entities.words import FAIR, HINT, LIKELY, ORGANISATION, PERSON

if TYPE_CHECKING:
    from docs_store.entities.naming import Naming

_LONGEST_PERSON: Final = 3
"""Words of somebody's name at most, where none of them is known."""


def name_unknown(run: Naming, low: int, high: int) -> None:
    """Propose what no rule has named; the document decides."""
    high = _without_titles(run, low, high)
    if high == low or (high - low == 1 and run.words[low][1:] == "."):  # "S. African"
        return
    common = sum(map(run.gazetteer.is_word, run.lower[low:high]))
    if common == high - low:
        run.add(low, high, None, 0.0, common=True)
    elif run.words[low] in COUNTRIES and run.take_known(low, low + 1):
        run.name(low + 1, high)
    elif any(map(str.isdigit, run.words[high - 1])):  # "Osk A321", "Norway Under-21"
        if not run.take_known(low, low + 1):
            run.add(low, high, None, 0.0)
    elif not (_with_common(run, low, high, common) or (common == 0 and _without_common(run, low, high))):
        _of_somebody_or_a_place(run, low, high, common)


def _without_titles(run: Naming, low: int, high: int) -> int:
    """Return where the stretch ends without titles and peoples at its end; at `low` where the rest was known."""
    while high > low and (run.words[high - 1] in lex.TITLES or run.words[high - 1] in lex.DEMONYMS):
        high -= 1
        if high > low and run.take_known(low, high):
            return low
    return high


def _with_common(run: Naming, low: int, high: int, common: int) -> bool:
    """Name bodies that are all words of the language but one, or end with a country that is no part of them."""
    words = run.words
    if common == high - low - 1:
        if run.is_acronym(low) and not words[high - 1].isupper():
            return run.took(low, high, ORGANISATION, HINT)  # "OSK Global Lamps"
        if words[high - 1] in lex.BRANCHES and words[low] not in lex.OF_OLD:
            return run.took(low, high, ORGANISATION, LIKELY)
    called = common and not run.opens and run.is_called_after(low, high)
    return bool(called) and run.took(low, high, ORGANISATION, HINT, common=True)  # "Dark Skies Namibia"


def _without_common(run: Naming, low: int, high: int) -> bool:
    """Name what has no word of the language: a body by its known first word, letters, a body abroad, somebody."""
    words, last = run.words, run.words[high - 1]
    if all(map(run.is_letters, words[low:high])):
        for at in range(low, high):  # "EC EPROM makers"
            if not run.take_known(at, at + 1):
                run.name_acronym(at)
        return True
    if run.known_body(low, low + 1) and not run.is_borne(last):
        return run.took(low, high, ORGANISATION, FAIR)
    if run.known_place(low, low + 1) and not run.may_be_somebody(low, high):
        return run.took(low, high, ORGANISATION, HINT)  # "Ulster Unionist"
    if high - low > _LONGEST_PERSON or "/" in last:
        return False
    if _is_abroad(run, low, high):
        return run.took(low, high, ORGANISATION, FAIR)
    if run.is_code(words[low]) or (run.is_code(last) and not words[low].isupper()):
        run.add(low, high, None, 0.0)  # "OSK Varnolt", "Varnolt GSI"
    elif COMPOUNDED.match(words[low]):
        run.add(low, high, ORGANISATION, FAIR)  # "VBank Selwyn"
    else:
        run.add(low, high, PERSON, FAIR)
    return True


def _is_abroad(run: Naming, low: int, high: int) -> bool:
    """Tell what a country or city ends that is nobody's family name, or stands behind letters: "HPLM England"."""
    last = run.words[high - 1]
    if last in lex.BRANCHES:
        return True
    borne = plain(last) in run.gazetteer.surnames
    return run.known_place(high - 1, high) and (not borne or run.is_letters(run.words[low]))


def _of_somebody_or_a_place(run: Naming, low: int, high: int, common: int) -> None:
    if is_odd_person(run, low, high) or is_rare_person(run, low, high):
        run.add(low, high, PERSON, FAIR)
    elif not run.known_place(low, low + 1):
        run.add(low, high, None, 0.0)
    elif common == high - low - 1:
        run.take_known(low, low + 1)
    else:
        run.add(low, high, ORGANISATION, HINT)
