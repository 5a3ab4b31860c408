"""Which names of an archive are spellings of one: people, companies and other bodies, told from the names themselves.

However many names there are, this stays bounded: an archive keeps the `keys` of each name, looks up the few that share
one, and lets `united` compare them. Two people who share a family name stay two: where many bear it, where two fit, or
where only a stranger does, a name stands for itself.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities.gazetteer import load
from docs_store.entities.names import initials, key, plain
from docs_store.entities.organisations_alike import body, is_slip, organisation_keys
from docs_store.entities.persons_alike import (
    bears,
    family_agrees,
    load_surnames,
    may_be_one,
    second_family,
    skeleton,
    turned,
)
from docs_store.entities.persons_parted import is_initial, load_given, parted
from docs_store.entities.places_alike import place_keys
from docs_store.model import EntityKind
from docs_store.text import fold

MOST: Final = 400
"""Names that are compared at most; where more share a key, only the same letters make them one."""

_COMPARED: Final = 40
_CROWD: Final = 12
"""Full names, and people, of one family name beyond which a first name that only may be the same is no sign."""

_KNOWN: Final = 3
_ABOVE: Final = 10
"""Articles from which a person is meant by the bare family name, and how many times as often named as any namesake."""

_FULL: Final = defaultdict(lambda: 1, {EntityKind.PERSON: 10, EntityKind.ORGANISATION: 4})
"""How many times as often as in full a name may be written short for the full one to be shown."""

_ATTESTING: Final = 3
"""Articles that use an acronym for a name from which on others mean that too; fewer tell it of as many as name it."""

_ACRONYM: Final = range(3, 9)
"""Letters of an acronym."""


class Name(NamedTuple):
    """A name of the archive."""

    name: str
    articles: int
    number: int = 0
    """The store's own, handed back."""


Attests: TypeAlias = Callable[[Name, str], int]
"""An organisation's name and an acronym → how many articles that name it so also use the acronym for it."""


def _never(name: Name, acronym: str) -> int:  # noqa: ARG001
    return 0


