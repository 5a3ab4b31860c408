"""One entity of the archive: how it is spelled, when it is named, with whom, and in which sentences."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from docs_store.answers import Facets
from docs_store.entities.gazetteer import demonyms
from docs_store.entities.names_like import may_stand_for_more, stands_for
from docs_store.model import Article, EntityCount, EntityKind, EntityMention, SearchHit, Span
from docs_store.query.completing import ENTITY_KINDS
from docs_store.query.model import Field
from docs_store.store import Kinds, Store
from docs_store.text import cut_at_word, fold
from docs_store.words import words

_FIELDS: Final = {kind: field for field, kind in ENTITY_KINDS.items()}
"""The field of a query that asks for each kind; those without one of their own are asked for as None is."""

_LOOKED_AT: Final = 40
"""Entities named along with it that are looked at: the most frequent everywhere are rarely the most telling."""

_COUNTED: Final = 5_000
"""Articles in which it is counted who is named along: of 70,000 this would take 100 ms."""

_LONGEST: Final = 300
"""Code points of a sentence."""

_ONE_ENTITY = re.compile(rf'(?P<field>(?i:{"|".join(ENTITY_KINDS)})):"(?P<name>[^"]+)"')
_SENTENCE_END = re.compile(
    r"[.!?…](?<![A-Z].)(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bSen.)(?<!\bGov.)(?<!\bRep.)"
    r"[\"”’»)\]]*\s+|[。！？]"
)
"""Not after "U.S." and "J. Varga"."""


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity named in the same articles."""

    entity: EntityCount
    """`articles` are those of the whole archive."""
    together: int
    """Articles that name both: of the months of the last 5,000 or more, where more name the entity."""
    times: float
    """How many times as often as if the two had nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the archive tells of an entity."""

    entity: EntityCount
    query: str
    """What finds its articles."""
    names: tuple[EntityCount, ...]
    """Its other names, and how many articles have each: "Volcker" for "Paul Volcker"."""
    spellings: tuple[tuple[str, int], ...]
    """How the listed articles write its name, most frequent first."""
    months: tuple[tuple[dt.date, int], ...]
    """Articles by month, as in `Facets`."""
    companions: tuple[Companion, ...]
    """Most telling first: by how often and how much more often than by chance."""
    demonyms: tuple[str, ...]
    """What the people and things of a place are called: "French" for France."""
    hits: tuple[SearchHit, ...]
    """The newest articles; each snippet is the sentence that names it first, its name marked."""
    namesakes: tuple[EntityCount, ...] = ()
    """Where the name is a surname alone: who has it, in whichever articles; those in most of them first."""

    @property
    def undated(self) -> int:
        """How many of its articles have no date."""
        return max(0, self.entity.articles - sum(articles for _, articles in self.months))


def portrait(
    store: Store,
    name: str,
    kind: EntityKind | None = None,
    *,
    whole: bool = False,
    limit: int = 20,
    kinds: Kinds = None,
) -> Portrait | None:
    """Return what `store` tells of the entity called `name`, with at most `limit` articles and companions of `kinds`.

    Case and accents do not matter, and any spelling or acronym will do. Unless `name` is a `whole` name, the place is
    meant too whose people it names. None where nobody and nothing is called so (`likely` tells whom it may mean).
    Raises `StoreError`.
    """
    entity = _meant(store, name, kind, whole=whole)
    if entity is None:
        return None
    names = store.spellings(entity.name, entity.kind) or (entity,)
    entity = names[0]
    query = query_for(entity.name, entity.kind)
    named = store.facets(query, limit=0)  # by month alone, which is quick
    hits = [(hit, store.get(hit.article.id)) for hit in store.find(query, limit=limit).hits]
    spellings: Counter[str] = Counter()
    told = []
    for hit, article in hits:
        mentions = _mentions(article, entity.kind, frozenset(fold(each.name) for each in names))
        if article is None or not mentions:
            continue
        spellings.update(_spelled(article, mention) for mention in mentions)
        sentence, mark = _sentence(article, mentions[0])
        told.append(SearchHit(hit.article, hit.score, (), sentence, (mark,)))
    return Portrait(
        replace(entity, articles=named.total),
        query,
        names[1:],
        tuple(spellings.most_common(limit)),
        named.months,
        _companions(
            store,
            entity.kind,
            store.facets(f"{query} {_lately(named)}".strip(), limit=_LOOKED_AT, kinds=kinds),
            frozenset(map(fold, (*spellings, *(each.name for each in names)))),
        )[:limit],
        demonyms().get(entity.name, ()) if entity.kind is EntityKind.PLACE else (),
        tuple(told),
        _namesakes(store, entity),
    )


def _namesakes(store: Store, entity: EntityCount) -> tuple[EntityCount, ...]:
    """Return the people whose full names end with that of a person who has one word."""
    folded = fold(entity.name)
    if entity.kind is not EntityKind.PERSON or len(folded.split()) != 1:
        return ()
    begun = store.complete(query_for(entity.name, entity.kind).removesuffix('"'), limit=_LOOKED_AT)
    full = (each.value for each in begun if fold(each.value).split()[-1:] == [folded])
    found = dict.fromkeys(each for name in full for each in store.called(name, entity.kind)[:1])
    having = (each for each in found if each != entity and fold(each.name).split()[-1:] == [folded])
    return tuple(sorted(having, key=lambda each: (-each.articles, each.name)))


