"""A story: its articles in order of time, each with what it adds to those before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from docs_store.model import Article, ArticleSummary, BlockKind
from docs_store.passages import words
from docs_store.stopwords import STOPWORDS
from docs_store.store import Store
from docs_store.text import cut_at_word

_LOOKED_AT: Final = 40
"""Related articles among which those of the story are looked for."""

_SENTENCES: Final = 2
"""Sentences told of an article."""

_MOST: Final = 200
"""Sentences of an article that are looked at."""

_LEAST: Final = 3
"""Telling words below which a sentence says little: "He declined to comment." """

_NEW: Final = 0.5
"""Share of a sentence's telling words that no earlier sentence has all together, from which it adds something."""

_LATE: Final = 0.5
"""How much less the last sentence of an article counts than its first: news tells what matters first."""

_LONGEST: Final = 300
"""Code points of a sentence told."""

_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\"”’»)\]]*(?:\s+|(?<=[。！？]))")

_ABBREVIATED: Final = 3
"""Letters up to which a capitalised word before a full stop is an abbreviation: "Mr.", "Inc."."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article of a story."""

    article: ArticleSummary
    adds: tuple[str, ...]
    """Its sentences least like those of the articles before, in its own order; () where it adds nothing."""


def story(store: Store, article_id: str, *, limit: int = 12) -> tuple[Chapter, ...]:
    """Return the story the article belongs to, oldest article first: at most `limit`, itself among them.

    () where there is no such article; the article alone where it is of no story. Of other editions of an article the
    newest is told. Undated articles come last. Raises `StoreError`.
    """
    own = store.get(article_id)
    if own is None or limit <= 0:
        return ()
    near: dict[str, ArticleSummary] = {}  # one of all editions of an article
    for item in store.related(article_id, limit=_LOOKED_AT):
        if item.of_story:
            near.setdefault(item.article.story or item.article.id, item.article)
    listed = [own.summary, *islice(near.values(), limit - 1)]
    summaries = sorted(listed, key=lambda each: (each.date is None, each.sort_time, each.id))
    told = _Told()
    chapters = []
    for summary in summaries:
        article = own if summary.id == own.id else store.get(summary.id)
        if article is not None:
            chapters.append(Chapter(summary, told.take(article)))
    return tuple(chapters)


class _Told:
    """The sentences told so far."""

    def __init__(self) -> None:
        self._holding: dict[str, list[int]] = {}
        """For each telling word the sentences that have it."""
        self._sentences = 0

    def take(self, article: Article) -> tuple[str, ...]:
        """Take an article in; return its sentences that are least like those before, in its order."""
        sentences = [(sentence, _telling(sentence)) for sentence in _sentences(article)]
        new: list[tuple[float, int]] = []
        for place, (_, telling) in enumerate(sentences):
            if len(telling) >= _LEAST and (novelty := self._novelty(telling)) >= _NEW:
                new.append((-novelty * (1 - _LATE * place / len(sentences)), place))
        for _, telling in sentences:
            for word in telling:
                self._holding.setdefault(word, []).append(self._sentences)
            self._sentences += 1
        best = sorted(place for _, place in sorted(new)[:_SENTENCES])
        return tuple(cut_at_word(sentences[place][0], _LONGEST) for place in best)

    def _novelty(self, telling: frozenset[str]) -> float:
        """Return the share of a sentence's telling words that the sentence most like it does not have."""
        shared = Counter(sentence for word in telling for sentence in self._holding.get(word, ()))
        return 1 - max(shared.values(), default=0) / len(telling)


def _sentences(article: Article) -> Iterable[str]:
    """Return the sentences of an article's standfirst and text, at most `_MOST`."""
    left_out = (BlockKind.CAPTION, BlockKind.HEADING)
    texts = (block.text for block in article.blocks if block.kind not in left_out)
    found: list[str] = []
    for text in texts:
        found += _sentences_of(text)
        if len(found) >= _MOST:
            break
    return list(dict.fromkeys(found))[:_MOST]


def _sentences_of(text: str) -> Iterator[str]:
    begun: list[str] = []
    for part in _SENTENCE.split(" ".join(text.split())):
        begun.append(part)
        if not _is_abbreviated(part.rpartition(" ")[2]):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)


def _is_abbreviated(last: str) -> bool:
    """Whether a full stop after this word ends no sentence: "Mr.", "U.S.", "J."."""
    word = last.removesuffix(".").lstrip('("“')
    return last != word and word[:1].isupper() and ("." in word or len(word) <= _ABBREVIATED)


def _telling(sentence: str) -> frozenset[str]:
    return frozenset(token.term for token in words(sentence) if len(token.term) > 1 and token.term not in STOPWORDS)
