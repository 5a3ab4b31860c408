"""The query language, as every store answers it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store import Article, Completion, EntityCount, EntityKind, MemoryStore, SearchPage, Store, open_store
from docs_store.marks import Marks
from docs_store.model import Image
from tests.contract.articles import ALL, PERSON, PLACE, made, naming
from tests.contract.conftest import Fill


def found(page: SearchPage) -> set[str]:
    return {hit.article.key for hit in page.hits}


# What find and search answer alike: what is no words, or words of headlines.
@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("source:courier", {"harbour", "strike"}),
        ("source:cour", {"harbour", "strike"}),
        ('source:"selwyn courier"', {"harbour", "strike"}),
        ('source:"courier selwyn"', set()),
        ("source:mercury | source:courier", {"harbour", "strike", "bridge"}),
        ("!source:courier", {"bridge", "soup", "tokyo", "streik"}),
        ("person:varga", {"harbour", "strike"}),
        ("person:selwyn", set()),
        ("place:selwyn", {"harbour", "strike"}),
        ('entity:"Odile Varga"', {"harbour", "strike"}),
        ("entity:od", {"harbour", "strike"}),
        ("org:varga", set()),
        ("lang:ja", {"tokyo"}),
        ("lang:ja | lang:DE", {"tokyo", "streik"}),
        ("on:2031-05", {"harbour", "strike", "streik"}),
        ("on:2031", {"harbour", "strike", "streik", "bridge", "tokyo"}),
        ("after:2031-05-06", {"strike", "streik"}),
        ("before:2031-05", {"bridge", "tokyo"}),
        ("!on:2031", {"soup"}),
        ("is:undated", {"soup"}),
        ("saved:2031-05-08", {"strike"}),
        ("saved:2031", {"strike"}),
        ("saved:2030..2032", {"strike"}),
        ("saved:2031-06..", set()),
        ("!saved:2031 source:courier", {"harbour"}),
        ("has:images", {"bridge"}),
        ("is:starred", {"strike"}),
        ("is:read", {"strike"}),
        ("is:unread", {"harbour", "bridge", "soup", "tokyo", "streik"}),
        ("!is:unread", {"strike"}),
        ("!is:read source:courier", {"harbour"}),
        ("!has:text", set()),
        ("has:links source:courier", {"strike"}),
        ("has:entities !has:links", {"harbour"}),
        ("caption:ostrow", {"bridge"}),
        ("caption:soup", set()),
        ("title:x", set()),
        ("title:bridge", {"bridge"}),
        ("title:lindqvist", set()),
        ("^harb", {"harbour"}),
        ("^ferry crews", {"strike"}),
        ("building$", {"harbour"}),
        ("^cracks bridge$", {"bridge"}),
        ("^bridge", set()),
        ("'karst", {"bridge"}),
        ('"the karst bridge"', {"bridge"}),
        ("title:ferry | title:beetroot", {"strike", "soup"}),
        ("on:2031-05 | lang:ja", {"harbour", "strike", "streik", "tokyo"}),
        ("harbour source:courier", {"harbour"}),
        ("harbour source:mercury", set()),
        ("habrour person:varga", {"harbour"}),
        ("crack karst on:2031-04", {"bridge"}),
        ("東京 lang:ja", {"tokyo"}),
    ],
)
def test_fields_and_operators(store: Store, typed: str, keys: set[str]) -> None:
    if "harbour " not in typed:  # a text that names the harbour is no headline's
        assert found(store.search(typed, limit=9)) == keys
    assert found(store.find(typed, limit=9)) == keys
    assert store.find(typed, limit=9).total == len(keys)


def test_what_is_asked_of_the_text(store: Store) -> None:
    assert found(store.search("text:lindqvist", limit=9)) == {"harbour", "strike", "streik"}
    assert found(store.search("lindqvist !crews", limit=9)) == {"harbour", "streik"}
    assert found(store.search('"Lindqvist Line" !source:courier', limit=9)) == set()
    assert found(store.search("'lindqvst", limit=9)) == set()
    assert found(store.search("lindqvst", limit=9)) == {"harbour", "strike", "streik"}
    assert found(store.search("lorries | grate", limit=9)) == {"bridge", "soup"}


def test_articles_with_all_words_come_first(fill: Fill) -> None:
    store = fill(
        [
            made("one", "Copper copper copper", "Copper is mined. " * 3),
            made("both", "A long report", "Words about many other things. " * 30, "In the end copper and grain."),
            made("two", "Grain", "Grain grain grain."),
        ]
    )
    assert store.search("copper grain", limit=9).hits[0].article.key == "both"


def test_without_words_the_newest_come_first(store: Store) -> None:
    for page in (store.find("has:entities", limit=9), store.search("has:entities", limit=9)):
        assert [hit.article.key for hit in page.hits] == ["strike", "harbour"]
        assert page.total == 2


def test_where_there_is_no_date_the_day_of_saving_gives_the_order_and_nothing_else(fill: Fill) -> None:
    def saved(key: str, at: str, **fields: object) -> Article:
        moment = dt.datetime.fromisoformat(at)
        return made(key, f"Title of {key}", "A text.", marks=Marks(moment, starred=key == "first"), **fields)

    day = dt.datetime(2031, 5, 4, tzinfo=dt.UTC)
    store = fill(
        [
            saved("first", "2031-05-04T10:00:00+02:00"),
            saved("second", "2031-05-04T09:00:00+00:00"),
            saved("dated", "2031-05-09T09:00:00+00:00", published=day),
            made("plain", "Title of plain", "A text."),
        ]
    )
    order = ["second", "first", "dated", "plain"]
    assert [summary.key for summary in store.iter_summaries()] == order
    assert [hit.article.key for hit in store.find("title:title", limit=9).hits][:3] == order[:3]
    assert [hit.article.key for hit in store.search("is:undated", limit=9).hits] == ["second", "first", "plain"]
    assert found(store.search("on:2031", limit=9)) == {"dated"}
    assert found(store.search("saved:2031-05-04", limit=9)) == {"first", "second"}
    assert [month for month, _ in store.facets("", limit=9).months] == [dt.date(2031, 5, 1)]
    assert store.stats().latest == store.stats().earliest == dt.date(2031, 5, 4)
    (summary,) = [each for each in store.iter_summaries() if each.key == "first"]
    assert (summary.date, summary.saved_day, summary.starred) == (None, dt.date(2031, 5, 4), True)


def test_what_was_not_read_as_typed_is_noted(store: Store) -> None:
    for page in (store.find("harbour after:soon", limit=9), store.search("harbour after:soon", limit=9)):
        assert "harbour" in found(page)
        assert "no date" in page.notes[0]
    assert "no value" in store.find("source:", limit=9).notes[0]


def test_facets_count_what_is_found(store: Store) -> None:
    facets = store.facets("lindqvist", limit=5)
    assert facets.total == 3
    assert facets.sources == (("Selwyn Courier", 2),)
    assert facets.languages == (("de", 1),)
    assert facets.months == ((dt.date(2031, 5, 1), 3),)
    assert set(facets.entities) == {EntityCount("Odile Varga", PERSON, 2), EntityCount("Port Selwyn", PLACE, 2)}
    everything = store.facets("", limit=5)
    assert everything.total == 6
    assert everything.months == ((dt.date(2031, 4, 1), 2), (dt.date(2031, 5, 1), 3))
    assert store.facets("source:nowhere", limit=5).total == 0


def test_facets_count_tags(fill: Fill) -> None:
    store = fill([made("a", "A", tags=("sea", "Trade")), made("b", "B", tags=("Trade",))])
    assert store.facets("", limit=5).tags == (("Trade", 2), ("sea", 1))
    assert found(store.find("tag:trade", limit=5)) == {"a", "b"}
    assert found(store.find("tag:sea", limit=5)) == {"a"}


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("tag:planning/mill", {"one"}),
        ("tag:mill/planning", {"one"}),
        ("tag:planning/mil", {"one"}),
        ("tag:maltby-mill", {"apart"}),
        ('tag:"planning mill"', set()),
        ('tag:"planning maltby"', set()),
        ("!tag:planning/mill", {"apart"}),
        ("author:ada.varga", set()),
        ("author:ada.quill", {"apart"}),
        ("author:ada.qui", {"apart"}),
        ("tag:planning tag:mill", {"one", "apart"}),
    ],
)
def test_the_words_of_a_value_are_those_of_one_value(fill: Fill, typed: str, keys: set[str]) -> None:
    apart = made("apart", "A", tags=("Planning", "Maltby Mill"), authors=("Ada Quill", "Odile Varga"))
    store = fill([apart, made("one", "B", tags=("Planning of the mill", "Roofs"))])
    assert found(store.search(typed, limit=5)) == keys
    assert found(store.find(typed, limit=5)) == keys


@pytest.mark.parametrize(
    ("typed", "completions"),
    [
        ("source:", [('source:"Selwyn Courier"', 2), ('source:"Upland Mercury"', 1)]),
        ("source:mer", [('source:"Upland Mercury"', 1)]),
        ("ferry !source:sel", [('ferry !source:"Selwyn Courier"', 2)]),
        ("person:", [('person:"Odile Varga"', 2)]),
        ("entity:po", [('entity:"Port Selwyn"', 2)]),
        ('place:"port s', [('place:"Port Selwyn"', 2)]),
        ("lang:", [('lang:"de"', 1), ('lang:"ja"', 1)]),
        ("sou", [("source:", None)]),
        ("ferry au", [("ferry author:", None)]),
        ("has:im", [("has:images", None)]),
        ("h", []),
        ("ferry ", []),
        ("title:fer", []),
        ("author:", []),
    ],
)
def test_completion(store: Store, typed: str, completions: list[tuple[str, int | None]]) -> None:
    offered = store.complete(typed, limit=5)
    assert [(completion.query, completion.articles) for completion in offered] == completions
    for completion in offered:
        if completion.articles is not None:
            query = completion.query.removeprefix("ferry !")
            assert store.find(query, limit=9).total == completion.articles


def test_a_completion_says_what_it_stands_for(store: Store) -> None:
    assert store.complete("person:od", limit=5) == (Completion('person:"Odile Varga"', "Odile Varga", 2),)


def test_people_are_completed_by_their_family_names(writable: Store) -> None:
    named = [*["Paul Volker"] * 3, *["Volodya Sand"] * 2, "Sand Volmar Ibsen"]
    writable.put_many(
        [made(str(at), f"No {at}", name, mentions=naming(name, (name, PERSON))) for at, name in enumerate(named)]
    )
    offered = [completion.value for completion in writable.complete("person:vol", limit=5)]
    assert offered == ["Paul Volker", "Volodya Sand", "Sand Volmar Ibsen"]


_PARTS = st.sampled_from(
    ["source:courier", "!source:courier", "person:varga", "on:2031-05", "before:2031-05-06", "is:undated", "has:links",
     "lang:ja", "lang:de", "caption:bridge", "|",
     "title:harbour", "^ferry", "bridge$", "'karst", "!lindqvist", '"port selwyn"']
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(_PARTS, min_size=1, max_size=5).map(" ".join))
def test_stores_agree(both: tuple[Store, Store], typed: str) -> None:
    memory, local = both
    assert found(memory.search(typed, limit=9)) == found(local.search(typed, limit=9))
    assert found(memory.find(typed, limit=9)) == found(local.find(typed, limit=9))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Store]:
    """The same articles in two kinds of store."""
    memory, local = MemoryStore(), open_store(tmp_path_factory.mktemp("both") / "archive", create=True)
    extra = made(
        "pictures", "Harbour in pictures", "The old bridge.", images=(Image(caption="A bridge"),),
        mentions=naming("The old bridge.", ("bridge", EntityKind.PLACE)),
    )  # fmt: skip
    for store in (memory, local):
        store.put_many([*ALL, extra])
    return memory, local
