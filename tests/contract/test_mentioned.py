"""Hits of a query for names show where they stand, however they are written there; so does the opened article."""

from __future__ import annotations

import pytest

from docs_store import Article, EntityKind, EntityMention, Store
from docs_store.corrections.model import Action, Correction
from docs_store.model import SearchHit
from tests.contract.articles import PERSON, PLACE, made, naming
from tests.contract.conftest import Fill

_OPENING = "The harbour opened on Monday."
_SPEECH = "Ferries will call twice a day. Later O. Varga spoke. She left by noon."
_TALKS = "Both sides met again. Odile Varga asked them to return to Port Selwyn for talks. No date was set."
_BRIDGE = "Port Selwyn lies beyond the bridge."


def archive() -> list[Article]:
    opening = made(
        "opening", "Harbour opens", _OPENING, _SPEECH, mentions=naming(_SPEECH, ("O. Varga", PERSON), block=1)
    )
    talks = made(
        "talks",
        "Crews walk out",
        _TALKS,
        _BRIDGE,
        mentions=(
            *naming(_TALKS, ("Odile Varga", PERSON), ("Port Selwyn", PLACE)),
            *naming(_BRIDGE, ("Port Selwyn", PLACE), block=1),
        ),
    )
    return [opening, talks]


def shown(hit: SearchHit) -> tuple[str, list[str]]:
    return hit.snippet, [hit.snippet[start:end] for start, end in hit.snippet_marks]


def hits(store: Store, typed: str, *, by_headline: bool) -> dict[str, tuple[str, list[str]]]:
    page = store.find(typed, limit=9) if by_headline else store.search(typed, limit=9)
    return {hit.article.key: shown(hit) for hit in page.hits}


@pytest.mark.parametrize("by_headline", [True, False])
@pytest.mark.parametrize("typed", ['person:"Odile Varga"', "entity:varga", 'person:"O. Varga" !lang:ja'])
def test_a_hit_shows_the_name_it_was_asked_for_in_any_spelling(fill: Fill, typed: str, by_headline: bool) -> None:
    found = hits(fill(archive()), typed, by_headline=by_headline)
    assert found == {"opening": (_SPEECH, ["O. Varga"]), "talks": (_TALKS, ["Odile Varga"])}


@pytest.mark.parametrize("by_headline", [True, False])
def test_of_several_names_it_shows_the_passage_that_has_most(fill: Fill, by_headline: bool) -> None:
    store = fill(archive())
    for typed in ('place:"Port Selwyn" person:"Odile Varga"', "place:selwyn | person:varga"):
        assert hits(store, typed, by_headline=by_headline)["talks"] == (_TALKS, ["Odile Varga", "Port Selwyn"])
    assert hits(store, 'place:"Port Selwyn"', by_headline=by_headline)["talks"] == (_TALKS, ["Port Selwyn"])
    assert not hits(store, 'lang:en !place:"Port Selwyn"', by_headline=by_headline)


def test_words_and_names_are_shown_together(fill: Fill) -> None:
    store = fill(archive())
    assert hits(store, "talks person:varga", by_headline=False) == {"talks": (_TALKS, ["Odile Varga", "talks"])}
    assert hits(store, "harbour person:varga", by_headline=True) == {"opening": (_SPEECH, ["O. Varga"])}
    assert hits(store, "harbour", by_headline=True) == {"opening": ("", [])}


def test_the_opened_article_marks_them_where_they_stand(fill: Fill) -> None:
    store = fill(archive())
    opening, talks = (store.search(typed, limit=1).hits[0].article.id for typed in ("harbour", "talks"))
    for article_id, typed, marks in [
        (opening, 'person:"Odile Varga"', [[], ["O. Varga"]]),
        (talks, "bridge place:selwyn", [["Port Selwyn"], ["Port Selwyn", "bridge"]]),
    ]:
        article = store.get(article_id)
        assert article is not None
        texts = [block.text for block in article.blocks]
        spans = store.locate(typed, texts, article.mentions)
        assert [[text[start:end] for start, end in found] for text, found in zip(texts, spans, strict=True)] == marks
        assert store.locate('person:"Odile Varga"', texts) == ((),) * len(texts)


def test_mentions_outside_the_passages_are_passed_over(fill: Fill) -> None:
    elsewhere = [EntityMention(0, 90, EntityKind.PERSON, "Odile Varga", block) for block in (None, 0, 7)]
    assert fill(archive()).locate("person:varga", ["Odile Varga"], elsewhere) == ((),)


def test_a_hit_shows_names_as_they_were_corrected(writable: Store) -> None:
    writable.put_many(archive())
    writable.correct(Correction(Action.ALIAS, "O. Varga", EntityKind.PERSON, "Ivo Sela"))
    assert hits(writable, 'person:"Ivo Sela"', by_headline=True) == {"opening": (_SPEECH, ["O. Varga"])}
