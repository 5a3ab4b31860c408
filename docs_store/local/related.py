"""What to read next: what an article links, then what is like it, each with its reason in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from docs_store.editions import EDITION
from docs_store.local.index import Index
from docs_store.local.links import title_key, url_key
from docs_store.local.records import Records
from docs_store.model import UNDATED, Article, ArticleSummary, EntityCount, Link, Related

_POOL: Final = 40
"""Articles with like words that are looked at closely."""

_ENTITIES: Final = 0.4
_TIME: Final = 0.1
"""How much all entities shared, and the same day, can add to likeness of words (1 is the article itself)."""

_FADING: Final = 14 * 86_400
"""Seconds after which closeness in time counts for a third: a story is told over about two weeks."""

_SAME_STORY_TIME: Final = 3 * 86_400
"""Seconds between two reports of one event."""

_SAME_STORY_LIKENESS: Final = 0.35
"""Likeness of words of two reports of one event."""

_NEAR_TITLE: Final = 90.0
"""Per cent of letters that two headlines share where one is the other, retyped."""

_EDITION: Final = 3.0
_LINKED: Final = 2.0
"""Scores of other editions, and of what the article itself links: above all that is merely alike."""

_RARE: Final = 0.02
_FEW: Final = 5
"""Share of the archive, and number of articles, up to which sharing one entity is a reason by itself."""

_ALWAYS: Final = 5
_CLEARLY: Final = 0.2
"""Articles offered however doubtful, and the likeness from which further ones are offered for their words alone."""

_NAMED: Final = 3
"""Names, or words, that a reason holds."""


class _Shared(NamedTuple):
    """The entities two articles share."""

    entities: tuple[EntityCount, ...]
    """Rarest first."""
    telling: bool
    """Whether they say why: several, or one that few articles name."""
    overlap: float
    """Their share of the first article's entities, by rarity, 0 to 1."""


def related(article_id: str, records: Records, index: Index, *, limit: int) -> tuple[Related, ...]:
    """Return at most `limit` articles to read after this one."""
    article = records.get(article_id)
    row = records.row_of(article_id)
    if article is None or row is None or limit <= 0:
        return ()
    editions = records.editions_of(row)
    linked = {other: one for other, one in _linked(article, row, records, index).items() if other not in editions}
    found = [
        *(Related(other, EDITION, _EDITION - place / 1000) for place, other in enumerate(editions.values())),
        *linked.values(),
        *_alike(article, row, [*editions, *linked], records, index, limit),
    ]
    return tuple(found[:limit])


def _linked(article: Article, row: int, records: Records, index: Index) -> dict[int, Related]:
    """Return the archive's own copies of what the article links, in the order it does."""
    by_url = records.with_url_keys(filter(None, (url_key(link.url) for link in article.links)))
    by_title = records.with_title_keys(title_key(link.title) for link in article.links)
    rows: dict[int, Link] = {}
    for link in article.links:
        target = by_url.get(url_key(link.url)) or by_title.get(title_key(link.title))
        if target is None:
            target = _retitled(link.title, records, index)
        if target is not None and target != row:
            rows.setdefault(target, link)
    summaries = records.summaries(rows)
    return {
        target: Related(summaries[target], f"linked: {link.kind}", _LINKED - order / 1000)
        for order, (target, link) in enumerate(rows.items())
        if target in summaries
    }


def _retitled(title: str, records: Records, index: Index) -> int | None:
    key = title_key(title)
    if not key:
        return None
    near = records.summaries(index.with_title_like(title, 5))
    alike = ((fuzz.ratio(key, title_key(summary.title)), -row) for row, summary in near.items())
    best, row = max(alike, default=(0.0, 0))
    return -row if best >= _NEAR_TITLE else None


def _alike(
    article: Article, row: int, leave_out: Iterable[int], records: Records, index: Index, limit: int
) -> list[Related]:
    similar = index.similar(article, max(_POOL, 2 * limit) + 1)
    itself = next((hit.score for hit in similar.hits if hit.row == row), 0.0)
    top = max(itself, max((hit.score for hit in similar.hits), default=0.0)) or 1.0
    likeness = {hit.row: hit.score / top for hit in similar.hits if hit.row != row and hit.row not in set(leave_out)}
    summaries = records.summaries(likeness)
    shared = _shared(row, list(summaries), records)
    scores = {
        other: likeness[other]
        + (_ENTITIES * shared[other].overlap + _TIME * _closeness(article.summary, summary)) * likeness[other]
        for other, summary in summaries.items()
    }
    ranked = sorted(summaries, key=lambda other: (-scores[other], -summaries[other].sort_time, summaries[other].id))
    best = [
        other
        for place, other in enumerate(ranked[:limit])
        if place < _ALWAYS or shared[other].telling or likeness[other] >= _CLEARLY
    ]
    wordless = [other for other in best if not shared[other].telling]
    words = _common_words(records.articles(wordless), similar.words, index)
    return [
        Related(
            summaries[other],
            _reason(article.summary, summaries[other], likeness[other], shared[other], words.get(other, ())),
            scores[other],
        )
        for other in best
    ]


def _shared(row: int, others: Sequence[int], records: Records) -> dict[int, _Shared]:
    mentions = records.mentions_of([row, *others])
    own = mentions.get(row, {})
    known = records.entities(own)
    articles = max(1, records.count())
    weights = {number: math.log1p(articles / max(1, entity.articles)) for number, entity in known.items()}
    all_of_them = sum(weights.values()) or 1.0
    result: dict[int, _Shared] = {}
    for other in others:
        common = [number for number in mentions.get(other, {}) if number in weights]
        common.sort(key=lambda number: (-weights[number] * (1 + math.log(own[number])), known[number].name))
        entities = tuple(known[number] for number in common)
        result[other] = _Shared(
            entities,
            len(entities) > 1 or any(entity.articles <= max(_FEW, articles * _RARE) for entity in entities),
            sum(weights[number] for number in common) / all_of_them,
        )
    return result


def _closeness(one: ArticleSummary, other: ArticleSummary) -> float:
    """Return 1 for the same moment, falling towards 0; 0 where a date is unknown."""
    if UNDATED in (one.sort_time, other.sort_time):
        return 0.0
    return math.exp(-abs(one.sort_time - other.sort_time) / _FADING)


def _reason(one: ArticleSummary, other: ArticleSummary, likeness: float, shared: _Shared, words: Sequence[str]) -> str:
    names = ", ".join(entity.name for entity in shared.entities[:_NAMED]) if shared.telling or not words else ""
    dated = UNDATED not in (one.sort_time, other.sort_time)
    same_time = dated and abs(one.sort_time - other.sort_time) <= _SAME_STORY_TIME
    if likeness >= _SAME_STORY_LIKENESS and same_time:
        return f"same story: {names or ', '.join(words)}"
    if names:
        return f"{len(shared.entities)} shared: {names}"
    return f"similar words: {', '.join(words)}" if words else "similar words"


def _common_words(articles: Mapping[int, Article], words: Mapping[str, str], index: Index) -> dict[int, list[str]]:
    """Return, for each article, the words looked for that it holds, most telling first."""
    found: dict[int, list[str]] = {}
    for row, article in articles.items():
        terms = index.terms_of(article)
        found[row] = [word.lower() for term, word in words.items() if term in terms and not word.isdigit()][:_NAMED]
    return found
