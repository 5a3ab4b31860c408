"""Which entity is called so: by its name, or another spelling, a former name, an acronym.

However many names there are, this stays bounded: each way to be called so is one look-up by key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from docs_store.entities.gazetteer import exonyms, exonyms_in_latin, load, organisations_abroad
from docs_store.entities.listing import Entity, Key, Unite
from docs_store.entities.spellings import Attests, Name, united
from docs_store.model import EntityKind
from docs_store.text import fold

_ACRONYM: Final = 6
"""Letters and stops of a word up to which it may be an acronym typed in small letters."""

_OTHER_SCRIPTS: Final = ("ru", "uk", "el", "ar", "fa", "he", "ja", "zh", "ko")
"""Languages whose names of places and organisations the gazetteer has, in scripts of their own."""


class Called(NamedTuple):
    """Who and what is called so."""

    entities: tuple[Entity, ...] = ()
    """The likeliest first; () where nobody and nothing is."""
    just_so: bool = False
    """Whether it is the very name of each; else there are other ways to call them so, and the first is meant."""

    @property
    def meant(self) -> tuple[Entity, ...]:
        """Those that a query means: all that have just this name, or the one that is likely called so."""
        return self.entities if self.just_so else self.entities[:1]


@dataclass(frozen=True, slots=True)
class Book:
    """How an archive looks names up."""

    entities: Unite
    near: Callable[[str, EntityKind], Collection[Name]]
    """A name and a kind → the names of that kind that share one of its `spellings.keys`."""
    apart: Collection[str]
    """Folded names that stand for themselves."""
    attests: Attests
    corrected: Callable[[str, EntityKind], Key | None]
    """A name and a kind → what corrections made of it; None where they say nothing."""
    written: Callable[[str], Mapping[Key, int]]
    """A folded form → the names for which articles write it, and how many articles do (see `written`)."""

    def entity(self, name: str, kind: EntityKind) -> Entity:
        """Return the entity of that name, or the one that it would be a spelling of, were it in an article."""
        (found,) = self.entities([(name, kind)])
        if found.names:
            return found
        names = self.near(name, kind)
        if not names:
            return found
        asked = Name(name, 0, -1)
        spelled = united(name, [*names, asked], kind, apart=self.apart, attests=self.attests)
        others = [each for each in spelled if each is not asked]
        return self.entities([(others[0].name, kind)])[0] if others else found


def called(name: str, kinds: Sequence[EntityKind], book: Book) -> Called:
    """Return the entities of some kinds called `name`, whatever its case and accents.

    Those that have just this name, the most frequent first; where none has, those that corrections gave another name;
    where there is none, those of which it is another name or acronym: first those for which most articles write it,
    surnames alone last.
    """
    if not any(map(str.isalnum, name)):
        return Called()
    folded = fold(name)
    same = [entity for entity in book.entities([(name, kind) for kind in kinds]) if entity.names]
    just_so = [(each.name, entity.kind) for entity in same for each in entity.names if fold(each.name) == folded]
    if just_so:
        exact = book.entities(just_so)  # asked as it is written: "imf" shares nothing with what the IMF is in full
        return Called(_once(exact, lambda entity: (-entity.articles,)), just_so=True)
    led = [key for kind in kinds if (key := book.corrected(name, kind))]
    if corrected := [entity for entity in book.entities(led) if entity.names]:
        return Called(_once(corrected, lambda entity: (-entity.articles,)))
    known = [book.entity(*key) for form in _forms(name) for key in _known(form) if key[1] in kinds]
    spelled = [book.entity(form, kind) for form, kind in product(_forms(name), kinds)]
    counts = {key: many for key, many in book.written(folded).items() if key[1] in kinds}
    written = dict(zip(counts, book.entities(list(counts)), strict=True))
    times: Counter[Key] = Counter()
    for key, entity in written.items():
        times[entity.key] += counts[key]
    found = [entity for entity in (*written.values(), *known, *spelled) if entity.names]

    def rank(entity: Entity) -> tuple[int, ...]:
        many = times[entity.key]
        return entity.kind is EntityKind.PERSON and not many, -many, -entity.articles

    return Called(_once(found, rank))


def means_namesakes(name: str, kind: EntityKind | None, *, whole: bool) -> bool:
    """Whether a query for `name` means everybody with it in their names, too: one word, of people, not in quotes."""
    return not whole and kind in (None, EntityKind.PERSON) and len(name.split()) == 1


def _once(found: Sequence[Entity], rank: Callable[[Entity], tuple[int, ...]]) -> tuple[Entity, ...]:
    by_key = {entity.key: entity for entity in found}
    return tuple(sorted(by_key.values(), key=lambda entity: (*rank(entity), entity.names[0].name, entity.kind)))


def _forms(name: str) -> tuple[str, ...]:
    """Return the name, and in capitals where it may be an acronym."""
    short = len(name) <= _ACRONYM and " " not in name
    return tuple(dict.fromkeys((name, name.upper() if short else name)))


def _known(name: str) -> Iterator[Key]:
    """Yield what the gazetteer calls so."""
    tables = load()
    for form in dict.fromkeys((name, name.title())):
        if found := tables.organisations.get(form):
            yield found, EntityKind.ORGANISATION
        if found := tables.places.get(form) or exonyms_in_latin().get(form):
            yield found, EntityKind.PLACE
    if name[:1] > "\u024f":
        yield from _in_other_scripts().get(name, ())


@cache
def _in_other_scripts() -> dict[str, tuple[Key, ...]]:
    found: dict[str, dict[Key, None]] = {}
    for language in _OTHER_SCRIPTS:
        for kind, names in (
            (EntityKind.PLACE, exonyms(language).names),
            (EntityKind.ORGANISATION, organisations_abroad(language)),
        ):
            for written, english in names.items():
                found.setdefault(written, {})[english, kind] = None
    return {written: tuple(keys) for written, keys in found.items()}