class _Group:
    """Names of the same letters."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.articles = sum(each.articles for each in names)
        self.name = max(names, key=lambda each: (each.articles, each.name)).name

    def is_of(self, folded: Collection[str]) -> bool:
        """Whether one of its names is among those folded."""
        return any(fold(each.name) in folded for each in self.names)


def keys(name: str, kind: EntityKind) -> frozenset[str]:
    """Return what `name` shares with the names that may be spellings of it; a few short words."""
    found = {_letters(name)}
    if kind is EntityKind.PERSON:
        person = parted(name)
        found.add(f"person {skeleton(person.family)}")
        if person.given:  # a slip of a letter is looked for where the other letters are
            found.add(f"slip {person.given[0]} {person.family[:2]}{person.family[-2:]}")
        if both := turned(person):
            found.add(f"turn {both}")
        if first := second_family(person):
            found.add(f"person {skeleton(first)}")
    elif kind is EntityKind.ORGANISATION:
        found |= organisation_keys(name)
        if short := _acronym(name):
            found.add(f"short {short}")
    elif kind is EntityKind.PLACE:
        found |= {f"place {each}" for each in place_keys(name)}
    return frozenset(found)


def united(
    name: str,
    names: Sequence[Name],
    kind: EntityKind,
    *,
    apart: Collection[str] = frozenset(),
    attests: Attests = _never,
) -> tuple[Name, ...]:
    """Return those of `names`, which share a key with `name`, that are spellings of it: first the one to show.

    `apart` holds the folded names that stand for themselves, whatever they are like. () where `name` is not there.
    """
    by_key: dict[str, list[Name]] = defaultdict(list)
    for each in names:
        by_key[_letters(each.name)].append(each)
    own = _letters(name)
    if own not in by_key:
        return ()
    groups = {each: _Group(found) for each, found in by_key.items()}
    if apart:
        groups = {each: group for each, group in groups.items() if each == own or not group.is_of(apart)}
        if groups[own].is_of(apart):
            return tuple(each for each in names if fold(each.name) == fold(name))
    joined = _joined(own, groups, kind, attests) if len(names) < MOST else [own]
    found = [each for part in joined for each in groups[part].names]
    shown = _shown(found, kind)
    return tuple(sorted(found, key=lambda each: (each is not shown, -each.articles, each.name)))


def agreed(name: str, look: Callable[[str], tuple[Name, ...]]) -> tuple[Name, ...]:
    """Return what `look` finds united with `name`, the same by whichever of these it is asked: what the first has."""
    found = look(name)
    if len(found) < 2:
        return found
    first, own = look(found[0].name), _letters(name)
    if any(_letters(each.name) == own for each in first):
        return first
    return tuple(each for each in found if each not in first)


def _shown(names: Sequence[Name], kind: EntityKind) -> Name:
    """Return the name that most articles have; what it is in full where that is a family name, or an acronym."""
    first = min(names, key=lambda each: (-each.articles, " " not in each.name, each.name))
    if " " in first.name:
        return first
    full = [each for each in names if " " in each.name and _FULL[kind] * each.articles >= first.articles]
    if kind is EntityKind.ORGANISATION:
        letters = _bare_acronym(first.name)  # "BBC News" and "MCI Corp" say no more than the letters
        full = [each for each in full if letters and letters not in each.name.replace(".", "").split()]
    return min(full, key=lambda each: (-each.articles, each.name), default=first)


def _bare_acronym(name: str) -> str:
    letters = name.replace(".", "")
    return letters if letters.isupper() and " " not in letters else ""


def _joined(own: str, groups: dict[str, _Group], kind: EntityKind, attests: Attests) -> list[str]:
    match kind:
        case EntityKind.PERSON:
            return _people(own, groups)
        case EntityKind.ORGANISATION:
            return _organisations(own, groups, attests)
        case EntityKind.PLACE:
            return _places(own, groups)
        case _:
            return [own]


def _cliques(names: Sequence[str], alike: Callable[[str, str], bool], weak: Callable[[str], object]) -> list[list[str]]:
    """Return `names` in sets of which all are alike. What is like two that are unlike stands alone, first the weak."""
    near: dict[str, set[str]] = {name: set() for name in names}
    for one, other in combinations(names, 2):
        if alike(one, other):
            near[one].add(other)
            near[other].add(one)
    for name in sorted(names, key=weak):  # type: ignore[arg-type]  # sorted by what can be compared
        if any(other not in near[one] for one, other in combinations(near[name], 2)):
            for one in near[name]:
                near[one].discard(name)
            near[name] = set()
    # Now the likes of each are alike among themselves.
    return [sorted({name, *near[name]}) for name in names if all(name < other for other in near[name])]


def _people(own: str, groups: dict[str, _Group]) -> list[str]:
    asked = parted(groups[own].name)
    persons = {each: parted(group.name) for each, group in groups.items()}
    persons = {
        each: person
        for each, person in persons.items()
        if family_agrees(person.family, asked.family) or may_be_one(person, asked)
    }
    full = [each for each, person in persons.items() if person.given]
    cliques = [[each] for each in full]
    if len(full) <= _COMPARED:
        likely = _cliques(
            full,
            lambda one, other: may_be_one(persons[one], persons[other]),
            lambda each: (not is_initial(persons[each]), len(persons[each].given), groups[each].articles, each),
        )
        cliques = likely if len(likely) <= _CROWD else cliques
    for bare, person in persons.items():
        bearer = _bearer(person.family, cliques, groups) if person.bare else None
        if bearer and any(bears(persons[each], person.family) for each in bearer):
            bearer.append(bare)
    return next((clique for clique in cliques if own in clique), [own])


def _bearer(bare: str, cliques: Sequence[list[str]], groups: dict[str, _Group]) -> list[str] | None:
    """Return the person that is meant by a family name alone: who is named far more often than all namesakes."""
    ranked = sorted(cliques, key=lambda clique: -_articles(clique, groups))
    first, second = (*(_articles(clique, groups) for clique in ranked[:2]), 0, 0)[:2]
    if bare in load_given():
        times, least = 2 * _ABOVE, 2 * _ABOVE
    else:
        times, least = _ABOVE, _KNOWN if bare in load_surnames() or load().is_word(bare) else 1
    return ranked[0] if first >= max(least, times * second) else None


def _articles(clique: Sequence[str], groups: dict[str, _Group]) -> int:
    return sum(groups[each].articles for each in clique)


def _organisations(own: str, groups: dict[str, _Group], attests: Attests) -> list[str]:
    bodies = {each: body(group.name) for each, group in groups.items()}

    def alike(one: str, other: str) -> bool:
        mine, its = bodies[one], bodies[other]
        if mine.known and its.known:
            return mine.known == its.known
        tails, other_tails = mine.tails, its.tails
        if mine.core == its.core:
            if tails and other_tails:
                return all(map(operator.eq, tails, other_tails))
            bare, named = (groups[one], groups[other]) if other_tails else (groups[other], groups[one])
            if bare.name.isupper() and bare.articles > named.articles:
                return False  # letters that are called so by themselves: the ICO is not ICO Inc
            return _tells(bare.name) and _tells(named.name)
        if mine.abroad and mine.abroad == its.abroad and (mine.foreign or its.foreign):
            return True
        return is_slip(mine, its)

    cliques = _cliques(
        list(groups), alike, lambda each: (len(bodies[each].tails), len(each), groups[each].articles, each)
    )
    for clique in [clique for clique in cliques if len(clique) == 1]:
        if letters := _bare_acronym(groups[clique[0]].name):
            _join_acronym(clique, letters, cliques, groups, attests)
    return next(clique for clique in cliques if own in clique)


def _join_acronym(
    alone: list[str], letters: str, cliques: list[list[str]], groups: dict[str, _Group], attests: Attests
) -> None:
    """Join an acronym with the one organisation, where there is one, that articles call so.

    One article that spells it out does not tell what the letters mean in more others than have the name: NBC, to most,
    is no corporation of Namibia.
    """
    bare = _articles(alone, groups)

    def fits(each: str) -> bool:
        if _acronym(groups[each].name) != letters.lower():
            return False
        attesting = attests(groups[each].names[0], letters)
        return attesting >= _ATTESTING or (attesting > 0 and groups[each].articles >= bare)

    fitting = [clique for clique in cliques if clique is not alone and any(map(fits, clique))]
    if len(fitting) == 1:
        cliques.remove(alone)
        fitting[0].extend(alone)


def _places(own: str, groups: dict[str, _Group]) -> list[str]:
    shared = {each: frozenset().union(*(place_keys(one.name) for one in group.names)) for each, group in groups.items()}
    cliques = _cliques(
        list(groups), lambda one, other: not shared[one].isdisjoint(shared[other]), lambda each: groups[each].articles
    )
    return next(clique for clique in cliques if own in clique)


def _tells(name: str) -> bool:
    """Tell whether a company is known by its name proper: not where that is one word that means something else."""
    core = [word for word in name.split() if word.rstrip(".,") not in lex.COMPANY_TAILS]
    if len(core) != 1:
        return bool(core)
    gazetteer, word = load(), plain(core[0])
    return not (word in gazetteer.places or word in gazetteer.given or gazetteer.is_word(word.lower()))


@lru_cache(maxsize=16_384)
def _letters(name: str) -> str:
    return key(name) or name


def _acronym(name: str) -> str:
    """Return the letters by which an organisation may be called: its initials, or the name itself where it is such."""
    letters = name.replace(".", "")
    if " " in name:
        letters = initials(name)
    return letters.lower() if letters.isupper() and len(letters) in _ACRONYM else ""
