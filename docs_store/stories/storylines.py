"""A story: its articles in order of time, each with what it adds to those before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from docs_store.answers import Related
from docs_store.model import Article, ArticleSummary
from docs_store.store import Store
from docs_store.stories.editions import EDITION, in_time
from docs_store.stories.of_one_story import MOST, of_one_story
from docs_store.stories.telling import LEAST, NEW, figures_of, names_of, sentences_of, telling_words
from docs_store.text import cut_at_word

_OFTEN: Final = 3
"""Times as many related articles are asked for as are shown, for several may be editions of one."""

_SENTENCES: Final = 2
"""Sentences told of an article."""

_MOST: Final = 200
"""Sentences of an article that are looked at."""

_LATE: Final = 0.5
"""How much less the last sentence of an article counts than its first: news tells what matters first."""

_LONGEST: Final = 300
"""Code points of a sentence told."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article of a story."""

    article: ArticleSummary
    adds: tuple[str, ...]
    """Its sentences least like those of the articles before, in its own order; () where it adds nothing."""


def story(store: Store, article_id: str, *, limit: int = MOST) -> tuple[Chapter, ...]:
    """Return the story the article belongs to, oldest article first: at most `limit`, itself among them.

    () where there is no such article; the article alone where none is surely of its story. Which articles are told does
    not depend on which of them is asked for, unless there are more than `limit`. Of the editions of an article the
    earliest is told, then the newest where it adds something; of its own editions all that do, and the newest.
    Undated articles come last. Raises `StoreError`.
    """
    own = store.get(article_id)
    if own is None or limit <= 0:
        return ()
    editions = store.editions(own.id)
    summary = next((each for each in editions if each.id == own.id), own.summary)
    listed = {each.id: each for each in (summary, *editions[:1], *editions[-1:])}
    always = dict.fromkeys(listed)
    listed |= {each.id: each for each in editions[1:-1]}
    opened = {each.id: editions[0].id for each in editions[1:]}
    for other in of_one_story(store, own.id)[1:limit]:
        others = store.editions(other)
        listed |= {each.id: each for each in (others[0], others[-1])}
        always[others[0].id] = None
        opened |= {each.id: others[0].id for each in others[1:]}
    told = _Told()
    chapters = []
    for each in sorted(listed.values(), key=in_time):
        article = own if each.id == own.id else store.get(each.id)
        if article is not None:
            adds = told.take(article, is_changed=each.id in opened)
            if adds or each.id in always:
                chapters.append(Chapter(each, adds))
    return _at_most(limit, chapters, [own.id, *(each.id for each in editions[:1]), *always])


def _at_most(limit: int, chapters: Sequence[Chapter], first: Sequence[str]) -> tuple[Chapter, ...]:
    """Return at most so many of the chapters, in their order: what comes `first` before other editions."""
    order = {article_id: place for place, article_id in enumerate(dict.fromkeys(first))}
    kept = sorted(chapters, key=lambda chapter: order.get(chapter.article.id, len(order)))[:limit]
    ids = {chapter.article.id for chapter in kept}
    return tuple(chapter for chapter in chapters if chapter.article.id in ids)


def related_stories(store: Store, article_id: str, *, limit: int) -> tuple[Related, ...]:
    """Return what to read next, as `store` has it, but of the editions of another article the best one alone.

    The article's own editions stay, each a row. Raises `StoreError`.
    """
    one_each: dict[str, Related] = {}
    for item in store.related(article_id, limit=_OFTEN * limit):
        is_own = item.reason == EDITION
        before = one_each.setdefault(item.article.id if is_own else item.article.story or item.article.id, item)
        if item.of_story and not before.of_story:  # what is linked may be another edition of what is of the story
            one_each[before.article.story] = replace(before, of_story=True)
    return tuple(one_each.values())[:limit]


class _Told:
    """The sentences told so far."""

    def __init__(self) -> None:
        self._holding: dict[str, list[int]] = {}
        """For each telling word the sentences that have it."""
        self._sentences = 0
        self._figures: list[frozenset[str]] = []
        """The figures of each sentence."""

    def take(self, article: Article, *, is_changed: bool = False) -> tuple[str, ...]:
        """Take an article in; return its sentences that are least like those before, in its order.

        Where it is another edition of one before, and so `is_changed`, those too with a corrected figure or name.
        """
        sentences = [(sentence, telling_words(sentence)) for sentence in _sentences(article)]
        new: list[tuple[float, int]] = []
        for place, (sentence, telling) in enumerate(sentences):
            if len(telling) < LEAST:
                continue
            novelty = self._novelty(telling)
            if is_changed and novelty < NEW and self._is_corrected(sentence, telling):
                novelty = 1.0
            if novelty >= NEW:
                new.append((-novelty * (1 - _LATE * place / len(sentences)), place))
        for sentence, telling in sentences:
            self._figures.append(figures_of(sentence))
            for word in telling:
                self._holding.setdefault(word, []).append(self._sentences)
            self._sentences += 1
        best = sorted(place for _, place in sorted(new)[:_SENTENCES])
        return tuple(cut_at_word(sentences[place][0], _LONGEST) for place in best)

    def _novelty(self, telling: frozenset[str]) -> float:
        """Return the share of a sentence's telling words that the sentence most like it does not have."""
        shared = Counter(sentence for word in telling for sentence in self._holding.get(word, ()))
        return 1 - max(shared.values(), default=0) / len(telling)

    def _is_corrected(self, sentence: str, telling: frozenset[str]) -> bool:
        """Whether all sentences that are most like this one lack one of its figures, or all one of its names."""
        if not names_of(sentence) <= self._holding.keys():
            return True
        figures = figures_of(sentence)
        shared = Counter(other for word in telling for other in self._holding.get(word, ()))
        most = max(shared.values(), default=0)
        return bool(figures) and not any(
            figures <= self._figures[other] for other, many in shared.items() if many == most
        )


def _sentences(article: Article) -> Iterable[str]:
    """Return the sentences of an article's standfirst and text, at most `_MOST`."""
    return list(dict.fromkeys(islice(sentences_of(article), _MOST)))
