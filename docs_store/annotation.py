"""A stored archive's names found anew, by another recogniser: article by article, to be stopped and gone on with."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from docs_store.entities import annotate, recogniser_for
from docs_store.entities.spacy import require
from docs_store.entities.worker import Worker
from docs_store.errors import RecogniserMissing, StoreDamaged
from docs_store.model import Article, Recogniser
from docs_store.store import Store

_BATCH_ARTICLES: Final = 200
_BATCH_SECONDS: Final = 10.0
"""What is stored in one transaction: at most so many articles, and so many seconds of work are lost to a power cut."""


@dataclass(frozen=True, slots=True)
class AnnotationProgress:
    """How far a run has come."""

    done: int
    """Articles looked at, whether or not they had to be marked."""
    total: int
    marked: int


@dataclass(frozen=True, slots=True)
class AnnotationReport:
    """What a run did."""

    marked: int
    """Articles whose names were found anew."""
    already: int
    """Articles that this very recogniser had marked before."""
    missing: int
    """Articles in languages that the recogniser is not installed for; they stay as they were."""
    damaged: int
    """Articles that could not be read back; `Store.check` names them."""
    left: int
    """Articles not looked at, because of the limit."""
    recognisers: tuple[tuple[str, int], ...]
    """What marked how many, most first."""
    seconds: float


def annotate_archive(
    store: Store,
    *,
    recogniser: Recogniser = Recogniser.BEST,
    first: Iterable[str] = (),
    limit: int | None = None,
    jobs: int = 0,
    report: Callable[[AnnotationProgress], None] | None = None,
) -> AnnotationReport:
    """Find the names in the articles of `store` by `recogniser`: those with the ids `first`, then the newest.

    Articles that it has marked before are passed over, so that a later run goes on where one was stopped. Whatever
    stops it (`report` may raise), what is stored are whole articles. At most `limit` are marked, by `jobs` processes,
    or in this one where it is 0. Raises `RecogniserMissing` where no pipeline is installed that it needs, and
    `StoreError` where storing fails.
    """
    if recogniser is not Recogniser.RULES:
        require()
    run = _Run(store, recogniser, report or (lambda _: None))
    return run.over(dict.fromkeys(first), limit, jobs)


@dataclass(slots=True)
class _Run:
    """One run: what it has marked and not yet stored, and what it will report."""

    store: Store
    recogniser: Recogniser
    report: Callable[[AnnotationProgress], None]
    total: int = 0
    done: int = 0
    already: int = 0
    missing: int = 0
    damaged: int = 0
    recognisers: Counter[str] = field(default_factory=Counter)
    batch: list[Article] = field(default_factory=list)
    stored_at: float = 0.0

    def over(self, first: Iterable[str], limit: int | None, jobs: int) -> AnnotationReport:
        start = self.stored_at = time.monotonic()
        self.total = self.store.count()
        todo = islice(self._to_mark(first), limit)
        try:
            with closing(_marked(todo, self.recogniser, jobs)) as marked:
                for article in marked:
                    self._add(article)
        finally:
            self._flush()
        self.report(AnnotationProgress(self.done, self.total, self.recognisers.total()))
        return AnnotationReport(
            self.recognisers.total(),
            self.already,
            self.missing,
            self.damaged,
            max(0, self.total - self.done),
            tuple(self.recognisers.most_common()),
            time.monotonic() - start,
        )

    def _to_mark(self, first: Iterable[str]) -> Iterator[Article]:
        """Yield the articles that the recogniser has not marked yet."""
        begun = frozenset(first)
        ids = (summary.id for summary in self.store.iter_summaries() if summary.id not in begun)
        for article_id in (*first, *ids):
            try:
                article = self.store.get(article_id)
                if article is None:  # of another archive, or removed since
                    continue
                self.done += 1
                if article.recogniser == recogniser_for(article, self.recogniser):
                    self.already += 1
                    continue
            except StoreDamaged:
                self.done += 1
                self.damaged += 1
                continue
            except RecogniserMissing:
                self.missing += 1
                continue
            yield article

    def _add(self, article: Article) -> None:
        self.batch.append(article)
        self.recognisers[article.recogniser] += 1
        if len(self.batch) >= _BATCH_ARTICLES or time.monotonic() - self.stored_at >= _BATCH_SECONDS:
            self._flush()
        self.report(AnnotationProgress(self.done, self.total, self.recognisers.total()))

    def _flush(self) -> None:
        batch, self.batch = self.batch, []
        if batch:
            self.store.put_many(batch)
        self.stored_at = time.monotonic()


def _marked(articles: Iterator[Article], recogniser: Recogniser, jobs: int) -> Generator[Article, None, None]:
    """Yield the articles with their names, in order: marked here, or by `jobs` processes in turn."""
    if jobs < 1:
        for article in articles:
            yield annotate(article, recogniser)
        return
    workers: deque[Worker] = deque()
    try:
        for _ in range(jobs):
            workers.append(Worker(recogniser))
        for article in articles:
            worker = workers[0]
            if worker.busy:
                yield worker.take()
            worker.give(article)
            workers.rotate(-1)
        for worker in workers:  # the one that was given its article first comes first
            if worker.busy:
                yield worker.take()
    finally:
        for worker in workers:
            worker.stop()
