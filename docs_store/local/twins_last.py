"""Putting behind the others the answers that hold only a word's twin: "Ferris", where "ferry" is asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from docs_store.local.fields import Analysis
from docs_store.local.headlines import Headlines
from docs_store.local.ranking import Scored
from docs_store.local.sieve import sieve
from docs_store.model import Article
from docs_store.query.doubting import DOUBT
from docs_store.query.passages import Wanted
from docs_store.query.twins import has_twins, is_twin, twins
from docs_store.text import fold

LOOKED_THROUGH: Final = 200
"""Best answers among which those are told that only have a word of the same stem: some 30 ms, where there are any."""


def with_twins(wanted: Sequence[Wanted], headlines: Headlines) -> Sequence[Wanted]:
    """Return the words whose stem another word has too, where headlines have that."""
    single = [asked for asked in wanted if len(asked.needle) == 1 and has_twins(asked.typed, asked.needle[0])]
    return [asked for asked in single if headlines.have_any(twins(asked.typed, asked.needle[0]))]


def twins_last(
    doubtful: Sequence[Wanted],
    hits: Sequence[Scored],
    articles: Mapping[int, Article],
    analyse: Analysis,
    check: Callable[[], None],
) -> tuple[Scored, ...]:
    """Return `hits` with those behind the others whose articles, by row, have a word of `doubtful` only as its twin.

    `check` is called between two articles, and may raise to cancel.
    """
    tokens = sieve(doubtful, analyse)

    def has_only_twins(article: Article) -> bool:
        texts = [article.title, *(block.text for block in article.blocks)]
        held = {(token.term, fold(text[token.start : token.end])) for text in texts for token in tokens(text)}
        have = [
            [is_twin(asked.typed, word, term) for term, word in held if (term,) == asked.needle] for asked in doubtful
        ]
        return any(each and all(each) for each in have)

    good, others = list[Scored](), list[Scored]()
    for hit in hits:
        check()
        (others if hit.row in articles and has_only_twins(articles[hit.row]) else good).append(hit)
    least = good[-1].score if good else math.inf
    return (*good, *(hit._replace(score=min(least, hit.score * DOUBT)) for hit in others))
