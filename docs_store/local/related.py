"""What to read next: what an article links, then what is like it, each with its reason in words."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from docs_store.answers import Related, Relation
from docs_store.local.index_reader import IndexReader
from docs_store.local.likeness import Sought, share_of_headline
from docs_store.local.links import title_key, url_key
from docs_store.local.records import Records
from docs_store.model import UNDATED, Article, ArticleSummary, EntityCount, Link
from docs_store.notes import linked_notes, meant
from docs_store.relations import Common, are_few, are_few_for_headlines, may_be_of_story, relation, telling
from docs_store.stories.editions import EDITION
from docs_store.text import fold

_POOL: Final = 40
"""Articles with like words that are looked at closely."""

_HEADLINE: Final = 0.8
_ENTITIES: Final = 0.1
_TIME: Final = 0.05
"""How much a headline that says the same, all entities shared, and the same day add to likeness of words, which is 1
for the article itself.

Chosen on one half of four sets and confirmed on the other. Precision at 5, a mean over labels, before headlines counted
more than text and since: BBC news by section .937 and .942, Reuters-21578 by words of headlines .65 and .74, Cranfield
and CISI by the questions that two documents answer .36 and .40, .57 and .59. Entities and time hardly move it.
"""

_FADING: Final = 14 * 86_400
"""Seconds after which closeness in time counts for a third: a story is told over about two weeks."""

_NEAR_TITLE: Final = 90.0
"""Per cent of letters that two headlines share where one is the other, retyped."""

_EDITION: Final = 4.0
_LINKED: Final = 3.0
"""Scores of other editions, and of what the article itself links: above all that is merely alike."""

_ALWAYS: Final = 5
_CLEARLY: Final = 0.2
"""Articles offered however doubtful, and the likeness from which further ones are offered for their words alone."""

_MOST_FOLDERS: Final = 6
_MOST_FILES: Final = 20_000
"""How far above a note, and among how many articles, the notes it links by name are looked for: some 20 ms."""

_NAMED: Final = 3
"""Words that a reason holds."""


class _Shared(NamedTuple):
    """The entities two articles share."""

    entities: tuple[EntityCount, ...]
    """Most telling first; none where they are no reason by themselves."""
    overlap: float
    """Their share of the first article's entities, by rarity, 0 to 1."""


def related(article_id: str, records: Records, index: IndexReader, *, limit: int) -> tuple[Related, ...]:
    """Return at most `limit` articles to read after this one."""
    article = records.get(article_id)
    row = records.row_of(article_id)
    if article is None or row is None or limit <= 0:
        return ()
    editions = records.editions_of(row)
    linked = {other: one for other, one in _linked(article, row, records, index).items() if other not in editions}
    alike = _alike(article, row, editions, records, index, limit + len(linked))
    found = [
        *(
            Related(other, EDITION, _EDITION - place / 1000, Relation.SAME_STORY, of_story=True)
            for place, other in enumerate(editions.values())
        ),
        *(_compared(one, alike.get(other)) for other, one in linked.items()),
        *(one for other, one in alike.items() if other not in linked),
    ]
    return tuple(found[:limit])


def _compared(linked: Related, alike: Related | None) -> Related:
    return replace(linked, of_story=alike.of_story, likeness=alike.likeness) if alike else linked


def _linked(article: Article, row: int, records: Records, index: IndexReader) -> dict[int, Related]:
    """Return the archive's own copies of what the article links, in the order it does."""
    by_url = records.with_url_keys(filter(None, (url_key(link.url) for link in article.links)))
    by_title = records.with_title_keys(title_key(link.title) for link in article.links)
    by_name = _named(article, records)
    rows: dict[int, Link] = {}
    for link in article.links:
        target = by_name.get(link.title) if not link.url else None
        target = target or by_url.get(url_key(link.url)) or by_title.get(title_key(link.title))
        if target is None:
            target = _retitled(link.title, records, index)
        if target is not None and target != row:
            rows.setdefault(target, link)
    summaries = records.summaries(rows)
    return {
        target: Related(summaries[target], f"linked: {link.kind}", _LINKED - order / 1000, Relation.LINKED)
        for order, (target, link) in enumerate(rows.items())
        if target in summaries
    }


def _named(article: Article, records: Records) -> dict[str, int]:
    """Return the notes that a note links by their files' names: those nearest to it, by the names."""
    names = dict.fromkeys(linked_notes(article))
    found: dict[str, int] = {}
    folder = article.path
    for _ in range(_MOST_FOLDERS):
        folder = folder.rpartition("/")[0]
        if not folder or len(found) == len(names):
            break
        rows = records.in_folder(folder, _MOST_FILES + 1)
        if len(rows) > _MOST_FILES:
            break
        here = meant((name for name in names if name not in found), article.path, rows)
        found |= {name: rows[path] for name, path in here.items()}
    return found


