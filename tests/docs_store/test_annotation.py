from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from docs_store import (
    Action,
    AnnotationProgress,
    Article,
    Block,
    BlockKind,
    Correction,
    DocsStoreError,
    MemoryStore,
    Recogniser,
    RecogniserMissing,
    annotate_archive,
    open_store,
)
from docs_store import annotation as module
from docs_store.entities import annotate, spacy
from docs_store.entities.worker import Worker
from docs_store.model import article_id

RULES = Recogniser.RULES


def article(number: int, text: str = "Galina Orlova went to Oslo.") -> Article:
    day = dt.datetime(2024, 3, number, tzinfo=dt.UTC)
    key = f"boat-{number}"
    return Article(
        article_id(key), key, f"Boat {number}", (Block(BlockKind.PARAGRAPH, text),), published=day, language="en"
    )


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.put_many(article(number) for number in (1, 2, 3))
    return store


def marked(store: MemoryStore) -> set[str]:
    return {s.key for s in store.iter_summaries() if (found := store.get(s.id)) and found.recogniser}


def test_the_newest_are_marked_first_and_a_later_run_goes_on(store: MemoryStore) -> None:
    report = annotate_archive(store, recogniser=RULES, limit=1)
    assert (report.marked, report.already, report.left, report.recognisers) == (1, 0, 2, (("rules", 1),))
    assert marked(store) == {"boat-3"}
    report = annotate_archive(store, recogniser=RULES)
    assert (report.marked, report.already, report.left) == (2, 1, 0)
    one = store.get(article_id("boat-1"))
    assert one is not None
    assert {mention.name for mention in one.mentions} == {"Galina Orlova", "Oslo"}


def test_what_is_named_comes_before_the_newest(store: MemoryStore) -> None:
    annotate_archive(store, recogniser=RULES, first=[article_id("gone"), article_id("boat-1")], limit=1)
    assert marked(store) == {"boat-1"}


def test_stopped_anywhere_whole_articles_are_stored(store: MemoryStore) -> None:
    def stop(progress: AnnotationProgress) -> None:
        if progress.marked == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        annotate_archive(store, recogniser=RULES, report=stop)
    assert marked(store) == {"boat-3", "boat-2"}
    assert annotate_archive(store, recogniser=RULES).marked == 1


def test_an_archive_that_rules_have_marked_is_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many([annotate(article(1)), article(2)])
        report = annotate_archive(store, recogniser=RULES, jobs=2)
        assert (report.marked, report.already) == (1, 1)
        assert [hit.article.key for hit in store.search("person:orlova", limit=9).hits] == ["boat-2", "boat-1"]


def test_a_correction_holds_for_what_is_marked_anew_and_stays_undoable(store: MemoryStore) -> None:
    store.correct(Correction(Action.IGNORE, "Galina Orlova"))
    annotate_archive(store, recogniser=RULES)
    one = store.get(article_id("boat-1"))
    assert one is not None
    assert {mention.name for mention in one.mentions} == {"Oslo"}
    store.undo_correction()
    again = store.get(article_id("boat-1"))
    assert again is not None
    assert {mention.name for mention in again.mentions} == {"Galina Orlova", "Oslo"}


def test_articles_of_languages_without_a_pipeline_stay_as_they_are(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "require", lambda: None)
    monkeypatch.setattr(spacy, "pipeline", lambda _: None)
    report = annotate_archive(store, recogniser=Recogniser.SPACY)
    assert (report.marked, report.missing) == (0, 3)
    assert marked(store) == set()


def test_without_any_pipeline_it_says_what_to_install(store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "installed", dict)
    with pytest.raises(RecogniserMissing, match="pip install 'broadsheet"):
        annotate_archive(store)


def test_workers_answer_in_order_as_this_process_does(store: MemoryStore) -> None:
    report = annotate_archive(store, recogniser=RULES, jobs=2)
    assert report.marked == 3
    assert store.get(article_id("boat-2")) == annotate(article(2))


def test_a_worker_that_ends_is_told() -> None:
    worker = Worker(RULES)
    worker.give(article(1))
    assert worker.take() == annotate(article(1))
    worker._process.kill()
    worker._process.wait()
    worker.give(replace(article(2)))
    with pytest.raises(DocsStoreError, match="was ended"):
        worker.take()
    worker.stop()