def query_for(name: str, kind: EntityKind) -> str:
    """Return the query that finds the articles that name an entity."""
    return f'{_field(kind)}:"{name.replace(chr(34), "")}"'


def _field(kind: EntityKind | None) -> Field:
    return _FIELDS.get(kind, _FIELDS[None])


def asked_by(query: str) -> tuple[str, EntityKind | None] | None:
    """Return the name and kind that `query` asks for where that is all it asks for: `query_for` undone."""
    asked = _ONE_ENTITY.fullmatch(query.strip())
    return (asked["name"], ENTITY_KINDS[Field(asked["field"].lower())]) if asked else None


def _meant(store: Store, name: str, kind: EntityKind | None, *, whole: bool) -> EntityCount | None:
    """Return the likeliest entity called so; unless `whole`, by its people's name too."""
    name = name.replace('"', "").strip()
    found = store.called(name, kind)
    if not (found or whole) and kind in (None, EntityKind.PLACE):
        folded = fold(name)
        people = [place for place, called in demonyms().items() if folded in map(fold, called)]
        found = tuple(each for place in people for each in store.called(place, EntityKind.PLACE))
    return next(iter(found), None)


def likely(store: Store, name: str, kind: EntityKind | None = None, *, limit: int = 3) -> tuple[EntityCount, ...]:
    """Return the entities that `name`, which is none's, may mean, the likeliest first. Raises `StoreError`.

    Those whose names have its words stand before those it is the initials of, and these before those that have a word
    which begins so. () where there is none: what is mistyped is not looked for.
    """
    name = name.replace('"', "").strip()
    if not any(map(str.isalnum, name)):
        return ()
    typed = {token.term for token in words(name)}
    begun = [each.value for each in store.complete(f'{_field(kind)}:"{name}', limit=_LOOKED_AT)]
    whole = [each for each in begun if typed.issubset(token.term for token in words(each))]
    kinds = [kind] if kind else None
    like = store.top_entities(limit=_LOOKED_AT, like=name, kinds=kinds) if may_stand_for_more(name) else ()
    initials = [each.name for each in like if stands_for(name, each.name)]
    found = (store.called(each, kind) for each in dict.fromkeys((*whole, *initials, *begun)))
    return tuple(dict.fromkeys(entities[0] for entities in found if entities))[:limit]


def _mentions(article: Article | None, kind: EntityKind, names: frozenset[str]) -> list[EntityMention]:
    return [
        mention
        for mention in (article.mentions if article else ())
        if mention.kind is kind and mention.block is not None and fold(mention.name) in names
    ]


def _spelled(article: Article, mention: EntityMention) -> str:
    return article.blocks[mention.block or 0].text[mention.start : mention.end]


def _sentence(article: Article, mention: EntityMention) -> tuple[str, Span]:
    """Return the sentence around a mention, on one line, and where the name stands in it."""
    text = article.blocks[mention.block or 0].text
    starts = [0, *(end.end() for end in _SENTENCE_END.finditer(text, 0, mention.start))]
    after = _SENTENCE_END.search(text, mention.end)
    start, end = starts[-1], after.end() if after else len(text)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    opening = ""
    if mention.start - start > _LONGEST // 2:  # begins at a word, some way before the name
        start = text.find(" ", mention.start - _LONGEST // 2, mention.start) + 1 or mention.start
        opening = "…"
    sentence = opening + cut_at_word(text[start:end].strip(), _LONGEST).replace("\n", " ")
    shift = len(opening) - start
    return sentence, (mention.start + shift, min(mention.end + shift, len(sentence)))


def _lately(facets: Facets) -> str:
    """Return what narrows a query to the last months that have enough articles, "" where all are few enough."""
    counted = 0
    if facets.total > _COUNTED:
        for month, articles in reversed(facets.months):
            counted += articles
            if counted >= _COUNTED:
                return f"after:{month.isoformat()}"
    return ""


def _companions(store: Store, kind: EntityKind, facets: Facets, own: frozenset[str]) -> tuple[Companion, ...]:
    # A part of the name left to itself elsewhere is no company.
    own |= {word for name in own for word in name.split()}
    others = [each for each in facets.entities if each.kind is not kind or fold(each.name) not in own]
    totals = store.entity_counts([(each.name, each.kind) for each in others])
    articles = store.count()
    found = [
        Companion(total, each.articles, each.articles * articles / (facets.total * total.articles))
        for each, total in zip(others, totals, strict=True)
        if total.articles
    ]
    # Local mutual information (Evert, "The Statistics of Word Cooccurrences", 2005): frequent and beyond chance.
    found.sort(key=lambda each: (-each.together * math.log(max(each.times, 1e-9)), each.entity.name))
    return tuple(each for each in found if each.times > 1) or tuple(found)
