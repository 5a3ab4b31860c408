"""What a store in memory holds of an article, and how its words are taken apart and weighed."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from docs_store.answers import SearchPage
from docs_store.model import Article, ArticleSummary, SearchHit
from docs_store.words import Token, words

_IES = re.compile(r"(?<=[a-z]{2})ies$")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|s)$")


class Entry(NamedTuple):
    """An article as it was given, as corrections show it, and how often it has which words."""

    stored: Article
    article: Article
    """As corrected."""
    terms: Counter[str]


def analyse(text: str) -> list[Token]:
    """Return the words of `text`, without the commonest English endings: a stemmer's better half."""
    return [Token(_ENDING.sub("", _IES.sub("y", token.term)), token.start, token.end) for token in words(text)]


def stem(word: str) -> str:
    """Return a word without its ending."""
    return next((token.term for token in analyse(word)), word)


def passages(article: Article) -> list[str]:
    """Return the texts of an article in which words are looked for, its headline first."""
    return [article.title, *(block.text for block in article.blocks)]


def idf(articles: int, holding: int) -> float:
    """Return how much a word counts that so many of so many articles hold."""
    return math.log(1 + (articles - holding + 0.5) / (holding + 0.5))


def recency(summary: ArticleSummary) -> tuple[int, str]:
    """Return what sorts articles, the newest first."""
    return -summary.sort_time, summary.id


def page_of(hits: Iterable[SearchHit], limit: int) -> SearchPage:
    """Return the best of the hits, the newest of equals first."""
    ranked = sorted(hits, key=lambda hit: (-hit.score, *recency(hit.article)))
    return SearchPage(tuple(ranked[:limit]), len(ranked))