def _retitled(title: str, records: Records, index: IndexReader) -> int | None:
    key = title_key(title)
    if not key:
        return None
    near = records.summaries(index.with_title_like(title, 5))
    alike = ((fuzz.ratio(key, title_key(summary.title)), -row) for row, summary in near.items())
    best, row = max(alike, default=(0.0, 0))
    return -row if best >= _NEAR_TITLE else None


def _alike(
    article: Article, row: int, leave_out: Iterable[int], records: Records, index: IndexReader, limit: int
) -> dict[int, Related]:
    """Return what is like an article by row, best first."""
    similar = index.similar(article, max(_POOL, 2 * limit) + 1)
    itself = next((hit.score for hit in similar.hits if hit.row == row), 0.0)
    top = max(itself, max((hit.score for hit in similar.hits), default=0.0)) or 1.0
    left_out = {row, *leave_out}
    likeness = {hit.row: hit.score / top for hit in similar.hits if hit.row not in left_out}
    summaries = records.summaries(likeness)
    articles = records.count()
    shared = _shared(article, row, list(summaries), articles, records)
    scores = {
        other: likeness[other]
        * (
            1
            + _HEADLINE * share_of_headline(summary.title, similar.terms, index.analyse)
            + _ENTITIES * shared[other].overlap
            + _TIME * _closeness(article.summary, summary)
        )
        for other, summary in summaries.items()
    }
    ranked = sorted(summaries, key=lambda other: (-scores[other], -summaries[other].sort_time, summaries[other].id))
    best = [
        other
        for place, other in enumerate(ranked[:limit])
        if place < _ALWAYS or shared[other].entities or likeness[other] >= _CLEARLY
    ]
    common = {other: Common(articles, likeness[other], shared[other].entities) for other in best}
    may_be = {other for other in best if may_be_of_story(article.summary, summaries[other], common[other])}
    texts = records.articles(other for other in best if other in may_be or not shared[other].entities)
    headline = {token.term for token in index.analyse(article.title)}
    few = {term for term in similar.terms if may_be and are_few_for_headlines(index.holding_term(term), articles)}
    rare = {term for term in few if _is_rare(term, similar.terms, index, articles)}
    found = {}
    for other in best:
        text = texts.get(other)
        held = index.terms_of(text) & similar.terms.keys() if text else frozenset[str]()
        seen = common[other]
        if text and not shared[other].entities:
            tags = [tag for tag in dict.fromkeys(article.tags) if tag in text.tags]
            seen = seen._replace(words=_first_of(similar.terms, held), tags=tags)
        if other in may_be:
            theirs = {token.term for token in index.analyse(summaries[other].title)}
            seen = seen._replace(
                rare_words=len(held & rare), of_headline=not (held & few).isdisjoint(headline | theirs)
            )
        group, reason = relation(article.summary, summaries[other], seen)
        found[other] = Related(
            summaries[other], reason, scores[other], group, of_story=group.of_story, likeness=likeness[other]
        )
    return found


def _is_rare(term: str, asked: Mapping[str, Sought], index: IndexReader, articles: int) -> bool:
    return not asked[term].word.isdigit() and are_few(index.holding_term(term), articles)


def _shared(article: Article, row: int, others: Sequence[int], articles: int, records: Records) -> dict[int, _Shared]:
    mentions = records.mentions_of([row, *others])
    own = mentions.get(row, {})
    authors = {fold(author) for author in article.authors}  # who wrote it is not what it is about
    known = {number: entity for number, entity in records.entities(own).items() if fold(entity.name) not in authors}
    weights = {number: math.log1p(articles / max(1, entity.articles)) for number, entity in known.items()}
    all_of_them = sum(weights.values()) or 1.0
    result: dict[int, _Shared] = {}
    for other in others:
        common = [number for number in mentions.get(other, {}) if number in weights]
        common.sort(key=lambda number: (-weights[number] * (1 + math.log(own[number])), known[number].name))
        overlap = sum(weights[number] for number in common) / all_of_them
        result[other] = _Shared(telling((known[number] for number in common), articles), overlap)
    return result


def _closeness(one: ArticleSummary, other: ArticleSummary) -> float:
    """Return 1 for the same moment, falling towards 0; 0 where a date is unknown."""
    if UNDATED in (one.dated_time, other.dated_time):
        return 0.0
    return math.exp(-abs(one.dated_time - other.dated_time) / _FADING)


def _first_of(asked: Mapping[str, Sought], held: Collection[str]) -> list[str]:
    """Return the words looked for that are held, most telling first, at most as many as a reason has."""
    return list(
        islice((each.word.lower() for term, each in asked.items() if term in held and not each.word.isdigit()), _NAMED)
    )
