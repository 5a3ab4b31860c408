"""What the archive tells of one entity."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docs_store import Article, EntityKind, EntityMention, MemoryStore, Store, likely, portrait
from tests.contract.articles import PERSON, PLACE, day, made, naming

ORGANISATION = EntityKind.ORGANISATION


def article(key: str, date: str, text: str, *names: tuple[str, EntityKind]) -> Article:
    return made(key, key.title(), text, published=day(date), mentions=naming(text, *names))


def short(text: str, name: str, canonical: str) -> EntityMention:
    return EntityMention(text.index(name), text.index(name) + len(name), PERSON, canonical, 0)


@pytest.fixture
def store() -> Iterator[Store]:
    surname = "It rained. Varga was not asked, and said so. The board met again."
    with MemoryStore() as store:
        store.put_many(
            [
                article("one", "2031-05-01", "Odile Varga spoke in Sela.", ("Odile Varga", PERSON), ("Sela", PLACE)),
                made(
                    "two",
                    "Two",
                    surname,
                    published=day("2031-06-03"),
                    mentions=(short(surname, "Varga", "Odile Varga"),),
                ),
                article(
                    "three",
                    "2031-06-09",
                    "Odile Varga chairs the Harbour Board in Sela.",
                    ("Odile Varga", PERSON),
                    ("Harbour Board", ORGANISATION),
                    ("Sela", PLACE),
                ),
                article("four", "2031-07-01", "Nobody but Sela was named.", ("Sela", PLACE)),
                article("five", "2031-07-02", "Sela again, and Sela Varga.", ("Sela", PLACE), ("Sela Varga", PERSON)),
            ]
        )
        yield store


def test_spellings_months_and_the_sentence_that_names_it(store: Store) -> None:
    found = portrait(store, "ODILE VARGA")
    assert found is not None
    assert (found.entity.name, found.entity.kind, found.entity.articles) == ("Odile Varga", PERSON, 3)
    assert found.spellings == (("Odile Varga", 2), ("Varga", 1))
    assert [(month.month, count) for month, count in found.months] == [(5, 1), (6, 2)]
    assert [hit.article.key for hit in found.hits] == ["three", "two", "one"]
    sentence, ((start, end),) = found.hits[1].snippet, found.hits[1].snippet_marks
    assert sentence == "Varga was not asked, and said so."
    assert sentence[start:end] == "Varga"


def test_companions_come_by_how_telling_they_are(store: Store) -> None:
    found = portrait(store, "Odile Varga")
    assert found is not None
    assert [(c.entity.name, c.together, c.entity.articles) for c in found.companions] == [("Harbour Board", 1, 1)]
    assert found.companions[0].times == pytest.approx(5 / 3)
    # Sela is named with her in two of her three articles, and in two of the other two: no more than by chance.


def test_a_part_of_a_name_is_no_name_and_likely_means_the_most_frequent(store: Store) -> None:
    assert portrait(store, "varga") is None
    assert [each.name for each in likely(store, "varga")] == ["Odile Varga", "Sela Varga"]
    assert [each.name for each in likely(store, "varga", limit=1)] == ["Odile Varga"]
    assert portrait(store, "Sela", PLACE) is not None
    assert portrait(store, "Sela", PERSON) is None
    assert [each.name for each in likely(store, "Sela", PERSON)] == ["Sela Varga"]
    for nothing in ("xylophone", '"'):
        assert portrait(store, nothing) is None
        assert likely(store, nothing) == ()


def test_a_family_name_means_who_alone_has_it(store: Store) -> None:
    store.remove([article("five", "2031-07-02", "Sela").id])
    found = portrait(store, "varga", whole=True)
    assert found is not None
    assert found.entity.name == "Odile Varga"


def test_a_long_sentence_is_cut_at_words_around_the_name(store: Store) -> None:
    text = "Before that, " * 40 + "Odile Varga, who was there, " + "and after that, " * 40
    store.put_many([article("long", "2031-08-01", text, ("Odile Varga", PERSON))])
    found = portrait(store, "Odile Varga", limit=1)
    assert found is not None
    ((start, end),) = found.hits[0].snippet_marks
    assert found.hits[0].snippet[start:end] == "Odile Varga"
    assert found.hits[0].snippet.startswith("…")
    assert found.hits[0].snippet.endswith("…")
    assert len(found.hits[0].snippet) <= 302


def test_the_name_is_marked_where_a_space_follows_a_full_stop_of_another_script(store: Store) -> None:
    text = "港は閉まった。 Odile Varga は戻った。"
    store.put_many([article("wide", "2031-08-02", text, ("Odile Varga", PERSON))])
    found = portrait(store, "Odile Varga", limit=1)
    assert found is not None
    ((start, end),) = found.hits[0].snippet_marks
    assert (found.hits[0].snippet, found.hits[0].snippet[start:end]) == ("Odile Varga は戻った。", "Odile Varga")


def test_no_more_is_given_than_asked_for(store: Store) -> None:
    found = portrait(store, "Sela", PLACE, limit=1)
    assert found is not None
    assert (len(found.hits), len(found.companions), len(found.spellings)) == (1, 1, 1)
    assert found.entity.articles == 4


def test_the_names_of_one_are_told_and_are_no_company(store: Store) -> None:
    surname = article(
        "six", "2031-08-02", "Varga and the Harbour Board.", ("Varga", PERSON), ("Harbour Board", ORGANISATION)
    )
    middle = article("seven", "2031-08-03", "Odile M. Varga was there.", ("Odile M. Varga", PERSON))
    store.remove([article("five", "2031-07-02", "Sela").id])
    store.put_many([surname, middle])
    for name in ("Odile Varga", "Odile M. Varga", "Varga"):
        found = portrait(store, name, PERSON, whole=True)
        assert found is not None
        assert (found.entity.name, found.entity.articles) == ("Odile Varga", 5)
        assert [(each.name, each.articles) for each in found.names] == [("Odile M. Varga", 1), ("Varga", 1)]
        assert [hit.article.key for hit in found.hits] == ["seven", "six", "three", "two", "one"]
        assert {each.entity.name for each in found.companions} == {"Harbour Board"}


def test_a_place_is_found_by_its_people(store: Store) -> None:
    text = "The talks in Iceland went on."
    store.put_many([article("eight", "2031-09-01", text, ("Iceland", PLACE))])
    found = portrait(store, "icelandic")
    assert found is not None
    assert (found.entity.name, found.demonyms) == ("Iceland", ("Icelandic", "Icelander"))
    assert portrait(store, "icelandic", whole=True) is None


def test_initials_that_no_article_has_are_only_likely(store: Store) -> None:
    assert portrait(store, "hb") is None
    assert [each.name for each in likely(store, "hb")] == ["Harbour Board"]


def test_the_page_of_a_surname_leads_to_who_has_it(store: Store) -> None:
    text = "Brandt was there."
    alone = [article(f"alone{n}", f"2031-08-0{n}", text, ("Brandt", PERSON)) for n in (1, 2, 3)]
    full = [
        article(f"full{n}", f"2032-08-0{n}", f"{name} spoke at length.", (name, PERSON))
        for n, name in enumerate(("Ida Brandt", "Ida Brandt", "Tomas Brandt", "Brandt Olsen"), 1)
    ]
    bank = article("bank", "2032-09-01", "The Brandt Bank opened.", ("Brandt Bank", ORGANISATION))
    store.put_many([*alone, *full, bank])
    found = portrait(store, "Brandt")
    assert found is not None
    assert found.entity.name == "Brandt"
    assert [(each.name, each.articles) for each in found.namesakes] == [("Ida Brandt", 2), ("Tomas Brandt", 1)]
    someone = portrait(store, "Ida Brandt")
    assert someone is not None
    assert someone.namesakes == ()
